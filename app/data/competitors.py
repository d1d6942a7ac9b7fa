"""Port `Competitors`: what other shops were seen to charge."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from app.data.selling import Caller
from app.domain.people import Session
from app.domain.prices.competitors import CompetitorPrice
from app.services.ports import SeenPrice

PART_ROWS = 2_000
"""Rows sent at once: such a call takes a fraction of a second."""

_SEEN = """SELECT id, product_id, price_minor, seen_on, origin, recorded_by
  FROM wedge.competitor_prices_seen WHERE seen_on >= %(since)s
 ORDER BY seen_on DESC, done_at DESC, id LIMIT %(most)s"""

_SUMS = """SELECT product_id, count(*), sum(price_minor)
  FROM wedge.competitor_prices_seen WHERE seen_on >= %(since)s GROUP BY product_id"""


class PgCompetitors(Caller):
    """Only the back office's role may read and write them."""

    async def record(
        self, session: Session, *, request: UUID, prices: Sequence[CompetitorPrice]
    ) -> int:
        """All of them or none: they count only when the last part has arrived."""
        count, parts = 0, [prices[at : at + PART_ROWS] for at in range(0, len(prices), PART_ROWS)]
        for number, part in enumerate(parts):
            answer = await self._call(
                "record_competitor_prices",
                "uuid,uuid,uuid,jsonb,boolean",
                session.id,
                uuid5(request, f"part {number}"),
                request,
                _rows(part),
                number == len(parts) - 1,
            )
            count = int(answer["count"])
        return count

    async def strike(self, session: Session, *, request: UUID, price_id: UUID) -> None:
        """Let a wrong one count no more."""
        await self._call("strike_competitor_price", "uuid,uuid,uuid", session.id, request, price_id)

    async def sums(self, since: date) -> Mapping[UUID, tuple[int, int]]:
        """By product: how many were seen on `since` or later, and their sum in minor units."""
        found = await self._io.ask(self._link.read(_SUMS, {"since": since}))
        return {UUID(str(key)): (int(count), int(total)) for key, count, total in found}

    async def seen(self, since: date, most: int = 300) -> tuple[SeenPrice, ...]:
        """The newest `most` of those seen on `since` or later, newest first."""
        values = {"since": since, "most": most}
        found = await self._io.ask(self._link.read(_SEEN, values))
        return tuple(
            SeenPrice(
                id=UUID(str(key)),
                price=CompetitorPrice(UUID(str(product)), int(price), on, origin),
                recorded_by=by,
            )
            for key, product, price, on, origin, by in found
        )


def _rows(prices: Sequence[CompetitorPrice]) -> str:
    rows: list[dict[str, Any]] = [
        {
            "product_id": str(each.product_id),
            "price_minor": each.price_minor,
            "seen_on": each.on.isoformat(),
            "origin": each.origin,
        }
        for each in prices
    ]
    return json.dumps(rows)
