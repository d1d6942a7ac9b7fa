"""The question about a fallen line in words, and the ways the guest has."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.ticket import Ticket, TicketLine
from app.services.own_size import at_line_size
from app.ui.pos.choice_words import degraded_because, stood_in
from app.ui.pos.settle_questions import Question
from app.ui.shared.format import money

_t = QCoreApplication.translate


def waiting_text(put_off: int) -> str:
    """How many questions were put off; empty without any."""
    if not put_off:
        return ""
    return _t("Till", "%n order line(s) wait for the guest's choice", "", put_off)


def question_props(asked: Question, why_fallen: str, settings: StoreSettings) -> dict[str, Any]:
    """The title, the text and the ways out; `why_fallen` is the code of the reason."""
    title = _t("Till", "Order {number}: {name}").format(
        number=asked.number, name=f"{asked.line.name} {asked.line.grade or ''}".strip()
    )
    text = _t("Till", "{code} cannot be served as sold: {why}. Ask the guest.").format(
        code=asked.line.portion_code, why=degraded_because(why_fallen)
    )
    if asked.lowered and asked.lower:
        text = _t("Till", "{code} was found to be of grade {grade}: ask the guest.").format(
            code=asked.line.portion_code, grade=asked.lower[0].grade.value
        )
    return {"title": title, "text": text, "ways": ways_out(asked, settings)}


def ways_out(asked: Question, settings: StoreSettings) -> list[Mapping[str, str]]:
    """The keys of `SettleModel.choose` that are open to the guest, and what stands on them."""
    line = asked.line
    grade = line.grade.value if line.grade else ""
    found: list[Mapping[str, str]] = []
    if asked.same:
        text = _t("Till", "Another {grade} at the same price").format(grade=grade)
        found.append({"key": "same", "text": text})
    if asked.lower:
        first = asked.lower[0]
        price_minor = at_line_size(line, first.unit_price_minor, settings.pricing.rounding_minor)
        less = line.unit_price_minor - price_minor
        said = (
            _t("Till", "{grade} for {price}, {less} back")
            if asked.paid
            else _t("Till", "{grade} for {price}, {less} less")
        )
        text = said.format(
            grade=first.grade.value,
            price=money(price_minor, settings),
            less=money(less, settings),
        )
        found.append({"key": "lower", "text": text})
    found.append({"key": "other", "text": _t("Till", "Another product")})
    if asked.wholes and not asked.lowered:
        found.append({"key": "wait", "text": _t("Till", "Wait for a new whole")})
    if asked.paid:
        text = _t("Till", "Money back: {amount}").format(
            amount=money(line.amount_minor - line.refunded_minor, settings)
        )
    else:
        text = _t("Till", "Leave it out")
    found.append({"key": "refund", "text": text})
    return found


def replaced_words(ticket: Ticket, line: TicketLine) -> tuple[str, str]:
    """Title and text: a line has another portion than before."""
    title = _t("Till", "Order {number}: {name} is another portion").format(
        number=ticket.number, name=line.name
    )
    text = _t("Till", "{new}. {why}").format(new=line.portion_code, why=stood_in(line))
    return title, text


def refund_words(asked: Question, back_minor: int, settings: StoreSettings) -> tuple[str, str]:
    """Title and text: the cash that goes back to the guest."""
    title = _t("Till", "Give {amount} back").format(amount=money(back_minor, settings))
    text = _t("Till", "Order {number}, {name}. The refund's receipt is being printed.").format(
        number=asked.number, name=asked.line.name
    )
    return title, text


def kitchen_replaces() -> tuple[str, str]:
    """Nothing has to be asked of the guest: an equal portion is free."""
    return (
        _t("Till", "The kitchen has an equal portion for it"),
        _t("Till", "Ask the kitchen to press Replace; the guest need not choose anything."),
    )
