"""Signing in: staff tiles, PIN pad, wrong PINs with their delay, and who is signed in."""

import time
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.people import Role, Session, Staff, works_as
from app.services.ports import Changes, Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity, StoreView
from app.ui.shared import refusal_said, refusal_text, words
from app.ui.shared.format import countdown
from app.ui.shared.list_model import RowsModel
from app.ui.shared.pin_keys import PinKeys
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One tile."""

    staffId: str  # noqa: N815 (QML role)
    name: str
    roleText: str  # noqa: N815
    initials: str


def derive_staff(view: StoreView | None, roles: Collection[Role] | None) -> list[StaffRow]:
    """The active people who may work here, by name."""
    people = view.staff.values() if view is not None else ()
    chosen = [p for p in people if p.active and (roles is None or works_as(p.role) & set(roles))]
    return [staff_row(person) for person in sorted(chosen, key=lambda p: p.name)]


def staff_row(person: Staff) -> StaffRow:
    """The tile of one person."""
    initials = "".join(part[0] for part in person.name.split()[:2]).upper()
    return StaffRow(str(person.id), person.name, words.role(person.role), initials)


class SignInModel(PinKeys):
    """The sign-in page's view model; `session` is the person at work, or None."""

    changed = Signal()
    signedIn = Signal()  # noqa: N815
    signedOut = Signal()  # noqa: N815

    def __init__(
        self,
        shell: Shell,
        store: Store,
        roles: Collection[Role] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or shell)
        self._shell, self._store, self._roles = shell, store, roles
        self.session: Session | None = None
        self._staff: RowsModel[StaffRow] = RowsModel(StaffRow, "staffId", self)
        self._chosen: Staff | None = None
        self._busy = False
        self._message = ""
        self._locked = False
        self._wait_until = 0.0
        self._off = store.feed.on_view(self._on_view)
        shell.clock.tick.connect(self._tick)
        shell.languageChanged.connect(self._fill)
        self._fill()

    def _on_view(self, _view: StoreView, changes: Changes) -> None:
        if not changes or Entity.STAFF in changes:
            self._fill()

    @Slot()
    def _fill(self) -> None:
        view = self._store.feed.view
        self._staff.set_rows(derive_staff(view, self._roles))
        if self._chosen is not None and view is not None:
            person = view.staff.get(self._chosen.id)
            if person is None or not person.active:
                self.back()
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        if self._wait_until:
            if self._wait_s() == 0:
                self._wait_until, self._message = 0.0, ""
            self.changed.emit()

    def _wait_s(self) -> int:
        # Ends a tick late rather than early: the server would refuse and prolong the delay.
        left = self._wait_until - time.monotonic()
        return 0 if left <= 0 else int(left) + 1

    @Slot(str)
    def choose(self, staff_id: str) -> None:
        view = self._store.feed.view
        people = view.staff.values() if view is not None else ()
        self._chosen = next((p for p in people if str(p.id) == staff_id), None)
        self._message, self._wait_until = "", 0.0
        self.clear()
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        self._chosen, self._message, self._wait_until = None, "", 0.0
        self.clear()
        self.changed.emit()

    def may_type(self) -> bool:
        """Not while a PIN is looked at, nor while a wrong one is waited out."""
        return not self._busy and not self._wait_s()

    def typed(self) -> None:
        """The next attempt has begun."""
        if not self._wait_until:
            self._message = ""
            self.changed.emit()

    @Slot()
    def submit(self) -> None:
        person = self._chosen
        if person is None or not self._pin or self._busy or self._wait_s():
            return
        self._busy = True
        pin = self.take_pin()
        self.changed.emit()
        if self._shell.tasks.start(self._sign_in(person, pin), name="sign in") is None:
            self._busy = False

    async def _sign_in(self, person: Staff, pin: str) -> None:
        try:
            self.session = await self._store.staff.sign_in(person.id, pin)
        except Refused as refused:
            self._refuse(refused)
        except Exception as error:
            self._message = refusal_text.one_line(error)
            if not refusal_text.is_expected(error):
                raise
        else:
            self._chosen, self._message = None, ""
        finally:
            self._busy = False
            self.changed.emit()
        if self.session is not None:
            self.signedIn.emit()

    def _refuse(self, refused: Refused) -> None:
        if refused.code in (RefusalCode.PIN_DELAYED, RefusalCode.PIN_LOCKED):
            self._locked = refused.code is RefusalCode.PIN_LOCKED
            self._wait_until = time.monotonic() + refusal_said.seconds(refused.detail)
        self._message = refusal_text.one_line(refused)

    @Slot()
    def signOut(self) -> None:
        session, self.session = self.session, None
        self.back()
        self.signedOut.emit()
        if session is not None:
            self._shell.tasks.start(self._store.staff.sign_out(session), name="sign out")

    def stop(self) -> None:
        """Stop listening to the feed."""
        self._off()

    def _text(self) -> str:
        left = self._wait_s()
        if left == 0:
            return self._message
        sentence = (
            _t("SignIn", "Locked after too many wrong PINs. Wait {time} or ask a manager.")
            if self._locked
            else _t("SignIn", "Wrong PIN. Try again in {time}.")
        )
        return sentence.format(time=countdown(left))

    def _store_name(self) -> str:
        view = self._store.feed.view
        return "" if view is None else view.settings.store_name

    staff = Property(QObject, lambda self: self._staff, constant=True)
    inside = Property(bool, lambda self: self.session is not None, notify=changed)
    personName = Property(  # noqa: N815
        str, lambda self: self.session.staff_name if self.session else "", notify=changed
    )
    roleText = Property(  # noqa: N815
        str, lambda self: words.role(self.session.role) if self.session else "", notify=changed
    )
    storeName = Property(str, _store_name, notify=changed)  # noqa: N815
    chosenName = Property(  # noqa: N815
        str, lambda self: self._chosen.name if self._chosen else "", notify=changed
    )
    busy = Property(bool, lambda self: self._busy, notify=changed)
    waitS = Property(int, _wait_s, notify=changed)  # noqa: N815
    message = Property(str, _text, notify=changed)
    messageTone = Property(  # noqa: N815
        str, lambda self: "danger" if self._text() else "muted", notify=changed
    )
