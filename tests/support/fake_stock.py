"""Receiving, cutting and wasting stock in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.catalog import HoldingTemperature, Storage
from app.domain.configuration import is_portion_count
from app.domain.ids import human_code, new_id
from app.domain.people import Session
from app.domain.portion import Portion, PortionState, QualityStatus, Whole, WholeState
from app.domain.portion_check import Measured, judge_portion
from app.services.cut_check import standard_of
from app.services.ports import Measures
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeStock:
    """Implements ports.Stock."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self._number = 5000

    async def receive_wholes(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        quantity: int,
        expires_at: datetime,
    ) -> tuple[UUID, ...]:
        def work() -> tuple[UUID, ...]:
            if not 1 <= quantity <= 999:
                raise Refused(RefusalCode.BAD_QUANTITY)
            now = self._feed.now()
            wholes = [
                Whole(
                    id=new_id(),
                    product_id=product_id,
                    code=self._next_code(product_id),
                    state=WholeState.IN_STOCK,
                    received_at=now,
                    expires_at=expires_at,
                    cut_at=None,
                    portions_per_whole=None,
                )
                for _ in range(quantity)
            ]
            self._feed.put(*((Entity.WHOLE, whole.id, whole) for whole in wholes))
            return tuple(whole.id for whole in wholes)

        return self._feed.run(request, work)

    async def cut_whole(
        self,
        session: Session,
        *,
        request: UUID,
        whole_id: UUID,
        configuration_id: UUID,
        portions: int,
        holding_unit_id: UUID,
        shelf: str,
        presentation: float | None,
        weights_mg: Sequence[int | None] | None = None,
        measured: Measures | None = None,
    ) -> tuple[UUID, ...]:
        def work() -> tuple[UUID, ...]:
            whole = self._uncut(whole_id)
            if not is_portion_count(portions):
                raise Refused(RefusalCode.BAD_PORTION_COUNT)
            now = self._feed.now()
            cut = replace(whole, state=WholeState.CUT, cut_at=now, portions_per_whole=portions)
            view = self._feed.known
            product = view.products[whole.product_id]
            limit = product.after_cut_limit
            way = next(c for c in product.configurations if c.id == configuration_id)
            category = view.categories.get(product.category_id) if product.category_id else None
            standard = standard_of(product, way, category)
            found = measured or Measures()
            weights = weights_mg or (None,) * portions
            angles = found.angles_mdeg or (None,) * portions
            looks = found.presentations or (None,) * portions
            causes = [
                sorted(judge_portion(Measured(*each), standard, view.settings.food.portions).causes)
                for each in zip(weights, angles, looks, strict=True)
            ]
            pieces = [
                Portion(
                    id=new_id(),
                    code=self._next_code(whole.product_id),
                    product_id=whole.product_id,
                    whole_id=whole_id,
                    wedge=wedge,
                    state=PortionState.AVAILABLE,
                    epoch=1,
                    cut_at=now,
                    expires_at=min(whole.expires_at, now + limit) if limit else whole.expires_at,
                    holding_unit_id=holding_unit_id,
                    place=f"{shelf} / {wedge + 1}",
                    weight_mg=weights[wedge],
                    initial_quality=presentation or 0.0,
                    ticket_id=None,
                    reserved_until=None,
                    quality_status=QualityStatus.UNSCORED
                    if presentation is None
                    else (QualityStatus.REVIEW if causes[wedge] else QualityStatus.GOOD),
                    review_causes=tuple(causes[wedge]),
                    angle_mdeg=angles[wedge],
                    presentation=looks[wedge],
                )
                for wedge in range(portions)
            ]
            self._feed.put(
                (Entity.WHOLE, whole_id, cut),
                *((Entity.PORTION, piece.id, piece) for piece in pieces),
            )
            return tuple(piece.id for piece in pieces)

        return self._feed.run(request, work)

    async def waste_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        def work() -> None:
            portion = self._feed.known.portions.get(portion_id)
            if portion is None:
                raise Refused(RefusalCode.UNKNOWN_ITEM)
            if portion.state in (PortionState.RESERVED, PortionState.COMMITTED):
                raise Refused(RefusalCode.CHANGED)
            self._feed.put((Entity.PORTION, portion_id, None))

        self._feed.run(request, work)

    async def waste_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, cause: str
    ) -> None:
        def work() -> None:
            wasted = replace(self._uncut(whole_id), state=WholeState.WASTED)
            self._feed.put((Entity.WHOLE, whole_id, wasted))

        self._feed.run(request, work)

    async def set_storage(
        self, session: Session, *, request: UUID, holding_unit_id: UUID, storage: Storage
    ) -> None:
        def work() -> None:
            unit = replace(self._feed.known.holding_units[holding_unit_id], storage=storage)
            self._feed.put((Entity.HOLDING_UNIT, holding_unit_id, unit))

        self._feed.run(request, work)

    async def record_temperature(
        self, *, request: UUID, holding_unit_id: UUID, temperature_mc: int
    ) -> None:
        def work() -> None:
            reading = (self._feed.now().timestamp(), temperature_mc)
            new = HoldingTemperature(holding_unit_id, (reading,))
            self._feed.put((Entity.HOLDING_TEMPERATURE, holding_unit_id, new))

        self._feed.run(request, work)

    def _uncut(self, whole_id: UUID) -> Whole:
        whole = self._feed.known.wholes.get(whole_id)
        if whole is None:
            raise Refused(RefusalCode.UNKNOWN_ITEM)
        if whole.state is not WholeState.IN_STOCK:
            raise Refused(RefusalCode.ALREADY_CUT)
        return whole

    def _next_code(self, product_id: UUID) -> str:
        self._number += 1
        return human_code(self._feed.known.products[product_id].code_prefix, self._number)
