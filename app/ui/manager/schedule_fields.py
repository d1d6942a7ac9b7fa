"""Days and hours as a form's texts, and back."""

from datetime import date, time
from typing import Any

from app.domain.prices.schedule import EVERY_DAY, Schedule
from app.ui.manager.typed import Fault, Faults

Values = dict[str, Any]


def schedule_values(schedule: Schedule) -> Values:
    """`days` is a list of "0" (Monday) to "6", the rest text; equal hours are the whole day."""
    whole = schedule.from_time == schedule.until_time
    return {
        "days": [str(day) for day in sorted(schedule.weekdays)],
        "from": "" if whole else f"{schedule.from_time:%H:%M}",
        "until": "" if whole else f"{schedule.until_time:%H:%M}",
        "first": schedule.first_day.isoformat() if schedule.first_day else "",
        "last": schedule.last_day.isoformat() if schedule.last_day else "",
    }


def read_schedule(values: Values, faults: Faults) -> Schedule:
    """The schedule in a form; what cannot be read is noted by field."""
    days = frozenset(int(day) for day in values["days"])
    if not days:
        faults["days"] = Fault.MISSING
    start, end = _time("from", values, faults), _time("until", values, faults)
    if (start is None) != (end is None) and not faults.keys() & {"from", "until"}:
        faults["until" if end is None else "from"] = Fault.MISSING
    first, last = read_date("first", values, faults), read_date("last", values, faults)
    if first and last and last < first:
        faults["last"] = Fault.OUT_OF_RANGE
    midnight = time(0)
    return Schedule(first, last, days & EVERY_DAY, start or midnight, end or midnight)


def read_date(field: str, values: Values, faults: Faults, *, needed: bool = False) -> date | None:
    """`2026-03-01`; None when empty, or with its fault noted."""
    typed = values[field].strip()
    if not typed:
        if needed:
            faults[field] = Fault.MISSING
        return None
    try:
        return date.fromisoformat(typed)
    except ValueError:
        faults[field] = Fault.NOT_A_DATE
        return None


def _time(field: str, values: Values, faults: Faults) -> time | None:
    typed = values[field].strip().replace(".", ":")
    if not typed:
        return None
    try:
        hours, minutes = typed.split(":")
        return time(int(hours), int(minutes))
    except ValueError:
        faults[field] = Fault.NOT_A_TIME
        return None
