"""One guest order with its lines: what POS, KDS and customer display show of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.catalog import Preparation
from app.domain.portion import Grade
from app.domain.price import Price, PriceReason, PriceStep


class TicketState(StrEnum):
    """Open while it is being composed; paid at the counter; closed when all is handed over."""

    OPEN = "open"
    PAID = "paid"
    CLOSED = "closed"
    VOIDED = "voided"


class Service(StrEnum):
    """How the guest gets the food."""

    COUNTER = "counter"
    TAKEAWAY = "takeaway"
    TABLE = "table"


class KitchenState(StrEnum):
    """Kitchen progress of one line; `none` for goods that no station prepares."""

    NONE = "none"
    QUEUED = "queued"
    VERIFIED = "verified"
    SERVED = "served"


@dataclass(frozen=True, slots=True)
class TicketLine:
    """One line. A portion line has `quantity` 1 and names its portion; a plain line does not.

    `unit_price_minor` was frozen at reservation; `breakdown` sums from base to that price.
    """

    id: UUID
    ticket_id: UUID
    position: int
    product_id: UUID
    name: str
    portion_id: UUID | None
    portion_code: str | None
    holding_unit_name: str | None
    place: str | None
    weight_mg: int | None
    grade: Grade | None
    allergens: tuple[str, ...]
    quantity: int
    base_price_minor: int
    unit_price_minor: int
    breakdown: tuple[PriceStep, ...]
    tax_rate_bp: int
    station_id: UUID | None
    kitchen_state: KitchenState
    verified_at: datetime | None
    verified_temperature_mc: int | None
    served_at: datetime | None
    voided: bool
    price_inputs: Mapping[str, Any] | None = None
    """What its own price was worked out from (`PriceInputs.to_map`); None for an old line."""
    own_breakdown: tuple[PriceStep, ...] | None = None
    """The steps before an order promotion or a reduction by hand; None where there is neither."""
    quoted_minor: int | None = None
    """The price of a piece when it was added; None for an old line."""
    choice_reason: str = ""
    """Why this portion (allocation.answer.ChoiceReason, or `by_hand`); empty for other goods."""
    former_code: str | None = None
    """The portion that was in its place before."""
    former_reason: str = ""
    """Why that one was replaced: a SwapReason, `upgrade` or a DegradationReason."""
    upgrade_answer: str = ""
    """`accepted` or `declined` once a better grade was offered; it is offered once."""
    lapsed: bool = False
    """Voided because its hold ran out."""
    asked_mg: int | None = None
    """The guest's own size; until `size_approved_by` it waits, and `weight_mg` is the portion's."""
    size_parts: tuple[tuple[str, int], ...] | None = None
    """What is cut from which neighbours for it: (code, milligrams)."""
    offcut_mg: int = 0
    """What is cut off its own portion for it."""
    size_approved_by: UUID | None = None

    @property
    def size_waits(self) -> bool:
        """Whether the order cannot be paid before somebody allows the line's size."""
        return self.asked_mg is not None and self.size_approved_by is None

    preparations: tuple[Preparation, ...] = ()
    """What the guest asked for with it, at the price of that moment."""
    extras_minor: int = 0
    """What `preparations` add to each piece; no rule moves it."""
    note: str = ""

    refunded_minor: int = 0
    """What was paid back of it (docs/refunds.md)."""
    refunded_quantity: int = 0
    waits_since: datetime | None = None
    """Its portion fell and the guest waits for a new whole."""
    checked_at: datetime | None = None
    """When the portion that it has now passed its verification (docs/verification.md)."""
    failed_checks: int = 0
    """How many of its portions failed that in a row."""
    reselected_code: str | None = None
    """The portion selected for one that failed it: no remake, the ticket keeps its place."""
    taken_back_at: datetime | None = None
    """Given back by the guest, or paid back before it was handed over: nothing is left to do."""

    @property
    def off_the_list(self) -> bool:
        """Whether nothing is to be made or handed over of it: voided, or taken back."""
        return self.voided or self.taken_back_at is not None

    @property
    def amount_minor(self) -> int:
        """What the guest pays for this line, tax included; 0 once voided."""
        return 0 if self.voided else self.quantity * (self.unit_price_minor + self.extras_minor)

    @property
    def at_base_minor(self) -> int:
        """What the line would cost at its base price; its size and extras count as asked for."""
        sizes = (s.amount_minor for s in self.breakdown if s.reason is PriceReason.SIZE)
        return self.quantity * (self.base_price_minor + sum(sizes) + self.extras_minor)

    @property
    def standard_minor(self) -> int:
        """What a piece costs before a size of the guest's own: what other portions are held to."""
        sizes = (s.amount_minor for s in self.breakdown if s.reason is PriceReason.SIZE)
        return self.unit_price_minor - sum(sizes)

    @property
    def own_price(self) -> Price:
        """The price of a piece by itself: without order promotions and reductions by hand."""
        steps = self.breakdown if self.own_breakdown is None else self.own_breakdown
        return Price(sum(step.amount_minor for step in steps), steps)

    @property
    def by_hand(self) -> bool:
        """Whether a person, points or a size of its own made its price: rules leave it alone."""
        by_hand = (PriceReason.MANUAL, PriceReason.LOYALTY, PriceReason.SIZE)
        return self.asked_mg is not None or any(step.reason in by_hand for step in self.breakdown)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket without its lines; lines are looked up by `ticket_id` in the store view."""

    id: UUID
    number: int
    terminal_id: UUID
    staff_id: UUID
    service: Service
    state: TicketState
    opened_at: datetime
    held_until: datetime | None
    paid_at: datetime | None
    promised_at: datetime | None
    acknowledged_at: datetime | None
    served_at: datetime | None
    total_minor: int
    tendered_minor: int | None
    change_minor: int | None
    receipt_id: UUID | None
    price_rules: str | None = None
    """The versions of the rules its prices were last looked at under; None for an old ticket."""
    coupons: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    """Allergens that the guest named: nothing with them is sold on this ticket."""
    parked_at: datetime | None = None
    """Put aside while the till serves somebody else; its hold runs on."""
    parked_as: str = ""
    hold_prolonged: bool = False
    customer_id: UUID | None = None
    """The guest, a number that only the store can resolve; None for an anonymous sale."""
    points_earned: int | None = None
    delayed_from: datetime | None = None
    """The time promised first, once a replacement made it later."""
    delayed_at: datetime | None = None
    invited: bool = False
    """Whether the display may ask the guest to join the feedback programme, once."""
    voucher_minor: int = 0
    """What of its total vouchers paid."""
    replaces_id: UUID | None = None
    """The order it makes good, at 0.00 and first in the kitchen; None for a sale."""
    told_minor: int | None = None
    """What it came to when the guest was told why something costs more; None: not told."""
