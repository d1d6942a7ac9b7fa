"""The order's guest: found or enrolled by a clear yes, paying with points; never in Pay's way."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.guests import ConsentKind, FoundGuest, GuestRecord
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketState
from app.services.ports import LinkState, Store
from app.services.redeem import plan_redemption
from app.services.store_view import StoreView
from app.ui.pos.guest_props import guest_props, used_minor
from app.ui.pos.guest_rows import GuestRow, guest_rows
from app.ui.pos.shown import Shown
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, one_line
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class GuestModel(Shown):
    """`props.page` is "" (closed), search, record or enrol. The guest leaves with the order."""

    guestChanged = Signal()  # noqa: N815

    def __init__(
        self, shell: Shell, store: Store, ticket_of: Callable[[], UUID], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._ticket_of = shell, store, ticket_of
        self._session: Session | None = None
        self._found: RowsModel[GuestRow] = RowsModel(GuestRow, "key", self)
        self._page, self._error, self._text = "", "", ""
        self._guest: GuestRecord | None = None
        self._ticket_id = ticket_of()
        self._sending: UUID | None = None
        self._busy = False
        self._offer_for: UUID | None = None
        """The paid ticket whose guest may still be named."""
        self._yes: set[ConsentKind] = set()
        self.derive()

    found = Property(QObject, lambda self: self._found, constant=True)

    @property
    def record(self) -> GuestRecord | None:
        """The guest of the order being composed."""
        return self._guest

    def use(self, session: Session | None) -> None:
        self._session = session
        self.close()

    @Slot()
    def paid(self) -> None:
        """The order was paid: an unknown guest may be asked once, on the panel of the change."""
        self._offer_for = self._ticket_of() if self._guest is None else None

    @Slot()
    def next_ticket(self) -> None:
        """Another order: its guest is not known yet."""
        self._ticket_id, self._guest, self._sending = self._ticket_of(), None, None
        self.guestChanged.emit()
        self.derive()

    def derive(self) -> None:
        """Follow the view: name the guest on the ticket as soon as there is one."""
        view = self._store.feed.view
        if view is not None:
            self._follow(view)
        self.show_props(self._props_of(view))

    @Slot()
    def open(self) -> None:
        """Show the guest, or the search for one."""
        self._offer_for = None
        self._page, self._error = ("record" if self._guest else "search"), ""
        if not self._guest:
            self.search("")
        self.derive()

    @Slot()
    def close(self) -> None:
        self._page, self._error, self._yes = "", "", set()
        self.derive()

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for a phone, a card or a name."""
        self._text = text
        if self._session is not None:
            self._shell.tasks.start(self._search(self._session, text), name="find guest")

    @Slot()
    def enrol(self) -> None:
        """Begin a new guest: nothing is ticked beforehand."""
        self._page, self._error, self._yes = "enrol", "", set()
        self.derive()

    @Slot()
    def searchPaid(self) -> None:
        """The guest of the order just paid wants the points."""
        self._page, self._error = "search", ""
        self.search("")
        self.derive()

    @Slot()
    def decline(self) -> None:
        """The guest does not: nothing is stored, it is not asked again."""
        self._offer_for = None
        self.derive()

    @Slot(str)
    def consent(self, kind: str) -> None:
        """Tick or untick one yes of the new guest."""
        self._yes ^= {ConsentKind(kind)}
        self.derive()

    @Slot(str, str, str)
    def save(self, name: str, phone: str, card: str) -> None:
        """Keep the new guest and put them on the order."""
        if self._session is not None:
            self._do(self._enrol(self._session, name, phone, card), "enrol guest")

    @Slot(str)
    def pick(self, key: str) -> None:
        """This guest is here."""
        if self._session is not None:
            self._do(self._take(self._session, UUID(key)), "take guest")

    @Slot()
    def remove(self) -> None:
        """The order is nobody's."""
        if self._session is not None and self._guest is not None:
            self._do(self._leave(self._session), "remove guest")

    @Slot()
    def redeem(self) -> None:
        """Pay with one more reward."""
        if (view := self._store.feed.view) is not None:
            reward_minor = view.settings.loyalty.reward_minor
            self._spend(view, used_minor(view, self._ticket_id) + reward_minor)

    @Slot()
    def takeBack(self) -> None:
        """Pay nothing with points."""
        if (view := self._store.feed.view) is not None:
            self._spend(view, 0)

    def _spend(self, view: StoreView, worth_minor: int) -> None:
        if self._session is None or self._guest is None or self._ticket_id not in view.tickets:
            return
        plan = plan_redemption(view, self._ticket_id, worth_minor)
        self._do(
            self._store.guests.redeem(
                self._session, request=new_id(), ticket_id=self._ticket_id, cuts=plan.cuts
            ),
            "redeem points",
        )

    def _follow(self, view: StoreView) -> None:
        ticket = view.tickets.get(self._ticket_id)
        session = self._session
        if ticket is None or session is None or ticket.state is not TicketState.OPEN:
            return
        wanted = self._guest.id if self._guest else None
        if wanted is None and ticket.customer_id is not None and self._sending is None:
            # A till that was started again finds the guest of its open order.
            self._sending = ticket.customer_id
            self._do(self._take(session, ticket.customer_id), "guest of the open order")
        elif wanted is not None and ticket.customer_id != wanted and self._sending != wanted:
            self._sending = wanted
            self._do(self._put(session, self._ticket_id, wanted), "guest on ticket")

    async def _search(self, session: Session, text: str) -> None:
        try:
            found: tuple[FoundGuest, ...] = await self._store.guests.find(session, text)
        except Exception as error:
            self._fail(error)
            return
        if text == self._text:
            self._found.set_rows(guest_rows(found))
            self.derive()

    async def _take(self, session: Session, customer_id: UUID) -> None:
        record = await self._store.guests.record(session, customer_id)
        if self._offer_for is not None:
            await self._put(session, self._offer_for, customer_id)
            self._offer_for = None
            self._page, self._yes = "", set()
            return
        self._guest, self._page = record, ("record" if self._page else "")
        self.guestChanged.emit()

    async def _enrol(self, session: Session, name: str, phone: str, card: str) -> None:
        key = new_id()
        await self._store.guests.enrol(
            session, request=new_id(), customer_id=key, name=name, phone=phone, card=card,
            consents=frozenset(self._yes),
        )  # fmt: skip
        await self._take(session, key)

    async def _leave(self, session: Session) -> None:
        view = self._store.feed.view
        self._sending = self._guest.id if self._guest else None
        if view is not None and self._ticket_id in view.tickets:
            await self._put(session, self._ticket_id, None)
        self._guest, self._page, self._sending = None, "search", None
        self.guestChanged.emit()
        self.search("")

    async def _put(self, session: Session, ticket_id: UUID, customer_id: UUID | None) -> None:
        await self._store.guests.put_on_ticket(
            session, request=new_id(), ticket_id=ticket_id, customer_id=customer_id
        )

    def _do(self, work: Awaitable[Any], name: str) -> None:
        self._busy, self._error = True, ""
        self._shell.tasks.start(self._guarded(work), name=name)
        self.derive()

    async def _guarded(self, work: Awaitable[Any]) -> None:
        try:
            await work
        except Exception as error:
            self._fail(error)
        finally:
            self._busy = False
            self.derive()

    def _fail(self, error: Exception) -> None:
        if not is_expected(error):
            raise error
        self._error = one_line(error)
        self.derive()

    def _props_of(self, view: StoreView | None) -> dict[str, Any]:
        feed = self._store.feed
        online = feed.status.state is LinkState.LIVE
        shown = guest_props(view, self._guest, self._ticket_id, feed.now(), online=online)
        shown["canRedeem"] = shown["canRedeem"] and not self._busy
        return {
            **shown,
            "page": self._page,
            "error": self._error,
            "busy": self._busy,
            "offered": self._offer_for is not None,
            "said": sorted(kind.value for kind in self._yes),
        }
