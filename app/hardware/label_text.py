"""A shelf label as rows: what stands beside a portion on display, from the portion's own record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.policy import StoreSettings
from app.hardware.receipt_text import Bars, Gap, Part, Row, Rule, Size
from app.hardware.receipt_words import words_in
from app.services.wording import date_time_text, locale_for, money_text


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """One portion's label. `allergens` are its lot's; empty states that there are none."""

    name: str
    code: str
    batch: str
    allergens: tuple[str, ...]
    cut_at: datetime
    sell_by: datetime
    price_minor: int | None = None
    place: str = ""
    """Its `Place` in the whole; empty for a slice of a round one."""


def label_of(written: Mapping[str, Any]) -> ShelfLabel:
    """The label of a print job."""
    return ShelfLabel(
        name=written["name"],
        code=written["code"],
        batch=written["batch"],
        allergens=tuple(written["allergens"]),
        cut_at=datetime.fromisoformat(written["cut_at"]),
        sell_by=datetime.fromisoformat(written["sell_by"]),
        price_minor=written["price_minor"],
        place=written.get("place") or "",
    )


def label_rows(
    label: ShelfLabel, settings: StoreSettings, *, language: str = "en"
) -> tuple[Part, ...]:
    """The label's rows from top to bottom; the allergens are framed, so that nobody misses them."""
    words = words_in(language)
    locale = locale_for(language, settings.locale)
    names = ", ".join(
        words.allergen_names.get(key.lower(), key.replace("_", " ")) for key in label.allergens
    )
    contains = f"{words.allergens}: {names}" if names else words.no_allergens
    cut = date_time_text(label.cut_at, settings.time_zone, locale)
    until = date_time_text(label.sell_by, settings.time_zone, locale)
    price = ""
    if label.price_minor is not None:
        price = money_text(label.price_minor, settings.currency, locale, settings.locale)
    place = words.places.get(label.place, "")
    return (
        Row(label.name, price, size=Size.LARGE, bold=True),
        *((Row(place),) if place else ()),
        Rule(),
        Row(contains, size=Size.LARGE, bold=True, framed=True),
        Gap(),
        Row(words.cut, cut),
        Row(words.sell_by, until, bold=True),
        Row(words.batch, label.batch),
        Bars(label.code),
        Row(label.code, centred=True),
    )
