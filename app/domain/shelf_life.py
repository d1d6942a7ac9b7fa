"""When a portion leaves sale by itself (BR-05.1)."""

from datetime import UTC, datetime

from app.domain.catalog import HoldingKind
from app.domain.food_policy import ShelfLifePolicy


def off_sale_at(expires_at: datetime, kind: HoldingKind, policy: ShelfLifePolicy) -> datetime:
    """When a portion leaves sale by itself: its limit less the lead time of such a unit."""
    return in_utc(expires_at) - policy.removal_lead(kind)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return moment.astimezone(UTC)
