"""FakeStore: the whole of ports.Store in memory, and the sample view to start it with."""

from collections.abc import Coroutine
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from app.domain.catalog import PortionConfiguration, Product
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.receipt import PrintJob, PrintState
from app.domain.ticket import Service
from app.services.offers import derive_offers
from app.services.ports import (
    ConversionYield,
    CutCount,
    DayReport,
    DayTotal,
    DiscountSum,
    HourSales,
    LinkState,
    LinkStatus,
    NewProduct,
    PriceChange,
    QualityMean,
    RefundSum,
    WasteCount,
)
from app.services.ports import ProductSales as Sales
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity, StoreView
from tests.support.fake_allergens import FakeAllergens
from tests.support.fake_approvals import FakeApprovals, FakePolicies
from tests.support.fake_choices import FakeChoices, FakeDecisions, FakeHolds
from tests.support.fake_competitors import FakeCompetitors
from tests.support.fake_complaints import FakeComplaints
from tests.support.fake_feed import FakeFeed
from tests.support.fake_forecasts import FakeForecasts
from tests.support.fake_guests import FakeGuests
from tests.support.fake_kitchen import FakeKitchen, FakeStock
from tests.support.fake_quality import FakeQuality
from tests.support.fake_refunds import FakeRefunds
from tests.support.fake_reviews import FakeReviews
from tests.support.fake_selling import FakeSelling
from tests.support.fake_sizes import FakeSizes
from tests.support.fake_tasks import FakeTasks
from tests.support.fake_tools import FakeTools
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

SAMPLE_PIN = "1234"
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


def sample_view(now: datetime) -> StoreView:
    """The sample store at work: stock, a paid ticket in the kitchen and an open one at Till 2."""
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


class FakeDoor:
    """Implements ports.StaffDoor: everybody's PIN is 1234."""

    def __init__(self, feed: FakeFeed, terminal_id: UUID) -> None:
        self._feed = feed
        self._terminal_id = terminal_id

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        def work() -> Session:
            staff = self._feed.known.staff.get(staff_id)
            if staff is None or not staff.active or pin != SAMPLE_PIN:
                raise Refused(RefusalCode.WRONG_PIN)
            return Session(new_id(), staff.id, staff.name, staff.role, self._terminal_id)

        return self._feed.run(None, work)

    async def sign_out(self, session: Session) -> None:
        self._feed.run(None, lambda: None)


class FakePrinting:
    """Implements ports.PrintQueue for the register of one terminal."""

    def __init__(self, feed: FakeFeed, terminal_id: UUID) -> None:
        self._feed = feed
        self._terminal_id = terminal_id

    async def queue_label(
        self, session: Session, *, request: UUID, portion_id: UUID, price_minor: int | None
    ) -> None:
        view = self._feed.known
        portion = view.portions[portion_id]
        product, whole = view.products[portion.product_id], view.wholes[portion.whole_id]
        stated = portion.allergens if portion.allergens is not None else product.allergens or ()
        label = {
            "name": product.name, "code": portion.code,
            "batch": whole.lot_number or whole.code, "allergens": sorted(stated),
            "cut_at": portion.cut_at.isoformat(), "sell_by": portion.expires_at.isoformat(),
            "price_minor": price_minor,
        }  # fmt: skip
        register = view.terminals[self._terminal_id].register or ""
        job = PrintJob(new_id(), None, register, False, PrintState.QUEUED, 0, None, label)
        self._feed.run(request, lambda: self._feed.put((Entity.PRINT_JOB, job.id, job)))

    async def claim_job(self) -> UUID | None:
        def work() -> UUID | None:
            register = self._feed.known.terminals[self._terminal_id].register
            for job in self._feed.known.print_jobs.values():
                waiting = job.state in (PrintState.QUEUED, PrintState.FAILED)
                if job.register == register and waiting:
                    taken = replace(job, state=PrintState.PRINTING, attempts=job.attempts + 1)
                    self._feed.put((Entity.PRINT_JOB, job.id, taken))
                    return job.id
            return None

        return self._feed.run(None, work)

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        def work() -> None:
            state = PrintState.FAILED if error else PrintState.DONE
            job = replace(self._feed.known.print_jobs[job_id], state=state, error=error)
            self._feed.put((Entity.PRINT_JOB, job_id, job))

        self._feed.run(None, work)


class FakeReports:
    """Implements ports.Reports with a steady made-up history."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def day(self, day: date) -> DayReport:
        return self._feed.run(None, lambda: self._day(day))

    async def days(self, first: date, last: date) -> tuple[DayTotal, ...]:
        def work() -> tuple[DayTotal, ...]:
            count = (last - first).days + 1
            return tuple(self._total(first + timedelta(days=index)) for index in range(count))

        return self._feed.run(None, work)

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        monday = last - timedelta(days=last.weekday())
        return self._feed.run(
            None,
            lambda: tuple(
                ConversionYield(each.id, each.name, monday - timedelta(weeks=ago), 80, 76 - ago)
                for ago in (1, 0)
                for each in self._portioned()
            ),
        )

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        def work() -> tuple[PriceChange, ...]:
            now = self._feed.now()
            return (
                PriceChange(now - timedelta(minutes=20), 10_500, 9_200, "quality", "1/1", "Till 1"),
                PriceChange(now - timedelta(hours=2), None, 10_500, "base", "1/1", "Till 1"),
            )

        return self._feed.run(None, work)

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        causes = ("expired", "dropped")
        return self._feed.run(
            None,
            lambda: tuple(
                WasteCount(each.id, each.name, last - timedelta(days=ago), causes[ago % 2], 3)
                for ago in range(min(7, (last - first).days + 1))
                for each in self._portioned()
            ),
        )

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        return self._feed.run(
            None,
            lambda: tuple(
                CutCount(each.id, each.name, last - timedelta(days=ago), 24 + 8 * (ago % 2))
                for ago in range(min(7, (last - first).days + 1))
                for each in self._portioned()
            ),
        )

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        return self._feed.run(
            None,
            lambda: (
                DiscountSum("quality", "", "Four cheese", "Nok", last, 9, 13_500),
                DiscountSum("promotion", "Coffee and cake", "Carrot cake", "Nok", last, 4, 6_000),
            ),
        )

    async def refunds(self, first: date, last: date) -> tuple[RefundSum, ...]:
        return self._feed.run(
            None,
            lambda: (
                RefundSum("Not as it should be", "Four cheese", "Nok", last, 3, 26_700),
                RefundSum("Waited too long", "Espresso", "Somchai", last, 1, 5_500),
            ),
        )

    async def quality(self, first: date, last: date) -> QualityMean:
        return self._feed.run(None, lambda: QualityMean(8_640 * 210, 210))

    def _portioned(self) -> list[Product]:
        return [each for each in self._feed.known.products.values() if each.configurations]

    def _total(self, day: date) -> DayTotal:
        receipts = 60 + day.toordinal() % 7 * 9
        return DayTotal(day, receipts * 21_400, receipts, receipts * 2, receipts // 10)

    def _day(self, day: date) -> DayReport:
        total = self._total(day)
        shares = {11: 1, 12: 4, 13: 3, 14: 1, 17: 2, 18: 4, 19: 3, 20: 2}
        by_hour = tuple(
            HourSales(hour, total.receipts * n // 20, total.portions_sold * n // 20,
                      total.total_minor * n // 20)
            for hour, n in shares.items()
        )  # fmt: skip
        products = [each for each in self._feed.known.products.values() if each.active][:8]
        by_product = tuple(
            Sales(each.id, each.name, 30 - 3 * rank, (30 - 3 * rank) * each.base_price_minor)
            for rank, each in enumerate(products)
        )
        return DayReport(
            day=day,
            receipts=total.receipts,
            portions_sold=total.portions_sold,
            total_minor=total.total_minor,
            tax_minor=total.total_minor * 7 // 107,
            saved_minor=total.receipts * 300,
            portions_wasted=total.portions_wasted,
            portions_cut=total.portions_sold + total.portions_wasted,
            waste_cost_minor=total.portions_wasted * 3_500,
            median_service_s=214.0,
            by_hour=by_hour,
            by_product=by_product,
        )


class FakeCatalogue:
    """Implements ports.Catalogue for the plain cases."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        self._feed.run(
            request, lambda: self._feed.put((Entity.PRODUCT, product.id, self._row(product)))
        )

    def _row(self, new: NewProduct) -> Product:
        known = self._feed.known.products.get(new.id)
        if not 1 <= len(new.name.strip()) <= 200:
            raise Refused(RefusalCode.BAD_TEXT, "name")
        limit_s = new.after_cut_limit_s
        ways = sorted(new.configurations, key=lambda way: way.portions_per_whole)
        return Product(
            id=new.id,
            code_prefix=known.code_prefix if known else new.name[:1].upper(),
            name=new.name.strip(),
            category_id=new.category_id,
            kind=new.kind,
            base_price_minor=new.base_price_minor,
            whole_price_minor=new.whole_price_minor,
            cost_minor=new.cost_minor,
            tax_rate_bp=new.tax_rate_bp,
            allergens=new.allergens,
            station_id=new.station_id,
            after_cut_limit=timedelta(seconds=limit_s) if limit_s else None,
            quality=new.quality,
            configurations=tuple(
                PortionConfiguration(
                    way.id, new.id, way.name, way.portions_per_whole, way.standard_weight_mg,
                    way.is_default, way.approval_id, way.per_row,
                )
                for way in ways
            ),
            active=new.active,
            base_unit=new.base_unit,
            min_portion_bp=new.min_portion_bp,
            max_portion_bp=new.max_portion_bp,
            size=new.size,
            tool_id=new.tool_id,
            checklist=new.checklist,
            preparations=new.preparations,
            preparation_s=new.preparation_s,
        )  # fmt: skip


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
        self._catalogue = FakeCatalogue(self._feed)
        self._policies = FakePolicies(self._feed, self._approvals)
        self._quality = FakeQuality(self._feed, self._approvals)
        self._allergens = FakeAllergens(self._feed, self._selling, self._approvals)
        self._tasks = FakeTasks(self._feed, self._terminal_id)
        self._guests = FakeGuests(self._feed)
        self._forecasts = FakeForecasts(self._feed)
        self._complaints = FakeComplaints(self._feed, self._guests, self._terminal_id)
        self._competitors = FakeCompetitors(self._feed)
        self._choices = FakeChoices(self._feed, self._approvals)
        self.sizes = FakeSizes(self._feed, self._approvals)
        self.tools = FakeTools(self._feed)
        self._holds = FakeHolds(self._feed)
        self._decisions = FakeDecisions(self._feed)
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
