"""What kept a portion from sale on a past day, as far as the store's rows still know it."""

from bisect import bisect_right
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.policy import StoreSettings
from app.domain.safety_limits import judge, limits_of
from app.services.store_view import StoreView
from app.services.unit_safety import UnitSafety

_NEVER_DUE = timedelta(days=36_500)


class PastSafety(UnitSafety):
    """Judges each moment by the reading before it; what nobody measured is taken to be safe."""

    def __init__(self, view: StoreView) -> None:
        super().__init__(view)
        self._safe: dict[UUID, tuple[list[float], list[bool]]] = {}

    def proves(self, unit_id: UUID, now: datetime) -> bool:
        """Whether the last reading before that moment was inside the limits."""
        if unit_id not in self._safe:
            self._safe[unit_id] = self._read(unit_id)
        times, safe = self._safe[unit_id]
        index = bisect_right(times, now.timestamp()) - 1
        return index < 0 or safe[index]

    def _read(self, unit_id: UUID) -> tuple[list[float], list[bool]]:
        unit, known = self._units.get(unit_id), self._temperatures.get(unit_id)
        if unit is None or known is None:
            return [], []
        limits = limits_of(unit.kind, self._jurisdiction, unit)
        return [at_s for at_s, _ in known.readings], [
            judge(mc, limits, unit.probe_uncertainty_mc).proves_safety for _, mc in known.readings
        ]


def looked_at_in_time(settings: StoreSettings) -> StoreSettings:
    """The settings under which no look is overdue: a row keeps only the last look at it, so which
    were due on a past day is not known.
    """
    looks = replace(
        settings.food.checkpoints,
        interval_hot=_NEVER_DUE,
        interval_cold=_NEVER_DUE,
        interval_ambient=_NEVER_DUE,
    )
    return replace(settings, food=replace(settings.food, checkpoints=looks))
