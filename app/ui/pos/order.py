"""The order being composed: lines, holds, totals; taps go out through the adder."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketLine, TicketState
from app.services.choose_portions import Asked
from app.services.ports import Candidate, Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.pos.adder import Adder, Wish
from app.ui.pos.choice_words import changed_words
from app.ui.pos.holding import Holding
from app.ui.pos.keeper import Keeper
from app.ui.pos.order_keys import OrderKeys
from app.ui.pos.order_props import LineRow, derive_order
from app.ui.pos.pending import Pending, PendingPhase
from app.ui.pos.quantities import Quantities
from app.ui.pos.requests import Requests
from app.ui.pos.shelf import ShelfCounter
from app.ui.pos.taking import Taking
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class OrderModel(OrderKeys):
    """The order panel."""

    refused = Signal(str, str)
    announced = Signal(str, str)
    missing = Signal(object)
    """A wish that could not be had; something like it may be."""
    limited = Signal(object, str)
    """A wish that the store refused because too few are left, and its detail."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(store, parent)
        self._shell = shell
        self._session: Session | None = None
        self._left_out: frozenset[UUID] = frozenset()
        self._lines: RowsModel[LineRow] = RowsModel(LineRow, "key", self)
        self._adder = Adder(store.selling, shell.tasks, self, self._candidates)
        self._pieces = Quantities(store.selling, shell.tasks, self.said, self.derive)
        self._requests = Requests(store.selling, shell.tasks, self.said, self.derive)
        self._taking = Taking(self._adder, self._pieces, self._kept)
        self._keeper = Keeper(store, shell.tasks, self.said, self.announced.emit)
        self._holding = Holding(store, shell.tasks, self.said)

    lines = Property(QObject, lambda self: self._lines, constant=True)

    @property
    def pendings(self) -> tuple[Pending, ...]:
        return self._adder.pendings

    @property
    def keeper(self) -> Keeper:
        """Who watches the lines."""
        return self._keeper

    @property
    def can_pay(self) -> bool:
        return bool(self._get_props().get("canPay"))

    @property
    def settled(self) -> bool:
        """Whether nothing of the order is on its way to the store, or waits for a stand-in."""
        coming = self._adder.pendings or self._removing or self._pieces.wanted
        return not coming and self._keeper.quiet and self._requests.quiet

    @Slot(object, object, str)
    def ask(self, line_id: UUID, options: Sequence[str], note: str) -> None:
        """Change what a line asks for."""
        self._requests.send(self._session, line_id, options, note)
        self.derive()

    def use(self, session: Session | None, counter: ShelfCounter) -> None:
        """Sell for `session` from `counter`."""
        self._session = session
        self._taking.use(session, counter)
        self._keeper.use(session, counter)
        self._holding.use(session)

    def add_plain(self, product_id: UUID, name: str) -> None:
        """Put one piece into the order."""
        self._taking.plain(self._ticket_id, product_id, name)
        self.derive()

    def shown(self, product_id: UUID) -> Asked:
        """One portion as the product's tile shows it, for this order's guest."""
        return self._taking.shown(product_id, self.avoids)

    def proposal(self, product_id: UUID) -> Candidate | None:
        """The portion that a tap on the tile would take."""
        return self._taking.proposal(product_id, self.shown(product_id))

    def add_portions(self, product_id: UUID, name: str, asked: Asked) -> list[UUID]:
        """Put what is asked for into the order; returns the lines of those there were."""
        return self._taking.portions(self._ticket_id, product_id, name, asked)

    def add_row(self, product_id: UUID, name: str, row: Sequence[Candidate]) -> None:
        """Put the first of these that is still free into the order, at the price it carries."""
        self._taking.row(self._ticket_id, product_id, name, row)
        self.derive()

    def add_by_hand(self, product_id: UUID, name: str, portion_id: UUID) -> bool:
        """Put this very portion into the order; False when it can't be had."""
        asked = Asked(avoids=self.avoids)
        return self._taking.by_hand(self._ticket_id, product_id, name, portion_id, asked)

    @property
    def avoids(self) -> frozenset[str]:
        """What the order's guest avoids."""
        view = self._store.feed.view
        ticket = view.tickets.get(self._ticket_id) if view else None
        return frozenset(ticket.avoids) if ticket else frozenset()

    def resume(self, view: StoreView) -> None:
        """Take up the order this till left open, for example after it was killed."""
        mine = [
            t
            for t in view.tickets.values()
            if t.terminal_id == self._store.terminal_id
            and t.state is TicketState.OPEN
            and t.parked_at is None
        ]
        if mine and self._ticket_id not in view.tickets and not self._adder.pendings:
            self._ticket_id = max(mine, key=lambda t: t.opened_at).id
            self.ticketChanged.emit()

    def derive(self) -> None:
        """Show the order as the store view and the clock have it now."""
        view = self._store.feed.view
        if view is None:
            return
        for pending in self._adder.pendings:
            line = view.ticket_lines.get(pending.line_id)
            if line is not None and pending.phase is not PendingPhase.RETRY:
                if pending.quantity > line.quantity:
                    self._pieces.wish(self._session, line.id, pending.quantity)
                asked = self._adder.seen(pending.line_id)
                if asked.options or asked.note:
                    self._requests.send(self._session, line.id, asked.options, asked.note)
        self._removing = frozenset(
            i for i in self._removing if i in view.ticket_lines and not view.ticket_lines[i].voided
        )
        self._pieces.drop_seen(view)
        now = self._store.feed.now()
        self._keeper.look(view, self._kept(), now)
        shown = derive_order(
            view,
            self._ticket_id,
            self._adder.pendings,
            self._removing,
            self._pieces.wanted,
            now,
            self._keeper.notes,
            self._lapsed(),
        )
        self._lines.set_rows(shown.rows)
        props = asdict(shown)
        props.pop("rows")
        props.pop("total_minor")
        props["can_pay"] = shown.can_pay and self._requests.quiet
        self.show_props({_camel(name): value for name, value in props.items()})

    def pendings_changed(self) -> None:
        self.derive()

    def addition_refused(self, wish: Wish, refusal: Refused) -> None:
        title, text = sentence(refusal)
        if refusal.code is RefusalCode.GONE:
            title = _t("Till", "{name} is gone").format(name=wish.name)
            self.missing.emit(wish)
        elif refusal.code is RefusalCode.CHANGED and wish.by_hand:
            title, text = changed_words(wish.name, refusal.detail)
            self.missing.emit(wish)
        self.refused.emit(title, text)
        if refusal.code is RefusalCode.SCARCE:
            self.limited.emit(wish, refusal.detail)
        self.derive()

    @Slot(str)
    def retry(self, key: str) -> None:
        """Ask again for a line the store did not answer."""
        self._adder.retry(UUID(key))

    @Slot(str)
    def remove(self, key: str) -> None:
        """Take a line out and release its portion."""
        line_id = UUID(key)
        if any(p.line_id == line_id for p in self._adder.pendings):
            self._adder.forget(line_id)
            return
        if self._session is None or line_id in self._removing:
            return
        self._removing |= {line_id}
        self.derive()
        self._shell.tasks.start(self._remove(self._session, line_id), name="remove line")

    def drop_expired(self, codes: Collection[str] = ()) -> list[str]:
        """Take out portions past their limit, or with one of `codes`; return their names.

        Server clock (BR-05.4); nobody can keep such a portion in the order.
        """
        view = self._store.feed.view
        dropped = []
        for line in view.lines_of(self._ticket_id) if view else ():
            portion = view.portions.get(line.portion_id) if view and line.portion_id else None
            over = portion is not None and portion.expires_at <= self._now()
            if over or (line.portion_code is not None and line.portion_code in codes):
                self.remove(str(line.id))
                dropped.append(line.name)
        return dropped

    @Slot(str, int)
    def setQuantity(self, key: str, quantity: int) -> None:
        """Change how many pieces of a plain line; 0 removes it."""
        if quantity < 1:
            self.remove(key)
        elif self._session is not None:
            self._pieces.wish(self._session, UUID(key), quantity)
            self.derive()

    @Slot()
    def cancel(self) -> None:
        """Void the whole order and release everything in it."""
        self._adder.forget_all()
        view = self._store.feed.view
        ticket_id = self._ticket_id
        self.start_next()
        if view is not None and ticket_id in view.tickets and self._session is not None:
            call = self._store.selling.void_ticket(
                self._session, request=new_id(), ticket_id=ticket_id
            )
            self._shell.tasks.start(self.said(call), name="cancel order")

    @Slot()
    def takeAgain(self) -> None:
        """After the hold ended: void the order and take the same things once more."""
        view = self._store.feed.view
        if view is None:
            return
        lines, lapsed = view.lines_of(self._ticket_id), self._lapsed()
        if lapsed and not any(line.portion_id for line in lines):
            self.leaveOut()
            lines = ()
        else:
            self.cancel()
        for line in (*lines, *lapsed):
            self._take_again(line)

    @Slot()
    def leaveOut(self) -> None:
        """Go on without what went back on sale."""
        self._left_out |= {line.id for line in self._lapsed()}
        self.derive()

    def _lapsed(self) -> tuple[TicketLine, ...]:
        """Lines that were let go because their hold ran out, and nobody has looked at yet."""
        view = self._store.feed.view
        return tuple(
            line
            for line in (view.ticket_lines.values() if view else ())
            if line.ticket_id == self._ticket_id
            and line.voided
            and line.lapsed
            and line.id not in self._left_out
        )

    def _take_again(self, line: TicketLine) -> None:
        """The same grade at today's price, else what the tile shows."""
        options = tuple(each.name for each in line.preparations)
        asked = Asked(grade=line.grade, avoids=self.avoids, options=options, note=line.note)
        if line.portion_id is None:
            for _ in range(line.quantity):
                self._taking.plain(self._ticket_id, line.product_id, line.name, asked)
            return
        if not self._taking.portions(self._ticket_id, line.product_id, line.name, asked):
            self.refused.emit(
                _t("Till", "{name} is gone").format(name=line.name),
                _t("Till", "The rest of the order was taken again."),
            )

    def _kept(self) -> Sequence[TicketLine]:
        view = self._store.feed.view
        lines = view.lines_of(self._ticket_id) if view else ()
        return [line for line in lines if line.id not in self._removing]

    async def _remove(self, session: Session, line_id: UUID) -> None:
        call = self._store.selling.remove_line(session, request=new_id(), line_id=line_id)
        if not await self.said(call):
            self._removing -= {line_id}
            self.derive()

    async def said(self, call: Any) -> bool:
        """Await a store call; a refusal becomes a sentence. True when it was done."""
        try:
            await call
        except Exception as error:
            self.refused.emit(*sentence(error))
            return False
        return True

    def again(self, wish: Wish) -> None:
        """Ask the store once more for what it refused, if the order is still the same."""
        candidates = tuple(self._candidates(wish))
        if wish.ticket_id == self._ticket_id and candidates:
            self._adder.add(replace(wish, candidates=candidates))

    def _candidates(self, wish: Wish) -> Sequence[Candidate]:
        return self._taking.again(wish)

    def _now(self) -> datetime:
        return self._store.feed.now()


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
