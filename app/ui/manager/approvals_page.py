"""Questions that wait for a second person, and how the last ones ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.approval import Approval, ApprovalAction, ApprovalState
from app.domain.people import Session
from app.services.ports import Weekly
from app.services.store_view import StoreView
from app.ui.manager import rule_words
from app.ui.manager.curve_words import asked_curve
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.journal_export import JournalExport
from app.ui.manager.rule_changes import changes_in_document
from app.ui.manager.week_plot import WeekPlot
from app.ui.shared import format as text
from app.ui.shared import words
from app.ui.shared.approval_subject import subject_lines
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Question:
    """One question that somebody can still answer."""

    id: str
    title: str
    reason: str
    who: str
    amount: str
    leftText: str  # noqa: N815 (QML role)
    mayDecide: bool  # noqa: N815
    about: str
    """What is approved, a line each."""
    why: str
    """Why this person may not decide; empty when they may."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One that ended."""

    id: str
    name: str
    who: str
    decided: str
    status: str


class ApprovalsPage(QObject):
    """The open questions follow the store each second; the ended ones are the newest first."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weeks = WeekPlot(desk, Weekly.APPROVALS, self)
        self._questions = RowsModel(Question, parent=self)
        self._ended = RowsModel(Decided, parent=self)
        self._errand = Errand(desk.shell, "decide approval", self)
        self._journal = JournalExport(desk, self._errand, self)
        desk.moved.connect(self.refresh)
        desk.shell.clock.tick.connect(self._tick)
        # A question is worth no debouncing: somebody waits at a till.
        self._off = desk.store.feed.on_view(lambda _view, _changes: self.refresh())

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        now, session = self._desk.now, self._desk.session()
        newest = sorted(view.approvals.values(), key=lambda each: each.asked_at, reverse=True)
        waiting = [each for each in newest if each.waiting(now)]
        self._questions.set_rows([_question(each, view, session, now) for each in waiting])
        self._ended.set_rows([_decided(each, view) for each in newest if not each.waiting(now)])
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        if self._questions.rows:
            self.refresh()

    @Slot(str)
    def grant(self, key: str) -> None:
        """Allow it."""
        self._decide(UUID(key), granted=True)

    @Slot(str)
    def refuse(self, key: str) -> None:
        """Do not allow it."""
        self._decide(UUID(key), granted=False)

    def _decide(self, approval_id: UUID, *, granted: bool) -> None:
        session = self._desk.session()
        if session is None:
            return
        approvals = self._desk.store.approvals
        self._errand.ask(
            (approval_id, granted),
            lambda request: approvals.decide(
                session, request=request, approval_id=approval_id, granted=granted, comment=""
            ),
            lambda _answer: ("", ""),
        )

    def stop(self) -> None:
        """Hear nothing more of the store."""
        self._off()

    journal = Property(QObject, lambda self: self._journal, constant=True)
    weeks = Property(QObject, lambda self: self._weeks, constant=True)
    questions = Property(QObject, lambda self: self._questions, constant=True)
    ended = Property(QObject, lambda self: self._ended, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    waiting = Property(int, lambda self: len(self._questions.rows), notify=changed)


def _question(each: Approval, view: StoreView, session: Session | None, now: datetime) -> Question:
    person = view.staff.get(session.staff_id) if session else None
    may = person is not None and view.settings.approvals.may_decide(each, person)
    amount = each.amount_minor
    return Question(
        id=str(each.id),
        title=words.approval_action(each.action),
        reason=each.reason,
        who=_who(each, view),
        amount=text.money(amount, view.settings) if amount is not None else "",
        leftText=text.countdown(max(0.0, (each.expires_at - now).total_seconds())),
        mayDecide=may,
        about="\n".join(_about(each, view)),
        why="" if may else _why_not(each, session),
    )


def _about(each: Approval, view: StoreView) -> list[str]:
    """What the subject names; of rules, every field that changes."""
    section, document = each.subject.get("section"), each.subject.get("document")
    if each.action != ApprovalAction.POLICY_CHANGE or not isinstance(document, Mapping):
        return subject_lines(each.subject, view)
    if (curve := asked_curve(str(section), document, view)) is not None:
        return curve
    title = rule_words.section(str(section))
    found = changes_in_document(str(section), document, view)
    if found is None:
        return [title, _t("Office", "This program has no words for these rules.")]
    return [title, *(change.line for change in found)]


def _why_not(each: Approval, session: Session | None) -> str:
    if session is not None and session.staff_id == each.asked_by:
        return _t("Office", "You asked yourself: another person has to answer.")
    return _t("Office", "Your role may not decide this.")


def _who(each: Approval, view: StoreView) -> str:
    person, terminal = view.staff.get(each.asked_by), view.terminals.get(each.terminal_id)
    names = [person.name if person else "", terminal.name if terminal else ""]
    return " · ".join(name for name in names if name)


def _decided(each: Approval, view: StoreView) -> Decided:
    decider = view.staff.get(each.decided_by) if each.decided_by else None
    return Decided(
        id=str(each.id),
        name=f"{words.approval_action(each.action)}: {each.reason}",
        who=f"{_who(each, view)} · {text.clock(each.asked_at, view.settings)}",
        decided=decider.name if decider else "–",
        status={
            ApprovalState.ASKED: _t("Office", "Not answered"),
            ApprovalState.GRANTED: _t("Office", "Approved, not used"),
            ApprovalState.REFUSED: _t("Office", "Refused"),
            ApprovalState.USED: _t("Office", "Approved and used"),
        }[each.state],
    )
