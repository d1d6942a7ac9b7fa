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


def stand_ins_for(view: StoreView, portion: Portion, now: datetime) -> tuple[Candidate, ...]:
    """What may take its place on the order that waits for it, best first; its siblings may not."""
    line = line_of(view, portion)
    if line is None or line.product_id not in view.products:
        return ()
    offered = derive_offer(view, line.product_id, now).candidates
    return tuple(
        each
        for each in candidates_for(view, line, offered)
        if not _is_sibling(view, each.portion_id, portion)
    )


def line_of(view: StoreView, portion: Portion) -> TicketLine | None:
    """The line that waits for the portion; None while nobody has ordered it."""
    if portion.state not in _ON_ORDER:
        return None
    return next(
        (
            line
            for line in view.ticket_lines.values()
            if line.portion_id == portion.id
            and line.ticket_id == portion.ticket_id
            and not line.voided
        ),
        None,
    )


def _is_sibling(view: StoreView, portion_id: UUID, failed: Portion) -> bool:
    """Of the same whole in the same unit: it must be looked at itself before it goes out."""
    other = view.portions.get(portion_id)
    return other is None or (
        other.whole_id == failed.whole_id and other.holding_unit_id == failed.holding_unit_id
    )
