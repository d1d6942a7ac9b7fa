"""The words and keys of the sheet on which more is asked for than a tap says."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import Preparation, Product
from app.domain.portion import Grade
from app.domain.task import TaskKind, TaskState
from app.services.offers import Offer
from app.services.ports import Candidate
from app.services.refusal import Refused
from app.services.store_view import StoreView
from app.services.validate_order import LineCheck, Supply
from app.ui.shared.format import change, money
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate
ANY = "any"


def answer(check: LineCheck, sellable: int) -> tuple[str, str]:
    """What there is for a line, and what may be done about it, in words."""
    if check.refused is not None:
        return sentence(Refused(check.refused))
    if check.supply is Supply.SUFFICIENT:
        return _t("Till", "Enough: {n} ready").format(n=sellable), ""
    only = _t("Till", "Only {n}").format(n=check.ready)
    if check.supply is Supply.CONVERSION:
        needed = _t("Till", "{only}. Conversion needed: {n} whole").format(
            only=only, n=check.wholes
        )
        return needed, _t("Till", "The kitchen can cut it; take fewer, or something else.")
    short = _t("Till", "{only}: short by {n}").format(only=only, n=check.short_by)
    if check.wholes:
        short = _t("Till", "{only}: short by {n}, even when {wholes} whole are cut").format(
            only=only, n=check.short_by, wholes=check.wholes
        )
    return short, _t("Till", "Take fewer, another grade, or something else.")


def option_key(option: Preparation, chosen: tuple[str, ...], view: StoreView) -> dict[str, Any]:
    """One option as a key: its name, what it costs, and whether it is chosen."""
    more = change(option.price_minor, view.settings) if option.price_minor else ""
    return {
        "name": option.name,
        "text": " ".join(part for part in (option.name, more) if part),
        "chosen": option.name in chosen,
    }


def chosen_options(product: Product, names: tuple[str, ...]) -> tuple[Preparation, ...]:
    """The options of these names, in the product's order."""
    return tuple(each for each in product.preparations if each.name in names)


def grade_keys(offer: Offer, chosen: Grade | None) -> list[dict[str, Any]]:
    """A key for any grade and one for each, with how many are left."""
    counts = offer.count_by_grade
    any_of_them = _t("Till", "Any")
    keys = [{"grade": ANY, "text": any_of_them, "chosen": chosen is None}]
    for grade in Grade:
        left = _t("Till", "{count} left").format(count=counts.get(grade, 0))
        keys.append({"grade": grade.value, "text": left, "chosen": grade is chosen})
    return keys


def price_text(first: Candidate | None, options: tuple[Preparation, ...], view: StoreView) -> str:
    """The first portion's price with the options; empty when there is none."""
    if first is None:
        return ""
    extras_minor = sum(each.price_minor for each in options)
    return money(first.unit_price_minor + extras_minor, view.settings)


def cuts_asked(view: StoreView, product_id: UUID) -> int:
    """How many wholes of a product the kitchen was asked for and has not cut yet."""
    return sum(
        1
        for task in view.tasks.values()
        if task.kind == TaskKind.CUT_FOR_ORDER
        and task.state is TaskState.OPEN
        and task.subject.get("product_id") == str(product_id)
    )
