"""Where a portion lies in its whole, and what a guest's preferences may speak of."""

from enum import StrEnum

from app.domain.portion import Grade


class Place(StrEnum):
    """Where a portion of a sheet cake or a loaf was cut from; a round whole has no such places."""

    CORNER = "corner"
    EDGE = "edge"
    MIDDLE = "middle"


_GRADE = "grade_"
_PLACES = frozenset(place.value for place in Place)


def place_of(wedge: int, portions: int, per_row: int | None) -> Place | None:
    """The place of portion `wedge`, counted row by row, of a whole with `per_row` side by side.

    None for a round whole, and for a portion that was not cut on it. The ends of a single row are
    corners, what lies between them is edge.
    """
    if per_row is None or not 0 <= wedge < portions:
        return None
    sides = (wedge % per_row in (0, per_row - 1)) + (
        wedge // per_row in (0, portions // per_row - 1)
    )
    return (Place.MIDDLE, Place.EDGE, Place.CORNER)[sides]


def features(place: Place | None, grade: Grade | None) -> frozenset[str]:
    """What preferences may speak of, in a portion or in a guest's usual wish."""
    found = {place.value} if place else set()
    return frozenset(found | ({_GRADE + grade.value} if grade else set()))


def beside_grade(wanted: frozenset[str]) -> frozenset[str]:
    """What is left of the preferences where the guest asks for a grade in so many words."""
    return frozenset(each for each in wanted if not each.startswith(_GRADE))


def speaks_of_place(liked: frozenset[str]) -> bool:
    """Whether a place is among what was liked."""
    return bool(liked & _PLACES)
