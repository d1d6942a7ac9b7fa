"""How long a portion may be sold: cutting never lengthens the life of the whole (BR-05.1)."""

from datetime import datetime, timedelta


def portion_expiry(
    whole_expires_at: datetime, cut_at: datetime, after_cut_limit: timedelta
) -> datetime:
    """The earlier of the whole's own expiry and cut time plus the limit, as elapsed real time.

    Both moments must be aware. Raises ValueError for a limit that is not positive.
    """
    if after_cut_limit <= timedelta(0):
        raise ValueError("an after-cut limit is positive")
    return min(whole_expires_at, cut_at + after_cut_limit)
