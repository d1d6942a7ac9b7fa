"""What has to be sold first: portions in the last part of their time, soonest first (FUL-02.8)."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.choice import tracking_number
from app.domain.configuration import default_configuration
from app.domain.portion import Grade
from app.domain.pricing import share_of_base
from app.services.appraisal import Appraiser
from app.services.offer import Offer, WedgeState
from app.services.offers import may_be_sold
from app.services.on_sale import End
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class Pressing:
    """A portion that can be sold now and leaves sale at `sell_until`, inside the window.

    `cost_minor` is what is lost with it when nobody buys it.
    """

    portion_id: UUID
    product_id: UUID
    code: str
    grade: Grade
    price_minor: int
    cost_minor: int
    sell_until: datetime


def pressing_of(view: StoreView, offers: Iterable[Offer], now: datetime) -> list[Pressing]:
    """The free portions of these offers inside the sell-first window, the least time left first."""
    until = now + view.settings.allocation.sell_first_window
    found = []
    for offer in offers:
        for wheel in offer.wheels:
            for wedge in wheel.wedges:
                if (
                    wedge.state is WedgeState.FREE
                    and wedge.portion_id is not None
                    and wedge.portion_id in view.portions
                    and wedge.sell_until is not None
                    and now < wedge.sell_until <= until
                    and wedge.grade is not None
                    and wedge.price is not None
                ):
                    found.append(
                        _pressing(
                            view, wedge.portion_id, wedge.grade, wedge.price.amount_minor,
                            wedge.sell_until,
                        )
                    )  # fmt: skip
    return sorted(found, key=_turn)


def pressing_among(
    view: StoreView, appraiser: Appraiser, portion_ids: Iterable[UUID], now: datetime
) -> list[Pressing]:
    """Those of these portions that can be sold at `now`, as `pressing_of` would give them."""
    until = now + view.settings.allocation.sell_first_window
    by_product: dict[UUID, list[UUID]] = {}
    for portion_id in portion_ids:
        if (portion := view.portions.get(portion_id)) is not None:
            by_product.setdefault(portion.product_id, []).append(portion_id)
    found = []
    for product_id, ids in by_product.items():
        product = view.products.get(product_id)
        if product is None or product.quality is None or not may_be_sold(view, product):
            continue
        for each in appraiser.appraise_all((view.portions[i] for i in ids), product, now):
            if (
                each.wedge_state is WedgeState.FREE
                and now < each.sell_until <= until
                and each.grade is not None
                and each.price is not None
            ):
                price_minor = each.price.amount_minor
                found.append(
                    _pressing(view, each.portion.id, each.grade, price_minor, each.sell_until)
                )
    return sorted(found, key=_turn)


class SellFirstBook:
    """The ids of pressing portions, product by product: `touch` what may differ, then `work`.

    `ends` answers when each portion of a product on sale leaves it, the next one first. Looking is
    left in turns, so that a store full of stock does not keep the interface's thread.
    """

    def __init__(self, ends: Callable[[UUID, datetime], Sequence[End]]) -> None:
        self._ends = ends
        self._stale: dict[UUID, None] = {}
        self._found: dict[UUID, tuple[UUID, ...]] = {}

    def touch(self, product_ids: Iterable[UUID]) -> None:
        """Look at these again."""
        self._stale.update(dict.fromkeys(product_ids))

    def work(self, view: StoreView, now: datetime, spent: Callable[[], bool]) -> bool:
        """Look until `spent`, at one product at least; True while there is more to do."""
        until = now + view.settings.allocation.sell_first_window
        while self._stale:
            product_id = next(iter(self._stale))
            del self._stale[product_id]
            ends = self._ends(product_id, now) if product_id in view.products else ()
            count = bisect_right(ends, until, key=lambda end: end[0])
            if count:
                self._found[product_id] = tuple(portion_id for _, portion_id in ends[:count])
            else:
                self._found.pop(product_id, None)
            if spent():
                break
        return bool(self._stale)

    @property
    def portion_ids(self) -> list[UUID]:
        """All that were found, by product."""
        return [portion_id for ids in self._found.values() for portion_id in ids]


def _pressing(
    view: StoreView, portion_id: UUID, grade: Grade, price_minor: int, sell_until: datetime
) -> Pressing:
    portion = view.portions[portion_id]
    product = view.products[portion.product_id]
    whole = view.wholes.get(portion.whole_id)
    default = default_configuration(product)
    standard = default.portions_per_whole if default else 1
    cut = (whole.portions_per_whole if whole else None) or standard
    cost_minor = share_of_base(product.cost_minor, standard, cut)
    return Pressing(
        portion_id, product.id, portion.code, grade, price_minor, cost_minor, sell_until
    )


def _turn(each: Pressing) -> tuple[datetime, int, int]:
    """Whole seconds, so that float noise never decides; then the number on the label."""
    at = each.sell_until.replace(microsecond=0)
    return at, tracking_number(each.code), each.portion_id.int
