"""The grid's list model: tiles are derived only when they are drawn or have changed.

One cell of the grid holds one tile, or two low ones (products sold by the piece) one above the
other, so that a tall grid has no empty tiles.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.pos.tile import Tile

TILE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
BELOW_ROLE = TILE_ROLE + 1
Cell = tuple[UUID, ...]
_NO_PARENT = QModelIndex()


class TileListModel(QAbstractListModel):
    """Cells in the order shown, roles `tile` and `below`; ten thousand cost no derivation."""

    productsChanged = Signal()  # noqa: N815

    def __init__(self, derive: Callable[[UUID], Tile], parent: QObject) -> None:
        super().__init__(parent)
        self._derive = derive
        self._cells: tuple[Cell, ...] = ()
        self._row_by_id: dict[UUID, int] = {}
        self._tiles: dict[UUID, Tile] = {}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def roleNames(self) -> dict[int, QByteArray]:
        return {TILE_ROLE: QByteArray(b"tile"), BELOW_ROLE: QByteArray(b"below")}

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._cells):
            return None
        cell = self._cells[index.row()]
        if role == TILE_ROLE:
            return self._tile(cell[0]).as_map()
        if role == BELOW_ROLE and len(cell) > 1:
            return self._tile(cell[1]).as_map()
        return None

    products = Property(int, lambda self: len(self._row_by_id), notify=productsChanged)
    """How many products are shown; a cell may hold two."""

    @property
    def drawn(self) -> tuple[UUID, ...]:
        """The products whose tiles were asked for since the last `show`."""
        return tuple(self._tiles)

    def show(self, cells: Sequence[Cell]) -> None:
        """Show these cells in this order; the same order again changes nothing."""
        if tuple(cells) == self._cells:
            return
        self.beginResetModel()
        self._cells = tuple(cells)
        self._row_by_id = {
            product_id: row for row, cell in enumerate(self._cells) for product_id in cell
        }
        self._tiles.clear()
        self.endResetModel()
        self.productsChanged.emit()

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
                first = product_id == self._cells[row][0]
                self.dataChanged.emit(index, index, [TILE_ROLE if first else BELOW_ROLE])

    def _tile(self, product_id: UUID) -> Tile:
        tile = self._tiles.get(product_id)
        if tile is None:
            tile = self._tiles[product_id] = self._derive(product_id)
        return tile
