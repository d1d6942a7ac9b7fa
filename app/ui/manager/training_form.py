"""The form for one record of training: who, what, when, and until when it counts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.training import TrainingKind
from app.services.refusal import RefusalCode, Refused
from app.services.signing import store_day
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared.refusal_text import sentence
from app.ui.shared.refusal_training import training_word

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far; days as 2026-11-22."""

    id: UUID
    staff_id: UUID
    kind: TrainingKind = TrainingKind.QUALITY
    held: str = ""
    until: str = ""
    note: str = ""
    own_until: bool = False
    """The last day was typed: it no longer follows the first."""


class TrainingForm(QObject):
    """Open while `shown.open`."""

    changed = Signal()

    def __init__(self, desk: Desk, errand: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._errand = desk, errand
        self._draft: Draft | None = None

    def begin(self, staff_id: UUID) -> None:
        """A new record of a person, held today."""
        view = self._desk.view
        if view is not None:
            held = store_day(view, self._desk.now)
            self._set(self._followed(Draft(new_id(), staff_id, held=held.isoformat())))

    @Slot()
    def close(self) -> None:
        """Forget what was typed."""
        self._set(None)

    @Slot(str)
    def choose(self, kind: str) -> None:
        """What was taught."""
        if self._draft is not None:
            self._set(replace(self._draft, kind=TrainingKind(kind)))

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Take what was typed as `held`, `until` or `note`."""
        draft = self._draft
        if draft is None:
            return
        if field == "held":
            self._set(self._followed(replace(draft, held=text)))
        elif field == "until":
            self._set(replace(draft, until=text, own_until=True))
        elif field == "note":
            self._set(replace(draft, note=text))

    @Slot()
    def save(self) -> None:
        """Write it down."""
        session, draft, store = self._desk.session(), self._draft, self._desk.store
        held, until = (_day(draft.held), _day(draft.until)) if draft else (None, None)
        view = self._desk.view
        if session is None or draft is None or held is None or until is None or view is None:
            return
        name = view.staff[draft.staff_id].name

        def done(_answer: Any) -> tuple[str, str]:
            self.close()
            return (
                _t("Office", "Training of {name} is on file").format(name=name),
                _t("Office", "The kitchen goes by it from now on."),
            )

        self._errand.ask(
            draft,
            lambda request: store.trainings.record(
                session, request=request, training_id=draft.id, staff_id=draft.staff_id,
                kind=draft.kind, held_on=held, valid_until=until, note=draft.note.strip(),
            ),
            done,
            denied,
        )  # fmt: skip

    def _followed(self, draft: Draft) -> Draft:
        view, held = self._desk.view, _day(draft.held)
        if draft.own_until or held is None or view is None:
            return draft
        valid = view.settings.food.checkpoints.training_valid
        return replace(draft, until=(held + valid - timedelta(days=1)).isoformat())

    def _set(self, draft: Draft | None) -> None:
        self._draft = draft
        self.changed.emit()

    def _shown(self) -> dict[str, Any]:
        draft, view = self._draft, self._desk.view
        if draft is None or view is None:
            return {"open": False}
        held, until = _day(draft.held), _day(draft.until)
        today = store_day(view, self._desk.now)
        bad_day = _t("Office", "A day as 2026-11-22")
        held_wrong = bad_day if held is None else ""
        if held is not None and held > today:
            held_wrong = _t("Office", "It has not been held yet")
        until_wrong = bad_day if until is None else ""
        if held is not None and until is not None and until < held:
            until_wrong = _t("Office", "Before the first day")
        return {
            "open": True,
            "title": _t("Office", "Training of {name}").format(
                name=view.staff[draft.staff_id].name
            ),
            "kind": draft.kind.value,
            "kinds": [{"key": each.value, "text": training_word(each)} for each in TrainingKind],
            "held": draft.held,
            "heldWrong": held_wrong,
            "until": draft.until,
            "untilWrong": until_wrong,
            "note": draft.note,
            "ready": not held_wrong and not until_wrong,
        }

    shown = Property("QVariantMap", _shown, notify=changed)  # type: ignore[arg-type]


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


def denied(refusal: Refused) -> tuple[str, str]:
    """Why a record was refused."""
    nothing = _t("Office", "Nothing was changed.")
    if refusal.code is RefusalCode.NOT_PERMITTED:
        return _t("Office", "Another person has to write down your own training"), nothing
    if refusal.code is RefusalCode.BAD_QUANTITY:
        return _t("Office", "These days cannot be"), nothing
    return sentence(refusal)
