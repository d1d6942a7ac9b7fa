"""Sixty believable days of trade, deterministic for a day and a menu: what was cut, who bought it.

Demand per product and day is Poisson around popularity × weekday; guests come with a lunch and an
evening peak. The shop cuts what it expects, sells the oldest first and wastes what is left.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import exp
from uuid import UUID
from zoneinfo import ZoneInfo

from app.data.demo.menu import Menu, MenuProduct

OPENING = time(10, 0)
OPEN_MINUTES = 600
WEEKDAY_FACTOR = (0.85, 0.85, 0.9, 0.95, 1.2, 1.35, 1.15)
PEAKS = ((120, 45, 0.45), (500, 60, 0.40))
"""(minute after opening, spread in minutes, share of guests); the rest come at any time."""
GUESTS_PER_POPULARITY = 4.2
CUT_WORTH_SHARE = 0.7
SAME_GUEST = timedelta(seconds=75)


@dataclass(slots=True)
class TradedPortion:
    """One portion of the past: sold at `sold_at`, or wasted at closing when that is None."""

    wedge: int
    sold_at: datetime | None


@dataclass(slots=True)
class TradedWhole:
    """One whole of the past with all its portions."""

    id: UUID
    product: MenuProduct
    received_at: datetime
    cut_at: datetime
    portions: list[TradedPortion]


@dataclass(slots=True)
class TradedSale:
    """One guest's purchase: portions as (whole, wedge), plain goods with their quantity."""

    at: datetime
    portions: list[tuple[TradedWhole, int]] = field(default_factory=list)
    plain: list[tuple[MenuProduct, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TradedDay:
    """A day from opening to closing."""

    day: date
    closed_at: datetime
    wholes: tuple[TradedWhole, ...]
    sales: tuple[TradedSale, ...]


def trade_day(menu: Menu, day: date, zone: ZoneInfo) -> TradedDay:
    """Trade through one local day; the same arguments give the same day."""
    rng = random.Random(f"{day.isoformat()}/{len(menu.portioned) + len(menu.plain)}")
    opening = datetime.combine(day, OPENING, tzinfo=zone)
    factor = WEEKDAY_FACTOR[day.weekday()]
    wanted: list[tuple[datetime, MenuProduct]] = []
    for product in menu.portioned:
        expected = product.popularity * GUESTS_PER_POPULARITY * factor
        moments = sorted(_moment(rng, opening) for _ in range(_poisson(rng, expected)))
        wanted.extend((moment, product) for moment in moments)
    wholes, sales = _serve(rng, menu, opening, sorted(wanted, key=lambda want: want[0]))
    _take_wholes_home(menu, day, sales)
    closed_at = opening + timedelta(minutes=OPEN_MINUTES)
    return TradedDay(day, closed_at, tuple(wholes), tuple(sales))


def _take_wholes_home(menu: Menu, day: date, sales: list[TradedSale]) -> None:
    """A few guests buy a whole one, too: by a lot of its own, so that nothing else changes."""
    rng = random.Random(f"{day.isoformat()}/wholes")
    for product in menu.wholes if sales else ():
        for _ in range(_poisson(rng, product.popularity * WEEKDAY_FACTOR[day.weekday()])):
            rng.choice(sales).plain.append((product, 1))


def _poisson(rng: random.Random, mean: float) -> int:
    threshold, product, count = exp(-mean), rng.random(), 0
    while product > threshold:
        product *= rng.random()
        count += 1
    return count


def _moment(rng: random.Random, opening: datetime) -> datetime:
    share = rng.random()
    minute = rng.uniform(5, OPEN_MINUTES - 5)
    for middle, spread, weight in PEAKS:
        if share < weight:
            minute = min(max(rng.gauss(middle, spread), 5), OPEN_MINUTES - 5)
            break
        share -= weight
    return opening + timedelta(seconds=round(minute * 60))


def _cut_if_worth(
    rng: random.Random, product: MenuProduct, opening: datetime, moment: datetime, wanted_later: int
) -> TradedWhole | None:
    """Cut the next whole when at least that share of it should still find a guest today."""
    portions = product.portions or 1
    if wanted_later < portions * CUT_WORTH_SHARE:
        return None
    return TradedWhole(
        id=UUID(int=rng.getrandbits(128), version=4),
        product=product,
        received_at=opening - timedelta(minutes=rng.randint(30, 90)),
        cut_at=moment - timedelta(seconds=rng.randint(240, 900)),
        portions=[TradedPortion(wedge, None) for wedge in range(portions)],
    )


def _serve(
    rng: random.Random,
    menu: Menu,
    opening: datetime,
    wanted: list[tuple[datetime, MenuProduct]],
) -> tuple[list[TradedWhole], list[TradedSale]]:
    wholes: list[TradedWhole] = []
    sales: list[TradedSale] = []
    wanted_later = Counter(product.prefix for _, product in wanted)
    for moment, product in wanted:
        taken = _oldest_free(wholes, product, moment)
        if taken is None:
            cut = _cut_if_worth(rng, product, opening, moment, wanted_later[product.prefix])
            if cut is not None:
                wholes.append(cut)
                taken = (cut, 0)
        wanted_later[product.prefix] -= 1
        if taken is not None:
            _sell(rng, menu, sales, moment, taken)
    return wholes, sales


def _sell(
    rng: random.Random,
    menu: Menu,
    sales: list[TradedSale],
    moment: datetime,
    taken: tuple[TradedWhole, int],
) -> None:
    """Add the portion to the guest who came just before, or to a new one who may want a drink."""
    whole, wedge = taken
    last = sales[-1] if sales else None
    if last and moment - last.at < SAME_GUEST and len(last.portions) < 4:
        last.portions.append(taken)
        whole.portions[wedge].sold_at = last.at
        return
    whole.portions[wedge].sold_at = moment
    sale = TradedSale(moment, [taken])
    if rng.random() < 0.55:
        weights = [drink.popularity for drink in menu.plain]
        sale.plain.append((rng.choices(menu.plain, weights)[0], 1 + (rng.random() < 0.2)))
    sales.append(sale)


def _oldest_free(
    wholes: list[TradedWhole], product: MenuProduct, moment: datetime
) -> tuple[TradedWhole, int] | None:
    """The oldest portion that is cut by then, within its limit and not sold."""
    limit = timedelta(hours=product.after_cut_hours or 0)
    for whole in wholes:
        age = moment - whole.cut_at
        if whole.product is product and SAME_GUEST <= age <= limit:
            for portion in whole.portions:
                if portion.sold_at is None:
                    return whole, portion.wedge
    return None
