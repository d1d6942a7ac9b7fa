"""The automatic price steps that a terminal sees on what is on sale, for the price history."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from app.domain.price import Price, PriceCode, PriceReason
from app.domain.prices.history import trigger_of
from app.domain.prices.inputs import score_milli
from app.domain.prices.lows import pace_of, wear_minor
from app.services.offer import Offer, Wedge, WedgeState
from app.services.portion_facts import seconds_left
from app.services.ports import PriceMove

MOST_AT_ONCE = 500


class PriceSteps:
    """Compares each offer with the one before; `take` hands out what is to be written down."""

    def __init__(self) -> None:
        self._known: dict[UUID, Price] = {}
        self._changes: dict[UUID, PriceMove] = {}

    def see(self, offers: Iterable[Offer], now: datetime) -> None:
        """Note how these offers' prices moved by `now` since they were last seen."""
        for offer in offers:
            for wheel in offer.wheels:
                for wedge in wheel.wedges:
                    if wedge.state is WedgeState.FREE and wedge.portion_id and wedge.price:
                        self._see(wedge.portion_id, wedge.price, wedge, now)

    def take(self) -> tuple[PriceMove, ...]:
        """The steps not handed out yet, as many as fit one call."""
        some = list(self._changes)[:MOST_AT_ONCE]
        return tuple(self._changes.pop(each) for each in some)

    def _see(self, portion_id: UUID, price: Price, wedge: Wedge, now: datetime) -> None:
        before = self._known.get(portion_id)
        self._known[portion_id] = price
        if before is None and (off_minor := _off_for_looks(price)):
            # Cut with poor looks: a markdown from the first moment on (BR-02.5).
            self._changes[portion_id] = PriceMove(
                portion_id, price.amount_minor - off_minor, price.amount_minor, PriceReason.QUALITY
            )
        if before is None or before.amount_minor == price.amount_minor:
            return
        waiting = self._changes.get(portion_id)
        old_minor = waiting.old_minor if waiting else before.amount_minor
        score, left_s = (waiting.score_milli, waiting.left_s) if waiting else (None, None)
        pace = waiting.pace_milli if waiting else 1_000
        if wear_minor(price) < wear_minor(before) and wedge.score is not None and wedge.sell_until:
            score, left_s = score_milli(wedge.score), seconds_left(wedge.sell_until, now)
            pace = min(pace, pace_of(price))
        reason = trigger_of(before, price)
        self._changes[portion_id] = PriceMove(
            portion_id, old_minor, price.amount_minor, reason, score, left_s, pace
        )


def _off_for_looks(price: Price) -> int:
    """What poor looks do to a price, negative; 0 where they do nothing."""
    looks = (s.amount_minor for s in price.steps if s.code == PriceCode.PRESENTATION)
    return next(looks, 0)
