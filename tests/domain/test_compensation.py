"""Who may give what, and what may replace a portion."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.compensation import (
    CompensationKind,
    GivenSoFar,
    Instead,
    Original,
    approval_needed,
    free_for_delay,
    replacements,
    waits_too_long,
)
from app.domain.people import Role
from app.domain.portion import Grade
from app.domain.recovery_policy import RecoveryPolicy
from app.domain.ticket import Service, Ticket, TicketState

NOW = datetime(2026, 5, 9, 11, 0, tzinfo=UTC)
POLICY = RecoveryPolicy()
REPLACEMENT, REFUND = CompensationKind.REPLACEMENT, CompensationKind.REFUND
SHIFT, ABOVE = ApprovalAction.REMAKE, ApprovalAction.REMAKE_ABOVE_LIMIT


@pytest.mark.parametrize(
    ("role", "kind", "minor", "before", "needed"),
    [
        (Role.CASHIER, REFUND, 1000, GivenSoFar(), None),
        (Role.CASHIER, REFUND, 1001, GivenSoFar(), ABOVE),
        (Role.CASHIER, REFUND, 600, GivenSoFar(money_minor=401), ABOVE),
        (Role.CASHIER, REFUND, 600, GivenSoFar(1, 401, 0), ABOVE),
        (Role.CASHIER, REPLACEMENT, 400, GivenSoFar(), None),
        (Role.CASHIER, REPLACEMENT, 400, GivenSoFar(1, 400, 0), SHIFT),
        (Role.SERVICE, REPLACEMENT, 400, GivenSoFar(), None),
        (Role.SERVICE, REPLACEMENT, 400, GivenSoFar(1, 400, 0), SHIFT),
        (Role.SERVICE, REFUND, 400, GivenSoFar(), SHIFT),
        (Role.KITCHEN, REPLACEMENT, 400, GivenSoFar(), None),
        (Role.KITCHEN, REFUND, 400, GivenSoFar(), SHIFT),
        (Role.SHIFT_LEAD, REFUND, 1000, GivenSoFar(), None),
        (Role.SHIFT_LEAD, REPLACEMENT, 400, GivenSoFar(3, 400, 0), None),
        (Role.SHIFT_LEAD, REFUND, 1001, GivenSoFar(), ABOVE),
        (Role.MANAGER, REFUND, 99_999, GivenSoFar(5, 99_999, 9), None),
    ],
)
def test_who_needs_a_second_person(
    role: Role,
    kind: CompensationKind,
    minor: int,
    before: GivenSoFar,
    needed: ApprovalAction | None,
) -> None:
    assert approval_needed(role, kind, minor, before, POLICY, 1000, ApprovalPolicy()) is needed


def instead(number: int, score_milli: int, cut: int = 8) -> Instead:
    grade = Grade.A if score_milli >= 9000 else Grade.B if score_milli >= 8000 else Grade.C
    return Instead(UUID(int=number), cut, grade, score_milli)


def test_a_better_portion_replaces_and_a_worse_one_never() -> None:
    original = Original(8, Grade.C, 7800)
    assert replacements(original, [instead(1, 7600), instead(2, 8500)]) == [UUID(int=2)]


def test_without_a_known_score_the_grade_decides() -> None:
    original = Original(8, Grade.B, None)
    free = [instead(1, 7600), instead(2, 8500), instead(3, 9500)]
    assert replacements(original, free) == [UUID(int=2), UUID(int=3)]


@given(
    st.integers(0, 10_000),
    st.lists(st.tuples(st.integers(7000, 10_000), st.integers(4, 12)), max_size=12),
)
def test_what_replaces_is_as_good_as_large_and_of_the_same_cut_first(
    score_milli: int, offered: list[tuple[int, int]]
) -> None:
    free = [instead(n, score, cut) for n, (score, cut) in enumerate(offered)]
    found = replacements(Original(8, Grade.B, score_milli), free)
    by_id = {each.portion_id: each for each in free}
    chosen = [by_id[key] for key in found]
    assert all(e.score_milli >= score_milli and (e.portions_per_whole or 0) <= 8 for e in chosen)
    assert len(chosen) == sum(s >= score_milli and cut <= 8 for s, cut in offered)
    larger = [each.portions_per_whole != 8 for each in chosen]
    assert larger == sorted(larger)


def waiting(seconds: int, **changed: object) -> Ticket:
    paid = NOW - timedelta(seconds=seconds)
    ticket = Ticket(
        UUID(int=1), 31, UUID(int=2), UUID(int=3), Service.COUNTER, TicketState.PAID, paid, None,
        paid, paid + timedelta(minutes=5), None, None, 400, 400, 0, None,
    )  # fmt: skip
    return replace(ticket, **changed)  # type: ignore[arg-type]


def test_a_guest_waits_too_long_after_five_minutes_and_the_first_promise() -> None:
    assert not waits_too_long(waiting(300), NOW, POLICY)
    assert waits_too_long(waiting(301), NOW, POLICY)
    later = waiting(301, promised_at=NOW + timedelta(minutes=5))
    assert not waits_too_long(later, NOW, POLICY)
    put_off = replace(later, delayed_from=NOW - timedelta(seconds=1))
    assert waits_too_long(put_off, NOW, POLICY)
    assert not waits_too_long(waiting(301, state=TicketState.CLOSED), NOW, POLICY)
    assert not waits_too_long(waiting(301, replaces_id=UUID(int=9)), NOW, POLICY)
    patient = replace(POLICY, longest_wait_counter=timedelta(minutes=6))
    assert not waits_too_long(waiting(301), NOW, patient)


def test_a_tenth_of_the_line_is_free_once() -> None:
    assert free_for_delay(400, 0, POLICY) == 40
    assert free_for_delay(400, 30, POLICY) == 10
    assert free_for_delay(400, 90, POLICY) == 0
    assert free_for_delay(99, 0, POLICY) == 9
    assert free_for_delay(400, 0, replace(POLICY, delay_share=Fraction(1, 4))) == 100
