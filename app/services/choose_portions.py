"""Several portions of a product at once: neighbours where nothing more pressing speaks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.allocation.assign import allocate
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.ids import new_id
from app.services.appraisal import Appraiser
from app.services.offers import derive_offer
from app.services.order_stock import stock_for_order
from app.services.ports import Candidate
from app.services.store_view import StoreView


def choose_portions(
    view: StoreView,
    product_id: UUID,
    quantity: int,
    now: datetime,
    demand: Demand = NO_FORECAST,
) -> list[tuple[Candidate, ...]]:
    """The candidates of each of `quantity` lines, as many as can be filled (POS-04.2).

    All are of one cut, that of the tile's next portion. Each line's own portion comes first, then
    those that no line of the order wants: a lost race takes another one without asking again.
    Raises KeyError for an unknown product, ValueError for less than one.
    """
    if quantity < 1:
        raise ValueError("at least one portion is chosen")
    offered = {each.portion_id: each for each in derive_offer(view, product_id, now).candidates}
    if quantity == 1:
        return [tuple(offered.values())] if offered else []
    stock = stock_for_order(view, Appraiser(view), now, {product_id})
    first = next(iter(offered), None)
    cut = next((each.portions_per_whole for each in stock if each.id == first), None)
    answer = allocate(
        [OrderLine(new_id(), frozenset({product_id}), cut) for _ in range(quantity)],
        stock,
        policy=view.settings.allocation,
        quality=view.settings.quality,
        now=now,
        demand=demand,
    )
    chosen = {choice.portion_id for choice in answer.choices}
    return [
        _offered(
            [choice.portion_id, *(each for each in choice.ranking if each not in chosen)], offered
        )
        for choice in answer.choices
    ]


def _offered(ids: Sequence[UUID], offered: dict[UUID, Candidate]) -> tuple[Candidate, ...]:
    return tuple(offered[each] for each in ids if each in offered)
