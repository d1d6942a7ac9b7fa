"""Another portion for a line on the real server, and orders that are parked."""

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from app.data.selling import candidate_map
from app.data.store import PgStore
from app.domain.people import Mode
from app.domain.portion import Grade
from app.services.order_ports import PastChoices
from app.services.ports import Candidate
from tests.conftest import MakeTerminal
from tests.data.test_approvals import with_pin
from tests.data.test_reservation import hint
from tests.support.seed import PRICE_MINOR, SmallShop, Till, candidate, known_id


def portion(number: int, wedge: int) -> UUID:
    return known_id(f"portion {number}/{wedge}")


def as_map(
    which: Candidate, grade: Grade = Grade.A, *, sell_first: bool = False, **more: Any
) -> dict[str, Any]:
    told = {"grade": grade.value, "reason": "oldest", "score_milli": 9000}
    return {**candidate_map(which), **told, "sell_first": sell_first, **more}


def reserve(till: Till, ticket: UUID, *rows: dict[str, Any]) -> UUID:
    """The new line."""
    line = uuid4()
    till.act("reserve_first", ticket, line, "counter", json.dumps(rows))
    return line


def swap(
    till: Till, line: UUID, row: dict[str, Any], reason: str, approval: UUID | None = None
) -> Any:
    return till.act("swap_line", line, json.dumps(row), reason, "", approval)


def substitute(till: Till, line: UUID, *rows: dict[str, Any], lower: bool = False) -> Any:
    return till.act("substitute_line", line, json.dumps(rows), "age", "", lower)


def states(shop: SmallShop, *ids: UUID) -> list[str]:
    return [shop.one("SELECT state FROM wedge.portions WHERE id = %s", each) for each in ids]


def refused(call: Any) -> str:
    with pytest.raises(psycopg.Error) as error:
        call()
    return hint(error.value)


def test_why_a_portion_was_chosen_is_kept_for_good(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    first, second = portion(1, 0), portion(1, 1)
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(first)), as_map(candidate(second)))
    assert small_store.one("SELECT choice_reason FROM wedge.ticket_lines WHERE id = %s", line) == (
        "oldest"
    )
    kept = small_store.query(
        "SELECT kind, policy_version, portion_id, score_milli, reason, charged_minor,"
        " variance_minor, document -> 'ranking' FROM wedge.allocation_decisions"
    )
    ((*facts, ranking),) = kept
    assert facts == ["chosen", 1, first, 9000, "oldest", PRICE_MINOR, 0]
    assert [each[0] for each in ranking] == [str(first), str(second)]
    with pytest.raises(psycopg.Error):
        small_store.query("UPDATE wedge.allocation_decisions SET reason = 'x'")


def test_a_swap_names_both_portions_and_frees_the_first(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """POS-04.2: the log names both."""
    first, second = portion(1, 0), portion(1, 1)
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(first)))
        request = uuid4()
        row = json.dumps(as_map(candidate(second), former_score_milli=8800))
        for _ in range(2):
            till.act("swap_line", line, row, "guest_request", "", None, request=request)
    assert states(small_store, first, second) == ["available", "reserved"]
    kept = small_store.query(
        "SELECT former_id, portion_id, former_score_milli, score_milli, reason"
        " FROM wedge.allocation_decisions WHERE kind = 'swapped'"
    )
    assert kept == [(first, second, 8800, 9000, "guest_request")]
    log = small_store.one("SELECT body FROM wedge.journal WHERE action = 'swap portion'")
    assert (log["old"], log["new"]) == ("P-100", "P-101")
    shown = small_store.query(
        "SELECT portion_code, former_code, former_reason, choice_reason FROM wedge.ticket_lines"
    )
    assert shown == [("P-101", "P-100", "guest_request", "by_hand")]
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_skipping_what_goes_first_needs_another_person(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """FUL-R.2 on the server: the record holds both, the reason and who allowed it."""
    first, second = portion(1, 0), portion(1, 1)
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(first), sell_first=True))
        row = as_map(candidate(second))
        assert refused(lambda: swap(till, line, row, "guest_request")) == "approval_needed"
        approval = uuid4()
        subject = {"line_id": str(line), "portion_id": str(second)}
        till.act(
            "ask_approval", approval, "skip_sell_first", json.dumps(subject), None, "Guest's wish"
        )
        assert refused(lambda: swap(till, line, row, "guest_request", approval)) == (
            "approval_invalid"
        )
        with_pin(till, approval)
        swap(till, line, row, "guest_request", approval)
    kept = small_store.query(
        "SELECT former_id, portion_id, reason, approver_id FROM wedge.allocation_decisions"
        " WHERE kind = 'swapped'"
    )
    assert kept == [(first, second, "guest_request", known_id("manager"))]


def test_a_damaged_one_is_blocked_and_needs_nobody(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    first, second = portion(1, 0), portion(1, 1)
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(first), sell_first=True))
        swap(till, line, as_map(candidate(second)), "damaged")
    assert states(small_store, first, second) == ["quarantined", "reserved"]


def test_a_swap_is_never_dearer_but_an_upgrade_is(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    first, second = portion(1, 0), portion(1, 1)
    cheap = candidate(first, price_minor=7900)
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        line = reserve(till, ticket, as_map(cheap, Grade.C))
        same = as_map(candidate(second), Grade.C)
        assert refused(lambda: swap(till, line, same, "guest_request")) == "bad_price"
        better = as_map(candidate(second), Grade.A)
        assert refused(lambda: swap(till, line, better, "guest_request")) == "bad_price"
        assert refused(lambda: swap(till, line, better, "")) == "bad_text"
        swap(till, line, better, "upgrade")
    total = small_store.one("SELECT total_minor FROM wedge.tickets WHERE id = %s", ticket)
    assert total == PRICE_MINOR
    assert small_store.one("SELECT upgrade_answer FROM wedge.ticket_lines") == "accepted"


def test_a_declined_upgrade_is_remembered(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(portion(1, 0), price_minor=7900), Grade.C))
        till.act("decline_upgrade", line, json.dumps(as_map(candidate(portion(1, 1)))))
    assert small_store.one("SELECT upgrade_answer FROM wedge.ticket_lines") == "declined"
    assert small_store.query(
        "SELECT kind, charged_minor, variance_minor FROM wedge.allocation_decisions"
        " WHERE kind = 'declined'"
    ) == [("declined", 7900, 1000)]


def test_a_stand_in_is_never_dearer_and_the_variance_is_kept(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """POS-E3.2: B at 79 replaced by A (89) stays 79 with a variance of 10."""
    first, second = portion(1, 0), portion(1, 1)
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(first, price_minor=7900), Grade.B))
        before = small_store.one("SELECT held_until FROM wedge.tickets")
        dear = as_map(candidate(second), Grade.A)
        assert refused(lambda: substitute(till, line, dear)) == "bad_price"
        kept_price = {
            **dear,
            "unit_price_minor": 7900,
            "breakdown": [
                *dear["breakdown"],
                {"reason": "quoted", "amount_minor": -1000, "rule_version": 1},
            ],
            "former_score_milli": 6800,
        }
        substitute(till, line, kept_price)
    assert states(small_store, first, second) == ["quarantined", "reserved"]
    assert small_store.one("SELECT held_until FROM wedge.tickets") == before
    kept = small_store.query(
        "SELECT former_id, portion_id, former_score_milli, score_milli, charged_minor,"
        " variance_minor, staff_id, reason FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted'"
    )
    assert kept == [(first, second, 6800, 9000, 7900, 1000, known_id("cashier"), "age")]


def test_a_lower_grade_stands_in_only_if_the_guest_accepts(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(portion(1, 0)), Grade.B))
        lower = as_map(candidate(portion(1, 1), price_minor=7900), Grade.C)
        assert refused(lambda: substitute(till, line, lower)) == "gone"
        substitute(till, line, lower, lower=True)
    assert small_store.one("SELECT unit_price_minor FROM wedge.ticket_lines") == 7900


def test_two_tills_want_the_same_stand_in(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """One gets it, the other is told that it is gone; nothing is held twice."""
    spare = portion(2, 0)
    tills = [Till(make_terminal(name)) for name in ("One", "Two")]
    lines = [
        reserve(till, uuid4(), as_map(candidate(portion(1, number))))
        for number, till in enumerate(tills)
    ]
    start = threading.Barrier(2)

    def replace_it(number: int) -> str:
        start.wait()
        try:
            substitute(tills[number], lines[number], as_map(candidate(spare)))
        except psycopg.Error as error:
            return hint(error)
        return "replaced"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(replace_it, range(2))) == ["gone", "replaced"]
    for till in tills:
        till.link.close()
    holders = small_store.query(
        "SELECT count(*) FROM wedge.ticket_lines WHERE portion_id = %s AND NOT voided", spare
    )
    assert holders == [(1,)]
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_parked_order_is_taken_up_at_another_till_by_one_of_them(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        line = reserve(one, ticket, as_map(candidate(portion(1, 0))))
        assert refused(lambda: two.act("fetch_ticket", ticket)) == "changed"
        one.act("park_ticket", ticket, "blue coat")
        two.act("fetch_ticket", ticket)
        assert refused(lambda: one.act("fetch_ticket", ticket)) == "changed"
        assert refused(lambda: one.act("remove_line", line)) == "not_permitted"
        two.act("remove_line", line)
        assert refused(lambda: two.act("park_ticket", ticket, "")) == "ticket_empty"


def test_a_hold_is_prolonged_once_and_kept_for_paying(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket = uuid4()

    def left_s() -> float:
        return float(
            small_store.one(
                "SELECT extract(epoch FROM held_until - clock_timestamp()) FROM wedge.tickets"
            )
        )

    with Till(make_terminal("One")) as till:
        reserve(till, ticket, as_map(candidate(portion(1, 0))))
        till.act("prolong_hold", ticket, "once")
        assert 415 < left_s() <= 420
        assert refused(lambda: till.act("prolong_hold", ticket, "once")) == "changed"
        soon = "clock_timestamp() + interval '40 s'"
        small_store.query(f"UPDATE wedge.tickets SET held_until = {soon}")
        small_store.query(
            f"UPDATE wedge.portions SET reserved_until = {soon} WHERE state = 'reserved'"
        )
        till.act("prolong_hold", ticket, "tender")
        assert 115 < left_s() <= 120
        past = "clock_timestamp() - interval '1 s'"
        small_store.query(
            f"UPDATE wedge.portions SET reserved_until = {past} WHERE state = 'reserved'"
        )
        till.call("heartbeat")
        assert small_store.query("SELECT voided, lapsed FROM wedge.ticket_lines") == [(True, True)]
        assert refused(lambda: till.act("prolong_hold", ticket, "tender")) == "hold_expired"
    assert states(small_store, portion(1, 0)) == ["available"]


def test_the_office_reads_past_choices(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    """What a replay needs: the choice, all portions of the day, their temperatures and checks."""
    with Till(make_terminal("One")) as till:
        line = reserve(till, uuid4(), as_map(candidate(portion(1, 0))))
        gone = reserve(till, uuid4(), as_map(candidate(portion(1, 1))))
        till.act("remove_line", gone)
    small_store.query(
        "UPDATE wedge.ticket_lines SET verified_at = clock_timestamp() WHERE id = %s", line
    )

    async def read() -> PastChoices:
        store = PgStore.open(make_terminal("Office", Mode.MANAGER), loop=asyncio.get_running_loop())
        try:
            today = datetime.now(ZoneInfo("Asia/Bangkok")).date()
            return await store.decisions.past(today - timedelta(days=1), today)
        finally:
            await store.aclose()

    past = asyncio.run(read())
    assert [(each.portions_per_whole, each.grade) for each in past.choices] == [(10, Grade.A)]
    assert len(past.portions) == 20
    assert len(past.wholes) == 2
    assert [len(each.readings) for each in past.temperatures] == [1]
    assert [(each.portion_id, each.passed) for each in past.looks] == [(portion(1, 0), True)]
