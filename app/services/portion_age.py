"""How old a portion is by its own shelf life: from the whole's preparation without a break."""

from datetime import datetime

from app.domain.freshness import Freshness, freshness, freshness_at
from app.domain.portion import Portion
from app.services.store_view import StoreView


def started_at(view: StoreView, portion: Portion) -> datetime:
    """When its whole was prepared; its cut where nobody knows."""
    whole = view.wholes.get(portion.whole_id)
    if whole is None:
        return portion.cut_at
    return min(portion.cut_at, whole.prepared_at or portion.cut_at)


def freshness_of(view: StoreView, portion: Portion, now: datetime) -> Freshness:
    """Fresh, aging, last call or expired, by the store's shares of shelf life (BR-04.4)."""
    policy = view.settings.food.freshness
    return freshness(started_at(view, portion), portion.expires_at, now, policy)


def last_call_at(view: StoreView, portion: Portion) -> datetime:
    """When it comes into last call."""
    policy = view.settings.food.freshness
    return freshness_at(started_at(view, portion), portion.expires_at, policy.last_call_from)
