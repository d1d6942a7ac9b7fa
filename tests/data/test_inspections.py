"""Looking at portions on a real store: live score, hold, stand-in, tasks, what the curve learns."""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.data.store import PgStore
from app.domain.calibration import Observation, learn, proposal, uncalibrated
from app.domain.catalog import CurveShape, QualityModel
from app.domain.food_policy import CalibrationPolicy
from app.domain.people import Mode
from app.services.offers import derive_offer
from app.services.product_curve import curve_section
from tests.conftest import MakeTerminal, OpenStore
from tests.data.learned_curves import approved, put_in_force
from tests.data.test_feed import Loop, until
from tests.data.test_policies import add_chief
from tests.data.test_reservation import hint
from tests.support.seed import CABINET, EIGHTHS, PIZZA, TENTHS, SmallShop, Till, candidate, known_id
from tests.support.seed import PRICE_MINOR as PRICE

FIRST, SECOND, OTHER = (known_id(f"portion {each}") for each in ("1/0", "1/1", "2/0"))
WHOLE = known_id("whole 1")


@dataclass
class Shop:
    """The shop with a kitchen, an office and a till."""

    small: SmallShop
    kitchen: Till
    office: Till
    till: Till

    def look(
        self, portion: UUID = FIRST, score: float = 9.0, *, predicted: float = 9.0,
        age_s: float = 600.0, kind: str = "recheck", candidates: Any = (),
        request: UUID | None = None, **seen: Any,
    ) -> Any:  # fmt: skip
        what = {"kind": kind, "step": None, "score": score, "passed": True, "causes": [],
                "note": "", "temperature_mc": None, **seen}  # fmt: skip
        said = {"score": predicted, "effective_age_s": age_s}
        offered = [
            {"portion_id": str(p), "epoch": 0, "grade": "A", "breakdown": []} for p in candidates
        ]
        return self.kitchen.act(
            "record_inspection", uuid4(), portion, json.dumps(what), json.dumps(said),
            json.dumps(offered), request=request,
        )  # fmt: skip

    def refused(self, call: Any) -> tuple[str, str]:
        with pytest.raises(psycopg.Error) as error:
            call()
        return hint(error.value), error.value.diag.message_detail or ""

    def portion(self, portion: UUID = FIRST) -> Any:
        return self.small.query(
            "SELECT state, inspected_score, quality_status, ticket_id FROM wedge.portions"
            " WHERE id = %s", portion,
        )[0]  # fmt: skip

    def tasks(self, kind: str) -> list[Any]:
        return self.small.query(
            "SELECT subject, due_at - opened_at, state, id FROM wedge.tasks WHERE kind = %s"
            " ORDER BY opened_at", kind,
        )  # fmt: skip

    def sell(self, portion: UUID = FIRST) -> tuple[UUID, UUID]:
        ticket, line = uuid4(), uuid4()
        self.till.reserve(ticket, candidate(portion), line=line)
        self.till.act("pay_cash", ticket, PRICE, PRICE)
        return ticket, line


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)


@pytest.mark.spec("FUL-03.3")
def test_the_observed_score_is_live_at_once_and_its_difference_is_kept(
    shop: Shop, make_terminal: MakeTerminal, open_store: OpenStore, io_loop: Loop
) -> None:
    shop.small.query("INSERT INTO wedge.temperature_readings (holding_unit_id, temperature_mc)"
                     " VALUES (%s, 63000)", CABINET)  # fmt: skip
    others = [open_store(make_terminal("Two")), open_store(make_terminal("Desk", Mode.MANAGER))]
    until(io_loop, lambda: all(grade_on(each) in ("A", "B") for each in others))
    assert shop.look(score=7.4, predicted=8.2) == {
        "passed": True, "late": False, "stand_in": None,
    }  # fmt: skip
    assert shop.portion()[:3] == ("available", 7.4, "good")
    kept = shop.small.query(
        "SELECT score - predicted, product_id, effective_age_s, holding_unit_id, staff_id"
        " FROM wedge.inspections"
    )
    assert kept[0][0] == pytest.approx(-0.8)
    assert kept[0][1:] == (PIZZA, 600.0, CABINET, known_id("kitchen"))
    assert shop.small.one("SELECT wedge.grade_of(7.4)") == "C"
    until(io_loop, lambda: [grade_on(each) for each in others] == ["C", "C"], 30.0)


def grade_on(terminal: PgStore) -> str | None:
    """The first portion's grade on another terminal."""
    view = terminal.feed.view
    if view is None:
        return None
    offer = derive_offer(view, PIZZA, terminal.feed.now())
    wedges = (wedge for wheel in offer.wheels for wedge in wheel.wedges)
    grade = next(wedge.grade for wedge in wedges if wedge.portion_id == FIRST)
    return grade.value if grade else None


def test_inspections_are_append_only_and_asked_again_change_nothing(shop: Shop) -> None:
    request = uuid4()
    first = shop.look(request=request)
    assert shop.look(request=request, score=1.0, causes=["age"]) == first
    assert shop.small.one("SELECT count(*) FROM wedge.inspections") == 1
    with pytest.raises(psycopg.Error):
        shop.small.query("UPDATE wedge.inspections SET score = 10")


def test_what_cannot_be_true_is_refused(shop: Shop) -> None:
    assert shop.refused(lambda: shop.look(score=11)) == ("bad_quantity", "score")
    assert shop.refused(lambda: shop.look(predicted=12)) == ("bad_quantity", "prediction")
    assert shop.refused(lambda: shop.look(score=9, passed=False)) == ("bad_text", "cause")
    assert shop.refused(lambda: shop.look(kind="nothing"))[0] == "bad_text"
    assert shop.refused(lambda: shop.look(uuid4())) == ("unknown_item", "portion")
    assert shop.refused(lambda: shop.look(temperature_mc=400_000))[0] == "bad_quantity"


def test_the_server_learns_exactly_what_the_domain_learns(shop: Shop) -> None:
    model = QualityModel(timedelta(seconds=7200), 1.5, 2.0, 63_000)
    policy = CalibrationPolicy()
    state = uncalibrated(PIZZA, CABINET, model, policy)
    looks = ((9.0, 3000.0), (8.1, 5400.0), (7.6, 6100.0), (9.9, 20.0), (7.0, 9e9), (7.2, 0.0))
    for score, age_s in looks:
        shop.look(SECOND, score=score, predicted=8.0, age_s=age_s)
        now = datetime.now(UTC)
        learned = learn(state, Observation(now, 10.0, age_s, score), model.beta, policy)
        curve, sd = shop.small.query(
            "SELECT curve_score, curve_sd FROM wedge.inspections ORDER BY at DESC LIMIT 1"
        )[0]
        assert curve == pytest.approx(learned.predicted, rel=1e-12, abs=1e-200)
        assert sd == pytest.approx(learned.predicted_sd, rel=1e-12)
        state = learned.after
    kept = shop.small.query(
        "SELECT theta, variance, inspections, version, prior_theta FROM wedge.calibrations"
    )[0]
    assert kept[:2] == pytest.approx((state.theta, state.variance), rel=1e-12)
    assert kept[2:4] == (6, 7)
    assert kept[4] == pytest.approx(uncalibrated(PIZZA, CABINET, model, policy).theta, rel=1e-12)


@pytest.mark.spec("FUL-A.6")
def test_a_line_is_learned_as_in_the_domain_proposed_and_put_in_force_by_a_manager(
    shop: Shop,
) -> None:
    shop.small.query("UPDATE wedge.products SET curve = 'linear', e7_s = 3600 WHERE id = %s"
                     " RETURNING id", PIZZA)  # fmt: skip
    model = QualityModel(timedelta(seconds=3600), 1.5, 2.0, 63_000, CurveShape.LINEAR)
    policy = CalibrationPolicy()
    state = uncalibrated(PIZZA, CABINET, model, policy)
    looks = ((9.0, 900.0), (8.1, 1800.0), (7.6, 2400.0), (9.9, 20.0), (7.0, 9e9), (7.2, 0.0))
    for n, (score, age_s) in enumerate(looks):
        assert proposal(model, state, policy) is None or n >= 5
        shop.look(SECOND, score=score, predicted=8.0, age_s=age_s)
        look = Observation(datetime.now(UTC), 10.0, age_s, score)
        learned = learn(state, look, model.beta, policy, CurveShape.LINEAR)
        curve, sd = shop.small.query(
            "SELECT curve_score, curve_sd FROM wedge.inspections ORDER BY at DESC LIMIT 1"
        )[0]
        assert curve == pytest.approx(learned.predicted, rel=1e-12, abs=1e-12)
        assert sd == pytest.approx(learned.predicted_sd, rel=1e-12)
        state = learned.after
    kept = shop.small.query("SELECT theta, variance, prior_theta FROM wedge.calibrations")[0]
    first = uncalibrated(PIZZA, CABINET, model, policy).theta
    assert kept == pytest.approx((state.theta, state.variance, first), rel=1e-12)
    wanted = proposal(model, state, policy)
    assert wanted is not None
    e7_s = "SELECT e7_s FROM wedge.products WHERE id = %s"
    assert shop.small.one(e7_s, PIZZA) == 3600, "looks alone change nothing"
    add_chief(shop.small)
    put_in_force(shop, wanted.e7.total_seconds(), approved(shop, wanted.e7.total_seconds()))
    # The domain's durations are whole microseconds.
    assert shop.small.one(e7_s, PIZZA) == pytest.approx(wanted.e7.total_seconds(), abs=1e-6)


def test_a_manager_puts_a_learned_curve_in_force_as_a_version(
    shop: Shop,
) -> None:
    for _ in range(4):
        shop.look(score=7.5, predicted=8.0, age_s=2000.0)
    assert shop.refused(lambda: put_in_force(shop, 3600.0, None)) == ("not_ready", "4")
    shop.look(score=7.5, predicted=8.0, age_s=2000.0)
    theta = shop.small.one("SELECT theta FROM wedge.calibrations")
    learned = math.exp(theta) * (-math.log(0.7)) ** (1 / 1.5)
    assert learned < 7200
    assert shop.refused(lambda: put_in_force(shop, learned, None)) == (
        "approval_needed", "policy_change",
    )  # fmt: skip
    add_chief(shop.small)
    other = approved(shop, learned + 60)
    assert shop.refused(lambda: put_in_force(shop, learned, other)) == (
        "approval_invalid", "subject",
    )  # fmt: skip
    assert shop.refused(lambda: put_in_force(shop, learned + 60, other)) == (
        "changed", "calibration",
    )  # fmt: skip
    e7 = "SELECT e7_s FROM wedge.products WHERE id = %s"
    assert shop.small.one(e7, PIZZA) == 7200, "nothing came in force"
    put_in_force(shop, learned, approved(shop, learned))
    assert shop.small.one(e7, PIZZA) == learned
    ((version, before, after, changed, by),) = shop.small.query(
        "SELECT version, before, document, changed_by, approved_by FROM wedge.policy_changes"
        " WHERE section = %s", curve_section(PIZZA),
    )  # fmt: skip
    assert (version, before["e7_s"], after["e7_s"]) == (2, 7200, learned)
    assert (changed, by) == (known_id("manager"), known_id("chief"))
    shop.small.query("UPDATE wedge.staff SET role = 'food_safety_manager' WHERE id = %s",
                     known_id("manager"))  # fmt: skip
    assert shop.refused(lambda: put_in_force(shop, learned, None)) == (
        "not_permitted", "food_safety_manager",
    )  # fmt: skip
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        shop.kitchen.act("adopt_curve", PIZZA, CABINET, learned, None)


def test_a_score_under_the_floor_leaves_sale_until_a_second_look(shop: Shop) -> None:
    assert shop.look(score=6.9, causes=["age"])["passed"] is False
    assert shop.portion()[0] == "quarantined"
    assert shop.refused(lambda: shop.till.reserve(uuid4(), candidate(FIRST)))[0] == "gone"
    shop.look(score=7.1)
    assert shop.portion()[:3] == ("available", 7.1, "good")


def test_a_failed_look_is_final_and_holds_the_batch(shop: Shop) -> None:
    shop.look(score=8.5, passed=False, causes=["Damage"])
    assert shop.portion()[:3] == ("quarantined", 8.5, "failed")
    assert shop.portion(SECOND)[2] == "held"
    shop.look(score=9.5)
    assert shop.portion()[0] == "quarantined"
    ((subject, *_),) = shop.tasks("investigation")
    assert subject["cause"] == "failed_checkpoint"


@pytest.mark.spec("FUL-03.2")
def test_a_temperature_outside_the_limit_fails_for_every_role(shop: Shop) -> None:
    _ticket, line = shop.sell()
    for person in (shop.kitchen, shop.office):
        tried = shop.refused(lambda person=person: person.act("verify_line", line, 59_900))
        assert tried == ("temperature_violated", "P-100")
    shop.kitchen.act("verify_line", line, 60_000)
    shop.kitchen.act("unverify_line", line)
    said = shop.look(kind="handover", step="handover", temperature_mc=59_900, candidates=[OTHER])
    assert (said["passed"], said["late"], said["stand_in"]) == (False, True, str(OTHER))
    assert shop.portion()[:3] == ("quarantined", 9.0, "failed")
    ((subject, *_),) = shop.tasks("deviation")
    assert subject["temperature_mc"] == 59_900
    assert shop.small.one("SELECT owner FROM wedge.tasks WHERE kind = 'deviation'") == (
        "food_safety_manager"
    )


@pytest.mark.spec("FUL-E2.2")
def test_a_late_failure_takes_a_stand_in_and_marks_its_siblings(shop: Shop) -> None:
    ticket, line = shop.sell()
    _, sibling = shop.sell(SECOND)
    said = shop.look(
        score=8.0, predicted=8.9, passed=False, causes=["dry edge"], candidates=[
            known_id("portion 1/3"), OTHER,
        ],
    )  # fmt: skip
    assert said["stand_in"] == str(OTHER), "a sibling may not stand in"
    row = shop.small.query(
        "SELECT portion_code, unit_price_minor, kitchen_state, former_code, former_reason"
        " FROM wedge.ticket_lines WHERE id = %s", line,
    )[0]  # fmt: skip
    assert row == ("P-200", PRICE, "queued", "P-100", "other")
    assert shop.portion(OTHER)[0] == "committed"
    assert shop.portion(OTHER)[3] == ticket
    marked = "SELECT count(*) FROM wedge.portions WHERE recheck_at IS NOT NULL AND whole_id = %s"
    assert shop.small.one(marked, WHOLE) == 9
    assert shop.refused(lambda: shop.kitchen.act("verify_line", sibling, None)) == (
        "checkpoint_missing", "P-101",
    )  # fmt: skip
    shop.look(SECOND, score=9.0)
    shop.kitchen.act("verify_line", sibling, None)
    assert [task[0]["cause"] for task in shop.tasks("investigation")] == ["failed_checkpoint"]
    assert shop.small.query("SELECT * FROM wedge.check_conservation()") == []


def test_a_held_portion_that_fails_is_replaced_in_the_open_order(shop: Shop) -> None:
    ticket, line = uuid4(), uuid4()
    shop.till.reserve(ticket, candidate(FIRST), line=line)
    shop.look(score=6.8, causes=["age"], candidates=[OTHER])
    assert (shop.portion()[0], shop.portion(OTHER)[:1]) == ("quarantined", ("reserved",))
    decided = shop.small.query(
        "SELECT kind, former_id, portion_id, reason FROM wedge.allocation_decisions"
        " WHERE kind = 'substituted'"
    )
    assert decided == [("substituted", FIRST, OTHER, "age")]
    shop.till.act("pay_cash", ticket, PRICE, PRICE)
    assert shop.portion(OTHER)[0] == "committed"


def test_without_a_stand_in_the_bad_one_can_be_neither_paid_nor_served(shop: Shop) -> None:
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(FIRST))
    shop.look(score=6.8, causes=["age"])
    assert shop.refused(lambda: shop.till.act("pay_cash", ticket, PRICE, PRICE))[0] in (
        "hold_expired", "portion_expired",
    )  # fmt: skip
    paid, line = shop.sell(OTHER)
    shop.kitchen.act("verify_line", line, None)
    shop.look(OTHER, score=6.5, causes=["age"])
    for till in (shop.kitchen, shop.office):
        served = shop.refused(lambda till=till: till.act("serve_ticket", paid))
        assert served == ("portion_expired", "P-200")
    spare = known_id("portion 1/5")
    offered = json.dumps([{"portion_id": str(spare), "epoch": 0, "grade": "A"}])

    def replaced() -> Any:
        return shop.kitchen.act("replace_line", line, offered)

    assert shop.refused(replaced)[0] == "gone", "its sibling failed: it must be seen first"
    shop.look(spare)
    shop.kitchen.act("replace_line", line, offered)
    assert shop.portion(OTHER)[0] == "quarantined", "blocked, not waste"


@pytest.mark.spec("BR-13.1")
def test_a_skipped_checkpoint_stops_the_next_step(shop: Shop) -> None:
    made = shop.kitchen.act("cut_whole", known_id("uncut"), EIGHTHS, 8, CABINET, "B", 5.0, None)
    first = UUID(made["ids"][0])
    display: dict[str, Any] = {"kind": "checkpoint", "step": "on_display", "score": 8.0}
    assert shop.refused(lambda: shop.look(first, **display)) == (
        "checkpoint_missing", "after_cut",
    )  # fmt: skip
    shop.look(first, kind="checkpoint", step="after_cut", score=8.5)
    shop.look(first, **display)
    missing = shop.small.one("SELECT checks_missing FROM wedge.wholes WHERE code = 'P-W9'")
    assert missing == []


def test_a_lot_without_its_display_check_is_not_handed_over(shop: Shop) -> None:
    made = shop.kitchen.act("cut_whole", known_id("uncut"), TENTHS, 10, CABINET, "B", 9.5, None)
    portion = UUID(made["ids"][0])
    ticket, line = uuid4(), uuid4()
    shop.till.reserve(ticket, candidate(portion), line=line)
    price = shop.small.one("SELECT total_minor FROM wedge.tickets WHERE id = %s", ticket)
    shop.till.act("pay_cash", ticket, price, price)
    shop.kitchen.act("verify_line", line, None)
    assert shop.refused(lambda: shop.kitchen.act("serve_ticket", ticket))[0] == (
        "checkpoint_missing"
    )
    shop.look(portion, kind="checkpoint", step="on_display", score=9.2)
    shop.kitchen.act("serve_ticket", ticket)
    assert shop.portion(portion)[0] == "served"


@pytest.mark.spec("BR-13.4")
def test_three_failures_of_one_cause_are_one_improvement(shop: Shop) -> None:
    for number in range(3):
        assert len(shop.tasks("improvement")) == 0
        shop.look(known_id(f"portion 2/{number}"), score=6.0, causes=["uneven cut"])
    ((subject, _, _, task),) = shop.tasks("improvement")
    failures = shop.small.query("SELECT id FROM wedge.inspections ORDER BY at")
    assert subject["failures"] == [str(each[0]) for each in failures]
    assert subject["cause"] == "uneven cut"
    shop.look(known_id("portion 2/3"), score=6.0, causes=["uneven cut"])
    assert len(shop.tasks("improvement")) == 1

    def closed() -> Any:
        return shop.office.act("close_task", task, "new knife")

    assert shop.refused(closed)[0] == "effect_check_missing"
    shop.office.act("check_effect", task, "no uneven cut since Monday")
    closed()
    assert shop.tasks("improvement")[0][2] == "done"


def test_old_failures_do_not_count(shop: Shop) -> None:
    for number in range(2):
        shop.look(known_id(f"portion 2/{number}"), score=6.0, causes=["uneven cut"])
    with psycopg.connect(shop.small.admin_url) as admin:
        admin.execute("ALTER TABLE wedge.inspections DISABLE TRIGGER append_only")
        admin.execute("UPDATE wedge.inspections SET at = at - interval '7 days 1 minute'")
    shop.look(known_id("portion 2/5"), score=6.0, causes=["uneven cut"])
    assert shop.tasks("improvement") == []


@pytest.mark.spec("FUL-E2.4")
def test_two_late_failures_put_product_and_unit_under_watch_until_a_manager_ends_it(
    shop: Shop,
) -> None:
    subjects = "SELECT subject_id FROM wedge.watches WHERE reset_by IS NULL ORDER BY 1"
    for number in range(2):
        assert shop.small.query(subjects) == []
        portion = known_id(f"portion {number + 1}/4")
        shop.sell(portion)
        shop.look(portion, score=8.0, passed=False, causes=["dry edge"])
    assert {row[0] for row in shop.small.query(subjects)} == {PIZZA, CABINET}
    view = shop.small.one("SELECT wedge.snapshot()")
    assert len(view["watches"]) == 2
    shop.office.act("reset_watch", CABINET)
    assert shop.small.query(subjects) == [(PIZZA,)]
    assert shop.refused(lambda: shop.office.act("reset_watch", CABINET))[0] == "changed"
    zone = shop.small.one(
        "SELECT max(until) AT TIME ZONE 'Asia/Bangkok' FROM wedge.watches WHERE reset_by IS NULL"
    )
    assert (zone.hour, zone.minute) == (0, 0)


@pytest.mark.spec("POS-E3.4")
def test_more_than_three_degradations_in_orders_are_a_watch(shop: Shop) -> None:
    watched = "SELECT trouble FROM wedge.watches"
    for number in range(4):
        assert shop.small.query(watched) == []
        portion = known_id(f"portion 1/{number}")
        shop.sell(portion)
        shop.look(portion, score=8.2, predicted=8.5, kind="random")
    assert shop.small.query(watched) == [("degraded_in_order",)]

    def hold() -> float:
        ticket = uuid4()
        shop.till.reserve(ticket, candidate(free.pop()))
        return float(
            shop.small.one(
                "SELECT extract(epoch FROM held_until - clock_timestamp()) FROM wedge.tickets"
                " WHERE id = %s", ticket,
            )
        )  # fmt: skip

    free = [known_id(f"portion 2/{wedge}") for wedge in range(3)]
    assert hold() == pytest.approx(150, abs=3)
    # The day closes; its moment is the store's next midnight.
    shop.small.query("UPDATE wedge.watches SET until = clock_timestamp()")
    assert hold() == pytest.approx(300, abs=3)
    assert shop.small.one("SELECT wedge.snapshot() -> 'watches'") == []


@pytest.mark.spec("BR-04.4")
def test_the_age_at_sale_is_on_the_line_since_the_preparation_of_the_whole(shop: Shop) -> None:
    shop.small.query(
        "UPDATE wedge.wholes SET prepared_at = clock_timestamp() - interval '90 minutes'"
        " WHERE id = %s",
        WHOLE,
    )
    _, line = shop.sell()
    age_s = shop.small.one("SELECT age_at_sale_s FROM wedge.ticket_lines WHERE id = %s", line)
    assert age_s == pytest.approx(5400, abs=3)
