"""A reduction by hand on a line: what stands in its way, and what its approval is bound to."""

from typing import Any

from app.domain.approval import ApprovalAction
from app.domain.people import Role
from app.domain.policy import PricingPolicy
from app.domain.price import Price
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.reductions import LineFloors, ManualVerdict, judge_manual, line_floors
from app.domain.ticket import TicketLine


def discount_subject(line: TicketLine, off_minor: int) -> dict[str, Any]:
    """What the approval is for, as the store computes it: this line, this price, this much."""
    return {
        "line_id": str(line.id),
        "price_minor": line.unit_price_minor,
        "off_minor": off_minor,
    }


def discount_action(price: Price, off_minor: int, floors: LineFloors) -> ApprovalAction:
    """What a second person has to allow."""
    below = price.amount_minor - off_minor < floors.margin_minor
    return ApprovalAction.BELOW_MARGIN if below else ApprovalAction.MANUAL_DISCOUNT


def floors_of(facts: PortionFacts, policy: PricingPolicy) -> LineFloors:
    """The floors of a piece with these facts."""
    return line_floors(facts.cost_minor, policy, facts.tax_rate_bp, facts.product_id)


def approval_needed(
    line: TicketLine, off_minor: int, role: Role, floors: LineFloors, policy: PricingPolicy
) -> ApprovalAction | ManualVerdict:
    """The approval that is needed, else whether the reduction is allowed or refused."""
    price = Price(line.unit_price_minor, line.breakdown)
    if line.own_breakdown is not None:
        return ManualVerdict.REFUSED
    verdict = judge_manual(price, off_minor, role, floors, policy)
    if verdict is ManualVerdict.MANAGER:
        return discount_action(price, off_minor, floors)
    return verdict
