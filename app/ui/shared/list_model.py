"""A Qt list model over frozen dataclass rows that emits the least change."""

import dataclasses
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

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

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_RESERVED = frozenset(
    {"left", "right", "top", "bottom", "state", "data", "parent", "index", "model"}
)


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows of `row_type` (a frozen dataclass); the role names are its fields' names.

    `key` names the field that identifies a row. `set_rows` finds removed, inserted, moved and
    changed rows by it, so that delegates live on and only changed roles are read again.
    """

    countChanged = Signal()  # noqa: N815

    def __init__(self, row_type: type[Row], key: str = "id", parent: QObject | None = None) -> None:
        super().__init__(parent)
        names = [field.name for field in dataclasses.fields(row_type)]  # type: ignore[arg-type]
        if bad := _RESERVED.intersection(names):
            raise ValueError(f"role names collide with Item's own: {sorted(bad)}")
        if key not in names:
            raise ValueError(f"{row_type.__name__} has no field {key}")
        self._key = key
        self._rows: list[Row] = []
        self._roles = {int(Qt.ItemDataRole.UserRole) + 1 + i: n for i, n in enumerate(names)}
        self._role_names = {role: QByteArray(n.encode()) for role, n in self._roles.items()}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self._roles.get(role)
        if name is None or not index.isValid() or index.row() >= len(self._rows):
            return None
        return getattr(self._rows[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:
        return self._role_names

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=countChanged)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as last set."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; keys must be unique. Emits minimal removes, inserts, moves and changes."""
        wanted = [getattr(row, self._key) for row in rows]
        if len(set(wanted)) != len(wanted):
            raise ValueError("two rows with the same key")
        before = len(self._rows)
        self._remove_absent(set(wanted))
        if not self._rows:
            self._insert(0, list(rows))
        else:
            self._place(rows, wanted)
        if len(self._rows) != before:
            self.countChanged.emit()

    def _remove_absent(self, wanted: set[Any]) -> None:
        at = len(self._rows) - 1
        while at >= 0:
            if getattr(self._rows[at], self._key) in wanted:
                at -= 1
                continue
            last = at
            while at > 0 and getattr(self._rows[at - 1], self._key) not in wanted:
                at -= 1
            self.beginRemoveRows(QModelIndex(), at, last)
            del self._rows[at : last + 1]
            self.endRemoveRows()
            at -= 1

    def _insert(self, at: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()

    def _place(self, rows: Sequence[Row], wanted: list[Any]) -> None:
        known = {getattr(row, self._key) for row in self._rows}
        at = 0
        while at < len(rows):
            if wanted[at] not in known:
                end = at + 1
                while end < len(rows) and wanted[end] not in known:
                    end += 1
                self._insert(at, list(rows[at:end]))
                at = end
                continue
            if getattr(self._rows[at], self._key) != wanted[at]:
                self._move_here(at, wanted)
            self._change(at, rows[at])
            at += 1

    def _move_here(self, at: int, wanted: list[Any]) -> None:
        keys = [getattr(row, self._key) for row in self._rows]
        source = keys.index(wanted[at], at + 1)
        # One row moved down is one move of it, not a move up of everything between.
        if at + 1 < len(keys) and keys[at + 1] == wanted[at]:
            target = self._lowered(keys[at], at, wanted)
            if target > at + 1:
                self._move(at, target)
                return
        self._move(source, at)

    def _lowered(self, key: Any, at: int, wanted: list[Any]) -> int:
        """Where the row at `at` may be put down so that it stands before its wanted follower."""
        place = wanted.index(key)
        present = {getattr(row, self._key) for row in self._rows}
        return at + 1 + sum(1 for other in wanted[at:place] if other in present)

    def _move(self, source: int, target: int) -> None:
        """Move one row; `target` is counted before the move, as Qt does."""
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        row = self._rows.pop(source)
        self._rows.insert(target - 1 if target > source else target, row)
        self.endMoveRows()

    def _change(self, at: int, row: Row) -> None:
        old = self._rows[at]
        if old == row:
            return
        self._rows[at] = row
        changed = [r for r, n in self._roles.items() if getattr(old, n) != getattr(row, n)]
        if changed:
            self.dataChanged.emit(self.index(at), self.index(at), changed)
