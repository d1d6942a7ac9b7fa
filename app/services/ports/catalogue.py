"""Products, and what other shops ask for theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from app.domain.catalog import BaseUnit, Preparation, ProductKind, QualityModel
from app.domain.people import Session
from app.domain.prices.competitors import CompetitorPrice


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
    per_row: int | None = None
    """Portions side by side in a sheet or a loaf; None for a round whole."""


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
    preparations: tuple[Preparation, ...] = ()
    preparation_s: int | None = None
    whole_price_minor: int | None = None
    """The whole's price; the store then works `base_price_minor` out of it."""
    whole_of_id: UUID | None = None
    curve_approval_id: UUID | None = None
    """For POLICY_CHANGE of the curve (`product_curve.curve_subject`) while it is on sale."""


class Catalogue(Protocol):
    """Back-office catalogue edits, under the manager's own database role."""

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        """Create or change a product with all its ways of cutting.

        Refused with every faulty field in the detail, comma separated: PRODUCT_INCOMPLETE
        (missing or not possible), or BAD_PRICE, BAD_PORTION_COUNT, BAD_CONFIGURATION, BAD_TEXT,
        BAD_QUANTITY, UNKNOWN_ITEM where that is all there is. CHANGED (detail: kind) while there
        is stock of a product that would become another kind.
        """


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
