"""What a shop sells: products, how they are cut, and where portions wait for sale."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID


class HoldingKind(StrEnum):
    """How a holding unit keeps food; decides the critical limits and the after-cut limit."""

    HOT = "hot"
    COLD = "cold"
    AMBIENT = "ambient"


class ProductKind(StrEnum):
    """Portioned products are sold as tracked portions, plain ones (drinks) by the piece."""

    PORTIONED = "portioned"
    PLAIN = "plain"


class BaseUnit(StrEnum):
    """What a product is counted in; portioned products only in eaches or wholes (BR-01.5)."""

    EACH = "each"
    WHOLE = "whole"
    SLICE = "slice"
    KILOGRAM = "kg"
    LITRE = "l"


class CutBy(StrEnum):
    """By what a category's portions are judged beside 85-115 %: their angle, or ±10 g."""

    ANGLE = "angle"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Category:
    """A group of products on the till; only portionable ones may hold portioned products."""

    id: UUID
    name: str
    position: int
    portionable: bool
    cut_by: CutBy | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """A work place in the kitchen or at the counter that receives its own share of tickets."""

    id: UUID
    name: str
    active_staff: int = 1
    """How many work there now; queued work is shared among them."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """Something a guest may ask for with a product: reheated, extra sauce, cut in two.

    `price_minor` is added to each piece, tax included; `seconds` to its preparation.
    """

    name: str
    price_minor: int = 0
    seconds: int = 0


class Storage(StrEnum):
    """How far a holding unit is from the counter; the kitchen's policy has the seconds."""

    DISPLAY = "display"
    CHILLED = "chilled"
    FREEZER = "freezer"


class CurveShape(StrEnum):
    """How a score falls with effective age."""

    WEIBULL = "weibull"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True)
class QualityModel:
    """Decay with Q10 temperature acceleration (docs/quality.md).

    `e7` is the effective age at which a portion that began at 10 reaches the sale floor 7: a
    straight line loses 3 points in it, so 60 minutes are 0.05 points a minute. `beta` shapes a
    Weibull curve and means nothing to a line.
    """

    e7: timedelta
    beta: float
    q10: float
    reference_temperature_mc: int
    shape: CurveShape = CurveShape.WEIBULL


@dataclass(frozen=True, slots=True)
class PortionConfiguration:
    """One allowed way of cutting a whole into equal portions (2 to 16)."""

    id: UUID
    product_id: UUID
    name: str
    portions_per_whole: int
    standard_weight_mg: int | None
    is_default: bool
    override_id: UUID | None = None
    """The consent to a count outside the limits."""
    per_row: int | None = None
    """How many portions lie side by side in a sheet or a loaf; None for a round whole."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product of the menu. Prices include tax and are in minor units of the store's currency.

    `base_price_minor` is the price of one standard portion (or of one piece of a plain product);
    `allergens` is None while nobody has stated them, which keeps the product off the till.
    """

    id: UUID
    code_prefix: str
    name: str
    category_id: UUID | None
    kind: ProductKind
    base_price_minor: int
    cost_minor: int
    tax_rate_bp: int
    allergens: frozenset[str] | None
    station_id: UUID | None
    after_cut_limit: timedelta | None
    quality: QualityModel | None
    configurations: tuple[PortionConfiguration, ...]
    active: bool
    base_unit: BaseUnit = BaseUnit.EACH
    min_portion_bp: int | None = None
    """The smallest portion that may be sold, in basis points of the standard one (8500 = 85 %)."""
    max_portion_bp: int | None = None
    size: str | None = None
    """A size with a standard count ('14"', 'personal'), or the shop's own word."""
    tool_id: UUID | None = None
    checklist: tuple[str, ...] = ()
    """What a good-looking portion of it has; the kitchen scores against it."""
    ingredients: str | None = None
    """What it is made of, in words; each lot keeps those of its day."""
    preparations: tuple[Preparation, ...] = ()
    """What may be asked for with it, in the shop's order."""
    preparation_s: int | None = None
    """Seconds to prepare one; None: the kitchen's usual time."""
    whole_price_minor: int | None = None
    """The whole's price, where it is what the shop sets: `base_price_minor` follows it."""
    whole_of_id: UUID | None = None
    """The portioned product of which this plain one is the whole, sold uncut (docs/revenue.md)."""


@dataclass(frozen=True, slots=True)
class HoldingUnit:
    """A monitored cabinet or display in which portions wait, with its critical limits."""

    id: UUID
    name: str
    kind: HoldingKind
    min_temperature_mc: int | None
    max_temperature_mc: int | None
    probe_uncertainty_mc: int = 0
    """How far its thermometer may be off, ±; a limit is kept only if that is allowed for."""
    storage: Storage = Storage.DISPLAY


@dataclass(frozen=True, slots=True)
class HoldingTemperature:
    """The readings of one holding unit that still matter, oldest first: (UTC time, milli-°C)."""

    holding_unit_id: UUID
    readings: tuple[tuple[float, int], ...]
    """Unix seconds and milli-°C, ascending."""
    by_hand: tuple[float, ...] = ()
    """The moments of those that a person took and signed, ascending."""
