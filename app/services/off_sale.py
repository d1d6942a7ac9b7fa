"""When portions leave sale by themselves: at their lead time, or for want of another look."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import HoldingKind
from app.domain.checkpoints import ScoreBlock
from app.domain.looks import last_look_at, look_block, look_due_at, look_lasts_until
from app.domain.portion import Portion, PortionState
from app.domain.quality_watch import Watched
from app.services.store_view import StoreView

_SOLD = (PortionState.COMMITTED, PortionState.SERVED)


class OffSale:
    """The clocks of one view's portions; every screen asks here, so that all agree."""

    def __init__(self, view: StoreView) -> None:
        food = view.settings.food
        self._view = view
        self._policy, self._floor = food.checkpoints, view.settings.quality.sale_floor
        self._lead = {kind: food.shelf_life.removal_lead(kind) for kind in HoldingKind}
        shortest = float(self._policy.riskiest_interval_share * self._policy.watched_share)
        self._surely = {
            kind: self._policy.interval(kind) * shortest + self._policy.overdue_after
            for kind in HoldingKind
        }

    @property
    def watches(self) -> Mapping[UUID, Watched]:
        """What is under watch; another object once it changed."""
        return self._view.watches

    def sale_ends_at(self, portion: Portion) -> datetime:
        """Its limit less the lead time of its unit; what is sold may be handed over until then."""
        if portion.state in _SOLD:
            return portion.expires_at
        return portion.expires_at - self._lead.get(self._kind(portion), timedelta(0))

    def look_due_at(
        self, portion: Portion, now: datetime, floor_at: datetime | None = None
    ) -> datetime:
        """When it must be scored again, before `floor_at`: the predicted end of its time on sale.

        That moment blocks nothing by itself, for at the floor its score does.
        """
        return look_due_at(
            portion, self._kind(portion), self._policy, self._floor,
            watched=self.is_watched(portion, now), failures=self._failures(portion),
            floor_at=floor_at,
        )  # fmt: skip

    def look_lasts_until(self, portion: Portion, now: datetime) -> datetime:
        """The last moment at which it may be sold without another look."""
        return look_lasts_until(
            portion, self._kind(portion), self._policy, self._floor,
            watched=self.is_watched(portion, now), failures=self._failures(portion),
        )  # fmt: skip

    def look_block(self, portion: Portion, now: datetime) -> ScoreBlock | None:
        """Why it may not be sold for want of a look at it."""
        kind = self._kind(portion)
        # Most were looked at not long ago: no risk shortens the interval so far.
        if portion.recheck_at is None and now - last_look_at(portion) <= self._surely[kind]:
            return None
        return look_block(
            portion, kind, now, self._policy, self._floor,
            watched=self.is_watched(portion, now), failures=self._failures(portion),
        )  # fmt: skip

    def blocks(self, portion: Portion, now: datetime) -> bool:
        """Whether one of the clocks keeps an unsold portion from sale."""
        return (
            portion.deviation_id is not None
            or now >= self.sale_ends_at(portion)
            or self.look_block(portion, now) is not None
        )

    def is_watched(self, portion: Portion, now: datetime) -> bool:
        """Whether its product or its unit is under watch."""
        return self.watched(portion.product_id, now) or self.watched(portion.holding_unit_id, now)

    def watched(self, subject_id: UUID, now: datetime) -> bool:
        """Whether this product or unit is under watch."""
        return any(
            each.subject_id == subject_id and each.since <= now < each.until
            for each in self._view.watches.values()
        )

    def _failures(self, portion: Portion) -> float:
        whole = self._view.wholes.get(portion.whole_id)
        return whole.failure_share if whole else 0.0

    def _kind(self, portion: Portion) -> HoldingKind:
        unit = self._view.holding_units.get(portion.holding_unit_id)
        return unit.kind if unit else HoldingKind.AMBIENT
