"""A policy's values as people write them: degrees, money and lists instead of stored units.

`shown` and `stored` are each other's inverse for every value that a policy can hold. The suffix
of a field's name says its unit (`_mc` milli-°C, `_mg`, `_mdeg`, `_bp` basis points, `_minor`).
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from babel.numbers import get_currency_precision

from app.services import policy_form as form
from app.services.policy_form import FieldKind, FormField


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    CELSIUS = "°C"
    DEGREE = "°"
    GRAM = "g"
    PERCENT = "%"
    MONEY = "money"
    MINUTES = "min"


_BY_SUFFIX = {
    "mc": (Unit.CELSIUS, 3),
    "mdeg": (Unit.DEGREE, 3),
    "mg": (Unit.GRAM, 3),
    "bp": (Unit.PERCENT, 2),
    "percent": (Unit.PERCENT, 0),
}
TABLES = {"size_standards": False, "usual_counts": True}
"""Lists of a name with a count, or (True) with several."""
_NUMBERS = frozenset({"age_bands_min"})


def unit_of(line: FormField) -> Unit:
    """What the field counts; NONE for shares and times, which carry their unit in the text."""
    if line.name in _NUMBERS:
        return Unit.MINUTES
    if line.kind is not FieldKind.NUMBER:
        return Unit.NONE
    suffix = line.name.rsplit("_", maxsplit=1)[-1]
    return Unit.MONEY if suffix == "minor" else _BY_SUFFIX.get(suffix, (Unit.NONE, 0))[0]


def lines_of(policy: Any, currency: str) -> tuple[FormField, ...]:
    """The lines of `policy` (see `policy_form.form_of`), with texts in the units of a person."""
    return tuple(shown(line, currency) for line in form.form_of(policy))


def shown(line: FormField, currency: str) -> FormField:
    """The line with its stored text written for a person."""
    return replace(line, text=_shown(line, line.text, currency))


def _shown(line: FormField, text: str, currency: str) -> str:
    if text and line.name in _NUMBERS:
        return ", ".join(str(each) for each in json.loads(text))
    if text and line.name in TABLES:
        return json.dumps([[name, _counts(count)] for name, count in json.loads(text)])
    return _moved(line, text, -_places(line, currency))


def stored(line: FormField, text: str, currency: str) -> str:
    """What a person wrote, as `policy_form.read_form` reads it; nonsense stays nonsense."""
    text = text.strip()
    unit = unit_of(line)
    if unit not in (Unit.NONE, Unit.MONEY):
        text = text.removesuffix(unit.value).strip()
    if line.name in _NUMBERS:
        return f"[{text}]"
    if line.name in TABLES:
        return _table(text, several=TABLES[line.name])
    return _moved(line, text, _places(line, currency))


def _places(line: FormField, currency: str) -> int:
    if unit_of(line) is Unit.MONEY:
        return int(get_currency_precision(currency))
    suffix = line.name.rsplit("_", maxsplit=1)[-1]
    return _BY_SUFFIX.get(suffix, (Unit.NONE, 0))[1] if line.kind is FieldKind.NUMBER else 0


def _moved(line: FormField, text: str, places: int) -> str:
    """`text` times ten to the power of `places`, as a plain number; no number stays as it is."""
    if not places or not text:
        return text
    try:
        value = Decimal(text.replace(",", ".").replace("−", "-")).scaleb(places)
    except InvalidOperation:
        return text
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"


def _counts(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _table(text: str, *, several: bool) -> str:
    """Rows of cell texts as rows of a name and its counts; "" (which nothing reads) for others."""
    try:
        rows = [
            [name.strip(), [int(each) for each in counts.split(",") if each.strip()]]
            for name, counts in json.loads(text)
        ]
    except ValueError:
        return ""
    if any(not name or not counts or (not several and len(counts) > 1) for name, counts in rows):
        return ""
    return json.dumps([[name, counts if several else counts[0]] for name, counts in rows])


def read_lines(policy: Any, typed: Mapping[str, str], currency: str) -> Any:
    """`policy` with what was typed in place. Raises BadFieldText with the field's name."""
    known = {line.key: line for line in form.form_of(policy)}
    return form.read_form(
        policy,
        {key: stored(known[key], text, currency) for key, text in typed.items() if key in known},
    )
