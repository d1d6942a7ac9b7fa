"""How old the picture is, for the 'not current' mark (POS-02.1)."""

from dataclasses import dataclass
from datetime import datetime

from app.services.ports import LinkState, LinkStatus


@dataclass(frozen=True, slots=True)
class LinkProps:
    """What the till does about the link: `stale` marks tiles, `can_sell` opens the keys."""

    stale: bool
    lost: bool
    can_sell: bool
    age_s: int


def derive_link(status: LinkStatus, now: datetime) -> LinkProps:
    """Return the till's behaviour; STALE still sells, since the store checks every tap."""
    stale = status.state is not LinkState.LIVE
    lost = status.state in (LinkState.LOST, LinkState.REFUSED, LinkState.CONNECTING)
    age_s = max(0, int((now - (status.current_at or status.since)).total_seconds()))
    age_s = age_s if stale else 0
    return LinkProps(stale=stale, lost=lost, can_sell=not lost, age_s=age_s)
