"""Words of rule fields, with half a sentence of help: grades and prices."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate
Texts = Mapping[str, tuple[str, str]]
"""Field → its label and half a sentence of help."""


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    found = {
        "quality": _quality,
        "pricing": _pricing,
    }.get(path)
    return found() if found else None


def _quality() -> Texts:
    return {
        "grade_a": (
            _t("Office", "Grade A from"),
            _t("Office", "a score out of 10; what looks and tastes like new"),
        ),
        "grade_b": (
            _t("Office", "Grade B from"),
            _t("Office", "a score below grade A, still good for every guest"),
        ),
        "grade_c": (_t("Office", "Grade C from"), _t("Office", "the lowest grade that is sold")),
        "markdown_threshold": (
            _t("Office", "Markdown begins below"),
            _t("Office", "under this score the price begins to fall"),
        ),
        "sale_floor": (
            _t("Office", "Sold down to a score of"),
            _t("Office", "below it a portion leaves sale by itself"),
        ),
        "unobserved_after": (
            _t("Office", "A reading holds for"),
            _t("Office", "without a newer one the worst case counts"),
        ),
    }


def _pricing() -> Texts:
    return {
        **_price_bounds(),
        **_price_factors(),
        **_price_pace(),
        **_price_lists(),
        **_price_hands(),
    }


def _price_bounds() -> Texts:
    return {
        "max_change": (
            _t("Office", "Largest change of a price"),
            _t("Office", "up or down from the list price; beyond it takes an approval"),
        ),
        "min_margin": (
            _t("Office", "Least margin"),
            _t("Office", "of the price; no rule lowers a price further"),
        ),
        "markdown_at_floor": (
            _t("Office", "Markdown at the sale floor"),
            _t("Office", "grows to this between markdown threshold and sale floor"),
        ),
        "rounding_minor": (
            _t("Office", "Prices rounded to"),
            _t("Office", "every price is a multiple of this"),
        ),
        "margin_net_of_tax": (
            _t("Office", "Margin counted without tax"),
            _t("Office", "whether tax is taken out before the margin is looked at"),
        ),
        "uplift": (
            _t("Office", "Uplift for single portions"),
            _t("Office", "added to a portion's share of the whole's price"),
        ),
    }


def _price_factors() -> Texts:
    return {
        "grade_factors": (
            _t("Office", "Factor of each grade"),
            _t("Office", "one factor per grade instead of a falling line"),
        ),
        "grade_factors.a": (_t("Office", "Factor of grade A"), _t("Office", "of the list price")),
        "grade_factors.b": (_t("Office", "Factor of grade B"), _t("Office", "of the list price")),
        "grade_factors.c": (_t("Office", "Factor of grade C"), _t("Office", "of the list price")),
        "sell_by_steps": (
            _t("Office", "Steps before the sell-by time"),
            _t("Office", "like 1 h: 90 %; 30 min: 75 %"),
        ),
        "last_call_factor": (
            _t("Office", "Factor in last call"),
            _t("Office", "of the price, at the end of a portion's own life"),
        ),
    }


def _price_pace() -> Texts:
    return {
        "pace": (
            _t("Office", "Markdown by pace of sale"),
            _t("Office", "lower prices where more is left than will be asked for"),
        ),
        "pace.deepest": (
            _t("Office", "Pace of sale takes off at most"),
            _t("Office", "of the price, when far too many are left"),
        ),
        "pace.from_ratio": (
            _t("Office", "Pace: begins at portions left ÷ expected"),
            _t("Office", "100 % is as many as expected"),
        ),
        "pace.full_ratio": (
            _t("Office", "Pace: full at portions left ÷ expected"),
            _t("Office", "from here on all of it is taken off"),
        ),
        "pace.step": (
            _t("Office", "Pace: takes off in steps of"),
            _t("Office", "so that a price does not move all the time"),
        ),
    }


def _price_lists() -> Texts:
    return {
        "windows": (
            _t("Office", "Slow and peak hours"),
            _t("Office", "hours in which prices move"),
        ),
        "promotions": (
            _t("Office", "Offers"),
            _t("Office", "lowered prices with a rule and a budget"),
        ),
        "product_margins": (
            _t("Office", "Margins of single products"),
            _t("Office", "in place of the least margin"),
        ),
        "manual": (_t("Office", "Discounts by hand"), _t("Office", "who may take how much off")),
        "competitors": (
            _t("Office", "Other shops' prices"),
            _t("Office", "what is held against ours"),
        ),
    }


def _price_hands() -> Texts:
    return {
        "manual.cashier_share": (
            _t("Office", "A cashier takes off at most"),
            _t("Office", "of a line, by hand and without asking"),
        ),
        "manual.managers": (
            _t("Office", "Discount by hand as a manager"),
            _t("Office", "these roles go as far as the portion's cost"),
        ),
        "manual.cashiers": (
            _t("Office", "Discount by hand as a cashier"),
            _t("Office", "these roles have the cashier's limit"),
        ),
        "competitors.tolerance": (
            _t("Office", "Above other shops' mean at most"),
            _t("Office", "further above is flagged for a look"),
        ),
        "competitors.max_age_days": (
            _t("Office", "Other shops' prices count for (days)"),
            _t("Office", "older ones are left out"),
        ),
        "hysteresis": (
            _t("Office", "A price rests for"),
            _t("Office", "it does not rise again within this time; it may fall"),
        ),
        "correction_due": (
            _t("Office", "A missing price is corrected within"),
            _t("Office", "then the task is overdue"),
        ),
    }
