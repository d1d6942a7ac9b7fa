"""Points on an order: the loyalty step of each line's price, never below a margin floor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.price import Price, PriceReason
from app.domain.prices.reductions import LineFloors, with_points
from app.domain.ticket import TicketLine
from app.services.portion_facts import portion_floors
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class Redemption:
    """What is taken off each line's unit price, and what that is worth together."""

    cuts: Mapping[UUID, int] = field(default_factory=dict)
    used_minor: int = 0


def plan_redemption(view: StoreView, ticket_id: UUID, worth_minor: int) -> Redemption:
    """Spend points worth `worth_minor` on the order, line by line from its first.

    In place of what points paid on it before. Lines of several pieces keep their price: a part of
    a cent cannot be taken off each.
    """
    cuts: dict[UUID, int] = {}
    left = worth_minor
    for line in view.lines_of(ticket_id):
        if line.quantity != 1 or left <= 0:
            continue
        floors = floors_of(view, line)
        _price, used = with_points(
            price_without_points(line), left, floors, view.settings.loyalty.version
        )
        if used:
            cuts[line.id] = used
            left -= used
    return Redemption(cuts, worth_minor - left)


def redeemed_minor(lines: Iterable[TicketLine]) -> int:
    """What points pay on these lines."""
    return -sum(
        step.amount_minor * line.quantity
        for line in lines
        for step in line.breakdown
        if step.reason is PriceReason.LOYALTY
    )


def price_without_points(line: TicketLine) -> Price:
    """The line's unit price before points."""
    steps = tuple(step for step in line.breakdown if step.reason is not PriceReason.LOYALTY)
    return Price(sum(step.amount_minor for step in steps), steps)


def floors_of(view: StoreView, line: TicketLine) -> LineFloors:
    """The floors of a line of an open order, by its portion's share of the cost."""
    return portion_floors(view, view.products[line.product_id], line.portion_id)
