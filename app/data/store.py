"""`PgStore`: everything a program has of its store, over one PostgreSQL."""

import asyncio
import time
from collections.abc import Callable
from uuid import UUID

from app.data.allergens import PgAllergens
from app.data.approvals import PgApprovals, PgPolicies
from app.data.catalogue import PgCatalogue
from app.data.choices import PgChoices, PgHolds
from app.data.competitors import PgCompetitors
from app.data.complaints import PgComplaints
from app.data.coupons import PgCoupons
from app.data.decisions import PgDecisions
from app.data.feed import LiveFeed
from app.data.forecasts import PgForecasts
from app.data.guests import PgGuests
from app.data.io_thread import IoThread
from app.data.kitchen import PgKitchen, PgStock
from app.data.link import Link
from app.data.people import PgStaffDoor
from app.data.quality import PgQuality
from app.data.records import PgRecords
from app.data.refunds import PgRefunds
from app.data.reports import PgReports
from app.data.reviews import PgReviews
from app.data.selling import PgPrintQueue, PgSelling
from app.data.sizes import PgSizes
from app.data.tasks import PgTasks
from app.data.tools import PgTools
from app.data.trainings import PgTrainings
from app.data.vouchers import PgVouchers
from app.services.refusal import StoreUnreachable


class PgStore:
    """Implements the port `Store`. Open it with `open`, end it with `aclose`."""

    def __init__(
        self,
        url: str,
        loop: asyncio.AbstractEventLoop,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._io = IoThread()
        self._link = Link(url)
        self.feed = LiveFeed(url, loop, monotonic)
        self.selling = PgSelling(self._io, self._link)
        self.choices = PgChoices(self._io, self._link)
        self.sizes = PgSizes(self._io, self._link)
        self.tools = PgTools(self._io, self._link)
        self.trainings = PgTrainings(self._io, self._link)
        self.decisions = PgDecisions(self._io, self._link)
        self.holds = PgHolds(self._io, self._link)
        self.kitchen = PgKitchen(self._io, self._link)
        self.stock = PgStock(self._io, self._link)
        self.reviews = PgReviews(self._io, self._link)
        self.staff = PgStaffDoor(self._io, self._link, self.feed)
        self.printing = PgPrintQueue(self._io, self._link)
        self.reports = PgReports(self._io, self._link)
        self.catalogue = PgCatalogue(self._io, self._link)
        self.allergens = PgAllergens(self._io, self._link)
        self.approvals = PgApprovals(self._io, self._link, self.feed)
        self.policies = PgPolicies(self._io, self._link)
        self.tasks = PgTasks(self._io, self._link)
        self.guests = PgGuests(self._io, self._link)
        self.complaints = PgComplaints(self._io, self._link)
        self.coupons = PgCoupons(self._io, self._link)
        self.vouchers = PgVouchers(self._io, self._link)
        self.competitors = PgCompetitors(self._io, self._link)
        self.quality = PgQuality(self._io, self._link)
        self.forecasts = PgForecasts(self._io, self._link)
        self.refunds = PgRefunds(self._io, self._link)
        self.records = PgRecords(self._io, self._link)
        self._following = self._io.start(self.feed.run())

    @classmethod
    def open(
        cls,
        url: str,
        *,
        loop: asyncio.AbstractEventLoop,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> "PgStore":
        """Return at once; connect in the background and keep connecting.

        The age of the picture is counted by `monotonic`, in seconds.
        """
        return cls(url, loop, monotonic)

    @property
    def terminal_id(self) -> UUID:
        """This terminal; known once the store answered. Raises `StoreUnreachable` before."""
        if self.feed.terminal_id is None:
            raise StoreUnreachable("the store has not answered yet")
        return self.feed.terminal_id

    async def aclose(self) -> None:
        """End the feed, the connections and the thread."""
        self.feed.close()
        await self._io.end(self._end())

    async def _end(self) -> None:
        """Wait for what still runs on the I/O thread, then close the connections."""
        others = asyncio.all_tasks() - self._link.attempts - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._link.close()
