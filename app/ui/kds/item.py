"""One line of a card: what to hand over, from where, and what stands in the way."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.freshness import Freshness
from app.domain.portion import Portion
from app.domain.replacement import Trouble
from app.domain.ticket import KitchenState, TicketLine
from app.services.line_trouble import is_unexplained, trouble_of_line
from app.services.portion_age import freshness_of, started_at
from app.services.re_inspections import is_flagged
from app.services.replace_line import cut_of
from app.services.store_view import StoreView
from app.services.verify_portion import needs_check
from app.ui.kds.control_points import temperature_demanded
from app.ui.shared.format import duration, temperature, weight
from app.ui.shared.freshness_words import freshness_word
from app.ui.shared.words import piece_word

_t = QCoreApplication.translate


def derive_item(view: StoreView, line: TicketLine, now: datetime, changed: bool) -> dict[str, Any]:
    """The item as a map for QML."""
    portion = view.portions.get(line.portion_id) if line.portion_id else None
    cut = cut_of(view, line.portion_id)
    trouble = trouble_of_line(view, line, now)
    return {
        "key": str(line.id),
        "name": line.name if line.quantity == 1 else f"{line.quantity} × {line.name}",
        "grade": line.grade.value if line.grade else "",
        "code": line.portion_code or "",
        "cut": f"1/{cut}" if cut else "",
        "place": " / ".join(part for part in (line.holding_unit_name, line.place) if part),
        "piece": piece_word(view, portion),
        "age": _age(view, portion, now),
        "weight": weight(line.weight_mg) if line.weight_mg else "",
        "verified": line.kitchen_state is KitchenState.VERIFIED and not line.off_the_list,
        "demandsTemperature": not line.off_the_list and temperature_demanded(view, portion, now),
        "unchecked": needs_check(view, line),
        "asked": _asked(line),
        "note": _note(view, line, portion, now, trouble),
        "changed": changed,
        "blocked": trouble is not None,
        "unexplained": trouble is None and is_unexplained(line),
        "voided": line.off_the_list,
    }


def _asked(line: TicketLine) -> str:
    """What the guest asks for with it, and the cashier's note."""
    note = [f"“{line.note}”"] if line.note else []
    return " · ".join([*(each.name for each in line.preparations), *note])


def _age(view: StoreView, portion: Portion | None, now: datetime) -> str:
    """How old it is since its whole was prepared."""
    if portion is None:
        return ""
    return duration((now - started_at(view, portion)).total_seconds())


def _own_size(line: TicketLine, asked_mg: int) -> str:
    """How the guest's own size is cut: what stays on the scale, from which portions."""
    parts = [
        _t("Kitchen", "{weight} from {code}").format(weight=weight(part_mg), code=code)
        for code, part_mg in line.size_parts or ()
    ]
    if not parts:
        return _t("Kitchen", "Cut {code} down to {size}: the other {rest} are waste").format(
            code=line.portion_code, size=weight(asked_mg), rest=weight(line.offcut_mg)
        )
    own_mg = asked_mg - sum(part_mg for _, part_mg in line.size_parts or ())
    own = (
        _t("Kitchen", "{weight} from {code}")
        if line.offcut_mg
        else _t("Kitchen", "all of {code} ({weight})")
    ).format(weight=weight(own_mg), code=line.portion_code)
    return _t("Kitchen", "Make {size}: {parts}").format(
        size=weight(asked_mg), parts=" + ".join([own, *parts])
    )


def _trouble_note(trouble: Trouble) -> str:
    return {
        Trouble.PAST_LIMIT: _t("Kitchen", "past its limit: do not serve"),
        Trouble.BLOCKED: _t("Kitchen", "blocked: do not serve"),
        Trouble.FELL: _t("Kitchen", "found too poor: do not serve"),
        Trouble.FADED: _t("Kitchen", "below the sale floor by now: replace it, or look at it"),
        Trouble.LOWERED: _t("Kitchen", "below the grade sold: replace it or ask at the till"),
    }[trouble]


def _note(
    view: StoreView,
    line: TicketLine,
    portion: Portion | None,
    now: datetime,
    trouble: Trouble | None,
) -> str:
    if line.taken_back_at is not None:
        return _t("Kitchen", "PAID BACK: do not serve. Tap when seen.")
    if line.voided:
        return _t("Kitchen", "VOIDED: do not serve. Tap when seen.")
    if trouble is not None and line.waits_since is not None:
        return _t("Kitchen", "the guest waits: cut a new whole")
    if trouble is not None:
        return _trouble_note(trouble)
    if is_unexplained(line):
        return _t("Kitchen", "stands in for {code}: say why").format(code=line.former_code)
    if line.kitchen_state is KitchenState.VERIFIED:
        if line.verified_temperature_mc is None:
            return _t("Kitchen", "✓ verified")
        taken = temperature(line.verified_temperature_mc)
        return _t("Kitchen", "✓ verified {taken}").format(taken=taken)
    if line.station_id is None:
        return _t("Kitchen", "no station")
    if is_flagged(view, portion):
        return _t("Kitchen", "re-inspect: a guest complained about its lot")
    if line.asked_mg is not None:
        return _own_size(line, line.asked_mg)
    if portion is not None and portion.expires_at - now <= view.settings.kitchen.use_soon:
        left_s = (portion.expires_at - now).total_seconds()
        return _t("Kitchen", "use in {left}").format(left=duration(left_s))
    if needs_check(view, line):
        return _t("Kitchen", "scan it, look at it")
    state = freshness_of(view, portion, now) if portion is not None else Freshness.FRESH
    return "" if state is Freshness.FRESH else freshness_word(state)
