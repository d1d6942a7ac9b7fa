"""Who gets a portion, when two want it, and when nobody comes back for it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest

from tests.conftest import MakeTerminal
from tests.support.seed import PORTIONS, SmallShop, Till, candidate, known_id, portion_ids

FIRST = known_id("portion 1/0")


def hint(error: BaseException) -> str:
    assert isinstance(error, psycopg.Error)
    return error.diag.message_hint or ""


@pytest.mark.spec("BR-08.3")
def test_two_tills_at_the_last_slice(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    start = threading.Barrier(2)

    def take(name: str) -> str:
        with Till(make_terminal(name)) as till:
            start.wait()
            try:
                till.reserve(uuid4(), candidate(FIRST))
            except psycopg.Error as error:
                return hint(error) or str(error)
            return "taken"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, ["One", "Two"])) == ["gone", "taken"]
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE state = 'reserved'") == 1


@pytest.mark.spec("FUL-02.4")
def test_fifty_requests_for_twenty_portions(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    """Four terminals, fifty requests at once: twenty succeed, thirty report a shortage."""
    everything = [candidate(portion) for portion in portion_ids()]
    tills = [Till(make_terminal(f"Till {number}")) for number in range(4)]
    urls = [till.link.info for till in tills]
    start = threading.Barrier(50)

    def take(number: int) -> str:
        owner = tills[number % 4]
        till = Till.__new__(Till)
        info = urls[number % 4]
        till.link = psycopg.connect(info.dsn, password=info.password, autocommit=True)
        till.session = owner.session
        with till:
            start.wait()
            while True:
                try:
                    till.reserve(uuid4(), *everything)
                except psycopg.errors.LockNotAvailable:
                    continue  # Busy for a second: a terminal asks again.
                except psycopg.Error as error:
                    return hint(error) or str(error)
                return "taken"

    with ThreadPoolExecutor(50) as pool:
        outcomes = list(pool.map(take, range(50)))
    for till in tills:
        till.link.close()
    assert (outcomes.count("taken"), outcomes.count("gone")) == (PORTIONS, 30), set(outcomes)
    doubled = (
        "SELECT portion_id FROM wedge.ticket_lines WHERE NOT voided GROUP BY 1 HAVING count(*) > 1"
    )
    assert small_store.query(doubled) == []


def test_next_best_when_the_first_is_taken(make_terminal: MakeTerminal) -> None:
    second = known_id("portion 1/1")
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        one.reserve(uuid4(), candidate(FIRST))
        assert two.reserve(uuid4(), candidate(FIRST), candidate(second))["portion_id"] == str(
            second
        )


def test_same_request_twice_is_one_reservation(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    ticket, line, request = uuid4(), uuid4(), uuid4()
    with Till(make_terminal("One")) as till:
        first = till.reserve(ticket, candidate(FIRST), line=line, request=request)
        assert till.reserve(ticket, candidate(FIRST), line=line, request=request) == first
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines") == 1


def test_stale_epoch_takes_nothing(make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        ticket, line = uuid4(), uuid4()
        till.reserve(ticket, candidate(FIRST), line=line)
        till.act("remove_line", line)
        with pytest.raises(psycopg.Error) as refused:
            till.reserve(ticket, candidate(FIRST))
        assert hint(refused.value) == "gone"
        till.reserve(ticket, candidate(FIRST, epoch=2))


def lapse(shop: SmallShop) -> None:
    """Let every hold run out, as five minutes would."""
    shop.query(
        "UPDATE wedge.portions SET reserved_until = clock_timestamp() - interval '1 s'"
        " WHERE state = 'reserved'"
    )


def test_lapsed_hold_is_free_for_others_and_refused_at_payment(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as one, Till(make_terminal("Two")) as two:
        ticket = uuid4()
        one.reserve(ticket, candidate(FIRST))
        lapse(small_store)
        with pytest.raises(psycopg.Error) as refused:
            one.act("pay_cash", ticket, 8900, 8900)
        assert hint(refused.value) == "hold_expired"
        assert two.reserve(uuid4(), candidate(FIRST, epoch=1))["portion_id"] == str(FIRST)
    assert small_store.one("SELECT total_minor FROM wedge.tickets WHERE id = %s", ticket) == 0


@pytest.mark.spec("FUL-01.6")
def test_reaper_frees_unpaid_and_leaves_paid(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    paid, unpaid = uuid4(), uuid4()
    with Till(make_terminal("One")) as one:
        one.reserve(paid, candidate(known_id("portion 1/5")))
        one.act("pay_cash", paid, 8900, 10000)
        one.reserve(unpaid, candidate(FIRST))
        one.reserve(unpaid, candidate(known_id("portion 1/1")))
    lapse(small_store)
    with Till(make_terminal("Two")) as two:
        two.call("heartbeat")
        two.call("heartbeat")
    states = dict(small_store.query("SELECT state, count(*) FROM wedge.portions GROUP BY state"))
    assert states == {"available": 19, "committed": 1}
    assert small_store.one("SELECT count(*) FROM wedge.ticket_lines WHERE voided") == 2


def test_voided_ticket_owns_nothing(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    ticket = uuid4()
    with Till(make_terminal("One")) as till:
        till.reserve(ticket, candidate(FIRST))
        till.act("void_ticket", ticket)
    assert small_store.one("SELECT count(*) FROM wedge.portions WHERE ticket_id = %s", ticket) == 0


@pytest.mark.parametrize("price_minor", [-100, 6000, 12000])
def test_absurd_price_is_refused(make_terminal: MakeTerminal, price_minor: int) -> None:
    with Till(make_terminal("One")) as till, pytest.raises(psycopg.Error) as refused:
        till.reserve(uuid4(), candidate(FIRST, price_minor=price_minor))
    assert hint(refused.value) == "bad_price"


def test_breakdown_must_sum_to_the_price(make_terminal: MakeTerminal) -> None:
    good = candidate(FIRST)
    bad = type(good)(FIRST, 0, good.grade, 8800, 8900, good.breakdown)
    with Till(make_terminal("One")) as till, pytest.raises(psycopg.Error) as refused:
        till.reserve(uuid4(), bad)
    assert hint(refused.value) == "bad_price"


@pytest.mark.parametrize(("price_minor", "refused_as"), [(10700, None), (7300, "bad_price")])
def test_a_whole_cut_larger_than_standard_has_dearer_portions(
    small_store: SmallShop, make_terminal: MakeTerminal, price_minor: int, refused_as: str | None
) -> None:
    """Cut into ten where twelve is the standard: the base is 12/10 of the product's 89.00."""
    small_store.query(
        "UPDATE wedge.portion_configurations SET portions_per_whole = 12"
        " WHERE is_default RETURNING id"
    )
    found = None
    with Till(make_terminal("One")) as till:
        try:
            till.reserve(uuid4(), candidate(FIRST, price_minor=price_minor, base_minor=10680))
        except psycopg.Error as refused:
            found = hint(refused)
    assert found == refused_as
