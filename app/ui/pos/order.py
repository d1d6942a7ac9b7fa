"""The order being composed: its lines and total, and the keys that change or end it."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketLine, TicketState
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.holding import Holding
from app.ui.pos.keeper import Keeper
from app.ui.pos.lapsed import Lapsed
from app.ui.pos.order_intake import OrderIntake
from app.ui.pos.order_props import LineRow, derive_order
from app.ui.pos.pending import PendingPhase
from app.ui.pos.removing import Removing
from app.ui.pos.requests import Requests
from app.ui.pos.shelf import ShelfCounter
from app.ui.shared.list_model import RowsModel
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class OrderModel(OrderIntake):
    """The order panel."""

    announced = Signal(str, str)

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(shell, store, parent)
        self._shell = shell
        self._lines: RowsModel[LineRow] = RowsModel(LineRow, "key", self)
        self._requests = Requests(store.selling, shell.tasks, self.said, self.derive)
        self._removing = Removing(store.selling, shell.tasks, self.said, self.derive)
        self._lapsed = Lapsed(self._taking)
        self._keeper = Keeper(store, shell.tasks, self.said, self.announced.emit)
        self._holding = Holding(store, shell.tasks, self.said)

    lines = Property(QObject, lambda self: self._lines, constant=True)

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
        coming = self._adder.pendings or self._removing.lines or self._pieces.wanted
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
        self._removing.drop_seen(view)
        self._pieces.drop_seen(view)
        now = self._store.feed.now()
        self._keeper.look(view, self._kept(), now)
        shown = derive_order(
            view,
            self._ticket_id,
            self._adder.pendings,
            self._removing.lines,
            self._pieces.wanted,
            now,
            self._keeper.notes,
            self._lapsed.lines(view, self._ticket_id),
        )
        self._lines.set_rows(shown.rows)
        props = asdict(shown)
        props.pop("rows")
        props.pop("total_minor")
        props["can_pay"] = shown.can_pay and self._requests.quiet
        self.show_props({_camel(name): value for name, value in props.items()})

    @Slot(str)
    def remove(self, key: str) -> None:
        """Take a line out and release its portion."""
        line_id = UUID(key)
        if any(p.line_id == line_id for p in self._adder.pendings):
            self._adder.forget(line_id)
        else:
            self._removing.remove(self._session, line_id)

    def drop_expired(self, codes: Collection[str] = ()) -> list[TicketLine]:
        """Take out portions past their limit, or with one of `codes`; return their lines.

        Server clock (BR-05.4); nobody can keep such a portion in the order. The store's picture may
        have lost those with one of `codes` already: they are named all the same.
        """
        view = self._store.feed.view
        gone: dict[str, TicketLine] = {}
        for line in view.ticket_lines.values() if view else ():
            if line.ticket_id != self._ticket_id:
                continue
            portion = view.portions.get(line.portion_id) if view and line.portion_id else None
            over = portion is not None and portion.expires_at <= self._now()
            named = line.portion_code is not None and line.portion_code in codes
            if named or (over and not line.voided):
                gone[line.portion_code or str(line.id)] = line
                if not line.voided:
                    self.remove(str(line.id))
        return sorted(gone.values(), key=lambda line: line.position)

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
        lines = view.lines_of(self._ticket_id)
        lapsed = self._lapsed.lines(view, self._ticket_id)
        if lapsed and not any(line.portion_id for line in lines):
            self.leaveOut()
            lines = ()
        else:
            self.cancel()
        for line in (*lines, *lapsed):
            if not self._lapsed.take_again(self._ticket_id, line, self.avoids):
                self.refused.emit(
                    _t("Till", "{name} is gone").format(name=line.name),
                    _t("Till", "The rest of the order was taken again."),
                )

    @Slot()
    def leaveOut(self) -> None:
        """Go on without what went back on sale."""
        self._lapsed.leave_out(self._lapsed.lines(self._store.feed.view, self._ticket_id))
        self.derive()

    def _now(self) -> datetime:
        return self._store.feed.now()


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
