"""A guest's own size on one line: grams, what it will cost, and the second person who allows it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.approval import ApprovalAction
from app.domain.ids import new_id
from app.domain.people import Session
from app.domain.ticket import TicketLine
from app.services.own_size import limits_mg, size_price_minor, size_subject, standard_mg
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.format import money, weight
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate
MOST_DIGITS = 5


class SizeModel(Shown):
    """`props.name` is empty while the sheet is closed."""

    def __init__(
        self,
        shell: Shell,
        store: Store,
        approval: ApprovalDialog,
        say: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._approval, self._say = approval, say
        self._session: Session | None = None
        self._line_id: UUID | None = None
        self._typed, self._error = "", ("", "")
        self._busy = False
        self.derive()

    def use(self, session: Session | None) -> None:
        """Act for `session`."""
        self._session = session
        self.derive()

    @Slot(str)
    def start(self, key: str) -> None:
        """Open the sheet for a line."""
        self._line_id, self._typed, self._error = UUID(key), "", ("", "")
        self.derive()

    @Slot()
    def close(self) -> None:
        """Leave the line as it is."""
        self._line_id = None
        self.derive()

    @Slot(str)
    def digit(self, key: str) -> None:
        """Type whole grams."""
        self._type((self._typed + key).lstrip("0")[:MOST_DIGITS])

    @Slot()
    def erase(self) -> None:
        self._type(self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        self._type("")

    @Slot()
    def apply(self) -> None:
        """Hold what the size needs, then ask the second person."""
        line, session = self._line(self._line_id), self._session
        if line is not None and session is not None and self._typed and not self._busy:
            self._start(self._ask(session, line, 1000 * int(self._typed)), "ask size")

    @Slot(str)
    def again(self, key: str) -> None:
        """Ask the second person once more."""
        line, session = self._line(UUID(key)), self._session
        view = self._store.feed.view
        if view is None or line is None or session is None or line.asked_mg is None:
            return
        price = size_price_minor(view, line, line.asked_mg)
        if line.size_waits and price is not None and not self._busy:
            self._start(self._allow(session, line, line.asked_mg, price), "allow size")

    @Slot(str)
    def standard(self, key: str) -> None:
        """The guest takes the standard portion after all."""
        if self._session is not None and not self._busy:
            call = self._store.sizes.drop(self._session, request=new_id(), line_id=UUID(key))
            self._start(call, "standard size")

    async def _ask(self, session: Session, line: TicketLine, asked_mg: int) -> None:
        price = await self._store.sizes.ask(
            session, request=new_id(), line_id=line.id, asked_mg=asked_mg
        )
        self.close()
        await self._allow(session, line, asked_mg, price)

    async def _allow(
        self, session: Session, line: TicketLine, asked_mg: int, price_minor: int
    ) -> None:
        view = self._store.feed.view
        assert view is not None
        approval_id = await self._approval.obtain(
            session,
            ApprovalAction.NON_STANDARD_PORTION,
            size_subject(line, asked_mg, price_minor),
            what=_t("Till", "{name}: {size} for {price}").format(
                name=line.name, size=weight(asked_mg), price=money(price_minor, view.settings)
            ),
            reasons=_reasons(),
        )
        if approval_id is not None:
            await self._store.sizes.approve(
                session, request=new_id(), line_id=line.id, approval_id=approval_id
            )

    def _start(self, work: Any, name: str) -> None:
        self._busy = True
        self._error = ("", "")
        if self._shell.tasks.start(self._guarded(work), name=name) is None:
            self._busy = False
        self.derive()

    async def _guarded(self, work: Any) -> None:
        try:
            await work
        except Exception as error:
            if self._line_id is not None:
                self._error = sentence(error)
            else:
                self._say(*sentence(error))
        finally:
            self._busy = False
            self.derive()

    def _type(self, text: str) -> None:
        self._typed, self._error = text, ("", "")
        self.derive()

    def _line(self, line_id: UUID | None) -> TicketLine | None:
        view = self._store.feed.view
        line = view.ticket_lines.get(line_id) if view and line_id else None
        return None if line is None or line.voided else line

    def derive(self) -> None:
        """Show the sheet as it stands; it closes when its line is gone."""
        view, line = self._store.feed.view, self._line(self._line_id)
        usual = standard_mg(view, line) if view and line else None
        if view is None or line is None or usual is None or self._session is None:
            self._line_id = None
            self.show_props({"name": ""})
            return
        asked_mg = 1000 * int(self._typed or "0")
        least, most = limits_mg(usual, view.settings.food.portions)
        price = size_price_minor(view, line, asked_mg)
        fits = least <= asked_mg <= most and asked_mg != usual
        title, text = self._error
        self.show_props(
            {
                "name": line.name,
                "typed": self._typed,
                "standardText": _t("Till", "Standard {size}: {price}").format(
                    size=weight(usual), price=money(line.unit_price_minor, view.settings)
                ),
                "limitsText": _t("Till", "From {least} to {most}").format(
                    least=weight(least), most=weight(most)
                ),
                "newText": money(price, view.settings) if price is not None and fits else "",
                "sourceText": _source(line, view, asked_mg) if fits else "",
                "ready": fits and not self._busy,
                "errorTitle": title,
                "errorText": text,
            }
        )


def _source(line: TicketLine, view: StoreView, asked_mg: int) -> str:
    """Where the piece comes from, in one sentence."""
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    own = portion.weight_mg if portion and portion.weight_mg else 0
    if asked_mg > own:
        missing = weight(asked_mg - own)
        return _t("Till", "{missing} come from its neighbour in the same whole.").format(
            missing=missing
        )
    return _t("Till", "{rest} are cut off.").format(rest=weight(own - asked_mg))


def _reasons() -> tuple[str, ...]:
    return (_t("Till", "The guest wants more"), _t("Till", "The guest wants less"))
