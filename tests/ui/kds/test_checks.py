"""Looking at food in the kitchen's window: what is due, the sheet, what leaves sale."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from app.domain.catalog import HoldingTemperature
from app.domain.portion import Inspected, Portion, PortionState
from app.domain.ticket import KitchenState
from app.services.store_view import StoreView
from app.ui.kds import stock_watch
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import run_now, sample_id, sample_session, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, first_line, portion_of, with_portions
from tests.ui.kds.test_kitchen_limits import small_keys
from tests.ui.kds.test_words_fit import cut_off, small_letters


def lot_of(view: StoreView, prefix: str) -> list[Portion]:
    """The unsold portions of the first lot of a product."""
    product = sample_id(f"product {prefix}")
    mine = [
        each
        for each in view.portions.values()
        if each.product_id == product and each.state is PortionState.AVAILABLE
    ]
    return [each for each in mine if each.whole_id == mine[0].whole_id]


def overdue(view: StoreView) -> StoreView:
    """The first lot of Margherita was last looked at an hour and a half ago."""
    looked = [
        replace(each, cut_at=NOW - timedelta(minutes=90), inspected=None)
        for each in lot_of(view, "M")
    ]
    return with_portions(view, *looked)


def owing(view: StoreView) -> StoreView:
    """A lot on the order was cut without its check on display."""
    portion = view.portions[portion_of(first_line(view))]
    whole = replace(view.wholes[portion.whole_id], checks_missing=("on_display",))
    return replace(view, wholes=MappingProxyType({**view.wholes, whole.id: whole}))


def leaving(view: StoreView, minutes: int = 10) -> StoreView:
    """A lot of Pepperoni reaches its limit soon."""
    whole = lot_of(view, "P")[0].whole_id
    soon = [
        replace(each, expires_at=NOW + timedelta(minutes=minutes))
        for each in view.portions.values()
        if each.whole_id == whole
    ]
    return with_portions(view, *soon)


def key_of(screen: Screen, prefix: str) -> str:
    names = [item.objectName() for item in scene.visible_items(screen.window)]
    return next(name for name in names if name.startswith(prefix))


def test_an_overdue_check_is_an_alarm_and_its_score_puts_the_lot_on_sale(
    shell: Shell, run: Run
) -> None:
    screen = Screen(shell, overdue(sample_view(NOW)))
    lot = lot_of(screen.view, "M")

    async def body() -> None:
        await screen.sign_in()
        assert str(screen.item("checks").property("text")).startswith("▲ Checks")
        await screen.click("checks")
        await screen.until(lambda: screen.all("checksSheet") or screen.all("sheetTitle"))
        screen.picture("checks")
        oldest = min(lot, key=lambda each: each.id)
        look = next(
            name for name in (f"look_recheck_{each.id}" for each in lot) if screen.all(name)
        )
        assert oldest is not None
        await screen.click(look)
        await screen.until(lambda: screen.all("inspectRecord"))
        screen.picture("inspect")
        assert not screen.item("inspectRecord").property("enabled")
        await screen.click("score_8")
        await screen.click("score_half")
        assert screen.item("inspectScore").property("text") == "8.5"
        assert small_keys(screen) == []
        assert cut_off(screen) == []
        assert set(small_letters(screen)) <= {"×"}
        await screen.click("inspectRecord")
        await screen.until(lambda: screen.store.quality.recorded)
        (seen,) = screen.store.quality.recorded
        assert (seen.score, seen.passed, seen.kind.value) == (8.5, True, "recheck")
        looked = next(each for each in screen.view.portions.values() if each.code == seen.code)
        assert looked.inspected == Inspected(NOW, 8.5)

    run(body())


def test_a_failure_needs_its_cause_and_leaves_sale(shell: Shell, run: Run) -> None:
    screen = Screen(shell, overdue(sample_view(NOW)))

    async def body() -> None:
        await screen.sign_in()
        await screen.click("checks")
        await screen.until(lambda: screen.all("sheetTitle"))
        await screen.click(key_of(screen, "look_recheck_"))
        await screen.click("score_6")
        assert not screen.item("inspectRecord").property("enabled")
        assert not screen.item("inspectFail").property("enabled")
        assert "say what is wrong" in str(screen.item("inspectMessage").property("text"))
        await screen.click("cause_dry edge")
        for digit in "9999":
            await screen.click(f"coreKey_{digit}")
        shown = screen.item("inspectMessage")
        await screen.until(lambda: "No thermometer" in str(shown.property("text")))
        await screen.until(lambda: not screen.item("inspectFail").property("enabled"))
        await screen.click("coreKey_clear")
        for digit in "632":
            await screen.click(f"coreKey_{digit}")
        screen.picture("inspect-failed")
        await screen.click("inspectFail")
        await screen.until(lambda: screen.store.quality.recorded)
        (seen,) = screen.store.quality.recorded
        assert (seen.passed, seen.causes) == (False, ("dry edge",))
        portion = next(each for each in screen.view.portions.values() if each.code == seen.code)
        assert portion.state is PortionState.QUARANTINED
        assert any(task.kind == "investigation" for task in screen.view.tasks.values())

    run(body())


def test_a_lot_without_its_check_is_not_handed_over(shell: Shell, run: Run) -> None:
    screen = Screen(shell, owing(sample_view(NOW)))
    ticket = screen.view.tickets[first_line(screen.view).ticket_id]

    async def body() -> None:
        await screen.sign_in()
        session = sample_session(screen.view, "Ploy", "Kitchen")
        for line in screen.view.lines_of(ticket.id):
            run_now(
                screen.store.kitchen.verify_line(
                    session, request=sample_id(str(line.id)), line_id=line.id, temperature_mc=None
                )
            )
        screen.vm.property("tickets").bump(str(ticket.id))
        await screen.until(
            lambda: screen.vm.property("banner").property("title") == "A check is missing"
        )
        await screen.click("checks")
        await screen.until(lambda: screen.all("sheetTitle"))
        await screen.click(key_of(screen, "look_checkpoint_"))
        await screen.click("score_9")
        await screen.click("inspectRecord")
        await screen.until(lambda: screen.store.quality.recorded)
        screen.vm.property("tickets").bump(str(ticket.id))
        await screen.until(
            lambda: (
                screen.view.ticket_lines[first_line(screen.view).id].kitchen_state
                is KitchenState.SERVED
                if screen.view.lines_of(ticket.id)
                else True
            )
        )

    run(body())


def test_what_leaves_sale_waits_for_its_waste_records(shell: Shell, run: Run) -> None:
    screen = Screen(shell, leaving(sample_view(NOW)))
    lot = lot_of(screen.view, "P")

    async def body() -> None:
        await screen.sign_in()
        await screen.click("checks")
        await screen.until(lambda: screen.all("sheetTitle"))
        await screen.until(lambda: screen.all(f"waste_{lot[0].whole_id}"))
        screen.window.grabWindow()
        screen.picture("leaving")
        assert cut_off(screen) == []
        await screen.click(f"waste_{lot[0].whole_id}")
        await screen.until(lambda: screen.store.quality.wasted)
        assert {each for each, _ in screen.store.quality.wasted} == {each.id for each in lot}
        await screen.until(lambda: not screen.all(f"waste_{lot[0].whole_id}"))

    run(body())


def test_the_food_safety_manager_extends_a_lot_once(shell: Shell, run: Run) -> None:
    screen = Screen(shell, leaving(sample_view(NOW)))
    lot = lot_of(screen.view, "P")
    other = f"other_waste_{lot[0].whole_id}"

    async def body() -> None:
        await screen.sign_in()
        await screen.click("checks")
        await screen.until(lambda: screen.all("sheetTitle"))
        await screen.click(other)
        dialog = screen.vm.property("approval")
        await screen.until(lambda: dialog.property("opened"))
        screen.window.grabWindow()
        screen.picture("extend")
        await screen.click("approvalReason_0")
        await screen.click("approvalAsk")
        await screen.click("approver_Dr. Siri")
        for digit in "1234":
            await screen.click(f"approvalPin_{digit}")
        await screen.click("approvalGrant")
        moved = timedelta(minutes=40)
        await screen.until(lambda: screen.view.portions[lot[0].id].expires_at == NOW + moved)
        assert screen.view.wholes[lot[0].whole_id].extended_from == NOW + timedelta(minutes=10)
        await screen.until(lambda: not screen.all(other))

    run(body())


def test_a_gap_in_the_readings_is_shown_as_a_gap(shell: Shell, run: Run) -> None:
    view = sample_view(NOW)
    unit = view.holding_units[sample_id("unit Cabinet 1")]
    known = view.holding_temperatures[unit.id].readings
    from_s, to_s = NOW.timestamp() - 7200, NOW.timestamp() - 3600
    kept = tuple(each for each in known if not from_s < each[0] < to_s)
    readings = {**view.holding_temperatures, unit.id: HoldingTemperature(unit.id, kept)}
    screen = Screen(shell, replace(view, holding_temperatures=MappingProxyType(readings)))

    async def body() -> None:
        await screen.sign_in()
        await screen.until(lambda: screen.all("gap_Cabinet 1"))
        screen.picture("gap")
        assert "no data for 4" in str(screen.item("gap_Cabinet 1").property("text"))
        assert not screen.all("gap_Cabinet 2")

    run(body())


@pytest.mark.spec("FUL-E2.1")
def test_a_bad_portion_is_taken_out_of_an_order_and_another_one_takes_its_place(
    shell: Shell, run: Run
) -> None:
    screen = Screen(shell, sample_view(NOW))
    cake = next(
        line for line in screen.view.lines_of(PAID) if (line.portion_code or "").startswith("C")
    )
    bad = screen.view.portions[portion_of(cake)]

    async def body() -> None:
        await screen.sign_in()
        screen.vm.property("checks").lookAtLine(str(cake.id))
        await screen.click("score_8")
        await screen.click("cause_damage")
        await screen.click("inspectFail")
        await screen.until(lambda: screen.store.quality.recorded)
        assert screen.view.portions[bad.id].state is PortionState.QUARANTINED
        assert screen.view.portions[bad.id].ticket_id is None
        line = screen.view.ticket_lines[cake.id]
        stand_in = screen.view.portions[portion_of(line)]
        assert stand_in.whole_id != bad.whole_id
        assert stand_in.state is PortionState.COMMITTED
        assert stand_in.ticket_id == cake.ticket_id
        assert line.grade is not None
        assert cake.grade is not None
        assert line.grade <= cake.grade
        assert line.unit_price_minor == cake.unit_price_minor
        assert screen.store.quality.recorded[0].causes == ("damage",)

    run(body())


def test_a_silent_sensor_asks_for_signed_checks_and_a_missed_one_alerts_the_manager(
    shell: Shell, run: Run
) -> None:
    view = sample_view(NOW)
    screen = Screen(shell, view)
    unit = sample_id("unit Cabinet 2")
    last_s = view.holding_temperatures[unit].readings[-1][0]
    prompt = timedelta(minutes=15) - timedelta(seconds=NOW.timestamp() - last_s)
    key = f"look_unit_{unit}"

    async def body() -> None:
        await screen.sign_in()
        screen.store.advance(prompt.total_seconds() - 1)
        screen.vm.refresh()
        assert screen.vm.property("checks").model.clock(f"unit_{unit}") is None
        screen.store.advance(6)
        screen.vm.refresh()
        await screen.click("checks")
        await screen.until(lambda: screen.all(key))
        screen.window.grabWindow()
        screen.picture("silent")
        assert screen.vm.property("checks").model.overdue_clocks() == []
        screen.store.advance(15 * 60)
        screen.vm.refresh()
        await screen.until(
            lambda: any(task.kind == "check_overdue" for task in screen.view.tasks.values())
        )
        await screen.click(key)
        for digit in "634":
            await screen.click(f"unitKey_{digit}")
        await screen.click("unitSign")
        await screen.until(lambda: screen.store.quality.readings)
        assert screen.store.quality.readings == [(unit, "hand: Ploy", 63_400)]
        await screen.until(lambda: not screen.all(key))

    run(body())


def test_a_large_stock_is_derived_beside_the_window_and_shown_all_the_same(
    shell: Shell, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More portions than are looked at in a tick's share: the lists come from the thread."""
    monkeypatch.setattr(stock_watch, "AT_ONCE", 1)
    screen = Screen(shell, overdue(sample_view(NOW)))

    async def body() -> None:
        await screen.sign_in()
        await screen.until(
            lambda: str(screen.item("checks").property("text")).startswith("▲ Checks")
        )
        looked = sum(
            1 for _ in screen.vm.property("checks").property("lists").property("rows").rows
        )
        assert looked > 0

    run(body())
