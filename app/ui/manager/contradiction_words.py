"""What a contradiction in the rules says to the manager who wrote it."""

from PySide6.QtCore import QCoreApplication

from app.domain.prices.promotion_check import Contradiction

_t = QCoreApplication.translate


def contradiction(found: Contradiction) -> str:
    """One sentence, with the fields concerned behind it."""
    known = {**_limits(), **_times(), **_promotions(), **_food(), **_weights()}
    words = known.get(found.code)
    where = ", ".join(found.fields)
    if words is None:
        return _t("Office", "These do not go together: {fields}.").format(fields=where)
    return f"{words} ({where})"


def _limits() -> dict[str, str]:
    return {
        "max_change_range": _t("Office", "The largest change must be above 0 and at most 100 %."),
        "min_margin_range": _t("Office", "The least margin must be from 0 to below 100 %."),
        "rounding_range": _t("Office", "Prices are rounded to at least one minor unit."),
        "uplift_range": _t("Office", "The uplift must be from 0 to 100 %."),
        "hysteresis_too_short": _t("Office", "A price must rest for at least 15 minutes."),
        "cashier_beyond_cap": _t("Office", "A cashier's discount may not exceed the cap."),
        "cashier_is_manager": _t("Office", "A role cannot be cashier and manager at once."),
        "competitors_range": _t("Office", "Tolerance and age of other shops' prices start at 0."),
        "product_margin": _t("Office", "Each product has one margin of its own, below 100 %."),
        "markdown_range": _t("Office", "The markdown must be from 0 to 100 %."),
        "markdown_beyond_cap": _t("Office", "The markdown goes further than the cap allows."),
        "threshold_below_floor": _t("Office", "Markdown would begin below the sale floor."),
        "grades_out_of_order": _t("Office", "The grades are not in order: A, B, C, sale floor."),
        "grade_beyond_cap": _t("Office", "A grade's factor goes further than the cap allows."),
        "floor_above_cap": _t("Office", "A product's margin floor lies above its highest price."),
        "must_be_positive": _t("Office", "This time must be longer than 0."),
        "revenue_days_range": _t("Office", "Periods of 1 to 60 days can be compared."),
        "revenue_fall_range": _t("Office", "A fall is more than 0 and at most 100 %."),
        "revenue_ratio_range": _t("Office", "The least ratio must be above 0."),
        "hold_range": _t("Office", "A hold lasts from 1 to 15 minutes."),
        "nobody_may_approve": _t("Office", "Nobody could approve this any more."),
    }


def _times() -> dict[str, str]:
    return {
        "sell_by_out_of_order": _t("Office", "The steps to the sell-by time are not in order."),
        "sell_by_beyond_cap": _t("Office", "A sell-by step goes further than the cap allows."),
        "sell_by_range": _t("Office", "A step takes off more than everything, or adds."),
        "pace_beyond_cap": _t("Office", "The pace takes off more than the cap allows."),
        "pace_out_of_order": _t("Office", "The pace's lower end lies above its upper one."),
        "pace_step_range": _t("Office", "A step of the pace takes off more than everything."),
        "peak_without_justification": _t("Office", "A surcharge needs its market analysis."),
        "slow_and_peak_at_once": _t("Office", "Two time windows overlap: one lowers, one raises."),
        "window_beyond_cap": _t("Office", "A time window moves prices further than the cap."),
        "window_id": _t("Office", "Two time windows have the same name."),
        "window_never": _t("Office", "A time window never begins."),
    }


def _promotions() -> dict[str, str]:
    return {
        "promotion_id": _t("Office", "Two offers have the same id."),
        "promotion_without_name": _t("Office", "An offer needs a name for the receipt."),
        "promotion_percent_range": _t("Office", "An offer's share must be above 0, up to 100 %."),
        "promotion_amount_range": _t("Office", "An offer's amount must be above 0."),
        "promotion_count_range": _t("Office", "An offer for several needs at least two."),
        "promotion_never": _t("Office", "An offer never begins."),
        "promotion_ends_before_it_starts": _t("Office", "An offer ends before it begins."),
        "promotion_condition_range": _t("Office", "An offer's condition can never hold."),
        "promotion_beyond_cap": _t("Office", "An offer goes further than the cap allows."),
        "promotion_at_a_loss": _t("Office", "An offer would sell below cost."),
        "bundle_parts": _t("Office", "A bundle needs at least two goods."),
        "bundle_saves_nothing": _t("Office", "A bundle must cost less than its parts."),
        "bundle_unknown_product": _t("Office", "A bundle names goods that are not sold."),
        "group_stackable": _t("Office", "An offer over several goods stands alone."),
        "approved_stackable": _t("Office", "An offer at a loss stands alone."),
        "approval_without_person_or_reason": _t("Office", "A loss needs a person and a reason."),
        "approval_budget_range": _t("Office", "The budget of a loss must be above 0."),
        "approval_change_range": _t("Office", "The approved change must be above the cap."),
    }


def _food() -> dict[str, str]:
    return {
        "safety_limit_relaxed": _t("Office", "A safety limit may be tightened, never relaxed."),
        "limits_out_of_order": _t("Office", "The lower limit lies above the upper one."),
        "unknown_profile": _t("Office", "The profile must be specification, fda or uk."),
        "unknown_view": _t("Office", "Allergens are named as us or eu."),
        "portion_limits": _t("Office", "The portion limits are not in order."),
        "count_out_of_range": _t("Office", "A number of portions is beyond the limits."),
        "nothing_allowed": _t("Office", "Nothing would be allowed any more."),
        "out_of_range": _t("Office", "This value is out of its range."),
        "lead_longer_than_life": _t("Office", "Food would leave sale before it is cut."),
        "must_not_be_negative": _t("Office", "This must not be below 0."),
    }


def _weights() -> dict[str, str]:
    return {
        "weight_range": _t("Office", "A weight must be from 0 to 100."),
        "no_weight_at_all": _t("Office", "Every weight is 0: nothing would decide the choice."),
        "below_zero": _t("Office", "A number here must not be below 0."),
        "at_least_one": _t("Office", "This must be at least 1."),
        "lift_below_chance": _t(
            "Office", "The least lift must be 1 or more: below that, goods do not go together."
        ),
        "rewards_exceed_payment": _t(
            "Office", "Points would give back as much as was paid, or more."
        ),
    }
