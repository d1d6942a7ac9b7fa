"""The scores above the complaints: each mean against its target, with how much it rests on."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.policy import StoreSettings
from app.domain.satisfaction import RatingAbout, Satisfaction, resolution_time, satisfaction_of
from app.services.guest_ports import Feedback
from app.ui.shared import format as text

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ScoreTile:
    """One mean with its sample size against its target."""

    id: str
    label: str
    value: str
    note: str
    tone: str


def score_tiles(found: Feedback, settings: StoreSettings) -> list[ScoreTile]:
    """Satisfaction over all ratings, the food's own mean, the time to settle, what was given."""
    targets = settings.targets
    stars = [each.stars for each in found.ratings]
    food = [each.stars for each in found.ratings if each.about is RatingAbout.PRODUCT]
    settled = resolution_time(found.resolution_s, targets.complaint_red)
    limit = text.countdown(targets.complaint_red.total_seconds())
    return [
        _score(
            "satisfaction",
            _t("Office", "Satisfaction"),
            satisfaction_of(stars, targets.satisfaction_centi),
            targets.satisfaction_centi,
        ),
        _score(
            "product",
            _t("Office", "Food"),
            satisfaction_of(food, targets.product_rating_centi),
            targets.product_rating_centi,
        ),
        ScoreTile(
            "resolution",
            _t("Office", "Complaints settled in"),
            "–" if settled.mean_s is None else text.countdown(settled.mean_s),
            _note(settled.met, _complaints(settled.count), limit),
            _tone(settled.met),
        ),
        ScoreTile(
            "given",
            _t("Office", "Made good, cost"),
            text.money(found.given_cost_minor, settings),
            _t("Office", "{money} paid back · {sample}").format(
                money=text.money(found.given_money_minor, settings), sample=_guests(found.given)
            ),
            "muted",
        ),
    ]


def _score(key: str, label: str, found: Satisfaction, target_centi: int) -> ScoreTile:
    value = "–" if found.mean_centi is None else f"{found.mean_centi / 100:.2f}"
    note = _note(found.met, _ratings(found.count), f"{target_centi / 100:.1f}")
    return ScoreTile(key, label, value, note, _tone(found.met))


def _note(met: bool | None, sample: str, target: str) -> str:
    if met is None:
        return _t("Office", "No data yet, target {target}").format(target=target)
    word = _t("Office", "Met") if met else _t("Office", "Missed")
    return _t("Office", "{word}, target {target} · {sample}").format(
        word=word, target=target, sample=sample
    )


def _ratings(count: int) -> str:
    if count == 1:
        return _t("Office", "1 rating")
    return _t("Office", "{n} ratings").format(n=f"{count:,}")


def _complaints(count: int) -> str:
    if count == 1:
        return _t("Office", "1 complaint")
    return _t("Office", "{n} complaints").format(n=f"{count:,}")


def _guests(count: int) -> str:
    if count == 1:
        return _t("Office", "1 time made good")
    return _t("Office", "{n} times made good").format(n=f"{count:,}")


def _tone(met: bool | None) -> str:
    return "muted" if met is None else "ok" if met else "danger"
