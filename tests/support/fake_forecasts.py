"""FakeStore's part for the forecast: a past that a test sets, and what was put in force."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.forecast.corrected import COUNTED, SalesPace, Sold
from app.domain.forecast.engine import ShopHistory
from app.domain.forecast.hourly import ProductDemand
from app.domain.people import Session
from app.domain.ticket import TicketState
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed

_PAID = (TicketState.PAID, TicketState.CLOSED)


class FakeForecasts:
    """Implements ports.Forecasts; `past` is the history, empty unless a test sets one."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.past: ShopHistory | None = None

    async def history(self, session: Session, days: int) -> ShopHistory:
        def work() -> ShopHistory:
            zone = ZoneInfo(self._feed.known.settings.time_zone)
            today = self._feed.now().astimezone(zone).date()
            return self.past or ShopHistory(today, zone, (), {})

        return self._feed.run(None, work)

    async def save(
        self,
        session: Session,
        *,
        request: UUID,
        made_for: date,
        policy_version: int,
        demand: Collection[ProductDemand],
    ) -> None:
        def work() -> None:
            self._feed.put(*((Entity.DEMAND, each.id, each) for each in demand))

        self._feed.run(request, work)

    async def count(self, session: Session) -> None:
        """As if all that is known was on sale all the time."""

        def work() -> None:
            view, now = self._feed.known, self._feed.now()
            span = view.settings.kitchen.demand_window
            sold: Counter[UUID] = Counter()
            for line in view.ticket_lines.values():
                ticket = view.tickets.get(line.ticket_id)
                if ticket is None or line.voided or line.portion_id is None:
                    continue
                if ticket.state in _PAID and ticket.paid_at and ticket.paid_at >= now - span:
                    sold[line.product_id] += line.quantity
            counted = {key: Sold(n, span.total_seconds()) for key, n in sold.items()}
            pace = SalesPace(COUNTED, now - span, now, counted)
            self._feed.put((Entity.SALES_PACE, COUNTED, pace))

        self._feed.run(None, work)
