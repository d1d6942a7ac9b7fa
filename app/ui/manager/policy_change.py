"""Putting a policy in force: asked for, approved by another person, and how it went."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.ui.manager import rule_words
from app.ui.manager.desk import Desk
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate
_NOTHING = ("ok", "", "")


class PolicyChange(QObject):
    """One change at a time; `done` says that it holds on every screen."""

    changed = Signal()
    done = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self._said = _NOTHING
        self._busy = False

    def put_in_force(
        self, section: str, document: Mapping[str, Any], note: str, moved: Sequence[str] = ()
    ) -> None:
        """Ask for approval of the new `document` of a section; nothing happens without a note.

        `moved` says line by line what changes, for the person who is asked.
        """
        if self._busy or not note.strip():
            return
        self._busy = True
        self.changed.emit()
        work = self._guarded(section, dict(document), note.strip(), tuple(moved))
        if self._desk.shell.tasks.start(work, name="change rules") is None:
            self._busy = False

    async def _guarded(
        self, section: str, document: dict[str, Any], note: str, moved: tuple[str, ...]
    ) -> None:
        done = False
        try:
            done = await self._change(section, document, note, moved)
        except Exception as error:
            self._said = ("danger", *sentence(error))
            if not is_expected(error):
                raise
        finally:
            self._busy = False
            self.changed.emit()
        if done:
            self.done.emit()

    async def _change(
        self, section: str, document: dict[str, Any], note: str, moved: tuple[str, ...]
    ) -> bool:
        session = self._desk.session()
        if session is None:
            return False
        plain = {key: value for key, value in document.items() if key != "version"}
        approval = await self._approval.obtain(
            session,
            ApprovalAction.POLICY_CHANGE,
            {"section": section, "document": plain},
            what=_t("Office", "{section}: {note}").format(
                section=rule_words.section(section), note=note
            ),
            details=moved,
            reasons=[note],
        )
        if approval is None:
            return False
        version = await self._desk.store.policies.change(
            session,
            request=new_id(),
            section=section,
            document=document,
            note=note,
            approval_id=approval,
        )
        self._said = (
            "ok",
            _t("Office", "In force"),
            _t("Office", "Version {n} holds on every screen.").format(n=version),
        )
        return True

    @Slot()
    def dismiss(self) -> None:
        """Take the sentence away."""
        if self._said != _NOTHING:
            self._said = _NOTHING
            self.changed.emit()

    busy = Property(bool, lambda self: self._busy, notify=changed)
    tone = Property(str, lambda self: self._said[0], notify=changed)
    title = Property(str, lambda self: self._said[1], notify=changed)
    text = Property(str, lambda self: self._said[2], notify=changed)
