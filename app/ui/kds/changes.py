"""Which lines were given another portion after they were first shown (FUL-02.6)."""

from uuid import UUID

from app.services.store_view import StoreView


class ChangeMarks:
    """Remembers each open line's first portion code."""

    def __init__(self) -> None:
        self._first: dict[UUID, str | None] = {}

    def follow(self, view: StoreView) -> frozenset[UUID]:
        """The lines whose portion differs from the first one shown here."""
        lines = view.ticket_lines
        self._first = {
            key: self._first.get(key, line.portion_code)
            for key, line in lines.items()
            if not line.off_the_list
        }
        return frozenset(k for k, code in self._first.items() if lines[k].portion_code != code)
