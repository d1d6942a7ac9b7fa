"""A portion's code as bars: Code 128, set B, the symbology that every counter scanner reads.

Source of the table and of the check sum: ISO/IEC 15417.
"""

QUIET_MODULES = 10
"""Blank modules that a scanner needs on both sides."""

_MODULES = 11
_START_B = 104
_CHECK = 103
_STOP = "1100011101011"
_TABLE = (
    "6cc66c66649848c44c4c84c446464864462459c4dc4ce5cc4ec4e667265c64e6e467476e74c"
    "72c7267647347326d86c66365184584465884684626886286225b858e46e5d85c647677668e"
    "62e6e86e26ee75874671676876271a77a64278a53050c4b048642c4265905844d04c2434432"
    "6126507ba61447a53c4bc49e5e44f44f27a47947926de6f67b657851e45e5e85e27a87a25de"
    "5ee75e7ae68469069c"
)
"""Eleven modules for each value 0–105, three hexadecimal digits each."""


class NotBars(ValueError):
    """The text has characters outside printable ASCII, which set B does not hold."""


def code128_modules(text: str) -> str:
    """The bars of `text` from left to right, one character per module: `1` is black.

    Raises `NotBars` for anything but printable ASCII, and for no text at all.
    """
    values = [ord(character) - 32 for character in text]
    if not values or not all(0 <= value < 95 for value in values):
        raise NotBars(text)
    check = (_START_B + sum(place * value for place, value in enumerate(values, 1))) % _CHECK
    return "".join(_pattern(value) for value in (_START_B, *values, check)) + _STOP


def _pattern(value: int) -> str:
    return f"{int(_TABLE[3 * value : 3 * value + 3], 16):0{_MODULES}b}"
