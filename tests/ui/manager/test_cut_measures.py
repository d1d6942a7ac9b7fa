"""What was measured at a cut, typed in the back office."""

import pytest

from app.ui.manager.cut_measures import check_measures
from app.ui.manager.typed import Fault


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        ("", None), ("  ", None), ("7", (7.0,) * 3), ("7 6,5 5", (7.0, 6.5, 5.0)),
        ("0;10;3.9", (0.0, 10.0, 3.9)),
    ],
)  # fmt: skip
def test_one_for_all_or_one_each(looks: str, found: tuple[float, ...] | None) -> None:
    faults: dict[str, Fault] = {}
    assert check_measures(looks, "", None, 3, faults).presentations == found
    assert faults == {}


@pytest.mark.parametrize(
    ("looks", "angles", "expected"),
    [
        ("7 8", "", {"looks": Fault.OUT_OF_RANGE}),
        ("11", "", {"looks": Fault.OUT_OF_RANGE}),
        ("-1", "", {"looks": Fault.OUT_OF_RANGE}),
        ("nice", "361", {"looks": Fault.NOT_A_NUMBER, "angles": Fault.OUT_OF_RANGE}),
        ("1e30", "0", {"looks": Fault.OUT_OF_RANGE, "angles": Fault.OUT_OF_RANGE}),
        ("NaN", "", {"looks": Fault.NOT_A_NUMBER}),
    ],
)
def test_what_cannot_be_is_named_at_once(
    looks: str, angles: str, expected: dict[str, Fault]
) -> None:
    faults: dict[str, Fault] = {}
    measured = check_measures(looks, angles, None, 3, faults)
    assert faults == expected
    assert measured.presentations is None
