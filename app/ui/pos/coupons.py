"""Coupons that the guest shows for the order: a shared code, or one that the store counts."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.prices.promotion import promotion_of_token
from app.services.ports import Store
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.pos.order_pricing import OrderPricing
from app.ui.pos.shown import Shown
from app.ui.shared.refusal_text import is_expected, sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class CouponDesk(Shown):
    """`props.taken` rises with every coupon that is taken; `props.error` says why one is not."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        pricing: OrderPricing,
        session: Callable[[], Session | None],
        ticket_id: Callable[[], UUID],
        look: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store, self._pricing = shell, store, pricing
        self._session, self._ticket_id, self._look = session, ticket_id, look
        self._taken, self._busy = 0, False
        self._error = ("", "")
        self._derive()

    @Slot()
    def begin(self) -> None:
        """The sheet opens anew."""
        self._error = ("", "")
        self._derive()

    @Slot(str)
    def take(self, code: str) -> None:
        """A code was typed or scanned."""
        session = self._session()
        if not code.strip() or self._busy or session is None:
            return
        if self._pricing.add_coupon(self._ticket_id(), code) is not None:
            self._done()
            return
        self._busy, self._error = True, ("", "")
        self._shell.tasks.start(self._show(session, self._ticket_id(), code), name="coupon")
        self._derive()

    async def _show(self, session: Session, ticket_id: UUID, code: str) -> None:
        view = self._store.feed.view
        try:
            if view is None or not view.lines_of(ticket_id):
                raise Refused(RefusalCode.COUPON_REFUSED, "goods")
            await self._store.coupons.show(
                session, request=new_id(), ticket_id=ticket_id, code=code
            )
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = sentence(error)
        else:
            self._done()
        finally:
            self._busy = False
            self._derive()

    def _done(self) -> None:
        self._taken += 1
        self._error = ("", "")
        self._look()
        self._derive()

    def _derive(self) -> None:
        self.show_props(
            {
                "taken": self._taken,
                "busy": self._busy,
                "error": self._error[0],
                "errorText": self._error[1],
            }
        )


def coupon_words(view: StoreView | None, shown: frozenset[str]) -> str:
    """What was shown for an order: shared codes, and the offers that other codes opened."""
    names = {each.id: each.name for each in view.settings.pricing.promotions} if view else {}
    words = (
        each if (found := promotion_of_token(each)) is None else names.get(found, "")
        for each in shown
    )
    codes = ", ".join(sorted(word for word in words if word))
    return _t("Till", "Coupon {codes}").format(codes=codes) if codes else ""
