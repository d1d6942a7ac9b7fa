"""What each policy's document may hold, as the store's server checks it: made from the policies.

`python -m tests.support.policy_shapes` prints the migration's file anew after a policy got a field.
"""

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.domain.food_policy import JURISDICTIONS
from app.domain.prices.rules import GradeFactors, PaceLadder
from app.services.policy_codec import to_document
from app.services.policy_form import sections

_SCALARS = {
    int: "int", float: "number", bool: "bool", str: "text", timedelta: "seconds",
    Fraction: "fraction", date: "date", time: "time", datetime: "moment", UUID: "uuid",
}  # fmt: skip


def shapes() -> dict[str, Any]:
    """The shape of every section's document, by the section's path."""
    return {path: _record(kind) for path, kind in sections().items()}


def defaults() -> dict[str, Any]:
    """What a key that a document lacks means, by section and key."""
    found = {path: _defaults(kind) for path, kind in sections().items()}
    return {
        **found,
        "pricing.grade_factors": to_document(GradeFactors()),
        "pricing.pace": to_document(PaceLadder()),
    }


def jurisdictions() -> dict[str, Any]:
    """The shipped profiles by name."""
    return {name: to_document(policy) for name, policy in JURISDICTIONS.items()}


def _record(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    keys, required = {}, []
    for field in fields(kind):
        hint = hints[field.name]
        key = f"{field.name}_s" if hint in (timedelta, timedelta | None) else field.name
        if key == "version":
            continue  # The server counts it.
        keys[key] = _shape(hint)
        if field.default is MISSING and field.default_factory is MISSING:
            required.append(key)
    return {"record": keys, "required": required}


def _shape(hint: Any) -> Any:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return {"null": _shape(next(part for part in parts if part is not type(None)))}
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return {"list": _shape(parts[0])}
    if origin is tuple:
        return {"tuple": [_shape(part) for part in parts]}
    if origin is frozenset:
        return {"list": _shape(parts[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"map": [_shape(parts[0]), _shape(parts[1])]}
    if is_dataclass(hint):
        return _record(hint)
    if issubclass(hint, Enum):
        return {"one": [each.value for each in hint]}
    return _SCALARS[hint]


def _defaults(kind: Any) -> dict[str, Any]:
    required = _record(kind)["required"]
    given = {
        field.name: None
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }
    document = to_document(kind(**given))
    return {
        key: value
        for key, value in document.items()
        if key != "version" and key not in required and key not in given
    }


def _function(name: str, what: str, document: Any) -> str:
    lines = json.dumps(document, indent=1, ensure_ascii=False)
    return (
        f"-- {what}\nCREATE OR REPLACE FUNCTION wedge.{name}() RETURNS jsonb\n"
        "LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, wedge, pg_temp AS $$\n"
        f"    SELECT '{_folded(lines)}'::jsonb\n$$;\n"
    )


def _folded(text: str) -> str:
    """The JSON in few lines of at most 96 characters."""
    words, lines, line = text.replace("'", "''").split(), [], ""
    for word in words:
        if line and len(line) + len(word) > 95:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def migration() -> str:
    """The file's text."""
    return "\n".join(
        [
            "-- Made by tests/support/policy_shapes.py from the policies of app/domain; a test"
            " compares them.\n",
            _function("policy_shapes", "What each section's document may hold.", shapes()),
            _function("policy_defaults", "What a key that a document lacks means.", defaults()),
            _function(
                "jurisdictions", "The shipped profiles: the law, which nothing relaxes.",
                jurisdictions(),
            ),
        ]
    )  # fmt: skip


if __name__ == "__main__":
    print(migration(), end="")  # noqa: T201
