"""Port `Forecasts` over the server-side functions."""

import json
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.data.selling import Caller
from app.domain.forecast.engine import ShopHistory
from app.domain.forecast.history import OpenDay, Sales
from app.domain.forecast.hourly import ProductDemand
from app.domain.people import Session
from app.domain.portion import Grade


class PgForecasts(Caller):
    """One call reads all the past there is, one stores what it says."""

    async def history(self, session: Session, days: int) -> ShopHistory:
        """The closed days, folded on the I/O thread."""
        return shop_history(await self._call("demand_history", "uuid,int", session.id, days))

    async def save(
        self,
        session: Session,
        *,
        request: UUID,
        made_for: date,
        policy_version: int,
        demand: Collection[ProductDemand],
    ) -> None:
        """Put it in force."""
        await self._call(
            "save_demand",
            "uuid,uuid,date,int,jsonb",
            session.id,
            request,
            made_for,
            policy_version,
            json.dumps([demand_map(each) for each in demand]),
        )

    async def count(self, session: Session) -> None:
        """Count what the last hour sold."""
        await self._call("count_sales", "uuid", session.id)


def demand_map(demand: ProductDemand) -> dict[str, Any]:
    """A forecast as `wedge.save_demand` takes it."""
    shares = [demand.grade_bp.get(grade, 0) for grade in Grade] if demand.grade_bp else []
    return {
        "product_id": str(demand.id),
        "method": demand.method,
        "days": demand.days,
        "starts_at": demand.hourly.starts_at.isoformat(),
        "hourly_milli": list(demand.hourly.milli),
        "grade_bp": shares,
    }


def shop_history(found: Mapping[str, Any]) -> ShopHistory:
    """The answer of `wedge.demand_history`. Spans of plain goods are unknown."""
    first = date.fromisoformat(found["first"])
    days = [first + timedelta(days=ahead) for ahead in range(1 + _last_day(found))]
    return ShopHistory(
        today=date.fromisoformat(found["today"]),
        zone=ZoneInfo(found["zone"]),
        open_days=tuple(
            OpenDay(days[day], (float(since), float(until))) for day, since, until in found["days"]
        ),
        sales={
            UUID(key): Sales(
                by_hour={(days[day], hour): float(n) for day, hour, n in cells},
                on_sale=_spans(found["on_sale"].get(key)),
                by_grade=dict(zip("ABC", map(float, found["grades"][key]), strict=True)),
            )
            for key, cells in found["sold"].items()
        },
    )


def _last_day(found: Mapping[str, Any]) -> int:
    return max((int(day) for day, _, _ in found["days"]), default=0)


def _spans(rows: list[list[float]] | None) -> tuple[tuple[float, float], ...] | None:
    return None if rows is None else tuple((float(a), float(b)) for a, b in rows)
