"""How each field of the rules is edited: typed, chosen, ticked, or as a table of rows."""

import json
from dataclasses import dataclass
from typing import Any

from babel.numbers import get_currency_symbol
from PySide6.QtCore import QCoreApplication

from app.domain.approval import ApprovalAction, ApprovalPolicy
from app.domain.food_policy import JURISDICTIONS
from app.domain.people import Role
from app.domain.policy import EarnBasis, StoreSettings
from app.services.policy_form import FieldKind, FormField
from app.services.policy_shown import TABLES, Unit, unit_of
from app.ui.manager import rule_words
from app.ui.shared import words
from app.ui.shared.format import locale_of

_t = QCoreApplication.translate
Options = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Editor:
    """`kind`: text, choice, many (ticks), roles (ticks for each action), rows, or raw.

    `options` are the choices (for roles: the actions), `ticks` the roles beside each action,
    `columns` the titles of a table.
    """

    kind: str
    options: Options
    ticks: Options
    columns: list[str]


def editor_of(line: FormField) -> Editor:
    """How the field is edited; "raw" is one that nobody has given an editor."""
    name = line.name.rsplit(".", maxsplit=1)[-1]
    if line.kind is FieldKind.YES_NO or name in _choices():
        options = _yes_no() if line.kind is FieldKind.YES_NO else _choices()[name]
        return Editor("choice", options, [], [])
    if name == "approvers":
        return Editor("roles", _actions(), _roles(), [])
    if name in ("managers", "cashiers"):
        return Editor("many", _roles(), [], [])
    if name == "base_units":
        return Editor("many", _base_units(), [], [])
    if name in TABLES:
        return Editor("rows", [], [], _columns(name))
    numbers = line.kind is FieldKind.STRUCTURE and unit_of(line) is Unit.MINUTES
    typed = numbers or line.name == "sell_by_steps" or line.kind not in (
        FieldKind.STRUCTURE, FieldKind.TEXT)  # fmt: skip
    return Editor("text" if typed else "raw", [], [], [])


def unit_text(line: FormField, settings: StoreSettings) -> str:
    """The unit behind a field's name."""
    unit = unit_of(line)
    if unit is Unit.MONEY:
        return str(get_currency_symbol(settings.currency, locale_of(settings)))
    return unit.value or ("" if line.name == "sell_by_steps" else rule_words.hint(line.kind))


def ticked(line: FormField, text: str) -> dict[str, list[str]]:
    """What is ticked: the roles of each action; of other lists everything under ""."""
    found: Any = json.loads(text) if text else []
    if editor_of(line).kind != "roles":
        return {"": [str(each) for each in found]}
    policy = ApprovalPolicy(
        approvers={key: frozenset(map(Role, roles)) for key, roles in found.items()}
    )
    return {
        each.value: [role.value for role in Role if role in policy.roles(each.value)]
        for each in ApprovalAction
    }


def tick(line: FormField, text: str, action: str, key: str) -> str:
    """The text after `key` was ticked or unticked; the last tick of a list stays."""
    now = ticked(line, text)
    chosen = [each for each in now.get(action, []) if each != key]
    if key not in now.get(action, []):
        chosen.append(key)
    if not chosen:
        return text
    if editor_of(line).kind != "roles":
        return json.dumps(chosen if line.name == "base_units" else sorted(chosen))
    return json.dumps({**json.loads(text), action: sorted(chosen)})


def cells(text: str) -> list[list[str]]:
    """The rows of a table as it is typed."""
    return [[str(cell) for cell in row] for row in json.loads(text)] if text else []


def with_cell(text: str, row: int, column: int, cell: str) -> str:
    """The table with one cell typed; a row that is not there yet is added."""
    rows = cells(text)
    while len(rows) <= row:
        rows.append(["", ""])
    rows[row][column] = cell
    return json.dumps(rows, ensure_ascii=False)


def without_row(text: str, row: int) -> str:
    """The table without a row."""
    rows = cells(text)
    return json.dumps(rows[:row] + rows[row + 1 :], ensure_ascii=False)


def value_text(line: FormField, text: str, unit: str) -> str:
    """A value as it reads in a list of changes: with its unit, choices in words."""
    editor = editor_of(line)
    if editor.kind == "choice":
        return next((each["text"] for each in editor.options if each["key"] == text), text)
    if editor.kind == "many":
        named = {each["key"]: each["text"] for each in editor.options}
        return ", ".join(named.get(each, each) for each in ticked(line, text)[""]) or "–"
    if editor.kind == "rows":
        return "; ".join(f"{name}: {counts}" for name, counts in cells(text)) or "–"
    carries_unit = line.kind in (FieldKind.SHARE, FieldKind.DURATION)
    return (text or "–") if carries_unit or not unit or not text else f"{text} {unit}"


def _choices() -> dict[str, Options]:
    profiles = {
        "specification": _t("Office", "Strictest of all"),
        "fda": _t("Office", "USA (FDA Food Code)"),
        "uk": _t("Office", "United Kingdom"),
    }
    return {
        "profile": _options({key: profiles.get(key, key) for key in JURISDICTIONS}),
        "allergen_view": _options(
            {"us": _t("Office", "USA: 9 allergens"), "eu": _t("Office", "EU and UK: 14 allergens")}
        ),
        "basis": _options(
            {
                EarnBasis.AMOUNT_PAID.value: _t("Office", "What was paid"),
                EarnBasis.PORTIONS.value: _t("Office", "Portions"),
            }
        ),
    }


def _options(named: dict[str, str]) -> Options:
    return [{"key": key, "text": text} for key, text in named.items()]


def _yes_no() -> Options:
    return _options({"yes": _t("Office", "Yes"), "no": _t("Office", "No")})


def _roles() -> Options:
    return _options({each.value: words.role(each) for each in Role})


def _actions() -> Options:
    return _options({each.value: words.approval_action(each.value) for each in ApprovalAction})


def _base_units() -> Options:
    return _options({"each": _t("Office", "Each"), "whole": _t("Office", "Whole")})


def _columns(name: str) -> list[str]:
    titles: dict[str, list[str]] = {
        "size_standards": [_t("Office", "Size"), _t("Office", "Portions")],
        "usual_counts": [_t("Office", "Category"), _t("Office", "Portions, with commas")],
    }
    return titles[name]
