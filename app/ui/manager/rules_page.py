"""The rules in force: read, changed with a second person's approval, and brought back."""

from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.food_policy import JURISDICTIONS
from app.domain.policy import AllocationPolicy
from app.services import policy_form as form
from app.services.policy_codec import from_document, to_document
from app.ui.manager import rule_editors, rule_words
from app.ui.manager.choice_what_if import ChoiceWhatIf, as_allocation
from app.ui.manager.desk import Desk
from app.ui.manager.policy_change import PolicyChange
from app.ui.manager.rule_changes import Change, changes
from app.ui.manager.rule_draft import RuleDraft, section_lines
from app.ui.manager.rule_preview import RulePreview
from app.ui.manager.rule_return import draft_faults, moved_by, returning
from app.ui.manager.rule_rows import RuleField, rule_rows
from app.ui.manager.version_history import VersionHistory
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate


class RulesPage(QObject):
    """One section at a time; a draft lives until it is put in force, dropped or left.

    Bringing an older version back makes it the draft, so that what it changes and does is seen
    before anybody is asked.
    """

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._change = PolicyChange(desk, approval, self)
        self._kinds = form.sections()
        self._section = next(iter(self._kinds))
        self._typed: dict[str, str] = {}
        self._older: Any = None
        self._note = ""
        self._kept_back: tuple[str, ...] = ()
        self._fields = RowsModel(RuleField, parent=self)
        self._changes = RowsModel(Change, parent=self)
        self._history = VersionHistory(desk, lambda each: moved_by(each, desk.view), self)
        self._known: Any = None
        self._what_if = ChoiceWhatIf(desk, self._choice_draft, self)
        self._preview = RulePreview(desk, self)
        desk.moved.connect(self.refresh)
        self._change.changed.connect(self.changed)
        self._change.done.connect(self.drop)

    @Slot(str)
    def open(self, section: str) -> None:
        """Show another section; what was typed and not put in force is dropped."""
        if section in self._kinds and not self._change.busy:
            self._section, self._known = section, None
            self._forget()
            self._change.dismiss()
            self._what_if.clear()
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the rules as they are now, with what was typed over them."""
        settings = self._desk.settings
        if settings is None:
            return
        policy = form.section_of(settings, self._section)
        if policy != self._known:
            self._known = policy
            self._history.read(self._section)
        self._derive()

    def _draft(self) -> RuleDraft:
        settings = self._desk.settings
        currency = settings.currency if settings else ""
        base = self._known if self._older is None else self._older
        return RuleDraft(self._known, base, currency, self._typed)

    def _derive(self) -> None:
        view = self._desk.view
        if view is None or self._known is None:
            return
        draft = self._draft()
        self._fields.set_rows(rule_rows(self._section, draft, view.settings))
        readable = not draft.bad_field()
        found = changes(self._section, self._known, draft.policy(), view) if readable else []
        self._changes.set_rows(found)
        self._preview.show(self._section, draft.policy() if found and not self._faults() else None)
        self.changed.emit()

    def _choice_draft(self) -> AllocationPolicy | None:
        """The draft, while it is one of the choice's weights that can be put in force."""
        if self._known is None or self._bad_field() or self._faults():
            return None
        return as_allocation(self._draft().policy())

    def _bad_field(self) -> str:
        return "" if self._known is None else self._draft().bad_field()

    @Slot(str, str)
    def write(self, key: str, typed: str) -> None:
        """Type or choose one field; the rules of a place fill in their limits."""
        self._typed[key] = typed
        if self._section == "food.jurisdiction" and key == "profile" and typed in JURISDICTIONS:
            profile = section_lines(JURISDICTIONS[typed], self._draft().currency)
            self._typed.update({line.key: line.text for line in profile})
        self._moved()

    @Slot(str, str, str)
    def tick(self, key: str, action: str, option: str) -> None:
        """Tick or untick one choice of a field (of one action, where there are some)."""
        found = next((each for each in self._draft().lines() if each.key == key), None)
        if found is not None:
            text = self._typed.get(key, found.text)
            self._typed[key] = rule_editors.tick(found, text, action, option)
            self._moved()

    @Slot(str, int, int, str)
    def writeCell(self, key: str, row: int, column: int, typed: str) -> None:
        """Type one cell of a table; the row after the last adds one."""
        self._typed[key] = rule_editors.with_cell(self._text(key), row, column, typed)
        self._moved()

    @Slot(str, int)
    def removeRow(self, key: str, row: int) -> None:
        """Take a row out of a table."""
        self._typed[key] = rule_editors.without_row(self._text(key), row)
        self._moved()

    def _text(self, key: str) -> str:
        lines = {line.key: line.text for line in self._draft().lines()}
        return self._typed.get(key, lines.get(key, ""))

    def _moved(self) -> None:
        self._kept_back = ()
        self._change.dismiss()
        self._what_if.clear()
        self._derive()

    @Slot(str)
    def writeNote(self, typed: str) -> None:
        """Say why the rules change."""
        self._note = typed
        self.changed.emit()

    def _forget(self) -> None:
        self._typed, self._older, self._note, self._kept_back = {}, None, "", ()

    @Slot()
    def drop(self) -> None:
        """Forget what was typed."""
        self._forget()
        self._derive()

    def _faults(self) -> tuple[str, ...]:
        """What contradicts itself in the draft, in words."""
        view = self._desk.view
        if view is None or self._known is None or self._bad_field():
            return ()
        return draft_faults(view, self._section, self._draft().policy())

    @Slot()
    def apply(self) -> None:
        """Ask for approval and put the draft in force."""
        if self._edited() and not self._bad_field() and not self._faults():
            document = to_document(self._draft().policy())
            self._change.put_in_force(
                self._section, document, self._note, [each.line for each in self._changes.rows]
            )

    @Slot(str)
    def bringBack(self, version: str) -> None:
        """Make what held before that change the draft, if it may hold today."""
        found, view = self._history.find(version), self._desk.view
        if found is None or view is None or self._change.busy:
            return
        kind = self._kinds[self._section]
        self._forget()
        document, self._kept_back = returning(view, self._section, kind, found)
        if not self._kept_back:
            self._older = from_document(kind, document)
            note = _t("Office", "Back to what held before version {n}")
            self._note = note.format(n=found.version)
        self._change.dismiss()
        self._what_if.clear()
        self._derive()

    def _edited(self) -> bool:
        return self._known is not None and self._draft().moved()

    def _ready(self) -> bool:
        return bool(
            self._edited() and self._note.strip() and not self._bad_field()
            and not self._faults() and not self._change.busy
        )  # fmt: skip

    def _elsewhere(self) -> str:
        if self._section != "pricing":
            return ""
        return _t("Office", "Offers, hours and margins of single products are edited on Prices.")

    sections = Property(
        "QVariantList",  # type: ignore[arg-type]
        lambda self: [{"key": p, "text": rule_words.section(p)} for p in self._kinds],
        notify=changed,
    )
    section = Property(str, lambda self: self._section, notify=changed)
    title = Property(str, lambda self: rule_words.section(self._section), notify=changed)
    elsewhere = Property(str, _elsewhere, notify=changed)
    version = Property(int, lambda self: getattr(self._known, "version", 0), notify=changed)
    fields = Property(QObject, lambda self: self._fields, constant=True)
    changes = Property(QObject, lambda self: self._changes, constant=True)
    preview = Property(QObject, lambda self: self._preview, constant=True)
    history = Property(QObject, lambda self: self._history.rows, constant=True)
    note = Property(str, lambda self: self._note, notify=changed)
    edited = Property(bool, _edited, notify=changed)
    faults = Property(
        "QStringList",  # type: ignore[arg-type]
        lambda self: list(self._faults() + self._kept_back),
        notify=changed,
    )
    ready = Property(bool, _ready, notify=changed)
    whatIf = Property(QObject, lambda self: self._what_if, constant=True)  # noqa: N815
    applying = Property(QObject, lambda self: self._change, constant=True)
