"""When the kitchen hears something: a new ticket, one that is late, food that is blocked."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.kitchen_policy import KitchenPolicy
from app.domain.urgency import Urgency
from app.ui.kds.cards import Card
from app.ui.kds.chime import Play, Sound

_t = QCoreApplication.translate


class AlarmModel(QObject):
    """Feed it the cards of each moment. `arrived` is the sign for the eye, muted or not."""

    changed = Signal()
    arrived = Signal()

    def __init__(self, play: Play | None, parent: QObject) -> None:
        super().__init__(parent)
        self._play = play
        self._muted = False
        self._station: str | None = None
        self._heard: set[str] = set()
        self._told_late: dict[str, datetime] = {}

    def follow(
        self, cards: Sequence[Card], station: str, now: datetime, policy: KitchenPolicy
    ) -> None:
        """Sound at most once; being late outweighs being new."""
        keys = {card.key for card in cards}
        # The first look and another station only show what is there already.
        fresh = station == self._station and bool(keys - self._heard)
        self._station = station
        self._heard |= keys
        overdue = self._overdue(cards, now, policy)
        if fresh:
            self.arrived.emit()
        if overdue:
            self._sound(Sound.LATE)
        elif fresh:
            self._sound(Sound.NEW)

    def _overdue(self, cards: Sequence[Card], now: datetime, policy: KitchenPolicy) -> bool:
        late = {card.key for card in cards if card.urgencyKey == Urgency.LATE}
        self._told_late = {key: at for key, at in self._told_late.items() if key in late}
        again = policy.late_again
        due = {
            key
            for key in late
            if key not in self._told_late or (again and now - self._told_late[key] >= again)
        }
        if due:
            # All at once, so that ten late tickets do not knock ten times a minute.
            self._told_late = dict.fromkeys(late, now)
        return bool(due)

    def blocked(self) -> None:
        """Sound that food is blocked, or will be unless somebody measures."""
        self._sound(Sound.BLOCKED)

    def _sound(self, sound: Sound) -> None:
        if self._play is not None and not self._muted:
            self._play(sound)

    @Slot()
    def toggle(self) -> None:
        """Mute, or sound again."""
        self._muted = not self._muted
        self.changed.emit()

    def _text(self) -> str:
        if self._play is None:
            return _t("Kitchen", "This computer has no sound")
        return _t("Kitchen", "Sound is off") if self._muted else _t("Kitchen", "Sound is on")

    available = Property(bool, lambda self: self._play is not None, constant=True)
    muted = Property(bool, lambda self: self._muted, notify=changed)
    text = Property(str, _text, notify=changed)
