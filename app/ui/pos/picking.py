"""From a tap to portions: how many, by hand or by grade, and what there is instead."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.allocation.swap import SwapReason
from app.domain.money import round_half_up
from app.domain.people import Session
from app.domain.portion import Grade
from app.services.ask_to_cut import ask_to_cut
from app.services.choose_portions import Asked
from app.services.grade_legend import grade_legend
from app.services.line_care import cut_of
from app.services.ports import Store
from app.ui.pos.adder import Wish
from app.ui.pos.asking import AskModel
from app.ui.pos.order import OrderModel
from app.ui.pos.others_sheet import OthersSheetModel, wanted_of
from app.ui.pos.scarcity import Scarcity
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.size import SizeModel
from app.ui.pos.swapper import Swapper
from app.ui.pos.wheel_sheet import WheelSheetModel
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class Picking(QObject):
    """Owns the wheel, the sheet of alternatives and the approval of the till."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        shelf: OfferShelf,
        order: OrderModel,
        say: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._shelf = shell, store, shelf
        self._order, self._say = order, say
        self._session: Session | None = None
        self._swap_when_there: dict[UUID, UUID] = {}
        self._instead_of: UUID | None = None
        self.approval = ApprovalDialog(shell, store, self)
        self.others = OthersSheetModel(store, shelf, self)
        self.wheel = WheelSheetModel(
            lambda: store.feed.view,
            lambda product_id: shelf.offer(product_id, store.feed.now()),
            store.feed.now,
            lambda: order.ticket_id,
            self,
        )
        self._size = SizeModel(shell, store, self.approval, say, self)
        self.ask = AskModel(store, shelf, lambda: order.avoids, self)
        self._swapper = Swapper(store, shelf, self.approval)
        self.ask.added.connect(self._take_asked)
        self.ask.changed.connect(order.ask)
        self.ask.cutWanted.connect(self._ask_to_cut)
        self.ask.othersWanted.connect(self._offer_others)
        self.wheel.swapped.connect(self._swap)
        self.others.taken.connect(self._take_other)
        self._scarcity = Scarcity(shell, store, self.approval, self._left, say, order.again)
        order.missing.connect(self._missing)
        order.limited.connect(self._scarcity.refused)

    def use(self, session: Session | None) -> None:
        """Act for `session`."""
        self._session = session
        self._scarcity.use(session)
        self._size.use(session)

    size = Property(QObject, lambda self: self._size, constant=True)

    def close(self) -> None:
        """Stop listening to the feed."""
        self.approval.stop()

    def derive(self) -> None:
        """Follow the store view: what is open is drawn anew, swaps that waited are made."""
        self.wheel.derive()
        self.others.derive()
        self._size.derive()
        self.ask.derive()
        view = self._store.feed.view
        for line_id in [i for i in self._swap_when_there if view and i in view.ticket_lines]:
            portion_id = self._swap_when_there.pop(line_id)
            self._swap(str(line_id), str(portion_id), SwapReason.GUEST_REQUEST.value, "")

    def take(self, product_id: UUID, name: str, quantity: int) -> None:
        """As many as wanted of what the tile shows; alternatives where there are fewer."""
        asked = replace(self._order.shown(product_id), quantity=quantity)
        self._take(product_id, name, asked)

    def take_grade(self, product_id: UUID, name: str, grade: Grade, quantity: int) -> None:
        """The next portions of a grade at the price of the first of them."""
        offer = self._shelf.offer(product_id, self._store.feed.now())
        first = next((each for each in offer.candidates if each.grade is grade), None)
        price = first.unit_price_minor if first else self._usual_price(product_id, grade)
        asked = Asked(quantity, grade, price, avoids=self._order.avoids)
        if first is None:
            self._offer_others(product_id, asked)
        else:
            self._take(product_id, name, asked)

    def _usual_price(self, product_id: UUID, grade: Grade) -> int | None:
        """What a portion of this grade costs before anything but its grade moves the price."""
        view = self._store.feed.view
        if view is None:
            return None
        rows = grade_legend(view.settings).rows
        factor = next(row.best for row in rows if row.grade is grade)
        return round_half_up(view.products[product_id].base_price_minor * factor)

    def take_by_hand(self, product_id: UUID, name: str, portion_id: UUID) -> None:
        """This very portion; where another has to go first, that one is swapped with approval."""
        first = self._order.proposal(product_id)
        if first is None or not first.sell_first or first.portion_id == portion_id:
            self._order.add_by_hand(product_id, name, portion_id)
            return
        lines = self._order.add_portions(product_id, name, self._order.shown(product_id))
        if lines:
            self._swap_when_there[lines[0]] = portion_id

    @Slot(str)
    def insteadOf(self, key: str) -> None:
        """Offer other portions for a line that cannot be served."""
        view = self._store.feed.view
        line = view.ticket_lines.get(UUID(key)) if view else None
        if view is None or line is None:
            return
        self._instead_of = line.id if line.ticket_id == self._order.ticket_id else None
        asked = Asked(grade=line.grade, quote_minor=line.standard_minor, cut=cut_of(view, line))
        self._offer_others(line.product_id, replace(asked, avoids=self._order.avoids))

    def _take(self, product_id: UUID, name: str, asked: Asked) -> None:
        if asked.quantity > 1 and not self._enough(product_id, asked):
            # Nothing is taken of what is short: the cashier picks what shall become of it.
            self.ask.start(product_id, asked)
            return
        if self._order.add_portions(product_id, name, asked):
            return
        self._instead_of = None
        self._offer_others(product_id, asked)

    def _enough(self, product_id: UUID, asked: Asked) -> bool:
        rows = self._shelf.choose(product_id, asked, self._store.feed.now())
        return len(rows) == asked.quantity

    @Slot(object, object)
    def _take_asked(self, product_id: UUID, asked: Asked) -> None:
        """Grade by the rule of the grade's key, any as each portion is priced."""
        view = self._store.feed.view
        if view is None:
            return
        if asked.grade is not None:
            offer = self._shelf.offer(product_id, self._store.feed.now())
            first = next((c for c in offer.candidates if c.grade is asked.grade), None)
            price = first.unit_price_minor if first else None
            asked = replace(asked, quote_minor=price or self._usual_price(product_id, asked.grade))
        self._take(product_id, view.products[product_id].name, asked)
        self._order.activity()

    @Slot(object, int)
    def _ask_to_cut(self, product_id: UUID, wholes: int) -> None:
        if self._session is not None:
            work: Any = ask_to_cut(self._store, self._session, product_id, wholes)
            self._shell.tasks.start(self._order.said(work), name="ask to cut")

    def _left(self, product_id: UUID) -> int:
        return self._shelf.offer(product_id, self._store.feed.now()).left or 0

    @Slot(object)
    def _missing(self, wish: Wish) -> None:
        """Somebody else took it: what else is there?"""
        asked = wish.asked
        if wish.by_hand and wish.candidates:
            lost = wish.candidates[0]
            asked = replace(asked, grade=lost.grade, quote_minor=lost.unit_price_minor)
        self._instead_of = None
        self._offer_others(wish.product_id, asked)

    def instead_of_whole(self, product_id: UUID) -> None:
        """No whole one is left: portions of the same are offered."""
        self._instead_of = None
        self._offer_others(product_id, Asked(avoids=self._order.avoids))

    @Slot(object, object)
    def _offer_others(self, product_id: UUID, asked: Asked) -> None:
        view = self._store.feed.view
        if view is not None and product_id in view.products:
            self.others.open(wanted_of(view, product_id, asked), product_id)

    @Slot(object, object)
    def _take_other(self, product_id: UUID, asked: Asked) -> None:
        view = self._store.feed.view
        if view is None:
            return
        taken = self._order.add_portions(product_id, view.products[product_id].name, asked)
        if taken and self._instead_of is not None:
            self._order.remove(str(self._instead_of))
        self._instead_of = None

    @Slot(str, str, str, str)
    def _swap(self, line: str, portion: str, reason: str, note: str) -> None:
        if self._session is not None:
            work: Any = self._swapper.swap(
                self._session, UUID(line), UUID(portion), SwapReason(reason), note
            )
            self._shell.tasks.start(self._order.said(work), name="swap portion")
