"""Shift leads and service staff in real windows on one real store."""

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_recovery import lines_of, serve
from tests.support.hand import Hand
from tests.support.screen import is_closed
from tests.support.seed import PINS, SmallShop, Till, known_id
from tests.ui.pos.conftest import Connect, OpenTill, TillDriver, measured
from tests.ui.prices.conftest import OpenScreen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


@pytest.fixture
def till(
    connect: Connect, make_terminal: MakeTerminal, small_store: SmallShop, open_till: OpenTill
) -> TillDriver:
    """A till nobody has signed in at; slices cost 4.00, those of the second whole are better."""
    measured(small_store)
    small_store.query(
        "UPDATE wedge.portions SET inspected_score = 9.3, inspected_at = clock_timestamp()"
        " WHERE code LIKE 'P-1%'"
    )
    small_store.query("UPDATE wedge.products SET base_price_minor = 400, cost_minor = 100")
    return open_till(connect(make_terminal("One")))


def enter(till: TillDriver, role: str) -> Hand:
    hand = Hand(till)
    hand.sign_in(f"The {role}", PINS[role])
    till.until(lambda: till.shows("tile_P"), "the tiles")
    return hand


def sell_three(till: TillDriver, hand: Hand) -> None:
    for _ in range(3):
        hand.tap("tile_P")
    till.until(lambda: [row.phase for row in till.lines()] == ["held"] * 3, "held")
    hand.tap("payKey")
    hand.tap("exactKey")
    hand.tap("nextOrder")


def complain(till: TillDriver, hand: Hand, code: str) -> None:
    hand.tap("rail_receipts")
    hand.tap("complain_1")
    hand.tap(f"complaintLine_{code}")
    hand.tap("complaintKind_quality")
    hand.tap("complaintReason_0")
    till.until(lambda: till.shows("giveRefund"), "what is given")


@pytest.mark.spec("FUL-E3.1")
def test_service_staff_gives_one_portion_alone_and_money_with_the_shift_leads_pin(
    till: TillDriver, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Three portions at 4.00 are sold and served; the same server hears of two of them."""
    hand = enter(till, "service")
    sell_three(till, hand)
    ticket = small_store.one("SELECT id FROM wedge.tickets")
    with Till(make_terminal("Pass", Mode.KDS), "kitchen") as station:
        serve(station, ticket, lines_of(small_store, ticket))
    codes = [
        row[0]
        for row in small_store.query(
            "SELECT portion_code FROM wedge.ticket_lines ORDER BY position"
        )
    ]
    complain(till, hand, codes[0])
    allowed = "A shift lead or manager has to allow it"
    till.until(lambda: till.item("giveRefund").property("note") == allowed, "refund: not alone")
    hand.tap("giveReplacement")
    till.until(lambda: till.shows("recoveryGiven"), "given")
    sent = "SELECT total_minor, state FROM wedge.tickets WHERE replaces_id = %s"
    assert small_store.query(sent, ticket) == [(0, "paid")]
    hand.tap("askAgain_5")
    till.until(lambda: is_closed(till.window, "recoverySheet"), "the sheet is closed")
    complain(till, hand, codes[1])
    hand.tap("giveRefund")
    till.until(lambda: till.shows("approvalReason_0"), "a second person is asked for")
    assert small_store.one("SELECT count(*) FROM wedge.refunds") == 0
    hand.approve("The shift_lead", PINS["shift_lead"])
    till.until(lambda: till.shows("recoveryGiven"), "given")
    given = "SELECT kind, amount_minor, given_by, approved_by FROM wedge.compensations ORDER BY at"
    assert small_store.query(given) == [
        ("replacement", 400, known_id("service"), None),
        ("refund", 400, known_id("service"), known_id("shift_lead")),
    ]  # fmt: skip
    hand.tap("askAgain_5")
    till.until(lambda: is_closed(till.window, "recoverySheet"), "the sheet is closed")


def test_a_shift_lead_taken_on_in_the_office_signs_in_at_the_till_and_leaves(
    till: TillDriver, small_store: SmallShop, open_screen: OpenScreen
) -> None:
    office = open_screen(Mode.MANAGER)
    desk = Hand(office)
    desk.sign_in("The manager", PINS["manager"])
    desk.tap("nav_places")
    desk.tap("newPerson")
    desk.write("personName", "Kanda")
    desk.tap("chip_shift_lead")
    desk.write("personPin", "1234")
    office.until(lambda: not desk.item("personSave").isEnabled(), "six digits")
    desk.write("personPin", "482913")
    desk.tap("personSave")
    office.until(lambda: desk.find("personSave") is None, "kept")
    hand = Hand(till)
    hand.sign_in("Kanda", "482913")
    till.until(lambda: till.shows("tile_P"), "the tiles")
    signed_in = "SELECT count(*) FROM wedge.staff_sessions WHERE ended_at IS NULL"
    assert small_store.one(signed_in) == 2
    names = [row.name for row in office.program.office._places._staff._rows.rows]
    desk.tap(f"row_{names.index('Kanda')}")
    desk.tap("chip_left")
    desk.tap("personSave")
    office.until(lambda: small_store.one(signed_in) == 1, "Kanda is out")
    said = "SELECT body ->> 'active' FROM wedge.journal WHERE action = 'save staff' ORDER BY at"
    assert [row[0] for row in small_store.query(said)] == ["true", "false"]
