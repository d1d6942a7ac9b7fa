"""Who blocks a whole lot shuts its gate first: no order is missed, nobody waits in a circle, and
nothing is tried again in the store. An extension and a change of the limits take turns."""

import json
import threading
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.looked_at import FIRST, OTHER, SECOND, WHOLE, Shop, shop  # noqa: F401
from tests.data.test_feed import Loop, until
from tests.data.test_reservation import hint
from tests.data.test_shelf_life import approved, limit, safety_manager  # noqa: F401
from tests.support.seed import PRICE_MINOR, SmallShop, Till, candidate

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def test_a_sale_passes_by_a_lot_that_is_being_blocked(shop: Shop, io_loop: Loop) -> None:  # noqa: F811
    """The blocker waits for an order of the lot; meanwhile nothing of it enters another order."""
    held = uuid4()
    shop.till.reserve(held, candidate(FIRST))
    done: list[Any] = []
    thread = threading.Thread(target=lambda: done.append(
        shop.kitchen.act("report_incident", uuid4(), WHOLE, "Nuts")))  # fmt: skip
    with psycopg.connect(shop.small.admin_url) as holder:
        holder.execute("SELECT FROM wedge.tickets WHERE id = %s FOR UPDATE", [held])
        thread.start()
        until(io_loop, lambda: shop.small.one(WAITING))
        try:
            taken = shop.till.reserve(uuid4(), candidate(SECOND), candidate(OTHER))
            assert UUID(taken["portion_id"]) == OTHER
            with pytest.raises(psycopg.errors.LockNotAvailable):
                shop.till.reserve(uuid4(), candidate(SECOND))
        finally:
            holder.rollback()
            thread.join()
    assert done[0]["portions"] == 10
    states = shop.small.query("SELECT DISTINCT state, ticket_id FROM wedge.portions"
                              " WHERE whole_id = %s", WHOLE)  # fmt: skip
    assert states == [("quarantined", None)]
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


def test_an_order_that_takes_of_the_lot_first_is_known_to_the_blocker(
    shop: Shop,  # noqa: F811
    io_loop: Loop,
) -> None:
    """A sale on its way is waited for, and let go of like any other."""
    held = uuid4()
    shop.till.reserve(held, candidate(OTHER))
    taken = json.dumps([{"portion_id": str(SECOND), "epoch": 0, "grade": "A",
                         "unit_price_minor": PRICE_MINOR, "base_price_minor": PRICE_MINOR,
                         "breakdown": [{"reason": "base", "amount_minor": PRICE_MINOR,
                                        "rule_version": 1}]}])  # fmt: skip
    done: list[Any] = []
    thread = threading.Thread(target=lambda: done.append(
        shop.kitchen.act("report_incident", uuid4(), WHOLE, "Nuts")))  # fmt: skip
    link = shop.till.link
    with link.transaction():
        link.execute("SELECT wedge.reserve_first(%s, %s, %s, %s, 'counter', %s)",
                     (shop.till.session, uuid4(), held, uuid4(), taken))  # fmt: skip
        thread.start()
        until(io_loop, lambda: shop.small.one(WAITING))
    thread.join()
    assert done[0]["portions"] == 10
    left = shop.small.query("SELECT portion_id FROM wedge.ticket_lines WHERE NOT voided")
    assert left == [(OTHER,)]


def test_nothing_in_the_store_is_tried_again_by_sleeping(small_store: SmallShop) -> None:
    """But a sensor's reading, which holds nothing while it waits (docs/temperatures.md)."""
    asleep = small_store.query("SELECT proname FROM pg_proc WHERE prosrc ~ 'pg_sleep'"
                               " AND pronamespace = 'wedge'::regnamespace")  # fmt: skip
    assert asleep == [("open_deviation",)]


@pytest.mark.parametrize("first", ["limits", "extension"])
def test_an_extension_and_a_change_of_the_limits_take_turns(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    safety_manager: UUID,  # noqa: F811
    io_loop: Loop,
    first: str,
) -> None:
    """Whichever comes second, no portion ends after the limit that came into force."""
    small_store.query("UPDATE wedge.portions SET expires_at = clock_timestamp()"
                      " + interval '20 minutes' WHERE whole_id = %s", WHOLE)  # fmt: skip
    until_s = int(limit(small_store).timestamp()) + 29 * 60
    shorter = (
        "INSERT INTO wedge.settings (version, document) SELECT version + 1, jsonb_set(document,"
        " '{food}', coalesce(document -> 'food', '{}') || '{\"jurisdiction\": {\"version\": 2,"
        ' "hot_display_limit_s": 1500}}\') FROM wedge.settings ORDER BY version DESC LIMIT 1'
    )
    said: list[str] = []
    with Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen:
        approval = approved(kitchen, until_s, safety_manager)

        def extend() -> None:
            try:
                kitchen.act("extend_life", WHOLE, until_s, approval)
                said.append("done")
            except psycopg.Error as error:
                said.append(hint(error) + " " + (error.diag.message_detail or ""))

        def change() -> None:
            with psycopg.connect(small_store.admin_url) as other:
                other.execute("LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE")
                other.execute(shorter.encode())

        if first == "limits":
            thread = threading.Thread(target=extend)
            with psycopg.connect(small_store.admin_url) as holder:
                holder.execute("LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE")
                holder.execute(shorter.encode())
                thread.start()
                until(io_loop, lambda: small_store.one(WAITING))
                holder.commit()
        else:
            thread = threading.Thread(target=change)
            with kitchen.link.transaction():
                extend()
                thread.start()
                until(io_loop, lambda: small_store.one(WAITING))
        thread.join()
    assert said == ["done" if first == "extension" else "extension_refused past_safety_limit"]
    cut_at = small_store.one("SELECT cut_at FROM wedge.wholes WHERE id = %s", WHOLE)
    assert (limit(small_store) - cut_at).total_seconds() <= 1500
    assert limit(small_store) > datetime.now(UTC)
