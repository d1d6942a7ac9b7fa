"""Whether a holding unit proves its food safe now: by a reading that is recent enough.

A sensor may be silent for `silent_after`; then a person measures and signs every
`manual_check_every`. After an entry that was missed nothing is proven, for nobody knows what the
food went through since (docs/temperatures.md).
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.catalog import HoldingTemperature, HoldingUnit
from app.domain.safety_limits import judge, limits_of
from app.services.store_view import StoreView

_ALWAYS = datetime.max.replace(tzinfo=UTC)
_NEVER = datetime.min.replace(tzinfo=UTC)


class UnitSafety:
    """The proofs of one view's holding units, each judged once."""

    def __init__(self, view: StoreView) -> None:
        self._units, self._temperatures = view.holding_units, view.holding_temperatures
        self._jurisdiction = view.settings.food.jurisdiction
        food = view.settings.food
        self._silent: timedelta = food.readings.silent_after
        self._entry: timedelta = food.shelf_life.manual_check_every
        self._until: dict[UUID, datetime] = {}

    def proves(self, unit_id: UUID, now: datetime) -> bool:
        """Whether the unit's food is proven to be inside its safety limits at `now`."""
        known = self._until.get(unit_id)
        return now <= (self.proven_until(unit_id) if known is None else known)

    def proven_until(self, unit_id: UUID) -> datetime:
        """The last moment for which the latest reading proves the limits in force.

        The far end of time for a unit without limits, the far beginning for one whose latest
        reading proves nothing, that has none, or that is not known.
        """
        if unit_id not in self._until:
            self._until[unit_id] = self._judged(self._units.get(unit_id))
        return self._until[unit_id]

    def _judged(self, unit: HoldingUnit | None) -> datetime:
        if unit is None:
            return _NEVER
        limits = limits_of(unit.kind, self._jurisdiction, unit)
        if limits.min_mc is None and limits.max_mc is None:
            return _ALWAYS
        known = self._temperatures.get(unit.id)
        if known is None or not known.readings:
            return _NEVER
        _, latest_mc = known.readings[-1]
        if not judge(latest_mc, limits, unit.probe_uncertainty_mc).proves_safety:
            return _NEVER
        sensor_at, entry_at = observed(known)
        ends = [entry_at + self._entry] if entry_at else []
        if sensor_at:
            ends.append(sensor_at + self._silent + self._entry)
        return max(ends)


def observed(known: HoldingTemperature) -> tuple[datetime | None, datetime | None]:
    """When its sensor last spoke, and when a person last signed; None for never."""
    by_hand = frozenset(known.by_hand)
    sensor_s = next((at for at, _ in reversed(known.readings) if at not in by_hand), None)
    return (
        None if sensor_s is None else datetime.fromtimestamp(sensor_s, UTC),
        datetime.fromtimestamp(known.by_hand[-1], UTC) if known.by_hand else None,
    )


def last_observed(view: StoreView, unit_id: UUID) -> tuple[datetime | None, datetime | None]:
    """`observed` of one unit of the view."""
    known = view.holding_temperatures.get(unit_id)
    return observed(known) if known is not None else (None, None)
