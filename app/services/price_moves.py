"""When the clock alone next moves what a product is offered at: the instant to look again.

Grades and prices fall along curves that are known ahead, hours are on the wall clock, holds and
limits carry their moment: so nobody has to look until then (POS-02.2, docs/pricing.md).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.catalog import Product, ProductKind, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.portion import Portion, PortionState
from app.domain.prices.inputs import SCORE_STEPS
from app.domain.prices.lows import ends_at
from app.domain.prices.schedule import next_boundary
from app.domain.quality import QualityAt
from app.services.appraisal import Appraiser
from app.services.offers import ProductStock, WedgeState

AFTER = timedelta(milliseconds=1)
"""A grade or price holds until its line inclusive: it is another one just after."""
_GONE = (PortionState.SERVED, PortionState.WASTED)
_History = tuple[object, ...]
_NEVER = datetime.max.replace(tzinfo=UTC)


class PriceMoves:
    """The next moves under one appraiser; what its portions share is worked out once."""

    def __init__(self, appraiser: Appraiser) -> None:
        self._appraiser = appraiser
        self._hours: datetime | None = None
        self._under: tuple[object, object, object] = (None, None, None)
        pricing = appraiser.settings.pricing
        self._counted = pricing.pace is not None or any(p.min_stock for p in pricing.promotions)
        self._ahead: dict[UUID, dict[_History, datetime]] = {}
        """By product: the instants found for its cuts, each good until it comes."""

    def next_move(self, product: Product, stock: ProductStock, now: datetime) -> datetime:
        """The first instant after `now` at which its grade, price or number may be another.

        No later than the real one as long as no row changes; the far end of time for never.
        """
        hours = self._next_hours(now)
        # The next line of a price moves with hours and budgets, that of a check with watches.
        under = (hours, self._appraiser.off_sale.watches, self._appraiser.promotion_losses)
        if any(a is not b for a, b in zip(under, self._under, strict=True)):
            self._ahead, self._under = {}, under
        if self._counted:
            self._ahead.pop(product.id, None)
        moments = [hours]
        if product.kind is ProductKind.PORTIONED and product.quality is not None:
            portions = [each for each in stock.portions if each.state not in _GONE]
            moments += [each.reserved_until for each in portions if each.reserved_until]
            moments += [whole.expires_at for whole in stock.wholes]
            moments += self._of_portions(portions, product, product.quality, now)
            moments += self._appraiser.outlook.next_pace(product.id, now)
        elif product.whole_of_id is not None:
            moments += [whole.expires_at for whole in stock.wholes]
        return min((moment for moment in moments if moment > now), default=_NEVER)

    def _of_portions(
        self, portions: Iterable[Portion], product: Product, model: QualityModel, now: datetime
    ) -> Iterator[datetime]:
        known, scores = self._ahead.get(product.id, {}), dict[ExposureCurve, QualityAt]()
        found: dict[_History, datetime] = {}
        for portion in portions:
            low = self._appraiser.low(portion)
            history = _history(portion, (low.at, low.score_milli, low.pace_milli) if low else None)
            if history in found:
                continue
            at = known.get(history, now)
            if at <= now:
                curve = self._appraiser.curve(portion.holding_unit_id, model)
                live = scores.setdefault(curve, QualityAt(curve, now))
                # From the end of the reading on it ages at the worst rate: look again then.
                carried_until = curve.carried_until(now) + AFTER
                moments = (carried_until, *self._of_portion(portion, product, live, now))
                at = min((moment for moment in moments if moment > now), default=_NEVER)
            found[history] = at
        self._ahead[product.id] = found
        return iter(found.values())

    def _of_portion(
        self, portion: Portion, product: Product, live: QualityAt, now: datetime
    ) -> Iterator[datetime]:
        at = self._appraiser.appraise(portion, product, now)
        if at.wedge_state not in (WedgeState.FREE, WedgeState.RESERVED):
            return  # The clock alone never puts a portion back on sale.
        quality = self._appraiser.settings.quality
        lines = [quality.grade_a, quality.grade_b, quality.grade_c, quality.sale_floor]
        if at.price is not None and at.inputs is not None and not at.fallback:
            lines.append(self._appraiser.levels.lowest_alike(at.inputs) / SCORE_STEPS)
        ahead = [line for line in lines if line <= at.score]
        if ahead:
            crossing = live.falls_to(max(ahead), portion)
            yield crossing if crossing.year >= _NEVER.year else crossing + AFTER
        if (low := self._appraiser.low(portion)) is not None:
            yield ends_at(low, self._appraiser.settings.pricing.hysteresis)
        if (proven := self._appraiser.safety.proven_until(portion.holding_unit_id)) < _NEVER:
            yield proven + AFTER
        yield self._appraiser.last_call_at(portion)
        yield at.sell_until
        # The end is a forecast: found again a moment later it may differ by its rounding.
        yield from (at.sell_until - within + AFTER for within in self._near())
        yield self._appraiser.off_sale.look_lasts_until(portion, now) + AFTER

    def _near(self) -> Iterator[timedelta]:
        """How long before its end a portion's price, or the stock that a rule counts, moves."""
        pricing = self._appraiser.settings.pricing
        for step in pricing.sell_by_steps:
            yield timedelta(seconds=step.within_s)
        for each in pricing.promotions:
            if each.max_left_s is not None:
                yield timedelta(seconds=each.max_left_s)

    def _next_hours(self, now: datetime) -> datetime:
        """When hours, a promotion, or an approval of one next begin or end."""
        if self._hours is None or self._hours <= now:
            settings = self._appraiser.settings
            zone, pricing = ZoneInfo(settings.time_zone), settings.pricing
            schedules = [each.schedule for each in pricing.windows]
            schedules += [each.schedule for each in pricing.promotions]
            moments = [next_boundary(schedules, now, settings.time_zone)]
            moments += [
                each.approval.until.replace(tzinfo=zone, fold=fold).astimezone(UTC)
                for each in pricing.promotions
                if each.approval
                for fold in (0, 1)
            ]
            self._hours = min((at for at in moments if at and at > now), default=_NEVER)
        return self._hours


def _history(portion: Portion, low: object) -> _History:
    """Portions that are alike in this cross every line together."""
    return (
        portion.whole_id,
        portion.cut_at,
        portion.expires_at,
        portion.holding_unit_id,
        portion.initial_quality,
        portion.inspected,
        portion.recheck_at,
        portion.presentation,
        portion.markdown_bp,
        portion.state,
        low,
    )
