"""The short words that every screen uses for the domain's terms."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from app.domain.approval import ApprovalAction
from app.domain.people import Role
from app.domain.place import Place
from app.domain.portion import Portion
from app.domain.price import PriceReason
from app.hardware.printer_fault import FaultKind
from app.services.portion_place import place_in_whole
from app.services.store_view import StoreView
from app.ui.shared.translate import in_use

_t = QCoreApplication.translate


def price_reason(reason: PriceReason) -> str:
    """Why a step changed the price, in one or two words."""
    return {
        PriceReason.BASE: _t("Words", "base"),
        PriceReason.QUALITY: _t("Words", "quality"),
        PriceReason.TIME: _t("Words", "freshness"),
        PriceReason.PACE: _t("Words", "demand"),
        PriceReason.PEAK: _t("Words", "peak hour"),
        PriceReason.PROMOTION: _t("Words", "offer"),
        PriceReason.CAP: _t("Words", "limit of change"),
        PriceReason.MARGIN_FLOOR: _t("Words", "lowest price"),
        PriceReason.ROUNDING: _t("Words", "rounding"),
        PriceReason.MANUAL: _t("Words", "discount"),
        PriceReason.LOYALTY: _t("Words", "points"),
        PriceReason.QUOTED: _t("Words", "price as quoted"),
        PriceReason.SIZE: _t("Words", "own size"),
    }[reason]


def place(value: Place) -> str:
    """Where in its whole a portion was cut."""
    return {
        Place.CORNER: _t("Words", "corner piece"),
        Place.EDGE: _t("Words", "edge piece"),
        Place.MIDDLE: _t("Words", "middle piece"),
    }[value]


def piece_word(view: StoreView, portion: Portion | None) -> str:
    """Where in its whole it was cut, for who fetches it; empty for a slice of a round whole."""
    found = place_in_whole(view, portion)
    return place(found) if found else ""


def approval_action(action: str) -> str:
    """What is to be approved, as a title; an action of a newer program stays as it is named."""
    titles = {
        ApprovalAction.POLICY_CHANGE: _t("Words", "Change of the rules"),
        ApprovalAction.MANUAL_DISCOUNT: _t("Words", "Discount"),
        ApprovalAction.BELOW_MARGIN: _t("Words", "Price below the margin"),
        ApprovalAction.BELOW_COST: _t("Words", "Price below cost"),
        ApprovalAction.PEAK_SURCHARGE: _t("Words", "Surcharge at peak hours"),
        ApprovalAction.PROMOTION_BUDGET: _t("Words", "More budget for an offer"),
        ApprovalAction.PORTION_LIMITS: _t("Words", "Portions beyond the limits"),
        ApprovalAction.NON_STANDARD_PORTION: _t("Words", "Portion of another size"),
        ApprovalAction.QUALITY_REVIEW: _t("Words", "Release after quality review"),
        ApprovalAction.QUALITY_EXTENSION: _t("Words", "Selling time extended"),
        ApprovalAction.HOLD_LIMIT: _t("Words", "More than one order's share"),
        ApprovalAction.SKIP_SELL_FIRST: _t("Words", "Skip the portion to sell first"),
        ApprovalAction.ALLERGEN_RELEASE: _t("Words", "Release after an allergen incident"),
        ApprovalAction.REMAKE: _t("Words", "Replacement or refund"),
        ApprovalAction.REMAKE_ABOVE_LIMIT: _t("Words", "Replacement or refund above the limit"),
        ApprovalAction.REFUND: _t("Words", "Refund"),
        ApprovalAction.GOODWILL: _t("Words", "Compensation"),
        ApprovalAction.ERASE_GUEST: _t("Words", "Erase a guest"),
    }
    return {key.value: text for key, text in titles.items()}.get(action, action)


def role(value: Role) -> str:
    """What a person is in the shop."""
    return {
        Role.SERVICE: _t("Words", "Service"),
        Role.CASHIER: _t("Words", "Cashier"),
        Role.KITCHEN: _t("Words", "Kitchen"),
        Role.SHIFT_LEAD: _t("Words", "Shift lead"),
        Role.MANAGER: _t("Words", "Manager"),
        Role.FOOD_SAFETY_MANAGER: _t("Words", "Food safety manager"),
        Role.ADMINISTRATOR: _t("Words", "Administrator"),
    }[value]


def allergen(name: str) -> str:
    """The name of an allergen; an own one of the shop stays as it was written."""
    return _allergens(in_use()).get(name, name.replace("_", " "))


@lru_cache(maxsize=4)
def _allergens(_language: str) -> Mapping[str, str]:
    """All of them in the language in use: tiles ask for some hundreds of times a second."""
    return {
        "gluten": _t("Words", "gluten"),
        "wheat": _t("Words", "wheat"),
        "barley": _t("Words", "barley"),
        "oats": _t("Words", "oats"),
        "rye": _t("Words", "rye"),
        "milk": _t("Words", "milk"),
        "egg": _t("Words", "egg"),
        "soy": _t("Words", "soy"),
        "fish": _t("Words", "fish"),
        "crustaceans": _t("Words", "crustaceans"),
        "molluscs": _t("Words", "molluscs"),
        "shellfish": _t("Words", "shellfish"),
        "peanut": _t("Words", "peanut"),
        "peanuts": _t("Words", "peanuts"),
        "nuts": _t("Words", "nuts"),
        "tree_nuts": _t("Words", "tree nuts"),
        "almond": _t("Words", "almond"),
        "walnut": _t("Words", "walnut"),
        "hazelnut": _t("Words", "hazelnut"),
        "cashew": _t("Words", "cashew"),
        "pistachio": _t("Words", "pistachio"),
        "coconut": _t("Words", "coconut"),
        "sesame": _t("Words", "sesame"),
        "mustard": _t("Words", "mustard"),
        "celery": _t("Words", "celery"),
        "lupin": _t("Words", "lupin"),
        "sulphites": _t("Words", "sulphites"),
        "pecan": _t("Words", "pecan"),
        "macadamia": _t("Words", "macadamia"),
        "brazil_nut": _t("Words", "brazil nut"),
        "pine_nut": _t("Words", "pine nut"),
        "spelt": _t("Words", "spelt"),
        "kamut": _t("Words", "kamut"),
        "unstated": _t("Words", "not known yet"),
    }


def allergens(names: tuple[str, ...] | frozenset[str]) -> str:
    """`gluten · milk`, in alphabetical order of what is shown; empty when there are none."""
    return " · ".join(sorted(allergen(name) for name in names))


def grade_meaning(grade: str) -> str:
    """What a grade means to a guest."""
    return {
        "A": _t("Words", "top quality"),
        "B": _t("Words", "good quality"),
        "C": _t("Words", "fair quality"),
    }.get(grade, "")


def urgency(key: str) -> str:
    """The word for `new`, `on_time`, `soon` or `late`."""
    return {
        "new": _t("Words", "NEW"),
        "on_time": _t("Words", "ON TIME"),
        "soon": _t("Words", "SOON"),
        "late": _t("Words", "LATE"),
    }[key]


def printer_fault(kind: FaultKind) -> str:
    """What is wrong with the printer and what to do, in the screen's language."""
    return {
        FaultKind.UNREACHABLE: _t(
            "Words", "The printer cannot be reached. Check that it is on and connected."
        ),
        FaultKind.NO_ANSWER: _t(
            "Words", "The printer does not answer. Switch it off and on again."
        ),
        FaultKind.OFFLINE: _t(
            "Words", "The printer is offline. Check its lights and press its feed button."
        ),
        FaultKind.PAPER_OUT: _t("Words", "The printer has no paper. Put in a new roll."),
        FaultKind.COVER_OPEN: _t("Words", "The printer's cover is open. Close it."),
        FaultKind.CUTTER: _t(
            "Words", "The printer's cutter is stuck. Open the cover and free the paper."
        ),
        FaultKind.BROKE_OFF: _t(
            "Words", "The printer stopped in the middle of a receipt. It is printed again."
        ),
        FaultKind.NO_SPACE: _t(
            "Words", "The receipt could not be written to its folder. Check the disk."
        ),
        FaultKind.NOT_SET_UP: _t(
            "Words", "The printer's address is not understood. Check the settings."
        ),
    }[kind]
