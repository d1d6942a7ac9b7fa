from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.equipment import Contact
from app.domain.food_policy import AllergenPolicy
from tests.models.cross_contact import (
    CuttingJob,
    Source,
    Use,
    check_job,
    may_start,
    sanitised,
    used,
)
from tests.models.equipment import Equipment, Sanitation

STRICT = AllergenPolicy()
BY_CONTENT = replace(STRICT, sanitise_between_any=False)
TEN = datetime(2026, 5, 9, 10, tzinfo=UTC)
K1, K2, BOARD = UUID(int=1), UUID(int=2), UUID(int=3)
S1, S2 = UUID(int=11), UUID(int=12)
L1, L2, L3, L4 = (UUID(int=number) for number in range(21, 25))
COOK = UUID(int=31)
NUTS = frozenset({"milk", "egg", "tree_nuts"})
NUT_FREE = frozenset({"milk", "egg"})


def minutes(count: float) -> datetime:
    return TEN + timedelta(minutes=count)


def use(minute: float, lot: UUID = L1, codes: frozenset[str] = NUTS, what: UUID = K1) -> Use:
    return Use(what, lot, codes, minutes(minute))


def clean(minute: float, what: UUID = K1, method: str = "dishwasher 82 °C") -> Sanitation:
    return Sanitation(what, method, minutes(minute), COOK)


def job(codes: frozenset[str] | None, number: int = 41, station: UUID = S1) -> CuttingJob:
    return CuttingJob(UUID(int=number), L2, station, codes)


def test_a_nut_knife_waits_for_sanitation_before_a_nut_free_job() -> None:
    soiled = used(Equipment(K1), use(0))
    risk = check_job(job(NUT_FREE), soiled, None, [], minutes(5), STRICT)
    assert risk.result is Contact.POSSIBLE
    assert risk.threats[0].allergens == ("tree_nuts",)
    assert not may_start(risk, [soiled], job(NUT_FREE), STRICT)
    washed = sanitised(soiled, clean(6))
    assert washed.sanitised == clean(6)
    risk = check_job(job(NUT_FREE), washed, None, [], minutes(7), STRICT)
    assert risk.result is Contact.NONE
    assert may_start(risk, [washed], job(NUT_FREE), STRICT)


def test_the_same_category_needs_no_sanitation_between() -> None:
    soiled = used(Equipment(K1), use(0))
    for policy in (STRICT, BY_CONTENT):
        assert not soiled.needs_sanitation(NUTS, policy)
        assert may_start(
            check_job(job(NUTS), soiled, soiled, [], minutes(5), policy),
            [soiled],
            job(NUTS),
            policy,
        )


def test_a_different_category_that_brings_nothing_is_the_policys_matter() -> None:
    soiled = used(Equipment(K1), use(0, codes=NUT_FREE))
    risk = check_job(job(NUTS), soiled, None, [], minutes(5), STRICT)
    assert risk.result is Contact.LOW
    assert not may_start(risk, [soiled], job(NUTS), STRICT)
    assert may_start(risk, [soiled], job(NUTS), BY_CONTENT)


def test_an_open_nut_job_blocks_its_station_and_no_other() -> None:
    nut_job = job(NUTS, 40)
    knife = Equipment(K2)
    risk = check_job(job(NUT_FREE), knife, None, [nut_job], TEN, STRICT)
    assert risk.result is Contact.POSSIBLE
    assert [(each.source, each.id, each.allergens) for each in risk.threats] == [
        (Source.OPEN_JOB, nut_job.id, ("tree_nuts",))
    ]
    elsewhere = check_job(job(NUT_FREE, station=S2), knife, None, [nut_job], TEN, STRICT)
    assert (elsewhere.result, elsewhere.threats) == (Contact.NONE, ())


def test_contact_between_open_jobs_goes_both_ways() -> None:
    nut_free = job(NUT_FREE, 40)
    risk = check_job(job(NUTS), Equipment(K2), None, [nut_free], TEN, STRICT)
    assert risk.result is Contact.POSSIBLE
    alike = check_job(job(NUTS), Equipment(K2), None, [job(NUTS, 40)], TEN, STRICT)
    assert alike.result is Contact.LOW
    itself = check_job(job(NUTS), Equipment(K2), None, [job(NUTS)], TEN, STRICT)
    assert itself.result is Contact.NONE


def test_every_threat_is_named_at_once() -> None:
    tool = Equipment(K1, frozenset({"fish"}), TEN)
    surface = Equipment(BOARD, frozenset({"celery", "milk"}), TEN)
    risk = check_job(job(NUT_FREE), tool, surface, [job(NUTS, 40)], TEN, STRICT)
    assert [(each.source, each.allergens) for each in risk.threats] == [
        (Source.TOOL, ("fish",)),
        (Source.SURFACE, ("celery",)),
        (Source.OPEN_JOB, ("tree_nuts",)),
    ]


def test_what_nobody_has_stated_blocks() -> None:
    unknown = job(None)
    risk = check_job(unknown, Equipment(K1), None, [], TEN, STRICT)
    assert risk.result is Contact.POSSIBLE
    assert not may_start(risk, [], unknown, STRICT)
    beside = check_job(job(NUT_FREE), Equipment(K1), None, [job(None, 40)], TEN, STRICT)
    assert beside.result is Contact.POSSIBLE
