"""Instant product search: an in-memory index over folded names and code prefixes."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from app.domain.catalog import Product


def folded(text: str) -> str:
    """Return `text` for comparison: no case, no Latin accents; Thai vowel signs stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")


class _Entry(NamedTuple):
    """A product with its folded name and code, each after a space: there a word begins."""

    id: UUID
    category_id: UUID | None
    name: str
    code: str


class SearchIndex:
    """Products in menu order, searchable by any part of the name or by the code's beginning."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._entries = [
            _Entry(p.id, p.category_id, f" {folded(p.name)}", f" {p.code_prefix.casefold()}")
            for p in products
        ]

    def find(self, text: str, category_id: UUID | None = None) -> tuple[UUID, ...]:
        """Return the ids of all products that hold every word of `text`, best first.

        Products of which a word begins with the text come before those that merely contain it;
        otherwise menu order is kept. An empty text finds everything. A category narrows.
        """
        found = self._entries
        if category_id is not None:
            found = [each for each in found if each.category_id == category_id]
        words = folded(text).split()
        for word in words:
            start = f" {word}"
            found = [e for e in found if word in e.name or e.code.startswith(start)]
        begins = found
        for start in (f" {word}" for word in words):
            begins = [e for e in begins if start in e.name or e.code.startswith(start)]
        if len(begins) == len(found):
            return tuple([each.id for each in begins])
        first = [each.id for each in begins]
        known = set(first)
        return (*first, *(each.id for each in found if each.id not in known))
