"""A product's preparation options as one line of text, there and back."""

import pytest

from app.domain.catalog import Preparation
from app.ui.manager.preparation_text import (
    BadPreparation,
    preparations_text,
    read_preparations,
)


def test_as_typed_and_as_shown() -> None:
    typed = " Reheat 2 min;Extra sauce +10,5; Cut in two ; ซอสพิเศษ 🌶 +5 1 min 30 s; Toast 90 s +2;"
    options = read_preparations(typed, 2)
    assert options == (
        Preparation("Reheat", 0, 120),
        Preparation("Extra sauce", 1050, 0),
        Preparation("Cut in two", 0, 0),
        Preparation("ซอสพิเศษ 🌶", 500, 90),
        Preparation("Toast", 200, 90),
    )
    assert read_preparations(preparations_text(options, 2), 2) == options
    assert preparations_text(options[:2], 2) == "Reheat 2 min; Extra sauce +10.5"
    assert read_preparations("", 2) == ()


@pytest.mark.parametrize(
    "typed",
    ["Reheat; reheat", "+10", "Sauce +0.005", "x" * 41, "Sauce +100001", "Wait 61 min",
     "; ".join(f"Option {n}" for n in range(13))],
)  # fmt: skip
def test_what_is_no_list(typed: str) -> None:
    with pytest.raises(BadPreparation):
        read_preparations(typed, 2)
