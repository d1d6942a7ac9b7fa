"""The choice of portions for all lines of an order at once (docs/allocation.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.allocation.answer import (
    Allocation,
    Choice,
    ChoiceReason,
    Missing,
    Unfilled,
)
from app.domain.allocation.lexicographic import assign_rows
from app.domain.allocation.priority import NEXT_HOUR, scarce
from app.domain.allocation.request import NO_FORECAST, Demand, OrderLine
from app.domain.allocation.risk import waste_risks
from app.domain.allocation.stock import (
    Exclusion,
    StockPortion,
    charge_minor,
    exclusion,
    floor_milli,
    not_sellable,
    time_order,
    unfit,
)
from app.domain.allocation.value import Edge, Weighing, turns, urgencies
from app.domain.place import speaks_of_place
from app.domain.policy import AllocationPolicy, QualityPolicy


def allocate(
    lines: Sequence[OrderLine],
    portions: Iterable[StockPortion],
    *,
    policy: AllocationPolicy,
    quality: QualityPolicy,
    now: datetime,
    demand: Demand = NO_FORECAST,
) -> Allocation:
    """The best portions for the lines: exact, the same for the same input in whatever order.

    As many lines as possible get a portion. Then, in this order: portions inside the sell-first
    window go, the least time left first; grades are as asked for; the summed value is greatest;
    the oldest goes. Raises ValueError for a line or a portion that is named twice.
    """
    wanted = frozenset(product_id for line in lines for product_id in line.product_ids)
    stock = [each for each in portions if each.product_id in wanted]
    _refuse_twins([each.id for each in stock], [line.id for line in lines])
    weighing = weigh(lines, stock, policy=policy, quality=quality, now=now, demand=demand)
    edges = edges_of(lines, weighing)
    taken = _take(edges)
    chosen: dict[int, set[UUID]] = {}
    for row, edge in zip(edges, taken, strict=True):
        chosen.setdefault(id(row), set()).update({edge.portion.id} if edge else ())
    choices, unfilled = [], []
    for line, row, edge in zip(lines, edges, taken, strict=True):
        if edge is None:
            unfilled.append(_unfilled(line, row, stock, quality, now))
        else:
            choices.append(_choice(line, row, edge, chosen[id(row)]))
    return Allocation(policy.version, tuple(choices), tuple(unfilled))


def weigh(
    lines: Sequence[OrderLine],
    stock: Sequence[StockPortion],
    *,
    policy: AllocationPolicy,
    quality: QualityPolicy,
    now: datetime,
    demand: Demand,
) -> Weighing:
    """What the free portions of the stock are compared by, for these lines."""
    free = tuple(each for each in stock if not_sellable(each, quality, now) is None)
    quantity = Counter(product_id for line in lines for product_id in line.product_ids)
    plain_turn = turns(free, quantity)
    # An order has one guest: what any line prefers holds for all.
    prefers = frozenset[str]().union(*(line.prefers for line in lines))
    few = _scarce_products(free, demand, now) if prefers else frozenset[UUID]()
    turn = turns(free, quantity, dict.fromkeys(few, prefers)) if few else plain_turn
    risks_ppm = waste_risks(free, demand, now)
    urgency = urgencies(free, plain_turn, policy, now)
    floor = floor_milli(quality)
    return Weighing(free, policy, floor, risks_ppm, urgency, turn, plain_turn, few)


def _scarce_products(
    free: Sequence[StockPortion], demand: Demand, now: datetime
) -> frozenset[UUID]:
    """Products of which the next hour is expected to want more than is free (POS-R2.3)."""
    there = Counter(each.product_id for each in free)
    return frozenset(
        product_id
        for product_id, count in there.items()
        if demand.knows(product_id)
        and scarce(demand.until(product_id, now, [now + NEXT_HOUR])[0], count)
    )


def edges_of(lines: Sequence[OrderLine], weighing: Weighing) -> list[list[Edge]]:
    """For each line the portions it may have, best first; lines of one wish share one list."""
    known: dict[object, list[Edge]] = {}
    rows = []
    for line in lines:
        wish = (
            line.product_ids,
            line.portions_per_whole,
            line.grade,
            line.accepts_lower,
            line.quote_minor,
            line.avoids,
            line.prefers,
        )
        if wish not in known:
            known[wish] = sorted(
                (
                    weighing.edge(portion, line)
                    for portion in weighing.free
                    if portion.product_id in line.product_ids and unfit(portion, line) is None
                ),
                key=lambda edge: edge.key,
            )
        rows.append(known[wish])
    return rows


def _take(edges: list[list[Edge]]) -> list[Edge | None]:
    """One edge per line, no portion twice. A single line needs no solver: its best is the best.

    With n lines each needs only its n best: one of those is always left for it.
    """
    if len(edges) == 1:
        return [edges[0][0] if edges[0] else None]
    shortened = [row[: len(edges)] for row in edges]
    columns = sorted({edge.turn: edge.portion.id for row in shortened for edge in row}.items())
    if not columns:
        return [None] * len(edges)
    by_row = [{edge.portion.id: edge for edge in row} for row in shortened]
    ids = [portion_id for _, portion_id in columns]
    allowed = [[portion_id in row for portion_id in ids] for row in by_row]
    costs = _costs(by_row, ids)
    layers = [[[cost[layer] for cost in row] for row in costs] for layer in range(len(_NOT_THERE))]
    assigned = assign_rows(allowed, layers)
    return [
        None if column is None else row[ids[column]]
        for row, column in zip(by_row, assigned, strict=True)
    ]


_NOT_THERE = (0, 0, 0, 0, 0)


def _costs(by_row: list[dict[UUID, Edge]], ids: list[UUID]) -> list[list[tuple[int, ...]]]:
    """Per line and portion: the edge's key, and last what puts lower numbers on earlier lines."""
    place = {portion_id: index for index, portion_id in enumerate(ids)}
    return [
        [
            (*row[portion_id].key[:3], place[portion_id], -number * place[portion_id])
            if portion_id in row
            else _NOT_THERE
            for portion_id in ids
        ]
        for number, row in enumerate(by_row, start=1)
    ]


def _choice(line: OrderLine, row: list[Edge], edge: Edge, chosen: set[UUID]) -> Choice:
    return Choice(
        line_id=line.id,
        portion_id=edge.portion.id,
        reason=reason_among(line, row, edge, chosen),
        parts=edge.parts,
        charge_minor=charge_minor(edge.portion, line),
        sell_first=edge.urgency > 0,
        ranking=tuple(each.portion.id for each in row),
    )


def reason_among(line: OrderLine, row: list[Edge], edge: Edge, chosen: set[UUID]) -> ChoiceReason:
    """Why, in a word, beside the portions that no line of the same wish took (`chosen`)."""
    others = [each for each in row if each is edge or each.portion.id not in chosen]
    if len(row) == 1:
        return ChoiceReason.ONLY_ONE
    if others[0] is not edge:
        return ChoiceReason.WHOLE_ORDER
    if edge.urgency:
        return ChoiceReason.SELL_FIRST
    if edge.grade_steps:
        short = edge.parts.shortage < 0 or edge.grade_steps >= 3
        return ChoiceReason.ACCEPTED_LOWER if short else ChoiceReason.NEXT_BETTER
    alike = [each for each in others if each.grade_steps == edge.grade_steps]
    oldest = min(time_order(each.portion)[0] for each in alike)
    on_turn = time_order(edge.portion)[0] == oldest
    if on_turn and not _prefers(edge, alike):
        return ChoiceReason.OLDEST_MEETS_GRADE if line.grade else ChoiceReason.OLDEST
    if not on_turn and edge.parts.preference <= 0:
        return ChoiceReason.WORTH_MORE
    place = speaks_of_place(edge.liked)
    return ChoiceReason.PREFERRED if place else ChoiceReason.PREFERRED_GRADE


def _prefers(edge: Edge, alike: list[Edge]) -> bool:
    """Whether the preference, not the turn, put the portion first among equals of its time."""
    return bool(edge.liked) and any(
        each.plain_turn < edge.plain_turn and len(each.liked) < len(edge.liked) for each in alike
    )


_BY_WHAT_COULD_HELP = (
    (Exclusion.BELOW_GRADE, Missing.BELOW_GRADE),
    (Exclusion.OTHER_CUT, Missing.OTHER_CUT),
    (Exclusion.RESERVED, Missing.RESERVED),
    (Exclusion.ALLERGEN, Missing.ALLERGEN),
)


def _unfilled(
    line: OrderLine,
    row: list[Edge],
    stock: Sequence[StockPortion],
    quality: QualityPolicy,
    now: datetime,
) -> Unfilled:
    """The reason that the guest or the cashier can do most about, with all exclusions."""
    excluded = {
        each.id: barred
        for each in stock
        if each.product_id in line.product_ids
        and (barred := exclusion(each, line, quality, now)) is not None
    }
    if row:
        return Unfilled(line.id, Missing.TAKEN_BY_THIS_ORDER, excluded)
    if not excluded:
        return Unfilled(line.id, Missing.NOTHING_IN_STOCK, excluded)
    found = set(excluded.values())
    reason = next(
        (missing for barred, missing in _BY_WHAT_COULD_HELP if barred in found),
        Missing.NOT_SELLABLE,
    )
    return Unfilled(line.id, reason, excluded)


def _refuse_twins(portion_ids: list[UUID], line_ids: list[UUID]) -> None:
    if len(set(portion_ids)) != len(portion_ids) or len(set(line_ids)) != len(line_ids):
        raise ValueError("a portion or a line is named twice")
