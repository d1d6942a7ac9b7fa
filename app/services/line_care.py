"""What an open line's portion needs: a stand-in when it can't be served, or a better grade."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.allocation.stock import GRADE_ORDER
from app.domain.allocation.substitute import DegradationReason
from app.domain.portion import Grade, Portion, PortionState
from app.domain.suggestions_upgrade import GradeStock, Upgrade, upgrade_for
from app.domain.ticket import TicketLine
from app.services.appraisal import Appraiser
from app.services.choose_portions import Asked, at_most, choose
from app.services.offer import Offer, WedgeState
from app.services.portion_facts import portion_floors
from app.services.ports import Candidate
from app.services.store_view import StoreView

_BLOCKED = (PortionState.QUARANTINED, PortionState.IN_DOUBT, PortionState.WASTED)


@dataclass(frozen=True, slots=True)
class BetterGrade:
    """An upgrade to offer, and the portion it would be."""

    upgrade: Upgrade
    candidate: Candidate


def unfit(
    view: StoreView, appraiser: Appraiser, line: TicketLine, now: datetime
) -> DegradationReason | None:
    """Why the line's portion can't be served at `now`; None while it can.

    Nor for a portion whose hold is over or whose safety limit has passed: those are let go.
    """
    product = view.products.get(line.product_id)
    if line.portion_id is None or product is None or product.quality is None:
        return None
    portion = view.portions.get(line.portion_id)
    if portion is None or portion.state in _BLOCKED:
        return DegradationReason.DAMAGE
    # Past its safety limit it leaves the order when payment starts (BR-05.4).
    if portion.ticket_id != line.ticket_id or portion.expires_at <= now:
        return None
    appraised = appraiser.appraise(portion, product, now)
    if appraised.wedge_state is not WedgeState.BLOCKED:
        return None
    if appraised.score < view.settings.quality.sale_floor:
        return DegradationReason.AGE
    warm = appraiser.unit_ok(portion.holding_unit_id, now)
    return DegradationReason.DAMAGE if warm else DegradationReason.TEMPERATURE


def score_milli(
    view: StoreView, appraiser: Appraiser, line: TicketLine, now: datetime
) -> int | None:
    """The score of the line's portion in thousandths; None when it has left the store."""
    portion = _portion(view, line)
    product = view.products.get(line.product_id)
    if portion is None or product is None or product.quality is None:
        return None
    return int(appraiser.appraise(portion, product, now).score * 1_000)


def stand_ins(
    view: StoreView,
    appraiser: Appraiser,
    offer: Offer,
    line: TicketLine,
    now: datetime,
    prefers: frozenset[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """What may take its place by itself, best first: its grade or a better one, never dearer.

    `prefers` is what the guest of the order likes, where that is known.
    """
    asked = Asked(
        grade=line.grade,
        quote_minor=line.standard_minor,
        cut=cut_of(view, line),
        avoids=_avoids(view, line),
        prefers=prefers,
    )
    return _row(choose(view, appraiser, offer, asked, now))


def lower_grade(
    view: StoreView, appraiser: Appraiser, offer: Offer, line: TicketLine, now: datetime
) -> tuple[Candidate, ...]:
    """What may take its place if the guest accepts a lower grade, best grade first."""
    asked = Asked(
        quote_minor=line.standard_minor, cut=cut_of(view, line), avoids=_avoids(view, line)
    )
    row = _row(choose(view, appraiser, offer, asked, now))
    lower = [each for each in row if _below(each.grade, line.grade)]
    return tuple(sorted(lower, key=lambda each: GRADE_ORDER.index(each.grade)))


def own_portion(
    view: StoreView, appraiser: Appraiser, line: TicketLine, now: datetime
) -> Candidate | None:
    """The line's portion at the grade it was found to have, never dearer; None if it must go."""
    portion, product = _portion(view, line), view.products.get(line.product_id)
    if portion is None or product is None or portion.ticket_id != line.ticket_id:
        return None
    appraised = appraiser.appraise(portion, product, now)
    if appraised.grade is None or appraised.price is None:
        return None
    own = Candidate(
        portion_id=portion.id,
        epoch=portion.epoch,
        grade=appraised.grade,
        unit_price_minor=appraised.price.amount_minor,
        base_price_minor=appraised.price.base_minor,
        breakdown=appraised.price.steps,
        score_milli=int(appraised.score * 1_000),
        price_inputs=appraised.inputs,
        fallback=appraised.fallback,
    )
    return at_most(own, line.standard_minor, view.settings.allocation.version)


def why_fallen(
    view: StoreView, appraiser: Appraiser, line: TicketLine, now: datetime
) -> DegradationReason:
    """Why a fallen portion cannot be served, as far as the picture tells."""
    portion = _portion(view, line)
    if portion is None:
        return DegradationReason.DAMAGE
    seen, floor = portion.inspected, view.settings.quality.sale_floor
    if portion.expires_at <= now or (seen is not None and seen.score < floor):
        return DegradationReason.AGE
    if portion.state in _BLOCKED or portion.ticket_id != line.ticket_id:
        return DegradationReason.DAMAGE
    return DegradationReason.AGE


def better_grade(
    view: StoreView, appraiser: Appraiser, offer: Offer, line: TicketLine, now: datetime
) -> BetterGrade | None:
    """The upgrade to offer for the line, or None; never for one that was asked.

    A grade of which more is free than the next hour needs comes at the line's price (FUL-02.7),
    else the best one at its own (POS-03.7).
    """
    if line.grade is None or line.portion_id is None or line.upgrade_answer or line.asked_mg:
        return None
    if not any(_below(line.grade, each) for each in offer.count_by_grade):
        return None
    asked = Asked(cut=cut_of(view, line), avoids=_avoids(view, line))
    row = _row(choose(view, appraiser, offer, asked, now))
    product = view.products[line.product_id]
    first: dict[Grade, Candidate] = {}
    for each in row:
        first.setdefault(each.grade, each)
    demand, horizon = view.demand.get(line.product_id), view.settings.forecast.horizon
    by_grade = {
        grade: GradeStock(
            count=sum(1 for each in row if each.grade is grade),
            price_minor=chosen.unit_price_minor,
            floor_minor=portion_floors(view, product, chosen.portion_id).margin_minor,
            expected=demand.next_of_grade(grade, now, horizon) if demand else None,
        )
        for grade, chosen in first.items()
    }
    found = upgrade_for(line.id, line.grade, line.unit_price_minor, by_grade, ())
    if found is None:
        return None
    version = view.settings.allocation.version
    return BetterGrade(found, at_most(first[found.grade], found.price_minor, version))


def cut_of(view: StoreView, line: TicketLine) -> int | None:
    """Into how many portions the line's whole was cut; None when that is not known any more."""
    portion = _portion(view, line)
    whole = view.wholes.get(portion.whole_id) if portion else None
    return whole.portions_per_whole if whole else None


def _portion(view: StoreView, line: TicketLine) -> Portion | None:
    return view.portions.get(line.portion_id) if line.portion_id else None


def _avoids(view: StoreView, line: TicketLine) -> frozenset[str]:
    ticket = view.tickets.get(line.ticket_id)
    return frozenset(ticket.avoids) if ticket else frozenset()


def _row(rows: list[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    return rows[0] if rows else ()


def _below(grade: Grade, wanted: Grade | None) -> bool:
    return wanted is not None and GRADE_ORDER.index(grade) > GRADE_ORDER.index(wanted)
