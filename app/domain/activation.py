"""Whether fractional sale may be switched on: every missing or inconsistent field at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.domain.catalog import Category, PortionConfiguration
from app.domain.configuration import PortionOverride, count_allowed
from app.domain.food_policy import PortionPolicy


class Problem(StrEnum):
    """What is wrong with one field."""

    MISSING = "missing"
    NOT_APPROVED = "not_approved"
    NOT_ALLOWED = "not_allowed"
    OUT_OF_RANGE = "out_of_range"
    NOT_POSITIVE = "not_positive"
    ABOVE_STANDARD = "above_standard"
    BELOW_STANDARD = "below_standard"


@dataclass(frozen=True, slots=True)
class Fractional:
    """What a manager has filled in for fractional sale; None is not filled in.

    Sizes are in milligrams, or in any one unit that all three share.
    """

    category: Category | None
    base_unit: str | None
    configurations: tuple[PortionConfiguration, ...]
    least_size: int | None
    standard_size: int | None
    most_size: int | None
    shelf_life: timedelta | None


def activation_faults(
    fields: Fractional, policy: PortionPolicy, overrides: Collection[PortionOverride] = ()
) -> dict[str, Problem]:
    """By field name, what keeps fractional sale off; empty when it may be switched on.

    No role overrides a category; a count outside the limits needs its own override.
    """
    faults: dict[str, Problem] = {}
    if fields.category is None:
        faults["category"] = Problem.MISSING
    elif not fields.category.portionable:
        faults["category"] = Problem.NOT_APPROVED
    unit = base_unit_fault(fields.base_unit, policy)
    if unit is not None:
        faults["base_unit"] = unit
    if not fields.configurations:
        faults["configuration"] = Problem.MISSING
    elif not all(count_allowed(each, overrides, policy) for each in fields.configurations):
        faults["configuration"] = Problem.OUT_OF_RANGE
    faults |= _size_faults(fields)
    if fields.shelf_life is None:
        faults["shelf_life"] = Problem.MISSING
    elif fields.shelf_life <= timedelta(0):
        faults["shelf_life"] = Problem.NOT_POSITIVE
    return faults


def base_unit_fault(unit: str | None, policy: PortionPolicy) -> Problem | None:
    """Only each or whole can be portioned; asked again when the unit of an active product changes.

    Upper and lower case are the same.
    """
    if unit is None or not unit.strip():
        return Problem.MISSING
    known = unit.strip().casefold() in {each.casefold() for each in policy.base_units}
    return None if known else Problem.NOT_ALLOWED


def _size_faults(fields: Fractional) -> dict[str, Problem]:
    """Each size on its own, then least <= standard <= most; the limit is blamed, not the standard.

    Without a standard the limits are compared with each other.
    """
    sizes = {
        "least_size": fields.least_size,
        "standard_size": fields.standard_size,
        "most_size": fields.most_size,
    }
    faults: dict[str, Problem] = {}
    for name, size in sizes.items():
        if size is None:
            if name != "standard_size":
                faults[name] = Problem.MISSING
        elif size <= 0:
            faults[name] = Problem.NOT_POSITIVE
    if faults:
        return faults
    least, most = fields.least_size or 0, fields.most_size or 0
    standard = fields.standard_size
    if least > (most if standard is None else standard):
        faults["least_size"] = Problem.ABOVE_STANDARD
    if standard is not None and most < standard:
        faults["most_size"] = Problem.BELOW_STANDARD
    return faults
