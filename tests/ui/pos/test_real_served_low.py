"""What the store finds to be served below the promise, made good in a till's window."""

from uuid import UUID

import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_recovery import behind_the_guards, heat_learned_late, lines_of, serve
from tests.support.seed import SmallShop, Till
from tests.ui.pos.conftest import OpenTill
from tests.ui.pos.test_real_recovery import sell


@pytest.mark.spec("POS-R3.2")
def test_the_till_learns_of_it_by_itself_and_gives_the_money_back(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """A portion of 4.40 that stood for more than two hours: no guest had to complain."""
    small_store.query("UPDATE wedge.products SET base_price_minor = 440, cost_minor = 100")
    till = open_real("till-1")
    sell(till)
    ticket = UUID(str(small_store.one("SELECT id FROM wedge.tickets")))
    behind_the_guards(
        small_store, "UPDATE wedge.portions SET cut_at = clock_timestamp() - interval '100 min'"
    )
    with Till(make_terminal("Pass", Mode.KDS), "kitchen") as kitchen:
        serve(kitchen, ticket, lines_of(small_store, ticket))
    heat_learned_late(small_store)
    till.until(lambda: till.shows("recoveryNotice"), "said")
    assert "below our quality" in str(till.item("recoveryNotice").property("title"))
    till.tap("noticeAction")
    till.until(lambda: till.shows("giveRefund"), "what is given")
    till.tap("giveRefund")
    till.until(lambda: till.shows("recoveryGiven"), "given")
    back = "SELECT amount_minor, reason FROM wedge.refunds"
    assert small_store.query(back) == [(440, "Served below the promised quality")]
    till.tap("askAgain_5")
    till.until(lambda: not till.shows("recoveryNotice"), "nothing waits")
