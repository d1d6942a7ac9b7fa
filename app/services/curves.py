"""The exposure curves of one view's holding units, kept where no reading has come."""

from uuid import UUID

from app.domain.catalog import QualityModel
from app.domain.exposure import ExposureCurve
from app.services.store_view import StoreView


class Curves:
    """Each is built once; models that age at the same rates share its sums over the readings."""

    def __init__(self, view: StoreView, before: "Curves | None" = None) -> None:
        """Take over from `before` the curves of units whose row and readings are the same."""
        self._view = view
        self._unobserved_after = view.settings.quality.unobserved_after
        self._known: dict[UUID, dict[QualityModel, ExposureCurve]] = {}
        if before and before._unobserved_after == self._unobserved_after:
            self._known = {
                unit_id: curves
                for unit_id, curves in before._known.items()
                if view.holding_units.get(unit_id) is before._view.holding_units.get(unit_id)
                and before.readings(unit_id) is self.readings(unit_id)
            }

    def of(self, unit_id: UUID, model: QualityModel) -> ExposureCurve:
        """The curve of a holding unit for one quality model."""
        curves = self._known.get(unit_id)
        if curves is None:
            curves = self._known[unit_id] = {}
        known = curves.get(model)
        if known is None:
            known = curves[model] = self._built(unit_id, model, curves)
        return known

    def readings(self, unit_id: UUID) -> tuple[tuple[float, int], ...]:
        """The unit's readings as (Unix seconds, milli-°C), ascending."""
        known = self._view.holding_temperatures.get(unit_id)
        return known.readings if known else ()

    def _built(
        self, unit_id: UUID, model: QualityModel, others: dict[QualityModel, ExposureCurve]
    ) -> ExposureCurve:
        alike = next((each for each in others.values() if each.ages_like(model)), None)
        if alike is not None:
            return alike.for_model(model)
        unit = self._view.holding_units.get(unit_id)
        return ExposureCurve(self.readings(unit_id), unit, model, self._unobserved_after)
