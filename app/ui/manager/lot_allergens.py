"""An allergen found later in a lot: what adding it does is said before it is done."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.allergens import EU_FOURTEEN, US_NINE, conflicting, covers
from app.domain.portion import Portion, PortionState
from app.services.ports import LotFacts
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared import words
from app.ui.shared.format import date_time
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate
_ORDER = tuple(dict.fromkeys((*EU_FOURTEEN, *US_NINE, "almond", "hazelnut", "walnut")))


class LotAllergens(QObject):
    """One lot, looked up by a code; allergens and a reason; then the store is asked.

    Its answers appear in the page's own notice, so that an incident may follow in the same place.
    """

    changed = Signal()

    def __init__(self, desk: Desk, errand: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._errand = desk, errand
        self._lot: LotFacts | None = None
        self._codes: tuple[str, ...] = ()
        self._reason = ""
        desk.moved.connect(self._moved)

    @Slot(str)
    def find(self, code: str) -> None:
        """Show the lot of a whole or portion."""
        if self._desk.session() is not None and code.strip():
            self._desk.shell.tasks.start(self._find(code.strip()), name="lot facts")

    @Slot(str)
    def toggle(self, code: str) -> None:
        """It was found in the lot, or was not after all."""
        known = self._codes
        self._codes = (
            tuple(each for each in known if each != code) if code in known else (*known, code)
        )
        self.changed.emit()

    @Slot(str)
    def write(self, reason: str) -> None:
        """How it came to light."""
        self._reason = reason
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Forget the lot and what was typed."""
        self._lot, self._codes, self._reason = None, (), ""
        self.changed.emit()

    @Slot()
    def add(self) -> None:
        """Put the allergens on the lot and on all its portions, for good."""
        session, lot, view = self._desk.session(), self._lot, self._desk.view
        if session is None or view is None or lot is None:
            return
        codes, reason = tuple(sorted(self._codes)), self._reason.strip()
        labels = _codes(_in_shop(view, lot.whole_id))
        allergens = self._desk.store.allergens

        async def act(request: UUID) -> None:
            await allergens.add_to_lot(
                session, request=request, whole_id=lot.whole_id, codes=codes, reason=reason
            )

        def done(_answer: Any) -> tuple[str, str]:
            self._codes = ()
            self.find(lot.code)
            title = _t("Office", "{lot} holds {what}").format(
                lot=lot.code, what=words.allergens(codes)
            )
            if not labels:
                return title, _t("Office", "None of its portions is in the shop any more.")
            return title, _t("Office", "Print anew at a till the labels of: {codes}").format(
                codes=labels
            )

        self._errand.ask(("lot", lot.whole_id, codes, reason), act, done, _denied)

    async def _find(self, code: str) -> None:
        try:
            found = await self._desk.store.allergens.lot_facts(code)
        except Exception as error:
            if not is_expected(error):
                raise
            said = _denied(error) if isinstance(error, Refused) else sentence(error)
            self._errand.say("danger" if isinstance(error, Refused) else "warning", *said)
            return
        if self._lot is not None and self._lot.whole_id != found.whole_id:
            self._codes, self._reason = (), ""
        self._lot = found
        self.changed.emit()

    @Slot()
    def _moved(self) -> None:
        if self._lot is not None:
            self.changed.emit()

    def _choices(self) -> list[dict[str, str]]:
        """What the lot does not state yet."""
        stated = (self._lot.allergens or ()) if self._lot else ()
        return [
            {"key": code, "text": words.allergen(code)}
            for code in _ORDER
            if not any(covers(each, code) for each in stated)
        ]

    def _shown(self) -> dict[str, Any]:
        lot, view = self._lot, self._desk.view
        if lot is None or view is None:
            return {"open": False}
        stated = words.allergens(lot.allergens or ())
        if lot.allergens is None:
            stated = _t("Office", "▲ not stated: not for sale")
        elif not lot.allergens:
            stated = _t("Office", "none, confirmed")
        return {
            "open": True,
            "code": lot.code,
            "title": f"{lot.product} · {lot.code}",
            "stated": _t("Office", "Stated: {what}").format(what=stated),
            "codes": list(self._codes),
            "reason": self._reason,
            "effects": effects(view, lot, self._codes),
            "sold": bool(lot.receipts),
            "ready": bool(self._codes and self._reason.strip()),
        }

    shown = Property("QVariantMap", _shown, notify=changed)  # type: ignore[arg-type]
    choices = Property("QVariantList", _choices, notify=changed)  # type: ignore[arg-type]


def effects(view: StoreView, lot: LotFacts, codes: tuple[str, ...]) -> list[str]:
    """What adding the allergens does and leaves to do, a sentence each, alarms first."""
    pieces = _in_shop(view, lot.whole_id)
    what = words.allergens(codes) or _t("Office", "the allergen")
    free = [each for each in pieces if each.state is PortionState.AVAILABLE]
    said = [
        _t("Office", "%n portion(s) no longer for guests who avoid {what}", None, len(free)).format(
            what=what
        )
        if free
        else _t("Office", "No portion of it is for sale now")
    ]
    said += _orders(view, pieces, codes)
    if pieces:
        said.append(_t("Office", "Labels to print anew: {codes}").format(codes=_codes(pieces)))
    if not lot.receipts:
        said.append(_t("Office", "No receipt is concerned"))
        return sorted(said, key=_calm)
    named = "; ".join(
        f"{each.register}-{each.number} ({date_time(each.issued_at, view.settings)},"
        f" {', '.join(each.portions)})"
        for each in lot.receipts
    )
    told = _t("Office", "▲ Sold without this being said – receipts: {list}").format(list=named)
    return sorted([told, *said], key=_calm)


def _calm(said: str) -> bool:
    return not said.startswith("▲")


def _orders(view: StoreView, pieces: list[Portion], codes: tuple[str, ...]) -> list[str]:
    """The open orders that hold a piece, and those that are paid and still in the kitchen."""
    held = {p.ticket_id for p in pieces if p.state is PortionState.RESERVED}
    paid = {p.ticket_id for p in pieces if p.state is PortionState.COMMITTED}
    said = []
    for ticket in sorted(view.tickets.values(), key=lambda each: each.number):
        if ticket.id in held:
            against = conflicting(codes, ticket.avoids)
            sentence_ = (
                _t("Office", "▲ Order {number} avoids {what}: it cannot be paid with its portion")
                if against
                else _t("Office", "Order {number} holds a portion: its till names the allergen")
            )
            said.append(sentence_.format(number=ticket.number, what=words.allergens(against)))
        elif ticket.id in paid:
            said.append(
                _t("Office", "▲ Order {number} is paid and not handed over: tell the guest").format(
                    number=ticket.number
                )
            )
    return said


def _in_shop(view: StoreView, whole_id: UUID) -> list[Portion]:
    gone = (PortionState.SERVED, PortionState.WASTED)
    pieces = [p for p in view.portions.values() if p.whole_id == whole_id and p.state not in gone]
    return sorted(pieces, key=lambda each: each.wedge)


def _codes(pieces: list[Portion]) -> str:
    return ", ".join(each.code for each in pieces)


def _denied(refusal: Refused) -> tuple[str, str]:
    if refusal.code is RefusalCode.UNKNOWN_ITEM:
        return (
            _t("Office", "No such code"),
            _t("Office", "Type the code on the portion or whole."),
        )
    if refusal.code is RefusalCode.PRODUCT_INCOMPLETE:
        return (
            _t("Office", "Its product states no allergens yet"),
            _t("Office", "Nothing was changed. State them on the menu page first."),
        )
    return sentence(refusal)
