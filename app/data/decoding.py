"""From JSON to flat dataclasses, by the types of their fields."""

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.domain.catalog import Preparation
from app.domain.equipment import ConcernedReceipt
from app.domain.price import PriceStep
from app.domain.receipt import Replaced

Json = Mapping[str, Any]


def _converter(kind: Any) -> Callable[[Any], Any] | None:
    """How a JSON scalar becomes a field of type `kind`; None when it already is one."""
    if isinstance(kind, types.UnionType):
        inner = next(part for part in typing.get_args(kind) if part is not type(None))
        convert = _converter(inner)
        return None if convert is None else lambda value: value if value is None else convert(value)
    if kind is UUID:
        return UUID
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if kind == tuple[PriceStep, ...]:
        return lambda steps: tuple(_STEP(step) for step in steps)
    if kind == tuple[Preparation, ...]:
        return lambda options: tuple(PREPARATION(option) for option in options)
    if kind == tuple[UUID, ...]:
        return lambda ids: tuple(map(UUID, ids))
    if kind == tuple[tuple[str, int], ...]:
        return lambda pairs: tuple((text, count) for text, count in pairs)
    if kind == tuple[Replaced, ...]:
        return lambda pairs: tuple(_REPLACED(each) for each in pairs)
    if kind == tuple[ConcernedReceipt, ...]:
        return lambda receipts: tuple(_CONCERNED(each) for each in receipts)
    if typing.get_origin(kind) is tuple:
        return tuple
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if kind is float:
        return float
    return None


def flat_decoder(cls: type[Any]) -> Callable[[Json], Any]:
    """A decoder for a flat dataclass whose field names are the JSON's keys."""
    hints = typing.get_type_hints(cls)
    plan = [(field.name, _converter(hints[field.name])) for field in fields(cls)]
    late = {field.name for field in fields(cls) if field.default is not MISSING}

    def decode(row: Json) -> Any:
        return cls(
            **{n: row[n] if c is None else c(row[n]) for n, c in plan if n not in late or n in row}
        )

    return decode


_STEP = flat_decoder(PriceStep)
PREPARATION = flat_decoder(Preparation)
_CONCERNED = flat_decoder(ConcernedReceipt)
_REPLACED = flat_decoder(Replaced)


def price_steps(rows: Iterable[Json]) -> tuple[PriceStep, ...]:
    """A stored breakdown."""
    return tuple(_STEP(row) for row in rows)
