"""The portion table's model: sorts and filters raw rows, formats only the cells looked at."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)

from app.domain.policy import StoreSettings
from app.ui.manager.stock_rows import Column, PortionFilter, PortionRow, arrange
from app.ui.manager.words import state_word
from app.ui.shared import format as text
from app.ui.shared.list_model import Index

_t = QCoreApplication.translate
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_COLUMNS = tuple(Column)


class PortionTable(QAbstractListModel):
    """One row per portion, one role per column; cells are text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: Sequence[PortionRow] = ()
        self._shown: list[PortionRow] = []
        self._wanted = PortionFilter()
        self._selected: UUID | None = None
        self._column, self._descending = Column.SELL_UNTIL, False
        self._settings: StoreSettings | None = None
        self._now: datetime | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._shown)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(c.value.encode()) for i, c in enumerate(_COLUMNS)}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        at = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= at < len(_COLUMNS) or index.row() >= len(self._shown):
            return None
        return self._cell(self._shown[index.row()], _COLUMNS[at])

    def row(self, at: int) -> PortionRow | None:
        """The row shown at `at`."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def select(self, at: int) -> None:
        """Keep the row shown at `at` selected, wherever it moves to."""
        found = self.row(at)
        self._selected = found.id if found else None

    @property
    def selected_row(self) -> int:
        """Where the selected row is now; -1 when there is none or it is filtered away."""
        return next((at for at, row in enumerate(self._shown) if row.id == self._selected), -1)

    def show(self, rows: Sequence[PortionRow], settings: StoreSettings, now: datetime) -> None:
        """Take new rows; nothing is announced when they are arranged as before."""
        self._all, self._settings, self._now = rows, settings, now
        self._arrange()

    def want(self, wanted: PortionFilter) -> None:
        """Filter anew."""
        self._wanted = wanted
        self._arrange()

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Sort anew."""
        self._column, self._descending = column, descending
        self._arrange()

    def _arrange(self) -> None:
        new = arrange(self._all, self._wanted, self._column, descending=self._descending)
        if [row.id for row in new] == [row.id for row in self._shown]:
            self._shown = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._shown = new
        self.endResetModel()

    def _cell(self, row: PortionRow, column: Column) -> str:
        settings, now = self._settings, self._now
        if settings is None or now is None:
            return ""
        if column is Column.STATE:
            return row.held or state_word(row.portion_state)
        if column is Column.WHOLE and row.share:
            return f"{row.whole} · {row.share}"
        if column is Column.GRADE:
            return row.grade.value if row.grade else "–"
        if column is Column.SCORE:
            return "–" if row.score is None else f"{row.score:.1f}"
        if column is Column.AGE:
            return text.duration((now - row.cut_at).total_seconds())
        if column is Column.SELL_UNTIL:
            return text.date_time(row.sell_until, settings)
        if column is Column.PRICE and not row.on_sale:
            return _t("Office", "Not sold")
        if column is Column.PRICE:
            return "–" if row.price_minor is None else text.money(row.price_minor, settings)
        return str(getattr(row, column.value))
