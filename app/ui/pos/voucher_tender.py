"""Vouchers that the guest shows while paying: looked up at once, taken only with the sale."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.people import Session
from app.domain.policy import StoreSettings
from app.domain.voucher import VoucherUse, VoucherWorth, shares
from app.services.ports import Store
from app.ui.pos.shown import Shown
from app.ui.shared.format import money
from app.ui.shared.refusal_text import is_expected, sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class VoucherTender(Shown):
    """`props.rows` are what each voucher pays. Nothing is taken from one before the sale is paid,
    so that an order that is given up leaves every balance as it was.
    """

    moved = Signal()
    """What the vouchers pay has changed."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._session: Session | None = None
        self._shown: tuple[VoucherWorth, ...] = ()
        self._due_minor = 0
        self._open = self._busy = False
        self._error = ("", "")
        self.derive()

    @property
    def used(self) -> tuple[VoucherUse, ...]:
        """What each pays, in the order they were shown."""
        return shares(self._due_minor, self._shown)

    @property
    def paid_minor(self) -> int:
        """What all of them pay together."""
        return sum(each.amount_minor for each in self.used)

    def begin(self, session: Session, due_minor: int, *, anew: bool) -> None:
        """Pay `due_minor`; `anew`: another order, whose guest has shown none yet."""
        self._session, self._due_minor = session, due_minor
        self._shown = () if anew else self._shown
        self._open, self._error = False, ("", "")
        self.derive()

    def clear(self) -> None:
        """What was shown is out of date: ask again."""
        self._shown = ()
        self.derive()

    @Slot()
    def ask(self) -> None:
        """Open the sheet for a code."""
        self._open, self._error = True, ("", "")
        self.derive()

    @Slot()
    def close(self) -> None:
        self._open, self._error = False, ("", "")
        self.derive()

    @Slot(str)
    def take(self, code: str) -> None:
        """A code was typed or scanned."""
        if self._session is not None and code.strip() and not self._busy:
            self._busy, self._error = True, ("", "")
            self._shell.tasks.start(self._look_up(self._session, code), name="voucher")
            self.derive()

    @Slot(str)
    def remove(self, ending: str) -> None:
        """The guest keeps it after all."""
        self._shown = tuple(each for each in self._shown if each.ending != ending)
        self.derive()
        self.moved.emit()

    async def _look_up(self, session: Session, code: str) -> None:
        try:
            found = await self._store.vouchers.check(session, code)
        except Exception as error:
            if not is_expected(error):
                raise
            self._error = sentence(error)
        else:
            kept = tuple(each for each in self._shown if each.code != found.code)
            self._shown, self._open = (*kept, found), False
        finally:
            self._busy = False
            self.derive()
            self.moved.emit()

    def derive(self) -> None:
        """Show what they pay."""
        view = self._store.feed.view
        if view is None:
            self.show_props({"opened": False, "rows": []})
            return
        self.show_props(
            {
                "opened": self._open,
                "busy": self._busy,
                "error": self._error[0],
                "errorText": self._error[1],
                "rows": [self._row(each, view.settings) for each in self.used],
            }
        )

    def _row(self, each: VoucherUse, settings: StoreSettings) -> dict[str, str]:
        worth = next(w for w in self._shown if w.code == each.code)
        left = money(worth.balance_minor - each.amount_minor, settings)
        return {
            "key": worth.ending,
            "name": _t("Till", "Voucher …{ending}").format(ending=worth.ending),
            "left": _t("Till", "{amount} stays on it").format(amount=left),
            "pays": "−" + money(each.amount_minor, settings),
        }
