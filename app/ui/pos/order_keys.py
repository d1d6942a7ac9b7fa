"""The order panel's keys about holds and portions; the order itself is in `order`."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.ids import new_id
from app.services.ports import Store
from app.ui.pos.holding import Holding
from app.ui.pos.keeper import Keeper
from app.ui.pos.removing import Removing
from app.ui.pos.shown import Shown


class OrderKeys(Shown):
    """`ticket_id` is made by the till before the ticket exists."""

    ticketChanged = Signal()  # noqa: N815

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._ticket_id = new_id()
        self._removing: Removing
        self._keeper: Keeper
        self._holding: Holding

    @property
    def ticket_id(self) -> UUID:
        """The order being composed."""
        return self._ticket_id

    def go_on_with(self, ticket_id: UUID) -> None:
        """Compose another order from now on."""
        self._ticket_id = ticket_id
        self._removing.forget_all()
        self.ticketChanged.emit()
        self.derive()

    @Slot()
    def start_next(self) -> None:
        """Leave the finished order and begin an empty one."""
        self.go_on_with(new_id())

    def derive(self) -> None:
        """Show the order as it is now."""

    def activity(self) -> None:
        """Somebody works on the order."""
        self._holding.activity(self._ticket_id)

    def at_tender(self) -> None:
        """Paying begins."""
        self._holding.at_tender(self._ticket_id)

    @Slot()
    def prolong(self) -> None:
        """Keep the portions longer, once."""
        self._holding.prolong(self._ticket_id)

    @Slot()
    def park(self) -> None:
        """Put the order aside and begin an empty one."""
        self._holding.park(self._ticket_id, self.start_next)

    def fetch(self, ticket_id: UUID) -> None:
        """Take a parked order up here."""
        self._holding.fetch(ticket_id, lambda: self.go_on_with(ticket_id))

    @Slot(str)
    def acceptBetter(self, key: str) -> None:
        """The guest wants the better grade that is offered for a line."""
        self._keeper.accept_better(UUID(key))

    @Slot(str)
    def declineBetter(self, key: str) -> None:
        """The guest does not."""
        self._keeper.decline_better(UUID(key))

    @Slot(str)
    def acceptLower(self, key: str) -> None:
        """The guest takes the lower grade instead of what cannot be served."""
        self._keeper.accept_lower(UUID(key))
