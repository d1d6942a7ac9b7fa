"""Today's displays: wholes cut a while ago, some slices already gone, some wholes still uncut."""

from datetime import datetime, timedelta
from uuid import uuid4

from app.data.demo.menu import Menu, MenuProduct
from app.data.demo.trade import TradedDay, TradedPortion, TradedSale, TradedWhole

HOT_CUTS = ((18, 1), (64, 3), (96, 5), (9, 0), (121, 6), (42, 2), (78, 3))
"""(minutes since the cut, portions sold since then), one after the other for the hot products."""
COLD_CUTS = ((190, 3), (1500, 4), (75, 0), (1830, 5), (420, 2), (960, 1), (30, 0))
UNCUT = 2


def display_of_today(menu: Menu, now: datetime) -> TradedDay:
    """What stands in the cabinets at `now`, with the sales that emptied the missing places."""
    wholes: list[TradedWhole] = []
    sales: list[TradedSale] = []
    counters = {"hot": 0, "cold": 0}
    for product in menu.portioned:
        kind = menu.unit_named(product.unit).kind
        cuts = HOT_CUTS if kind == "hot" else COLD_CUTS
        minutes, sold = cuts[counters[kind] % len(cuts)]
        counters[kind] += 1
        whole = _cut_whole(product, now - timedelta(minutes=minutes))
        wholes.append(whole)
        for wedge in range(min(sold, len(whole.portions) - 1)):
            at = whole.cut_at + timedelta(minutes=minutes * (wedge + 1) / (sold + 1))
            whole.portions[wedge].sold_at = at
            sales.append(TradedSale(at, [(whole, wedge)]))
    sales.sort(key=lambda sale: sale.at)
    return TradedDay(now.date(), now, tuple(wholes), tuple(sales))


def _cut_whole(product: MenuProduct, cut_at: datetime) -> TradedWhole:
    return TradedWhole(
        id=uuid4(),
        product=product,
        received_at=cut_at - timedelta(minutes=40),
        cut_at=cut_at,
        portions=[TradedPortion(wedge, None) for wedge in range(product.portions or 1)],
    )
