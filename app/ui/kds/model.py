"""The kitchen screen's root view model: it listens to the store and keeps its parts current."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.domain.people import Role
from app.domain.ticket import TicketLine
from app.services.freshness import Freshness
from app.services.kitchen_stock import KitchenStock
from app.services.ports import Changes, Store
from app.services.store_view import StoreView
from app.ui.kds.acknowledger import Acknowledger
from app.ui.kds.alarm import AlarmModel
from app.ui.kds.board import BoardModel
from app.ui.kds.cards import derive_cards
from app.ui.kds.changes import ChangeMarks
from app.ui.kds.check_actions import CheckActions
from app.ui.kds.chime import Play
from app.ui.kds.clean import CleanModel
from app.ui.kds.desk import Desk
from app.ui.kds.header import HeaderModel, derive_header
from app.ui.kds.line_actions import LineActions
from app.ui.kds.safety_alarm import SafetyAlarm
from app.ui.kds.side_model import SideModel
from app.ui.kds.stock_actions import StockActions
from app.ui.kds.stock_watch import StockWatch
from app.ui.kds.swap import SwapModel
from app.ui.kds.ticket_actions import TicketActions
from app.ui.kds.voids import SeenVoids
from app.ui.kds.work import Work, derive_work
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.reviews import Ask, ReviewModel
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

ROLES = (Role.KITCHEN, Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR)


class KitchenModel(QObject):
    """Its parts are constant for QML: what is shown (`board`, `side`, `header`,
    `alarm`) and what is asked
    of the store (`lines`, `tickets`, `stock`)."""

    wantFrame = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store, play: Play | None) -> None:
        super().__init__(shell)
        self._alarm = AlarmModel(play, self)
        self._safety = SafetyAlarm(self._alarm.blocked, self)
        self._shell, self._store = shell, store
        self._sign_in = SignInModel(shell, store, ROLES, self)
        self._status = StatusModel(shell, store, self)
        self._board, self._side, self._header = BoardModel(self), SideModel(self), HeaderModel(self)
        desk = Desk(shell, store, self._sign_in, self._status, self.refresh)
        self._lines, self._stock = LineActions(desk, self), StockActions(desk, self)
        self._tickets = TicketActions(desk, lambda: self._board.here, self._voided, self)
        self._desk = desk
        self._clean = CleanModel(desk, self)
        self._approval = ApprovalDialog(shell, store, self)
        self._checks = CheckActions(desk, self._approval, self)
        self._swap = SwapModel(desk, self._approval, self)
        self._review = ReviewModel(store, lambda: self._sign_in.session, self._decide, self)
        self._marks, self._voids = ChangeMarks(), SeenVoids()
        self._freshness: Freshness | None = None
        self._watch = StockWatch(shell.tasks, self._show_stock)
        self._work: list[Work] = []
        self._acknowledger = Acknowledger(store.kitchen, shell.tasks)
        self._tickets.tapped.connect(self._lines.tap)
        self._tickets.seen.connect(self._take_note)
        self._lines.seen.connect(self._take_note)
        self._board.wanted.connect(self.refresh)
        self._off = (
            store.feed.on_view(self._follow),
            store.feed.on_status(lambda _status: self.refresh()),
        )
        shell.clock.tick.connect(self._tick)
        shell.languageChanged.connect(self.refresh)
        self._sign_in.signedIn.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Derive everything anew; the list models emit only what differs."""
        view, now = self._store.feed.view, self._store.feed.now()
        if view is not None:
            self._derive(view, now)
        self._tickets.refresh()
        session = self._sign_in.session
        if session is not None and self._acknowledger.shown(self._board.unacknowledged(), session):
            self.wantFrame.emit()

    def _derive(self, view: StoreView, now: datetime) -> None:
        if self._freshness is None:
            self._freshness = Freshness(view)
        here = self._board.here
        self._work = derive_work(view, now, self._freshness, self._voids.follow(view))
        cards = derive_cards(view, self._work, now, here, self._marks.follow(view))
        self._board.show(view, cards)
        self._side.show(view, self._work, now, here)
        self._watch.look(view, now)
        self._lines.refresh()
        self._header.show(derive_header(view, now, self._board, self._side))
        self._review.refresh()
        self._clean.show(view)
        self._stock.show(view)
        self._checks.alert()
        self._alarm.follow(cards, here, now, view.settings.kitchen)

    def _follow(self, view: StoreView, changes: Changes) -> None:
        if self._freshness is not None:
            self._freshness.changed(view, changes)
        self._watch.follow(view, changes)
        self.refresh()

    def _show_stock(self, stock: KitchenStock) -> None:
        self._side.show_stock(stock)
        checks = self._checks.model
        checks.show(stock)
        self._safety.show(stock.view, stock.now, checks.corrections, checks.silent_units())

    def _decide(self, key: UUID, _what: tuple[object, ...], ask: Ask) -> None:
        self._desk.start(key, ask)

    def _voided(self, ticket_id: UUID) -> tuple[TicketLine, ...]:
        return next((work.voided for work in self._work if work.ticket.id == ticket_id), ())

    @Slot(list)
    def _take_note(self, line_ids: list[UUID]) -> None:
        self._voids.take_note(line_ids)
        self.refresh()

    def painted(self) -> None:
        """A frame with the cards of this page has reached the screen."""
        session = self._sign_in.session
        if session is not None and not self._status.lost and self._acknowledger.frame(session):
            self.wantFrame.emit()

    @Slot()
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
        self._watch.stop()
        self._approval.stop()
        self._sign_in.stop()
        self._status.stop()

    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    signIn = Property(QObject, lambda self: self._sign_in, constant=True)  # noqa: N815
    status = Property(QObject, lambda self: self._status, constant=True)
    board = Property(QObject, lambda self: self._board, constant=True)
    side = Property(QObject, lambda self: self._side, constant=True)
    alarm = Property(QObject, lambda self: self._alarm, constant=True)
    safety = Property(QObject, lambda self: self._safety, constant=True)
    header = Property(QObject, lambda self: self._header, constant=True)
    approval = Property(QObject, lambda self: self._approval, constant=True)
    checks = Property(QObject, lambda self: self._checks, constant=True)
    swap = Property(QObject, lambda self: self._swap, constant=True)
    review = Property(QObject, lambda self: self._review, constant=True)
    clean = Property(QObject, lambda self: self._clean, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    tickets = Property(QObject, lambda self: self._tickets, constant=True)
    stock = Property(QObject, lambda self: self._stock, constant=True)
