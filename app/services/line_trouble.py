"""What stands in the way of handing a paid line over, beside the work itself."""

from datetime import datetime

from app.domain.replacement import Trouble, trouble_of
from app.domain.ticket import TicketLine
from app.services.live_score import LiveScores
from app.services.store_view import StoreView

_LIVE = LiveScores()
"""Every screen of this program asks about the same view."""


def trouble_of_line(view: StoreView, line: TicketLine, now: datetime) -> Trouble | None:
    """What is wrong with the line's portion; None for nothing, and for a voided line."""
    if line.off_the_list or line.portion_id is None:
        return None
    portion = view.portions.get(line.portion_id)
    found = trouble_of(portion, line.ticket_id, line.grade, view.settings.quality, now)
    if portion is None or found not in (None, Trouble.LOWERED) or line.served_at is not None:
        return found
    return Trouble.FADED if _LIVE.is_under_floor(view, portion, now) else found


def is_unexplained(line: TicketLine) -> bool:
    """Whether a portion stands in for another without anybody having said why (POS-E3.3)."""
    replaced = line.choice_reason == "substituted" and line.former_code is not None
    return replaced and not line.former_reason and not line.off_the_list
