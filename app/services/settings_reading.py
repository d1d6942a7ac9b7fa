"""The settings document as a terminal reads it, though a part of it may be beyond it.

The server refuses what no program could read. A terminal of an older program may still meet a rule
that it does not know; it goes on with the last one it could read, and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.domain.policy import QualityPolicy, StoreSettings
from app.domain.prices.standard import standard_pricing
from app.services.policy_codec import BadPolicyDocument, from_document, to_document
from app.services.policy_form import section_of, sections, with_section

_SPECIFIED: Mapping[str, Any] = {
    "quality": QualityPolicy(0, 9.0, 8.0, 7.0, 8.0, 7.0, timedelta(minutes=15)),
    "pricing": standard_pricing(version=0),
}
"""Sections without defaults. Their version is nobody's, so the store accepts no price by them."""


@dataclass(frozen=True, slots=True)
class PartlyRead:
    """Settings with the sections that could not be read; those are at their defaults."""

    settings: StoreSettings
    unreadable: tuple[str, ...]

    def after(self, before: StoreSettings) -> StoreSettings:
        """The settings in which what could not be read is as it was before."""
        kept = self.settings
        for section in self.unreadable:
            kept = with_section(kept, section, section_of(before, section))
        return kept


def read_settings(document: Mapping[str, Any]) -> StoreSettings | PartlyRead:
    """All of it, or what can be read. Raises BadPolicyDocument for the store's own facts."""
    try:
        return from_document(StoreSettings, document)
    except BadPolicyDocument:
        return _partly(document)


def _partly(document: Mapping[str, Any]) -> PartlyRead:
    readable, unreadable = dict(document), []
    for section, kind in sections().items():
        above, _, name = section.rpartition(".")
        inner = readable.get(above) if above else readable
        if not isinstance(inner, Mapping):
            if inner is None:
                continue
            inner = {name: None}
        if name not in inner:
            continue
        try:
            from_document(kind, inner[name])
        except (BadPolicyDocument, TypeError):
            unreadable.append(section)
            inner = {key: value for key, value in inner.items() if key != name}
            if section in _SPECIFIED:
                inner[name] = to_document(_SPECIFIED[section])
            readable = {**readable, above: inner} if above else inner
    return PartlyRead(from_document(StoreSettings, readable), tuple(unreadable))
