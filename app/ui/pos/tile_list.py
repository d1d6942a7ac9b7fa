"""The grid's list model: tiles are derived only when they are drawn or have changed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.ui.pos.tile import Tile

TILE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT = QModelIndex()


class TileListModel(QAbstractListModel):
    """Products in the order shown, one role `tile`; ten thousand rows cost no derivation."""

    def __init__(self, derive: Callable[[UUID], Tile], parent: QObject) -> None:
        super().__init__(parent)
        self._derive = derive
        self._ids: tuple[UUID, ...] = ()
        self._row_by_id: dict[UUID, int] = {}
        self._tiles: dict[UUID, Tile] = {}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def roleNames(self) -> dict[int, QByteArray]:
        return {TILE_ROLE: QByteArray(b"tile")}

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        return self._tile(self._ids[index.row()]).as_map() if role == TILE_ROLE else None

    @property
    def drawn(self) -> tuple[UUID, ...]:
        """The products whose tiles were asked for since the last `show`."""
        return tuple(self._tiles)

    def show(self, ids: Sequence[UUID]) -> None:
        """Show these products in this order; the same order again changes nothing."""
        if tuple(ids) == self._ids:
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self._row_by_id = {product_id: row for row, product_id in enumerate(self._ids)}
        self._tiles.clear()
        self.endResetModel()

    def refresh(self, ids: Iterable[UUID]) -> None:
        """Derive the tiles among `ids` that are drawn anew and announce those that differ."""
        for product_id in ids:
            known = self._tiles.get(product_id)
            row = self._row_by_id.get(product_id)
            if known is None or row is None:
                continue
            fresh = self._derive(product_id)
            if fresh != known:
                self._tiles[product_id] = fresh
                index = self.index(row)
                self.dataChanged.emit(index, index, [TILE_ROLE])

    def _tile(self, product_id: UUID) -> Tile:
        tile = self._tiles.get(product_id)
        if tile is None:
            tile = self._tiles[product_id] = self._derive(product_id)
        return tile
