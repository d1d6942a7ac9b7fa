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


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read(shell: Shell, dark: bool) -> None:
    shell.theme.setProperty("dark", dark)
    weak = []
    for ink, ground in PAIRS:
        light = [_luminance(QColor(shell.theme.property(name))) for name in (ink, ground)]
        ratio = (max(light) + 0.05) / (min(light) + 0.05)
        if ratio < 4.5:
            weak.append((ink, ground, round(ratio, 2)))
    assert weak == []
