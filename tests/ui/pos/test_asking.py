"""More than a tap says: cut, grade, how many, how prepared; what is short is said, not replaced."""

from dataclasses import replace

from app.domain.catalog import Preparation
from app.domain.portion import Portion, PortionState
from app.domain.task import TaskKind
from app.services.store_view import Entity
from app.ui.shared import scene
from tests.support.sample_store import FakeStore, sample_id, sample_view
from tests.support.screen import plain
from tests.ui.pos.conftest import NOW, OpenTill, TillDriver

MARGHERITA = sample_id("product M")
OPTIONS = (
    Preparation("Reheat", 0, 120),
    Preparation("Extra sauce", 1000, 0),
    Preparation("ตัดครึ่ง", 0, 10),
)


def open_with_options(open_till: OpenTill) -> TillDriver:
    store = FakeStore(sample_view(NOW), NOW)
    product = replace(store.feed.known.products[MARGHERITA], preparations=OPTIONS)
    store.feed.put((Entity.PRODUCT, MARGHERITA, product))
    till = open_till(store)
    till.sign_in()
    till.tap("wheel_M")
    till.tap("wheelAsk")
    return till


def test_two_reheated_with_a_note_show_it_on_their_lines(open_till: OpenTill) -> None:
    till = open_with_options(open_till)
    till.tap("askMore")
    till.until(lambda: till.text("askPrice").endswith(" each"))
    till.tap("askOption_0")
    till.tap("askOption_1")
    till.program.till._picking.ask.write("no basil")
    till.tap("askConfirm")
    asked = "Reheat · Extra sauce +10.00 · “no basil”"
    till.until(lambda: [plain(row.asked) for row in till.lines()] == [asked, asked])
    till.until(lambda: bool(till.program.till._order.can_pay))
    for line in till.store.feed.known.ticket_lines.values():
        if line.note:
            assert line.amount_minor == line.unit_price_minor + 1000
    tap_name(till, "swap_Margherita")
    till.tap("wheelPrepare")
    till.until(lambda: bool(till.item("askOption_0").property("checked")))
    till.tap("askOption_0")
    till.tap("askConfirm")
    only_sauce = "Extra sauce +10.00 · “no basil”"
    till.until(lambda: sorted(plain(row.asked) for row in till.lines()) == [only_sauce, asked])


def tap_name(till: TillDriver, line: str) -> None:
    """Tap a line of the order above its keys."""
    till.rest(line)
    scene.click(till.item(line), 0.4, 0.08)


def test_more_than_there_are_is_refused_with_the_number(open_till: OpenTill) -> None:
    till = open_with_options(open_till)
    ask = till.program.till._picking.ask
    till.tap("askGrade_A")
    free = ask._props["grades"][1]["text"]
    till.program.till._picking.ask.quantity(int(free.split()[0]) + 1)
    till.until(lambda: till.text("askAnswer").startswith("▲ Only 8"))
    assert not till.item("askConfirm").isEnabled()
    till.tap("askFewer")
    till.until(lambda: bool(till.item("askConfirm").isEnabled()))
    assert till.text("askQuantity") == "8"
    assert till.lines() == ()


def test_a_note_of_500_characters_is_refused_in_words(open_till: OpenTill) -> None:
    till = open_with_options(open_till)
    ask = till.program.till._picking.ask
    ask.write("ไม่ใส่ใบโหระพา 🌿" * 40)
    till.until(lambda: "At most 140 characters" in ask._props["noteError"])
    assert not till.item("askConfirm").isEnabled()
    ask.write("ก" * 139 + "🌿")
    till.until(lambda: bool(till.item("askConfirm").isEnabled()))
    assert ask._props["noteError"] == ""


def test_the_kitchen_is_asked_once_for_what_has_to_be_cut(open_till: OpenTill) -> None:
    till = open_with_options(open_till)
    ask = till.program.till._picking.ask
    ask.quantity(len(free_slices(till)) + 1)
    till.until(lambda: "Conversion needed: 1 whole" in till.text("askAnswer"))
    till.tap("askToCut")
    till.until(lambda: not till.shows("askToCut"))
    asked = [
        task for task in till.store.feed.known.tasks.values() if task.kind == TaskKind.CUT_FOR_ORDER
    ]
    assert [dict(each.subject) for each in asked] == [{"product_id": str(MARGHERITA), "whole": 1}]
    assert till.lines() == ()


def test_several_of_what_is_short_are_not_taken_in_part(open_till: OpenTill) -> None:
    """The keys 2 ×, 3 × …: nothing is put into the order before the cashier has picked."""
    till = open_with_options(open_till)
    till.program.till._picking.ask.close()
    keep = free_slices(till)[:2]
    gone = [
        replace(each, state=PortionState.QUARANTINED)
        for each in free_slices(till)
        if each not in keep
    ]
    till.store.feed.put(*((Entity.PORTION, each.id, each) for each in gone))
    till.tap("times_3")
    till.tap("tile_M")
    till.until(lambda: till.text("askAnswer").startswith("▲ Only 2"))
    assert till.lines() == ()
    till.tap("askFewer")
    till.tap("askConfirm")
    till.until(lambda: [row.phase for row in till.lines()] == ["held", "held"])


def free_slices(till: TillDriver) -> list[Portion]:
    offer = till.program.till._offer(MARGHERITA)
    portions = till.store.feed.known.portions
    return [portions[each.portion_id] for each in offer.candidates]


def test_a_drink_with_a_note_has_a_line_of_its_own(open_till: OpenTill) -> None:
    till = open_with_options(open_till)
    till.program.till._picking.ask.close()
    till.tap("tile_E4")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"])
    tap_name(till, "ask_Lime soda")
    till.item("askNote")
    till.program.till._picking.ask.write("no ice")
    till.tap("askConfirm")
    till.until(lambda: [row.asked for row in till.lines()] == ["“no ice”"])
    till.tap("tile_E4")
    till.until(lambda: sorted(row.asked for row in till.lines()) == ["", "“no ice”"])
