"""What a terminal is told when the store's computer lacks disk, memory or connections."""

import asyncio
from urllib.parse import urlsplit

import psycopg
import pytest

from app.data.link import Link
from app.domain.ids import new_id
from app.services.refusal import SHORTAGES, RefusalCode, Refused
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, sign_in
from tests.data.test_link import reserve
from tests.data.test_reservation import FIRST
from tests.support.seed import SmallShop


def lacking(shop: SmallShop, sqlstate: str) -> None:
    """From now on every new line of an order meets this fault, as on a full disk."""
    with psycopg.connect(shop.admin_url) as admin:
        admin.execute(
            "CREATE OR REPLACE FUNCTION public.lacks() RETURNS trigger LANGUAGE plpgsql AS $$"
            f"BEGIN RAISE EXCEPTION 'lacking' USING ERRCODE = '{sqlstate}'; END $$".encode()
        )
        admin.execute(
            "CREATE TRIGGER lacks BEFORE INSERT ON wedge.ticket_lines"
            " FOR EACH ROW EXECUTE FUNCTION public.lacks()"
        )


def lacking_nothing(shop: SmallShop) -> None:
    """Somebody made room."""
    shop.query("DROP TRIGGER lacks ON wedge.ticket_lines")


@pytest.mark.parametrize(
    ("sqlstate", "code"),
    [("53100", RefusalCode.DISK_FULL), ("53200", RefusalCode.MEMORY_FULL)],
)
def test_a_shortage_is_a_refusal_of_its_own_and_the_same_request_is_right_again_after_it(
    small_store: SmallShop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop,
    sqlstate: str, code: RefusalCode,
) -> None:  # fmt: skip
    store, request = open_store(make_terminal("One")), new_id()
    session = sign_in(io_loop, store, "cashier")
    lacking(small_store, sqlstate)
    with pytest.raises(Refused) as refused:
        io_loop.run_until_complete(reserve(store, session, FIRST, request))
    assert refused.value.code is code and code in SHORTAGES
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 0
    assert small_store.one("SELECT state::text FROM wedge.portions WHERE id = %s", FIRST) == (
        "available"
    )
    lacking_nothing(small_store)
    reserved = io_loop.run_until_complete(reserve(store, session, FIRST, request))
    assert reserved.portion_id == FIRST


def test_without_a_free_connection_it_says_so_once_it_has_waited(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    url = make_terminal("One")
    role = urlsplit(url).username
    small_store.query(f'ALTER ROLE "{role}" CONNECTION LIMIT 0')

    async def ask() -> None:
        link = Link(url)
        try:
            await link.read("SELECT 1", {})
        finally:
            await link.close()

    with pytest.raises(Refused) as refused:
        asyncio.run(ask())
    assert refused.value.code is RefusalCode.TOO_MANY_PROGRAMS
