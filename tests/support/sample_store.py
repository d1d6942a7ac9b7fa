"""FakeStore: the whole of ports.Store in memory, and the sample view to start it with."""

from collections.abc import Coroutine
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import Service
from app.services.offers import derive_offers
from app.services.ports import (
    LinkState,
    LinkStatus,
)
from app.services.store_view import StoreView
from tests.support.fake_allergens import FakeAllergens
from tests.support.fake_approvals import FakeApprovals, FakePolicies
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fake_choices import FakeChoices, FakeDecisions, FakeHolds
from tests.support.fake_competitors import FakeCompetitors
from tests.support.fake_complaints import FakeComplaints
from tests.support.fake_coupons import FakeCoupons
from tests.support.fake_door import SAMPLE_PIN, FakeDoor
from tests.support.fake_feed import FakeFeed
from tests.support.fake_forecasts import FakeForecasts
from tests.support.fake_guests import FakeGuests
from tests.support.fake_kitchen import FakeKitchen
from tests.support.fake_printing import FakePrinting
from tests.support.fake_quality import FakeQuality
from tests.support.fake_records import FakeRecords
from tests.support.fake_refunds import FakeRefunds
from tests.support.fake_reports import FakeReports
from tests.support.fake_reviews import FakeReviews
from tests.support.fake_selling import FakeSelling
from tests.support.fake_sizes import FakeSizes
from tests.support.fake_stock import FakeStock
from tests.support.fake_tasks import FakeTasks
from tests.support.fake_tools import FakeTools
from tests.support.fake_trainings import FakeTrainings
from tests.support.fake_vouchers import FakeVouchers
from tests.support.sample_data import sample_id, sample_settings, stocked_view

__all__ = [
    "SAMPLE_PIN",
    "FakeStore",
    "run_now",
    "sample_id",
    "sample_session",
    "sample_settings",
    "sample_view",
    "stocked_view",
]

Result = TypeVar("Result")


def run_now(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine that never waits (all of FakeStore's) without an event loop."""
    try:
        coroutine.send(None)
    except StopIteration as finished:
        result: Result = finished.value
        return result
    coroutine.close()
    raise AssertionError("the coroutine waited for something")


def sample_session(view: StoreView, name: str = "Nok", terminal: str = "Till 1") -> Session:
    """A signed-in person of the sample store."""
    staff = view.staff[sample_id(f"staff {name}")]
    return Session(new_id(), staff.id, staff.name, staff.role, sample_id(f"terminal {terminal}"))


@lru_cache(maxsize=8)
def sample_view(now: datetime) -> StoreView:
    """The sample store at work: stock, a paid ticket in the kitchen and an open one at Till 2.

    A view never changes, so the tests of one moment share it: each takes a fifth of a second.
    """
    store = FakeStore(stocked_view(now), now - timedelta(seconds=150), terminal="Till 2")
    session = sample_session(store.feed.known, "Somchai", "Till 2")
    paid, still_open = sample_id("ticket paid"), sample_id("ticket open")
    for index, prefix in enumerate("PPC"):
        run_now(_take(store, session, paid, sample_id(f"paid line {index}"), prefix))
    total = store.feed.known.tickets[paid].total_minor
    run_now(
        store.selling.pay_cash(
            session,
            request=new_id(),
            ticket_id=paid,
            expected_total_minor=total,
            tendered_minor=50_000,
        )
    )
    store.advance(120)
    for index, prefix in enumerate("MM"):
        run_now(_take(store, session, still_open, sample_id(f"open line {index}"), prefix))
    return replace(store.feed.known, seq=100)


async def _take(
    store: "FakeStore", session: Session, ticket_id: UUID, line_id: UUID, prefix: str
) -> None:
    offers = derive_offers(store.feed.known, store.feed.now())
    await store.selling.reserve_first(
        session,
        request=new_id(),
        ticket_id=ticket_id,
        line_id=line_id,
        service=Service.COUNTER,
        candidates=offers[sample_id(f"product {prefix}")].candidates,
    )


class FakeStore:
    """Implements ports.Store. `FakeStore(None, now)` has no snapshot yet."""

    def __init__(self, view: StoreView | None, now: datetime, *, terminal: str = "Till 1") -> None:
        self._terminal_id = sample_id(f"terminal {terminal}")
        self._feed = FakeFeed(view, now)
        self._approvals = FakeApprovals(self._feed, SAMPLE_PIN)
        self._selling = FakeSelling(self._feed, self._approvals)
        self._kitchen = FakeKitchen(self._feed)
        self._stock = FakeStock(self._feed)
        self._reviews = FakeReviews(self._feed)
        self._staff = FakeDoor(self._feed, self._terminal_id)
        self._printing = FakePrinting(self._feed, self._terminal_id)
        self._reports = FakeReports(self._feed)
        self._policies = FakePolicies(self._feed, self._approvals)
        self._catalogue = FakeCatalogue(self._feed, self._approvals, self._policies)
        self._quality = FakeQuality(self._feed, self._approvals, self._catalogue)
        self._allergens = FakeAllergens(self._feed, self._selling, self._approvals)
        self._tasks = FakeTasks(self._feed, self._terminal_id)
        self._guests = FakeGuests(self._feed)
        self._forecasts = FakeForecasts(self._feed)
        self._complaints = FakeComplaints(self._feed, self._guests, self._terminal_id)
        self._vouchers = FakeVouchers(
            self._feed, self._selling, self._complaints, self._terminal_id
        )
        self.coupons = FakeCoupons(self._feed)
        self._competitors = FakeCompetitors(self._feed)
        self._choices = FakeChoices(self._feed, self._approvals)
        self.sizes = FakeSizes(self._feed, self._approvals)
        self.tools = FakeTools(self._feed)
        self.trainings = FakeTrainings(self._feed)
        self._holds = FakeHolds(self._feed)
        self._decisions = FakeDecisions(self._feed)
        self._records = FakeRecords(self._feed)
        self._refunds = FakeRefunds(self._feed, self._approvals)

    @property
    def feed(self) -> FakeFeed:
        return self._feed

    @property
    def terminal_id(self) -> UUID:
        return self._terminal_id

    @property
    def selling(self) -> FakeSelling:
        return self._selling

    @property
    def choices(self) -> FakeChoices:
        return self._choices

    @property
    def decisions(self) -> FakeDecisions:
        return self._decisions

    @property
    def holds(self) -> FakeHolds:
        return self._holds

    @property
    def records(self) -> FakeRecords:
        return self._records

    @property
    def refunds(self) -> FakeRefunds:
        return self._refunds

    @property
    def kitchen(self) -> FakeKitchen:
        return self._kitchen

    @property
    def reviews(self) -> FakeReviews:
        return self._reviews

    @property
    def stock(self) -> FakeStock:
        return self._stock

    @property
    def staff(self) -> FakeDoor:
        return self._staff

    @property
    def printing(self) -> FakePrinting:
        return self._printing

    @property
    def reports(self) -> FakeReports:
        return self._reports

    @property
    def catalogue(self) -> FakeCatalogue:
        return self._catalogue

    @property
    def approvals(self) -> FakeApprovals:
        return self._approvals

    @property
    def allergens(self) -> FakeAllergens:
        return self._allergens

    @property
    def policies(self) -> FakePolicies:
        return self._policies

    @property
    def tasks(self) -> FakeTasks:
        return self._tasks

    @property
    def competitors(self) -> FakeCompetitors:
        return self._competitors

    @property
    def quality(self) -> FakeQuality:
        return self._quality

    @property
    def forecasts(self) -> FakeForecasts:
        return self._forecasts

    @property
    def guests(self) -> FakeGuests:
        return self._guests

    @property
    def complaints(self) -> FakeComplaints:
        return self._complaints

    @property
    def vouchers(self) -> FakeVouchers:
        return self._vouchers

    async def aclose(self) -> None:
        """Nothing to end."""

    def fail_next(self, error: Exception, *, after: bool = False) -> None:
        """The next call raises `error`: before anything is done, or `after` it was done."""
        self._feed.fail_next(error, after=after)

    def set_status(self, status: LinkStatus) -> None:
        """The link changes, e.g. `LinkStatus(LinkState.LOST, None, now)`."""
        self._feed.set_status(status)

    def lose_link(self) -> None:
        """The store does not answer any more."""
        self.set_status(LinkStatus(LinkState.LOST, None, self._feed.now()))

    def advance(self, seconds: float) -> None:
        """Move the server's clock forward; nobody is told, as in life."""
        self._feed.advance(seconds)
