"""Portions for a tap: of the grade and price that were shown, several of them side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.domain.allocation.assign import allocate
from app.domain.allocation.ranking import Ranked, ranked
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.ids import new_id
from app.domain.place import beside_grade
from app.domain.portion import Grade
from app.domain.price import PriceReason, PriceStep
from app.services.appraisal import Appraiser
from app.services.offer import Offer
from app.services.order_stock import stock_for_order
from app.services.ports import Candidate
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class Asked:
    """What a tap asks for: how many, and the grade and price that the guest was shown.

    Without a grade any will do, each at its own price. `cut` is portions per whole; `options` and
    `note` are what its lines ask the kitchen for. `prefers` is what the profile of a consenting
    guest says (`GuestProfile.prefers`), empty for anybody else.
    """

    quantity: int = 1
    grade: Grade | None = None
    quote_minor: int | None = None
    cut: int | None = None
    avoids: frozenset[str] = frozenset()
    options: tuple[str, ...] = ()
    note: str = ""
    prefers: frozenset[str] = frozenset()


def choose(
    view: StoreView,
    appraiser: Appraiser,
    offer: Offer,
    asked: Asked,
    now: datetime,
    demand: Demand | None = None,
) -> list[tuple[Candidate, ...]]:
    """The candidates of each of the lines asked for, as many as can be filled (POS-04.2).

    All are of one cut. Each line's own portion comes first, then those that no line of the order
    wants: a lost race takes another one without asking again. A better grade than was shown costs
    what was shown (POS-04.5). Each candidate carries its reason. What threatens to stay unsold
    goes by the store's forecast unless another `demand` is given.

    Raises ValueError for less than 1.
    """
    if asked.quantity < 1:
        raise ValueError("at least one portion is chosen")
    if demand is None:
        demand = expected_demand(view, offer.product_id, now)
    stock = stock_for_order(view, appraiser, now, {offer.product_id})
    line = line_for(offer, asked, stock)
    offered = quoted(offer.candidates, asked.quote_minor, view.settings.allocation.version)
    policy, quality = view.settings.allocation, view.settings.quality
    ranking = ranked(line, stock, policy=policy, quality=quality, now=now, demand=demand)
    places = {each.portion_id: each for each in ranking}
    if asked.quantity == 1:
        row = _row(offered, places, list(places), line.prefers)
        return [row] if row else []
    lines = [replace(line, id=new_id()) for _ in range(asked.quantity)]
    answer = allocate(lines, stock, policy=policy, quality=quality, now=now, demand=demand)
    chosen = {choice.portion_id for choice in answer.choices}
    spare = [each for each in places if each not in chosen]
    return [
        _row(offered, places, [choice.portion_id, *spare], line.prefers, choice.reason.value)
        for choice in answer.choices
    ]


def expected_demand(view: StoreView, product_id: UUID, now: datetime) -> Demand:
    """The forecast in force for one product; none where it was not made for `now`."""
    known = view.demand.get(product_id)
    if known is None or not known.hourly.knows(now):
        return NO_FORECAST
    return Demand(hourly={product_id: known.hourly})


def line_for(offer: Offer, asked: Asked, stock: Iterable[StockPortion]) -> OrderLine:
    """One line of what was asked; without a cut, that of the tile's next portion."""
    first = offer.candidates[0].portion_id if offer.candidates else None
    cut = asked.cut or next((each.portions_per_whole for each in stock if each.id == first), None)
    return OrderLine(
        new_id(),
        frozenset({offer.product_id}),
        cut,
        grade=asked.grade,
        quote_minor=asked.quote_minor,
        avoids=asked.avoids,
        prefers=beside_grade(asked.prefers) if asked.grade else asked.prefers,
    )


def quoted(
    candidates: Iterable[Candidate], quote_minor: int | None, version: int
) -> dict[UUID, Candidate]:
    """The candidates by portion, none dearer than `quote_minor` (None: each at its own price).

    What is taken off a dearer one stands in its breakdown, with the allocation policy's version.
    """
    return {each.portion_id: at_most(each, quote_minor, version) for each in candidates}


def at_most(candidate: Candidate, quote_minor: int | None, version: int) -> Candidate:
    """The candidate at no more than what was quoted."""
    if quote_minor is None or candidate.unit_price_minor <= quote_minor:
        return candidate
    off = PriceStep(PriceReason.QUOTED, quote_minor - candidate.unit_price_minor, version, "quoted")
    return replace(candidate, unit_price_minor=quote_minor, breakdown=(*candidate.breakdown, off))


def _row(
    offered: Mapping[UUID, Candidate],
    places: Mapping[UUID, Ranked],
    ids: Sequence[UUID],
    prefers: frozenset[str],
    reason: str = "",
) -> tuple[Candidate, ...]:
    told = tuple(sorted(prefers))
    row = [_told(offered[each], places[each], told) for each in ids if each in offered]
    return (replace(row[0], reason=reason or row[0].reason), *row[1:]) if row else ()


def _told(candidate: Candidate, place: Ranked, prefers: tuple[str, ...]) -> Candidate:
    return replace(
        candidate,
        reason=place.reason.value,
        score_milli=place.score_milli,
        sell_first=place.sell_first,
        prefers=prefers,
    )
