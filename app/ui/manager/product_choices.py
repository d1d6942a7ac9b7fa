"""What the product form offers to choose from."""

from PySide6.QtCore import QCoreApplication

from app.domain.catalog import BaseUnit, ProductKind
from app.services.store_view import StoreView
from app.ui.manager.product_words import size_word, unit_word
from app.ui.shared import format as text
from app.ui.shared.words import allergen

_t = QCoreApplication.translate
ALLERGENS = (
    "celery", "crustaceans", "egg", "fish", "gluten", "lupin", "milk",
    "molluscs", "mustard", "nuts", "peanuts", "sesame", "soy", "sulphites",
)  # fmt: skip
"""The fourteen that must be declared, by their keys in the store."""


def offered(view: StoreView | None, stated: frozenset[str]) -> dict[str, list[dict[str, str]]]:
    """The choices by field; allergens beyond the list are offered while they are stated."""
    categories = sorted(view.categories.values(), key=lambda c: c.position) if view else []
    stations = sorted(view.stations.values(), key=lambda s: s.name) if view else []
    tools = sorted(view.cutting_tools.values(), key=lambda t: t.code) if view else []
    products = sorted(view.products.values(), key=lambda p: p.name) if view else []
    more = sorted(stated - set(ALLERGENS))
    return {
        "categories": [{"key": str(c.id), "text": c.name} for c in categories],
        "stations": [{"key": "", "text": _t("Office", "No station")}]
        + [{"key": str(s.id), "text": s.name} for s in stations],
        "units": [{"key": u.value, "text": unit_word(u)} for u in BaseUnit],
        "allergens": [{"key": a, "text": allergen(a)} for a in (*ALLERGENS, *more)],
        "keepers": [
            {"key": str(p.id), "text": f"{p.name} · "
             + text.duration(p.quality.e7.total_seconds())}
            for p in products if p.quality
        ],
        "sizes": [
            {"key": str(n), "text": size_word(size, n), "size": size}
            for size, n in (view.settings.food.portions.size_standards if view else ())
        ],
        "wholes": [{"key": "", "text": _t("Office", "A product of its own")}]
        + [{"key": str(p.id), "text": p.name} for p in products if p.kind is ProductKind.PORTIONED],
        "tools": [{"key": "", "text": _t("Office", "Any that suits")}]
        + [{"key": str(t.id), "text": f"{t.name} · {t.code}"} for t in tools if t.active],
    }  # fmt: skip
