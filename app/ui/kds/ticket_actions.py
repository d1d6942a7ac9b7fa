"""What a card's big key asks: verify the rest and serve; and taking a hand-over back."""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ticket import KitchenState, TicketLine
from app.services.line_trouble import is_unexplained, trouble_of_line
from app.services.verify_portion import needs_check
from app.ui.kds.asking import ask_until_known
from app.ui.kds.control_points import temperature_demanded
from app.ui.kds.desk import Desk, Ready
from app.ui.kds.work import at_station, kitchen_lines, served_tickets

_t = QCoreApplication.translate
RECALLABLE = 3
"""As many as have a key of their own."""


class _Served(NamedTuple):
    ticket_id: UUID
    number: str
    left_s: int


class TicketActions(QObject):
    """`tapped` hands an item on that needs a look of its own before the ticket can go."""

    changed = Signal()
    tapped = Signal(str)
    seen = Signal(list)
    recallableChanged = Signal()  # noqa: N815

    def __init__(
        self,
        desk: Desk,
        station: Callable[[], str],
        voided: Callable[[UUID], Iterable[TicketLine]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._station, self._voided = desk, station, voided
        self._last: _Served | None = None
        self._recallable: list[dict[str, str]] = []

    def tick(self) -> None:
        """A second has passed."""
        if self._last is not None:
            left_s = self._last.left_s - 1
            self._last = self._last._replace(left_s=left_s) if left_s > 0 else None

    def refresh(self) -> None:
        """Read the recallable tickets anew."""
        recallable = self._derive_recallable()
        if recallable != self._recallable:
            self._recallable = recallable
            self.recallableChanged.emit()
        self.changed.emit()

    @Slot(str)
    def bump(self, ticket_key: str) -> None:
        """Verify what waits here, and serve when nothing is left anywhere."""
        ready = self._desk.ready()
        if ready is None or not ticket_key:
            return
        ticket_id = UUID(ticket_key)
        voided = [line for line in self._voided(ticket_id) if at_station(line, self._station())]
        if voided:
            self.seen.emit([line.id for line in voided])
            return
        lines = kitchen_lines(ready.view, ticket_id)
        queued = [line for line in lines if line.kitchen_state is KitchenState.QUEUED]
        here = [line for line in queued if at_station(line, self._station())]
        shown = [line for line in lines if at_station(line, self._station())]
        held_up = next((line for line in shown if _needs_a_look(ready, line)), None)
        if held_up is not None:
            self.tapped.emit(str(held_up.id))
            return
        serve = len(here) == len(queued) and bool(lines)
        self._verify_and_serve(ready, ticket_id, here, serve)

    def _verify_and_serve(
        self, ready: Ready, ticket_id: UUID, unverified: list[TicketLine], serve: bool
    ) -> None:
        kitchen, session = self._desk.store.kitchen, ready.session
        number = str(ready.view.tickets[ticket_id].number)
        undo_s = round(ready.view.settings.kitchen.undo.total_seconds())

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
                self._last = _Served(ticket_id, number, undo_s)

        self._desk.start(ticket_id, work, served)

    @Slot()
    def undo(self) -> None:
        """Take the last hand-over back while it is offered."""
        if self._last is not None:
            self.recall(str(self._last.ticket_id))

    @Slot()
    def recallLast(self) -> None:
        """Bring the ticket served last back."""
        view = self._desk.store.feed.view
        served = served_tickets(view) if view else []
        if served:
            self.recall(str(served[0].id))

    @Slot(str)
    def recall(self, ticket_key: str) -> None:
        """Bring a served ticket back."""
        ready = self._desk.ready()
        if ready is None:
            return
        ticket_id, kitchen = UUID(ticket_key), self._desk.store.kitchen
        self._last = None
        self._desk.start(
            ticket_id,
            lambda r: kitchen.recall_ticket(ready.session, request=r, ticket_id=ticket_id),
        )

    def _derive_recallable(self) -> list[dict[str, str]]:
        view = self._desk.store.feed.view
        if view is None:
            return []
        recent = self._desk.store.feed.now() - view.settings.kitchen.recall
        served = served_tickets(view)[:RECALLABLE]
        return [
            {"key": str(t.id), "text": str(t.number)}
            for t in served
            if t.served_at is not None and t.served_at > recent
        ]

    def _undo_text(self) -> str:
        if self._last is None:
            return ""
        return _t("Kitchen", "{number} served · undo within {left} s").format(
            number=self._last.number, left=self._last.left_s
        )

    recallable = Property(list, lambda self: self._recallable, notify=recallableChanged)
    undoText = Property(str, _undo_text, notify=changed)  # noqa: N815


def _needs_a_look(ready: Ready, line: TicketLine) -> bool:
    portion = ready.view.portions.get(line.portion_id) if line.portion_id else None
    if trouble_of_line(ready.view, line, ready.now) is not None or is_unexplained(line):
        return True
    if needs_check(ready.view, line):
        return True
    queued = line.kitchen_state is KitchenState.QUEUED
    return queued and temperature_demanded(ready.view, portion, ready.now)
