"""The specification's temperatures are in degrees Fahrenheit, Wedge's in thousandths of a °C."""

from fractions import Fraction


def fahrenheit_mc(tenths: int) -> int:
    """Milli-°C, half up, of a temperature in tenths of a degree Fahrenheit (1400 is 140 °F)."""
    exact = Fraction(tenths - 320, 10) * 1000 * 5 / 9
    return int((exact + Fraction(1, 2)) // 1)
