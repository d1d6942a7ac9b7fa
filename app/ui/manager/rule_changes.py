"""What a draft or an older version changes: field by field, old → new, in the manager's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.policy import PricingPolicy, StoreSettings
from app.domain.prices.rules import ProductMargin
from app.services import policy_form as form
from app.services.policy_codec import BadPolicyDocument, from_document
from app.services.policy_form import FormField
from app.services.store_view import StoreView
from app.ui.manager import rule_words
from app.ui.manager.rule_draft import section_lines
from app.ui.manager.rule_editors import editor_of, ticked, unit_text, value_text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Change:
    """One field under both rules."""

    id: str
    label: str
    old: str
    new_: str

    @property
    def line(self) -> str:
        """The change in one line."""
        return f"{self.label}: {self.old} → {self.new_}"


def changes(section: str, before: Any, after: Any, view: StoreView) -> list[Change]:
    """Every field that differs, in the form's order; the version counts by itself."""
    settings = view.settings
    old = {line.key: line for line in section_lines(before, settings.currency)}
    new = {line.key: line for line in section_lines(after, settings.currency)}
    found: list[Change] = []
    for key in [*old, *(each for each in new if each not in old)]:
        one, other = old.get(key), new.get(key)
        if one != other:
            found.extend(_field(section, key, one, other, settings))
    if isinstance(before, PricingPolicy) and isinstance(after, PricingPolicy):
        found.extend(_lists(before, after, view))
    return found


def changes_in_document(
    section: str, document: Mapping[str, Any], view: StoreView
) -> list[Change] | None:
    """What an asked-for document would change today; None when this program cannot read it."""
    kind = form.sections().get(section)
    if kind is None:
        return None
    now = form.section_of(view.settings, section)
    try:
        after = from_document(kind, {**document, "version": now.version})
    except BadPolicyDocument:
        return None
    return changes(section, now, after, view)


def _field(
    section: str, key: str, old: FormField | None, new: FormField | None, settings: StoreSettings
) -> Iterator[Change]:
    line = old or new
    assert line is not None
    label = rule_words.label(section, line.name)
    if old and new and editor_of(line).kind == "roles":
        yield from _roles(line, old.text, new.text)
        return
    unit = unit_text(line, settings)
    yield Change(
        key,
        label,
        value_text(old, old.text, unit) if old else "–",
        value_text(new, new.text, unit) if new else "–",
    )


def _roles(line: FormField, old: str, new: str) -> Iterator[Change]:
    """A change for each action whose approvers are others."""
    editor = editor_of(line)
    named = {each["key"]: each["text"] for each in editor.ticks}
    before, after = ticked(line, old), ticked(line, new)
    for action in editor.options:
        one, other = before[action["key"]], after[action["key"]]
        if one != other:
            yield Change(
                f"approvers.{action['key']}",
                action["text"],
                ", ".join(named[each] for each in one),
                ", ".join(named[each] for each in other),
            )


def _lists(before: PricingPolicy, after: PricingPolicy, view: StoreView) -> Iterator[Change]:
    """Offers, hours and margins that come, go or change, by their names."""
    for name in ("promotions", "windows", "product_margins"):
        old = {_key(each): each for each in getattr(before, name)}
        new = {_key(each): each for each in getattr(after, name)}
        for key in [*old, *(each for each in new if each not in old)]:
            one, other = old.get(key), new.get(key)
            if one != other:
                label = f"{rule_words.label('pricing', name)}: {_name(one or other, view)}"
                yield Change(f"{name}.{key}", label, _there(one), _became(one, other))


def _key(each: Any) -> str | UUID:
    found: str | UUID = each.product_id if isinstance(each, ProductMargin) else each.id
    return found


def _name(each: Any, view: StoreView) -> str:
    if isinstance(each, ProductMargin):
        product = view.products.get(each.product_id)
        return product.name if product else "–"
    return str(getattr(each, "name", "") or getattr(each, "label", "") or each.id)


def _there(each: Any) -> str:
    return "–" if each is None else _t("Office", "as it is")


def _became(old: Any, new: Any) -> str:
    if new is None:
        return _t("Office", "taken out")
    return _t("Office", "new") if old is None else _t("Office", "edited")
