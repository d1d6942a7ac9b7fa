"""What is kept up to date equals what is worked out anew, after any changes in any order."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import new_id
from app.domain.portion import PortionState
from app.services.offers import stock_by_product
from app.services.stock_index import StockIndex
from app.services.store_view import Entity, RowChange, StoreView
from tests.support.sample_store import stocked_view

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
VIEW = stocked_view(NOW)


def step(view: StoreView, kind: str, pick: int) -> tuple[StoreView, dict[Entity, frozenset]]:  # type: ignore[type-arg]
    """The view after one change of its stock, and what the feed tells of it."""
    entity = Entity.WHOLE if kind.endswith("whole") else Entity.PORTION
    rows: Any = view.wholes if entity is Entity.WHOLE else view.portions
    old = list(rows.values())[pick % len(rows)]
    key: UUID = old.id
    value: Any = None
    if kind.startswith("new"):
        key = new_id()
        value = replace(old, id=key)
    elif kind.startswith("change"):
        value = replace(old, expires_at=NOW) if entity is Entity.WHOLE else replace(
            old, state=PortionState.QUARANTINED)  # fmt: skip
    folded = view.fold([RowChange(view.seq + 1, entity, key, value)])
    return folded, {entity: frozenset({key})}


KINDS = [f"{what} {which}" for what in ("new", "change", "drop") for which in ("whole", "portion")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 10_000)), max_size=12))
def test_the_index_equals_a_fresh_look(moves: list[tuple[str, int]]) -> None:
    view, index = VIEW, StockIndex()
    index.rebuild(view)
    for kind, pick in moves:
        before = dict(index.stocks)
        view, changes = step(view, kind, pick)
        touched = index.update(view, changes)
        fresh = stock_by_product(view)
        assert index.stocks == fresh
        assert touched >= {key for key in fresh if fresh[key] != before.get(key)}
