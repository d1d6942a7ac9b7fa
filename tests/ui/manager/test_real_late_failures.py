"""Two late failures in the back office's window on the real store: restored, and reviewed."""

import json
from functools import partial
from uuid import uuid4

import pytest

from app.domain.people import Mode
from app.services.product_curve import curve_section
from tests.conftest import MakeTerminal
from tests.data.test_guests import buy
from tests.data.test_policies import add_chief
from tests.support.seed import CABINET, PIZZA, SmallShop, Till, known_id
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_real_complaints import enter, quiet, real

__all__ = ["real"]

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def fail_twice(store: SmallShop, make_terminal: MakeTerminal) -> None:
    """Two sold portions fail before they are handed over."""
    seen = {"kind": "recheck", "step": None, "score": 8.0, "passed": False,
            "causes": ["dry edge"], "note": "", "temperature_mc": None}  # fmt: skip
    said = json.dumps({"score": 9.0, "effective_age_s": 3000.0})
    kitchen_url = make_terminal("Pass", Mode.KDS)
    with Till(make_terminal("One")) as till, Till(kitchen_url, "kitchen") as kitchen:
        for name in ("portion 1/4", "portion 2/4"):
            buy(till, None, known_id(name))
            kitchen.act("record_inspection", uuid4(), known_id(name), json.dumps(seen), said, "[]")


async def approve(desk: OfficeDriver) -> None:
    """The chief is in the office too and types the PIN."""
    await desk.tap("approvalReason_0")
    await desk.tap("approvalAsk")
    await desk.tap("approver_The chief")
    for digit in "654321":
        await desk.tap(f"approvalPin_{digit}")
    await desk.tap("approvalGrant")


async def bring_back(desk: OfficeDriver) -> None:
    """In the product's form, from its versions, as any other change of a curve."""
    await desk.tap("nav_menu")
    menu = desk.office._menu
    view = desk.office._desk.view
    assert view is not None
    menu._form.open(view.products[PIZZA])
    await desk.until(lambda: menu._form._curves._history.find("2") is not None, "its version")
    menu._form.bringBack("2")
    await desk.tap("saveKey")
    await approve(desk)


@pytest.mark.spec("FUL-E2.4")
def test_the_manager_restores_the_interval_and_puts_the_lowered_curve_in_force(
    real: OfficeDriver, run: Run, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_chief(small_store)
    fail_twice(small_store, make_terminal)
    watches = "SELECT subject_id FROM wedge.watches WHERE reset_by IS NULL"
    assert {row[0] for row in small_store.query(watches)} == {PIZZA, CABINET}
    page = real.office._quality

    def watched(count: int) -> bool:
        return sum(row.kind == "watch" for row in page._items._items.rows) == count

    async def body() -> None:
        await enter(real)
        await real.tap("nav_quality")
        await real.until(
            lambda: {row.kind for row in page._items._items.rows} >= {"curve_review", "watch"},
            "listed",
        )
        for left in (1, 0):
            watch = next(row for row in page._items._items.rows if row.kind == "watch")
            page._items.close(watch.id)
            await real.until(partial(watched, left), "restored")
            await real.until(lambda: not page._items._errand.busy, "answered")
        assert small_store.query(watches) == []
        await real.until(lambda: any(row.mayAdopt for row in page._curves.rows), "may adopt")
        page.adopt(page._curves.rows[0].key)
        await approve(real)
        e7 = "SELECT e7_s FROM wedge.products WHERE id = %s"
        await real.until(lambda: small_store.one(e7, PIZZA) == pytest.approx(3600), "in force")
        await real.until(
            lambda: all(row.kind != "curve_review" for row in page._items._items.rows), "reviewed"
        )
        await bring_back(real)
        await real.until(lambda: small_store.one(e7, PIZZA) == 7200, "as it was")
        kept = "SELECT version, note FROM wedge.policy_changes WHERE section = %s ORDER BY 1"
        learned, back = small_store.query(kept, curve_section(PIZZA))
        assert (learned[0], back[0]) == (2, 3) and learned[1].startswith("Learned from")
        await quiet(real)

    run(body())
