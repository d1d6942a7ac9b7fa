"""When a portion leaves sale by itself (BR-05.1)."""

from datetime import UTC, datetime

from app.domain.catalog import HoldingKind
from app.domain.food_policy import JurisdictionPolicy, ShelfLifePolicy
from app.domain.portion import Portion


def off_sale_at(expires_at: datetime, kind: HoldingKind, policy: ShelfLifePolicy) -> datetime:
    """When a portion leaves sale by itself: its limit less the lead time of such a unit."""
    return in_utc(expires_at) - policy.removal_lead(kind)


def ends_at(portion: Portion, kind: HoldingKind, policy: JurisdictionPolicy) -> datetime:
    """The portion's limit under these rules: a shorter one holds for it at once, a longer never."""
    longest = {
        HoldingKind.HOT: policy.hot_display_limit,
        HoldingKind.COLD: policy.cold_after_cut_limit,
    }.get(kind)
    if longest is None:
        return in_utc(portion.expires_at)
    return min(in_utc(portion.expires_at), in_utc(portion.cut_at) + longest)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return moment.astimezone(UTC)
