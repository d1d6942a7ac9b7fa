"""The question to the guest when a portion of an order fell and nothing equal takes its place.

It opens by itself, for the order being composed and for every paid order of this register that is
not handed over; what the kitchen replaced meanwhile closes it again (POS-E3.1).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.replacement import Trouble
from app.domain.ticket import TicketLine, TicketState
from app.services import line_care
from app.services.line_trouble import trouble_of_line
from app.services.order_ports import Settlement
from app.services.ports import Candidate, Changes, Store
from app.services.store_view import Entity, StoreView
from app.ui.pos.choice_words import degraded_because, stood_in
from app.ui.pos.order import OrderModel
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.format import money
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


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
        self._session: Session | None = None
        self._asked: Question | None = None
        self._put_off: set[tuple[UUID, UUID | None]] = set()
        self._codes: dict[UUID, str] = {}
        self._busy = False
        self._show(None, 0)

    def use(self, session: Session | None) -> None:
        """Ask `session`; without one nobody is asked."""
        self._session = session

    def fold(self, view: StoreView, changes: Changes) -> None:
        """Say which portions of this register's orders were replaced."""
        keys = changes.get(Entity.TICKET_LINE, ()) if changes else tuple(view.ticket_lines)
        for key in keys:
            line = view.ticket_lines.get(key)
            if line is None or line.portion_code is None or not self._is_mine(view, line):
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
        questions = list(self._questions(view, now))
        open_now = [q for q in questions if (q.line.id, q.line.portion_id) not in self._put_off]
        asked = open_now[0] if open_now and self._session is not None and not paying else None
        self._asked = asked
        self._show(view if asked else None, len(questions) - len(open_now))

    def _announce(self, view: StoreView, line: TicketLine) -> None:
        if not stood_in(line) or self._order.keeper.did_replace(line.id):
            return
        ticket = view.tickets[line.ticket_id]
        self._say(
            _t("Till", "Order {number}: {name} is another portion").format(
                number=ticket.number, name=line.name
            ),
            _t("Till", "{new}. {why}").format(new=line.portion_code, why=stood_in(line)),
        )

    def _is_mine(self, view: StoreView, line: TicketLine) -> bool:
        ticket = view.tickets.get(line.ticket_id)
        return ticket is not None and ticket.terminal_id == self._store.terminal_id

    def _questions(self, view: StoreView, now: datetime) -> Iterator[Question]:
        for line in view.ticket_lines.values():
            if line.portion_id is None or line.off_the_list or line.waits_since is not None:
                continue
            if line.served_at is not None or not self._is_mine(view, line):
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
            if line_care.stand_ins(view, appraiser, offer, line, now):
                return None  # The kitchen's Replace gives it one at once.
            lower = line_care.lower_grade(view, appraiser, offer, line, now)
        lowered = trouble is Trouble.LOWERED
        return Question(line, number, True, lowered, lower, (), offer.wholes_uncut)

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
                    self._tell_refund(view, asked, back[0])
                if then is not None:
                    then()
        finally:
            self._busy = False
            self._again()

    def _tell_refund(self, view: StoreView, asked: Question, back_minor: int) -> None:
        self._say(
            _t("Till", "Give {amount} back").format(amount=money(back_minor, view.settings)),
            _t("Till", "Order {number}, {name}. The refund's receipt is being printed.").format(
                number=asked.number, name=asked.line.name
            ),
        )

    def _again(self) -> None:
        view = self._store.feed.view
        if view is not None:
            self.look(view, self._store.feed.now())

    def _show(self, view: StoreView | None, put_off: int) -> None:
        waiting = ""
        if put_off:
            waiting = _t("Till", "%n order line(s) wait for the guest's choice", "", put_off)
        asked = self._asked
        if asked is None or view is None:
            self.show_props({"title": "", "text": "", "ways": [], "waiting": waiting})
            return
        now = self._store.feed.now()
        why = degraded_because(
            line_care.why_fallen(view, self._shelf.appraiser, asked.line, now).value
        )
        title = _t("Till", "Order {number}: {name}").format(
            number=asked.number, name=f"{asked.line.name} {asked.line.grade or ''}".strip()
        )
        text = _t("Till", "{code} cannot be served as sold: {why}. Ask the guest.").format(
            code=asked.line.portion_code, why=why
        )
        if asked.lowered and asked.lower:
            text = _t("Till", "{code} was found to be of grade {grade}: ask the guest.").format(
                code=asked.line.portion_code, grade=asked.lower[0].grade.value
            )
        self.show_props(
            {"title": title, "text": text, "ways": _ways(asked, view), "waiting": waiting}
        )


def _ways(asked: Question, view: StoreView) -> list[Mapping[str, str]]:
    line, settings = asked.line, view.settings
    grade = line.grade.value if line.grade else ""
    found: list[Mapping[str, str]] = []
    if asked.same:
        text = _t("Till", "Another {grade} at the same price").format(grade=grade)
        found.append({"key": "same", "text": text})
    if asked.lower:
        first = asked.lower[0]
        less = line.unit_price_minor - first.unit_price_minor
        said = (
            _t("Till", "{grade} for {price}, {less} back")
            if asked.paid
            else _t("Till", "{grade} for {price}, {less} less")
        )
        text = said.format(
            grade=first.grade.value,
            price=money(first.unit_price_minor, settings),
            less=money(less, settings),
        )
        found.append({"key": "lower", "text": text})
    found.append({"key": "other", "text": _t("Till", "Another product")})
    if asked.wholes and not asked.lowered:
        found.append({"key": "wait", "text": _t("Till", "Wait for a new whole")})
    if asked.paid:
        text = _t("Till", "Money back: {amount}").format(
            amount=money(line.amount_minor - line.refunded_minor, settings)
        )
    else:
        text = _t("Till", "Leave it out")
    found.append({"key": "refund", "text": text})
    return found
