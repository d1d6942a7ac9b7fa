"""Which lines of this register's orders nothing equal takes the place of: the guest is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.domain.replacement import Trouble
from app.domain.ticket import TicketLine, TicketState
from app.services import line_care
from app.services.line_trouble import trouble_of_line
from app.services.ports import Candidate, Store
from app.services.store_view import StoreView
from app.ui.pos.order import OrderModel
from app.ui.pos.shelf import OfferShelf


@dataclass(frozen=True, slots=True)
class Question:
    """One line to settle. `lower` and `same` are what could be had instead, best first."""

    line: TicketLine
    number: int
    paid: bool
    lowered: bool
    lower: tuple[Candidate, ...]
    same: tuple[Candidate, ...]
    wholes: int


class Questions:
    """Looks through the order being composed and every paid one that is not handed over."""

    def __init__(self, store: Store, shelf: OfferShelf, order: OrderModel) -> None:
        self._store, self._shelf, self._order = store, shelf, order

    def is_mine(self, view: StoreView, line: TicketLine) -> bool:
        """Whether the line was sold at this register."""
        ticket = view.tickets.get(line.ticket_id)
        return ticket is not None and ticket.terminal_id == self._store.terminal_id

    def find(self, view: StoreView, now: datetime) -> Iterator[Question]:
        """Every question there is, in the order of the lines."""
        for line in view.ticket_lines.values():
            if line.portion_id is None or line.off_the_list or line.waits_since is not None:
                continue
            if line.served_at is not None or not self.is_mine(view, line):
                continue
            ticket = view.tickets[line.ticket_id]
            question = None
            if ticket.state is TicketState.PAID:
                question = self._of_paid(view, line, ticket.number, now)
            elif ticket.id == self._order.ticket_id:
                question = self._of_open(line, ticket.number, now)
            if question is not None:
                yield question

    def _of_open(self, line: TicketLine, number: int, now: datetime) -> Question | None:
        note = self._order.keeper.note_of(line.id)
        if note.unfit is None or note.pending:
            return None
        wholes = self._shelf.offer(line.product_id, now).wholes_uncut
        lower = (note.own,) if note.own is not None else note.lower
        return Question(line, number, False, note.own is not None, lower, note.others, wholes)

    def _of_paid(
        self, view: StoreView, line: TicketLine, number: int, now: datetime
    ) -> Question | None:
        trouble = trouble_of_line(view, line, now)
        if trouble is None:
            return None
        appraiser, offer = self._shelf.appraiser, self._shelf.offer(line.product_id, now)
        if trouble is Trouble.LOWERED:
            own = line_care.own_portion(view, appraiser, line, now)
            lower: tuple[Candidate, ...] = (own,) if own is not None else ()
        else:
            people_choose = line.failed_checks >= view.settings.kitchen.failures_in_a_row
            if not people_choose and line_care.stand_ins(view, appraiser, offer, line, now):
                return None  # The kitchen's Replace gives it one at once.
            lower = line_care.lower_grade(view, appraiser, offer, line, now)
        lowered = trouble is Trouble.LOWERED
        return Question(line, number, True, lowered, lower, (), offer.wholes_uncut)
