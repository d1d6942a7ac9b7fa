"""One view's stock as rules count it: what is on sale until when, and what will be sold of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from app.domain.portion import Portion
from app.domain.prices.pace import Surplus
from app.services.demand_now import expected_from, pace_in_force
from app.services.on_sale import ByProduct, End, OnSale
from app.services.store_view import StoreView

_NEVER = datetime.max.replace(tzinfo=UTC)
PortionsOf = Callable[[UUID], Sequence[Portion]]
Until = Callable[[Portion, datetime], tuple[datetime | None, datetime | None]]


class StockOutlook:
    """`until` answers when a portion on sale leaves it (None: it is not), and when that may be
    otherwise by the clock alone. `portions_of` answers one product's portions, the same object
    while they are; without it all are grouped once per view that has others.
    """

    def __init__(self, view: StoreView, until: Until, portions_of: PortionsOf | None) -> None:
        self._view, self._until = view, until
        self._portions_of = portions_of or self._group
        self._grouped: tuple[object, dict[UUID, list[Portion]]] = (None, {})
        self._on_sale = OnSale(self._portions_of, self._ends)

    def renew(self, view: StoreView) -> None:
        """Use a newer view whose settings, holding units and readings are the same."""
        if view.watches is not self._view.watches or view.products is not self._view.products:
            self._on_sale = OnSale(self._portions_of, self._ends)
        self._view = view

    def ends(self, product_id: UUID, now: datetime) -> Sequence[End]:
        """When each of a product's portions on sale leaves it, the next one first."""
        return self._on_sale.ends(product_id, now)

    def left_s_by_product(self, now: datetime) -> Mapping[UUID, tuple[int, ...]]:
        """Seconds until each portion on sale leaves it, found when a rule asks."""
        return ByProduct(self._view.products, lambda each: self._on_sale.left_s(each, now))

    def on_sale_by_product(self, now: datetime) -> Mapping[UUID, tuple[UUID, ...]]:
        """Those portions, in the same order."""
        return ByProduct(self._view.products, lambda each: self._on_sale.portions(each, now))

    def surplus_by_product(self, now: datetime) -> Mapping[UUID, Surplus]:
        """How far stock outruns the sales to expect, of products with a forecast."""
        return ByProduct(self._view.products, lambda each: self._surplus(each, now))

    def next_pace(self, product_id: UUID, now: datetime) -> Iterable[datetime]:
        """When the pace of sale may next move the product's prices, if no row changes."""
        ladder = self._view.settings.pricing.pace
        expected = expected_from(self._view, product_id, now) if ladder else None
        if ladder is None or expected is None:
            return ()
        pace = pace_in_force(self._view)
        soonest = self._on_sale.next_pace(product_id, expected, ladder, now)
        return (soonest, expected.hourly.ends_at, pace.stale_at if pace else _NEVER)

    def _surplus(self, product_id: UUID, now: datetime) -> Surplus | None:
        expected = expected_from(self._view, product_id, now)
        return None if expected is None else self._on_sale.surplus(product_id, expected, now)

    def _group(self, product_id: UUID) -> Sequence[Portion]:
        if self._grouped[0] is not self._view.portions:
            grouped: dict[UUID, list[Portion]] = {}
            for portion in self._view.portions.values():
                grouped.setdefault(portion.product_id, []).append(portion)
            self._grouped = (self._view.portions, grouped)
        return self._grouped[1].setdefault(product_id, [])

    def _ends(self, portions: Sequence[Portion], now: datetime) -> tuple[Sequence[End], datetime]:
        ends: list[End] = []
        stands = _NEVER
        for portion in portions:
            until, doubt = self._until(portion, now)
            if until is not None and until > now:
                ends.append((until, portion.id))
            if doubt is not None:
                stands = min(stands, doubt)
        return ends, stands
