"""A look that comes sooner than usual says why."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from app.domain.ids import new_id
from app.domain.quality_watch import Trouble, Watched
from app.services.checks_due import checks_due
from app.services.store_view import Entity, RowChange, StoreView
from app.ui.kds import checks
from tests.services.test_off_sale import NOON, UNIT, lot, only
from tests.support.sample_data import stocked_view


def said(view: StoreView) -> str:
    """What the row of the first look says."""
    (check, *_) = checks_due(view, NOON, timedelta(hours=3))
    return checks._row("key", check, view, NOON).reason


@pytest.mark.parametrize(
    ("trouble", "why"),
    [(Trouble.LATE_FAILURE, "failed late today"), (Trouble.DEGRADED_IN_ORDER, "lost its grade")],
)
def test_the_row_says_why_it_is_due_more_often(trouble: Trouble, why: str) -> None:
    view = stocked_view(NOON)
    rare = replace(view.settings.food.checkpoints, random_share=Fraction(0))
    food = replace(view.settings.food, checkpoints=rare)
    view = replace(only(view, lot(view, NOON)), settings=replace(view.settings, food=food))
    assert "twice as often" not in said(view)
    watch = Watched(new_id(), UNIT, trouble, NOON, NOON + timedelta(hours=5))
    watched = view.fold([RowChange(view.seq + 1, Entity.WATCH, watch.id, watch)])
    assert f"twice as often: {why}" in said(watched)
