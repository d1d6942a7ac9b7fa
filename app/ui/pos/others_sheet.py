"""What can be had instead of what is gone: up to three portions, one tap takes one (POS-03.8)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from app.domain.allocation.alternatives import Wanted
from app.domain.configuration import default_configuration
from app.services.choose_portions import Asked
from app.services.other_portions import Offered, other_portions
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.choice_words import alternative_kind
from app.ui.pos.shelf import OfferShelf
from app.ui.pos.shown import Shown
from app.ui.shared.format import amount, change

_t = QCoreApplication.translate


class OthersSheetModel(Shown):
    """Open while `props.name` is not empty."""

    taken = Signal(object, object)
    """The product's id and the `Asked` that was picked."""

    def __init__(self, store: Store, shelf: OfferShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._shelf = store, shelf
        self._wanted: Wanted | None = None
        self._gone: UUID | None = None
        self._rows: tuple[Offered, ...] = ()
        self.derive()

    def open(self, wanted: Wanted, gone: UUID) -> None:
        """Show what there is instead of the product `gone`."""
        self._wanted, self._gone = wanted, gone
        self.derive()

    @Slot()
    def close(self) -> None:
        self._wanted = None
        self.derive()

    @Slot(int)
    def take(self, index: int) -> None:
        """Put it into the order instead."""
        if self._wanted is None or not 0 <= index < len(self._rows):
            return
        portion, avoids = self._rows[index].alternative.portion, self._wanted.avoids
        self.close()
        asked = Asked(
            grade=portion.grade,
            quote_minor=portion.price_minor,
            cut=portion.portions_per_whole,
            avoids=avoids,
        )
        self.taken.emit(portion.product_id, asked)

    def derive(self) -> None:
        """Show the alternatives as they are now; what is gone meanwhile leaves the sheet."""
        view, wanted = self._store.feed.view, self._wanted
        if view is None or wanted is None:
            self._rows = ()
            self.show_props({"name": "", "rows": []})
            return
        self._rows = other_portions(view, self._shelf.appraiser, wanted, self._store.feed.now())
        gone = view.products.get(self._gone or wanted.product_id)
        name = gone.name if gone else ""
        whole = gone is not None and gone.whole_of_id is not None
        rows = [_row_map(each, view, whole=whole) for each in self._rows]
        grade = wanted.grade.value if wanted.grade else ""
        self.show_props({"name": f"{name} {grade}".strip(), "rows": rows})


def _row_map(each: Offered, view: StoreView, *, whole: bool) -> dict[str, Any]:
    """Beside a whole, the price of a portion is compared with nothing."""
    portion, more = each.alternative.portion, each.alternative.more_minor
    size = _t("Till", "1/{count} of a whole").format(count=portion.portions_per_whole)
    return {
        "name": each.name,
        "grade": portion.grade.value if portion.grade else "",
        "detail": f"{alternative_kind(each.alternative.kind)} · {size}",
        "price": amount(portion.price_minor, view.settings),
        "more": _t("Till", "a portion") if whole else _difference(more, view),
    }


def _difference(more_minor: int, view: StoreView) -> str:
    return change(more_minor, view.settings) if more_minor else _t("Till", "same price")


def wanted_of(view: StoreView, product_id: UUID, asked: Asked) -> Wanted:
    """What a tap asked for, with the list price where no price was shown.

    Instead of a whole sold uncut, portions of the same product are wanted.
    """
    product = view.products[product_id]
    if product.whole_of_id is not None:
        of = view.products[product.whole_of_id]
        return Wanted(of.id, None, 1, of.base_price_minor, asked.avoids)
    price = asked.quote_minor
    if price is None:
        price = product.base_price_minor
    usual = default_configuration(product)
    cut = asked.cut or (usual.portions_per_whole if usual else 1)
    return Wanted(product_id, asked.grade, cut, price, asked.avoids)
