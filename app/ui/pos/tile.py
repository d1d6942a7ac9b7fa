"""One product tile of the till's grid, derived purely from the product and its offer."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Product, ProductKind
from app.domain.policy import StoreSettings
from app.domain.portion import QualityStatus
from app.services.offers import Offer, WedgeState, Wheel
from app.ui.shared import words
from app.ui.shared.format import amount, duration, temperature_short

_t = QCoreApplication.translate
_NO_BREAK = "\u00a0"
SOON_FRACTION = 0.35
LAST_FRACTION = 0.15


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile shows; texts are formatted, `wedges` feeds the wheel."""

    key: str
    code: str
    name: str
    portioned: bool
    sellable: bool
    wedges: list[dict[str, str]] = field(default_factory=list)
    more: str = ""
    grade: str = ""
    gradeCounts: list[dict[str, str]] = field(default_factory=list)  # noqa: N815
    leftText: str = ""  # noqa: N815
    price: str = ""
    basePrice: str = ""  # noqa: N815
    priceRange: str = ""  # noqa: N815
    sellWords: str = ""  # noqa: N815
    sellFraction: float = 0.0  # noqa: N815
    sellTone: str = "ok"  # noqa: N815
    temperature: str = ""
    temperatureOk: bool = True  # noqa: N815
    allergens: str = ""
    serviceText: str = ""  # noqa: N815
    barred: str = ""
    insteadThere: bool = False  # noqa: N815
    """A tap on the grey tile shows what there is instead."""

    def as_map(self) -> dict[str, Any]:
        """Return the tile as QML reads it."""
        return asdict(self)


def derive_tile(
    product: Product, offer: Offer, settings: StoreSettings, now: datetime, service_min: int = 0
) -> Tile:
    """Return the tile of `product` at `now` (server clock); it is served in `service_min`."""
    if product.kind is ProductKind.PLAIN:
        return _plain_tile(product, offer, settings)
    price = offer.price
    sellable = bool(offer.candidates) and price is not None
    wheel = wheel_sold_from(offer)
    return Tile(
        key=str(product.id),
        code=product.code_prefix,
        name=product.name,
        portioned=True,
        sellable=sellable,
        wedges=wheel_wedges(wheel) if wheel else _sold_out_wedges(product),
        more=_more_text(offer),
        grade=offer.grade.value if offer.grade else "",
        gradeCounts=_grade_counts(offer),
        leftText=_left_text(offer),
        price=amount(price.amount_minor, settings) if price else "",
        basePrice=_struck_base(offer, settings),
        priceRange=_range_text(offer, settings),
        sellWords=_sell_words(offer, now) if sellable else "",
        sellFraction=round(offer.sell_fraction_left or 0.0, 3) if sellable else 0.0,
        sellTone=_sell_tone(offer.sell_fraction_left or 0.0),
        temperature=temperature_short(offer.temperature_mc)
        if offer.temperature_mc is not None
        else "",
        temperatureOk=offer.temperature_ok,
        allergens=allergen_text(product.allergens),
        serviceText=service_text(service_min) if sellable else "",
    )


def service_text(minutes: int) -> str:
    """Return e.g. "≈ 6 min"; empty for goods that no station prepares."""
    return f"≈ {duration(60 * minutes)}" if minutes else ""


def wheel_sold_from(offer: Offer) -> Wheel | None:
    """Return the wheel that holds the portion a tap would take, else the first wheel."""
    if offer.candidates:
        best = offer.candidates[0].portion_id
        for wheel in offer.wheels:
            if any(wedge.portion_id == best for wedge in wheel.wedges):
                return wheel
    return offer.wheels[0] if offer.wheels else None


def wheel_wedges(wheel: Wheel) -> list[dict[str, str]]:
    """Return the wedges as Wedge.Kit's WheelView takes them."""
    return [
        {"wedgeState": wedge.state.value, "grade": wedge.grade.value if wedge.grade else ""}
        for wedge in wheel.wedges
    ]


def _sold_out_wedges(product: Product) -> list[dict[str, str]]:
    usual = next((c for c in product.configurations if c.is_default), None)
    return [{"wedgeState": "gone", "grade": ""}] * (usual.portions_per_whole if usual else 0)


def _plain_tile(product: Product, offer: Offer, settings: StoreSettings) -> Tile:
    price = offer.price.amount_minor if offer.price else product.base_price_minor
    return Tile(
        key=str(product.id),
        code=product.code_prefix,
        name=product.name,
        portioned=False,
        sellable=offer.left != 0,
        insteadThere=offer.left == 0,
        leftText=_wholes_left(offer),
        price=amount(price, settings),
        basePrice=_struck_base(offer, settings),
        allergens=allergen_text(product.allergens),
    )


def _wholes_left(offer: Offer) -> str:
    """How many can be sold uncut; with none, why. Empty for goods that nobody counts."""
    if offer.left is None:
        return ""
    if offer.left:
        return _t("Till", "{count} left").format(count=offer.left)
    if offer.wholes_blocked:
        return _t("Till", "blocked: allergens")
    return _t("Till", "past its time") if offer.wholes_past else _t("Till", "none left")


def allergen_text(stated: frozenset[str] | None) -> str:
    """The allergens; a line may break after a dot, never inside a name."""
    text = words.allergens(stated or frozenset())
    return text.replace(" ", _NO_BREAK).replace(f"{_NO_BREAK}·{_NO_BREAK}", f"{_NO_BREAK}· ")


def barred_text(conflict: frozenset[str]) -> str:
    """Why the order's guest does not want it."""
    return _t("Till", "avoided: {what}").format(what=words.allergens(conflict))


def _left_text(offer: Offer) -> str:
    """How many are left; with none, what keeps them from sale."""
    if offer.left:
        return _t("Till", "{count} left").format(count=offer.left)
    held = {
        wedge.quality_status
        for wheel in offer.wheels
        for wedge in wheel.wedges
        if wedge.state is WedgeState.BLOCKED and not wedge.quality_status.sellable
    }
    if held == {QualityStatus.UNSCORED}:
        return _t("Till", "no quality score")
    if held:
        return _t("Till", "in quality review")
    unpriced = any(
        wedge.state is WedgeState.BLOCKED and wedge.price is None
        for wheel in offer.wheels
        for wedge in wheel.wedges
    )
    return _t("Till", "no valid price") if unpriced else _t("Till", "none left")


def _grade_counts(offer: Offer) -> list[dict[str, str]]:
    counts = sorted(offer.count_by_grade.items(), key=lambda item: item[0].value)
    return [{"grade": grade.value, "count": str(count)} for grade, count in counts if count]


def _struck_base(offer: Offer, settings: StoreSettings) -> str:
    price = offer.price
    if price is None or price.base_minor <= price.amount_minor:
        return ""
    return amount(price.base_minor, settings)


def _range_text(offer: Offer, settings: StoreSettings) -> str:
    low, high = offer.lowest_price_minor, offer.highest_price_minor
    if low is None or high is None or low == high:
        return ""
    return f"{amount(low, settings)}–{amount(high, settings)}"


def _sell_words(offer: Offer, now: datetime) -> str:
    if offer.sell_until is None:
        return ""
    seconds = max(0.0, (offer.sell_until - now).total_seconds())
    return _t("Till", "sell within {time}").format(time=duration(seconds))


def _sell_tone(fraction: float) -> str:
    if fraction <= LAST_FRACTION:
        return "danger"
    return "warning" if fraction <= SOON_FRACTION else "ok"


def _more_text(offer: Offer) -> str:
    cut = max(0, len(offer.wheels) - 1)
    whole = offer.wholes_uncut
    if whole and cut:
        return _t("Till", "+{whole} whole, +{cut} cut").format(whole=whole, cut=cut)
    if whole:
        return _t("Till", "+{whole} whole").format(whole=whole)
    return _t("Till", "+{cut} cut").format(cut=cut) if cut else ""
