"""The prices of an open order now: each line's own price only falls, groups are the best there are.

docs/pricing.md says what is guaranteed; the store checks what comes out of here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.catalog import ProductKind
from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.policy import PricingPolicy, StoreSettings
from app.domain.price import Price, PriceReason
from app.domain.prices.inputs import PortionFacts, PriceInputs
from app.domain.prices.order import OrderUnit, price_order
from app.domain.prices.promotion import Circumstances, PromotionKind, budget_left_minor
from app.domain.prices.repricer import Repricer
from app.domain.pricing import after_reservation
from app.domain.ticket import Ticket, TicketLine
from app.services.appraisal import Appraiser
from app.services.discount import floors_of
from app.services.portion_facts import plain_facts
from app.services.ports import LinePrice
from app.services.store_view import StoreView

GROUPS = frozenset({PromotionKind.N_FOR_PRICE, PromotionKind.BUNDLE})


@dataclass(frozen=True, slots=True)
class OrderPrices:
    """An order as it shall be priced. `lines` are only those that differ from what is stored."""

    rules: str
    coupons: tuple[str, ...]
    order_inputs: Mapping[str, Any] | None
    lines: tuple[LinePrice, ...]
    due: bool
    """Whether the store has to be told anything at all."""


@dataclass(frozen=True, slots=True)
class _Own:
    """One line's own price now, and what it is in a group made from."""

    line: TicketLine
    price: Price
    inputs: Mapping[str, Any] | None
    facts: PortionFacts | None
    plain: Price | None
    """Without promotions; None where the line cannot join a group."""


def order_prices(
    view: StoreView,
    ticket: Ticket,
    appraiser: Appraiser,
    now: datetime,
    role: Role | None,
    coupons: frozenset[str],
) -> OrderPrices:
    """The prices at `now` for an order taken by `role` in which `coupons` were shown."""
    settings = view.settings
    repricer = appraiser.prices_at(now, role, coupons)
    lines = [line for line in view.lines_of(ticket.id) if not line.by_hand]
    owns = [_own(view, line, appraiser, repricer, now) for line in lines]
    at = appraiser.circumstances(now, role, coupons)
    prices = _in_groups(view, owns, at, settings)
    wanted = _laid_out(view, owns, prices)
    known = {line.id: line for line in lines}
    changed = tuple(each for each in wanted if _differs(each, known.get(each.line_id)))
    shown = tuple(sorted(coupons))
    return OrderPrices(
        rules=settings.price_rules,
        coupons=shown,
        order_inputs=_order_inputs(settings, at),
        lines=changed,
        due=bool(changed)
        or shown != tuple(sorted(ticket.coupons))
        or ticket.price_rules not in (None, settings.price_rules),
    )


def changed_from_minor(view: StoreView, ticket: Ticket) -> int | None:
    """The total as it was quoted, where portions cost something else now; else None (FUL-02.5).

    Order promotions, coupons and reductions by hand are no surprise: they came at the till.
    """
    lines = view.lines_of(ticket.id)
    moved = sum(
        line.own_price.amount_minor - line.quoted_minor
        for line in lines
        if line.portion_id is not None and line.quoted_minor is not None and not _promoted(line)
    )
    return sum(line.amount_minor for line in lines) - moved if moved else None


def _promoted(line: TicketLine) -> bool:
    reasons = {step.reason for step in line.breakdown}
    return bool(reasons & {PriceReason.PROMOTION, PriceReason.MANUAL, PriceReason.LOYALTY})


def _own(
    view: StoreView,
    line: TicketLine,
    appraiser: Appraiser,
    repricer: Repricer,
    now: datetime,
) -> _Own:
    frozen, facts = line.own_price, line_facts(view, line, appraiser, now)
    try:
        current, inputs = repricer.priced(facts) if facts else (None, None)
    except ValueError:
        current, inputs = None, None
    price = frozen if current is None else after_reservation(frozen, current)
    if price is current and price is not frozen and inputs is not None:
        return _Own(line, price, inputs.to_map(), facts, repricer.without_promotions(inputs))
    same_base = inputs is not None and inputs.base_minor == frozen.base_minor
    plain = _plain_of_frozen(line, frozen, repricer) if same_base else None
    return _Own(line, frozen, line.price_inputs, facts, plain)


def line_facts(
    view: StoreView, line: TicketLine, appraiser: Appraiser, now: datetime
) -> PortionFacts | None:
    """What is known of a line's price now; None for what is not in the picture any more."""
    product = view.products.get(line.product_id)
    if product is None:
        return None
    if product.kind is ProductKind.PLAIN:
        return plain_facts(product)
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    if portion is None or product.quality is None:
        return None
    return appraiser.facts(portion, product, now)


def _plain_of_frozen(line: TicketLine, frozen: Price, repricer: Repricer) -> Price | None:
    """The frozen price without its promotion; under rules of an older version nobody knows it."""
    if not any(step.reason is PriceReason.PROMOTION for step in frozen.steps):
        return frozen
    try:
        return repricer.without_promotions(PriceInputs.from_map(line.price_inputs or {}))
    except (TypeError, ValueError):
        return None


def _in_groups(
    view: StoreView, owns: Sequence[_Own], at: Circumstances, settings: StoreSettings
) -> dict[UUID, list[Price]]:
    """One price for each piece of each line."""
    policy = settings.pricing
    prices = {own.line.id: [own.price] * own.line.quantity for own in owns}
    if not any(each.kind in GROUPS for each in policy.promotions):
        return prices
    units: list[OrderUnit] = []
    places: list[tuple[UUID, int]] = []
    for own in owns:
        if own.plain is None or own.facts is None:
            continue
        unit = _unit(own.facts, own.plain, own.price, policy)
        for piece in range(own.line.quantity):
            units.append(unit)
            places.append((own.line.id, piece))
    for (line_id, piece), price in zip(places, price_order(units, at, policy).prices, strict=True):
        prices[line_id][piece] = price
    return prices


def _unit(facts: PortionFacts, plain: Price, price: Price, policy: PricingPolicy) -> OrderUnit:
    floors = floors_of(facts, policy)
    return OrderUnit(
        product_id=facts.product_id,
        option=str(facts.portions_per_whole),
        plain=plain,
        price=price,
        floor_minor=floors.margin_minor,
        cost_minor=floors.cost_minor,
        left_s=facts.left_s,
    )


def one_more_saves_minor(
    view: StoreView,
    ticket: Ticket,
    appraiser: Appraiser,
    now: datetime,
    role: Role | None,
    more: PortionFacts,
) -> int:
    """How much less the order and one more piece cost together than apart, by groups; 0 if none.

    By the same rules that price the order once the piece is in it.
    """
    coupons, policy = frozenset(ticket.coupons), view.settings.pricing
    repricer = appraiser.prices_at(now, role, coupons)
    at = appraiser.circumstances(now, role, coupons)
    try:
        price, inputs = repricer.priced(more)
    except ValueError:
        return 0
    if price is None:
        return 0
    plain = repricer.without_promotions(inputs)
    units = []
    for line in view.lines_of(ticket.id):
        own = _own(view, line, appraiser, repricer, now)
        if not line.by_hand and own.plain is not None and own.facts is not None:
            units += [_unit(own.facts, own.plain, own.price, policy)] * line.quantity
    before = price_order(units, at, policy).saved_minor
    with_it = price_order([*units, _unit(more, plain, price, policy)], at, policy).saved_minor
    return max(0, with_it - before)


def _laid_out(
    view: StoreView, owns: Sequence[_Own], prices: Mapping[UUID, Sequence[Price]]
) -> list[LinePrice]:
    """Lines of one price each: pieces of a plain product are split and joined as needed."""
    wanted: list[LinePrice] = []
    pools: dict[tuple[object, ...], list[_Own]] = {}
    for own in owns:
        if own.line.portion_id is not None:
            wanted.append(_line(own, own.line.id, 1, prices[own.line.id][0]))
        else:
            asked = (own.line.preparations, own.line.note)
            pools.setdefault((own.line.product_id, own.price, *asked), []).append(own)
    for pool in pools.values():
        wanted += _pooled(pool, [price for own in pool for price in prices[own.line.id]])
    return wanted


def _pooled(pool: Sequence[_Own], pieces: Sequence[Price]) -> list[LinePrice]:
    counts: dict[Price, int] = {}
    for price in pieces:
        counts[price] = counts.get(price, 0) + 1
    free = {own.line.id: own for own in pool}
    wanted: list[LinePrice] = []
    late: list[tuple[Price, int]] = []
    for price, count in counts.items():
        same = next((i for i, o in free.items() if o.line.breakdown == price.steps), None)
        if same is None:
            late.append((price, count))
        else:
            wanted.append(_line(free.pop(same), same, count, price))
    for price, count in late:
        line_id = next(iter(free), None)
        own = free.pop(line_id) if line_id else pool[0]
        wanted.append(_line(own, line_id or new_id(), count, price))
    wanted += [_line(own, line_id, 0, own.price) for line_id, own in free.items()]
    return wanted


def _line(own: _Own, line_id: UUID, quantity: int, price: Price) -> LinePrice:
    return LinePrice(line_id, own.line.product_id, quantity, own.price, price, own.inputs)


def _differs(wanted: LinePrice, known: TicketLine | None) -> bool:
    if known is None or wanted.quantity != known.quantity:
        return True
    told = (wanted.price.steps, wanted.own.steps)
    return told != (known.breakdown, known.own_price.steps)


def _order_inputs(settings: StoreSettings, at: Circumstances) -> dict[str, Any] | None:
    """What the groups were worked out from, beside the lines' own inputs."""
    groups = [each for each in settings.pricing.promotions if each.kind in GROUPS]
    if not groups:
        return None
    return {
        "pricing_version": settings.pricing.version,
        "promotions": [[each.id, budget_left_minor(each, at)] for each in groups],
        "coupons": sorted(at.coupons),
    }
