"""Look at a portion: predict first, then write down what was seen."""

from datetime import datetime
from uuid import UUID

from app.domain.inspection import Outcome, Prediction, Seen
from app.domain.people import Session
from app.domain.portion import Portion, PortionState
from app.domain.quality import score_of
from app.domain.ticket import TicketLine
from app.services.appraisal import Appraiser
from app.services.offers import derive_offer
from app.services.ports import Candidate, Store
from app.services.refusal import RefusalCode, Refused
from app.services.replace_line import candidates_for
from app.services.store_view import StoreView

_ON_ORDER = (PortionState.RESERVED, PortionState.COMMITTED)


async def inspect_portion(
    store: Store,
    session: Session,
    *,
    request: UUID,
    inspection_id: UUID,
    portion_id: UUID,
    seen: Seen,
) -> Outcome:
    """Record one look, with what the curve says of the portion now and what may stand in for it.

    Refused as `Quality.record_inspection`, and UNKNOWN_ITEM.
    """
    view, now = store.feed.view, store.feed.now()
    portion = view.portions.get(portion_id) if view else None
    if view is None or portion is None:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    return await store.quality.record_inspection(
        session,
        request=request,
        inspection_id=inspection_id,
        portion_id=portion_id,
        seen=seen,
        prediction=predict(view, portion, now),
        candidates=stand_ins_for(view, portion, now),
    )


def predict(view: StoreView, portion: Portion, now: datetime) -> Prediction:
    """The portion's live score and effective age. Refused: UNKNOWN_ITEM without a quality model."""
    product = view.products.get(portion.product_id)
    if product is None or product.quality is None:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    curve = Appraiser(view).curve(portion.holding_unit_id, product.quality)
    return Prediction(score_of(portion, curve, now), curve.effective_s(portion.cut_at, now))


def stand_ins_for(
    view: StoreView, portion: Portion, now: datetime
) -> dict[UUID, tuple[Candidate, ...]]:
    """What may take the places of the portion and of its siblings on the orders that wait for
    them, best first, by order line; none of the siblings may.
    """
    lines = _lines_of_lot(view, portion)
    if not lines or portion.product_id not in view.products:
        return {}
    offered = tuple(
        each
        for each in derive_offer(view, portion.product_id, now).candidates
        if not _is_sibling(view, each.portion_id, portion)
    )
    return {line.id: tuple(candidates_for(view, line, offered)) for line in lines}


def _lines_of_lot(view: StoreView, portion: Portion) -> list[TicketLine]:
    """The lines that wait for a portion of the same whole in the same unit."""
    waiting = {
        each.id: each.ticket_id
        for each in view.portions.values()
        if each.state in _ON_ORDER
        and each.whole_id == portion.whole_id
        and each.holding_unit_id == portion.holding_unit_id
    }
    return [
        line
        for line in view.ticket_lines.values()
        if line.portion_id in waiting
        and not line.off_the_list
        and waiting[line.portion_id] == line.ticket_id
    ]


def _is_sibling(view: StoreView, portion_id: UUID, failed: Portion) -> bool:
    """Of the same whole in the same unit: it must be looked at itself before it goes out."""
    other = view.portions.get(portion_id)
    return other is None or (
        other.whole_id == failed.whole_id and other.holding_unit_id == failed.holding_unit_id
    )
