"""The kitchen screen's root view model: it listens to the store and keeps its parts current."""

from PySide6.QtCore import Property, QObject, Signal

from app.domain.people import Role
from app.services.ports import Store
from app.ui.kds.acknowledger import Acknowledger
from app.ui.kds.board import BoardModel
from app.ui.kds.cards import derive_cards
from app.ui.kds.changes import ChangeMarks
from app.ui.kds.desk import Desk
from app.ui.kds.header import HeaderModel, derive_header
from app.ui.kds.line_actions import LineActions
from app.ui.kds.side_model import SideModel
from app.ui.kds.stock_actions import StockActions
from app.ui.kds.ticket_actions import TicketActions
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

ROLES = (Role.KITCHEN, Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR)


class KitchenModel(QObject):
    """Its parts are constant for QML: what is shown (`board`, `side`, `header`) and what is asked
    of the store (`lines`, `tickets`, `stock`)."""

    arrived = Signal()
    wantFrame = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell, self._store = shell, store
        self._sign_in = SignInModel(shell, store, ROLES, self)
        self._status = StatusModel(shell, store, self)
        self._board, self._side, self._header = BoardModel(self), SideModel(self), HeaderModel(self)
        desk = Desk(shell, store, self._sign_in, self._status, self.refresh)
        self._lines, self._stock = LineActions(desk, self), StockActions(desk, self)
        self._tickets = TicketActions(desk, lambda: self._board.here, self)
        self._marks = ChangeMarks()
        self._acknowledger = Acknowledger(store.kitchen, shell.tasks)
        self._tickets.tapped.connect(self._lines.tap)
        self._board.wanted.connect(self.refresh)
        self._off = (
            store.feed.on_view(lambda _view, _changes: self.refresh()),
            store.feed.on_status(lambda _status: self.refresh()),
        )
        shell.clock.tick.connect(self._tick)
        shell.languageChanged.connect(self.refresh)
        self._sign_in.signedIn.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Derive everything anew; the list models emit only what differs."""
        view, now = self._store.feed.view, self._store.feed.now()
        if view is not None:
            before = {card.key for card in self._board.all_cards}
            cards = derive_cards(view, now, self._board.here, self._marks.follow(view))
            self._board.show(view, cards)
            self._side.show(view, now, self._board.here)
            self._header.show(derive_header(view, now, self._board, self._side))
            if before and {card.key for card in cards} - before:
                self.arrived.emit()
        self._tickets.refresh()
        session = self._sign_in.session
        if session is not None and self._acknowledger.shown(self._board.unacknowledged(), session):
            self.wantFrame.emit()

    def painted(self) -> None:
        """A frame with the cards of this page has reached the screen."""
        session = self._sign_in.session
        if session is not None and not self._status.lost and self._acknowledger.frame(session):
            self.wantFrame.emit()

    def _tick(self) -> None:
        self._tickets.tick()
        session = self._sign_in.session
        if session is not None and not self._status.lost:
            self._acknowledger.retry(session)
        self.refresh()

    def stop(self) -> None:
        """Stop listening to the feed."""
        for off in self._off:
            off()
        self._sign_in.stop()
        self._status.stop()

    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    signIn = Property(QObject, lambda self: self._sign_in, constant=True)  # noqa: N815
    status = Property(QObject, lambda self: self._status, constant=True)
    board = Property(QObject, lambda self: self._board, constant=True)
    side = Property(QObject, lambda self: self._side, constant=True)
    header = Property(QObject, lambda self: self._header, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    tickets = Property(QObject, lambda self: self._tickets, constant=True)
    stock = Property(QObject, lambda self: self._stock, constant=True)
