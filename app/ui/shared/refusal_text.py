"""What a screen says when something did not work: what happened, what is safe, what to do."""

import json
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.services.refusal import OutcomeUnknown, RefusalCode, Refused, StoreUnreachable
from app.ui.shared import words
from app.ui.shared.format import countdown

_t = QCoreApplication.translate


def sentence(error: BaseException) -> tuple[str, str]:
    """(title, text) for a person; never the name of a class or a traceback."""
    if isinstance(error, Refused):
        return _refusals()[error.code](error.detail)
    if isinstance(error, StoreUnreachable):
        return (
            _t("Refusal", "The store does not answer"),
            _t("Refusal", "Nothing was changed. Try again when the sign says Live."),
        )
    if isinstance(error, OutcomeUnknown):
        return (
            _t("Refusal", "The answer was lost"),
            _t("Refusal", "It is being asked again and is never done twice. Please wait."),
        )
    return (
        _t("Refusal", "That did not work"),
        _t("Refusal", "A fault of the program was noted. What was paid is safe. Try again."),
    )


def one_line(error: BaseException) -> str:
    """`sentence` where there is room for one line only; languages end sentences differently."""
    title, text = sentence(error)
    return _t("Refusal", "{title}. {text}").format(title=title, text=text)


Words = Callable[[str], tuple[str, str]]


def _said(title: str, text: str) -> Words:
    return lambda _detail: (title, text)


def _refusals() -> dict[RefusalCode, Words]:
    return (
        _selling()
        | _signing_in()
        | _stock()
        | _approving()
        | _allergens()
        | _quality()
        | _refunds()
    )


def _refunds() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.REFUNDED_ALREADY: lambda detail: (
            _t("Refusal", "{name} was paid back already").format(name=detail),
            _t("Refusal", "Nothing was paid back now. Look at the receipt of that refund."),
        ),
        code.REFUND_TOO_MUCH: _said(
            _t("Refusal", "That is more than was paid"),
            _t("Refusal", "Nothing was paid back. Open the receipt again: it says what is left."),
        ),
        code.REFUND_GOODS: lambda detail: (
            _t("Refusal", "{name} cannot be taken back so").format(name=detail),
            _t(
                "Refusal",
                "It has left the counter, or only a part of it is paid back."
                " Throw it away, or let the guest keep it.",
            ),
        ),
    }


def _scarce(detail: str) -> tuple[str, str]:
    if detail == "claimed":
        return (
            _t("Refusal", "Kept for those before you"),
            _t("Refusal", "Too few are left: paid orders and earlier holds come first."),
        )
    return (
        _t("Refusal", "Only {count} per order now").format(count=detail),
        _t("Refusal", "More are wanted in the next hour than are left. A manager can allow more."),
    )


def _quality() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.CHECKPOINT_MISSING: _said(
            _t("Refusal", "A check is missing"),
            _t("Refusal", "Open Checks, look at the food and record it; then go on."),
        ),
        code.BELOW_ORDER: _said(
            _t("Refusal", "Below the grade that was sold"),
            _t("Refusal", "Replace it, or ask the guest at the till to take it for less."),
        ),
        code.REASON_MISSING: _said(
            _t("Refusal", "Nobody said why it was replaced"),
            _t("Refusal", "Choose the reason on the item; then it can be served."),
        ),
        code.TEMPERATURE_VIOLATED: _said(
            _t("Refusal", "Outside the safety limit"),
            _t("Refusal", "Nobody may pass it. Take it out of service in Checks."),
        ),
        code.EXTENSION_REFUSED: _said(
            _t("Refusal", "Its life can't be extended"),
            _t("Refusal", "Once, by 30 minutes at most, never past the safety limit."),
        ),
        code.EFFECT_CHECK_MISSING: _said(
            _t("Refusal", "Its effect was not checked"),
            _t("Refusal", "Write down whether the measure helped, then close the item."),
        ),
        code.BAD_READING: _said(
            _t("Refusal", "That reading can't be true"),
            _t("Refusal", "It was not stored. Check the thermometer and its clock."),
        ),
    }


def _selling() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.SCARCE: _scarce,
        code.GONE: _said(
            _t("Refusal", "Just sold"),
            _t("Refusal", "Somebody else took the last one. Your order is unchanged."),
        ),
        code.CHANGED: _said(
            _t("Refusal", "It has changed meanwhile"),
            _t("Refusal", "Nothing was done. Look at it again and repeat."),
        ),
        code.HOLD_EXPIRED: _said(
            _t("Refusal", "The hold has run out"),
            _t("Refusal", "Portions went back on sale. Take them again; nothing was paid."),
        ),
        code.PORTION_EXPIRED: _said(
            _t("Refusal", "No longer fit for sale"),
            _t("Refusal", "This portion passed its limit. Choose another and take it away."),
        ),
        code.TICKET_NOT_OPEN: _said(
            _t("Refusal", "This order is closed"),
            _t("Refusal", "Nothing was changed. Start a new order."),
        ),
        code.TICKET_EMPTY: _said(
            _t("Refusal", "The order is empty"),
            _t("Refusal", "Choose something first."),
        ),
        code.TOTAL_CHANGED: _said(
            _t("Refusal", "The total has changed"),
            _t("Refusal", "Nothing was paid. Check the new total and pay again."),
        ),
        code.TENDERED_TOO_LITTLE: _said(
            _t("Refusal", "Not enough money"),
            _t("Refusal", "Nothing was paid. Enter at least the total."),
        ),
        code.BAD_QUANTITY: _said(
            _t("Refusal", "That quantity cannot be sold"),
            _t("Refusal", "Enter a number from 1 to 999."),
        ),
        code.BAD_PRICE: _said(
            _t("Refusal", "That price is not allowed"),
            _t("Refusal", "Nothing was changed. Ask a manager to approve it or correct it."),
        ),
        code.PRICES_CHANGED: _said(
            _t("Refusal", "Prices have just changed"),
            _t("Refusal", "Nothing was changed. Try again for the price of this moment."),
        ),
        code.BUDGET_SPENT: _said(
            _t("Refusal", "This offer has just been used up"),
            _t("Refusal", "Nothing was changed. Try again for the price without it."),
        ),
    }


def _signing_in() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.NOT_PERMITTED: _said(
            _t("Refusal", "You may not do that"),
            _t("Refusal", "Nothing was changed. Ask somebody with that right."),
        ),
        code.SIGNED_OUT: _said(
            _t("Refusal", "You are signed out"),
            _t("Refusal", "Sign in again; the order is still there."),
        ),
        code.WRONG_PIN: lambda detail: (
            _t("Refusal", "Wrong PIN"),
            _t("Refusal", "That was wrong try {count}. Try again.").format(count=detail)
            if detail
            else _t("Refusal", "Try again."),
        ),
        code.PIN_DELAYED: lambda detail: (
            _t("Refusal", "Wrong PIN"),
            _t("Refusal", "Try again in {time}.").format(time=countdown(seconds(detail))),
        ),
        code.PIN_LOCKED: lambda detail: (
            _t("Refusal", "Locked after too many wrong PINs"),
            _t("Refusal", "Wait {time} or ask a manager.").format(time=countdown(seconds(detail))),
        ),
    }


def _stock() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.ALREADY_CUT: _said(
            _t("Refusal", "This whole was already cut"),
            _t("Refusal", "Nothing was changed. Choose another whole."),
        ),
        code.BAD_PORTION_COUNT: _said(
            _t("Refusal", "It cannot be cut into that many"),
            _t("Refusal", "Choose a number of portions that the product allows."),
        ),
        code.BAD_CONFIGURATION: _said(
            _t("Refusal", "That way of cutting is not set up"),
            _t("Refusal", "Nothing was changed. Set it up in the menu first."),
        ),
        code.WRONG_TOOL: lambda detail: (
            _t("Refusal", "That tool does not suit"),
            _t("Refusal", "Nothing was cut. Suitable: {tools}.").format(tools=detail)
            if detail
            else _t("Refusal", "Nothing was cut. No tool in the store suits this product."),
        ),
        code.PRODUCT_INCOMPLETE: lambda detail: (
            _t("Refusal", "The product is not complete"),
            _t("Refusal", "Missing: {fields}.").format(fields=detail),
        ),
        code.TOO_LATE_TO_UNDO: _said(
            _t("Refusal", "Too late to undo"),
            _t("Refusal", "Use Recall to bring the ticket back."),
        ),
        code.NOT_READY: _said(
            _t("Refusal", "Not every item is verified"),
            _t("Refusal", "Tap the items that are left, then serve."),
        ),
        code.UNKNOWN_ITEM: _said(
            _t("Refusal", "That is not known here"),
            _t("Refusal", "Nothing was changed. It may have been removed."),
        ),
        code.BAD_TEXT: _said(
            _t("Refusal", "That text does not fit"),
            _t("Refusal", "Write something shorter, but not nothing."),
        ),
    }


def _approving() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.APPROVAL_NEEDED: _said(
            _t("Refusal", "A second person has to approve this"),
            _t("Refusal", "Nothing was changed. Ask for the approval and repeat."),
        ),
        code.APPROVAL_INVALID: _said(
            _t("Refusal", "The approval does not fit any more"),
            _t("Refusal", "Nothing was changed. It was used, ran out or meant something else."),
        ),
        code.TOO_FEW_POINTS: _said(
            _t("Refusal", "There are not enough points"),
            _t("Refusal", "Nothing was changed. They may be in use at another till."),
        ),
        code.NO_CONSENT: _said(
            _t("Refusal", "The guest has not said yes to this"),
            _t("Refusal", "Nothing was stored or changed. Ask the guest."),
        ),
        code.FOLLOW_UP_MISSING: _said(
            _t("Refusal", "The guest was not asked again"),
            _t("Refusal", "Write down how the guest feels now, or that they did not want to say."),
        ),
        code.KNOWN_ALREADY: _said(
            _t("Refusal", "There is a guest with this phone or card"),
            _t("Refusal", "Nothing was stored. Search for the guest instead."),
        ),
        code.BAD_POLICY: lambda detail: (
            _t("Refusal", "These rules contradict themselves"),
            _t("Refusal", "Nothing was changed. Correct: {detail}.").format(detail=detail),
        ),
    }


def _allergens() -> dict[RefusalCode, Words]:
    code = RefusalCode
    return {
        code.ALLERGEN_CONFLICT: lambda detail: (
            _t("Refusal", "The guest avoids this"),
            _t(
                "Refusal", "Nothing was added or sold. It holds what the guest avoids: {what}."
            ).format(what=words.allergens(tuple(detail.split(",")))),
        ),
        code.CROSS_CONTACT: lambda detail: (
            _t("Refusal", "Allergens could spread"),
            _t("Refusal", "Nothing was cut. {causes} Nobody can override this.").format(
                causes=" ".join(contact_causes(detail))
            ),
        ),
        code.QUARANTINED: _said(
            _t("Refusal", "Blocked by an allergen incident"),
            _t("Refusal", "Do not sell, cut or serve it. The food safety manager decides."),
        ),
    }


def contact_causes(detail: str) -> list[str]:
    """A sentence for each cause of a CROSS_CONTACT refusal: what it is and what to do."""
    try:
        causes = json.loads(detail)
    except ValueError:
        return []
    return [
        _cause(str(each["source"])).format(
            name=each["name"], allergens=words.allergens(tuple(each["allergens"])) or _nothing()
        )
        for each in causes
    ]


def _nothing() -> str:
    return _t("Refusal", "other food")


def _cause(source: str) -> str:
    if source == "open_job":
        return _t("Refusal", "{name} is being cut here ({allergens}): wait until it is done.")
    if source == "surface":
        return _t("Refusal", "{name} carries {allergens}: sanitise it or take another surface.")
    return _t("Refusal", "{name} carries {allergens}: sanitise it or take another tool.")


def seconds(detail: str) -> int:
    """The seconds a refusal speaks of; 0 when it names none."""
    try:
        return max(0, round(float(detail)))
    except ValueError:
        return 0


def is_expected(error: BaseException) -> bool:
    """Whether this is an answer of the store (or its silence), not a fault of the program."""
    return isinstance(error, Refused | StoreUnreachable | OutcomeUnknown)
