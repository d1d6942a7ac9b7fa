"""Questions, points or looks from week to week: what LinesPlot draws, with the counts below."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.feedback_trend import weeks_until
from app.domain.people import Session
from app.domain.policy import StoreSettings
from app.services.ports import WeekCount, Weekly
from app.ui.manager.desk import Desk
from app.ui.manager.feedback_trend import WEEKS, since
from app.ui.shared import format as text
from app.ui.shared import words
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate
_TONES = ("info", "warning", "danger")
_STEPS = (1, 2, 3, 5, 10, 15, 20, 30, 50, 75)


class WeekPlot(QObject):
    """One subject; it is asked for whenever its card comes on screen."""

    changed = Signal()

    def __init__(self, desk: Desk, subject: Weekly, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._subject = desk, subject
        self._counts: tuple[WeekCount, ...] = ()
        self._loaded = self._asking = False
        self._problem = ""
        desk.shell.languageChanged.connect(self._reworded)

    @Slot()
    def load(self) -> None:
        """Ask the store; while somebody is signed in, and one question at a time."""
        session, settings = self._desk.session(), self._desk.settings
        if session is None or settings is None or self._asking:
            return
        self._asking = True
        task = self._load(session, settings)
        if self._desk.shell.tasks.start(task, name="weeks") is None:
            self._asking = False

    @Slot()
    def _reworded(self) -> None:
        self.changed.emit()

    async def _load(self, session: Session, settings: StoreSettings) -> None:
        now = self._desk.now
        try:
            self._counts = await self._desk.store.reports.weeks(
                session, self._subject, since(settings, now), now
            )
            self._loaded, self._problem = True, ""
        except Exception as error:
            if not is_expected(error):
                raise
            self._problem = " ".join(sentence(error))
        finally:
            self._asking = False
            self.changed.emit()

    def _plot(self) -> dict[str, object]:
        settings = self._desk.settings
        if self._problem:
            return {"empty": self._problem}
        if settings is None or not self._loaded:
            return {}
        if not self._counts:
            return {"empty": _nothing(self._subject)}
        today = self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()
        return plot(self._subject, self._counts, weeks_until(today, WEEKS), settings)

    plot = Property("QVariantMap", _plot, notify=changed)  # type: ignore[arg-type]
    loaded = Property(bool, lambda self: self._loaded, notify=changed)
    title = Property(str, lambda self: _title(self._subject), notify=changed)


def plot(
    subject: Weekly, counts: Sequence[WeekCount], weeks: Sequence[date], settings: StoreSettings
) -> dict[str, object]:
    """What LinesPlot draws; a week without any is a 0: nothing was asked or given."""
    found = {(each.week, each.kind): each.count for each in counts}
    heights = [
        [float(sum(found.get((week, kind), 0) for kind in kinds)) for week in weeks]
        for _, _, kinds in _series(subject, counts)
    ]
    lines = [
        {
            "name": name,
            "tone": tone,
            "points": [{"x": float(at), "y": y} for at, y in enumerate(line)],
        }
        for (name, tone, _), line in zip(_series(subject, counts), heights, strict=True)
    ]
    return {
        "lines": lines,
        "ticks": [
            {
                "x": float(at),
                "text": f"{text.day_short(week, settings)}\n{_below(subject, counts, week)}",
            }
            for at, week in enumerate(weeks)
        ],
        "tips": [
            {"x": float(at), "text": _tip(subject, counts, week, settings)}
            for at, week in enumerate(weeks)
        ],
        "high": _round_up(max(map(max, heights))),
        "upwards": _upwards(subject),
        "empty": "",
    }


def _series(subject: Weekly, counts: Sequence[WeekCount]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Name, tone and kinds of each line."""
    if subject is Weekly.POINTS:
        return [
            (_t("Office", "given"), "ok", ("earn",)),
            (_t("Office", "redeemed"), "info", ("redeem",)),
            (_t("Office", "taken back"), "danger", ("reverse",)),
        ]
    if subject is Weekly.CHECKS:
        return [
            (_t("Office", "late"), "warning", ("late",)),
            (_t("Office", "off sale before"), "danger", ("overdue",)),
        ]
    sums: dict[str, int] = {}
    for each in counts:
        sums[each.kind] = sums.get(each.kind, 0) + each.count
    order = sorted(sums, key=lambda kind: (-sums[kind], kind))
    lines = [(_t("Office", "all"), "ok", tuple(order))]
    most = zip(order[: len(_TONES)], _TONES, strict=False)
    return [*lines, *((words.approval_action(kind), tone, (kind,)) for kind, tone in most)]


def _below(subject: Weekly, counts: Sequence[WeekCount], week: date) -> str:
    mine = [each for each in counts if each.week == week]
    if not mine:
        return "–"
    if subject is Weekly.APPROVALS:
        return f"{sum(e.good for e in mine):,}\n/ {sum(e.count for e in mine):,}"
    if subject is Weekly.CHECKS:
        late = sum(each.count for each in mine if each.kind != "kept")
        return f"{late:,}\n/ {sum(each.count for each in mine):,}"
    return f"{sum(each.count for each in mine if each.kind == 'earn'):,}"


def _tip(subject: Weekly, counts: Sequence[WeekCount], week: date, settings: StoreSettings) -> str:
    mine = {each.kind: each for each in counts if each.week == week}
    day = _t("Office", "Week from {day}").format(day=text.day_short(week, settings))
    if not mine:
        return f"{day}: –"
    if subject is Weekly.APPROVALS:
        said = [f"{words.approval_action(k)} {e.good} / {e.count}" for k, e in mine.items()]
        return " · ".join([day, *said])
    named = [(name, kinds[0]) for name, _, kinds in _series(subject, counts)]
    if subject is Weekly.POINTS:
        named.append((_t("Office", "given back after a refund"), "return"))
    else:
        named.insert(0, (_t("Office", "on time"), "kept"))
    said = [f"{name} {mine[kind].count:,}" for name, kind in named if kind in mine]
    return " · ".join([day, *said])


def _round_up(most: float) -> float:
    """The end of the axis: a number that four steps divide into round ones."""
    scale = 1
    while most * 1.05 > 4 * scale * _STEPS[-1]:
        scale *= 10
    return float(next((4 * scale * s for s in _STEPS if 4 * scale * s >= most * 1.05), 4))


def _title(subject: Weekly) -> str:
    return {
        Weekly.APPROVALS: _t("Office", "Questions by week"),
        Weekly.POINTS: _t("Office", "Points by week"),
        Weekly.CHECKS: _t("Office", "Looks by week"),
    }[subject]


def _upwards(subject: Weekly) -> str:
    return {
        Weekly.APPROVALS: _t("Office", "questions asked; below: granted of asked"),
        Weekly.POINTS: _t("Office", "points; below: given in the week from that day"),
        Weekly.CHECKS: _t("Office", "looks on display; below: not on time, of all"),
    }[subject]


def _nothing(subject: Weekly) -> str:
    return {
        Weekly.APPROVALS: _t("Office", "Nobody asked for a second person in these eight weeks"),
        Weekly.POINTS: _t("Office", "No points were given in these eight weeks"),
        Weekly.CHECKS: _t("Office", "Nothing on display was looked at in these eight weeks"),
    }[subject]
