"""What the forms for stock offer to choose from: lists of {key, text}, keys are ids as text."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from app.domain.catalog import Product
from app.domain.portion import Portion, Whole, WholeState
from app.services.cut_check import suitable_tools
from app.services.store_view import StoreView
from app.ui.manager.stock_draft import WasteCause
from app.ui.manager.words import cause_word
from app.ui.shared import format as text

Choice = dict[str, str]


def product_choices(view: StoreView) -> list[Choice]:
    """What comes as a whole."""
    return _sorted(
        {"key": str(each.id), "text": each.name}
        for each in view.products.values()
        if each.configurations
    )


def whole_choices(view: StoreView) -> list[Choice]:
    """The wholes in stock with their last hour."""
    return _sorted(
        {
            "key": str(each.id),
            "text": f"{view.products[each.product_id].name} · {each.code} · "
            + text.date_time(each.expires_at, view.settings),
        }
        for each in view.wholes.values()
        if each.state is WholeState.IN_STOCK and each.product_id in view.products
    )


def unit_choices(view: StoreView) -> list[Choice]:
    """The holding units."""
    return _sorted({"key": str(u.id), "text": u.name} for u in view.holding_units.values())


def cause_choices() -> list[Choice]:
    """Why something is wasted."""
    return [{"key": each.value, "text": cause_word(each)} for each in WasteCause]


def way_choices(product: Product | None) -> list[Choice]:
    """The ways in which a product may be cut."""
    ways = product.configurations if product else ()
    return [{"key": str(w.id), "text": f"{w.name} ({w.portions_per_whole})"} for w in ways]


def tool_choices(view: StoreView, product: Product) -> list[Choice]:
    """The tools that suit a product, its own first."""
    return [{"key": str(t.id), "text": t.name} for t in suitable_tools(view, product)]


def product_of(view: StoreView | None, whole: str) -> Product | None:
    """The product of the whole with that key."""
    whole_id = id_of(whole)
    found = view.wholes.get(whole_id) if view and whole_id else None
    return view.products.get(found.product_id) if view and found else None


def by_code(view: StoreView | None, code: str) -> Portion | Whole | None:
    """The portion, or the whole in stock, with the code that was typed."""
    code = code.strip().casefold()
    if view is None or not code:
        return None
    for portion in view.portions.values():
        if portion.code.casefold() == code:
            return portion
    for whole in view.wholes.values():
        if whole.code.casefold() == code and whole.state is WholeState.IN_STOCK:
            return whole
    return None


def codes_of(known: Mapping[UUID, Portion | Whole], ids: Iterable[UUID]) -> str:
    """The codes of those that are known."""
    return ", ".join(known[each].code for each in ids if each in known)


def id_of(key: str) -> UUID | None:
    """The id that a key stands for; None for no or another key."""
    try:
        return UUID(key)
    except ValueError:
        return None


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: choice["text"].casefold())
