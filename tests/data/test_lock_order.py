"""Orders are locked before their portions, so that a look, an incident and a sale never wait for
each other in a circle: whoever waits for an order holds none of its portions and no lot's key."""

import threading
from collections.abc import Callable
from uuid import uuid4

import psycopg
import pytest

from tests.data.looked_at import FIRST, WHOLE, Shop, shop  # noqa: F401
from tests.data.test_feed import Loop, until
from tests.support.seed import PRICE_MINOR, candidate

CALLS: dict[str, Callable[..., object]] = {
    "a failed look": lambda here, _: here.look(score=3.0, passed=False, causes=["dry"]),
    "an incident": lambda here, _: here.kitchen.act("report_incident", uuid4(), WHOLE, "Nuts"),
    "a sale": lambda here, ticket: here.till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR),
    "letting go": lambda here, ticket: here.till.act("void_ticket", ticket),
}


@pytest.mark.parametrize("name", CALLS)
def test_whoever_waits_for_an_order_holds_none_of_its_portions(
    shop: Shop,  # noqa: F811
    io_loop: Loop,
    name: str,
) -> None:
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST))
    done: list[object] = []
    thread = threading.Thread(target=lambda: done.append(CALLS[name](shop, ticket)))
    with psycopg.connect(shop.small.admin_url) as holder:
        holder.execute("SELECT FROM wedge.tickets WHERE id = %s FOR UPDATE", [ticket])
        thread.start()
        until(io_loop, lambda: shop.small.one("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        try:
            of_lot = "SELECT FROM wedge.portions WHERE whole_id = %s FOR UPDATE NOWAIT"
            holder.execute(of_lot, [WHOLE])
            holder.execute("SELECT FROM wedge.wholes WHERE id = %s FOR KEY SHARE NOWAIT", [WHOLE])
        finally:
            holder.rollback()
            thread.join()
    assert len(done) == 1
