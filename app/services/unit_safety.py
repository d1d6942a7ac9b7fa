"""Whether a holding unit proves its food safe now: by a reading that is recent enough.

A reading counts for the quality policy's `unobserved_after`; what is older proves nothing, for
nobody knows what the food went through since. A check signed by hand is a reading like any other.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.catalog import HoldingUnit
from app.domain.safety_limits import judge, limits_of
from app.services.store_view import StoreView

_ALWAYS = datetime.max.replace(tzinfo=UTC)
_NEVER = datetime.min.replace(tzinfo=UTC)


class UnitSafety:
    """The proofs of one view's holding units, each judged once."""

    def __init__(self, view: StoreView) -> None:
        self._units, self._temperatures = view.holding_units, view.holding_temperatures
        self._jurisdiction = view.settings.food.jurisdiction
        self._counts_for: timedelta = view.settings.quality.unobserved_after
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
        at_s, latest_mc = known.readings[-1]
        if not judge(latest_mc, limits, unit.probe_uncertainty_mc).proves_safety:
            return _NEVER
        return datetime.fromtimestamp(at_s, UTC) + self._counts_for
