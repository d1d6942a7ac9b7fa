"""What the till shows of the order's guest: points, what they may pay with them, and hints."""

from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.guests import GuestRecord
from app.domain.loyalty import Account, rewards_ready
from app.services.redeem import plan_redemption, redeemed_minor
from app.services.store_view import StoreView
from app.ui.pos.guest_words import hints, points_text, reward_text
from app.ui.shared.format import money


def guest_props(
    view: StoreView | None,
    guest: GuestRecord | None,
    ticket_id: UUID,
    now: datetime,
    *,
    online: bool,
) -> dict[str, Any]:
    """`canRedeem` while one more reward would take something off the order of `ticket_id`."""
    used, more = 0, False
    lines: list[str] = []
    if view is not None and guest is not None:
        rules, used = view.settings.loyalty, used_minor(view, ticket_id)
        rewards = rewards_ready(Account(guest.balance, guest.owed), rules, online=online)
        wanted = used + rules.reward_minor
        more = (
            plan_redemption(view, ticket_id, wanted).used_minor > used
            and wanted <= rewards * rules.reward_minor
        )
        lines = hints(guest, view.settings, now)
    return {
        "name": guest.name if guest else "",
        "points": points_text(guest.balance) if guest else "",
        "hints": lines,
        "canRedeem": more,
        "rewardText": reward_text(view.settings) if view else "",
        "usedText": money(used, view.settings) if view and used else "",
    }


def used_minor(view: StoreView, ticket_id: UUID) -> int:
    """What is paid with points on the order so far."""
    return redeemed_minor(view.lines_of(ticket_id))
