"""Words of rule fields, with a half sentence of help: choice, guests, demand."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate
Texts = Mapping[str, tuple[str, str]]
"""Field → its label and half a sentence of help."""


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    found = {
        "allocation": _allocation,
        "guest": _guest,
        "forecast": _forecast,
        "revenue": _revenue,
    }.get(path)
    return found() if found else None


def _revenue() -> Texts:
    return {
        "least_ratio": (
            _t("Office", "A whole by the portion brings at least"),
            _t("Office", "of what one brings that is sold whole; 100 % is as much"),
        ),
        "review_days": (
            _t("Office", "Days compared with as many before"),
            _t("Office", "full days up to yesterday"),
        ),
        "review_fall": (
            _t("Office", "A fall to review from"),
            _t("Office", "of a product's revenue; the manager is asked to decide"),
        ),
    }


def _allocation() -> Texts:
    return {
        "margin_weight_bp": (
            _t("Office", "Weight of the margin"),
            _t("Office", "100 % counts money as it is"),
        ),
        "quality_weight_bp": (
            _t("Office", "Weight of quality"),
            _t("Office", "of the line's price; 0 gives the oldest of the grade"),
        ),
        "waste_weight_bp": (
            _t("Office", "Weight of avoided waste"),
            _t("Office", "100 % counts money as it is"),
        ),
        "preference_weight_bp": (
            _t("Office", "Weight of the guest's preferences"),
            _t("Office", "of the line's price"),
        ),
        "shortage_weight_bp": (
            _t("Office", "Weight of a grade too low"),
            _t("Office", "of the line's price, for each grade"),
        ),
        "sell_first_window": (
            _t("Office", "Sell first, before the limit, within"),
            _t("Office", "such portions are given out before all others"),
        ),
        "alternatives": (
            _t("Office", "Alternatives shown at most"),
            _t("Office", "when a wish cannot be met"),
        ),
        "alternative_price_bp": (
            _t("Office", "Alternatives within ± of the price"),
            _t("Office", "from the price of what was wished for"),
        ),
        "scarce_hold_portions": (
            _t("Office", "Portions per order while there are too few"),
            _t("Office", "more takes an approval"),
        ),
        "hold": (
            _t("Office", "A hold lasts (1 to 15 min)"),
            _t("Office", "empty: as set when the store was opened"),
        ),
        "hold_warning": (
            _t("Office", "Warn when a hold has left"),
            _t("Office", "on till and customer display"),
        ),
        "hold_prolong": (
            _t("Office", "A hold is prolonged once by"),
            _t("Office", "by the cashier"),
        ),
        "hold_at_tender": (
            _t("Office", "Paying keeps a hold for at least"),
            _t("Office", "so that nothing is lost while paying"),
        ),
    }


def _guest() -> Texts:
    return {
        "thanks": (
            _t("Office", "“Thank you” stays for"),
            _t("Office", "then the display is idle again"),
        ),
        "wheels": (
            _t("Office", "Wheels on the idle screen at most"),
            _t("Office", "of what is on sale today"),
        ),
        "wheels_every": (
            _t("Office", "Idle wheels are drawn every"),
            _t("Office", "an order never waits for it"),
        ),
        "invite_every": (
            _t("Office", "A guest is invited to say something every"),
            _t("Office", "at most"),
        ),
        "profile_window": (
            _t("Office", "A guest's profile looks back"),
            _t("Office", "older visits no longer count"),
        ),
        "preference_portions": (
            _t("Office", "A guest's preference needs portions"),
            _t("Office", "fewer prove nothing"),
        ),
        "preference_share_bp": (
            _t("Office", "A guest's preference is at least"),
            _t("Office", "of the guest's portions"),
        ),
        "rating": (_t("Office", "The display asks for stars for"), _t("Office", "after paying")),
        "rating_served": (
            _t("Office", "… once the order was handed over"),
            _t("Office", "the second time it asks"),
        ),
        "recovery_stars": (
            _t("Office", "So few stars open a recovery task"),
            _t("Office", "somebody speaks with the guest"),
        ),
        "recovery_due": (
            _t("Office", "A recovery task goes to the manager after"),
            _t("Office", "if nobody has taken it"),
        ),
        "regular_visits": (
            _t("Office", "A regular guest from visits"),
            _t("Office", "within the time the profile looks back"),
        ),
        "frequent_visits": (
            _t("Office", "A frequent guest from visits"),
            _t("Office", "within the time the profile looks back"),
        ),
    }


def _forecast() -> Texts:
    return {
        "horizon": (
            _t("Office", "Compare stock with the demand of the next"),
            _t("Office", "how far ahead the kitchen looks"),
        ),
        "history_days": (
            _t("Office", "Days of history read"),
            _t("Office", "older days are left out"),
        ),
        "least_days": (
            _t("Office", "Days of history needed; below it weekday means"),
            _t("Office", "open days"),
        ),
        "level_weight": (
            _t("Office", "Weight of a new day on the level"),
            _t("Office", "larger follows faster and trembles more"),
        ),
        "weekday_weight": (
            _t("Office", "Weight of a new day on its weekday"),
            _t("Office", "larger follows faster and trembles more"),
        ),
        "sparse_share": (
            _t("Office", "Sold seldom: share of days without a sale above"),
            _t("Office", "then another method is looked for"),
        ),
        "sparse_weight": (
            _t("Office", "Sold seldom: weight of a new day"),
            _t("Office", "larger follows faster"),
        ),
        "test_days": (
            _t("Office", "Sold seldom: days on which methods are compared"),
            _t("Office", "the last ones"),
        ),
        "profile_days": (
            _t("Office", "Days behind the profile over the hours"),
            _t("Office", "the last open ones"),
        ),
        "profile_portions": (
            _t("Office", "Portions at which the product's own hours count half"),
            _t("Office", "the shop's hours are the other half"),
        ),
        "pace_portions": (
            _t("Office", "Portions at which the last hour counts half"),
            _t("Office", "the forecast is the other half"),
        ),
        "pace_every": (
            _t("Office", "The last hour is counted every"),
            _t("Office", "shorter follows a rush sooner"),
        ),
    }
