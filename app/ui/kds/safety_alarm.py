"""What blocks food, or soon will: the kitchen's banner and its sound, until somebody saw to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal

from app.domain.time_tracking import Watch
from app.services.checks_due import ClockCheck
from app.services.corrections import Correction
from app.services.store_view import StoreView
from app.ui.shared.format import clock, duration, temperature

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trouble:
    """One unit's; `key` is its row's among the checks, `stage` grows as it gets worse."""

    key: str
    stage: int
    title: str
    text: str


class SafetyAlarm(QObject):
    """The worst trouble in words. `sound` is called for one that is new or got worse, and again
    after the policy's `late_again` while food is blocked."""

    changed = Signal()

    def __init__(self, sound: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._sound = sound
        self._shown: list[Trouble] = []
        self._told: dict[str, int] = {}
        self._sounded_at: datetime | None = None

    def show(
        self,
        view: StoreView,
        now: datetime,
        violations: Iterable[Correction],
        clocks: Iterable[tuple[str, ClockCheck]],
    ) -> None:
        """Show what stands open now."""
        found = [_violation(each, view, now) for each in violations if each.task is not None]
        found += [_silence(key, each, view) for key, each in clocks]
        found.sort(key=lambda each: -each.stage)
        worse = any(each.stage > self._told.get(each.key, 0) for each in found)
        self._told = {each.key: each.stage for each in found}
        again = view.settings.kitchen.late_again
        blocked = bool(found) and found[0].stage > 1
        due = self._sounded_at is None or now - self._sounded_at >= again
        if worse or (blocked and again and due):
            self._sounded_at = now
            self._sound()
        if found != self._shown:
            self._shown = found
            self.changed.emit()

    def _title(self) -> str:
        return self._shown[0].title if self._shown else ""

    def _text(self) -> str:
        if not self._shown:
            return ""
        more = len(self._shown) - 1
        rest = _t("Kitchen", "{count} more in Checks.").format(count=more) if more else ""
        return f"{self._shown[0].text} {rest}".strip()

    def _tone(self) -> str:
        return "danger" if self._shown and self._shown[0].stage > 1 else "warning"

    def _key_text(self) -> str:
        if len(self._shown) != 1:
            return _t("Kitchen", "Checks")
        silent = self._shown[0].key.startswith("unit_")
        return _t("Kitchen", "Measure") if silent else _t("Kitchen", "Act")

    title = Property(str, _title, notify=changed)
    text = Property(str, _text, notify=changed)
    tone = Property(str, _tone, notify=changed)
    keyText = Property(str, _key_text, notify=changed)  # noqa: N815
    row = Property(
        str,
        lambda self: self._shown[0].key if len(self._shown) == 1 else "",
        notify=changed,
    )


def _violation(each: Correction, view: StoreView, now: datetime) -> Trouble:
    task = each.task
    assert task is not None and task.due_at is not None
    late = each.overdue(now)
    title = _t("Kitchen", "{unit} was at {temperature}: its food is blocked")
    text = (
        _t("Kitchen", "Serve nothing of it. The corrective action is overdue by {late}.")
        if late
        else _t("Kitchen", "Serve nothing of it. Corrective action by {due}.")
    )
    return Trouble(
        f"correct_{each.deviation_id}",
        3 if late else 2,
        title.format(
            unit=each.unit_name, temperature=temperature(int(task.subject["temperature_mc"]))
        ),
        text.format(
            due=clock(task.due_at, view.settings),
            late=duration((now - task.due_at).total_seconds()) if late else "",
        ),
    )


def _silence(key: str, check: ClockCheck, view: StoreView) -> Trouble:
    missed = check.tracking.watch is Watch.MANUAL_OVERDUE
    due = clock(check.tracking.overdue_at, view.settings)
    title, text = (
        (
            _t("Kitchen", "{unit}: nobody measured by {due}, its food is blocked"),
            _t("Kitchen", "Serve nothing of it until somebody measures it and signs."),
        )
        if missed
        else (
            _t("Kitchen", "{unit}: its sensor is silent since {time}"),
            _t("Kitchen", "Measure and sign by {due}, else its food is blocked."),
        )
    )
    since = clock(check.last_at, view.settings)
    return Trouble(
        key,
        2 if missed else 1,
        title.format(unit=check.name, due=due, time=since),
        text.format(due=due),
    )
