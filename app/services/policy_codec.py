"""Policies to and from the settings document: one rule for every policy, now and later.

Field names are the keys; durations are seconds under `<name>_s`, fractions are "3/10", moments
ISO 8601. A key the document lacks takes the field's default, so an older store's settings still
load; a key that no field has is left alone.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

Policy = TypeVar("Policy")
_HINTS: dict[type[Any], Mapping[str, Any]] = {}


class BadPolicyDocument(ValueError):
    """A value in the document cannot be what its field needs; the message names the place."""


def to_document(policy: Any) -> dict[str, Any]:
    """`policy` (a frozen dataclass) as JSON values."""
    return {_key(field, type(policy)): _plain(getattr(policy, field.name)) for field in
            fields(policy)}  # fmt: skip


def from_document(kind: type[Policy], document: Mapping[str, Any]) -> Policy:
    """The policy of dataclass `kind` in `document`. Raises BadPolicyDocument."""
    hints = hints_of(kind)
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        key = _key(field, kind)
        if key in document:
            values[field.name] = _read(hints[field.name], document[key], key)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise BadPolicyDocument(f"{key} is missing")
    try:
        return kind(**values)
    except ValueError as error:
        raise BadPolicyDocument(str(error)) from error


def hints_of(kind: type[Any]) -> Mapping[str, Any]:
    """The types of a dataclass's fields: to evaluate them for each value takes most of the time."""
    found = _HINTS.get(kind)
    if found is None:
        found = _HINTS[kind] = MappingProxyType(typing.get_type_hints(kind))
    return found


def _key(field: "Field[Any]", kind: type[Any]) -> str:
    hint = hints_of(kind)[field.name]
    return f"{field.name}_s" if hint in (timedelta, timedelta | None) else field.name


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return to_document(value)
    if isinstance(value, timedelta):
        seconds = value.total_seconds()
        return int(seconds) if seconds.is_integer() else seconds
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


def _read(kind: Any, raw: Any, where: str) -> Any:
    """`raw` as a value of type `kind`."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if raw is None:
            return None
        return _read(next(part for part in parts if part is not type(None)), raw, where)
    try:
        if origin is tuple:
            return _tuple(parts, raw, where)
        if origin is frozenset:
            return frozenset(_read(parts[0], each, where) for each in raw)
        if origin is not None and issubclass(origin, Mapping):
            return MappingProxyType(
                {
                    _read(parts[0], key, where): _read(parts[1], each, f"{where}.{key}")
                    for key, each in raw.items()
                }
            )
        if is_dataclass(kind) and isinstance(kind, type):
            return from_document(kind, raw)
        return _scalar(kind, raw)
    except BadPolicyDocument as error:
        raise BadPolicyDocument(f"{where}: {error}") from error
    except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
        raise BadPolicyDocument(f"{where}: {raw!r}") from error


def _tuple(parts: tuple[Any, ...], raw: Any, where: str) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_read(parts[0], each, f"{where}[{i}]") for i, each in enumerate(raw))
    return tuple(_read(part, each, where) for part, each in zip(parts, raw, strict=True))


def _scalar(kind: Any, raw: Any) -> Any:
    if kind is timedelta:
        return timedelta(seconds=_number(raw))
    if kind is Fraction:
        return Fraction(raw)
    if kind is float:
        return float(_number(raw))
    if kind in (int, bool, str):
        if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
            raise ValueError(raw)
        return raw
    if kind in (datetime, date, time):
        return kind.fromisoformat(raw)
    if kind is UUID or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(raw)
    return raw


def _number(raw: Any) -> int | float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ValueError(raw)
    return raw
