"""Reductions on one line after its price stands: by hand, then points, always last (FUL-06.5)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.money import ceil_to
from app.domain.people import Role, works_as
from app.domain.policy import PricingPolicy
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.limits import cost_floor, margin_floor


class ManualVerdict(StrEnum):
    """What stands in the way of a reduction by hand."""

    ALLOWED = "allowed"
    MANAGER = "manager"
    """A manager's PIN and a reason, for this action alone."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LineFloors:
    """The two floors of one line, in whole minor units."""

    margin_minor: int
    """Automatic reductions and points stop here."""
    cost_minor: int
    """A manager's reduction by hand stops here."""


def line_floors(
    cost_minor: int, policy: PricingPolicy, tax_rate_bp: int, product_id: UUID
) -> LineFloors:
    """The floors of a portion of that cost, by its product's own least margin if it has one."""
    min_margin = policy.least_margin(product_id)
    return LineFloors(
        ceil_to(margin_floor(cost_minor, policy, tax_rate_bp, min_margin)),
        ceil_to(cost_floor(cost_minor, tax_rate_bp, policy)),
    )


def judge_manual(
    price: Price, off_minor: int, role: Role, floors: LineFloors, policy: PricingPolicy
) -> ManualVerdict:
    """Whether `role` may take `off_minor` off one line (POS-R1.2, POS-R1.1, BR-10.4).

    Alone a cashier stays within the share of the line's price, the margin floor and the cap; a
    manager may pass all three, down to the portion's cost. Kitchen and administration never may; a
    shift lead is a cashier here, service staff is not.
    """
    limits, left = policy.manual, price.amount_minor - off_minor
    allowed = limits.cashiers | limits.managers
    granting = works_as(role) if role is Role.SHIFT_LEAD else {role}
    if off_minor <= 0 or not granting & allowed or left < max(0, floors.cost_minor):
        return ManualVerdict.REFUSED
    beyond = (
        off_minor > limits.cashier_share * price.amount_minor
        or left < floors.margin_minor
        or left < price.base_minor * (1 - policy.max_change)
    )
    return ManualVerdict.MANAGER if beyond else ManualVerdict.ALLOWED


def with_points(
    price: Price, worth_minor: int, floors: LineFloors, version: int
) -> tuple[Price, int]:
    """The price after points worth `worth_minor`, and how much of them was used.

    The reduction is cut back where the line would pass its margin floor.
    """
    if worth_minor < 0:
        raise ValueError("points are never worth less than nothing")
    used = min(worth_minor, max(0, price.amount_minor - max(0, floors.margin_minor)))
    if used == 0:
        return price, 0
    step = PriceStep(PriceReason.LOYALTY, -used, version, "loyalty")
    return Price(price.amount_minor - used, (*price.steps, step)), used
