"""FakeStore's part for other shops' prices."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.prices.competitors import CompetitorPrice
from app.services.ports import SeenPrice
from app.services.refusal import RefusalCode, Refused
from tests.support.fake_feed import FakeFeed


class FakeCompetitors:
    """Implements ports.Competitors."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self._seen: list[SeenPrice] = []

    async def record(
        self, session: Session, *, request: UUID, prices: Sequence[CompetitorPrice]
    ) -> int:
        def work() -> int:
            known = self._feed.known.products
            bad = [
                str(at)
                for at, each in enumerate(prices, 1)
                if each.product_id not in known or each.price_minor <= 0 or not each.origin.strip()
            ]
            if bad:
                raise Refused(RefusalCode.BAD_PRICE, ",".join(bad))
            self._seen += [SeenPrice(new_id(), each, session.staff_name) for each in prices]
            return len(prices)

        return self._feed.run(request, work)

    async def strike(self, session: Session, *, request: UUID, price_id: UUID) -> None:
        def work() -> None:
            left = [each for each in self._seen if each.id != price_id]
            if len(left) == len(self._seen):
                raise Refused(RefusalCode.CHANGED, "competitor price")
            self._seen = left

        self._feed.run(request, work)

    async def sums(self, since: date) -> Mapping[UUID, tuple[int, int]]:
        found: dict[UUID, tuple[int, int]] = {}
        for each in await self.seen(since, len(self._seen)):
            count, total = found.get(each.price.product_id, (0, 0))
            found[each.price.product_id] = (count + 1, total + each.price.price_minor)
        return found

    async def seen(self, since: date, most: int = 300) -> tuple[SeenPrice, ...]:
        def work() -> tuple[SeenPrice, ...]:
            found = [each for each in self._seen if each.price.on >= since]
            return tuple(sorted(found, key=lambda each: each.price.on, reverse=True))[:most]

        return self._feed.run(None, work)
