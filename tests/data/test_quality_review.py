"""What quality holds is not sold, by whom and how ever; one reviewer decides, all or nothing."""

import json
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.ids import new_id
from app.domain.people import Mode
from app.domain.portion import QualityStatus
from app.domain.portion_check import Measured, judge_portion
from app.services.cut_check import standard_of
from app.services.offers import derive_offer
from app.services.ports import Candidate
from tests.conftest import MakeTerminal, OpenStore
from tests.data.test_feed import Loop, until
from tests.data.test_no_oversell import patient
from tests.data.test_reservation import hint
from tests.support.seed import (
    CABINET,
    CATEGORY,
    EIGHTHS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
)

CUT = (known_id("uncut"), EIGHTHS, 8, CABINET, "B")
STATUS = "SELECT wedge, quality_status, review_causes FROM wedge.portions WHERE whole_id = %s"
EIGHTH_MINOR = 11125
FREE = (
    "SELECT count(*) FROM wedge.portions WHERE whole_id = %s AND state = 'available'"
    " AND wedge.quality_sells(quality_status)"
)


def eighth(portion: UUID) -> Candidate:
    """A slice of a whole that is usually cut into ten."""
    return candidate(portion, price_minor=EIGHTH_MINOR, base_minor=EIGHTH_MINOR)


@pytest.fixture
def kitchen(make_terminal: MakeTerminal) -> Any:
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as found:
        yield found


@pytest.fixture
def office(make_terminal: MakeTerminal) -> Any:
    with Till(make_terminal("Office", Mode.MANAGER), "manager") as found:
        yield found


def cut(kitchen: Till, weights: Sequence[int | None] | None = None, **measured: Any) -> list[UUID]:
    """Cut the seeded whole into eight of 120 g."""
    made = kitchen.act(
        "cut_whole", *CUT, 9.5, None if weights is None else list(weights), json.dumps(measured)
    )
    return [UUID(each) for each in made["ids"]]


def judged(shop: SmallShop) -> dict[int, tuple[str, set[str]]]:
    return {at: (status, set(causes)) for at, status, causes in shop.query(STATUS, CUT[0])}


def refused(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(psycopg.Error) as error:
        call()
    return str(hint(error.value)), error.value.diag.message_detail or ""


def by(shop: SmallShop, cut_by: str, standard_mg: int) -> None:
    """Judge the seeded food by its angle or its weight, against this standard."""
    shop.query("UPDATE wedge.categories SET cut_by = %s WHERE id = %s", cut_by, CATEGORY)
    shop.query("UPDATE wedge.portion_configurations SET standard_weight_mg = %s", standard_mg)


@pytest.mark.spec("BR-02.2")
def test_a_cake_portion_is_within_ten_grams(small_store: SmallShop, kitchen: Till) -> None:
    by(small_store, "weight", 100_000)
    cut(kitchen, [89_900, 90_000, 110_000, 110_100, 100_000, None, None, None])
    found = judged(small_store)
    assert {at for at, (status, _) in found.items() if status == "review"} == {0, 3}
    assert found[0] == found[3] == ("review", {"size"})
    assert small_store.one(FREE, CUT[0]) == 6


@pytest.mark.spec("BR-02.4")
def test_a_slice_is_within_fifteen_degrees(small_store: SmallShop, kitchen: Till) -> None:
    by(small_store, "angle", 120_000)
    cut(kitchen, angles_mdeg=[29_900, 30_000, 60_000, 60_100, 45_000, None, None, None])
    found = judged(small_store)
    assert [found[at][1] for at in range(5)] == [
        {"angle", "size"}, {"size"}, {"size"}, {"angle", "size"}, set(),
    ]  # fmt: skip


@pytest.mark.spec("BR-02.3")
@pytest.mark.parametrize("outcome", ["released", "marked_down", "wasted"])
def test_an_undersized_portion_is_held_until_a_reviewer_picks_an_outcome(
    small_store: SmallShop, make_terminal: MakeTerminal, kitchen: Till, office: Till, outcome: str
) -> None:
    by(small_store, "weight", 60_000)
    light = cut(kitchen, [50_900] + [60_000] * 7)[0]
    assert judged(small_store)[0] == ("review", {"size"})
    with Till(make_terminal("One")) as till:
        assert refused(lambda: till.reserve(uuid4(), eighth(light)))[0] == "gone"
        decide = ([light], outcome, 1000, "weighed again")
        assert refused(lambda: kitchen.act("decide_review", *decide))[0] == "not_permitted"
        assert small_store.one(FREE, CUT[0]) == 7
        office.act("decide_review", *decide)
        if outcome == "wasted":
            assert refused(lambda: till.reserve(uuid4(), eighth(light)))[0] == "gone"
        else:
            till.reserve(uuid4(), eighth(light))
    state, status, off = small_store.query(
        "SELECT state, quality_status, markdown_bp FROM wedge.portions WHERE id = %s", light
    )[0]
    assert (state, status, off) == {
        "released": ("reserved", "good", 0),
        "marked_down": ("reserved", "marked_down", 1000),
        "wasted": ("wasted", "review", 0),
    }[outcome]
    written = small_store.query(
        "SELECT r.outcome, r.reason, r.decided_by, j.body ->> 'reason'"
        "  FROM wedge.quality_reviews r, wedge.journal j WHERE j.action = 'quality review'"
    )
    assert written == [(outcome, "weighed again", known_id("manager"), "weighed again")]
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_the_database_judges_like_the_screen(
    small_store: SmallShop,
    kitchen: Till,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
) -> None:
    """Both sides of every limit; the screen's verdict must be the one that is stored."""
    small_store.query("UPDATE wedge.products SET min_portion_bp = 9000 WHERE id = %s", PIZZA)
    by(small_store, "angle", 120_000)
    store = open_store(make_terminal("K2", Mode.KDS))
    until(io_loop, lambda: store.feed.view is not None)
    view = store.feed.view
    assert view is not None
    product = view.products[PIZZA]
    way = next(c for c in product.configurations if c.id == EIGHTHS)
    standard = standard_of(product, way, view.categories[CATEGORY])
    rows = [
        Measured(107_999, None, 3.9), Measured(108_000, 45_000, 4.0), Measured(138_000, 30_000),
        Measured(138_001, 38_250), Measured(102_000, 38_249), Measured(None, 51_750),
        Measured(None, 51_751, 0.0), Measured(120_000, 360_000, 10.0),
    ]  # fmt: skip
    cut(kitchen, [row.weight_mg for row in rows], angles_mdeg=[row.angle_mdeg for row in rows],
        presentations=[row.presentation for row in rows])  # fmt: skip
    expected = {
        at: {
            cause.value
            for cause in judge_portion(row, standard, view.settings.food.portions).causes
        }
        for at, row in enumerate(rows)
    }
    assert {at: causes for at, (_, causes) in judged(small_store).items()} == expected


@pytest.mark.spec("BR-03.6")
def test_one_failed_portion_holds_its_batch_until_the_reviewer_decides(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
    kitchen: Till,
    office: Till,
) -> None:
    made = cut(kitchen)
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " VALUES (%s, 63000)", CABINET)  # fmt: skip
    other = open_store(make_terminal("Two"))

    def available() -> int:
        view = other.feed.view
        if view is None:
            return -1
        offered = derive_offer(view, PIZZA, other.feed.now()).candidates
        return sum(each.portion_id in made for each in offered)

    until(io_loop, lambda: available() == 8)
    kitchen.act("fail_portion", made[2], "taste")
    until(io_loop, lambda: available() == 0, 2.0)
    rest = [each for each in made if each != made[2]]
    assert refused(lambda: office.act("decide_review", made, "released", 0, "fine"))[0] == "changed"
    assert small_store.one(FREE, CUT[0]) == 0
    office.act("decide_review", rest, "released", 0, "tasted the others")
    until(io_loop, lambda: available() == 7, 2.0)
    assert judged(small_store)[2] == ("failed", {"taste"})
    with Till(make_terminal("One")) as till:
        assert refused(lambda: till.reserve(uuid4(), eighth(made[2])))[0] == "gone"
    again = refused(lambda: office.act("decide_review", [made[2]], "released", 0, "fine"))
    assert again[0] == "changed"


def test_an_order_loses_what_is_failed_before_it_is_paid(
    small_store: SmallShop, make_terminal: MakeTerminal, kitchen: Till, office: Till
) -> None:
    made = cut(kitchen)
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        for each in made[:2]:
            till.reserve(ticket, eighth(each))
        kitchen.act("fail_portion", made[0], "taste")
        answer = till.act("pay_cash", ticket, 2 * EIGHTH_MINOR, 2 * EIGHTH_MINOR)
        assert answer["refused"] == "portion_expired"
        assert small_store.one("SELECT count(*) FROM wedge.payments") == 0
        till.reserve(ticket, candidate(known_id("portion 1/0")))
        till.act("pay_cash", ticket, 8900, 8900)
    assert small_store.one(FREE, CUT[0]) == 0


def test_the_kitchen_serves_nothing_that_was_failed_after_payment(
    small_store: SmallShop, make_terminal: MakeTerminal, kitchen: Till
) -> None:
    made = cut(kitchen)
    with Till(make_terminal("One")) as till:
        ticket, line = uuid4(), uuid4()
        till.reserve(ticket, eighth(made[0]), line=line)
        till.act("pay_cash", ticket, EIGHTH_MINOR, EIGHTH_MINOR)
    kitchen.act("fail_portion", made[0], "taste")
    assert refused(lambda: kitchen.act("verify_line", line, 63000))[0] == "portion_expired"
    fresh = known_id("portion 1/0")
    given = kitchen.act("replace_line", line, json.dumps([
        {"portion_id": str(fresh), "epoch": 0, "grade": "A"}]))  # fmt: skip
    assert given["portion_id"] == str(fresh)


@pytest.mark.parametrize("status", ["unscored", "review", "held", "failed"])
def test_no_program_sells_what_is_held(small_store: SmallShop, status: str) -> None:
    """Straight by SQL as the administrator, past every function."""
    portion = known_id("portion 1/0")
    small_store.query("UPDATE wedge.portions SET quality_status = %s WHERE id = %s",
                      status, portion)  # fmt: skip
    ticket = uuid4()
    small_store.query(
        "INSERT INTO wedge.tickets (id, number, terminal_id, staff_id, service, state, opened_at)"
        " SELECT %s, 1, (SELECT id FROM wedge.terminals LIMIT 1), %s, 'counter', 'open', now()"
        " WHERE EXISTS (SELECT FROM wedge.terminals)", ticket, known_id("cashier"))  # fmt: skip
    for state in ("reserved", "committed"):
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query(
                "UPDATE wedge.portions SET state = %s, ticket_id = %s, reserved_until ="
                " CASE WHEN %s = 'reserved' THEN now() END WHERE id = %s",
                state, ticket, state, portion,
            )  # fmt: skip


def test_two_reviewers_at_once_decide_once(
    small_store: SmallShop, make_terminal: MakeTerminal, kitchen: Till
) -> None:
    made = cut(kitchen, presentations=[5.0] * 8)
    kitchen.act("fail_portion", made[0], "taste")
    urls = [make_terminal(f"Office {n}", Mode.MANAGER) for n in range(2)]
    start = threading.Barrier(2)

    def decide(at: int) -> str | None:
        outcome = ("released", "wasted")[at]
        portions = made[1:] if at == 0 else made[:0:-1]
        with Till(urls[at], "manager") as reviewer:
            start.wait()
            try:
                reviewer.act("decide_review", portions, outcome, 0, f"reviewer {at}")
            except psycopg.Error as error:
                return hint(error)
        return "decided"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(map(str, pool.map(decide, range(2)))) == ["changed", "decided"]
    outcomes = small_store.query(
        "SELECT DISTINCT outcome, decided_by IS NULL FROM wedge.quality_reviews"
        " WHERE portion_id <> %s", made[0])  # fmt: skip
    assert len(outcomes) == 1
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_buyers_and_a_failing_batch_at_once(
    small_store: SmallShop, make_terminal: MakeTerminal, kitchen: Till, office: Till
) -> None:
    """Whatever the order of events, nothing that is held is sold, and nothing is lost."""
    made = cut(kitchen)
    urls = [make_terminal(f"Till {n}") for n in range(6)]
    start = threading.Barrier(7)

    def buy(url: str) -> None:
        with Till(url) as till:
            start.wait()
            for _ in range(4):
                ticket = uuid4()
                try:
                    patient(partial(till.reserve, ticket, *map(eighth, made)))
                    patient(partial(till.act, "pay_cash", ticket, EIGHTH_MINOR, EIGHTH_MINOR))
                except psycopg.Error as error:
                    assert hint(error) in ("gone", "ticket_empty"), error

    def fail() -> None:
        start.wait()
        kitchen.act("fail_portion", made[7], "taste")

    with ThreadPoolExecutor(7) as pool:
        jobs = [pool.submit(buy, url) for url in urls] + [pool.submit(fail)]
        for job in jobs:
            job.result()
    odd = (
        "SELECT count(*) FROM wedge.portions p JOIN wedge.payments y ON y.ticket_id = p.ticket_id"
        " WHERE p.whole_id = %s AND y.at > (SELECT at FROM wedge.journal"
        "                                    WHERE action = 'fail portion')"
    )
    assert small_store.one(odd, CUT[0]) == 0
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


@pytest.mark.spec("BR-01.6")
def test_a_lot_without_a_score_is_sellable_once_it_has_one(
    small_store: SmallShop,
    make_terminal: MakeTerminal,
    open_store: OpenStore,
    io_loop: Loop,
    kitchen: Till,
) -> None:
    till = open_store(make_terminal("Two"))
    small_store.query("UPDATE wedge.portions SET state = 'wasted'")
    small_store.query(
        "INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
        " VALUES (%s, 63000)", CABINET)  # fmt: skip
    kitchen.act("cut_whole", *CUT, None, None)

    def left(store: PgStore) -> int | None:
        view = store.feed.view
        return derive_offer(view, PIZZA, store.feed.now()).left if view else None

    def statuses(store: PgStore) -> set[QualityStatus]:
        view = store.feed.view
        return {p.quality_status for p in view.portions.values()} if view else set()

    until(io_loop, lambda: statuses(till) == {QualityStatus.UNSCORED})
    assert left(till) == 0
    kitchen.act("score_whole", CUT[0], 8.0)
    until(io_loop, lambda: left(till) == 8, 2.0)
    lot = small_store.query(
        "SELECT w.lot_number <> '', w.prepared_at <= w.cut_at, w.cut_by, p.initial_quality,"
        "       p.expires_at > w.cut_at FROM wedge.wholes w JOIN wedge.portions p"
        "    ON p.whole_id = w.id WHERE w.id = %s", CUT[0])  # fmt: skip
    assert set(lot) == {(True, True, known_id("kitchen"), 8.0, True)}
    assert refused(lambda: kitchen.act("score_whole", CUT[0], 9.0)) == ("changed", "score")


def test_only_a_suitable_tool_cuts(small_store: SmallShop, kitchen: Till) -> None:
    knife, wheel, old = uuid4(), uuid4(), uuid4()
    small_store.query(
        "INSERT INTO wedge.cutting_tools (id, code, name, suits, active) VALUES"
        " (%s, 'CK-1', 'Knife', '{}', true), (%s, 'PW-1', 'Wheel', ARRAY[%s], true),"
        " (%s, 'PW-0', 'Old wheel', ARRAY[%s], false)", knife, wheel, CATEGORY, old, CATEGORY,
    )  # fmt: skip
    for tool in (None, str(knife), str(old), str(uuid4())):
        assert refused(partial(cut, kitchen, tool_id=tool)) == ("wrong_tool", "PW-1")
    assert len(cut(kitchen, tool_id=str(wheel))) == 8
    assert small_store.one("SELECT tool_id FROM wedge.wholes WHERE id = %s", CUT[0]) == wheel


@pytest.mark.parametrize(
    "measured",
    [
        {"presentations": [11] * 8}, {"presentations": [-0.1] * 8}, {"presentations": [5] * 7},
        {"presentations": "ten"}, {"presentations": ["ten"] * 8}, {"presentations": {"a": 1}},
        {"angles_mdeg": [360_001] * 8}, {"angles_mdeg": [1e30] * 8}, {"angles_mdeg": [[]] * 8},
    ],
)  # fmt: skip
def test_what_cannot_be_measured_cuts_nothing(
    small_store: SmallShop, kitchen: Till, measured: dict[str, Any]
) -> None:
    assert refused(lambda: cut(kitchen, **measured))[0] == "bad_quantity"
    assert small_store.one("SELECT state FROM wedge.wholes WHERE id = %s", CUT[0]) == "in_stock"


def test_bad_decisions_change_nothing(small_store: SmallShop, kitchen: Till, office: Till) -> None:
    made = cut(kitchen, presentations=[3.9] + [None] * 7)
    kitchen.act("fail_portion", made[1], "taste")
    before = judged(small_store)

    def decide(*arguments: object) -> str:
        return refused(lambda: office.act("decide_review", *arguments))[0]

    held = made[2]
    assert decide([held], "released", 0, " ") == "bad_text"
    assert decide([held], "released", 0, "x" * 501) == "bad_text"
    assert decide([held], "sold", 0, "why not") == "unknown_item"
    assert decide([], "released", 0, "why not") == "unknown_item"
    assert decide([held, held], "released", 0, "twice") == "unknown_item"
    assert decide([held, uuid4()], "released", 0, "unknown") == "unknown_item"
    for off in (None, 0, -1, 3001):
        assert decide([held], "marked_down", off, "cheap") == "bad_price"
    assert decide([made[0]], "released", 0, "looks fine") == "not_permitted"
    assert decide([known_id("portion 1/0")], "released", 0, "not held") == "changed"
    assert refused(lambda: kitchen.act("fail_portion", made[1], "again"))[0] == "changed"
    assert refused(lambda: kitchen.act("fail_portion", new_id(), "taste"))[0] == "unknown_item"
    assert judged(small_store) == before
    office.act("decide_review", [made[0], made[1]], "wasted", 0, "thrown away")
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []
