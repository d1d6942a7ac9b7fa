"""What quality holds, as rows of a list: which portions, why, and what was measured."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.portion import Portion, PortionState, QualityStatus
from app.services.store_view import StoreView
from app.ui.shared import format as text

_t = QCoreApplication.translate
_GONE = (PortionState.SERVED, PortionState.WASTED)
_DECIDABLE = (QualityStatus.REVIEW, QualityStatus.HELD, QualityStatus.FAILED)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One held portion; `whole` is the code of its batch, `tone` of its reason."""

    key: str
    code: str
    name: str
    whole: str
    why: str
    measured: str
    tone: str
    decidable: bool
    wasteOnly: bool  # noqa: N815 (QML role)
    chosen: bool


@dataclass(frozen=True, slots=True)
class UnscoredRow:
    """A whole that was cut without a quality score; `key` is one of its portions."""

    key: str
    name: str


def held_portions(view: StoreView) -> list[Portion]:
    """Every live portion that quality keeps from sale, batch by batch."""
    held = [
        portion
        for portion in view.portions.values()
        if portion.state not in _GONE and not portion.quality_status.sellable
    ]
    return sorted(held, key=lambda each: (each.cut_at, each.whole_id, each.wedge))


def review_rows(
    view: StoreView, held: Iterable[Portion], chosen: Iterable[UUID], now: datetime
) -> list[ReviewRow]:
    """The held portions as they are shown."""
    picked = set(chosen)
    return [_row(portion, view, portion.id in picked, now) for portion in held]


def unscored_rows(view: StoreView, held: Iterable[Portion]) -> list[UnscoredRow]:
    """The wholes that wait for their quality score."""
    first: dict[UUID, Portion] = {}
    for each in held:
        if each.quality_status is QualityStatus.UNSCORED:
            first.setdefault(each.whole_id, each)
    return [UnscoredRow(str(each.id), _whole_name(each, view)) for each in first.values()]


def _whole_name(portion: Portion, view: StoreView) -> str:
    product, whole = view.products.get(portion.product_id), view.wholes.get(portion.whole_id)
    return f"{product.name if product else ''} · {whole.code if whole else ''}"


def waste_only(portion: Portion, view: StoreView) -> bool:
    """Whether no reviewer may put it back on sale: it failed, or looks too poor."""
    poor = view.settings.food.portions.presentation_unsellable_below
    return portion.quality_status is QualityStatus.FAILED or (
        portion.presentation is not None and portion.presentation < poor
    )


def status_word(status: QualityStatus, causes: Iterable[str]) -> str:
    """Why quality keeps it from sale, in words; empty when it does not."""
    named = ", ".join(cause_word(cause) for cause in causes)
    return {
        QualityStatus.UNSCORED: _t("Review", "no quality score"),
        QualityStatus.REVIEW: _t("Review", "in quality review: {causes}").format(causes=named),
        QualityStatus.HELD: _t("Review", "another of its batch failed"),
        QualityStatus.FAILED: _t("Review", "failed: {causes}").format(causes=named),
    }.get(status, "")


def cause_word(cause: str) -> str:
    """A cause of review; what somebody wrote stays as it is."""
    return {
        "size": _t("Review", "size"),
        "angle": _t("Review", "angle"),
        "presentation": _t("Review", "presentation"),
        "batch": _t("Review", "batch"),
    }.get(cause, cause)


def _row(portion: Portion, view: StoreView, chosen: bool, now: datetime) -> ReviewRow:
    product = view.products.get(portion.product_id)
    whole = view.wholes.get(portion.whole_id)
    status = portion.quality_status
    return ReviewRow(
        key=str(portion.id),
        code=portion.code,
        name=product.name if product else "",
        whole=whole.code if whole else "",
        why=status_word(status, portion.review_causes),
        measured=_measured(portion, now),
        tone="danger" if status is QualityStatus.FAILED else "warning",
        decidable=status in _DECIDABLE,
        wasteOnly=waste_only(portion, view),
        chosen=chosen,
    )


def _measured(portion: Portion, now: datetime) -> str:
    age = text.duration(max(0.0, (now - portion.cut_at).total_seconds()))
    parts = [_t("Review", "cut {time} ago").format(time=age)]
    if portion.weight_mg is not None:
        parts.append(text.weight(portion.weight_mg))
    if portion.angle_mdeg is not None:
        parts.append(f"{portion.angle_mdeg / 1000:g}°")
    if portion.presentation is not None:
        parts.append(_t("Review", "looks {score} of 10").format(score=f"{portion.presentation:g}"))
    return " · ".join(parts)
