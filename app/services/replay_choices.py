"""Past days played again with other weights (FUL-09.3), product by product."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from app.domain.allocation.replay import (
    Comparison,
    PastCheck,
    PastDays,
    PastTicket,
    Replayed,
    compare,
)
from app.domain.allocation.request import OrderLine
from app.domain.allocation.stock import StockPortion
from app.domain.ids import new_id
from app.domain.policy import AllocationPolicy
from app.domain.portion import Portion, PortionState, QualityStatus
from app.services.appraisal import Appraiser
from app.services.order_ports import PastChoice, PastChoices
from app.services.order_stock import stock_portion
from app.services.past_clocks import PastSafety, looked_at_in_time
from app.services.store_view import StoreView


def compare_policies(
    view: StoreView, past: PastChoices, current: AllocationPolicy, proposed: AllocationPolicy
) -> Comparison:
    """Both policies on the same days. Pure and slow: meant for a thread of its own.

    Portions are scored by the temperatures that were really measured, and by no look that came
    later than the moment of the choice. Nothing that sells is touched.
    """
    scene = _Scene(view, past)
    pairs = [compare(days, current, proposed, view.settings.quality) for days in scene.by_product()]
    return Comparison(
        _sum((each.current for each in pairs), current),
        _sum((each.proposed for each in pairs), proposed),
    )


class _Scene:
    """The store as it was, with every portion unsold."""

    def __init__(self, view: StoreView, past: PastChoices) -> None:
        self._past = past
        self._portions = {each.id: each for each in past.portions}
        self._view = replace(
            view,
            settings=looked_at_in_time(view.settings),
            wholes=MappingProxyType({each.id: each for each in past.wholes}),
            portions=MappingProxyType({}),
            holding_temperatures=MappingProxyType(
                {each.holding_unit_id: each for each in past.temperatures}
            ),
        )
        self._appraiser = Appraiser(self._view)
        self._appraiser.safety = PastSafety(self._view)

    def by_product(self) -> list[PastDays]:
        """The days of each product that was sold: choices of one never concern another."""
        checks = tuple(self._checks())
        products = {each.product_id for each in self._past.choices}
        lives = {each.id: (each.cut_at, each.expires_at) for each in self._past.portions}
        return [
            PastDays(
                tickets=tuple(self._tickets(product_id)),
                portions=self._sellable(product_id),
                appraise=self.appraise,
                checks=checks,
                until=self._past.until,
                lives=lives,
            )
            for product_id in sorted(products)
            if product_id in self._view.products
        ]

    def appraise(self, portion_id: UUID, at: datetime) -> StockPortion | None:
        """The portion at a moment, unsold; None before it was cut and after its limit."""
        known = self._portions[portion_id]
        product = self._view.products.get(known.product_id)
        if not known.cut_at <= at < known.expires_at or product is None or not product.quality:
            return None
        return stock_portion(self._view, self._appraiser, _unsold(known, at), product, at)

    def _tickets(self, product_id: UUID) -> list[PastTicket]:
        """Lines of one order are chosen together, at the moment of the first."""
        orders: dict[UUID, list[PastChoice]] = {}
        for each in self._past.choices:
            if each.product_id == product_id:
                orders.setdefault(each.ticket_id, []).append(each)
        return [PastTicket(lines[0].at, tuple(map(_line, lines))) for lines in orders.values()]

    def _sellable(self, product_id: UUID) -> dict[UUID, datetime]:
        """Until when each portion of a product could be sold."""
        ends = {}
        for each in self._past.portions:
            if each.product_id == product_id:
                seen = self.appraise(each.id, each.cut_at)
                ends[each.id] = seen.sell_until if seen else each.expires_at
        return ends

    def _checks(self) -> list[PastCheck]:
        checks = []
        for look in self._past.looks:
            seen = (
                self.appraise(look.portion_id, look.at)
                if (look.portion_id in self._portions)
                else None
            )
            if seen is not None:
                checks.append(PastCheck(seen.score_milli, look.passed))
        return checks


def _unsold(portion: Portion, at: datetime) -> Portion:
    """Free, with what was found of it so far: what a later look found was not known then."""
    seen = portion.inspected
    later = seen is not None and seen.at > at
    return replace(
        portion,
        state=PortionState.AVAILABLE,
        ticket_id=None,
        reserved_until=None,
        recheck_at=None,
        quality_status=QualityStatus.GOOD if later else portion.quality_status,
        inspected=None if later else seen,
    )


def _line(choice: PastChoice) -> OrderLine:
    return OrderLine(
        new_id(),
        frozenset({choice.product_id}),
        choice.portions_per_whole,
        grade=choice.grade,
        accepts_lower=True,
        prefers=choice.prefers,
    )


def _sum(each: Iterable[Replayed], policy: AllocationPolicy) -> Replayed:
    """All products together; the pass rate weighs each by what it served."""
    parts = list(each)
    served = sum(part.served for part in parts)
    passed = sum((part.first_check_pass_bp or 0) * part.served for part in parts)
    return Replayed(
        policy_version=policy.version,
        served=served,
        unfilled=sum(part.unfilled for part in parts),
        expired=sum(part.expired for part in parts),
        first_check_pass_bp=round(passed / served) if served else None,
    )
