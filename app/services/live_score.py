"""What portions are worth by their curves at a moment, without an appraiser."""

from datetime import datetime

from app.domain.portion import Portion
from app.domain.quality import score_of
from app.services.curves import Curves
from app.services.store_view import StoreView

_MILLI = 1000


class LiveScores:
    """Scores along the curves of one view after the other; what no reading moved is kept."""

    def __init__(self) -> None:
        self._last: tuple[StoreView, Curves] | None = None

    def score(self, view: StoreView, portion: Portion, now: datetime) -> float | None:
        """The portion's score at `now`; None for a product without a curve."""
        product = view.products.get(portion.product_id)
        if product is None or product.quality is None:
            return None
        curve = self._curves(view).of(portion.holding_unit_id, product.quality)
        return score_of(portion, curve, now)

    def is_under_floor(self, view: StoreView, portion: Portion, now: datetime) -> bool:
        """Whether it fell below the sale floor, in thousandths: as the store's `under_floor`."""
        score = self.score(view, portion, now)
        floor = view.settings.quality.sale_floor
        return score is not None and round(score * _MILLI) < round(floor * _MILLI)

    def _curves(self, view: StoreView) -> Curves:
        last = self._last
        if last is None or last[0] is not view:
            last = self._last = view, Curves(view, last[1] if last else None)
        return last[1]
