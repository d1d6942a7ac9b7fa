"""That the guest was told of a dearer price: kept with the order at the store (POS-05.3)."""

from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketState
from app.services.ports import Store
from app.services.refusal import OutcomeUnknown, Refused, StoreUnreachable
from app.services.store_view import StoreView
from app.ui.shared.task_owner import TaskOwner


class PriceTelling:
    """Counts here at once; the store is told until it knows, or until the order is not open."""

    def __init__(self, store: Store, tasks: TaskOwner) -> None:
        self._store, self._tasks = store, tasks
        self._requests: dict[UUID, UUID] = {}
        """What was said here, each with the one request that tells the store."""
        self._done: set[UUID] = set()
        self._running = False

    def knows(self, view: StoreView | None, ticket_id: UUID) -> bool:
        """Whether the guest was told: here, at another till, or before this one was started."""
        ticket = view.tickets.get(ticket_id) if view else None
        return ticket_id in self._requests or bool(ticket and ticket.told_minor is not None)

    def tell(self, session: Session | None, ticket_id: UUID) -> None:
        """The cashier has told the guest."""
        self._requests.setdefault(ticket_id, new_id())
        self.look(session, ticket_id)

    def look(self, session: Session | None, ticket_id: UUID) -> None:
        """Tell the store what it does not know yet."""
        view = self._store.feed.view
        ticket = view.tickets.get(ticket_id) if view else None
        if (
            ticket is None or session is None or self._running or ticket_id in self._done
            or ticket_id not in self._requests or ticket.state is not TicketState.OPEN
            or ticket.told_minor is not None
        ):  # fmt: skip
            return
        self._running = True
        work = self._ask(session, ticket_id, self._requests[ticket_id])
        if self._tasks.start(work, name="tell prices") is None:
            self._running = False

    async def _ask(self, session: Session, ticket_id: UUID, request: UUID) -> None:
        try:
            await self._store.selling.tell_prices(session, request=request, ticket_id=ticket_id)
            self._done.add(ticket_id)
        except Refused:
            # Paid or gone meanwhile.
            self._done.add(ticket_id)
        except (StoreUnreachable, OutcomeUnknown):
            # The same request again at the next look.
            return
        finally:
            self._running = False
