"""Views in which quality holds something."""

from dataclasses import replace
from types import MappingProxyType

from app.domain.portion import Portion, PortionState, QualityStatus
from app.services.store_view import StoreView


def batch_of(view: StoreView, prefix: str) -> list[Portion]:
    """The free portions of the first cut whole of a product, in order."""
    codes = {w.id: w.code for w in view.wholes.values() if w.code.startswith(f"{prefix}-C1")}
    found = [
        p
        for p in view.portions.values()
        if p.whole_id in codes and p.state is PortionState.AVAILABLE
    ]
    return sorted(found, key=lambda each: each.wedge)


def with_status(view: StoreView, status: QualityStatus, *portions: Portion) -> StoreView:
    """The view in which these portions have that quality status, for their size."""
    causes = () if status is QualityStatus.UNSCORED else ("size",)
    changed = {p.id: replace(p, quality_status=status, review_causes=causes) for p in portions}
    return replace(view, portions=MappingProxyType({**view.portions, **changed}))
