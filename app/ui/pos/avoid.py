"""The Avoid key: what the order's guest does not eat, and the confirmation to lift it."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.allergens import EU_FOURTEEN, US_NINE, View
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import Service
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.shared import words
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
Say = Callable[[str, str], None]


class AvoidModel(Shown):
    """`props.open`: the list is shown; `props.askTitle`: the guest's withdrawal is asked for."""

    def __init__(
        self, shell: Shell, store: Store, ticket_id: Callable[[], UUID], say: Say, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._ticket_id, self._say = shell, store, ticket_id, say
        self._session: Session | None = None
        self._chosen: frozenset[str] | None = None
        self._lifting: frozenset[str] = frozenset()
        self._name = ""
        self._then: Callable[[], None] | None = None
        self._waiting: tuple[frozenset[str], Callable[[], None]] | None = None
        self.derive()

    def use(self, session: Session | None) -> None:
        """Who is at the till; nobody closes the list."""
        self._session = session
        if session is None:
            self._forget()
        self.derive()

    @property
    def avoided(self) -> frozenset[str]:
        """What the order's guest avoids, as the store has it."""
        view = self._store.feed.view
        ticket = view.tickets.get(self._ticket_id()) if view else None
        return frozenset(ticket.avoids) if ticket else frozenset()

    def ask(self, name: str, conflict: frozenset[str], then: Callable[[], None]) -> None:
        """Say that `name` holds what the guest avoids; `then` runs once that is withdrawn."""
        self._name, self._lifting, self._then = name, conflict, then
        self.derive()

    @Slot()
    def open(self) -> None:
        """Show the list."""
        if self._session is not None:
            self._chosen = self.avoided
            self.derive()

    @Slot()
    def close(self) -> None:
        """Leave everything as it is."""
        self._forget()
        self.derive()

    @Slot(str)
    def toggle(self, code: str) -> None:
        """Put one on the list or take it off; nothing counts before `save`."""
        if self._chosen is not None:
            self._chosen ^= {code}
            self.derive()

    @Slot()
    def save(self) -> None:
        """Keep the list; what leaves it needs the guest's withdrawal."""
        chosen = self._chosen
        if chosen is None:
            return
        gone = self.avoided - chosen
        if gone:
            self._name, self._lifting = "", gone
            self._then = None
            self.derive()
            return
        self._forget()
        if chosen != self.avoided:
            self._send(chosen, withdrawn=False)
        self.derive()

    @Slot()
    def withdraw(self) -> None:
        """The guest has withdrawn it: recorded with the cashier's name."""
        wanted = (self._chosen if self._chosen is not None else self.avoided) - self._lifting
        if self._then is not None:
            self._waiting = (self._lifting, self._then)
        self._forget()
        self._send(wanted, withdrawn=True)
        self.derive()

    def derive(self) -> None:
        """Show the list as the store and the cashier have it."""
        view, avoided = self._store.feed.view, self.avoided
        if self._waiting is not None and not self._waiting[0] & avoided:
            then, self._waiting = self._waiting[1], None
            then()
        codes = listed(view, avoided) if view else ()
        chosen = self._chosen if self._chosen is not None else frozenset()
        lifting = words.allergens(self._lifting)
        self.show_props(
            {
                "open": self._chosen is not None and not self._lifting,
                "any": bool(avoided),
                "text": words.allergens(avoided),
                "chips": [
                    {"key": each, "text": words.allergen(each), "on": each in chosen}
                    for each in codes
                ],
                "askTitle": self._title() if self._lifting else "",
                "askText": _t(
                    "Till", "Ask the guest: may the order hold {what} now? It is recorded."
                ).format(what=lifting)
                if self._lifting
                else "",
                "lifting": lifting,
            }
        )

    def _title(self) -> str:
        what = words.allergens(self._lifting)
        if self._name:
            return _t("Till", "{name} holds {what}").format(name=self._name, what=what)
        return _t("Till", "No longer avoid {what}?").format(what=what)

    def _forget(self) -> None:
        self._chosen, self._lifting, self._name, self._then = None, frozenset(), "", None

    def _send(self, codes: Iterable[str], *, withdrawn: bool) -> None:
        if self._session is not None:
            wish = frozenset(codes)
            self._shell.tasks.start(self._set(self._session, wish, withdrawn), name="avoid")

    async def _set(self, session: Session, codes: frozenset[str], withdrawn: bool) -> None:
        try:
            await self._store.allergens.set_avoidance(
                session,
                request=new_id(),
                ticket_id=self._ticket_id(),
                service=Service.COUNTER,
                codes=codes,
                withdrawn=withdrawn,
            )
        except Exception as error:
            self._waiting = None
            self._say(*sentence(error))


def listed(view: StoreView, avoided: Iterable[str]) -> tuple[str, ...]:
    """The jurisdiction's allergens, and what this guest avoids besides."""
    eu = view.settings.food.jurisdiction.allergen_view == View.EU.value
    codes = EU_FOURTEEN if eu else US_NINE
    return (*codes, *sorted(set(avoided) - set(codes)))
