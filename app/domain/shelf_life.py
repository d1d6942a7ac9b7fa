"""How long a portion may be sold: cutting never lengthens the life of the whole (BR-05.1).

All arithmetic is on elapsed time (UTC inside), so that a DST night neither adds nor takes an hour.
docs/shelf-life.md names the guarantees.
"""

from datetime import UTC, datetime, timedelta

from app.domain.catalog import HoldingKind
from app.domain.food_policy import JurisdictionPolicy, ShelfLifePolicy


def portion_expiry(
    whole_expires_at: datetime, cut_at: datetime, after_cut_limit: timedelta
) -> datetime:
    """The earlier of the whole's own expiry and cut time plus the limit, as elapsed real time.

    The store sets it when a whole is cut; a test compares the two. Returns UTC. Raises ValueError
    for a limit that is not positive or a time without a zone.
    """
    if after_cut_limit <= timedelta(0):
        raise ValueError("an after-cut limit is positive")
    # In UTC: adding hours to a local time would follow the wall clock over a DST change.
    return min(in_utc(whole_expires_at), in_utc(cut_at) + after_cut_limit)


def longest_after_cut(kind: HoldingKind, policy: JurisdictionPolicy) -> timedelta | None:
    """The safety limit from cutting in such a unit; None where only the whole's life counts."""
    return {
        HoldingKind.HOT: policy.hot_display_limit,
        HoldingKind.COLD: policy.cold_after_cut_limit,
        HoldingKind.AMBIENT: None,
    }[kind]


def off_sale_at(expires_at: datetime, kind: HoldingKind, policy: ShelfLifePolicy) -> datetime:
    """When a portion leaves sale by itself: its limit less the lead time of such a unit."""
    return in_utc(expires_at) - policy.removal_lead(kind)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment has a time zone")
    return moment.astimezone(UTC)
