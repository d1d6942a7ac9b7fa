"""A draft of the pricing policy: what was typed over the one in force, nothing decided yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.domain.policy import PricingPolicy
from app.domain.prices.promotion import Promotion
from app.domain.prices.rules import (
    GradeFactors,
    PaceLadder,
    PriceWindow,
    ProductMargin,
    SellByStep,
)
from app.services import policy_form as form
from app.services.policy_form import BadFieldText, FieldKind, FormField
from app.services.policy_shown import shown, stored

_SWITCHED: Mapping[str, type[Any]] = {"grade_factors": GradeFactors, "pace": PaceLadder}
"""Rules that a policy has or has not; the form switches them on with their defaults."""
_STEPS = "sell_by_steps"


@dataclass(frozen=True, slots=True)
class PricingDraft:
    """The policy in force with what was typed (by line) and the lists that were edited.

    A list that was not edited is None and follows the policy in force.
    """

    known: PricingPolicy
    typed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    promotions: tuple[Promotion, ...] | None = None
    windows: tuple[PriceWindow, ...] | None = None
    margins: tuple[ProductMargin, ...] | None = None
    currency: str = ""
    """Amounts are typed in it; empty: in minor units."""

    def with_text(self, key: str, text: str) -> "PricingDraft":
        """The draft with one line typed."""
        return replace(self, typed={**self.typed, key: text})

    def base(self) -> PricingPolicy:
        """The policy in force with the edited lists, and the switches as they stand."""
        known = self.known
        switches = {
            name: _switched(getattr(known, name), self.typed.get(name), kind)
            for name, kind in _SWITCHED.items()
        }
        return replace(
            known,
            promotions=known.promotions if self.promotions is None else self.promotions,
            windows=known.windows if self.windows is None else self.windows,
            product_margins=known.product_margins if self.margins is None else self.margins,
            **switches,
        )

    def lines(self) -> tuple[FormField, ...]:
        """One line per number, share, time and switch; lists have their own forms."""
        found = _lines(self.base())
        return tuple(shown(each, self.currency) if self.currency else each for each in found)

    def policy(self) -> PricingPolicy:
        """The policy as typed. Raises BadFieldText with the line's key."""
        policy = self.base()
        for name in _parts(policy):
            inner = {key.partition(".")[2]: text for key, text in self.typed.items()
                     if key.startswith(f"{name}.")}  # fmt: skip
            try:
                made: Any = form.read_form(getattr(policy, name), inner)
            except BadFieldText as error:
                raise BadFieldText(f"{name}.{error}") from error
            changes: dict[str, Any] = {name: made}
            policy = replace(policy, **changes)
        own = {line.key: self._stored(line) for line in form.form_of(policy)
               if line.key in self.typed and line.kind is not FieldKind.STRUCTURE}  # fmt: skip
        read: PricingPolicy = form.read_form(policy, own)
        if _STEPS in self.typed:
            read = replace(read, sell_by_steps=read_steps(self.typed[_STEPS]))
        return read

    def _stored(self, line: FormField) -> str:
        typed = self.typed[line.key]
        return stored(line, typed, self.currency) if self.currency else typed

    def changes(self) -> int:
        """How much differs from the policy in force: lines, and entries of the lists."""
        unmoved = PricingDraft(self.known, currency=self.currency)
        known = {line.key: line.text for line in unmoved.lines()}
        lines = sum(1 for key, text in self.typed.items() if known.get(key, "no") != text)
        return lines + sum(
            _differences(old, new)
            for old, new in (
                (self.known.promotions, self.promotions),
                (self.known.windows, self.windows),
                (self.known.product_margins, self.margins),
            )
            if new is not None
        )


def _switched(known: Any, typed: str | None, kind: type[Any]) -> Any:
    if typed == "no":
        return None
    return kind() if known is None and typed == "yes" else known


def _parts(policy: PricingPolicy) -> Iterator[str]:
    """The names of the rules that are made of several lines."""
    for each in fields(policy):
        if is_dataclass(getattr(policy, each.name)):
            yield each.name


def _lines(policy: PricingPolicy) -> Iterator[FormField]:
    parts = set(_parts(policy))
    for line in form.form_of(policy):
        if line.name in _SWITCHED:
            on = "yes" if getattr(policy, line.name) is not None else "no"
            yield FormField(line.name, line.name, FieldKind.YES_NO, on)
        if line.name in parts:
            yield from (
                FormField(f"{line.name}.{inner.name}", f"{line.name}.{inner.key}", inner.kind,
                          inner.text)
                for inner in form.form_of(getattr(policy, line.name))
                if inner.kind is not FieldKind.STRUCTURE
            )  # fmt: skip
        elif line.name == _STEPS:
            yield FormField(_STEPS, _STEPS, FieldKind.TEXT, steps_text(policy.sell_by_steps))
        elif line.kind is not FieldKind.STRUCTURE:
            yield line


def _differences(old: tuple[Any, ...], new: tuple[Any, ...]) -> int:
    before = {_key(each): each for each in old}
    after = {_key(each): each for each in new}
    return sum(1 for key in before.keys() | after.keys() if before.get(key) != after.get(key))


def _key(each: Any) -> str | UUID:
    found: str | UUID = each.product_id if isinstance(each, ProductMargin) else each.id
    return found


def steps_text(steps: tuple[SellByStep, ...]) -> str:
    """`1 h: 90 %; 30 min: 75 %`, the farthest first."""
    ordered = sorted(steps, key=lambda step: -step.within_s)
    return "; ".join(
        f"{form.duration_text(step.within_s)}: {form.share_text(step.factor)}" for step in ordered
    )


def read_steps(text: str) -> tuple[SellByStep, ...]:
    """The steps of `steps_text`; empty text has none. Raises BadFieldText."""
    steps = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        time, colon, share = part.partition(":")
        try:
            if not colon:
                raise ValueError(part)
            steps.append(SellByStep(int(form.read_duration_s(time)), form.read_share(share)))
        except (ValueError, ZeroDivisionError) as error:
            raise BadFieldText(_STEPS) from error
    return tuple(sorted(steps, key=lambda step: step.within_s))
