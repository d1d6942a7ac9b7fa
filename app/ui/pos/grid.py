"""The grid of products: categories, search, and tiles that follow the store view and time."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot

from app.domain.catalog import Product, ProductKind
from app.domain.completeness import missing_fields
from app.domain.service_time import Queue
from app.services.budget import Budget
from app.services.offers import Offer
from app.services.ports import Changes
from app.services.service_time import product_minutes, queues
from app.services.store_view import Entity, StoreView
from app.ui.pos.contents import conflict_of, of_next
from app.ui.pos.search import SearchIndex
from app.ui.pos.spread import BUDGET_S
from app.ui.pos.tile import Tile, allergen_text, barred_text, derive_tile
from app.ui.pos.tile_list import Cell, TileListModel

_t = QCoreApplication.translate
TILES_PER_TICK = 16
TILES_AT_ONCE = 4
"""At most, and only as many as fit the thread's budget: sixteen would cost a frame or two."""
PACE_MS = 16
_MENU = frozenset({Entity.PRODUCT, Entity.CATEGORY, Entity.SETTINGS})


class GridModel(QObject):
    """Tiles of the chosen category that match the search."""

    chipsChanged = Signal()  # noqa: N815
    filterChanged = Signal()  # noqa: N815

    def __init__(
        self,
        view: Callable[[], StoreView | None],
        offer: Callable[[UUID], Offer],
        now: Callable[[], datetime],
        parent: QObject,
        avoided: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._avoided = avoided
        self._avoided_before: frozenset[str] = frozenset()
        self._offer = offer
        self._now = now
        self._index = SearchIndex(())
        self._chips: list[dict[str, str]] = []
        self._category = ""
        self._search = ""
        self._only_plain = False
        self._next_due = 0
        self._waiting: dict[UUID, None] = {}
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._refresh_some)
        self._ahead: Mapping[UUID, Queue] = {}
        self._tiles = TileListModel(self._derive, self)

    tiles = Property(QObject, lambda self: self._tiles, constant=True)
    chips = Property("QVariantList", lambda self: self._chips, notify=chipsChanged)  # type: ignore[arg-type]
    category = Property(str, lambda self: self._category, notify=filterChanged)
    onlyPlain = Property(bool, lambda self: self._only_plain, notify=filterChanged)  # noqa: N815
    """Whether everything shown is sold by the piece: then tiles are low."""
    searchText = Property(str, lambda self: self._search, notify=filterChanged)  # noqa: N815

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show one category; the empty key shows all."""
        self._category = key
        self.filterChanged.emit()
        self._apply()

    @Slot(str)
    def search(self, text: str) -> None:
        """Show only what matches `text`."""
        self._search = text
        self.filterChanged.emit()
        self._apply()

    @property
    def first(self) -> UUID | None:
        """The first product shown, for Enter in the search."""
        ids = self._index.find(self._search, self._category_id())
        return ids[0] if ids else None

    def fold(self, view: StoreView, changes: Changes, affected: frozenset[UUID] | None) -> None:
        """Follow the store view; `affected` are the products whose offer may differ (None: all)."""
        if not changes or changes.keys() & _MENU:
            self._rebuild(view)
        self._ahead = queues(view, self._now())
        avoided, before = self._avoided(), self._avoided_before
        self._avoided_before = avoided
        all_differ = affected is None or avoided != before
        self._refresh_soon(self._tiles.drawn if all_differ else affected or ())

    def look(self, product_id: UUID) -> bool:
        """Show one product as it is now; False where its tile is not drawn."""
        if product_id not in self._tiles.drawn:
            return False
        self._tiles.refresh((product_id,))
        return True

    def tick(self) -> None:
        """Let time pass for some of the drawn tiles, in turn and a few at once."""
        drawn, view = self._tiles.drawn, self._view()
        if not drawn or view is None:
            return
        self._ahead = queues(view, self._now())
        start = self._next_due % len(drawn)
        self._next_due = start + TILES_PER_TICK
        self._refresh_soon(drawn[start : start + TILES_PER_TICK])

    def _refresh_soon(self, ids: Iterable[UUID]) -> None:
        """A few now, the others one frame after the other; none twice."""
        self._waiting.update(dict.fromkeys(ids))
        if not self._pace.isActive():
            self._refresh_some()

    @Slot()
    def _refresh_some(self) -> None:
        budget = Budget(BUDGET_S)
        for product_id in list(islice(self._waiting, TILES_AT_ONCE)):
            del self._waiting[product_id]
            self._tiles.refresh((product_id,))
            if budget.spent():
                break
        if self._waiting:
            self._pace.start()

    def _rebuild(self, view: StoreView) -> None:
        sold = menu(view)
        self._index = SearchIndex(sold)
        used = {product.category_id for product in sold}
        groups = sorted(view.categories.values(), key=lambda c: (c.position, c.name))
        chips = [{"key": "", "text": _t("Till", "All")}]
        chips += [{"key": str(c.id), "text": c.name} for c in groups if c.id in used]
        if chips != self._chips:
            self._chips = chips
            self.chipsChanged.emit()
        self._apply()

    def _apply(self) -> None:
        ids = self._index.find(self._search, self._category_id())
        view = self._view()
        products = view.products if view else {}
        low = {i for i in ids if products[i].kind is ProductKind.PLAIN}
        plain = bool(ids) and len(low) == len(ids)
        if plain != self._only_plain:
            self._only_plain = plain
            self.filterChanged.emit()
        self._tiles.show([(i,) for i in ids] if plain else paired(ids, low))

    def _category_id(self) -> UUID | None:
        return UUID(self._category) if self._category else None

    def _derive(self, product_id: UUID) -> Tile:
        view = self._view()
        if view is None or product_id not in view.products:
            return Tile(key=str(product_id), code="", name="", portioned=False, sellable=False)
        product = view.products[product_id]
        settings = view.settings
        offer = self._offer(product_id)
        first = offer.candidates[0].portion_id if offer.candidates else None
        minutes = product_minutes(view, product, first, self._ahead)
        tile = derive_tile(product, offer, settings, self._now(), minutes)
        barred = conflict_of(view, product, offer, self._avoided())
        return replace(
            tile,
            allergens=allergen_text(of_next(view, product, offer)),
            barred=barred_text(barred) if barred else "",
        )


def paired(ids: Sequence[UUID], low: Collection[UUID]) -> list[Cell]:
    """Return one cell for each product; two low ones that follow each other share one."""
    cells: list[Cell] = []
    for product_id in ids:
        last = cells[-1] if cells else ()
        if product_id in low and len(last) == 1 and last[0] in low:
            cells[-1] = (*last, product_id)
        else:
            cells.append((product_id,))
    return cells


def menu(view: StoreView) -> list[Product]:
    """Return the products that may be on the till, in menu order."""
    position: dict[UUID | None, tuple[int, str]] = {
        c.id: (c.position, c.name) for c in view.categories.values()
    }
    products = [
        p
        for p in view.products.values()
        if p.active
        and not missing_fields(p, view.categories.get(p.category_id) if p.category_id else None)
    ]
    last = (len(position) + 1_000_000, "")
    return sorted(products, key=lambda p: (position.get(p.category_id, last), p.name))
