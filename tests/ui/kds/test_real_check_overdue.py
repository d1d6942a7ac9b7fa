"""A skipped check on the real store: the server stops the next step, its clock tells (BR-13.1)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.data import rows
from app.domain.checkpoints import Due, Step
from app.services.checks_due import checks_due
from app.services.store_view import StoreView
from tests.data.looked_at import Shop
from tests.data.looked_at import shop as shop
from tests.data.test_recovery import behind_the_guards
from tests.support.screen import until
from tests.support.seed import CABINET, EIGHTHS, SmallShop, known_id
from tests.ui.kds.test_real_store import Cook, RealKitchen
from tests.ui.kds.test_real_store import cook as cook
from tests.ui.kds.test_real_store import store as store

MISSING = "SELECT checks_missing FROM wedge.wholes WHERE id = %s"
QUARTER, SECOND = timedelta(minutes=15), timedelta(seconds=1)


def cut(shop: Shop) -> UUID:
    """A lot below what goes on sale unseen: it owes both checks. Returns a portion of it."""
    made = shop.kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 5.0, None)
    return UUID(made["ids"][0])


def owed(view: StoreView, now: datetime) -> list[Any]:
    """The mandatory checks that are due by then, overdue or not."""
    return [c for c in checks_due(view, now, timedelta(0)) if c.step is Step.AFTER_CUT]


@pytest.mark.spec("BR-13.1")
def test_nothing_a_kitchen_says_puts_a_lot_on_display_unseen(shop: Shop) -> None:
    portion = cut(shop)
    whole = shop.small.one("SELECT whole_id FROM wedge.portions WHERE id = %s", portion)
    missing, malformed = ("checkpoint_missing", "after_cut"), ("bad_text", "kind")
    for said, answer in (
        ({"kind": "checkpoint"}, missing),
        ({"kind": "checkpoint", "after_cut": True, "passed": True, "epoch": 0}, missing),
        ({"kind": "checkpoint", "checks_missing": [], "step_due": "2000-01-01"}, missing),
        ({"kind": "random"}, malformed),
        ({"kind": "recheck"}, malformed),
    ):
        refused = shop.refused(
            lambda said=said: shop.look(portion, step="on_display", score=10.0, **said)
        )
        assert refused == answer, said
    assert shop.small.one(MISSING, whole) == ["after_cut", "on_display"]
    view = rows.view(shop.small.one("SELECT wedge.snapshot()"))
    cut_at = view.portions[portion].cut_at
    due = cut_at + view.settings.food.checkpoints.step_due
    assert [c.state for c in owed(view, due + QUARTER)] == [Due.DUE]
    assert [c.state for c in owed(view, due + QUARTER + SECOND)] == [Due.OVERDUE]


@pytest.mark.spec("BR-13.1")
def test_the_kitchen_is_alerted_by_the_servers_clock(
    cook: Cook, shop: Shop, small_store: SmallShop
) -> None:
    portion = cut(shop)

    def overdue_in(ahead: timedelta) -> None:
        """As if the lot had been cut so long ago that its quarter of an hour ends in `ahead`."""
        at = small_store.one("SELECT clock_timestamp()") - timedelta(minutes=25) + ahead
        lot = f"(SELECT whole_id FROM wedge.portions WHERE id = '{portion}')"
        behind_the_guards(
            small_store,
            f"UPDATE wedge.wholes SET cut_at = '{at}' WHERE id = {lot}",
            f"UPDATE wedge.portions SET cut_at = '{at}' WHERE whole_id = {lot}",
        )
        # Touched once more, so that every screen hears of it.
        small_store.query(f"UPDATE wedge.portions SET place = place WHERE whole_id = {lot}")

    async def body(kitchen: RealKitchen) -> None:
        checks = kitchen.program.model.property("checks").model

        def tones() -> list[str]:
            kitchen.program.model.refresh()
            found = checks.property("rows").rows
            return [row.tone for row in found if row.key.startswith("checkpoint_")]

        overdue_in(timedelta(minutes=5))
        await until(lambda: tones() == ["warning"])
        overdue_in(-SECOND)
        await until(lambda: tones() == ["danger"])

    cook(body)
