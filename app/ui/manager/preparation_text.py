"""Preparation options as one line of text, e.g. "Reheat 2 min; Extra sauce +10; Cut in two"."""

import re
from decimal import Decimal

from app.domain.catalog import Preparation
from app.services.policy_form import duration_text, read_duration_s
from app.ui.manager.typed import plain

MAX_OPTIONS, MAX_OPTION, MAX_SECONDS = 12, 40, 3600
MAX_PRICE_MINOR = 10_000_000
_PRICE = re.compile(r"\s*\+\s*(\d+(?:[.,]\d+)?)$")
_TIME = re.compile(r"\s+((?:\d+\s*min)?\s*(?:\d+\s*s)?)$")


class BadPreparation(ValueError):
    """One of the options is no option; the argument is its text."""


def preparations_text(options: tuple[Preparation, ...], places: int) -> str:
    """The options as they are typed; `places` are the currency's decimals."""
    return "; ".join(_text(each, places) for each in options)


def _text(option: Preparation, places: int) -> str:
    parts = [option.name]
    if option.price_minor:
        parts.append("+" + plain(Decimal(option.price_minor).scaleb(-places)))
    if option.seconds:
        parts.append(duration_text(option.seconds))
    return " ".join(parts)


def read_preparations(text: str, places: int) -> tuple[Preparation, ...]:
    """The options of a text; price and time may stand in either order. Raises BadPreparation."""
    found = tuple(_read(part.strip(), places) for part in text.split(";") if part.strip())
    names = {each.name.casefold() for each in found}
    if len(found) > MAX_OPTIONS or len(names) != len(found):
        raise BadPreparation(text)
    return found


def _read(text: str, places: int) -> Preparation:
    name, price_minor, seconds = text, 0, 0
    for _ in range(2):
        if match := _PRICE.search(name):
            amount = Decimal(match[1].replace(",", ".")).scaleb(places)
            if amount != amount.to_integral_value():
                raise BadPreparation(text)
            price_minor, name = int(amount), name[: match.start()]
        elif (match := _TIME.search(name)) and match[1].strip():
            seconds, name = int(read_duration_s(match[1])), name[: match.start()]
    name = name.strip()
    odd = not 1 <= len(name) <= MAX_OPTION or any(ord(letter) < 32 for letter in name)
    if odd or price_minor > MAX_PRICE_MINOR or seconds > MAX_SECONDS:
        raise BadPreparation(text)
    return Preparation(name, price_minor, seconds)
