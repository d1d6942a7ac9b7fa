"""A temperature typed with wet hands, in tenths of a degree: 6, 3, 2 is 63.2 °C."""

from app.ui.shared.format import temperature

DIGITS = 4


class TypedTemperature:
    """The digits so far; nothing typed is no temperature."""

    def __init__(self) -> None:
        self._digits, self._minus = "", False

    def digit(self, key: str) -> None:
        """Append one digit."""
        if len(self._digits) < DIGITS:
            self._digits += key

    def toggle_minus(self) -> None:
        """Below zero, or not after all."""
        self._minus = not self._minus

    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1]

    def clear(self) -> None:
        """Begin anew."""
        self._digits, self._minus = "", False

    def mc(self) -> int | None:
        """In milli-°C; None while nothing is typed."""
        return int(self._digits) * (-100 if self._minus else 100) if self._digits else None

    def text(self) -> str:
        """As the sheet shows it."""
        mc = self.mc()
        return "–" if mc is None else temperature(mc)
