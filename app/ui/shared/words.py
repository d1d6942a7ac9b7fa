"""The short words that every screen uses for the domain's terms."""

from PySide6.QtCore import QCoreApplication

from app.domain.people import Role
from app.domain.price import PriceReason

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
    }[reason]


def role(value: Role) -> str:
    """What a person is in the shop."""
    return {
        Role.CASHIER: _t("Words", "Cashier"),
        Role.KITCHEN: _t("Words", "Kitchen"),
        Role.MANAGER: _t("Words", "Manager"),
        Role.FOOD_SAFETY_MANAGER: _t("Words", "Food safety manager"),
        Role.ADMINISTRATOR: _t("Words", "Administrator"),
    }[value]


def allergen(name: str) -> str:
    """The name of an allergen; an own one of the shop stays as it was written."""
    known = {
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
    }
    return known.get(name, name.replace("_", " "))


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
