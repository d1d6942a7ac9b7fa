"""What refusals say that a cashier meets: selling, paying back, signing in, approvals."""

from PySide6.QtCore import QCoreApplication

from app.services.refusal import RefusalCode
from app.ui.shared.format import countdown
from app.ui.shared.refusal_coupons import coupon
from app.ui.shared.refusal_said import Words, said, seconds

_t = QCoreApplication.translate


def selling() -> dict[RefusalCode, Words]:
    """Words of refusals while something is sold."""
    code = RefusalCode
    return {
        code.SCARCE: _scarce,
        code.GONE: _gone,
        code.OFF_SALE: _off_sale,
        code.CHANGED: said(
            _t("Refusal", "It has changed meanwhile"),
            _t("Refusal", "Nothing was done. Look at it again and repeat."),
        ),
        code.HOLD_EXPIRED: said(
            _t("Refusal", "The hold has run out"),
            _t("Refusal", "Portions went back on sale. Take them again; nothing was paid."),
        ),
        code.PORTION_EXPIRED: said(
            _t("Refusal", "No longer fit for sale"),
            _t("Refusal", "This portion passed its limit. Choose another and take it away."),
        ),
        code.TICKET_NOT_OPEN: said(
            _t("Refusal", "This order is closed"),
            _t("Refusal", "Nothing was changed. Start a new order."),
        ),
        code.TICKET_EMPTY: said(
            _t("Refusal", "The order is empty"),
            _t("Refusal", "Choose something first."),
        ),
        code.TOTAL_CHANGED: said(
            _t("Refusal", "The total has changed"),
            _t("Refusal", "Nothing was paid. Check the new total and pay again."),
        ),
        code.TENDERED_TOO_LITTLE: said(
            _t("Refusal", "Not enough money"),
            _t("Refusal", "Nothing was paid. Enter at least the total."),
        ),
        code.BAD_QUANTITY: said(
            _t("Refusal", "That quantity cannot be sold"),
            _t("Refusal", "Enter a number from 1 to 999."),
        ),
        code.BAD_PRICE: said(
            _t("Refusal", "That price is not allowed"),
            _t("Refusal", "Nothing was changed. Ask a manager to approve it or correct it."),
        ),
        code.PRICES_CHANGED: said(
            _t("Refusal", "Prices have just changed"),
            _t("Refusal", "Nothing was changed. Try again for the price of this moment."),
        ),
        code.VOUCHER_REFUSED: _voucher,
        code.COUPON_REFUSED: coupon,
        code.BUDGET_SPENT: said(
            _t("Refusal", "This offer has just been used up"),
            _t("Refusal", "Nothing was changed. Try again for the price without it."),
        ),
    }


def _gone(detail: str) -> tuple[str, str]:
    if detail == "size":
        return (
            _t("Refusal", "Not enough is left of that whole"),
            _t("Refusal", "Its portions do not make up the size. Nothing was changed: take one of"
                          " another whole, or a smaller size."),
        )  # fmt: skip
    if detail == "whole":
        return (
            _t("Refusal", "No whole one is left"),
            _t("Refusal", "None that could be sold is in stock uncut. Your order is unchanged."),
        )
    return (
        _t("Refusal", "Just sold"),
        _t("Refusal", "Somebody else took the last one. Your order is unchanged."),
    )


def _off_sale(detail: str) -> tuple[str, str]:
    text = {
        "check_overdue": _t("Refusal", "Its quality check is overdue: the kitchen has to look."),
        "recheck": _t("Refusal", "The kitchen has to look at it again first."),
        "removal_lead": _t("Refusal", "Its limit is too near: it leaves the display now."),
        "temperature": _t("Refusal", "Nobody knows how warm it is: measure its cabinet first."),
    }.get(detail, _t("Refusal", "It is not good enough any more: it leaves the display."))
    return _t("Refusal", "This portion is off sale"), text


def _voucher(detail: str) -> tuple[str, str]:
    text = {
        "expired": _t("Refusal", "Its time has run out. Nothing was paid."),
        "spent": _t("Refusal", "There is not enough left on it. Nothing was paid."),
    }.get(detail, _t("Refusal", "Nobody was given that code. Check it; nothing was paid."))
    return _t("Refusal", "This voucher cannot pay"), text


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


def refunds() -> dict[RefusalCode, Words]:
    """Words of refusals while money is given back."""
    code = RefusalCode
    return {
        code.REFUNDED_ALREADY: lambda detail: (
            _t("Refusal", "{name} was paid back already").format(name=detail),
            _t("Refusal", "Nothing was paid back now. Look at the receipt of that refund."),
        ),
        code.REFUND_TOO_MUCH: said(
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


def signing_in() -> dict[RefusalCode, Words]:
    """Words of refusals at the PIN pad."""
    code = RefusalCode
    return {
        code.NOT_PERMITTED: said(
            _t("Refusal", "You may not do that"),
            _t("Refusal", "Nothing was changed. Ask somebody with that right."),
        ),
        code.SIGNED_OUT: said(
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


def approving() -> dict[RefusalCode, Words]:
    """Words of refusals of consents, rules and policies."""
    code = RefusalCode
    return {
        code.APPROVAL_NEEDED: said(
            _t("Refusal", "A second person has to approve this"),
            _t("Refusal", "Nothing was changed. Ask for the approval and repeat."),
        ),
        code.APPROVAL_INVALID: said(
            _t("Refusal", "The approval does not fit any more"),
            _t("Refusal", "Nothing was changed. It was used, ran out or meant something else."),
        ),
        code.TOO_FEW_POINTS: said(
            _t("Refusal", "There are not enough points"),
            _t("Refusal", "Nothing was changed. They may be in use at another till."),
        ),
        code.NO_CONSENT: said(
            _t("Refusal", "The guest has not said yes to this"),
            _t("Refusal", "Nothing was stored or changed. Ask the guest."),
        ),
        code.FOLLOW_UP_MISSING: said(
            _t("Refusal", "The guest was not asked again"),
            _t("Refusal", "Write down how the guest feels now, or that they did not want to say."),
        ),
        code.KNOWN_ALREADY: said(
            _t("Refusal", "There is a guest with this phone or card"),
            _t("Refusal", "Nothing was stored. Search for the guest instead."),
        ),
        code.BAD_POLICY: lambda detail: (
            _t("Refusal", "These rules contradict themselves"),
            _t("Refusal", "Nothing was changed. Correct: {detail}.").format(detail=detail),
        ),
    }
