"""Words of rule fields, with a half sentence of help: limits, portions, readings, curves."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_t = QCoreApplication.translate
Texts = Mapping[str, tuple[str, str]]
"""Field → its label and half a sentence of help."""


def texts(path: str) -> Texts | None:
    """The fields of the section; None for one that is not described here."""
    found = {
        "food.jurisdiction": _jurisdiction,
        "food.portions": _portions,
        "food.readings": _readings,
        "food.calibration": _calibration,
        "food.freshness": _freshness,
    }.get(path)
    return found() if found else None


def _jurisdiction() -> Texts:
    return {
        "profile": (
            _t("Office", "Rules of the place"),
            _t("Office", "choosing one fills in its limits; you may only tighten them"),
        ),
        "hot_min_mc": (
            _t("Office", "Hot food at least"),
            _t("Office", "below it the time outside begins to count"),
        ),
        "cold_max_mc": (
            _t("Office", "Cold food at most"),
            _t("Office", "above it the time outside begins to count"),
        ),
        "cold_quality_min_mc": (
            _t("Office", "Too cold below"),
            _t("Office", "harms the food, not the guest"),
        ),
        "hot_display_limit": (
            _t("Office", "Hot display at most"),
            _t("Office", "from the cut until it must be thrown away"),
        ),
        "cold_after_cut_limit": (
            _t("Office", "Cold, after cutting, at most"),
            _t("Office", "from the cut until it must be thrown away"),
        ),
        "hot_out_of_range_limit": (
            _t("Office", "Hot food may be too cool for"),
            _t("Office", "once; 0 s blocks it at the first proven reading"),
        ),
        "cold_out_of_range_limit": (
            _t("Office", "Cold food may be too warm for"),
            _t("Office", "once; 0 s blocks it at the first proven reading"),
        ),
        "allergen_view": (
            _t("Office", "Allergens named as"),
            _t("Office", "which ones must be declared, and their names"),
        ),
    }


def _portions() -> Texts:
    return {
        "min_portions": (
            _t("Office", "Portions per whole at least"),
            _t("Office", "fewer takes a manager's override"),
        ),
        "max_portions": (
            _t("Office", "Portions per whole at most"),
            _t("Office", "more takes a manager's override"),
        ),
        "base_units": (
            _t("Office", "Counted in units of"),
            _t("Office", "only products counted this way may be cut"),
        ),
        "size_standards": (
            _t("Office", "Standard cuts by size"),
            _t("Office", "choosing the size of a product fills in the count"),
        ),
        "usual_counts": (
            _t("Office", "Usual cuts by category"),
            _t("Office", "offered first; other allowed counts can still be chosen"),
        ),
        "least_percent": (
            _t("Office", "Smallest portion"),
            _t("Office", "of the standard weight; smaller goes to quality review"),
        ),
        "most_percent": (
            _t("Office", "Largest portion"),
            _t("Office", "of the standard weight; larger goes to quality review"),
        ),
        "own_least_percent": (
            _t("Office", "Smallest own size"),
            _t("Office", "of the standard portion, with an approval"),
        ),
        "own_most_percent": (
            _t("Office", "Largest own size"),
            _t("Office", "of the standard portion, with an approval"),
        ),
        "cake_tolerance_mg": (
            _t("Office", "A cake portion may be off by"),
            _t("Office", "up or down from its standard weight"),
        ),
        "angle_tolerance_mdeg": (
            _t("Office", "A slice may be off by"),
            _t("Office", "up or down from its even angle"),
        ),
        "presentation_target": (
            _t("Office", "Presentation at least"),
            _t("Office", "a score out of 10; below it the price falls"),
        ),
        "presentation_unsellable_below": (
            _t("Office", "Not sold with presentation below"),
            _t("Office", "such a portion is held for review"),
        ),
        "presentation_share_per_point": (
            _t("Office", "Taken off per missing point"),
            _t("Office", "of the price, for each point of presentation begun"),
        ),
        "presentation_max_share": (
            _t("Office", "Taken off for presentation at most"),
            _t("Office", "of the price, however it looks"),
        ),
    }


def _readings() -> Texts:
    return {
        "coldest_mc": (
            _t("Office", "Coldest that can be true"),
            _t("Office", "a reading below it is thrown away as a fault"),
        ),
        "hottest_mc": (
            _t("Office", "Hottest that can be true"),
            _t("Office", "a reading above it is thrown away as a fault"),
        ),
        "clock_skew": (
            _t("Office", "A thermometer's clock may be ahead by"),
            _t("Office", "further ahead and its readings are not believed"),
        ),
        "silent_after": (
            _t("Office", "Backup mode without a reading for"),
            _t("Office", "then somebody measures and signs, as often as the shelf life rules say"),
        ),
        "entry_lead": (
            _t("Office", "The next entry is asked for before it is due by"),
            _t("Office", "an entry that is missed blocks the food of the unit"),
        ),
        "corrective_due": (
            _t("Office", "A corrective action is due after"),
            _t("Office", "from the reading outside the limits"),
        ),
    }


def _calibration() -> Texts:
    return {
        "prior_sd": (
            _t("Office", "Doubt about a new curve"),
            _t("Office", "larger lets inspections move it faster"),
        ),
        "inspector_sd": (
            _t("Office", "Spread between inspectors"),
            _t("Office", "in points; larger makes each inspection count less"),
        ),
        "variance_inflation": (
            _t("Office", "Old inspections fade by"),
            _t("Office", "a factor from 1; larger forgets faster"),
        ),
        "propose_after": (
            _t("Office", "A correction is proposed after inspections"),
            _t("Office", "fewer say too little"),
        ),
    }


def _freshness() -> Texts:
    return {
        "aging_from": (
            _t("Office", "Called “aging” from"),
            _t("Office", "share of the shelf life that is over"),
        ),
        "last_call_from": (
            _t("Office", "Called “last call” from"),
            _t("Office", "share of the shelf life that is over"),
        ),
    }
