"""Lines taken back after the kitchen had them: shown struck through until somebody saw them."""

from collections.abc import Iterable
from uuid import UUID

from app.services.store_view import StoreView


class SeenVoids:
    """Remembers on this screen which voided lines were taken note of."""

    def __init__(self) -> None:
        self._seen: frozenset[UUID] = frozenset()

    def follow(self, view: StoreView) -> frozenset[UUID]:
        """Those seen, of the lines still known."""
        self._seen = frozenset(key for key in self._seen if key in view.ticket_lines)
        return self._seen

    def take_note(self, line_ids: Iterable[UUID]) -> None:
        """Somebody has seen these lines struck through."""
        self._seen |= frozenset(line_ids)
