"""Paying lines of a receipt back: finding the receipt, asking a second person, the cash."""

from collections.abc import Coroutine
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from app.domain.approval import ApprovalAction
from app.domain.people import Session
from app.domain.refund import RefundableSale
from app.hardware.receipt_text import number_text
from app.services.ports import Refunded, Store
from app.services.refusal import OutcomeUnknown
from app.ui.pos import typed_cash
from app.ui.pos.refund_basket import RefundBasket
from app.ui.pos.refund_keys import RefundKeys
from app.ui.pos.refund_props import (
    FoundRow,
    RefundRow,
    active_props,
    done_props,
    found_row,
    refund_row,
    sale_props,
)
from app.ui.pos.refund_words import reasons
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class RefundModel(RefundKeys):
    """`props.phase` is empty (closed), finding, choosing, paying, unknown or done."""

    def __init__(
        self, shell: Shell, store: Store, approval: ApprovalDialog, parent: QObject
    ) -> None:
        super().__init__(store, parent)
        self._shell, self._approval = shell, approval
        self._session: Session | None = None
        self._lines: RowsModel[RefundRow] = RowsModel(RefundRow, "key", self)
        self._found: RowsModel[FoundRow] = RowsModel(FoundRow, "key", self)
        self._begin("")
        shell.languageChanged.connect(self._derive)

    lines = Property(QObject, lambda self: self._lines, constant=True)
    found = Property(QObject, lambda self: self._found, constant=True)

    def _begin(self, phase: str) -> None:
        self._start_over(phase)
        self._done: Refunded | None = None
        self._busy = False
        self._found.set_rows([])
        self._derive()

    @property
    def _under_way(self) -> bool:
        return self._phase in ("paying", "unknown")

    def use(self, session: Session | None) -> None:
        """Pay back for `session`; what is under way is left to its answer."""
        self._session = session
        self.close()

    @Slot(str)
    def open(self, receipt_key: str) -> None:
        """Begin with this receipt."""
        if not self._under_way and self._session is not None:
            self._begin("choosing")
            self._start(self._load(self._session, UUID(receipt_key)), "refundable sale")

    @Slot()
    def find(self) -> None:
        """Look for a receipt of another day by its number."""
        if not self._under_way:
            self._begin("finding")

    @Slot()
    def search(self) -> None:
        """Show the receipts with the typed number."""
        if self._phase == "finding" and self._typed and self._session is not None:
            self._start(self._search(self._session, self._typed), "find receipt")

    @Slot()
    def close(self) -> None:
        """Leave everything as it is; a refund whose answer is missing stays open."""
        if not self._under_way:
            self._begin("")

    @Slot()
    def pay(self) -> None:
        """Pay back; above the person's limit a second one is asked first."""
        sale, session = self._basket.sale, self._session
        if self._ready() and sale is not None and session is not None:
            self._error = ("", "")
            self._start(self._pay(session, sale), "refund")

    def _ready(self) -> bool:
        asking = self._phase in ("choosing", "unknown") and not self._busy
        return asking and bool(self._basket.items()) and bool(self._reason)

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._busy = True
        self._shell.tasks.start(self._guarded(work), name=name)
        self._derive()

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = sentence(error)
        finally:
            self._busy = False
            if self._phase == "paying":
                self._phase = "choosing"
            self._derive()

    async def _load(self, session: Session, receipt_id: UUID) -> None:
        self._basket = RefundBasket(await self._store.refunds.sale(session, receipt_id))

    async def _search(self, session: Session, text: str) -> None:
        found = await self._store.refunds.find(session, text)
        view = self._store.feed.view
        if view is not None:
            self._found.set_rows([found_row(each, view.settings) for each in found])
        if not found:
            self._error = (
                _t("Till", "No receipt has this number"),
                _t("Till", "Type the number after the dash: 42 for 1-000042."),
            )

    async def _pay(self, session: Session, sale: RefundableSale) -> None:
        amount = sum(item.amount_minor for item in self._basket.items())
        if sale.needs_approval(amount) and self._approved is None:
            self._approved = await self._allowed(session, sale, amount)
            if self._approved is None:
                return
        self._phase = "paying"
        self._derive()
        try:
            self._done = await self._store.refunds.refund(
                session,
                request=self._request,
                refund_id=self._refund_id,
                ticket_id=sale.ticket_id,
                lines=tuple(self._basket.chosen.values()),
                reason=self._reason,
                approval_id=self._approved,
            )
        except OutcomeUnknown:
            self._phase = "unknown"
            raise
        except Exception:
            await self._look_again(session, sale)
            raise
        self._phase = "done"

    async def _look_again(self, session: Session, sale: RefundableSale) -> None:
        """Refused: somebody else may have paid some of it back; show what is left."""
        self._phase = "choosing"
        self._new_refund()
        try:
            self._basket.look_again(await self._store.refunds.sale(session, sale.receipt_id))
        except Exception as error:
            if not is_expected(error):
                raise

    async def _allowed(
        self, session: Session, sale: RefundableSale, amount_minor: int
    ) -> UUID | None:
        view = self._store.feed.view
        assert view is not None
        what = _t("Till", "{amount} back for receipt {number}").format(
            amount=money(amount_minor, view.settings),
            number=number_text(sale.register, sale.number),
        )
        return await self._approval.obtain(
            session,
            ApprovalAction.REFUND,
            {"ticket_id": str(sale.ticket_id)},
            what=what,
            amount_minor=amount_minor,
            reasons=(self._reason, *(each for each in reasons() if each != self._reason)),
        )

    def derive(self) -> None:
        """Follow the view: the refund's receipt is drawn once it is there."""
        if self._phase == "done":
            self._derive()

    @Slot()
    def _derive(self) -> None:
        view, basket = self._store.feed.view, self._basket
        if view is None or not self._phase:
            self._lines.set_rows([])
            self.show_props({"phase": "", "reasons": reasons()})
            return
        settings, items = view.settings, basket.items()
        by_line = {item.line.id: item for item in items}
        self._lines.set_rows(
            [
                refund_row(line, by_line.get(line.id), settings, basket.chosen, basket.active)
                for line in basket.lines
            ]
        )
        cash = typed_cash.shown(self._typed, settings)
        title, text = self._error
        props: dict[str, Any] = {
            "phase": self._phase,
            "busy": self._busy,
            "reasons": reasons(),
            "reason": self._reason,
            "typed": self._typed if self._phase == "finding" else cash,
            "pointText": typed_cash.point_text(settings),
            "errorTitle": title,
            "errorText": text,
            "ready": self._ready(),
            **sale_props(basket.sale, items, settings),
            **active_props(basket.line, basket.asked, settings),
            **done_props(self._done, view),
        }
        self.show_props(props)
