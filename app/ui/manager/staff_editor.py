"""Who works here: take somebody on, change the role, give another PIN, let somebody go."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Role, Session, Staff, pin_length
from app.services.refusal import RefusalCode, Refused
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared import words
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate
_KEPT_BY_MANAGERS = frozenset({Role.SERVICE, Role.CASHIER, Role.KITCHEN, Role.SHIFT_LEAD})


@dataclass(frozen=True, slots=True)
class StaffFact:
    """One person of the list."""

    id: str
    name: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far; `before` is the role that the store knows, None for somebody new."""

    id: UUID
    before: Role | None = None
    name: str = ""
    role: Role = Role.CASHIER
    active: bool = True
    pin: str = ""

    @property
    def needs_pin(self) -> bool:
        """A PIN is as long as its role asks for: somebody new, or with another role, needs one."""
        return self.role is not self.before

    @property
    def ready(self) -> bool:
        """Whether it can be kept."""
        fits = len(self.pin) == pin_length(self.role) and self.pin.isascii() and self.pin.isdigit()
        return bool(self.name.strip()) and (fits or (not self.pin and not self.needs_pin))


class StaffEditor(QObject):
    """A list that follows the store, and a form that is open while `shown.open`."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._saving = Errand(desk.shell, "staff", self)
        self._rows: RowsModel[StaffFact] = RowsModel(StaffFact, parent=self)
        self._draft: Draft | None = None

    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is not None:
            people = sorted(view.staff.values(), key=lambda p: (not p.active, p.name.casefold()))
            self._rows.set_rows([_fact(person) for person in people])

    @Slot()
    def create(self) -> None:
        """Begin with somebody new."""
        self._set(Draft(new_id()))

    @Slot(int)
    def edit(self, index: int) -> None:
        """Open a person of the list."""
        view = self._desk.view
        if view is not None and 0 <= index < len(self._rows.rows):
            person = view.staff[UUID(self._rows.rows[index].id)]
            self._set(Draft(person.id, person.role, person.name, person.role, person.active))

    @Slot()
    def close(self) -> None:
        """Forget what was typed."""
        self._set(None)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Take what was typed as `name` or `pin`."""
        if self._draft is not None and field in ("name", "pin"):
            self._set(replace(self._draft, **{field: text}))  # type: ignore[arg-type]

    @Slot(str)
    def choose(self, role: str) -> None:
        """The person's role is this one."""
        if self._draft is not None:
            self._set(replace(self._draft, role=Role(role)))

    @Slot(bool)
    def work(self, active: bool) -> None:
        """The person works here, or has left."""
        if self._draft is not None:
            self._set(replace(self._draft, active=active))

    @Slot()
    def save(self) -> None:
        """Keep it."""
        session, draft, store = self._desk.session(), self._draft, self._desk.store
        if session is None or draft is None or not draft.ready:
            return
        name = draft.name.strip()

        def done(_answer: Any) -> tuple[str, str]:
            self.close()
            return (
                _t("Office", "{name} is kept").format(name=name),
                _t("Office", "Every screen knows it now."),
            )

        self._saving.ask(
            draft,
            lambda request: store.staff.save(
                session, request=request, staff_id=draft.id, name=name, role=draft.role,
                active=draft.active, pin=draft.pin or None,
            ),
            done,
            _denied,
        )  # fmt: skip

    def _set(self, draft: Draft | None) -> None:
        self._draft = draft
        self.changed.emit()

    def _shown(self) -> dict[str, Any]:
        draft, session = self._draft, self._desk.session()
        if draft is None or session is None:
            return {"open": False}
        digits = pin_length(draft.role)
        return {
            "open": True,
            "isNew": draft.before is None,
            "name": draft.name,
            "role": draft.role.value,
            "active": draft.active,
            "pin": draft.pin,
            "pinLabel": (
                _t("Office", "PIN ({n} digits)") if draft.needs_pin
                else _t("Office", "New PIN ({n} digits), or nothing")
            ).format(n=digits),
            "pinDigits": digits,
            "roles": _roles(session, draft),
            "ready": draft.ready,
        }  # fmt: skip

    rows = Property(QObject, lambda self: self._rows, constant=True)
    saving = Property(QObject, lambda self: self._saving, constant=True)
    shown = Property("QVariantMap", _shown, notify=changed)  # type: ignore[arg-type]


def _fact(person: Staff) -> StaffFact:
    status = _t("Office", "active") if person.active else _t("Office", "left")
    return StaffFact(str(person.id), person.name, words.role(person.role), status)


def _roles(session: Session, draft: Draft) -> list[dict[str, str]]:
    """The roles this person may give; the one there is stays among them."""
    everybody = session.role is Role.ADMINISTRATOR
    return [
        {"key": role.value, "text": words.role(role)}
        for role in Role
        if everybody or role in _KEPT_BY_MANAGERS or role is draft.before
    ]


def _denied(refusal: Refused) -> tuple[str, str]:
    nothing = _t("Office", "Nothing was changed.")
    if refusal.code is RefusalCode.BAD_TEXT and refusal.detail == "name taken":
        return _t("Office", "Somebody else has this name"), nothing
    if refusal.code is RefusalCode.NOT_PERMITTED:
        return (
            _t("Office", "Another person has to change this"),
            _t("Office", "An administrator keeps managers and administrators; nobody changes "
               "their own role. Nothing was changed."),
        )  # fmt: skip
    return sentence(refusal)
