"""Making good: the score a portion had when it was served, and what may replace it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.approval import ApprovalAction
from app.domain.catalog import HoldingKind
from app.domain.compensation import (
    CompensationKind,
    GivenSoFar,
    Instead,
    Original,
    approval_needed,
    replacements,
    waits_too_long,
)
from app.domain.complaint import Complaint
from app.domain.people import Role
from app.domain.portion import Grade, Portion
from app.domain.quality import score_of
from app.domain.ticket import Ticket, TicketLine
from app.services.appraisal import Appraiser
from app.services.guest_ports import SoldLine
from app.services.offers import derive_offer
from app.services.ports.selling import Candidate
from app.services.replace_line import cut_of
from app.services.store_view import StoreView


def score_at_service(view: StoreView, sold: SoldLine) -> float | None:
    """What the portion of a line was worth when it was handed over; None where nobody can say.

    Nobody can where the picture's temperatures do not reach back to its cut: the store then takes
    the score it was sold with.
    """
    product = view.products.get(sold.product_id) if sold.product_id else None
    portion, served_at = sold.portion, sold.served_at
    if product is None or product.quality is None or portion is None or served_at is None:
        return None
    if not _observed_from_cut(view, portion):
        return None
    curve = Appraiser(view).curve(portion.holding_unit_id, product.quality)
    return score_of(portion, curve, served_at)


def _observed_from_cut(view: StoreView, portion: Portion) -> bool:
    unit = view.holding_units.get(portion.holding_unit_id)
    readings = view.holding_temperatures.get(portion.holding_unit_id)
    if readings is None or not readings.readings:
        return unit is not None and unit.kind is HoldingKind.AMBIENT
    reach_s = view.settings.quality.unobserved_after.total_seconds()
    return readings.readings[0][0] <= portion.cut_at.timestamp() + reach_s


def replacement_candidates(
    view: StoreView, complaint: Complaint, product_id: UUID, now: datetime
) -> tuple[Candidate, ...]:
    """The free portions that may replace what was complained about, best first (FUL-E3.3)."""
    if product_id not in view.products:
        return ()
    offered = {each.portion_id: each for each in derive_offer(view, product_id, now).candidates}
    scores = _scores(view, offered, now)
    free = [Instead(key, cut_of(view, key), offered[key].grade, scores[key]) for key in offered]
    return tuple(
        replace(offered[key], score_milli=scores[key])
        for key in replacements(_original(complaint), free)
        if view.portions[key].recheck_at is None
    )


def _scores(view: StoreView, portions: "dict[UUID, Candidate]", now: datetime) -> dict[UUID, int]:
    appraiser = Appraiser(view)
    known = (view.portions[key] for key in portions)
    return {
        each.id: int(1000 * appraiser.appraise(each, view.products[each.product_id], now).score)
        for each in known
    }


def _original(complaint: Complaint) -> Original:
    facts = complaint.facts
    grade = facts.get("grade")
    return Original(
        facts.get("portions_per_whole"), Grade(grade) if grade else None, facts.get("score_milli")
    )


def given_so_far(view: StoreView, ticket_id: UUID) -> GivenSoFar:
    """What an order got, as far as the picture reaches back; the store knows all of it. An order,
    its replacements and theirs are one."""
    family = _family(view, ticket_id)
    given = [each for each in view.compensations.values() if each.ticket_id in family]
    replaced = [each for each in given if each.kind is CompensationKind.REPLACEMENT]
    delay_minor = sum(e.amount_minor for e in given if e.kind is CompensationKind.DELAY)
    refunded_minor = sum(line.refunded_minor for each in family for line in view.lines_of(each))
    return GivenSoFar(
        len(replaced),
        sum(each.amount_minor for each in replaced),
        max(0, refunded_minor - delay_minor),
    )


def _family(view: StoreView, ticket_id: UUID) -> set[UUID]:
    """The order with all that replaced something of it or is replaced by it, at any remove."""
    pairs = {(each.ticket_id, each.new_ticket_id) for each in view.compensations.values()}
    family = {ticket_id}
    while more := {b for a, b in pairs if a in family and b is not None and b not in family} | {
        a for a, b in pairs if b in family and a not in family
    }:
        family |= more
    return family


def second_person_needed(
    view: StoreView, role: Role, kind: CompensationKind, complaint: Complaint, amount_minor: int
) -> ApprovalAction | None:
    """Which approval of somebody else this remedy needs (app/domain/compensation.py)."""
    return approval_needed(
        role,
        kind,
        amount_minor,
        given_so_far(view, complaint.ticket_id),
        view.settings.recovery,
        view.settings.refunds.cashier_limit_minor,
        view.settings.approvals,
    )


def remake_subject(complaint_id: UUID, kind: CompensationKind) -> dict[str, str]:
    """What an approval of a remedy is about, as the store computes it."""
    return {"complaint_id": str(complaint_id), "kind": kind.value}


def delay_subject(line_id: UUID) -> dict[str, str]:
    """What an approval of more for a long wait is about, as the store computes it."""
    return {"line_id": str(line_id), "kind": CompensationKind.DELAY.value}


def delay_given(view: StoreView, line_id: UUID) -> int:
    """What a line got so far for a long wait."""
    return sum(
        each.amount_minor
        for each in view.compensations.values()
        if each.line_id == line_id and each.kind is CompensationKind.DELAY
    )


def late_tickets(view: StoreView, now: datetime) -> list[Ticket]:
    """Orders that wait longer than their service may take, the longest waiting first (FUL-R.4)."""
    late = [
        each for each in view.tickets.values() if waits_too_long(each, now, view.settings.recovery)
    ]
    return sorted(late, key=lambda each: (each.paid_at or each.opened_at, each.number))


def late_lines(view: StoreView, ticket: Ticket) -> list[TicketLine]:
    """The lines such an order still waits for, with something left to give back."""
    return [
        line
        for line in view.lines_of(ticket.id)
        if line.served_at is None and line.amount_minor > line.refunded_minor
    ]
