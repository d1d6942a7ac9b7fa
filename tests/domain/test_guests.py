"""Profiles, segments, means and running times, by hand."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from app.domain.complaint import Complaint, ComplaintKind, ComplaintState, Tone
from app.domain.guest_policy import GuestPolicy
from app.domain.guests import Consent, ConsentKind, GuestProfile, GuestRecord, Purchase, profile_of
from app.domain.marketing import MarketingGuest, marketing_file
from app.domain.policy import Targets
from app.domain.portion import Grade
from app.domain.satisfaction import resolution_time, satisfaction_of

FRIDAY = datetime(2026, 3, 6, 11, 10, tzinfo=UTC)  # 18:10 in Bangkok
ZONE = "Asia/Bangkok"
SLICE, CAKE = UUID(int=1), UUID(int=2)


def bought(
    days_ago: float, product: UUID = SLICE, ticket: UUID | None = None, grade: Grade = Grade.A
) -> Purchase:
    name = "Slice" if product == SLICE else "Cake"
    at = FRIDAY - timedelta(days=days_ago)
    return Purchase(ticket or uuid4(), at, product, name, "1/8", grade, 1, 8900, "counter")


def test_a_profile_shows_what_when_and_how() -> None:
    visit = uuid4()
    history = [bought(0, ticket=visit), bought(0, CAKE, visit, Grade.B), bought(7), bought(14)]
    found = profile_of(history, FRIDAY, GuestPolicy(), ZONE)
    assert found.visits == 3
    assert [(each.name, each.visits) for each in found.favourites] == [("Slice", 3), ("Cake", 1)]
    assert (found.configuration, found.grade, found.service) == ("1/8", Grade.A, "counter")
    assert (found.hours, found.weekday) == ((18,), 4)
    assert found.last_visit == FRIDAY


def test_only_the_window_counts() -> None:
    assert profile_of([bought(181)], FRIDAY, GuestPolicy(), ZONE) == GuestProfile()
    assert profile_of([bought(180)], FRIDAY, GuestPolicy(), ZONE).visits == 1
    assert profile_of([], FRIDAY, GuestPolicy(), ZONE) == GuestProfile()


def test_the_newest_word_of_a_guest_holds() -> None:
    said = tuple(
        Consent(ConsentKind.MARKETING, given, FRIDAY + timedelta(days=day))
        for day, given in enumerate((True, False, True, False))
    )
    guest = GuestRecord(uuid4(), "Malee", None, None, FRIDAY, None, 0, 0, said, (), ())
    assert not guest.has(ConsentKind.MARKETING)
    assert not guest.has(ConsentKind.PROFILE)


def test_the_marketing_file_says_nothing_of_who_it_is() -> None:
    rows = [MarketingGuest(12, "Cake", "2026-03"), MarketingGuest(3, None, None)]
    assert marketing_file(rows, GuestPolicy()).splitlines() == [
        "segment,favourite_category,last_visit_month",
        "frequent,Cake,2026-03",
        "regular,,",
    ]


@pytest.mark.spec("FUL-M.5")
def test_the_satisfaction_score_with_its_sample_size() -> None:
    target = Targets().satisfaction_centi
    met = satisfaction_of([5, 5, 5, 5, 4], target)
    assert (met.mean_centi, met.count, met.met) == (480, 5, True)
    missed = satisfaction_of([5, 5, 5, 5, 4, 4], target)
    assert (missed.mean_centi, missed.count, missed.met) == (467, 6, False)
    assert satisfaction_of([], target).met is None


def test_the_products_rating() -> None:
    target = Targets().product_rating_centi
    green = satisfaction_of([5, 4, 4, 4, 4], target)
    assert (green.mean_centi, green.count, green.met) == (420, 5, True)
    red = satisfaction_of([5, 4, 4, 4, 4, 3], target)
    assert (red.mean_centi, red.count, red.met) == (400, 6, False)


def _complaint(opened_at: datetime, resolved_at: datetime | None = None) -> Complaint:
    return Complaint(
        uuid4(), uuid4(), uuid4(), ComplaintKind.QUALITY, "Cold", {}, opened_at, uuid4(), uuid4(),
        opened_at + timedelta(hours=2),
        ComplaintState.RESOLVED if resolved_at else ComplaintState.OPEN,
        "Explained" if resolved_at else "", uuid4() if resolved_at else None, resolved_at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "tone"),
    [(0, Tone.CALM), (89, Tone.CALM), (90, Tone.AMBER), (119, Tone.AMBER), (120, Tone.RED)],
)
def test_a_running_complaint_turns_amber_then_red(seconds: int, tone: Tone) -> None:
    opened = _complaint(FRIDAY)
    assert opened.tone(FRIDAY + timedelta(seconds=seconds), Targets()) is tone
    settled = _complaint(FRIDAY, FRIDAY + timedelta(seconds=seconds))
    assert settled.tone(FRIDAY + timedelta(days=1), Targets()) is Tone.CALM


def test_the_mean_time_to_settle() -> None:
    target = Targets().complaint_red
    met = resolution_time([100, 140], target)
    assert (met.mean_s, met.count, met.met) == (120, 2, True)
    missed = resolution_time([100, 150], target)
    assert (missed.mean_s, missed.met) == (125, False)
    assert resolution_time([], target).met is None
