"""What whoever leads the shift decides at the till: whether one more is offered for less."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.ids import new_id
from app.domain.people import Role, Session
from app.services.ports import Store
from app.ui.pos.shown import Shown
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
_LEADS = frozenset({Role.SHIFT_LEAD, Role.MANAGER, Role.ADMINISTRATOR})


class ShiftModel(Shown):
    """`props.may` is true for a shift lead or manager, `props.paysBack` unless service staff."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._session: Session | None = None
        self._opened = self._busy = False
        self._error = ""

    def use(self, session: Session | None) -> None:
        """Decide as `session`."""
        self._session, self._opened = session, False
        self.derive()

    def derive(self) -> None:
        """Follow the rules in force."""
        view, session = self._store.feed.view, self._session
        may = session is not None and session.role in _LEADS
        props: dict[str, Any] = {
            "may": may,
            "paysBack": session is not None and session.role is not Role.SERVICE,
            "opened": self._opened and may,
            "busy": self._busy,
            "error": self._error,
        }
        if view is not None:
            rules = view.settings.suggestions
            props["on"] = rules.extra
            props["what"] = _t(
                "Till", "A guest is offered another portion of the same for {share} less while it "
                "has to go first, never below the lowest price.",
            ).format(share=f"{round(100 * rules.extra_discount)} %")  # fmt: skip
        self.show_props(props)

    @Slot()
    def open(self) -> None:
        """Show the switch."""
        self._opened, self._error = True, ""
        self.derive()

    @Slot()
    def close(self) -> None:
        """Take it away."""
        self._opened = False
        self.derive()

    @Slot(bool)
    def switchExtra(self, on: bool) -> None:
        """Offer one more for less, or no longer."""
        if self._session is None or self._busy:
            return
        self._busy, self._error = True, ""
        if self._shell.tasks.start(self._switch(self._session, on), name="switch") is None:
            self._busy = False
        self.derive()

    async def _switch(self, session: Session, on: bool) -> None:
        try:
            await self._store.policies.switch_extra(session, request=new_id(), on=on)
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = one_line(error)
        finally:
            self._busy = False
            self.derive()
