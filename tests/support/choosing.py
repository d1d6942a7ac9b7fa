"""Portions of a product chosen as it comes, without the words of a tap."""

from datetime import datetime
from uuid import UUID

from app.domain.allocation.request import Demand
from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, choose
from app.services.offers import derive_offer
from app.services.ports import Candidate
from app.services.store_view import StoreView


def choose_portions(
    view: StoreView,
    product_id: UUID,
    quantity: int,
    now: datetime,
    demand: Demand | None = None,
) -> list[tuple[Candidate, ...]]:
    """`choose` of the cut of the tile's next portion. Raises ValueError for less than one."""
    offer = derive_offer(view, product_id, now)
    return choose(view, Appraiser(view), offer, Asked(quantity=quantity), now, demand)
