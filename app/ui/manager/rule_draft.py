"""A draft of one section's rules: what was typed over them, and what it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.policy import PricingPolicy
from app.services import policy_form as form
from app.services.policy_form import FieldKind, FormField
from app.services.policy_shown import lines_of, read_lines, shown
from app.ui.manager.pricing_draft import PricingDraft


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """`known` holds in the shop; `base` is what is typed over: it, or an older one brought back."""

    known: Any
    base: Any
    currency: str
    typed: Mapping[str, str]

    def lines(self) -> tuple[FormField, ...]:
        """The form, before anything was typed."""
        return section_lines(self.base, self.currency, self.typed)

    def in_force(self) -> dict[str, str]:
        """The texts of the rules in force, by key."""
        return {line.key: line.text for line in section_lines(self.known, self.currency)}

    def policy(self) -> Any:
        """The policy as typed. Raises BadFieldText with the field's name."""
        if isinstance(self.base, PricingPolicy):
            return PricingDraft(self.base, self.typed, currency=self.currency).policy()
        return read_lines(self.base, self.typed, self.currency)

    def bad_field(self) -> str:
        """The first field that cannot be read; empty when all can."""
        try:
            self.policy()
        except form.BadFieldText as error:
            return str(error)
        return ""

    def moved(self) -> bool:
        """Whether it is another policy than the one in force; what can't be read is."""
        if self.bad_field():
            return True
        return bool(replace(self.policy(), version=self.known.version) != self.known)


def section_lines(
    policy: Any, currency: str, typed: Mapping[str, str] | None = None
) -> tuple[FormField, ...]:
    """The fields of a policy with their texts; of prices, without the lists that Prices edits.

    `typed` matters to switches only: their own lines come when they are switched on.
    """
    if not isinstance(policy, PricingPolicy):
        return lines_of(policy, currency)
    return tuple(_pricing(policy, currency, typed or {}))


def _pricing(policy: PricingPolicy, currency: str, typed: Mapping[str, str]) -> Iterator[FormField]:
    for line in PricingDraft(policy, typed, currency=currency).lines():
        yield line
        if line.name == "manual.cashier_share":
            for inner in form.form_of(policy.manual):
                if inner.kind is FieldKind.STRUCTURE:
                    key = f"manual.{inner.key}"
                    yield shown(FormField(key, key, inner.kind, inner.text), currency)
