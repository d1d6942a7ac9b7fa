"""What went back on sale when an order's hold ran out: taken once more, or left out."""

from collections.abc import Iterable
from uuid import UUID

from app.domain.ticket import TicketLine
from app.services.choose_portions import Asked
from app.services.store_view import StoreView
from app.ui.pos.taking import Taking


class Lapsed:
    """Remembers which of it somebody has already looked at."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._left_out: frozenset[UUID] = frozenset()

    def lines(self, view: StoreView | None, ticket_id: UUID) -> tuple[TicketLine, ...]:
        """Lines that were let go because their hold ran out, and nobody has looked at yet."""
        return tuple(
            line
            for line in (view.ticket_lines.values() if view else ())
            if line.ticket_id == ticket_id
            and line.voided
            and line.lapsed
            and line.id not in self._left_out
        )

    def leave_out(self, lines: Iterable[TicketLine]) -> None:
        """Go on without these."""
        self._left_out |= {line.id for line in lines}

    def take_again(self, ticket_id: UUID, line: TicketLine, avoids: frozenset[str]) -> bool:
        """The same grade at today's price, else what the tile shows; False when it is gone."""
        options = tuple(each.name for each in line.preparations)
        asked = Asked(grade=line.grade, avoids=avoids, options=options, note=line.note)
        if line.portion_id is not None:
            return bool(self._taking.portions(ticket_id, line.product_id, line.name, asked))
        for _ in range(line.quantity):
            self._taking.plain(ticket_id, line.product_id, line.name, asked)
        return True
