"""Promotions on groups within one order: n-for-price and bundles, the best of all for the guest.

Every unit counts for one promotion: its own, already in its price, or a group's. docs/pricing.md
says what "best" means and how a group's saving is shared over its lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from app.domain.money import ceil_to
from app.domain.policy import PricingPolicy
from app.domain.price import Price, PriceCode, PriceReason, PriceStep
from app.domain.prices.promotion import (
    Circumstances,
    Promotion,
    PromotionKind,
    budget_left_minor,
    in_force,
)
from app.domain.prices.spread import spread

MOST_UNITS = 400
"""Of a larger order only the dearest units form groups."""


@dataclass(frozen=True, slots=True)
class OrderUnit:
    """One portion or piece of an order.

    `option` names the way of cutting; n-for-price takes portions of one product and option.
    `plain` is its price before promotions, `price` with its own best one. `floor_minor` is where
    automatic reductions stop, `cost_minor` the price at which nothing is earned.
    """

    product_id: UUID
    option: str
    plain: Price
    price: Price
    floor_minor: int
    cost_minor: int
    left_s: int | None = None


@dataclass(frozen=True, slots=True)
class PricedOrder:
    """The prices of the units, in their order, and what the groups saved together."""

    prices: tuple[Price, ...]
    saved_minor: int


class _Group(NamedTuple):
    promotion: Promotion
    units: tuple[int, ...]
    off: tuple[int, ...]
    loss_minor: int


class _Kind(NamedTuple):
    """One way to form groups: a bundle, or a promotion on one option."""

    promotion: Promotion
    parts: tuple[tuple[frozenset[int], int], ...]
    """(units that fit, how many of them), disjoint."""


_Losses = tuple[tuple[str, int], ...]


def price_order(
    units: Sequence[OrderUnit], at: Circumstances, policy: PricingPolicy
) -> PricedOrder:
    """The prices with the set of group promotions that costs the guest least.

    No unit gets dearer than its own price; none passes its floor or the cap but by an approved
    promotion, and those stay within their loss budgets.
    """
    groups = _Search(units, at, policy).best()
    prices = [unit.price for unit in units]
    for group in groups:
        for index, off in zip(group.units, group.off, strict=True):
            prices[index] = _in_group(units[index], off, group.promotion, policy.version)
    return PricedOrder(tuple(prices), sum(sum(group.off) for group in groups))


def _in_group(unit: OrderUnit, off_minor: int, promotion: Promotion, version: int) -> Price:
    """The unit's price in a group: from its plain price, in place of a promotion of its own."""
    amount = unit.price.amount_minor - off_minor
    code = PriceCode(f"promotion.{promotion.kind.value}")
    moved = amount - unit.plain.amount_minor
    step = PriceStep(PriceReason.PROMOTION, moved, version, code, (promotion.name, promotion.id))
    return Price(amount, (*unit.plain.steps, step))


class _Search:
    """All multiplicities of all kinds of groups, dearest units first; equal states once."""

    def __init__(
        self, units: Sequence[OrderUnit], at: Circumstances, policy: PricingPolicy
    ) -> None:
        self._units = units
        self._policy = policy
        self._kinds = tuple(_kinds(units, at, policy))
        self._budgets = {p.id: budget_left_minor(p, at) for p in policy.promotions}
        order = sorted(range(len(units)), key=lambda i: (-units[i].price.amount_minor, i))
        self._all = tuple(order[:MOST_UNITS])
        self._known: dict[tuple[int, tuple[int, ...], _Losses], tuple[int, tuple[_Group, ...]]] = {}

    def best(self) -> tuple[_Group, ...]:
        return self._best(0, self._all, ())[1]

    def _best(
        self, index: int, left: tuple[int, ...], losses: _Losses
    ) -> tuple[int, tuple[_Group, ...]]:
        """The highest saving from kind `index` on, and its groups; the fewest of equal ones."""
        if index == len(self._kinds):
            return 0, ()
        state = (index, left, losses)
        if state in self._known:
            return self._known[state]
        best = self._best(index + 1, left, losses)
        group = self._next_group(self._kinds[index], left, dict(losses))
        if group is not None:
            rest = tuple(i for i in left if i not in group.units)
            saved, others = self._best(index, rest, _charged(losses, group))
            if saved + sum(group.off) > best[0]:
                best = saved + sum(group.off), (group, *others)
        self._known[state] = best
        return best

    def _next_group(
        self, kind: _Kind, left: tuple[int, ...], losses: dict[str, int]
    ) -> _Group | None:
        chosen: list[int] = []
        for fitting, count in kind.parts:
            part = [i for i in left if i in fitting][:count]
            if len(part) < count:
                return None
            chosen += part
        return self._group(kind.promotion, tuple(chosen), losses)

    def _group(
        self, promotion: Promotion, chosen: tuple[int, ...], losses: dict[str, int]
    ) -> _Group | None:
        prices = [self._units[i].price.amount_minor for i in chosen]
        room = [self._room(self._units[i], promotion) for i in chosen]
        saved = min(sum(prices) - promotion.amount_minor, sum(room))
        if saved <= 0:
            return None
        off = spread(saved, prices, room)
        lost = sum(
            max(0, self._units[i].cost_minor - price + less)
            for i, price, less in zip(chosen, prices, off, strict=True)
        )
        if losses.get(promotion.id, 0) + lost > self._budgets[promotion.id]:
            return None
        return _Group(promotion, chosen, off, lost)

    def _room(self, unit: OrderUnit, promotion: Promotion) -> int:
        """How much may come off a unit: down to its floor and the cap."""
        change, floor = self._policy.max_change, unit.floor_minor
        if promotion.approval is not None:
            floor = 0
            change = max(change, promotion.approval.max_change or Fraction(0))
        lowest = max(ceil_to(unit.plain.base_minor * (1 - change)), floor, 0)
        return max(0, unit.price.amount_minor - lowest)


def _charged(losses: _Losses, group: _Group) -> _Losses:
    if not group.loss_minor:
        return losses
    charged = dict(losses)
    charged[group.promotion.id] = charged.get(group.promotion.id, 0) + group.loss_minor
    return tuple(sorted(charged.items()))


def _kinds(units: Sequence[OrderUnit], at: Circumstances, policy: PricingPolicy) -> list[_Kind]:
    kinds: list[_Kind] = []
    for promotion in policy.promotions:
        fitting = [
            i
            for i, unit in enumerate(units)
            if in_force(promotion, unit.product_id, unit.left_s, at)
        ]
        if promotion.kind is PromotionKind.N_FOR_PRICE:
            by_option: dict[tuple[UUID, str], set[int]] = {}
            for i in fitting:
                by_option.setdefault((units[i].product_id, units[i].option), set()).add(i)
            kinds += [
                _Kind(promotion, ((frozenset(each), promotion.count),))
                for each in by_option.values()
            ]
        elif promotion.kind is PromotionKind.BUNDLE:
            parts = tuple(
                (
                    frozenset(i for i in fitting if units[i].product_id == part.product_id),
                    part.count,
                )
                for part in promotion.parts
            )
            kinds.append(_Kind(promotion, parts))
    return kinds
