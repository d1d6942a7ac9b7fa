"""Instant product search: an in-memory index over folded names and code prefixes."""

import unicodedata
from collections.abc import Iterable
from uuid import UUID

from app.domain.catalog import Product


def folded(text: str) -> str:
    """Return `text` for comparison: no case, no Latin accents; Thai vowel signs stay."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not "\u0300" <= c <= "\u036f")


class SearchIndex:
    """Products in menu order, searchable by any part of the name or by the code's beginning."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._entries = tuple(
            (p.id, p.category_id, f" {folded(p.name)}", f" {p.code_prefix.casefold()}")
            for p in products
        )

    def find(self, text: str, category_id: UUID | None = None) -> tuple[UUID, ...]:
        """Return the ids of all products that hold every word of `text`, best first.

        Products of which a word begins with the text come before those that merely contain it;
        otherwise menu order is kept. An empty text finds everything. A category narrows.
        """
        words = folded(text).split()
        if not words:
            return tuple(e[0] for e in self._entries if category_id in (None, e[1]))
        starts: list[UUID] = []
        contains: list[UUID] = []
        for product_id, category, name, code in self._entries:
            if category_id is not None and category != category_id:
                continue
            if all(word in name or code.startswith(f" {word}") for word in words):
                begins = all(f" {word}" in name or f" {word}" in code for word in words)
                (starts if begins else contains).append(product_id)
        return (*starts, *contains)
