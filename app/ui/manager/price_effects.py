"""What a draft of the prices would do to each product, as text."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.prices.what_if import Effect, Side
from app.services.store_view import StoreView
from app.ui.shared import format as text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One product before and after, as text."""

    id: str
    name: str
    portions: str
    before: str
    after: str
    moved: str
    margin: str
    sumChange: str  # noqa: N815 (QML role)
    tone: str


def effect_lines(effects: Iterable[Effect], view: StoreView) -> list[EffectLine]:
    """One line per product, by name."""
    named = [(view.products[each.product_id].name, each) for each in effects]
    named.sort(key=lambda pair: pair[0].casefold())
    return [_effect_line(each, name, view.settings) for name, each in named]


def _effect_line(effect: Effect, name: str, settings: StoreSettings) -> EffectLine:
    change = effect.draft.sum_minor - effect.now.sum_minor
    return EffectLine(
        id=str(effect.product_id),
        name=name,
        portions=str(effect.count),
        before=_range(effect.now, settings),
        after=_range(effect.draft, settings),
        moved=_moved(effect),
        margin=_margins(effect),
        sumChange=text.change(change, settings) if change else "–",
        tone="warning" if effect.draft.without_price > effect.now.without_price else "text",
    )


def _range(side: Side, settings: StoreSettings) -> str:
    low, high = side.lowest_minor, side.highest_minor
    if low is None or high is None:
        shown = _t("Office", "no price")
    elif low == high:
        shown = text.amount(low, settings)
    else:
        shown = f"{text.amount(low, settings)}–{text.amount(high, settings)}"
    if side.without_price and low is not None:
        shown += " " + _t("Office", "({n} without)").format(n=side.without_price)
    return shown


def _moved(effect: Effect) -> str:
    parts = [f"▲ {effect.up}"] if effect.up else []
    parts += [f"▼ {effect.down}"] if effect.down else []
    return "  ".join(parts) or "–"


def _margins(effect: Effect) -> str:
    before, after = _margin(effect.now), _margin(effect.draft)
    return before if before == after else f"{before} → {after}"


def _margin(side: Side) -> str:
    return "–" if side.margin is None else f"{float(side.margin) * 100:.1f} %"
