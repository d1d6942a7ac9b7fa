"""The rules in the manager's words: sections, fields and how a value is typed."""

from PySide6.QtCore import QCoreApplication

from app.services.policy_form import FieldKind
from app.ui.manager.contradiction_words import contradiction

__all__ = ["contradiction", "example", "hint", "label", "section"]

_t = QCoreApplication.translate


def section(path: str) -> str:
    """The title of a section; one of a newer program keeps its own name."""
    return {
        "quality": _t("Office", "Grades and sale floor"),
        "pricing": _t("Office", "Prices and offers"),
        "targets": _t("Office", "Targets of the figures"),
        "kitchen": _t("Office", "Kitchen"),
        "approvals": _t("Office", "Approvals"),
        "allocation": _t("Office", "Choice of portions"),
        "suggestions": _t("Office", "Suggestions"),
        "forecast": _t("Office", "Expected demand"),
        "loyalty": _t("Office", "Loyalty points"),
        "refunds": _t("Office", "Refunds"),
        "guest": _t("Office", "Guests and their display"),
        "recovery": _t("Office", "Making good"),
        "food.jurisdiction": _t("Office", "Safety limits"),
        "food.portions": _t("Office", "Portion sizes"),
        "food.readings": _t("Office", "Thermometers"),
        "food.calibration": _t("Office", "Quality calibration"),
        "food.freshness": _t("Office", "Freshness"),
        "food.shelf_life": _t("Office", "Shelf life"),
        "food.checkpoints": _t("Office", "Quality checks"),
        "food.allergens": _t("Office", "Allergens"),
    }.get(path, _humanised(path))


def label(path: str, field: str) -> str:
    """What a field is called."""
    known = {**_quality(), **_pricing(), **_food(), **_others(), **_guests()}
    return known.get(field, _humanised(field))


def _humanised(name: str) -> str:
    return name.rsplit(".", maxsplit=1)[-1].replace("_", " ").capitalize()


def hint(kind: FieldKind) -> str:
    """The unit or form, behind the field's name."""
    return {
        FieldKind.NUMBER: "",
        FieldKind.SHARE: "%",
        FieldKind.DURATION: _t("Office", "d h min s"),
        FieldKind.YES_NO: _t("Office", "yes or no"),
        FieldKind.TEXT: "",
        FieldKind.STRUCTURE: _t("Office", "list"),
    }[kind]


def example(kind: FieldKind) -> str:
    """What to type, for somebody whose text could not be read."""
    return {
        FieldKind.NUMBER: _t("Office", "Type a number, like 8 or 7.5."),
        FieldKind.SHARE: _t("Office", "Type a share, like 30 % or 1/3."),
        FieldKind.DURATION: _t("Office", "Type a time with its unit, like 15 min or 1 h 30 min."),
        FieldKind.YES_NO: _t("Office", "Type yes or no."),
        FieldKind.TEXT: _t("Office", "This text is not one of the known ones."),
        FieldKind.STRUCTURE: _t("Office", "This list cannot be read. Check its brackets."),
    }[kind]


def _quality() -> dict[str, str]:
    return {
        "grade_a": _t("Office", "Grade A from"),
        "grade_b": _t("Office", "Grade B from"),
        "grade_c": _t("Office", "Grade C from"),
        "markdown_threshold": _t("Office", "Markdown begins below"),
        "sale_floor": _t("Office", "Sold down to a score of"),
        "unobserved_after": _t("Office", "A reading holds for"),
    }


def _pricing() -> dict[str, str]:
    return {
        "max_change": _t("Office", "Largest change of a price"),
        "min_margin": _t("Office", "Least margin"),
        "markdown_at_floor": _t("Office", "Markdown at the sale floor"),
        "rounding_minor": _t("Office", "Prices rounded to (minor units)"),
        "margin_net_of_tax": _t("Office", "Margin counted without tax"),
        "uplift": _t("Office", "Uplift for single portions"),
        "grade_factors": _t("Office", "Factor of each grade"),
        "sell_by_steps": _t("Office", "Steps before the sell-by time"),
        "last_call_factor": _t("Office", "Factor in last call"),
        "pace": _t("Office", "Markdown by pace of sale"),
        "windows": _t("Office", "Slow and peak hours"),
        "promotions": _t("Office", "Offers"),
        "manual": _t("Office", "Discounts by hand"),
        "product_margins": _t("Office", "Margins of single products"),
        "competitors": _t("Office", "Other shops' prices"),
        "hysteresis": _t("Office", "A price rests for"),
        "grade_factors.a": _t("Office", "Factor of grade A"),
        "grade_factors.b": _t("Office", "Factor of grade B"),
        "grade_factors.c": _t("Office", "Factor of grade C"),
        "pace.deepest": _t("Office", "Pace of sale takes off at most"),
        "pace.from_ratio": _t("Office", "Pace: begins at portions left ÷ expected"),
        "pace.full_ratio": _t("Office", "Pace: full at portions left ÷ expected"),
        "pace.step": _t("Office", "Pace: takes off in steps of"),
        "manual.cashier_share": _t("Office", "A cashier takes off at most"),
        "competitors.tolerance": _t("Office", "Above other shops' mean at most"),
        "competitors.max_age_days": _t("Office", "Other shops' prices count for (days)"),
        "correction_due": _t("Office", "A missing price is corrected within"),
    }


def _food() -> dict[str, str]:
    return {
        "profile": _t("Office", "Profile"),
        "hot_min_mc": _t("Office", "Hot at least (1/1000 °C)"),
        "cold_max_mc": _t("Office", "Cold at most (1/1000 °C)"),
        "hot_display_limit": _t("Office", "Hot display at most"),
        "cold_after_cut_limit": _t("Office", "Cold, after cutting, at most"),
        "allergen_view": _t("Office", "Allergens named as (us, eu)"),
        "min_portions": _t("Office", "Portions per whole at least"),
        "max_portions": _t("Office", "Portions per whole at most"),
        "least_percent": _t("Office", "Smallest portion (% of standard)"),
        "most_percent": _t("Office", "Largest portion (% of standard)"),
        "own_least_percent": _t("Office", "Smallest own size (% of standard)"),
        "own_most_percent": _t("Office", "Largest own size (% of standard)"),
        "cake_tolerance_mg": _t("Office", "Cake tolerance (mg)"),
        "angle_tolerance_mdeg": _t("Office", "Angle tolerance (1/1000 °)"),
        "presentation_target": _t("Office", "Presentation at least"),
        "presentation_unsellable_below": _t("Office", "Not sold with presentation below"),
        "max_extension": _t("Office", "Longest extension of quality"),
        "removal_lead_hot": _t("Office", "Hot food leaves sale before its limit by"),
        "removal_lead_cold": _t("Office", "Cold food leaves sale before its limit by"),
        "interval_hot": _t("Office", "Hot food is looked at every"),
        "interval_cold": _t("Office", "Cold food is looked at every"),
    }


def _guests() -> dict[str, str]:
    return {
        "rating": _t("Office", "The display asks for stars for"),
        "rating_served": _t("Office", "… once the order was handed over"),
        "recovery_stars": _t("Office", "So few stars open a recovery task"),
        "preference_portions": _t("Office", "A guest's preference needs portions"),
        "preference_share_bp": _t("Office", "A guest's preference is at least (1/100 %)"),
        "recovery_due": _t("Office", "A recovery task goes to the manager after"),
        "voucher_valid": _t("Office", "A goodwill voucher is valid for"),
        "voucher_most_minor": _t("Office", "A goodwill voucher is worth at most (minor units)"),
        "free_replacements": _t("Office", "Replacements without a manager, per order"),
        "delay_share": _t("Office", "Given back for a long wait without a manager"),
        "longest_wait_counter": _t("Office", "Longest wait at the counter"),
        "longest_wait_takeaway": _t("Office", "Longest wait for takeaway"),
        "longest_wait_table": _t("Office", "Longest wait at the table"),
        "age_bands_min": _t("Office", "Complaints counted by age (min)"),
    }


def _others() -> dict[str, str]:
    return {
        "waste_target_bp": _t("Office", "Waste, target (1/100 %)"),
        "waste_alarm_bp": _t("Office", "Waste, alarm (1/100 %)"),
        "yield_target_bp": _t("Office", "Yield, target (1/100 %)"),
        "ask": _t("Office", "A question waits for"),
        "lifetime": _t("Office", "A grant is good for"),
        "approvers": _t("Office", "Who may approve what"),
        "unit_minor": _t("Office", "Points for each paid (minor units)"),
        "reward_points": _t("Office", "Points of a reward"),
        "reward_minor": _t("Office", "Worth of a reward (minor units)"),
        "cashier_limit_minor": _t("Office", "A cashier pays back of one order (minor units)"),
        "window": _t("Office", "Refunds without approval until after the sale"),
        "most": _t("Office", "Suggestions at most"),
        "extra": _t("Office", "One more for less, where it has to go first"),
        "extra_discount": _t("Office", "That one more costs less by"),
        "sell_first_window": _t("Office", "Sell first, before the limit, within"),
        "margin_weight_bp": _t("Office", "Weight of the margin (10,000 is 1)"),
        "quality_weight_bp": _t("Office", "Weight of quality (10,000 is 1)"),
        "waste_weight_bp": _t("Office", "Weight of avoided waste (10,000 is 1)"),
        "preference_weight_bp": _t("Office", "Weight of the guest's preferences (10,000 is 1)"),
        "shortage_weight_bp": _t("Office", "Weight of a grade too low (10,000 is 1)"),
        "alternatives": _t("Office", "Alternatives shown at most"),
        "alternative_price_bp": _t("Office", "Alternatives within ± of the price (1/100 %)"),
        "horizon": _t("Office", "Compare stock with the demand of the next"),
        "history_days": _t("Office", "Days of history read"),
        "least_days": _t("Office", "Days of history needed; below it weekday means"),
        "level_weight": _t("Office", "Weight of a new day on the level"),
        "weekday_weight": _t("Office", "Weight of a new day on its weekday"),
        "sparse_share": _t("Office", "Sold seldom: share of days without a sale above"),
        "sparse_weight": _t("Office", "Sold seldom: weight of a new day"),
        "test_days": _t("Office", "Sold seldom: days on which methods are compared"),
        "profile_days": _t("Office", "Days behind the profile over the hours"),
        "profile_portions": _t("Office", "Portions at which the product's own hours count half"),
        "pace_portions": _t("Office", "Portions at which the last hour counts half"),
        "pace_every": _t("Office", "The last hour is counted every"),
        "scarce_hold_portions": _t("Office", "Portions per order while there are too few"),
        "preparation": _t("Office", "Preparing a product takes (if it says nothing else)"),
        "fetch_display": _t("Office", "Fetching from a display takes"),
        "fetch_chilled": _t("Office", "Fetching from the chilled store takes"),
        "fetch_freezer": _t("Office", "Fetching from the freezer takes"),
        "hold": _t("Office", "A hold lasts (1 to 15 min)"),
        "hold_warning": _t("Office", "Warn when a hold has left"),
        "hold_prolong": _t("Office", "A hold is prolonged once by"),
        "remake": _t("Office", "After a replacement the guest is told to come later by"),
        "hold_at_tender": _t("Office", "Paying keeps a hold for at least"),
    }
