"""A policy as a form: one line per field, typed by a person, read back by the document's rule."""

import json
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.domain.policy import StoreSettings
from app.services.policy_codec import BadPolicyDocument, from_document, hints_of, to_document

_UNITS = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))
_DURATION = re.compile(r"(\d+(?:[.,]\d+)?)\s*(d|h|min|s)")
_SHARE = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*%?")


class FieldKind(StrEnum):
    """How a field is shown and typed."""

    NUMBER = "number"
    SHARE = "share"  # a fraction, as "30 %" or "1/3"
    DURATION = "duration"  # "1 h 30 min"
    YES_NO = "yes_no"  # "yes" or "no"
    TEXT = "text"
    STRUCTURE = "structure"  # lists and tables, as JSON


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: `key` is its place in the document."""

    name: str
    key: str
    kind: FieldKind
    text: str


class BadFieldText(ValueError):
    """What was typed is no such value; the argument is the field's name."""


def sections() -> dict[str, type[Any]]:
    """Every section of the settings that is a policy, by its path, in order of the settings."""
    return dict(_sections(StoreSettings, ""))


def _sections(kind: type[Any], above: str) -> Iterator[tuple[str, type[Any]]]:
    hints = hints_of(kind)
    for field in fields(kind):
        part = hints[field.name]
        if not is_dataclass(part):
            continue
        path = above + field.name
        inner = tuple(_sections(typing.cast("type[Any]", part), f"{path}."))
        if "version" in {each.name for each in fields(part)}:
            yield path, typing.cast("type[Any]", part)
        else:
            yield from inner


def section_of(settings: StoreSettings, path: str) -> Any:
    """The policy at `path`. Raises AttributeError for an unknown one."""
    found: Any = settings
    for name in path.split("."):
        found = getattr(found, name)
    return found


def with_section(settings: StoreSettings, path: str, policy: Any) -> StoreSettings:
    """The settings with another policy at `path`, for previews."""
    document = to_document(settings)
    *above, name = path.split(".")
    home = document
    for part in above:
        home = home[part]
    home[name] = to_document(policy)
    return from_document(StoreSettings, document)


def form_of(policy: Any) -> tuple[FormField, ...]:
    """The lines of `policy`, without its version: that one counts by itself."""
    hints = hints_of(type(policy))
    document = to_document(policy)
    lines = []
    for (key, raw), field in zip(document.items(), fields(policy), strict=True):
        if field.name != "version":
            kind = _kind(hints[field.name])
            lines.append(FormField(field.name, key, kind, _shown(kind, raw)))
    return tuple(lines)


def read_form(policy: Any, typed: Mapping[str, str]) -> Any:
    """`policy` with the typed texts (by key) in place.

    Raises BadFieldText with the name of the first field that is no such value.
    """
    document = to_document(policy)
    for line in form_of(policy):
        if line.key not in typed:
            continue
        try:
            document[line.key] = _value(line.kind, typed[line.key], document[line.key])
            from_document(type(policy), document)
        except (ValueError, BadPolicyDocument) as error:
            raise BadFieldText(line.name) from error
    return from_document(type(policy), document)


def _kind(hint: Any) -> FieldKind:
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if len(parts) == 1 and type(None) in typing.get_args(hint):
        hint = parts[0]
    if hint is timedelta:
        return FieldKind.DURATION
    if hint is Fraction:
        return FieldKind.SHARE
    if hint is bool:
        return FieldKind.YES_NO
    if hint in (int, float):
        return FieldKind.NUMBER
    if hint is str or (isinstance(hint, type) and issubclass(hint, str)):
        return FieldKind.TEXT
    return FieldKind.STRUCTURE


def _shown(kind: FieldKind, raw: Any) -> str:
    if raw is None:
        return ""
    if kind is FieldKind.DURATION:
        return duration_text(raw)
    if kind is FieldKind.SHARE:
        return share_text(Fraction(raw))
    if kind is FieldKind.YES_NO:
        return "yes" if raw else "no"
    if kind is FieldKind.STRUCTURE:
        return json.dumps(raw, ensure_ascii=False)
    return f"{raw:g}" if isinstance(raw, float) else str(raw)


def _value(kind: FieldKind, text: str, before: Any) -> Any:
    text = text.strip()
    if text == "" and before is None:
        return None
    if kind is FieldKind.DURATION:
        return read_duration_s(text)
    if kind is FieldKind.SHARE:
        return _share(text)
    if kind is FieldKind.YES_NO:
        return {"yes": True, "no": False}.get(text.lower(), text)
    if kind is FieldKind.NUMBER:
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() and isinstance(before, int) else number
    return json.loads(text) if kind is FieldKind.STRUCTURE else text


def duration_text(seconds: float) -> str:
    """`5400` → `1 h 30 min`; `0` → `0 s`."""
    parts, left = [], seconds
    for unit, size in _UNITS:
        count = left if unit == "s" else left // size
        if count:
            parts.append(f"{count:g} {unit}")
        left -= count * size
    return " ".join(parts) or "0 s"


def read_duration_s(text: str) -> float:
    """`1 h 30 min` → 5400. Raises ValueError for anything else, a bare number included."""
    found = _DURATION.findall(text)
    if not found or _DURATION.sub("", text).strip():
        raise ValueError(text)
    sizes = dict(_UNITS)
    seconds = float(sum(float(n.replace(",", ".")) * sizes[unit] for n, unit in found))
    return int(seconds) if seconds.is_integer() else seconds


def share_text(share: Fraction) -> str:
    """`3/10` → `30 %`; a share without an exact percentage stays a fraction."""
    denominator = (share * 100).denominator
    while denominator % 2 == 0:
        denominator //= 2
    while denominator % 5 == 0:
        denominator //= 5
    if denominator != 1:
        return str(share)
    percent = share * 100
    return f"{float(percent):.10g} %"


def read_share(text: str) -> Fraction:
    """`30 %` or `3/10` → 3/10. Raises ValueError or ZeroDivisionError."""
    return Fraction(_share(text.strip()))


def _share(text: str) -> str:
    if "/" in text:
        return str(Fraction(text.replace(" ", "")))
    found = _SHARE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return str(Fraction(found[1].replace(",", ".")) / 100)
