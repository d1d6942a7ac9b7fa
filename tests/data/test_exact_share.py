"""What is left of a whole is an exact fraction of the portions it was cut into."""

from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from app.ui.manager.stock_rows import derive_portion_rows
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_quality_review import EIGHTH_MINOR, eighth
from tests.support.seed import CABINET, EIGHTHS, PIZZA, SmallShop, Till, known_id

WHOLE = known_id("uncut")


@pytest.mark.spec("POS-01.6")
def test_three_of_eight_sold_leave_five_eighths_and_no_ninth(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
) -> None:
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        made = kitchen.act("cut_whole", WHOLE, EIGHTHS, 8, CABINET, "B", 9.5, None)["ids"]
    with Till(make_terminal("One")) as till:
        for each in made[:3]:
            ticket = uuid4()
            till.reserve(ticket, eighth(UUID(each)))
            till.act("pay_cash", ticket, EIGHTH_MINOR, EIGHTH_MINOR)
    office = open_store(make_terminal("Office", Mode.MANAGER))

    def shares() -> set[str]:
        view = office.feed.view
        rows = derive_portion_rows(view, {}) if view else ()
        return {row.share for row in rows if str(row.id) in made}

    until(io_loop, lambda: shares() == {"5/8"})
    for wedge in (7, 8):
        with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.UniqueViolation)):
            small_store.query(
                "INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
                " expires_at, holding_unit_id, place, initial_quality) VALUES (gen_random_uuid(),"
                " 'X', %s, %s, %s, 'available', now(), now() + interval '1 h', %s, 'A', 10)",
                PIZZA, WHOLE, wedge, CABINET,
            )  # fmt: skip
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []
