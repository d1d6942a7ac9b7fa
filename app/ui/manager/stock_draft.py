"""Receiving, cutting and wasting as typed, checked all at once before the store is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.catalog import PortionConfiguration
from app.domain.configuration import MAX_PORTIONS, MIN_PORTIONS
from app.services.ports import Measures
from app.ui.manager.cut_measures import check_measures
from app.ui.manager.typed import Fault, parse_number

MAX_WHOLES = 200
MAX_CAUSE = 200
MAX_PLACE = 60
_MG_PER_G = 1000
_FARTHEST = timedelta(days=365)
NOT_MEASURED = Measures()


class WasteCause(StrEnum):
    """The causes on the list; the value is what is recorded."""

    CUTTING = "cutting"  # counts against the yield (KPI-03); reports read this very word
    EXPIRED = "expired"
    DROPPED = "dropped"
    DAMAGED = "damaged"
    TEMPERATURE = "temperature"
    QUALITY = "quality"
    EQUIPMENT = "equipment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A checked delivery."""

    product_id: UUID
    quantity: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Cut:
    """A checked cut, ready to be asked for."""

    whole_id: UUID
    configuration_id: UUID
    portions: int
    holding_unit_id: UUID
    shelf: str
    presentation: float | None
    """The quality score; without one the lot waits for it, unsellable (BR-01.6)."""
    weights_mg: tuple[int, ...] | None
    measured: Measures = NOT_MEASURED


def check_receipt(
    product_id: UUID | None, quantity: str, expires: str, *, time_zone: str, now: datetime
) -> tuple[Receipt | None, dict[str, Fault]]:
    """`expires` is local store time as `2025-11-21 18:00`; it must be ahead, within a year."""
    faults: dict[str, Fault] = {}
    if product_id is None:
        faults["product"] = Fault.MISSING
    number = _whole_number("quantity", quantity, faults)
    if number is not None and not 1 <= number <= MAX_WHOLES:
        faults["quantity"] = Fault.OUT_OF_RANGE
    expires_at = parse_local(expires, time_zone)
    if not expires.strip():
        faults["expires"] = Fault.MISSING
    elif expires_at is None:
        faults["expires"] = Fault.NOT_A_NUMBER
    elif not now < expires_at <= now + _FARTHEST:
        faults["expires"] = Fault.OUT_OF_RANGE
    if faults or product_id is None or number is None or expires_at is None:
        return None, faults
    return Receipt(product_id, number, expires_at), {}


def check_cut(
    whole_id: UUID | None,
    configuration: PortionConfiguration | None,
    portions: str,
    holding_unit_id: UUID | None,
    shelf: str,
    presentation: str,
    weights: str,
    looks: str = "",
    angles: str = "",
    tool_id: UUID | None = None,
) -> tuple[Cut | None, dict[str, Fault]]:
    """`weights` is empty or one weight in grams per portion, separated by spaces.

    `presentation` is the quality score, which may come later; `looks` and `angles` may be empty,
    one for all or one each.
    """
    faults: dict[str, Fault] = {}
    if whole_id is None:
        faults["whole"] = Fault.MISSING
    if configuration is None:
        faults["configuration"] = Fault.MISSING
    if holding_unit_id is None:
        faults["unit"] = Fault.MISSING
    count = _whole_number("portions", portions, faults)
    most = configuration.portions_per_whole if configuration else MAX_PORTIONS
    if count is not None and not min(MIN_PORTIONS, most) <= count <= most:
        faults["portions"] = Fault.OUT_OF_RANGE
    if not shelf.strip():
        faults["shelf"] = Fault.MISSING
    elif len(shelf.strip()) > MAX_PLACE:
        faults["shelf"] = Fault.TOO_LONG
    score = parse_number(presentation)
    if score is None:
        if presentation.strip():
            faults["presentation"] = Fault.NOT_A_NUMBER
    elif not 0 <= score <= 10:
        faults["presentation"] = Fault.OUT_OF_RANGE
    grams = _weights(weights, count, faults)
    measured = check_measures(looks, angles, tool_id, count, faults)
    if (
        faults
        or whole_id is None
        or configuration is None
        or count is None
        or holding_unit_id is None
    ):
        return None, faults
    return Cut(
        whole_id, configuration.id, count, holding_unit_id, shelf.strip(),
        None if score is None else float(score), grams, measured,
    ), {}  # fmt: skip


def check_cause(cause: WasteCause | None, note: str) -> tuple[str | None, dict[str, Fault]]:
    """The text to record: the cause, with the note after a colon. "Other" needs a note."""
    note = " ".join(note.split())
    if cause is None:
        return None, {"cause": Fault.MISSING}
    if cause is WasteCause.OTHER and not note:
        return None, {"note": Fault.MISSING}
    text = f"{cause.value}: {note}" if note else cause.value
    return (text, {}) if len(text) <= MAX_CAUSE else (None, {"note": Fault.TOO_LONG})


def parse_local(text: str, time_zone: str) -> datetime | None:
    """Local `YYYY-MM-DD HH:MM` as UTC, or None."""
    try:
        local = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007 (zone follows)
        return local.replace(tzinfo=ZoneInfo(time_zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _whole_number(field: str, text: str, faults: dict[str, Fault]) -> int | None:
    value = parse_number(text)
    if not text.strip():
        faults[field] = Fault.MISSING
    elif value is None or abs(value) > 1_000_000 or value != value.to_integral_value():
        faults[field] = Fault.NOT_A_NUMBER
    else:
        return int(value)
    return None


def _weights(text: str, count: int | None, faults: dict[str, Fault]) -> tuple[int, ...] | None:
    words: Sequence[str] = text.replace(";", " ").split()
    if not words:
        return None
    grams = [parse_number(word) for word in words]
    known = [value for value in grams if value is not None]
    if len(known) < len(grams):
        faults["weights"] = Fault.NOT_A_NUMBER
    elif any(not Decimal(1) <= value <= Decimal(20_000) for value in known) or (
        count is not None and len(known) != count
    ):
        faults["weights"] = Fault.OUT_OF_RANGE
    return tuple(round(value * _MG_PER_G) for value in known)
