"""A table's rows in the order of the column that was asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.ui.shared.list_model import Row, RowsModel


class SortedRows(RowsModel[Row]):
    """Rows as given until a column is asked for; `by` says what each column is ordered by.

    Rows of equal value stay in the order given. Sorting by a column `by` does not name is ignored.
    """

    ordered = Signal()

    def __init__(
        self,
        row_type: type[Row],
        by: Mapping[str, Callable[[Row], Any]],
        *,
        key: str = "id",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(row_type, key, parent)
        self._by = by
        self._given: tuple[Row, ...] = ()
        self._column, self._descending = "", False

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._given = tuple(rows)
        super().set_rows(self._arranged())

    @Slot(str, bool)
    def order(self, column: str, descending: bool) -> None:
        """Sort by `column`: one reset, since moving thousands of rows singly takes seconds."""
        if column in self._by:
            self._column, self._descending = column, descending
            self.beginResetModel()
            self._rows = self._arranged()
            self.endResetModel()
            self.ordered.emit()

    def as_given(self) -> None:
        """Forget the column: the next rows come in their own order."""
        self._column, self._descending = "", False
        self.ordered.emit()

    def _arranged(self) -> list[Row]:
        found = self._by.get(self._column)
        if found is None:
            return list(self._given)
        return sorted(self._given, key=found, reverse=self._descending)

    sortKey = Property(str, lambda self: self._column, notify=ordered)  # noqa: N815
    sortDescending = Property(bool, lambda self: self._descending, notify=ordered)  # noqa: N815
