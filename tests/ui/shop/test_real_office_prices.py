"""What a manager types into the office's window is what the tills of the same store charge."""

from datetime import datetime

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.hand import Hand
from tests.support.screen import is_closed
from tests.support.seed import PINS, PIZZA, SmallShop, Till, candidate, known_id, portion_ids
from tests.ui.prices.conftest import (
    OpenScreen,
    OpenSlices,
    Screen,
    in_force,
    left_on_sale,
    priced,
    scored,
)
from tests.ui.prices.test_what_the_rules_charge import (
    amounts,
    both_show,
    cut_in_eight,
    wall_clock_in,
)

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
OTHER = "Another manager"


@pytest.fixture
def office(open_screen: OpenScreen, small_store: SmallShop) -> Screen:
    """The manager is in; another one is about, with the same PIN."""
    small_store.query(
        "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
        " SELECT gen_random_uuid(), %s, role, pin_salt, pin_verifier FROM wedge.staff"
        " WHERE id = %s", OTHER, known_id("manager"),
    )  # fmt: skip
    screen = open_screen(Mode.MANAGER)
    Hand(screen).sign_in("The manager", PINS["manager"])
    return screen


def put_in_force(office: Screen, why: str) -> None:
    """The draft gets its reason and the other manager's PIN."""
    hand = Hand(office)
    hand.write("draftNote", why)
    hand.tap("draftApply")
    hand.approve(OTHER, PINS["manager"])
    rules = office.program.office._prices._rules
    office.until(lambda: rules._edits() == 0, "in force")
    office.until(lambda: is_closed(office.window, "approvalSheet"), "the question is closed")


@pytest.mark.spec("BR-10.1")
def test_the_manager_prices_the_whole_in_the_office_and_both_tills_follow(
    office: Screen, open_slices: OpenSlices, small_store: SmallShop
) -> None:
    """A whole at 18.00 cut in 8: 2.25, with 10 % uplift 2.48; at 20.00 without it 2.50."""
    priced(small_store, base=300, cost=100)
    for portions in (10, 8):
        small_store.query(
            "UPDATE wedge.portion_configurations SET is_default = %s"
            " WHERE product_id = %s AND portions_per_whole = %s", portions == 8, PIZZA, portions,
        )  # fmt: skip
    cut_in_eight(small_store)
    left_on_sale(small_store, 8)
    scored(small_store, 9.5)
    one, two = open_slices("till-1", 8), open_slices("till-2", 8)
    hand = Hand(office)

    def by_the_whole(typed: str) -> None:
        hand.tap("nav_menu")
        hand.write("menuSearch", "Margherita")
        hand.tap("row_0")
        hand.write("product_whole", typed)
        hand.tap("saveKey")

    def uplift(typed: str) -> None:
        hand.tap("nav_prices")
        hand.tap("chip_rules")
        hand.write("draft_uplift", typed)
        put_in_force(office, "Another season")

    by_the_whole("18.00")
    both_show("2.25", one, two)
    uplift("10 %")
    both_show("2.48", one, two)
    uplift("0 %")
    by_the_whole("20.00")
    both_show("2.50", one, two)
    one.tap("tile_P")
    one.until(lambda: amounts(small_store) == [250], "charged")
    # 18.50 does not divide by 8: the whole's price stays what the manager set.
    by_the_whole("18.50")
    both_show("2.31", one, two)
    two.tap("tile_P")
    two.until(lambda: sorted(amounts(small_store)) == [231, 231], "charged, and passed on")


@pytest.mark.spec("BR-10.5")
def test_a_price_below_cost_is_refused_until_a_manager_allows_it_with_reason_and_end(
    office: Screen, open_slices: OpenSlices, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Cost 2.00, least margin 20 %: rules that compute 2.30 charge 2.50; 1.90 needs a manager."""
    slow = {"id": "slow", "name": "Quiet", "points": "-9/32"}
    priced(small_store, base=320, cost=200, windows=[slow], max_change="1/2")
    left_on_sale(small_store, 6)
    scored(small_store, 9.5)
    one, two = open_slices("till-1", 6), open_slices("till-2", 6)
    both_show("2.50", one, two)
    one.tap("tile_P")
    one.until(lambda: amounts(small_store) == [250], "charged")
    # Nobody's consent: whatever a terminal asks for, the store refuses 1.90.
    with Till(make_terminal("raw")) as raw, pytest.raises(psycopg.DatabaseError) as refused:
        raw.reserve(known_id("ticket"), candidate(portion_ids()[5], 0, 190, 320))
    assert refused.value.diag.message_hint == "bad_price"
    in_force(small_store, windows=[])
    hand = Hand(office)
    hand.tap("nav_prices")
    hand.tap("chip_offers")
    hand.tap("offerNew")
    hand.write("offerName", "Festival")
    hand.tap("offerKind_amount")
    hand.write("offerAmount", "1.30")
    hand.tap("offerKeep")
    # The form lets no such price pass without consent, and none without reason, end and budget.
    rules = office.program.office._prices._rules
    office.until(lambda: any("cost" in each for each in rules._faults), f"said: {rules._faults}")
    assert not hand.item("draftApply").isEnabled()
    hand.tap("offerEdit_0")
    hand.tap("offerLoss")
    hand.tap("offerKeep")
    office.until(lambda: bool(hand.item("offerReason").property("error")), "a reason")
    office.until(lambda: bool(hand.item("offerEnds").property("error")), "an end")
    hand.write("offerReason", "Festival")
    hand.write("offerBudget", "1.00")
    ends = datetime.fromisoformat(wall_clock_in(small_store, 3_600))
    hand.write("offerEnds", f"{ends:%Y-%m-%d %H:%M}")
    hand.tap("offerKeep")
    put_in_force(office, "Everybody comes")
    both_show("1.90", one, two)
    two.tap("tile_P")
    two.until(lambda: sorted(amounts(small_store)) == [190, 190], "charged, and passed on")
    (promotion,) = small_store.one(
        "SELECT document #> '{pricing,promotions}' FROM wedge.settings ORDER BY version DESC"
    )
    assert promotion["approval"]["approved_by"] == OTHER
    assert promotion["approval"]["reason"] == "Festival"
    # It ends by itself; the form takes minutes, so the end is drawn near.
    promotion["approval"]["until"] = wall_clock_in(small_store, 4)
    in_force(small_store, windows=[], promotions=[promotion])
    both_show("3.20", one, two)
    assert sorted(amounts(small_store)) == [190, 190]
