"""Guests as a search shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.guests import FoundGuest
from app.ui.pos.guest_words import points_text


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One guest; of the phone only the end is shown, other guests stand at the counter too."""

    key: str
    name: str
    detail: str
    points: str


def guest_rows(found: Iterable[FoundGuest]) -> list[GuestRow]:
    """The rows in their order."""
    return [
        GuestRow(str(each.id), each.name, _ending(each.phone), points_text(each.balance))
        for each in found
    ]


def _ending(phone: str | None) -> str:
    return f"··· {phone[-4:]}" if phone else ""
