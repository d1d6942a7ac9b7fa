"""Suggestions under the order: taken or waved away with one tap; nothing ever waits for them."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.guests import GuestRecord
from app.domain.people import Session
from app.domain.suggestions import Completion, Suggestion, SuggestionReason
from app.domain.suggestions_learned import NO_BASKETS, Baskets, learn
from app.services.guest_ports import Learned
from app.services.offer import Offer
from app.services.ports import Store
from app.services.store_view import StoreView
from app.services.suggest import suggestions_for
from app.ui.shared.format import amount
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
LEARN_DAYS = 28
LEARN_AGAIN_S = 3600


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One suggestion in words."""

    key: str
    name: str
    price: str
    why: str


class SuggestModel(QObject):
    """Derives anew when the order, the guest or the stock moved; learns in the background."""

    taken = Signal(str)

    def __init__(
        self,
        shell: Shell,
        store: Store,
        offer_of: Callable[[UUID], Offer],
        ticket_of: Callable[[], UUID],
        guest_of: Callable[[], GuestRecord | None],
        completions: Callable[[], tuple[Completion, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._offer_of = shell, store, offer_of
        self._ticket_of, self._guest_of = ticket_of, guest_of
        self._completions = completions
        self._rows: RowsModel[SuggestionRow] = RowsModel(SuggestionRow, "key", self)
        self._declined: set[UUID] = set()
        self._learned, self._baskets = Learned((), {}), NO_BASKETS
        self._age_s = LEARN_AGAIN_S
        self._learning = False

    rows = Property(QObject, lambda self: self._rows, constant=True)

    def use(self, session: Session | None) -> None:
        """Learn from past orders once somebody sells here."""
        if session is not None:
            self._learn_if_old()

    @Slot()
    def next_ticket(self) -> None:
        """Another guest has declined nothing."""
        self._declined.clear()
        self.derive()

    def tick(self) -> None:
        """A second passed: prices and stock may have moved, what was learned ages."""
        self._age_s += 1
        self._learn_if_old()
        self.derive()

    @Slot()
    def derive(self) -> None:
        """Show the suggestions as they are now."""
        view = self._store.feed.view
        if view is None:
            return
        found = suggestions_for(
            view,
            self._offer_of,
            self._ticket_of(),
            guest=self._guest_of(),
            learned=self._learned,
            baskets=self._baskets,
            now=self._store.feed.now(),
            completions=self._completions(),
            declined=self._declined,
        )
        self._rows.set_rows([_row(each, view) for each in found])

    @Slot(str)
    def take(self, key: str) -> None:
        """Put it into the order."""
        self.taken.emit(key)

    @Slot(str)
    def dismiss(self, key: str) -> None:
        """Not for this guest."""
        self._declined.add(UUID(key))
        self.derive()

    def _learn_if_old(self) -> None:
        if self._age_s >= LEARN_AGAIN_S and not self._learning:
            self._age_s, self._learning = 0, True
            self._shell.tasks.start(self._learn(), name="learn from orders")

    async def _learn(self) -> None:
        try:
            self._learned = await self._store.guests.learned(LEARN_DAYS)
            baskets: Baskets = learn(self._learned.orders)
            self._baskets = baskets
        except Exception as error:
            if not is_expected(error):
                raise
        finally:
            self._learning = False
        self.derive()


def _row(each: Suggestion, view: StoreView) -> SuggestionRow:
    """A bundle's saving is off the price: so much the order will grow by."""
    saves = each.bundle.saves_minor if each.bundle else 0
    return SuggestionRow(
        str(each.product_id),
        view.products[each.product_id].name,
        amount(each.price_minor - saves, view.settings),
        _t("Till", "saves {amount} together").format(amount=amount(saves, view.settings))
        if saves
        else _why(each.reason),
    )


def _why(reason: SuggestionReason) -> str:
    return {
        SuggestionReason.COMPLETES_BUNDLE: _t("Till", "completes an offer"),
        SuggestionReason.USUAL: _t("Till", "usual for this guest"),
        SuggestionReason.GOES_WITH: _t("Till", "goes well with it"),
        SuggestionReason.BEST_SELLER: _t("Till", "many take it"),
    }[reason]
