"""What was measured at a cut, as typed in the back office: one figure for all, or one each."""

from decimal import Decimal
from uuid import UUID

from app.services.ports import Measures
from app.ui.manager.typed import Fault, parse_number


def check_measures(
    looks: str, angles: str, tool_id: UUID | None, count: int | None, faults: dict[str, Fault]
) -> Measures:
    """The measures; what is wrong is noted under `looks` and `angles`."""
    scores = _figures("looks", looks, count, (Decimal(0), Decimal(10)), faults)
    degrees = _figures("angles", angles, count, (Decimal(1), Decimal(360)), faults)
    return Measures(
        tool_id=tool_id,
        presentations=None if scores is None else tuple(float(each) for each in scores),
        angles_mdeg=None if degrees is None else tuple(round(each * 1000) for each in degrees),
    )


def _figures(
    field: str,
    text: str,
    count: int | None,
    bounds: tuple[Decimal, Decimal],
    faults: dict[str, Fault],
) -> tuple[Decimal, ...] | None:
    words = text.replace(";", " ").split()
    if not words:
        return None
    found = [parse_number(word) for word in words]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        faults[field] = Fault.NOT_A_NUMBER
        return None
    if any(not bounds[0] <= each <= bounds[1] for each in known) or len(known) not in (1, count):
        faults[field] = Fault.OUT_OF_RANGE
        return None
    return tuple(known * (count or 1) if len(known) == 1 else known)
