"""Food that nobody may have: past its limit, outside a critical limit, on hold or below the floor.

Every role tries everything on the real store; each attempt is refused, and kept.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_complaints import line_of
from tests.data.test_guests import buy
from tests.data.test_recovery import another, complain, rules
from tests.data.test_reservation import hint
from tests.data.test_sale_clocks import change
from tests.support.seed import CABINET, PRICE_MINOR, SmallShop, Till, candidate, known_id

BAD, HELD, QUEUED, EATEN, READY = (known_id(f"portion 1/{n}") for n in (9, 1, 2, 3, 4))
ROLES = ("cashier", "service", "kitchen", "shift_lead", "manager", "food_safety_manager")
UNSAFE = {
    "expired": "expires_at = clock_timestamp() - interval '1 minute'",
    "hold": "quality_status = 'held'",
    "below_floor": "inspected_at = clock_timestamp(), inspected_score = 6.99",
    "temperature": "",
}
STATES = "SELECT code, state, epoch FROM wedge.portions ORDER BY code"


def make_unsafe(shop: SmallShop, reason: str, *portions: UUID) -> None:
    if UNSAFE[reason]:
        change(shop, f"{UNSAFE[reason]} WHERE id = ANY (%s)", list(portions))
        return
    shop.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " VALUES (%s, 59900)", CABINET,
    )  # fmt: skip


def everything(shop: SmallShop, till: Till, kitchen: Till) -> dict[str, Callable[[], Any]]:
    """Each way to the portion, ready to be tried again and again."""
    held, queued, ready = uuid4(), uuid4(), uuid4()
    till.reserve(held, candidate(HELD))
    for ticket, portion in ((queued, QUEUED), (ready, READY)):
        till.reserve(ticket, candidate(portion))
        till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
    shop.query("UPDATE wedge.wholes SET checks_missing = '{}'")
    kitchen.act("verify_line", line_of(shop, ready), None)
    eaten, _ = buy(till, None, EATEN)
    complaint = complain(till, shop, eaten)
    on_hold, on_list = line_of(shop, held), line_of(shop, queued)
    bad = json.dumps(another(BAD, 10))
    bads, none = f"[{bad}]", None

    def give() -> Any:
        return till.act("give_replacement", uuid4(), complaint, uuid4(), uuid4(), bads, none)

    good = json.dumps(
        {"looks_good": True, "configuration": True, "modifiers": True, "prepare": True}
    )
    return {
        "verify_portion": lambda: kitchen.act(
            "verify_portion", uuid4(), on_list, "P-102", good, "[]"
        ),
        "reserve_first": lambda: till.reserve(uuid4(), candidate(BAD)),
        "swap_line": lambda: till.act("swap_line", on_hold, bad, "damaged", "", none),
        "substitute_line": lambda: till.act("substitute_line", on_hold, bads, "age", "", True),
        "give_replacement": give,
        "swap_paid_line": lambda: kitchen.act(
            "swap_paid_line", on_list, bad, bads, "damaged", "", none
        ),
        "replace_line": lambda: kitchen.act("replace_line", on_list, bads),
        "verify_line": lambda: kitchen.act("verify_line", on_list, 65_000),
        "serve_ticket": lambda: kitchen.act("serve_ticket", queued),
    }


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value)


@pytest.mark.spec("FUL-R.3")
@pytest.mark.parametrize("reason", UNSAFE)
def test_no_role_sells_gives_or_hands_over_what_is_unsafe_and_each_attempt_is_kept(
    small_store: SmallShop, make_terminal: MakeTerminal, reason: str
) -> None:
    rules(small_store, limit_minor=100_000)
    with (
        Till(make_terminal("T")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
    ):
        ways = everything(small_store, till, kitchen)
        make_unsafe(small_store, reason, BAD, QUEUED)
        before = small_store.query(STATES)
        for role in ROLES:
            small_store.query(
                "UPDATE wedge.staff SET role = %s WHERE id = ANY (%s)",
                role, [known_id("cashier"), known_id("kitchen")],
            )  # fmt: skip
            for name, attempt in ways.items():
                assert refused(attempt), name
        assert small_store.query(STATES) == before
        tried = small_store.query(
            "SELECT DISTINCT function, attempts FROM wedge.refused_attempts WHERE reason = %s"
            " AND portion_id IN (%s, %s) ORDER BY 1", reason, BAD, QUEUED,
        )  # fmt: skip
        assert tried == [(name, len(ROLES)) for name in sorted(ways)]
        # A screen that tries again and again is counted, and fills no journal.
        written = "SELECT count(*) FROM wedge.journal WHERE action = 'refused unsafe'"
        lines = small_store.one(written)
        assert lines == len(ways)
        named = "SELECT DISTINCT body ->> 'function' FROM wedge.journal WHERE action = %s"
        assert {each for (each,) in small_store.query(named, "refused unsafe")} == set(ways)
        for way in (str(BAD), str(BAD).upper(), BAD.hex, f"{{{BAD}}}", *[str(BAD)] * 16):
            written_so = json.dumps([another(BAD, 10) | {"portion_id": way}])
            offered = (uuid4(), uuid4(), "counter", written_so)
            refused(partial(till.act, "reserve_first", *offered))
        assert small_store.one(written) == lines
        counted = "SELECT attempts FROM wedge.refused_attempts WHERE function = 'reserve_first'"
        assert small_store.one(counted) == 20 + len(ROLES)
        # What is left is waste, by the office as by the kitchen.
        office.act("waste_portion", BAD, "past its limit")
    assert small_store.one("SELECT state FROM wedge.portions WHERE id = %s", BAD) == "wasted"


@pytest.mark.spec("FUL-R.3")
@pytest.mark.parametrize("reason", UNSAFE)
def test_what_became_unsafe_in_the_order_is_not_paid(
    small_store: SmallShop, make_terminal: MakeTerminal, reason: str
) -> None:
    ticket = uuid4()
    with Till(make_terminal("T"), "manager") as till:
        till.reserve(ticket, candidate(HELD))
        make_unsafe(small_store, reason, HELD)
        paid = till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
        assert (paid["refused"], paid["detail"]) == ("portion_expired", "P-101")
    assert small_store.one("SELECT count(*) FROM wedge.payments") == 0
    written = small_store.one("SELECT body FROM wedge.journal WHERE action = 'expired at payment'")
    assert written["portions"] == "P-101"


def test_every_way_to_a_portion_keeps_its_refusals(small_store: SmallShop) -> None:
    """A function that was defined anew without its keeper would refuse in silence."""
    loose = small_store.query(
        "SELECT t.proname FROM pg_proc t JOIN pg_proc p ON p.pronamespace = t.pronamespace"
        " AND t.proname = 'tried_' || p.proname WHERE strpos(p.prosrc, 'note_unsafe') = 0"
    )
    assert loose == []
    count = "SELECT count(*) FROM pg_proc WHERE starts_with(proname, 'tried_')"
    assert small_store.one(count) == 10
    open_to = small_store.query(
        "SELECT p.proname FROM pg_proc p, pg_roles r WHERE starts_with(p.proname, 'tried_')"
        " AND r.rolname IN ('pos_app', 'kds_app', 'backoffice_app', 'display_ro')"
        " AND has_function_privilege(r.oid, p.oid, 'EXECUTE')"
    )
    assert open_to == []


def test_a_lost_fight_for_a_lock_is_no_refusal_and_can_be_asked_again(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """The link asks again by the code of the error: it must come through as it is."""
    with (
        Till(make_terminal("T")) as till,
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        psycopg.connect(small_store.admin_url) as holder,
    ):
        ticket = uuid4()
        till.reserve(ticket, candidate(QUEUED))
        till.act("pay_cash", ticket, PRICE_MINOR, PRICE_MINOR)
        make_unsafe(small_store, "hold", QUEUED)
        request = uuid4()
        holder.execute("SELECT FROM wedge.tickets WHERE id = %s FOR UPDATE", [ticket])
        for setting, error in (("lock_timeout", psycopg.errors.LockNotAvailable),
                               ("statement_timeout", psycopg.errors.QueryCanceled)):  # fmt: skip
            kitchen.link.execute(f"SET {setting} = '50ms'".encode())
            with pytest.raises(error):
                kitchen.act("serve_ticket", ticket, request=request)
            kitchen.link.execute(f"RESET {setting}".encode())
        holder.rollback()
        assert small_store.query("SELECT * FROM wedge.refused_attempts") == []
        for _ in range(2):
            with pytest.raises(psycopg.Error) as said:
                kitchen.act("serve_ticket", ticket, request=request)
            assert hint(said.value) == "portion_expired"
