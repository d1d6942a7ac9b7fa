"""The price ladder of what stands in a product's form, and of a product under a draft of rules."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from babel.numbers import get_currency_precision
from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.policy import PricingPolicy, StoreSettings
from app.services.price_ladder import LadderCase, case_of
from app.ui.manager.desk import Desk
from app.ui.manager.ladder_model import LadderCases, LadderModel
from app.ui.manager.product_check import check_curve, check_money, check_shelf_life_s
from app.ui.manager.product_draft import ProductDraft
from app.ui.manager.product_form import ProductForm
from app.ui.manager.typed import Faults, parse_number

_t = QCoreApplication.translate


class ProductLadder(QObject):
    """Follows a form: what its product would be worth and cost as it ages, saved or not."""

    def __init__(self, desk: Desk, form: ProductForm, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._form = desk, form
        self._ladder = LadderModel(desk, self._cases, self)
        form.changed.connect(self._follow)
        desk.moved.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        if self._form.product:
            self._ladder.follow()

    def _cases(self) -> LadderCases:
        settings = self._desk.settings
        if settings is None or not self._form.product:
            return ()
        case = ladder_case(UUID(self._form.product), self._form.draft, settings)
        return () if case is None else ((_t("Office", "price"), "ok", case, settings.pricing),)

    ladder = Property(QObject, lambda self: self._ladder, constant=True)


class DraftLadder(QObject):
    """One product's ladder under the rules in force and, where they differ, under the draft."""

    changed = Signal()

    def __init__(
        self, desk: Desk, draft: Callable[[], PricingPolicy | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._draft = desk, draft
        self._product = ""
        self._known: list[dict[str, str]] = []
        self._ladder = LadderModel(desk, self._cases, self)

    def follow(self) -> None:
        """The draft, the rules or the products may be others."""
        goods = self._goods()
        if goods != self._known:
            self._known = goods
            self.changed.emit()
        self._ladder.follow()

    @Slot(str)
    def choose(self, product: str) -> None:
        """Draw another product."""
        self._product = product
        self.changed.emit()
        self._ladder.follow()

    def _goods(self) -> list[dict[str, str]]:
        view = self._desk.view
        products = view.products.values() if view else ()
        rows = [{"key": str(p.id), "text": p.name} for p in products if p.active and case_of(p)]
        return sorted(rows, key=lambda row: row["text"].casefold())

    def _current(self) -> str:
        goods = self._known
        known = any(row["key"] == self._product for row in goods)
        return self._product if known else goods[0]["key"] if goods else ""

    def _cases(self) -> LadderCases:
        view, key = self._desk.view, self._current()
        case = case_of(view.products[UUID(key)]) if view and key else None
        if view is None or case is None:
            return ()
        policy, draft = view.settings.pricing, self._draft()
        if draft is None or draft == policy:
            return ((_t("Office", "price"), "ok", case, policy),)
        return (
            (_t("Office", "now"), "muted", case, policy),
            (_t("Office", "draft"), "ok", case, draft),
        )

    ladder = Property(QObject, lambda self: self._ladder, constant=True)
    goods = Property(list, lambda self: self._known, notify=changed)
    current = Property(str, _current, notify=changed)


def ladder_case(product: UUID, draft: ProductDraft, settings: StoreSettings) -> LadderCase | None:
    """What the form makes of the product; None while price, cost or curve make no sense."""
    if not draft.portioned:
        return None
    faults: Faults = {}
    base, cost = check_money(draft, settings.currency, faults)
    quality = check_curve(draft, faults, needed=True)
    limit_s = check_shelf_life_s(draft, faults, needed=False)
    tax = parse_number(draft.tax)
    if faults or quality is None or not base or tax is None or not 0 <= tax <= Decimal(100):
        return None
    whole, count = _whole(draft, settings.currency)
    return LadderCase(
        product,
        whole or base * count,
        count,
        cost,
        int(tax * 100),
        quality,
        None if limit_s is None else timedelta(seconds=limit_s),
    )


def _whole(draft: ProductDraft, currency: str) -> tuple[int, int]:
    """(price of a whole or 0, portions of the usual cut)."""
    usual = next((way for way in draft.ways if way.id == draft.usual), None)
    count = parse_number(usual.portions) if usual else None
    if count is None or count < 1 or count != int(count):
        return 0, 1
    whole = parse_number(draft.whole)
    scaled = whole.scaleb(get_currency_precision(currency)) if whole and whole > 0 else Decimal(0)
    return int(scaled), int(count)
