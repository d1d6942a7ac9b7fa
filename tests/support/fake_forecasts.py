"""FakeStore's part for the forecast: a past that a test sets, and what was put in force."""

from collections.abc import Collection
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.forecast.engine import ShopHistory
from app.domain.forecast.hourly import ProductDemand
from app.domain.people import Session
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


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
