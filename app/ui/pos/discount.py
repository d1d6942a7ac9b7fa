"""A reduction by hand on one line: an amount or a share, why, and a second person beyond 5 %."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.money import round_half_up
from app.domain.people import Session
from app.domain.prices.reductions import LineFloors, ManualVerdict, line_floors
from app.domain.ticket import TicketLine
from app.services.discount import approval_needed, discount_subject, floors_of
from app.services.order_prices import line_facts
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos import typed_cash
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
SHARES = (5, 10, 20, 50)


class DiscountModel(Shown):
    """`props.name` is empty while the sheet is closed. The amount is of the whole line."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        shelf: OfferShelf,
        approval: ApprovalDialog,
        session: Callable[[], Session | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._shelf = shell, store, shelf
        self._approval, self._session = approval, session
        self._line_id: UUID | None = None
        self._typed, self._share, self._reason = "", 0, ""
        self._error = ("", "")
        self._busy = False
        self.derive()

    @Slot(str)
    def start(self, key: str) -> None:
        """Open the sheet for a line."""
        self._line_id = UUID(key)
        self._typed, self._share, self._reason, self._error = "", 0, "", ("", "")
        self.derive()

    @Slot()
    def close(self) -> None:
        """Leave the line as it is."""
        self._line_id = None
        self.derive()

    @Slot(str)
    def digit(self, key: str) -> None:
        """Type an amount."""
        if (view := self._store.feed.view) is not None:
            self._typed, self._share = typed_cash.press(self._typed, key, view.settings), 0
            self._said("", "")

    @Slot()
    def erase(self) -> None:
        self._typed, self._share = self._typed[:-1], 0
        self._said("", "")

    @Slot()
    def clear(self) -> None:
        self._typed, self._share = "", 0
        self._said("", "")

    @Slot(int)
    def share(self, percent: int) -> None:
        """Take a share of the price off."""
        self._typed, self._share = "", percent
        self._said("", "")

    @Slot(str)
    def reason(self, text: str) -> None:
        """Say why."""
        self._reason = text
        self._said("", "")

    @Slot()
    def apply(self) -> None:
        """Take it off; beyond what the person may grant alone a second one is asked."""
        view, line, session = self._store.feed.view, self._line(), self._session()
        if view is None or line is None or session is None or self._busy:
            return
        off_minor = self._off_minor(view, line)
        verdict = self._verdict(view, line, session, off_minor)
        if verdict is ManualVerdict.REFUSED:
            self._said(_t("Till", "Nobody may grant that"), self._lowest(view, line))
        elif self._reason:
            self._busy = True
            action = verdict if isinstance(verdict, ApprovalAction) else None
            self._shell.tasks.start(self._apply(session, line, off_minor, action), name="discount")

    async def _apply(
        self, session: Session, line: TicketLine, off_minor: int, action: ApprovalAction | None
    ) -> None:
        try:
            approval_id = None
            if action is not None:
                approval_id = await self._allowed(session, line, off_minor, action)
                if approval_id is None:
                    return
            await self._store.selling.discount_line(
                session,
                request=new_id(),
                line_id=line.id,
                off_minor=off_minor,
                reason=self._reason,
                approval_id=approval_id,
            )
        except Exception as error:
            self._said(*sentence(error))
        else:
            self.close()
        finally:
            self._busy = False
            self.derive()

    async def _allowed(
        self, session: Session, line: TicketLine, off_minor: int, action: ApprovalAction
    ) -> UUID | None:
        view = self._store.feed.view
        assert view is not None
        old, new = line.unit_price_minor, line.unit_price_minor - off_minor
        what = _t("Till", "{name}: {new} instead of {old}").format(
            name=line.name, new=money(new, view.settings), old=money(old, view.settings)
        )
        return await self._approval.obtain(
            session,
            action,
            discount_subject(line, off_minor),
            what=what,
            amount_minor=off_minor,
            reasons=(self._reason, *(each for each in _reasons() if each != self._reason)),
        )

    def _line(self) -> TicketLine | None:
        view = self._store.feed.view
        line = view.ticket_lines.get(self._line_id) if view and self._line_id else None
        return None if line is None or line.voided else line

    def _off_minor(self, view: StoreView, line: TicketLine) -> int:
        """What comes off each piece."""
        if self._share:
            return round_half_up(Fraction(line.unit_price_minor * self._share, 100))
        whole = typed_cash.minor(self._typed, view.settings)
        return whole // line.quantity

    def _floors(self, view: StoreView, line: TicketLine) -> LineFloors:
        policy = view.settings.pricing
        facts = line_facts(view, line, self._shelf.appraiser, self._store.feed.now())
        if facts is not None:
            return floors_of(facts, policy)
        product = view.products[line.product_id]
        return line_floors(product.cost_minor, policy, product.tax_rate_bp, product.id)

    def _verdict(
        self, view: StoreView, line: TicketLine, session: Session, off_minor: int
    ) -> ApprovalAction | ManualVerdict:
        if line.by_hand:
            return ManualVerdict.REFUSED
        floors = self._floors(view, line)
        return approval_needed(line, off_minor, session.role, floors, view.settings.pricing)

    def _lowest(self, view: StoreView, line: TicketLine) -> str:
        if line.by_hand or line.own_breakdown is not None:
            return _t("Till", "This line is reduced already, by hand or by an offer.")
        floor = money(self._floors(view, line).cost_minor, view.settings)
        return _t("Till", "It costs {amount} to make. Nothing was changed.").format(amount=floor)

    def _said(self, title: str, text: str) -> None:
        self._error = (title, text)
        self.derive()

    def derive(self) -> None:
        """Show the sheet as it stands; it closes when its line is gone."""
        view, line, session = self._store.feed.view, self._line(), self._session()
        if view is None or line is None or session is None:
            self._line_id = None
            self.show_props({"name": "", "shares": list(SHARES), "reasons": _reasons()})
            return
        settings, off_minor = view.settings, self._off_minor(view, line)
        verdict = self._verdict(view, line, session, off_minor) if off_minor else None
        title, text = self._error
        props: dict[str, Any] = {
            "name": line.name,
            "shares": list(SHARES),
            "share": self._share,
            "reasons": _reasons(),
            "reason": self._reason,
            "typed": typed_cash.shown(self._typed, settings),
            "pointText": typed_cash.point_text(settings),
            "oldText": money(line.amount_minor, settings),
            "newText": money(line.amount_minor - off_minor * line.quantity, settings),
            "needsSecond": isinstance(verdict, ApprovalAction),
            "ready": bool(off_minor) and bool(self._reason) and not self._busy,
            "errorTitle": title,
            "errorText": text,
        }
        self.show_props(props)


def _reasons() -> list[str]:
    return [
        _t("Till", "Guest had to wait"),
        _t("Till", "Not as it should look"),
        _t("Till", "Wrong order"),
        _t("Till", "Regular guest"),
    ]
