"""How long each portion lasts, kept between looks: many are asked about several times a second."""

from datetime import datetime, timedelta
from uuid import UUID

from app.domain.portion import Portion
from app.services.appraisal import Appraiser
from app.services.appraised import Appraised
from app.services.offer import WedgeState
from app.services.ports import Changes
from app.services.store_view import Entity, StoreView

_EVERYTHING = {
    Entity.SETTINGS,
    Entity.PRODUCT,
    Entity.CATEGORY,
    Entity.HOLDING_UNIT,
    Entity.HOLDING_TEMPERATURE,
    Entity.WATCH,
}


class Freshness:
    """Answers from an appraisal at most `max_age` old; a changed portion is appraised anew."""

    def __init__(self, view: StoreView, max_age: timedelta = timedelta(seconds=15)) -> None:
        self._view = view
        self._appraiser = Appraiser(view)
        self._max_age = max_age
        self._known: dict[UUID, tuple[Portion, datetime, Appraised]] = {}

    def changed(self, view: StoreView, changes: Changes) -> None:
        """Follow the feed; no changes mean a fresh snapshot."""
        self._view = view
        if not changes or set(changes) & _EVERYTHING:
            self._appraiser = Appraiser(view, before=self._appraiser)
            self._known.clear()
            return
        self._appraiser.renew(view)
        for portion_id in changes.get(Entity.PORTION, ()):
            self._known.pop(portion_id, None)

    def sell_until(self, portion: Portion, now: datetime) -> datetime:
        """When the portion leaves sale or reaches the sale floor, whichever is first."""
        appraised = self._appraised(portion, now)
        return appraised.sell_until if appraised else portion.expires_at

    def floor_at(self, portion: Portion, now: datetime) -> datetime | None:
        """When its score is predicted to reach the sale floor."""
        return self._appraiser.floor_at(portion, now)

    def is_free(self, portion: Portion, now: datetime) -> bool:
        """Whether the till would sell the portion at `now`."""
        appraised = self._appraised(portion, now)
        return (
            appraised is not None
            and appraised.wedge_state is WedgeState.FREE
            and appraised.sell_until > now
        )

    def _appraised(self, portion: Portion, now: datetime) -> Appraised | None:
        product = self._view.products.get(portion.product_id)
        if product is None or product.quality is None:
            return None
        known = self._known.get(portion.id)
        if known is None or known[0] is not portion or now - known[1] > self._max_age:
            known = (portion, now, self._appraiser.appraise(portion, product, now))
            self._known[portion.id] = known
        return known[2]
