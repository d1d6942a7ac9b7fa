"""The sheet for a corrective action: the same in kitchen and back office."""
# ruff: noqa: N815

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Role, Session
from app.domain.safety_limits import Disposition
from app.services.corrections import Correction, corrections, last_done
from app.services.ports import Store
from app.ui.shared.format import clock, duration, temperature
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
Ask = Callable[[UUID], Awaitable[object]]
Send = Callable[[UUID, tuple[object, ...], Ask], None]
_RELEASES = (Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class LotRow:
    """One blocked lot; `decision` is empty until one was chosen."""

    key: str
    name: str
    decision: str


class CorrectionModel(QObject):
    """One violation at a time, the most pressing first; `cause` and `action` in words."""

    changed = Signal()
    opened = Signal()

    def __init__(
        self, store: Store, session: Callable[[], Session | None], send: Send, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store, self._session, self._send = store, session, send
        self._lots: RowsModel[LotRow] = RowsModel(LotRow, "key", self)
        self._shown: Correction | None = None
        self._wanted: UUID | None = None
        self._all: list[Correction] = []
        self._chosen: dict[UUID, Disposition] = {}
        self._cause = self._action = ""

    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._store.feed.view
        if view is None:
            return
        self._all = corrections(view)
        first = self._all[0] if self._all else None
        same = (each for each in self._all if each.deviation_id == self._wanted)
        self._shown = next(same, first)
        lots = self._shown.lots if self._shown else ()
        self._lots.set_rows(
            [
                LotRow(
                    str(lot.whole_id),
                    _t("Correction", "{code} · {count} × {name}").format(
                        code=lot.code, count=lot.portions, name=lot.name
                    ),
                    self._decided(lot.whole_id),
                )
                for lot in lots
            ]
        )
        self.changed.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """Open the sheet for one violation, or for the most pressing one."""
        self._wanted = UUID(key) if key else None
        self._cause, self._action, self._chosen = "", "", {}
        self.refresh()
        if self._shown is not None:
            self._wanted = self._shown.deviation_id
            self.opened.emit()

    @Slot(str, str)
    def decide(self, lot: str, decision: str) -> None:
        """Release, hold or waste one lot."""
        self._chosen[UUID(lot)] = Disposition(decision)
        self.refresh()

    @Slot(str)
    def writeCause(self, text: str) -> None:
        self._cause = text
        self.changed.emit()

    @Slot(str)
    def writeAction(self, text: str) -> None:
        self._action = text
        self.changed.emit()

    @Slot()
    def complete(self) -> None:
        """Send it: the whole corrective action, or what was decided of the lots on hold."""
        session, shown = self._session(), self._shown
        if session is None or shown is None or not self._ready():
            return
        quality, chosen = self._store.quality, dict(self._chosen)
        lots = {lot.whole_id: chosen[lot.whole_id] for lot in shown.lots if lot.whole_id in chosen}
        if shown.task is not None:
            cause, action = self._cause.strip(), self._action.strip()
            self._send(
                shown.deviation_id,
                (shown.deviation_id, cause, action, tuple(sorted(lots.items()))),
                lambda request: quality.complete_correction(
                    session, request=request, deviation_id=shown.deviation_id, cause=cause,
                    action=action, lots=lots,
                ),
            )  # fmt: skip
            return
        for lot, decision in lots.items():
            self._send(
                lot,
                (shown.deviation_id, lot, decision),
                lambda request, lot=lot, decision=decision: quality.decide_held_lot(  # type: ignore[misc]
                    session, request=request, deviation_id=shown.deviation_id, whole_id=lot,
                    disposition=decision,
                ),
            )  # fmt: skip

    def _decided(self, lot: UUID) -> str:
        known = self._chosen.get(lot)
        return known.value if known else ""

    def _ready(self) -> bool:
        shown = self._shown
        if shown is None or self._session() is None:
            return False
        if shown.task is None:
            return bool(self._chosen.keys() & {lot.whole_id for lot in shown.lots})
        words = self._cause.strip() and self._action.strip()
        return bool(words) and all(lot.whole_id in self._chosen for lot in shown.lots)

    def _may_release(self) -> bool:
        session = self._session()
        return session is not None and session.role in _RELEASES

    def _title(self) -> str:
        if self._shown is None:
            return _t("Correction", "Corrective action")
        said = (
            _t("Correction", "Corrective action: {unit}")
            if self._shown.task is not None
            else _t("Correction", "Lots on hold: {unit}")
        )
        return said.format(unit=self._shown.unit_name)

    def _text(self) -> str:
        view, task = self._store.feed.view, self._shown.task if self._shown else None
        if view is None or self._shown is None:
            return ""
        if task is None:
            return _t("Correction", "It was held after a temperature outside the limits.")
        at = task.opened_at.fromisoformat(task.subject["read_at"])
        return _t("Correction", "{temperature} at {time}, the limit is {limit}").format(
            temperature=temperature(int(task.subject["temperature_mc"])),
            time=clock(at, view.settings),
            limit=temperature(int(task.subject["limit_mc"])),
        )

    def _due(self) -> str:
        view, task = self._store.feed.view, self._shown.task if self._shown else None
        if view is None or task is None or task.due_at is None:
            return ""
        now = self._store.feed.now()
        at = clock(task.due_at, view.settings)
        if not task.overdue(now):
            return _t("Correction", "Complete it by {time}").format(time=at)
        late = duration((now - task.due_at).total_seconds())
        return _t("Correction", "Due {time}, overdue {late}").format(time=at, late=late)

    def _late(self) -> bool:
        return self._shown is not None and self._shown.overdue(self._store.feed.now())

    def _last(self) -> str:
        view = self._store.feed.view
        done = last_done(view) if view is not None else None
        if view is None or done is None or done.done_at is None:
            return ""
        by = view.staff.get(done.done_by) if done.done_by else None
        return _t("Correction", "Last one: {unit}, completed by {name} at {time}").format(
            unit=done.title, name=by.name if by else "–", time=clock(done.done_at, view.settings)
        )

    lots = Property(QObject, lambda self: self._lots, constant=True)
    title = Property(str, _title, notify=changed)
    text = Property(str, _text, notify=changed)
    due = Property(str, _due, notify=changed)
    late = Property(bool, _late, notify=changed)
    last = Property(str, _last, notify=changed)
    ready = Property(bool, _ready, notify=changed)
    mayRelease = Property(bool, _may_release, notify=changed)
    needsWords = Property(
        bool, lambda self: self._shown is not None and self._shown.task is not None, notify=changed
    )
    waiting = Property(int, lambda self: len(self._all), notify=changed)
