"""What a coupon that is not taken says."""

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate


def coupon(detail: str) -> tuple[str, str]:
    """Title and text; a code that was used says at which till and when."""
    if detail.startswith("used "):
        till, _, moment = detail.removeprefix("used ").partition("|")
        return (
            _t("Refusal", "This coupon was used already"),
            _t("Refusal", "At {till} on {when}. Each code is good for one order.").format(
                till=till, when=moment
            ),
        )
    text = {
        "expired": _t("Refusal", "Its days are over, or it is not on at this hour."),
        "goods": _t("Refusal", "Nothing of this order is what it is for. Take that first."),
        "spent": _t("Refusal", "It was good for so many orders, and they have all been made."),
        "guest": _t("Refusal", "It is counted by guest: put the guest on the order first."),
        "guest_spent": _t("Refusal", "This guest has used it as often as it is good for."),
        "one": _t("Refusal", "The order has a coupon of this offer already; one counts."),
    }.get(detail, _t("Refusal", "There is no such code. Check it and type it again."))
    return _t("Refusal", "This coupon is not taken"), text
