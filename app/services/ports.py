"""What services and screens need of the world, by concern. `app/data` holds the adapters.

Every changing call takes a `request` id made by the terminal (UUIDv7): repeating a call with the
same id returns the first result and changes nothing. Calls raise `Refused` (nothing was changed),
`StoreUnreachable` (certainly not done) or `OutcomeUnknown`. All run on the caller's (Qt) loop.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from app.domain.catalog import BaseUnit, ProductKind, QualityModel
from app.domain.people import Role, Session
from app.domain.portion import Grade
from app.domain.price import PriceStep
from app.domain.ticket import Service
from app.services.store_view import Entity, StoreView


class LinkState(StrEnum):
    """How current the terminal's picture of the store is."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"  # no heartbeat for 1.5 s
    LOST = "lost"  # no heartbeat for 3 s: the screen says so, selling stops
    REFUSED = "refused"  # wrong credentials, or a newer schema than this program


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """`round_trip_ms` is the last heartbeat's; `detail` is a sentence for REFUSED, else empty."""

    state: LinkState
    round_trip_ms: float | None
    since: datetime
    detail: str = ""


Changes = Mapping[Entity, frozenset[UUID]]
"""Which rows differ from the previous view; empty after a fresh snapshot means 'everything'."""


class StoreFeed(Protocol):
    """The live picture. Listeners are called on the Qt thread, in order, never re-entrantly."""

    @property
    def view(self) -> StoreView | None:
        """None until the first snapshot arrived; afterwards the last known picture."""

    @property
    def status(self) -> LinkStatus: ...

    def now(self) -> datetime:
        """The store server's clock (UTC), estimated from the last heartbeat."""

    def on_view(self, listener: Callable[[StoreView, Changes], None]) -> Callable[[], None]:
        """Call `listener` after every fold; returns the function that unsubscribes it."""

    def on_status(self, listener: Callable[[LinkStatus], None]) -> Callable[[], None]: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A portion that would do, with the price that holds if this one is taken."""

    portion_id: UUID
    epoch: int
    grade: Grade
    unit_price_minor: int
    base_price_minor: int
    breakdown: tuple[PriceStep, ...]


@dataclass(frozen=True, slots=True)
class Reserved:
    """The portion that was taken, and until when (server clock)."""

    portion_id: UUID
    line_id: UUID
    reserved_until: datetime


@dataclass(frozen=True, slots=True)
class Paid:
    """A finished counter sale."""

    receipt_id: UUID
    receipt_number: int
    total_minor: int
    tendered_minor: int
    change_minor: int


class Selling(Protocol):
    """The till's stock and ticket actions. A ticket comes into being with its first line."""

    async def reserve_first(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        candidates: Sequence[Candidate],
    ) -> Reserved:
        """Take the first candidate still free. Refused: GONE, PORTION_EXPIRED, BAD_PRICE."""

    async def add_plain(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        line_id: UUID,
        service: Service,
        product_id: UUID,
        quantity: int,
    ) -> None: ...

    async def set_quantity(
        self, session: Session, *, request: UUID, line_id: UUID, quantity: int
    ) -> None:
        """Change a plain line's quantity (1–999). Refused: BAD_QUANTITY."""

    async def remove_line(self, session: Session, *, request: UUID, line_id: UUID) -> None:
        """Void the line and release its portion."""

    async def extend_hold(self, session: Session, *, request: UUID, ticket_id: UUID) -> datetime:
        """Start the hold anew; returns the new deadline."""

    async def void_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None: ...

    async def pay_cash(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        expected_total_minor: int,
        tendered_minor: int,
    ) -> Paid:
        """Pay, number the receipt, commit the portions, send to the kitchen and queue printing."""

    async def reprint(self, session: Session, *, request: UUID, receipt_id: UUID) -> None:
        """Queue the receipt again, marked COPY."""


class Kitchen(Protocol):
    """The kitchen's actions on paid tickets."""

    async def acknowledge(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """The screen has shown the ticket; called by the screen itself, once."""

    async def verify_line(
        self, session: Session, *, request: UUID, line_id: UUID, temperature_mc: int | None
    ) -> None:
        """Mark one line as verified. Refused: PORTION_EXPIRED (detail: codes), CHANGED."""

    async def unverify_line(self, session: Session, *, request: UUID, line_id: UUID) -> None: ...

    async def serve_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Serve all verified lines. Refused: NOT_READY, PORTION_EXPIRED (detail: codes)."""

    async def recall_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Bring a served ticket back (undo and recall); its portions are committed again."""

    async def replace_line(
        self, session: Session, *, request: UUID, line_id: UUID, candidates: Sequence[Candidate]
    ) -> UUID:
        """Swap a portion past its limit for the first free candidate; returns its id.

        The old portion is waste and the price stays. Refused: GONE, CHANGED (not past its limit).
        """


class Stock(Protocol):
    """Stock actions of kitchen and back office."""

    async def receive_wholes(
        self,
        session: Session,
        *,
        request: UUID,
        product_id: UUID,
        quantity: int,
        expires_at: datetime,
    ) -> tuple[UUID, ...]: ...

    async def cut_whole(
        self,
        session: Session,
        *,
        request: UUID,
        whole_id: UUID,
        configuration_id: UUID,
        portions: int,
        holding_unit_id: UUID,
        shelf: str,
        presentation: float,
        weights_mg: Sequence[int] | None = None,
    ) -> tuple[UUID, ...]:
        """Cut into portions; returns their ids. Refused: ALREADY_CUT, BAD_PORTION_COUNT."""

    async def waste_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None: ...

    async def waste_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, cause: str
    ) -> None: ...

    async def record_temperature(
        self, *, request: UUID, holding_unit_id: UUID, temperature_mc: int
    ) -> None: ...


class StaffDoor(Protocol):
    """Signing in and out."""

    async def sign_in(self, staff_id: UUID, pin: str) -> Session:
        """Refused: WRONG_PIN, PIN_DELAYED, PIN_LOCKED (detail: seconds)."""

    async def sign_out(self, session: Session) -> None: ...


class PrintQueue(Protocol):
    """The register's receipts on their way to paper."""

    async def claim_job(self) -> UUID | None:
        """Claim the oldest job of this terminal's register; None when there is none."""

    async def finish_job(self, job_id: UUID, *, error: str | None) -> None:
        """Report the outcome; an error puts the job back to `failed`, to be claimed again."""


@dataclass(frozen=True, slots=True)
class HourSales:
    """Sales of one local hour."""

    hour: int
    receipts: int
    portions: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class ProductSales:
    """Sales of one product in a period."""

    product_id: UUID
    name: str
    quantity: int
    total_minor: int


@dataclass(frozen=True, slots=True)
class DayReport:
    """One trading day (store's time zone). `waste_cost_minor` is at cost."""

    day: date
    receipts: int
    portions_sold: int
    total_minor: int
    tax_minor: int
    saved_minor: int
    portions_wasted: int
    portions_cut: int
    waste_cost_minor: int
    median_service_s: float | None
    by_hour: tuple[HourSales, ...]
    by_product: tuple[ProductSales, ...]
    portions_spoiled: int = 0
    """Of `portions_cut`: lost in the cutting itself, whenever it was written down (KPI-03)."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day of history for plots."""

    day: date
    total_minor: int
    receipts: int
    portions_sold: int
    portions_wasted: int


@dataclass(frozen=True, slots=True)
class ConversionYield:
    """What the conversions of one product gave in one week (from Monday, store's time zone)."""

    product_id: UUID
    name: str
    week: date
    expected: int
    good: int


class Reports(Protocol):
    """Read-only sums for the back office."""

    async def yields(self, first: date, last: date) -> tuple[ConversionYield, ...]:
        """Per product and week the wholes cut from `first` to `last` (KPI-03), by week and name."""

    async def day(self, day: date) -> DayReport: ...

    async def days(self, first: date, last: date) -> tuple[DayTotal, ...]: ...


@dataclass(frozen=True, slots=True)
class NewConfiguration:
    """One way of cutting to save; the id stays while it is the same way."""

    id: UUID
    name: str
    portions_per_whole: int
    standard_weight_mg: int | None
    is_default: bool


@dataclass(frozen=True, slots=True)
class NewProduct:
    """All of a product as the back office saves it; the store checks it again, whole.

    `allergens` empty is a statement, None is not. Sizes are in basis points of the standard
    portion. A product that is not `active` may still lack what it needs to be on sale.
    """

    id: UUID
    name: str
    kind: ProductKind
    base_unit: BaseUnit
    category_id: UUID | None
    base_price_minor: int
    cost_minor: int
    tax_rate_bp: int
    allergens: frozenset[str] | None
    station_id: UUID | None
    after_cut_limit_s: int | None
    quality: QualityModel | None
    min_portion_bp: int | None
    max_portion_bp: int | None
    configurations: tuple[NewConfiguration, ...]
    active: bool


class Catalogue(Protocol):
    """Back-office catalogue edits, under the manager's own database role."""

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        """Create or change a product with all its ways of cutting.

        Refused with every faulty field in the detail, comma separated: PRODUCT_INCOMPLETE
        (missing or not possible), or BAD_PRICE, BAD_PORTION_COUNT, BAD_CONFIGURATION, BAD_TEXT,
        BAD_QUANTITY, UNKNOWN_ITEM where that is all there is. CHANGED (detail: kind) while there
        is stock of a product that would become another kind.
        """


class Approvals(Protocol):
    """Overrides by a second person (docs/approvals.md)."""

    async def ask(
        self,
        session: Session,
        *,
        request: UUID,
        approval_id: UUID,
        action: str,
        subject: Mapping[str, Any],
        amount_minor: int | None,
        reason: str,
    ) -> None:
        """Put the question on every screen. Refused: BAD_TEXT without a reason."""

    async def approve_with_pin(
        self, session: Session, *, approval_id: UUID, staff_id: UUID, pin: str
    ) -> None:
        """The other person allows it at this screen.

        Refused: WRONG_PIN, PIN_DELAYED, PIN_LOCKED, NOT_PERMITTED, APPROVAL_INVALID.
        """

    async def decide(
        self, session: Session, *, request: UUID, approval_id: UUID, granted: bool, comment: str
    ) -> None:
        """Allow or refuse at one's own screen; whoever asked may withdraw (granted=False)."""


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One change of a policy, as it was made."""

    section: str
    version: int
    document: Mapping[str, Any]
    before: Mapping[str, Any] | None
    note: str
    changed_by: str
    approved_by: str
    at: datetime


class Policies(Protocol):
    """The rules as data: read in `StoreView.settings`, changed here."""

    async def change(
        self,
        session: Session,
        *,
        request: UUID,
        section: str,
        document: Mapping[str, Any],
        note: str,
        approval_id: UUID,
    ) -> int:
        """Put a new version of one section in force; returns its number.

        `section` is the field of StoreSettings ("pricing", "food.portions"); `document` is the
        policy as `policy_codec` writes it. The approval is for POLICY_CHANGE with the subject
        {"section", "document" without "version"}. Refused: APPROVAL_NEEDED, BAD_POLICY.
        """

    async def history(self, section: str) -> tuple[PolicyVersion, ...]:
        """Its changes, newest first."""


class Tasks(Protocol):
    """What somebody has to look at (docs/architecture.md)."""

    async def open(
        self,
        session: Session | None,
        *,
        request: UUID,
        task_id: UUID,
        kind: str,
        title: str,
        subject: Mapping[str, Any],
        owner: Role,
        due_s: int | None,
    ) -> UUID:
        """Open a task due in `due_s` seconds; None as session: the terminal noticed it by itself.

        Returns the task that is open for this kind and subject, which may be an earlier one.
        """

    async def close(self, session: Session, *, request: UUID, task_id: UUID, outcome: str) -> None:
        """Say what came of it. Refused: NOT_PERMITTED for other roles, CHANGED when it is done."""


class Store(Protocol):
    """Everything a program has of its store; built in bootstrap."""

    @property
    def feed(self) -> StoreFeed: ...
    @property
    def terminal_id(self) -> UUID: ...
    @property
    def selling(self) -> Selling: ...
    @property
    def kitchen(self) -> Kitchen: ...
    @property
    def stock(self) -> Stock: ...
    @property
    def staff(self) -> StaffDoor: ...
    @property
    def printing(self) -> PrintQueue: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def approvals(self) -> Approvals: ...
    @property
    def policies(self) -> Policies: ...
    @property
    def tasks(self) -> Tasks: ...
