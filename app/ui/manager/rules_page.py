"""The rules in force: read, changed with a second person's approval, and brought back."""

import asyncio
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import AllocationPolicy
from app.services import policy_form as form
from app.services.policy_codec import to_document
from app.services.ports import PolicyVersion
from app.ui.manager import rule_words
from app.ui.manager.choice_what_if import ChoiceWhatIf, as_allocation
from app.ui.manager.desk import Desk
from app.ui.manager.policy_change import PolicyChange
from app.ui.manager.rule_return import draft_faults, returning
from app.ui.shared import format as text
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RuleField:
    """One line of the form."""

    id: str
    label: str
    hint: str
    text: str
    error: str
    moved: bool


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One earlier change."""

    id: str
    name: str
    who: str
    note: str


class RulesPage(QObject):
    """One section at a time; a draft lives until it is put in force, dropped or left."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._change = PolicyChange(desk, approval, self)
        self._kinds = form.sections()
        self._section = next(iter(self._kinds))
        self._typed: dict[str, str] = {}
        self._note = ""
        self._kept_back: tuple[str, ...] = ()
        self._fields = RowsModel(RuleField, parent=self)
        self._history = RowsModel(RuleVersion, parent=self)
        self._versions: tuple[PolicyVersion, ...] = ()
        self._known: Any = None
        self._what_if = ChoiceWhatIf(desk, self._choice_draft, self)
        desk.moved.connect(self.refresh)
        self._change.changed.connect(self.changed)
        self._change.done.connect(self.drop)

    @Slot(str)
    def open(self, section: str) -> None:
        """Show another section; what was typed and not put in force is dropped."""
        if section in self._kinds and not self._change.busy:
            self._section, self._typed, self._note = section, {}, ""
            self._known, self._versions, self._kept_back = None, (), ()
            self._change.dismiss()
            self._what_if.clear()
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the rules as they are now, with what was typed over them."""
        policy = self._policy()
        if policy is None:
            return
        if policy != self._known:
            self._known = policy
            self._read_history()
        self._derive()

    def _policy(self) -> Any:
        settings = self._desk.settings
        return None if settings is None else form.section_of(settings, self._section)

    def _derive(self) -> None:
        policy, bad = self._known, self._bad_field()
        rows = []
        for line in form.form_of(policy):
            typed = self._typed.get(line.key, line.text)
            rows.append(
                RuleField(
                    id=line.key,
                    label=rule_words.label(self._section, line.name),
                    hint=rule_words.hint(line.kind),
                    text=typed,
                    error=rule_words.example(line.kind) if line.name == bad else "",
                    moved=typed != line.text,
                )
            )
        self._fields.set_rows(rows)
        self.changed.emit()

    def _draft(self) -> Any:
        """The policy as typed. Raises BadFieldText."""
        return form.read_form(self._known, self._typed)

    def _choice_draft(self) -> AllocationPolicy | None:
        """The draft, while it is one of the choice's weights that can be put in force."""
        if self._known is None or self._bad_field() or self._faults():
            return None
        return as_allocation(self._draft())

    def _bad_field(self) -> str:
        try:
            self._draft()
        except form.BadFieldText as error:
            return str(error)
        return ""

    @Slot(str, str)
    def write(self, key: str, typed: str) -> None:
        """Type one field."""
        self._typed[key], self._kept_back = typed, ()
        self._change.dismiss()
        self._what_if.clear()
        self._derive()

    @Slot(str)
    def writeNote(self, typed: str) -> None:
        """Say why the rules change."""
        self._note = typed
        self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """Forget what was typed."""
        self._typed, self._note, self._kept_back = {}, "", ()
        self._derive()

    def _faults(self) -> tuple[str, ...]:
        """What contradicts itself in the draft, in words."""
        view = self._desk.view
        if view is None or self._known is None or self._bad_field():
            return ()
        return draft_faults(view, self._section, self._draft())

    @Slot()
    def apply(self) -> None:
        """Ask for approval and put the draft in force."""
        if not self._bad_field() and not self._faults() and self._edited():
            self._change.put_in_force(self._section, to_document(self._draft()), self._note)

    @Slot(str)
    def bringBack(self, version: str) -> None:
        """Put what held before that change in force again."""
        found = next((each for each in self._versions if str(each.version) == version), None)
        view = self._desk.view
        if found is None or view is None:
            return
        kind = self._kinds[self._section]
        document, self._kept_back = returning(view, self._section, kind, found)
        self.changed.emit()
        if self._kept_back:
            return
        note = _t("Office", "Back to what held before version {n}").format(n=found.version)
        self._change.put_in_force(self._section, document, note)

    def _read_history(self) -> None:
        self._desk.shell.tasks.start(self._fill_history(self._section), name="rule history")

    async def _fill_history(self, section: str) -> None:
        try:
            versions = await self._desk.store.policies.history(section)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            # The form itself stays usable; the pill already says that the store is away.
            if not is_expected(error):
                raise
            return
        settings = self._desk.settings
        if section != self._section or settings is None:
            return
        self._versions = versions
        self._history.set_rows(
            [
                RuleVersion(
                    id=str(each.version),
                    name=_t("Office", "Version {n}").format(n=each.version)
                    + f" · {text.date_time(each.at, settings)}",
                    who=f"{each.changed_by} + {each.approved_by}",
                    note=each.note,
                )
                for each in versions
            ]
        )
        self.changed.emit()

    def _edited(self) -> bool:
        return any(row.moved for row in self._fields.rows)

    sections = Property(
        "QVariantList",  # type: ignore[arg-type]
        lambda self: [{"key": p, "text": rule_words.section(p)} for p in self._kinds],
        notify=changed,
    )
    section = Property(str, lambda self: self._section, notify=changed)
    title = Property(str, lambda self: rule_words.section(self._section), notify=changed)
    version = Property(int, lambda self: getattr(self._known, "version", 0), notify=changed)
    fields = Property(QObject, lambda self: self._fields, constant=True)
    history = Property(QObject, lambda self: self._history, constant=True)
    note = Property(str, lambda self: self._note, notify=changed)
    edited = Property(bool, _edited, notify=changed)
    faults = Property(
        "QStringList",  # type: ignore[arg-type]
        lambda self: list(self._faults() + self._kept_back),
        notify=changed,
    )
    ready = Property(
        bool,
        lambda self: bool(self._edited() and self._note.strip() and not self._bad_field()
                          and not self._faults() and not self._change.busy),
        notify=changed,
    )  # fmt: skip
    whatIf = Property(QObject, lambda self: self._what_if, constant=True)  # noqa: N815
    applying = Property(QObject, lambda self: self._change, constant=True)
