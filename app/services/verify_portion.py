"""Verify a portion of an order before it is prepared: by its label, its looks, the order."""

from uuid import UUID

from app.domain.people import Session
from app.domain.ticket import KitchenState, TicketLine
from app.domain.verification import Checked, VerifyOutcome
from app.services.inspect_portion import stand_ins_for
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView


def needs_check(view: StoreView, line: TicketLine) -> bool:
    """Whether the shop demands a verification of the line's portion, and none was recorded yet."""
    waits = line.kitchen_state is KitchenState.QUEUED and not line.off_the_list
    demanded = view.settings.kitchen.verify_by_code and line.portion_id is not None
    return demanded and waits and line.checked_at is None


def line_of_code(view: StoreView, code: str) -> TicketLine | None:
    """The queued line of a paid order that has the portion of that label reserved."""
    wanted = code.strip().casefold()
    for line in view.ticket_lines.values():
        if line.portion_code is None or line.portion_code.casefold() != wanted:
            continue
        if line.kitchen_state is KitchenState.QUEUED and not line.off_the_list:
            ticket = view.tickets.get(line.ticket_id)
            if ticket is not None and ticket.paid_at is not None:
                return line
    return None


async def verify_portion(
    store: Store,
    session: Session,
    *,
    request: UUID,
    verification_id: UUID,
    line_id: UUID,
    scanned: str,
    checked: Checked,
) -> VerifyOutcome:
    """Record it, with what may stand in for a portion that fails.

    Refused as `Kitchen.verify_portion`, and UNKNOWN_ITEM.
    """
    view, now = store.feed.view, store.feed.now()
    line = view.ticket_lines.get(line_id) if view else None
    portion = view.portions.get(line.portion_id) if view and line and line.portion_id else None
    if view is None or line is None or portion is None:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    failed = checked.reason is not None
    candidates = stand_ins_for(view, portion, now).get(line_id, ()) if failed else ()
    return await store.kitchen.verify_portion(
        session,
        request=request,
        verification_id=verification_id,
        line_id=line_id,
        scanned=scanned,
        checked=checked,
        candidates=candidates,
    )
