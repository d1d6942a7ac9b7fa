"""What services and screens need of the world, by concern. `app/data` holds the adapters.

Every changing call takes a `request` id made by the terminal (UUIDv7): repeating a call with the
same id returns the first result and changes nothing. Calls raise `Refused` (nothing was changed),
`StoreUnreachable` (certainly not done) or `OutcomeUnknown`. All run on the caller's (Qt) loop.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from app.domain.calibration import Calibration
from app.domain.catalog import BaseUnit, ProductKind, QualityModel
from app.domain.inspection import Inspection, Outcome, Prediction, Seen
from app.domain.people import Role, Session
from app.domain.portion import Grade
from app.domain.portion_check import ReviewOutcome
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.competitors import CompetitorPrice
from app.domain.prices.inputs import PriceInputs
from app.domain.ticket import Service
from app.services.guest_ports import Complaints, Guests
from app.services.order_ports import Choices, Decisions, Holds
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
    reason: str = ""
    """Why it would be this one: a ChoiceReason, or `by_hand`."""
    score_milli: int | None = None
    sell_first: bool = False
    price_inputs: PriceInputs | None = None
    fallback: bool = False
    """Whether it is the last valid price, while somebody has to correct the product's."""


@dataclass(frozen=True, slots=True)
class LinePrice:
    """One line of an order as it shall be. `own` is the price by itself, `price` the one in the
    order's groups; a line id that is not known splits a plain line, quantity 0 ends one."""

    line_id: UUID
    product_id: UUID
    quantity: int
    own: Price
    price: Price
    price_inputs: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PriceMove:
    """An automatic step of a portion on sale, as one terminal saw it."""

    portion_id: UUID
    old_minor: int
    new_minor: int
    reason: PriceReason


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

    async def reprice(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        rules: str,
        coupons: Sequence[str],
        order_inputs: Mapping[str, Any] | None,
        lines: Sequence[LinePrice],
    ) -> int:
        """Put an open order under the rules in force; returns its total. Lines only ever fall.

        Refused: PRICES_CHANGED where other rules are in force by now, BAD_PRICE, BUDGET_SPENT.
        """

    async def discount_line(
        self,
        session: Session,
        *,
        request: UUID,
        line_id: UUID,
        off_minor: int,
        reason: str,
        approval_id: UUID | None,
    ) -> None:
        """Take `off_minor` off each piece of a line, once (`discount_subject` is the approval's).

        Refused: APPROVAL_NEEDED (detail: the action), BAD_PRICE below cost, NOT_PERMITTED.
        """

    async def log_prices(self, *, request: UUID, changes: Sequence[PriceMove]) -> None:
        """Write automatic steps down; those that another terminal saw too count once."""

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
        """Serve all verified lines. Refused: NOT_READY, PORTION_EXPIRED, CHECKPOINT_MISSING (a lot
        owes a step, or a portion must be seen first); details: codes.
        """

    async def recall_ticket(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """Bring a served ticket back (undo and recall); its portions are committed again."""

    async def replace_line(
        self, session: Session, *, request: UUID, line_id: UUID, candidates: Sequence[Candidate]
    ) -> UUID:
        """Swap a portion past its limit for the first free candidate; returns its id.

        The old portion is waste and the price stays. Refused: GONE, CHANGED (not past its limit).
        """


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured at a cut beside the weights; a list has one entry per portion.

    None in a list was not measured; `prepared_at` None is the moment of receiving.
    """

    tool_id: UUID | None = None
    surface_id: UUID | None = None
    angles_mdeg: tuple[int | None, ...] | None = None
    presentations: tuple[float | None, ...] | None = None
    prepared_at: datetime | None = None


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
        presentation: float | None,
        weights_mg: Sequence[int | None] | None = None,
        measured: Measures | None = None,
    ) -> tuple[UUID, ...]:
        """Cut into portions; returns their ids. What is off its standard waits for review.

        `presentation` is the quality score the portions begin with; without one they are not sold
        until `Reviews.score_whole`. Refused: ALREADY_CUT, BAD_PORTION_COUNT, WRONG_TOOL.
        """

    async def waste_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None: ...

    async def waste_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, cause: str
    ) -> None: ...

    async def record_temperature(
        self, *, request: UUID, holding_unit_id: UUID, temperature_mc: int
    ) -> None: ...


class Reviews(Protocol):
    """Portions that quality holds (docs/portions.md)."""

    async def fail_portion(
        self, session: Session, *, request: UUID, portion_id: UUID, cause: str
    ) -> None:
        """It failed its check: blocked for good, and its whole batch waits for a reviewer."""

    async def decide(
        self,
        session: Session,
        *,
        request: UUID,
        portion_ids: Sequence[UUID],
        outcome: ReviewOutcome,
        reason: str,
        markdown_bp: int = 0,
    ) -> None:
        """Release, mark down or waste held portions: all of these or none.

        Refused: NOT_PERMITTED (role; looks too poor to be sold), CHANGED (detail: codes that are
        not held, or not to be decided like this), BAD_TEXT without a reason, BAD_PRICE.
        """

    async def score_whole(
        self, session: Session, *, request: UUID, whole_id: UUID, score: float
    ) -> None:
        """Give a whole that was cut without a quality score its score."""


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


@dataclass(frozen=True, slots=True)
class PriceChange:
    """One change of a portion's price; `rules` are the versions it was worked out under."""

    at: datetime
    old_minor: int | None
    new_minor: int
    reason: str
    rules: str
    terminal: str


@dataclass(frozen=True, slots=True)
class WasteCount:
    """Portions wasted of one product, on one day, of one cause."""

    product_id: UUID
    name: str
    day: date
    cause: str
    wasted: int


@dataclass(frozen=True, slots=True)
class CutCount:
    """Portions produced of one product on one day."""

    product_id: UUID
    name: str
    day: date
    portions: int


@dataclass(frozen=True, slots=True)
class DiscountSum:
    """What one rule took off one product's sales of one person on one day.

    `reason` is a PriceReason; `rule` the name of the hours, the offer or the reason given by
    hand, empty for rules without a name.
    """

    reason: str
    rule: str
    product: str
    person: str
    day: date
    uses: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class QualityMean:
    """The scores (in thousandths, 0 to 10) of the portions sold whose score is known."""

    total_milli: int
    portions: int


class Reports(Protocol):
    """Read-only sums for the back office."""

    async def price_history(self, portion_id: UUID) -> tuple[PriceChange, ...]:
        """Every change of one portion's price, newest first."""

    async def waste(self, first: date, last: date) -> tuple[WasteCount, ...]:
        """Portions wasted per product, day and cause (KPI-02), newest day first."""

    async def cut(self, first: date, last: date) -> tuple[CutCount, ...]:
        """Portions produced per product and day (KPI-02), newest day first."""

    async def discounts(self, first: date, last: date) -> tuple[DiscountSum, ...]:
        """What was taken off, by rule, product, person and day, as the sale lines say (BR-10.6)."""

    async def quality(self, first: date, last: date) -> QualityMean:
        """How good the portions sold in the period were (KPI-01)."""

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
    approval_id: UUID | None = None
    """For PORTION_LIMITS {"configuration_id", "portions"}, when the count is outside them."""


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
    size: str | None = None
    tool_id: UUID | None = None
    checklist: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class SanitationEntry:
    """One entry of the sanitation log; `category` is what was on it, None when it was clean."""

    equipment_id: UUID
    equipment_name: str
    method: str
    at: datetime
    category: tuple[str, ...] | None
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class PortionFacts:
    """What the store knows of a portion, also after it was served."""

    code: str
    batch: str
    cut_at: datetime
    expires_at: datetime
    allergens: tuple[str, ...]
    ingredients: str = ""


@dataclass(frozen=True, slots=True)
class NewSurface:
    """A cutting surface to save. Tools are kept with the cutting tools."""

    id: UUID
    code: str
    name: str
    station_id: UUID | None
    active: bool = True


class Allergens(Protocol):
    """What guests avoid, clean tools, and incidents (docs/allergens.md)."""

    async def set_avoidance(
        self,
        session: Session,
        *,
        request: UUID,
        ticket_id: UUID,
        service: Service,
        codes: Iterable[str],
        withdrawn: bool,
    ) -> None:
        """Replace the order's list; opens the ticket if need be.

        Refused: ALLERGEN_CONFLICT when something would leave the list and the cashier has not
        confirmed that the guest withdrew it (`withdrawn`, recorded).
        """

    async def add_to_lot(
        self, session: Session, *, request: UUID, whole_id: UUID, codes: Iterable[str]
    ) -> None:
        """The lot contains more than its recipe says: for good, on every portion of it."""

    async def start_cutting(
        self,
        session: Session,
        *,
        request: UUID,
        job_id: UUID,
        whole_id: UUID,
        tool_id: UUID | None,
        surface_id: UUID | None,
    ) -> None:
        """Open a job that others at the station see. Refused: CROSS_CONTACT, QUARANTINED."""

    async def abandon_cutting(self, session: Session, *, request: UUID, job_id: UUID) -> None: ...

    async def log_sanitation(
        self, session: Session, *, request: UUID, equipment_id: UUID, method: str
    ) -> None:
        """Confirm that it was sanitised now. Refused: BAD_TEXT, CHANGED (in use)."""

    async def save_surface(
        self, session: Session, *, request: UUID, surface: NewSurface
    ) -> None: ...

    async def state_ingredients(
        self, session: Session, *, request: UUID, product_id: UUID, text: str
    ) -> None:
        """What a product is made of, in words, for lots that come in from now on."""

    async def report_incident(
        self, session: Session, *, request: UUID, incident_id: UUID, whole_id: UUID, note: str
    ) -> None:
        """Block the lot and all lots that shared its equipment; open the task."""

    async def release_incident(
        self,
        session: Session,
        *,
        request: UUID,
        incident_id: UUID,
        outcome: str,
        approval_id: UUID,
    ) -> None:
        """Put its lots back on sale; the approval is for ALLERGEN_RELEASE {"incident": id}."""

    async def lot_of(self, code: str) -> UUID:
        """The whole with this code, or that of the portion. Refused: UNKNOWN_ITEM."""

    async def facts(self, portion_id: UUID) -> PortionFacts:
        """Of any portion that ever was, taken from its own lot. Refused: UNKNOWN_ITEM."""

    async def sanitations(self, limit: int = 200) -> tuple[SanitationEntry, ...]:
        """The log, newest first."""


class Quality(Protocol):
    """Looking at food, and what follows from it (docs/quality.md, docs/shelf-life.md)."""

    async def record_inspection(
        self,
        session: Session,
        *,
        request: UUID,
        inspection_id: UUID,
        portion_id: UUID,
        seen: Seen,
        prediction: Prediction,
        candidates: Sequence[Candidate] = (),
    ) -> Outcome:
        """Write it down; the score is the portion's own at once, and what failed leaves sale.

        The first free one of `candidates` takes a failed portion's place on its order, price kept.
        Refused: CHECKPOINT_MISSING (detail: the skipped step), BAD_TEXT (a failure without cause),
        BAD_QUANTITY, CHANGED (served, wasted or sold meanwhile).
        """

    async def extend_life(
        self, session: Session, *, request: UUID, whole_id: UUID, until_s: int, approval_id: UUID
    ) -> None:
        """Move the lot's quality limit to `until_s` (Unix seconds), once.

        The approval is for QUALITY_EXTENSION with the subject {"whole_id", "until_s"}.
        Refused: EXTENSION_REFUSED (detail: the fault's name), APPROVAL_NEEDED, APPROVAL_INVALID.
        """

    async def waste_portions(
        self, session: Session, *, request: UUID, portion_ids: Sequence[UUID], cause: str
    ) -> None:
        """Book all of them as waste, or none. Refused: CHANGED (detail: codes on an order)."""

    async def record_reading(
        self,
        *,
        request: UUID,
        holding_unit_id: UUID,
        sensor: str,
        at: datetime,
        temperature_mc: int,
    ) -> str | None:
        """A sensor's reading with its own time. Returns what was merged or put in its place by the
        name of app.domain.readings.Finding. Refused: BAD_READING (impossible, future).
        """

    async def adopt_curve(
        self, session: Session, *, request: UUID, product_id: UUID, holding_unit_id: UUID
    ) -> None:
        """Put the learned curve in force. Refused: NOT_READY with too few inspections."""

    async def reset_watch(self, session: Session, *, request: UUID, subject_id: UUID) -> None:
        """End the watch on a product or holding unit."""

    async def check_effect(
        self, session: Session, *, request: UUID, task_id: UUID, finding: str
    ) -> None:
        """Write down whether an improvement did any good."""

    async def inspections(self, since: datetime) -> tuple[Inspection, ...]:
        """Newest first; back office."""

    async def calibrations(self) -> "tuple[tuple[Calibration, float], ...]":
        """Each with ln of the Weibull scale that it began with; back office."""


@dataclass(frozen=True, slots=True)
class SeenPrice:
    """A competitor's price as it was recorded."""

    id: UUID
    price: CompetitorPrice
    recorded_by: str


class Competitors(Protocol):
    """What other shops were seen to charge (POS-R1.3)."""

    async def record(
        self, session: Session, *, request: UUID, prices: Sequence[CompetitorPrice]
    ) -> int:
        """All of them or none; returns how many.

        Refused: BAD_PRICE (detail: numbers of the faulty rows), NOT_PERMITTED.
        """

    async def strike(self, session: Session, *, request: UUID, price_id: UUID) -> None:
        """Let a wrong one count no more. Refused: CHANGED when it does not count already."""

    async def seen(self, since: date, most: int = 300) -> tuple[SeenPrice, ...]:
        """The newest `most` of those seen on `since` or later, newest first."""

    async def sums(self, since: date) -> Mapping[UUID, tuple[int, int]]:
        """By product: how many were seen on `since` or later, and their sum in minor units."""


class Store(Protocol):
    """Everything a program has of its store; built in bootstrap."""

    @property
    def feed(self) -> StoreFeed: ...
    @property
    def terminal_id(self) -> UUID: ...
    @property
    def selling(self) -> Selling: ...
    @property
    def choices(self) -> Choices: ...
    @property
    def holds(self) -> Holds: ...
    @property
    def decisions(self) -> Decisions: ...
    @property
    def kitchen(self) -> Kitchen: ...
    @property
    def stock(self) -> Stock: ...
    @property
    def reviews(self) -> Reviews: ...
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
    @property
    def guests(self) -> Guests: ...
    @property
    def complaints(self) -> Complaints: ...
    @property
    def allergens(self) -> Allergens: ...
    @property
    def quality(self) -> Quality: ...
    @property
    def competitors(self) -> Competitors: ...
