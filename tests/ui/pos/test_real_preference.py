"""A guest's preference at a till over the real database: from the record into the choice."""

from uuid import UUID

import pytest

from tests.conftest import MakeTerminal
from tests.data.test_guest_profile import CORNERS, in_rows_of, rated
from tests.data.test_guests import buy, enrol
from tests.data.test_scarce import expect
from tests.support.seed import PIZZA, SmallShop, Till, known_id, portion_ids
from tests.ui.pos.conftest import OpenTill, TillDriver

HELD = (
    "SELECT p.wedge, l.choice_reason, d.document -> 'prefers' FROM wedge.ticket_lines l"
    " JOIN wedge.portions p ON p.id = l.portion_id"
    " JOIN wedge.allocation_decisions d ON d.line_id = l.id"
    " JOIN wedge.tickets t ON t.id = l.ticket_id AND t.state = 'open' ORDER BY l.position"
)


def regular(shop: SmallShop, till: Till) -> UUID:
    """Somebody who took five of the first whole's and the second's corners and liked them."""
    guest = enrol(till)
    for each in (*CORNERS[:2], *CORNERS[4:7]):
        rated(shop, buy(till, guest, each)[0], 5)
    return guest


def end_in(shop: SmallShop, minutes: int, portions: list[UUID]) -> None:
    """All at the same moment."""
    shop.query(
        "UPDATE wedge.portions SET expires_at = x.at FROM (SELECT"
        " date_trunc('second', clock_timestamp()) + make_interval(mins => %s) AS at) x"
        " WHERE id = ANY (%s) AND state = 'available'", minutes, portions,
    )  # fmt: skip


def ends(till: TillDriver) -> int:
    """At how many moments the free portions end, as the till knows it."""
    portions = till.store.feed.view.portions.values()
    return len({each.expires_at for each in portions if each.state == "available"})


def name_guest(till: TillDriver) -> None:
    till.tap("guestKey")
    till.until(lambda: bool(till.program.till._guests._guest._found.rows), "found")
    till.tap("guest_Malee")
    till.until(lambda: till.program.till._guests._guest.record is not None, "record")


@pytest.mark.spec("FUL-02.3")
def test_the_guest_s_favourite_place_is_taken_and_said(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The profile is one line of the guest's sheet; nobody else's order knows of it."""
    in_rows_of(small_store, 5)
    till = open_real("One")
    with Till(make_terminal("Setter")) as setter:
        regular(small_store, setter)
    till.until(lambda: till.text("tileLeft") == "15 left", "five sold")
    till.tap("tile_P")
    till.until(lambda: len(small_store.query(HELD)) == 1, "held")
    wedge, reason, prefers = small_store.query(HELD)[0]
    assert (wedge not in (0, 4, 5, 9), reason[:6], prefers) == (True, "oldest", [])
    name_guest(till)
    till.until(lambda: "corner piece" in till.text("guestHint_2"), "the profile")
    till.tap("sheetClose")
    till.tap("tile_P")
    till.until(lambda: len(small_store.query(HELD)) == 2, "held")
    wedge, reason, prefers = small_store.query(HELD)[1]
    assert (wedge in (0, 4, 5, 9), reason, prefers) == (True, "preferred", ["corner"])
    till.until(lambda: "your guest's favourite place" in till.lines()[1].why, "said")
    rows = small_store.query("SELECT f::text FROM wedge.feed f")
    assert not any("corner" in content for (content,) in rows)


@pytest.mark.spec("POS-R2.3")
def test_while_too_few_are_left_a_preference_only_breaks_ties(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Corners that end later wait for their turn; of those that end together one is taken."""
    in_rows_of(small_store, 5)
    till = open_real("One")
    with Till(make_terminal("Setter")) as setter:
        regular(small_store, setter)
        expect(setter, 40)
    end_in(small_store, 70, portion_ids())
    end_in(small_store, 50, [known_id("portion 1/1")])
    till.until(lambda: till.text("tileLeft") == "15 left", "five sold")
    till.until(lambda: ends(till) == 2, "their ends")
    till.until(lambda: PIZZA in till.store.feed.view.demand, "the forecast")
    name_guest(till)
    till.tap("sheetClose")
    till.tap("tile_P")
    till.until(lambda: len(small_store.query(HELD)) == 1, "held")
    ((wedge, reason, _),) = small_store.query(HELD)
    assert (wedge, reason) == (1, "oldest_meets_grade")
    till.tap("tile_P")
    till.until(lambda: len(small_store.query(HELD)) == 2, "held")
    wedge, reason, _ = small_store.query(HELD)[1]
    assert (wedge in (0, 4, 5, 9), reason) == (True, "preferred")
