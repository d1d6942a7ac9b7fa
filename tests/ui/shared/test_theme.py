import pytest
from PySide6.QtGui import QColor

from app.ui.shared.shell import Shell

TONES = ("ok", "warning", "danger", "info")
PAIRS = [
    *[
        (ink, ground)
        for ink in ("text", "textMuted", *TONES)
        for ground in ("surface", "background")
    ],
    ("text", "surfaceRaised"),
    ("textMuted", "surfaceRaised"),
    *[(tone, f"{tone}Soft") for tone in TONES],
    *[("text", f"{tone}Soft") for tone in TONES],
    *[("textMuted", f"{tone}Soft") for tone in TONES],
    *[(tone, "surfaceRaised") for tone in TONES],
    # A marked row of a table, a chosen key: the words keep their own tones on it.
    *[(tone, "infoSoft") for tone in TONES],
    ("surface", "text"),
    ("onAccent", "accent"),
    ("dangerInk", "dangerFill"),
    ("railText", "rail"),
    ("railText", "railRaised"),
    ("allergenInk", "allergen"),
    *[("gradeInk", f"grade{letter}") for letter in "ABC"],
    *[("urgencyInk", f"urgency{name}") for name in ("New", "OnTime", "Soon", "Late")],
]


def _luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _ratio(shell: Shell, one: str, other: str) -> float:
    """Contrast by WCAG 2: (lighter + 0.05) : (darker + 0.05)."""
    light = [_luminance(QColor(shell.theme.property(name))) for name in (one, other)]
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read(shell: Shell, dark: bool) -> None:
    shell.theme.setProperty("dark", dark)
    weak = []
    for ink, ground in PAIRS:
        ratio = _ratio(shell, ink, ground)
        if ratio < 4.5:
            weak.append((ink, ground, round(ratio, 2)))
    assert weak == []


MARKS = [
    *[("focus", ground) for ground in ("surface", "background", "surfaceRaised")],
    *[("accent", ground) for ground in ("background",)],
    ("railText", "rail"),
    *[(f"grade{letter}", "gradeInk") for letter in "ABC"],
]
"""What is no text and has to be made out: rings, the main key, badges."""


@pytest.mark.parametrize("dark", [False, True])
def test_rings_and_badges_can_be_made_out(shell: Shell, dark: bool) -> None:
    shell.theme.setProperty("dark", dark)
    assert [pair for pair in MARKS if _ratio(shell, *pair) < 3.0] == []
