"""What goes into the order: from taps, from the wheel, from offers; and what could not be had."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.domain.ticket import TicketLine
from app.services.choose_portions import Asked
from app.services.ports import Candidate, Store
from app.services.refusal import RefusalCode, Refused
from app.ui.pos.adder import Adder, Wish
from app.ui.pos.choice_words import changed_words
from app.ui.pos.order_keys import OrderKeys
from app.ui.pos.pending import Pending
from app.ui.pos.quantities import Quantities
from app.ui.pos.taking import Taking
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class OrderIntake(OrderKeys):
    """Every addition is a wish of this order until the store's picture has it."""

    refused = Signal(str, str)
    missing = Signal(object)
    """A wish that could not be had; something like it may be."""
    limited = Signal(object, str)
    """A wish that the store refused because too few are left, and its detail."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(store, parent)
        self._session: Session | None = None
        self._adder = Adder(store.selling, shell.tasks, self, self._candidates)
        self._pieces = Quantities(store.selling, shell.tasks, self.said, self.derive)
        self._taking = Taking(self._adder, self._pieces, self._kept)

    @property
    def pendings(self) -> tuple[Pending, ...]:
        """What is on its way into the order."""
        return self._adder.pendings

    @property
    def avoids(self) -> frozenset[str]:
        """What the order's guest avoids."""
        view = self._store.feed.view
        ticket = view.tickets.get(self._ticket_id) if view else None
        return frozenset(ticket.avoids) if ticket else frozenset()

    def shown(self, product_id: UUID) -> Asked:
        """One portion as the product's tile shows it, for this order's guest."""
        return self._taking.shown(product_id, self.avoids)

    def proposal(self, product_id: UUID) -> Candidate | None:
        """The portion that a tap on the tile would take."""
        return self._taking.proposal(product_id, self.shown(product_id))

    def add_plain(self, product_id: UUID, name: str) -> None:
        """Put one piece into the order."""
        self._taking.plain(self._ticket_id, product_id, name)
        self.derive()

    def add_portions(self, product_id: UUID, name: str, asked: Asked) -> list[UUID]:
        """Put what is asked for into the order; returns the lines of those there were."""
        return self._taking.portions(self._ticket_id, product_id, name, asked)

    def add_row(self, product_id: UUID, name: str, row: Sequence[Candidate]) -> None:
        """Put the first of these that is still free into the order, at the price it carries."""
        self._taking.row(self._ticket_id, product_id, name, row)
        self.derive()

    def add_by_hand(self, product_id: UUID, name: str, portion_id: UUID) -> bool:
        """Put this very portion into the order; False when it can't be had."""
        asked = Asked(avoids=self.avoids)
        return self._taking.by_hand(self._ticket_id, product_id, name, portion_id, asked)

    def pendings_changed(self) -> None:
        self.derive()

    def addition_refused(self, wish: Wish, refusal: Refused) -> None:
        title, text = sentence(refusal)
        if refusal.code is RefusalCode.GONE:
            title = _t("Till", "{name} is gone").format(name=wish.name)
            self.missing.emit(wish)
        elif refusal.code is RefusalCode.CHANGED and wish.by_hand:
            title, text = changed_words(wish.name, refusal.detail)
            self.missing.emit(wish)
        self.refused.emit(title, text)
        if refusal.code is RefusalCode.SCARCE:
            self.limited.emit(wish, refusal.detail)
        self.derive()

    @Slot(str)
    def retry(self, key: str) -> None:
        """Ask again for a line the store did not answer."""
        self._adder.retry(UUID(key))

    def again(self, wish: Wish) -> None:
        """Ask the store once more for what it refused, if the order is still the same."""
        candidates = tuple(self._candidates(wish))
        if wish.ticket_id == self._ticket_id and candidates:
            self._adder.add(replace(wish, candidates=candidates))

    async def said(self, call: Awaitable[object]) -> bool:
        """Await a store call; a refusal becomes a sentence. True when it was done."""
        try:
            await call
        except Exception as error:
            self.refused.emit(*sentence(error))
            return False
        return True

    def _candidates(self, wish: Wish) -> Sequence[Candidate]:
        return self._taking.again(wish)

    def _kept(self) -> Sequence[TicketLine]:
        """The lines that stay in the order."""
        view = self._store.feed.view
        lines = view.lines_of(self._ticket_id) if view else ()
        return [line for line in lines if line.id not in self._removing.lines]
