"""Keeps the prices of the order being composed right by itself: lower ones, groups, coupons."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.price import PriceReason
from app.domain.prices.promotion import Promotion
from app.domain.prices.schedule import wall_clock
from app.domain.ticket import TicketLine, TicketState
from app.services.order_prices import OrderPrices, order_prices
from app.services.ports import Store
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.services.store_view import StoreView
from app.ui.pos.shelf import OfferShelf
from app.ui.shared.task_owner import TaskOwner

SHOWN_WITHIN_S = 3.0
LOOK_AGAIN = timedelta(seconds=0.9)
_PREMIUMS = (PriceReason.QUALITY, PriceReason.TIME, PriceReason.PACE, PriceReason.PEAK)

Signature = tuple[object, ...]


class OrderPricing:
    """`look` after every change and each second; the store checks what is asked of it."""

    def __init__(self, store: Store, tasks: TaskOwner, shelf: OfferShelf) -> None:
        self._store, self._tasks, self._shelf = store, tasks, shelf
        self._session: Session | None = None
        self._running = False
        self._refused: Signature | None = None
        self._coupons: dict[UUID, frozenset[str]] = {}
        self._shown: asyncio.Future[None] | None = None
        self._seen: tuple[Signature, datetime] = ((), datetime.min.replace(tzinfo=UTC))

    def use(self, session: Session | None) -> None:
        """Act for `session`; without one nothing is asked of the store."""
        self._session = session

    def coupons(self, ticket_id: UUID) -> frozenset[str]:
        """What was shown for this order, here or before this till was started."""
        view = self._store.feed.view
        ticket = view.tickets.get(ticket_id) if view else None
        stored = frozenset(ticket.coupons) if ticket else frozenset()
        return stored | self._coupons.get(ticket_id, frozenset())

    def add_coupon(self, ticket_id: UUID, code: str) -> Promotion | None:
        """The promotion in force whose shared code it is; None where the store has to be asked."""
        found = self._promotion(code.strip())
        if found is not None:
            self._coupons[ticket_id] = self.coupons(ticket_id) | {found.coupon}
            self._refused = None
        return found

    def due(self, view: StoreView, ticket_id: UUID, now: datetime) -> OrderPrices | None:
        """What the store has to be told about this order's prices; None when nothing."""
        ticket = view.tickets.get(ticket_id)
        if ticket is None or ticket.state is not TicketState.OPEN or self._session is None:
            return None
        prices = order_prices(
            view, ticket, self._shelf.appraiser, now, self._session.role, self.coupons(ticket_id)
        )
        return prices if prices.due else None

    def look(self, view: StoreView, ticket_id: UUID, *, settled: bool) -> None:
        """Ask for what is due, once, when nothing else of the order is on its way."""
        if self._running or self._seen_lately(view, ticket_id, settled):
            return
        prices = self.due(view, ticket_id, self._store.feed.now()) if settled else None
        if prices is None:
            if self._shown is not None and not self._shown.done():
                self._shown.set_result(None)
            return
        if _signature(prices) != self._refused:
            self._tasks.start(self._ask(ticket_id, prices), name="price order")

    def look_anew(self) -> None:
        """Something moved: the next look is not spared, however short ago the last one was."""
        self._seen = ((), datetime.min.replace(tzinfo=UTC))

    def try_again(self) -> None:
        """Something was granted: what was refused before is asked for again."""
        self._refused = None

    async def settle(self, ticket_id: UUID) -> None:
        """Return once the order is shown at its prices of now, or after 3 s."""
        self._refused = None
        self._shown = asyncio.get_running_loop().create_future()
        view = self._store.feed.view
        if view is not None:
            self.look(view, ticket_id, settled=True)
        try:
            await asyncio.wait_for(self._shown, SHOWN_WITHIN_S)
        except TimeoutError:
            return
        finally:
            self._shown = None

    def _seen_lately(self, view: StoreView, ticket_id: UUID, settled: bool) -> bool:
        """Whether this very order was looked at less than a second ago: many things change."""
        now, lines = self._store.feed.now(), view.lines_of(ticket_id)
        coupons, losses = self.coupons(ticket_id), view.promotion_losses
        seen = (ticket_id, settled, view.settings.price_rules, coupons, losses, lines)
        before, at = self._seen
        if self._shown is None and now - at < LOOK_AGAIN and before == seen:
            return True
        self._seen = (seen, now)
        return False

    async def _ask(self, ticket_id: UUID, prices: OrderPrices) -> None:
        assert self._session is not None
        self._running = True
        try:
            await self._store.selling.reprice(
                self._session,
                request=new_id(),
                ticket_id=ticket_id,
                rules=prices.rules,
                coupons=prices.coupons,
                order_inputs=prices.order_inputs,
                lines=prices.lines,
            )
        except (Refused, StoreUnreachable, OutcomeUnknown):
            # The picture was not the newest, or the link is gone: the next look asks anew.
            self._refused = _signature(prices)
        else:
            self._refused = None
        finally:
            self._running = False
        if (view := self._store.feed.view) is not None:
            self.look(view, ticket_id, settled=self._refused is None)

    def _promotion(self, code: str) -> Promotion | None:
        view = self._store.feed.view
        if view is None or not code:
            return None
        local = wall_clock(self._store.feed.now(), view.settings.time_zone)
        for each in view.settings.pricing.promotions:
            if each.coupon.casefold() != code.casefold() or each.is_counted:
                continue
            if each.schedule.covers(local):
                return each
        return None


def has_premium(line: TicketLine) -> bool:
    """Whether a rule made the line dearer: the cashier says so to the guest (POS-05.3).

    Not where the guest pays the price that was quoted without it.
    """
    more = sum(
        s.amount_minor for s in line.breakdown if s.reason in _PREMIUMS and s.amount_minor > 0
    )
    quoted = sum(s.amount_minor for s in line.breakdown if s.reason is PriceReason.QUOTED)
    return more > -quoted


def _signature(prices: OrderPrices) -> Signature:
    """Equal for two wishes that differ only in how they were worked out."""
    lines = tuple(
        (each.product_id, each.quantity, each.own.amount_minor, each.price.amount_minor)
        for each in prices.lines
    )
    return prices.rules, prices.coupons, lines
