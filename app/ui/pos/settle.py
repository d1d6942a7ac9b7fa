"""The question to the guest when a portion of an order fell and nothing equal takes its place.

It opens by itself, for the order being composed and for every paid order of this register that is
not handed over; what the kitchen replaced meanwhile closes it again (POS-E3.1).
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketLine
from app.services import line_care
from app.services.order_ports import Settlement
from app.services.ports import Changes, Store
from app.services.store_view import Entity, StoreView
from app.ui.pos.choice_words import stood_in
from app.ui.pos.order import OrderModel
from app.ui.pos.settle_questions import Question, Questions
from app.ui.pos.settle_words import (
    kitchen_replaces,
    question_props,
    refund_words,
    replaced_words,
    waiting_text,
)
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.shell import Shell


class SettleModel(Shown):
    """`props.title` is empty while there is no question; `props.waiting` names what was put off."""

    othersWanted = Signal(str)  # noqa: N815
    """A line: offer what there is instead of it."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        shelf: OfferShelf,
        order: OrderModel,
        say: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._shelf = shell, store, shelf
        self._order, self._say = order, say
        self._questions = Questions(store, shelf, order)
        self._session: Session | None = None
        self._asked: Question | None = None
        self._put_off: set[tuple[UUID, UUID | None]] = set()
        self._codes: dict[UUID, str] = {}
        self._busy = False
        self._wanted: UUID | None = None
        self._show(None, 0)

    def use(self, session: Session | None) -> None:
        """Ask `session`; without one nobody is asked."""
        self._session = session

    def fold(self, view: StoreView, changes: Changes) -> None:
        """Say which portions of this register's orders were replaced."""
        keys = changes.get(Entity.TICKET_LINE, ()) if changes else tuple(view.ticket_lines)
        for key in keys:
            line = view.ticket_lines.get(key)
            if line is None or line.portion_code is None or not self._questions.is_mine(view, line):
                self._codes.pop(key, None)
                continue
            before = self._codes.get(key)
            self._codes[key] = line.portion_code
            if changes and before not in (None, line.portion_code):
                self._announce(view, line)

    def look(self, view: StoreView, now: datetime, *, paying: bool = False) -> None:
        """Find what has to be settled; the first that was not put off is asked about.

        Nobody is asked in the middle of a payment.
        """
        questions = list(self._questions.find(view, now))
        open_now = [q for q in questions if (q.line.id, q.line.portion_id) not in self._put_off]
        open_now.sort(key=lambda question: question.line.ticket_id != self._wanted)
        asked = open_now[0] if open_now and self._session is not None and not paying else None
        self._asked = asked
        self._show(view if asked else None, len(questions) - len(open_now))

    def _announce(self, view: StoreView, line: TicketLine) -> None:
        if not stood_in(line) or self._order.keeper.did_replace(line.id):
            return
        self._say(*replaced_words(view.tickets[line.ticket_id], line))

    @Slot()
    def later(self) -> None:
        """Ask again when somebody wants to; the order cannot be handed over meanwhile."""
        if self._asked is not None:
            self._put_off.add((self._asked.line.id, self._asked.line.portion_id))
            self._again()

    @Slot()
    def resume(self) -> None:
        """Ask what was put off."""
        self._put_off.clear()
        self._again()

    @Slot(str)
    def askFor(self, ticket_key: str) -> None:
        """Ask about an order, put off or not; where the kitchen has another portion, say so."""
        ticket_id = UUID(ticket_key)
        self._wanted = ticket_id
        asked_of = self._asked.line.ticket_id if self._asked else None
        view = self._store.feed.view
        if view is None:
            return
        found = list(self._questions.find(view, self._store.feed.now()))
        if not any(question.line.ticket_id == ticket_id for question in found):
            self._say(*kitchen_replaces())
        elif asked_of != ticket_id:
            lines = {question.line.id for question in found if question.line.ticket_id == ticket_id}
            self._put_off = {each for each in self._put_off if each[0] not in lines}
            self._again()

    @Slot(str)
    def choose(self, way: str) -> None:
        """`same`, `lower`, `other`, `wait` or `refund`."""
        asked = self._asked
        if asked is None or self._session is None or self._busy:
            return
        if not asked.paid:
            self._choose_open(asked, way)
        elif way == "other":
            self._settle(asked, Settlement.REFUND, lambda: self._offer_others(asked))
        else:
            ways = {
                "lower": Settlement.ACCEPT_LOWER,
                "wait": Settlement.WAIT,
                "refund": Settlement.REFUND,
            }
            self._settle(asked, ways[way])

    def _choose_open(self, asked: Question, way: str) -> None:
        key = str(asked.line.id)
        if way == "same":
            self._order.keeper.take_another(asked.line.id)
        elif way == "lower":
            self._order.acceptLower(key)
        elif way == "refund":
            self._order.remove(key)
        else:
            # Waiting keeps the line: as soon as a portion is free it is taken by itself.
            self.later()
            if way == "other":
                self.othersWanted.emit(key)

    def _offer_others(self, asked: Question) -> None:
        self.othersWanted.emit(str(asked.line.id))

    def _settle(
        self, asked: Question, way: Settlement, then: Callable[[], None] | None = None
    ) -> None:
        self._busy = True
        self._shell.tasks.start(self._carry_out(asked, way, then), name="settle line")

    async def _carry_out(
        self, asked: Question, way: Settlement, then: Callable[[], None] | None
    ) -> None:
        view, session = self._store.feed.view, self._session
        back: list[int] = []

        async def ask() -> None:
            assert view is not None and session is not None
            back.append(
                await self._store.choices.settle(
                    session, request=new_id(), refund_id=new_id(), line_id=asked.line.id, way=way,
                    reason=line_care.why_fallen(
                        view, self._shelf.appraiser, asked.line, self._store.feed.now()
                    ),
                    candidates=asked.lower if way is Settlement.ACCEPT_LOWER else (),
                )
            )  # fmt: skip

        try:
            if await self._order.said(ask()) and view is not None:
                if back[0] > 0:
                    self._say(*refund_words(asked, back[0], view.settings))
                if then is not None:
                    then()
        finally:
            self._busy = False
            self._again()

    def _again(self) -> None:
        view = self._store.feed.view
        if view is not None:
            self.look(view, self._store.feed.now())

    def _show(self, view: StoreView | None, put_off: int) -> None:
        waiting = waiting_text(put_off)
        asked = self._asked
        if asked is None or view is None:
            self.show_props({"title": "", "text": "", "ways": [], "waiting": waiting})
            return
        now = self._store.feed.now()
        why = line_care.why_fallen(view, self._shelf.appraiser, asked.line, now)
        props = question_props(asked, why.value, view.settings)
        self.show_props({**props, "waiting": waiting})
