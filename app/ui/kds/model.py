"""The kitchen screen's root view model: what is shown, and what a tap asks of the store."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Role, Session
from app.domain.ticket import KitchenState
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused
from app.services.replace_line import replace_line
from app.services.store_view import StoreView
from app.ui.kds.acknowledger import Acknowledger
from app.ui.kds.asking import Ask, ask_until_known
from app.ui.kds.cards import (
    Card,
    at_station,
    derive_cards,
    is_past_limit,
    kitchen_lines,
    median_service_s,
    served_tickets,
)
from app.ui.kds.changes import ChangeMarks
from app.ui.kds.control_points import ControlPoint, derive_control_points, temperature_demanded
from app.ui.kds.cut import CutModel
from app.ui.kds.side import (
    AllDayRow,
    CutAdvice,
    Removal,
    derive_all_day,
    derive_cut_advice,
    derive_removals,
)
from app.ui.kds.verify import VerifyModel
from app.ui.kds.wording import (
    age_text,
    nothing_free_sentence,
    past_limit_sentence,
    refusal_sentence,
)
from app.ui.shared import refusal_text
from app.ui.shared.format import clock
from app.ui.shared.list_model import RowsModel
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel

_t = QCoreApplication.translate
ROLES = (Role.KITCHEN, Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR)
UNDO_S = 3


class KitchenModel(QObject):
    """Child objects are constant; everything else is told by `changed`."""

    changed = Signal()
    arrived = Signal()
    wantFrame = Signal()  # noqa: N815
    openVerify = Signal()  # noqa: N815
    openCut = Signal()  # noqa: N815

    def __init__(self, shell: Shell, store: Store) -> None:
        super().__init__(shell)
        self._shell, self._store = shell, store
        self._sign_in = SignInModel(shell, store, ROLES, self)
        self._status = StatusModel(shell, store, self)
        self._cards: RowsModel[Card] = RowsModel(Card, "key", self)
        self._all_day: RowsModel[AllDayRow] = RowsModel(AllDayRow, "key", self)
        self._points: RowsModel[ControlPoint] = RowsModel(ControlPoint, "key", self)
        self._advice: RowsModel[CutAdvice] = RowsModel(CutAdvice, "key", self)
        self._removals: RowsModel[Removal] = RowsModel(Removal, "key", self)
        self._verify = VerifyModel(self)
        self._cut = CutModel(self)
        self._marks = ChangeMarks()
        self._acknowledger = Acknowledger(store.kitchen, shell.tasks)
        self._all: list[Card] = []
        self._station, self._page, self._page_size, self._selected = "", 0, 4, ""
        self._item = ""
        self._busy: set[UUID] = set()
        self._undo: tuple[UUID, str, int] | None = None
        self._verify.confirmed.connect(self._verify_confirmed)
        self._cut.confirmed.connect(self._cut_confirmed)
        self._off = (
            store.feed.on_view(lambda _view, _changes: self.refresh()),
            store.feed.on_status(lambda _status: self.refresh()),
        )
        shell.clock.tick.connect(self._tick)
        shell.languageChanged.connect(self.refresh)
        self._sign_in.signedIn.connect(self.refresh)
        self.refresh()

    # -- what is shown --

    def refresh(self) -> None:
        """Derive everything anew; the list models emit only what differs."""
        view, now = self._store.feed.view, self._store.feed.now()
        if view is not None:
            before = {card.key for card in self._all}
            self._all = derive_cards(view, now, self._station, self._marks.follow(view))
            if before and {card.key for card in self._all} - before:
                self.arrived.emit()
            self._all_day.set_rows(derive_all_day(view, now, self._station))
            self._points.set_rows(derive_control_points(view, now))
            self._advice.set_rows(derive_cut_advice(view, now)[:3])
            self._removals.set_rows(derive_removals(view, now)[:3])
        self._show_page()
        self.changed.emit()

    def _show_page(self) -> None:
        self._page = max(0, min(self._page, self._pages() - 1))
        first = self._page * self._page_size
        self._cards.set_rows(self._all[first : first + self._page_size])
        keys = [card.key for card in self._cards.rows]
        if self._selected not in keys:
            self._selected = keys[0] if keys else ""
        if self._item not in self._item_keys():
            self._item = ""
        # Those behind "+N more" count too: that number is painted with the cards.
        waiting = [UUID(card.key) for card in self._all if not card.acknowledged]
        session = self._sign_in.session
        if session is not None and self._acknowledger.shown(waiting, session):
            self.wantFrame.emit()

    def painted(self) -> None:
        """A frame with the cards of this page has reached the screen."""
        session = self._sign_in.session
        if session is not None and not self._status.lost and self._acknowledger.frame(session):
            self.wantFrame.emit()

    def _tick(self) -> None:
        if self._undo is not None:
            key, number, left = self._undo
            self._undo = (key, number, left - 1) if left > 1 else None
        session = self._sign_in.session
        if session is not None and not self._status.lost:
            self._acknowledger.retry(session)
        self.refresh()

    def _pages(self) -> int:
        return max(1, -(-len(self._all) // self._page_size))

    @Slot(int)
    def setPageSize(self, size: int) -> None:
        if size > 0 and size != self._page_size:
            self._page_size = size
            self.refresh()

    @Slot(int)
    def turnPage(self, by: int) -> None:
        self._page = (self._page + by) % self._pages()
        self._selected = ""
        self.refresh()

    @Slot(int)
    def selectAt(self, position: int) -> None:
        if 0 <= position < len(self._cards.rows):
            self._select(self._cards.rows[position].key)

    @Slot(int)
    def moveSelection(self, by: int) -> None:
        keys = [card.key for card in self._cards.rows]
        if keys:
            at = keys.index(self._selected) + by
            self._select(keys[at % len(keys)])

    def _select(self, key: str) -> None:
        self._selected, self._item = key, ""
        self.changed.emit()

    def _item_keys(self) -> list[str]:
        card = next((card for card in self._cards.rows if card.key == self._selected), None)
        return [item["key"] for item in card.items] if card else []

    @Slot(int)
    def moveItem(self, by: int) -> None:
        """Through the selected card's items; from no item to the first or the last one."""
        keys = self._item_keys()
        if keys:
            start = -1 if by > 0 else 0
            at = (keys.index(self._item) if self._item else start) + by
            self._item = keys[at % len(keys)]
            self.changed.emit()

    @Slot()
    def leaveItem(self) -> None:
        self._item = ""
        self.changed.emit()

    @Slot(str)
    def chooseStation(self, key: str) -> None:
        self._station, self._page = key, 0
        self.refresh()

    @Slot()
    def nextStation(self) -> None:
        keys = [station["key"] for station in self._stations()]
        self.chooseStation(keys[(keys.index(self._station) + 1) % len(keys)])

    def _stations(self) -> list[dict[str, str]]:
        view = self._store.feed.view
        names = sorted(view.stations.values(), key=lambda s: s.name) if view else []
        everything = {"key": "", "text": _t("Kitchen", "All stations")}
        return [everything, *({"key": str(s.id), "text": s.name} for s in names)]

    # -- what a tap asks --

    def _ready(self) -> tuple[StoreView, Session] | None:
        view, session = self._store.feed.view, self._sign_in.session
        if view is None or session is None or self._status.lost:
            return None
        return view, session

    def _start(self, key: UUID, ask: Ask, then: Callable[[], None] | None = None) -> None:
        """One question per thing at a time, so a double tap asks once."""
        if key not in self._busy:
            self._busy.add(key)
            if self._shell.tasks.start(self._run(key, ask, then), name="kitchen") is None:
                self._busy.discard(key)

    async def _run(self, key: UUID, ask: Ask, then: Callable[[], None] | None) -> None:
        try:
            await ask_until_known(ask)
        except Exception as error:
            if not refusal_text.is_expected(error):
                raise
            self._shell.banner.show(*refusal_sentence(error))
        else:
            if then is not None:
                then()
        finally:
            self._busy.discard(key)
            self.refresh()

    @Slot(str)
    def tapItem(self, line_key: str) -> None:
        ready = self._ready()
        line = ready[0].ticket_lines.get(UUID(line_key)) if ready else None
        if ready is None or line is None:
            return
        view, session = ready
        kitchen = self._store.kitchen
        portion = view.portions.get(line.portion_id) if line.portion_id else None
        if line.kitchen_state is KitchenState.VERIFIED:
            self._start(
                line.id, lambda r: kitchen.unverify_line(session, request=r, line_id=line.id)
            )
        elif is_past_limit(portion, self._store.feed.now()):
            self._shell.banner.show(*past_limit_sentence())
        elif temperature_demanded(view, portion, self._store.feed.now()):
            unit = view.holding_units[portion.holding_unit_id] if portion else None
            self._verify.begin(line, unit)
            self.openVerify.emit()
        else:
            self._verify_confirmed(line_key, -1000000)

    @Slot(str)
    def replaceItem(self, line_key: str) -> None:
        ready = self._ready()
        line = ready[0].ticket_lines.get(UUID(line_key)) if ready and line_key else None
        portion = (
            ready[0].portions.get(line.portion_id) if ready and line and line.portion_id else None
        )
        if ready is None or line is None or not is_past_limit(portion, self._store.feed.now()):
            return
        session, name = ready[1], line.name

        async def ask(request: UUID) -> None:
            try:
                await replace_line(self._store, session, request=request, line_id=line.id)
            except Refused as refusal:
                if refusal.code is not RefusalCode.GONE:
                    raise
                self._shell.banner.show(*nothing_free_sentence(name))

        self._start(line.id, ask)

    @Slot(str, int)
    def _verify_confirmed(self, line_key: str, temperature_mc: int) -> None:
        ready = self._ready()
        if ready is None:
            return
        session, line_id, kitchen = ready[1], UUID(line_key), self._store.kitchen
        taken = None if temperature_mc == -1000000 else temperature_mc
        self._start(
            line_id,
            lambda r: kitchen.verify_line(
                session, request=r, line_id=line_id, temperature_mc=taken
            ),
        )

    @Slot(str)
    def bump(self, ticket_key: str) -> None:
        ready = self._ready()
        if ready is None or not ticket_key:
            return
        view, session = ready
        ticket_id, now, kitchen = UUID(ticket_key), self._store.feed.now(), self._store.kitchen
        lines = kitchen_lines(view, ticket_id)
        queued = [line for line in lines if line.kitchen_state is KitchenState.QUEUED]
        here = [line for line in queued if at_station(line, self._station)]
        for line in here:
            portion = view.portions.get(line.portion_id) if line.portion_id else None
            if is_past_limit(portion, now) or temperature_demanded(view, portion, now):
                self.tapItem(str(line.id))
                return
        unverified = list(here)
        serve = len(here) == len(queued) and bool(lines)
        number = str(view.tickets[ticket_id].number)

        async def verify_next(request: UUID) -> None:
            await kitchen.verify_line(
                session, request=request, line_id=unverified[0].id, temperature_mc=None
            )

        async def work(request: UUID) -> None:
            # What a first attempt verified is not verified again when a lost answer is asked for.
            while unverified:
                await ask_until_known(verify_next)
                unverified.pop(0)
            if serve:
                await kitchen.serve_ticket(session, request=request, ticket_id=ticket_id)

        def served() -> None:
            if serve:
                self._undo = (ticket_id, number, UNDO_S)

        self._start(ticket_id, work, served)

    @Slot()
    def undo(self) -> None:
        if self._undo is not None:
            key, self._undo = self._undo[0], None
            self.recall(str(key))

    @Slot()
    def recallLast(self) -> None:
        view = self._store.feed.view
        served = served_tickets(view) if view else []
        if served:
            self.recall(str(served[0].id))

    @Slot(str)
    def recall(self, ticket_key: str) -> None:
        ready = self._ready()
        if ready is None:
            return
        session, ticket_id, kitchen = ready[1], UUID(ticket_key), self._store.kitchen
        self._undo = None
        self._start(
            ticket_id,
            lambda r: kitchen.recall_ticket(session, request=r, ticket_id=ticket_id),
        )

    @Slot(str)
    def remove(self, portion_key: str) -> None:
        ready = self._ready()
        if ready is None:
            return
        session, portion_id, stock = ready[1], UUID(portion_key), self._store.stock
        self._start(
            portion_id,
            lambda r: stock.waste_portion(
                session, request=r, portion_id=portion_id, cause="expired"
            ),
        )

    @Slot(str)
    def planCut(self, whole_key: str) -> None:
        ready = self._ready()
        if ready is not None and self._cut.begin(ready[0], UUID(whole_key)):
            self.openCut.emit()

    @Slot()
    def _cut_confirmed(self) -> None:
        ready, plan = self._ready(), self._cut.plan()
        if ready is None or plan is None:
            return
        session, stock = ready[1], self._store.stock
        self._start(
            plan.whole_id,
            lambda r: stock.cut_whole(
                session,
                request=r,
                whole_id=plan.whole_id,
                configuration_id=plan.configuration_id,
                portions=plan.portions,
                holding_unit_id=plan.holding_unit_id,
                shelf=plan.shelf,
                presentation=plan.presentation,
            ),
        )

    def stop(self) -> None:
        """Stop listening to the feed."""
        for off in self._off:
            off()
        self._sign_in.stop()
        self._status.stop()

    # -- the header --

    def _summary(self) -> str:
        view = self._store.feed.view
        portions = sum(row.count for row in self._all_day.rows)
        text = _t("Kitchen", "{open} open · {portions} portions").format(
            open=len(self._all), portions=portions
        )
        middle = median_service_s(view) if view else None
        if middle is None:
            return text
        return text + _t("Kitchen", " · median {time}").format(time=age_text(middle))

    def _unacknowledged(self) -> int:
        return sum(not card.acknowledged for card in self._all)

    def _ack_text(self) -> str:
        waiting = self._unacknowledged()
        if not waiting:
            return _t("Kitchen", "all tickets acknowledged")
        return _t("Kitchen", "{n} not acknowledged").format(n=waiting)

    def _clock(self) -> str:
        view = self._store.feed.view
        return clock(self._store.feed.now(), view.settings) if view else ""

    def _place(self) -> str:
        view = self._store.feed.view
        if view is None:
            return ""
        here = next((s["text"] for s in self._stations() if s["key"] == self._station), "")
        return f"{view.settings.store_name} · {here}"

    def _advice_text(self) -> str:
        return _t("Kitchen", "Cut {cut} · Remove {remove}").format(
            cut=len(self._advice.rows), remove=len(self._removals.rows)
        )

    def _more(self) -> int:
        return max(0, len(self._all) - len(self._cards.rows))

    def _recallable(self) -> list[dict[str, str]]:
        view = self._store.feed.view
        recent = self._store.feed.now() - timedelta(minutes=15)
        served = served_tickets(view)[:6] if view else []
        return [
            {"key": str(t.id), "text": str(t.number)}
            for t in served
            if t.served_at is not None and t.served_at > recent
        ]

    def _undo_text(self) -> str:
        if self._undo is None:
            return ""
        return _t("Kitchen", "{number} served · undo within {left} s").format(
            number=self._undo[1], left=self._undo[2]
        )

    banner = Property(QObject, lambda self: self._shell.banner, constant=True)
    signIn = Property(QObject, lambda self: self._sign_in, constant=True)  # noqa: N815
    status = Property(QObject, lambda self: self._status, constant=True)
    cards = Property(QObject, lambda self: self._cards, constant=True)
    allDay = Property(QObject, lambda self: self._all_day, constant=True)  # noqa: N815
    points = Property(QObject, lambda self: self._points, constant=True)
    advice = Property(QObject, lambda self: self._advice, constant=True)
    removals = Property(QObject, lambda self: self._removals, constant=True)
    verify = Property(QObject, lambda self: self._verify, constant=True)
    cut = Property(QObject, lambda self: self._cut, constant=True)
    summary = Property(str, _summary, notify=changed)
    ackText = Property(str, _ack_text, notify=changed)  # noqa: N815
    ackTone = Property(  # noqa: N815
        str, lambda self: "warning" if self._unacknowledged() else "ok", notify=changed
    )
    clockText = Property(str, _clock, notify=changed)  # noqa: N815
    moreCount = Property(int, _more, notify=changed)  # noqa: N815
    selected = Property(str, lambda self: self._selected, notify=changed)
    selectedItem = Property(str, lambda self: self._item, notify=changed)  # noqa: N815
    placeText = Property(str, _place, notify=changed)  # noqa: N815
    adviceText = Property(str, _advice_text, notify=changed)  # noqa: N815
    stations = Property(list, _stations, notify=changed)
    station = Property(str, lambda self: self._station, notify=changed)
    recallable = Property(list, _recallable, notify=changed)
    undoText = Property(str, _undo_text, notify=changed)  # noqa: N815
