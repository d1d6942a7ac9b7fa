import pytest

from app.domain.configuration import STANDARD_PIZZA_PORTIONS, is_portion_count
from app.domain.portion_size import SizeFault, angle_faults, weight_faults

SIZE, ANGLE = SizeFault.SIZE, SizeFault.ANGLE


@pytest.mark.parametrize(
    ("weight_mg", "standard_mg", "fits"),
    [
        (89_900, 100_000, False),
        (90_000, 100_000, True),
        (110_000, 100_000, True),
        (110_100, 100_000, False),
        (50_900, 60_000, False),
        (51_000, 60_000, True),
    ],
)
def test_a_cake_portion_keeps_both_limits(weight_mg: int, standard_mg: int, fits: bool) -> None:
    assert (not weight_faults(weight_mg, standard_mg, cake=True)) == fits


@pytest.mark.parametrize(
    ("angle_mdeg", "faults"),
    [
        (29_900, {SIZE, ANGLE}),
        (30_000, {SIZE}),
        (45_000, set()),
        (60_000, {SIZE}),
        (60_100, {SIZE, ANGLE}),
    ],
)
def test_an_eighth_of_a_pizza(angle_mdeg: int, faults: set[SizeFault]) -> None:
    assert angle_faults(angle_mdeg, 8) == faults


def test_a_whole_makes_two_to_sixteen() -> None:
    assert [n for n in range(20) if is_portion_count(n)] == list(range(2, 17))
    assert list(STANDARD_PIZZA_PORTIONS.values()) == [8, 6, 4]
