"""Looks an order over before anything of it is reserved (docs/service-time.md).

Each line is judged by itself and in its turn: what an earlier line takes is not there for the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allocation.ranking import ranked
from app.domain.allocation.request import OrderLine
from app.domain.catalog import Product, ProductKind
from app.domain.configuration import default_configuration
from app.domain.ids import new_id
from app.domain.portion import Grade, WholeState
from app.services.appraisal import Appraiser
from app.services.offers import may_be_sold
from app.services.order_stock import stock_for_order
from app.services.refusal import RefusalCode
from app.services.store_view import StoreView


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line as it is asked for. `cut` is portions per whole (None: the product's usual way).

    `grade` is the lowest that the guest accepts; None: any.
    """

    product_id: UUID
    quantity: int
    cut: int | None = None
    grade: Grade | None = None
    avoids: frozenset[str] = frozenset()


class Supply(StrEnum):
    """What there is for a good line (FUL-01.3)."""

    SUFFICIENT = "sufficient"
    CONVERSION = "conversion"  # after `wholes` were cut
    SHORT = "short"  # by `short_by`, whatever is cut


@dataclass(frozen=True, slots=True)
class LineCheck:
    """Either `refused` says what is wrong with the line, or `supply` what there is for it."""

    wish: LineWish
    refused: RefusalCode | None
    supply: Supply | None = None
    ready: int = 0
    """Portions that could be taken now, at most the quantity."""
    wholes: int = 0
    short_by: int = 0


def check_order(
    view: StoreView, appraiser: Appraiser, wishes: Iterable[LineWish], now: datetime
) -> tuple[LineCheck, ...]:
    """One result per line, in their order; nothing is reserved or put in place of anything."""
    taken: set[UUID] = set()
    cut: set[UUID] = set()
    return tuple(_check(view, appraiser, wish, now, taken, cut) for wish in wishes)


def _check(
    view: StoreView,
    appraiser: Appraiser,
    wish: LineWish,
    now: datetime,
    taken: set[UUID],
    cut: set[UUID],
) -> LineCheck:
    product = view.products.get(wish.product_id)
    fault = fault_of(view, product, wish)
    if product is None or fault is not None:
        return LineCheck(wish, fault)
    if product.kind is ProductKind.PLAIN:
        return _check_pieces(view, product, wish, now, cut)
    ways = wish.cut or _usual_cut(product)
    free = [each for each in eligible(view, appraiser, wish, now) if each not in taken]
    ready = free[: wish.quantity]
    taken.update(ready)
    missing = wish.quantity - len(ready)
    if missing == 0:
        return LineCheck(wish, None, Supply.SUFFICIENT, ready=len(ready))
    wholes = [each for each in uncut(view, product.id, now, wish.avoids) if each not in cut]
    needed = -(-missing // ways)
    if needed <= len(wholes):
        cut.update(wholes[:needed])
        return LineCheck(wish, None, Supply.CONVERSION, len(ready), wholes=needed)
    short_by = missing - ways * len(wholes)
    return LineCheck(wish, None, Supply.SHORT, len(ready), len(wholes), short_by)


def _check_pieces(
    view: StoreView, product: Product, wish: LineWish, now: datetime, gone: set[UUID]
) -> LineCheck:
    """Goods by the piece are never short; uncut wholes are counted."""
    if product.whole_of_id is None:
        return LineCheck(wish, None, Supply.SUFFICIENT, ready=wish.quantity)
    there = [each for each in uncut(view, product.whole_of_id, now) if each not in gone]
    ready = there[: wish.quantity]
    gone.update(ready)
    missing = wish.quantity - len(ready)
    supply = Supply.SHORT if missing else Supply.SUFFICIENT
    return LineCheck(wish, None, supply, len(ready), short_by=missing)


def fault_of(view: StoreView, product: Product | None, wish: LineWish) -> RefusalCode | None:
    """What is wrong with the line itself, whatever the stock (FUL-01.1)."""
    if product is None:
        return RefusalCode.UNKNOWN_ITEM
    if not may_be_sold(view, product):
        return RefusalCode.PRODUCT_INCOMPLETE
    counts = {each.portions_per_whole for each in product.configurations}
    if wish.cut is not None and wish.cut not in counts:
        return RefusalCode.BAD_CONFIGURATION
    if isinstance(wish.quantity, bool) or not isinstance(wish.quantity, int):
        return RefusalCode.BAD_QUANTITY
    return None if 1 <= wish.quantity <= 999 else RefusalCode.BAD_QUANTITY


def eligible(view: StoreView, appraiser: Appraiser, wish: LineWish, now: datetime) -> list[UUID]:
    """The portions that would do for the line, in the order in which they would be taken."""
    stock = stock_for_order(view, appraiser, now, {wish.product_id})
    line = OrderLine(
        new_id(),
        frozenset({wish.product_id}),
        wish.cut or _usual_cut(view.products[wish.product_id]),
        grade=wish.grade,
        avoids=wish.avoids,
    )
    policy, quality = view.settings.allocation, view.settings.quality
    places = ranked(line, stock, policy=policy, quality=quality, now=now)
    return [each.portion_id for each in places]


def _usual_cut(product: Product) -> int:
    default = default_configuration(product)
    return default.portions_per_whole if default else 1


def uncut(
    view: StoreView, product_id: UUID, now: datetime, avoids: frozenset[str] = frozenset()
) -> list[UUID]:
    """Wholes that could be cut for the line, the first to expire first."""
    found = [
        whole
        for whole in view.wholes.values()
        if whole.product_id == product_id
        and whole.state is WholeState.IN_STOCK
        and whole.expires_at > now
        and whole.incident_id is None
        and not avoids & set(whole.allergens or ())
    ]
    found.sort(key=lambda whole: (whole.expires_at, whole.received_at, whole.code))
    return [whole.id for whole in found]
