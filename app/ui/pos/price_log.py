"""Writes down the automatic price steps this till sees; asks for a correction where there is none.

Every terminal may see the same; the store keeps each once (BR-04.5, BR-10.7).
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from app.domain.catalog import ProductKind
from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.price import Price
from app.domain.task import TaskKind, TaskState
from app.services.budget import Budget
from app.services.offers import Offer, may_be_sold
from app.services.ports import PriceMove, Store
from app.services.price_steps import MOST_AT_ONCE, PriceSteps
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.services.store_view import StoreView
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.spread import BUDGET_S
from app.ui.shared.task_owner import TaskOwner

PRODUCTS_PER_TICK = 2


class PriceLog:
    """`see` every offer that is derived anyway; `look_at_others` in turn; `tick` reports."""

    def __init__(self, store: Store, tasks: TaskOwner, shelf: OfferShelf) -> None:
        self._store, self._tasks, self._shelf = store, tasks, shelf
        self._steps = PriceSteps()
        self._next = 0
        self._asked: set[UUID] = set()
        self._told: set[UUID] = set()
        """Portions without a price of which the store was told the last one."""

    def see(self, offer: Offer, now: datetime) -> None:
        """Note how an offer's prices moved."""
        self._steps.see((offer,), now)

    def tick(self, view: StoreView) -> None:
        """Once a second: what there is to tell."""
        if moves := self._steps.take():
            self._tasks.start(self._tell(moves), name="log prices")
        self._ask_for_corrections(view)

    def look_at_others(self, view: StoreView, now: datetime) -> None:
        """Once a second: the next products in turn, as many as fit the thread's budget."""
        budget = Budget(BUDGET_S)
        products = [p for p in view.products.values() if p.kind is ProductKind.PORTIONED]
        for _ in range(min(PRODUCTS_PER_TICK, len(products))):
            product = products[self._next % len(products)]
            self._next += 1
            if may_be_sold(view, product):
                self.see(self._shelf.offer(product.id, now), now)
            if budget.spent():
                break

    def _ask_for_corrections(self, view: StoreView) -> None:
        at_fault = self._shelf.memory.products_at_fault() & view.products.keys()
        for product_id in at_fault - self._asked:
            self._tasks.start(self._ask(view, product_id), name="ask for correction")
        self._asked = set(at_fault)
        self._tell_last_prices(view)

    def _tell_last_prices(self, view: StoreView) -> None:
        """Where a correction is asked for: what this till knows, so that all charge the same."""
        memory = self._shelf.memory
        asked = {
            task.subject.get("product_id")
            for task in view.tasks.values()
            if task.kind == TaskKind.PRICE_CORRECTION.value and task.state is TaskState.OPEN
        }
        self._told &= memory.faulty.keys()
        new = [
            portion_id
            for portion_id, product_id in memory.faulty.items()
            if str(product_id) in asked
            and portion_id not in self._told
            and portion_id not in view.last_prices
        ]
        prices = {each: memory.last(each) for each in new[:MOST_AT_ONCE]}
        if prices:
            self._told |= prices.keys()
            self._tasks.start(self._keep(prices), name="keep last prices")

    async def _keep(self, prices: Mapping[UUID, Price | None]) -> None:
        try:
            await self._store.selling.keep_last_prices(request=new_id(), prices=prices)
        except (Refused, StoreUnreachable, OutcomeUnknown):
            self._told -= prices.keys()

    async def _tell(self, moves: tuple[PriceMove, ...]) -> None:
        try:
            await self._store.selling.log_prices(request=new_id(), changes=moves)
        except (Refused, StoreUnreachable, OutcomeUnknown):
            return  # Another terminal has seen them, or this one sees the next step.

    async def _ask(self, view: StoreView, product_id: UUID) -> None:
        due = view.settings.pricing.correction_due
        try:
            await self._store.tasks.open(
                None,
                request=new_id(),
                task_id=new_id(),
                kind=TaskKind.PRICE_CORRECTION.value,
                title=view.products[product_id].name,
                subject={"product_id": str(product_id)},
                owner=Role.MANAGER,
                due_s=int(due.total_seconds()),
            )
        except (Refused, StoreUnreachable, OutcomeUnknown):
            self._asked.discard(product_id)
