"""An allergen found later in a lot, added in the back office's window on the real store."""

from uuid import uuid4

import pytest

from app.services.store_view import StoreView
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.support.seed import SmallShop, Till, candidate, known_id, portion_ids
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, real

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def test_it_says_what_it_does_then_adds_it_and_offers_the_incident(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    sold, held = portion_ids()[:2]
    order = uuid4()
    with Till(make_terminal("One")) as till:
        buy(till, None, sold)
        till.act("set_avoidance", order, "counter", ["tree_nuts"], False)
        till.reserve(order, candidate(held))
    number = small_store.one("SELECT number FROM wedge.tickets WHERE id = %s", order)
    page = real.office._allergens
    lot = page._lot

    def view() -> StoreView:
        known = real.office._desk.view
        assert known is not None
        return known

    def effects() -> str:
        return " | ".join(lot._shown().get("effects", ()))

    async def body() -> None:
        await enter(real)
        await real.tap("nav_allergens")
        await real.tap("chip_lot")
        await real.write("lotCode", "nothing-1")
        await real.tap("lotFind")
        await real.until(lambda: page._errand._title == "No such code", "refused")
        await real.write("lotCode", "p-100")
        await real.tap("lotFind")
        await real.tap("lotAllergens_hazelnut")
        await real.until(lambda: f"▲ Order {number} avoids" in effects(), "the order is named")
        assert "no longer for guests who avoid hazelnut" in effects()
        assert "P-100)" in effects(), "the receipt with its portion"
        assert "Labels to print anew: P-" in effects()
        assert not (await real.item("lotAdd")).isEnabled()
        await real.write("lotReason", "the supplier's notice")
        await real.tap("lotAdd")
        await real.until(lambda: "holds hazelnut" in page._errand._title, "added")
        await real.until(lambda: "hazelnut" in lot._shown()["stated"], "read anew")
        await real.until(
            lambda: "hazelnut" in (view().portions[held].allergens or ()), "on its portions"
        )
        await real.tap("lotIncident")
        await real.until(lambda: bool(view().allergen_incidents), "blocked")
        await real.until(lambda: not page._errand.busy, "nothing asked")

    run(body())
    assert small_store.query(
        "SELECT body ->> 'whole', body ->> 'reason' FROM wedge.journal"
        " WHERE action = 'add lot allergens'"
    ) == [(small_store.one("SELECT code FROM wedge.wholes WHERE id = %s", known_id("whole 1")),
           "the supplier's notice")]  # fmt: skip
