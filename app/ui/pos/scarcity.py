"""While too few are left: why an order gets no more of a product, and a manager's yes."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.adder import Wish
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.refusal_text import is_expected, sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
CLAIMED = "claimed"
"""The store keeps what is left for paid orders and earlier holds; nobody lifts that."""


class Scarcity:
    """Explains what the store refused, asks a manager, and asks the store again after a yes."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        approval: ApprovalDialog,
        left: Callable[[UUID], int],
        say: Callable[[str, str], None],
        again: Callable[[Wish], None],
    ) -> None:
        self._shell, self._store, self._approval = shell, store, approval
        self._left, self._say, self._again = left, say, again
        self._session: Session | None = None
        self._waiting: dict[tuple[UUID, UUID], list[Wish]] = {}

    def use(self, session: Session | None) -> None:
        """Ask for `session`."""
        self._session = session

    def refused(self, wish: Wish, detail: str) -> None:
        """The store gave no portion; `detail` is the limit, or CLAIMED."""
        view = self._store.feed.view
        if view is None or detail == CLAIMED:
            return
        self._say(*self._why(view, wish, detail))
        key = (wish.ticket_id, wish.product_id)
        waiting = self._waiting.setdefault(key, [])
        waiting.append(wish)
        if len(waiting) == 1 and self._session is not None:
            self._shell.tasks.start(self._ask(self._session, key, detail), name="lift hold limit")

    def _why(self, view: StoreView, wish: Wish, limit: str) -> tuple[str, str]:
        title = _t("Till", "Only {count} of {name} per order now").format(
            count=limit, name=wish.name
        )
        text = _t(
            "Till",
            "About {expected} will be asked for soon and {left} are left. Nothing that is held"
            " changes; a manager can allow more.",
        ).format(
            expected=self._expected(view, wish.product_id, self._store.feed.now()),
            left=self._left(wish.product_id),
        )
        return title, text

    def _expected(self, view: StoreView, product_id: UUID, now: datetime) -> int:
        demand = view.demand.get(product_id)
        found = demand.next(now, view.settings.forecast.horizon) if demand else None
        return round(found or 0)

    async def _ask(self, session: Session, key: tuple[UUID, UUID], limit: str) -> None:
        ticket_id, product_id = key
        wish = self._waiting[key][0]
        try:
            approval_id = await self._approval.obtain(
                session,
                ApprovalAction.HOLD_LIMIT,
                {"ticket_id": str(ticket_id), "product_id": str(product_id)},
                what=_t("Till", "More than {count} of {name} for this order.").format(
                    count=limit, name=wish.name
                ),
                reasons=[
                    _t("Till", "A group orders together"),
                    _t("Till", "More is being cut"),
                ],
            )
            if approval_id is None:
                return
            await self._store.holds.lift_limit(
                session,
                request=new_id(),
                ticket_id=ticket_id,
                product_id=product_id,
                approval_id=approval_id,
            )
            for each in self._waiting[key]:
                self._again(each)
        except Exception as error:
            self._say(*sentence(error))
            if not is_expected(error):
                raise
        finally:
            del self._waiting[key]
