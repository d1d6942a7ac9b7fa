"""Cut a whole into portions."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.configuration import is_portion_count
from app.domain.people import Session
from app.domain.portion import WholeState
from app.services.ports import Measures, Store
from app.services.refusal import RefusalCode, Refused


@dataclass(frozen=True, slots=True)
class Cut:
    """How a whole is cut and where its portions go. `weights_mg` has one entry per portion."""

    whole_id: UUID
    configuration_id: UUID
    portions: int
    holding_unit_id: UUID
    shelf: str
    presentation: float | None
    weights_mg: tuple[int | None, ...] | None = None
    measured: Measures | None = None


async def cut_whole(store: Store, session: Session, request: UUID, cut: Cut) -> tuple[UUID, ...]:
    """Check what can be checked here, then cut; returns the portions' ids.

    Refused: UNKNOWN_ITEM, BAD_CONFIGURATION, BAD_PORTION_COUNT, BAD_TEXT. Whether the whole is
    already cut is left to the store, so that a repeated request gets its first answer.
    """
    view = store.feed.view
    whole = view.wholes.get(cut.whole_id) if view else None
    if view is None or whole is None or whole.state is WholeState.WASTED:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    configurations = view.products[whole.product_id].configurations
    if cut.configuration_id not in {each.id for each in configurations}:
        raise Refused(RefusalCode.BAD_CONFIGURATION)
    weighed = len(cut.weights_mg) if cut.weights_mg is not None else cut.portions
    most = max(each.portions_per_whole for each in configurations)
    if weighed != cut.portions or not (
        is_portion_count(cut.portions) or min(2, most) <= cut.portions <= most
    ):
        raise Refused(RefusalCode.BAD_PORTION_COUNT)
    if cut.holding_unit_id not in view.holding_units:
        raise Refused(RefusalCode.UNKNOWN_ITEM)
    if not cut.shelf.strip() or not 0.0 <= (cut.presentation or 0.0) <= 10.0:
        raise Refused(RefusalCode.BAD_TEXT)
    return await store.stock.cut_whole(
        session,
        request=request,
        whole_id=cut.whole_id,
        configuration_id=cut.configuration_id,
        portions=cut.portions,
        holding_unit_id=cut.holding_unit_id,
        shelf=cut.shelf.strip(),
        presentation=cut.presentation,
        weights_mg=cut.weights_mg,
        measured=cut.measured,
    )
