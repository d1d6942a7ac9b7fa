"""The store's past as the forecast reads it, and the forecast as every screen reads it."""

from collections.abc import Collection
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.forecast.engine import ShopHistory
from app.domain.forecast.hourly import ProductDemand
from app.domain.people import Session


class Forecasts(Protocol):
    """The forecast in force is in the store view (`StoreView.demand`)."""

    async def history(self, session: Session, days: int) -> ShopHistory:
        """The closed days of the last `days`, up to yesterday."""

    async def save(
        self,
        session: Session,
        *,
        request: UUID,
        made_for: date,
        policy_version: int,
        demand: Collection[ProductDemand],
    ) -> None:
        """Put it in force for every screen; the first of a day counts. Refused: CHANGED."""

    async def count(self, session: Session) -> None:
        """Count what the last hour sold, for every screen; nothing where that was just done."""
