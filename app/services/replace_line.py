"""Give a kitchen line whose portion may not be handed over another one of the same product."""

from uuid import UUID

from app.domain.people import Session
from app.domain.replacement import Lost, Spare, stand_ins
from app.domain.ticket import TicketLine
from app.services.offers import derive_offer
from app.services.ports import Candidate, Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView


async def replace_line(store: Store, session: Session, *, request: UUID, line_id: UUID) -> UUID:
    """Take the first portion that may stand in; returns its id. Refused: GONE when none may.

    The price paid stays.
    """
    view = store.feed.view
    line = view.ticket_lines.get(line_id) if view else None
    if view is None or line is None or line.product_id not in view.products:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    offered = derive_offer(view, line.product_id, store.feed.now()).candidates
    candidates = candidates_for(view, line, offered)
    if not candidates:
        raise Refused(RefusalCode.GONE)
    return await store.kitchen.replace_line(
        session, request=request, line_id=line_id, candidates=candidates
    )


def candidates_for(
    view: StoreView, line: TicketLine, offered: tuple[Candidate, ...]
) -> list[Candidate]:
    """Those of `offered` that may take the place of the line's portion, best first."""
    by_id = {each.portion_id: each for each in offered}
    lost = Lost(cut_of(view, line.portion_id), line.grade, line.standard_minor)
    spares = [
        Spare(each.portion_id, cut_of(view, each.portion_id), each.grade, each.unit_price_minor)
        for each in offered
    ]
    return [by_id[portion_id] for portion_id in stand_ins(lost, spares)]


def cut_of(view: StoreView, portion_id: UUID | None) -> int | None:
    """Into how many portions the portion's whole was cut; None when that is not known."""
    portion = view.portions.get(portion_id) if portion_id else None
    whole = view.wholes.get(portion.whole_id) if portion else None
    return whole.portions_per_whole if whole else None
