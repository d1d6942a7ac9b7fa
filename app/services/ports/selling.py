"""The till's actions, and what they carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.people import Session
from app.domain.portion import Grade
from app.domain.price import Price, PriceReason, PriceStep
from app.domain.prices.inputs import PriceInputs
from app.domain.ticket import Service


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
    prefers: tuple[str, ...] = ()
    """The guest's preferences that counted in the choice, so that it can be replayed."""


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
    score_milli: int | None = None
    """With the next two, only where grade, time or pace brought the price down: it rests then."""
    left_s: int | None = None
    pace_milli: int = 1_000


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
        """Take the first candidate still free. Refused: GONE, OFF_SALE, PORTION_EXPIRED,
        BAD_PRICE.
        """

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

    async def prepare_line(
        self, session: Session, *, request: UUID, line_id: UUID, options: Sequence[str], note: str
    ) -> None:
        """What the guest asks for with a line, in place of what was asked before.

        `options` are names of the product's list, priced now. Refused: UNKNOWN_ITEM (detail: an
        option that is not on it), BAD_TEXT (a note of more than 140 characters or several lines).
        """

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

    async def tell_prices(self, session: Session, *, request: UUID, ticket_id: UUID) -> None:
        """The guest of an open order was told why something costs more: kept with the order."""

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

    async def keep_last_prices(self, *, request: UUID, prices: Mapping[UUID, Price | None]) -> None:
        """Tell the last valid prices of portions that have none now, None where it is not known.

        The store keeps the first word for each, or what the price history has.
        """

    async def reprint(self, session: Session, *, request: UUID, receipt_id: UUID) -> None:
        """Queue the receipt again, marked COPY."""
