from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.shared.list_model import RowsModel


@dataclass(frozen=True)
class Row:
    id: int
    text: str


rows = st.lists(
    st.builds(Row, st.integers(0, 12), st.sampled_from("abc")), unique_by=lambda r: r.id
)


def _checked(model: QAbstractItemModel) -> QAbstractItemModelTester:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    return QAbstractItemModelTester(model, mode, model)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=rows, after=rows)
def test_any_rows_become_any_rows(qapp: object, before: list[Row], after: list[Row]) -> None:
    model: RowsModel[Row] = RowsModel(Row)
    _checked(model)
    model.set_rows(before)
    model.set_rows(after)
    assert model.rows == tuple(after)


def test_only_what_changed_is_said(qapp: object) -> None:
    model: RowsModel[Row] = RowsModel(Row)
    model.set_rows([Row(1, "a"), Row(2, "b"), Row(3, "c")])
    said: list[str] = []
    model.rowsInserted.connect(lambda _p, first, last: said.append(f"in {first}-{last}"))
    model.rowsRemoved.connect(lambda _p, first, last: said.append(f"out {first}-{last}"))
    model.rowsMoved.connect(lambda _p, first, _l, _q, to: said.append(f"move {first}>{to}"))
    model.dataChanged.connect(lambda a, _b, roles: said.append(f"change {a.row()} {len(roles)}"))
    model.set_rows([Row(1, "a"), Row(2, "x"), Row(3, "c")])
    model.set_rows([Row(2, "x"), Row(3, "c"), Row(1, "a")])
    model.set_rows([Row(2, "x"), Row(4, "n"), Row(1, "a")])
    assert said == ["change 1 1", "move 0>3", "out 1-1", "in 1-1"]


def test_names_of_items_are_refused(qapp: object) -> None:
    @dataclass(frozen=True)
    class Bad:
        id: int
        state: str

    with pytest.raises(ValueError, match="state"):
        RowsModel(Bad)
