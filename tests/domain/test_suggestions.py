from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.policy import SuggestionPolicy
from app.domain.portion import Grade
from app.domain.suggestions import Completion, Guest, Sellable, lacking, suggest, surplus_of
from app.domain.suggestions_learned import NO_BASKETS, Baskets, learn
from app.domain.suggestions_upgrade import GradeStock, surplus_upgrade, upgrade_for

POLICY = SuggestionPolicy()
PIZZA, TIRAMISU, COLA, TART, NUT_CAKE = (UUID(int=number) for number in range(1, 6))
A, B, C = Grade.A, Grade.B, Grade.C
LINE = UUID(int=99)


def _sellable(product_id: UUID, count: int = 6, **changes: object) -> Sellable:
    plain = Sellable(product_id, count, 100.0, 500, 200, frozenset({"milk"}))
    return replace(plain, **changes)  # type: ignore[arg-type]


def _products(
    stock: list[Sellable],
    guest: Guest = Guest(),  # noqa: B008
    baskets: Baskets = NO_BASKETS,
    order: tuple[UUID, ...] = (PIZZA,),
    **more: object,
) -> list[tuple[UUID, str]]:
    found = suggest(order, stock, guest, baskets, policy=POLICY, **more)  # type: ignore[arg-type]
    return [(each.product_id, each.reason.value) for each in found]


VISITS = (*(frozenset({TIRAMISU, PIZZA}) for _ in range(4)), frozenset({COLA}))


def test_what_a_guest_usually_has_is_suggested_while_it_is_there() -> None:
    guest = Guest(VISITS)
    assert _products([_sellable(TIRAMISU)], guest) == [(TIRAMISU, "usual")]
    assert _products([_sellable(TIRAMISU, count=0)], guest) == []
    assert _products([_sellable(COLA)], guest) == []


def test_unknown_guests_see_the_best_sellers() -> None:
    baskets = learn([frozenset({COLA})] * 60 + [frozenset({TART})] * 40)
    assert _products([_sellable(TART), _sellable(COLA)], baskets=baskets) == [
        (COLA, "best_seller"),
        (TART, "best_seller"),
    ]


def test_what_is_bought_together_is_suggested_together() -> None:
    together = [frozenset({PIZZA, COLA})] * 60 + [frozenset({TART})] * 60
    baskets = learn(together + [frozenset({PIZZA, TART})] * 5)
    assert _products([_sellable(COLA), _sellable(TART)], baskets=baskets)[0] == (COLA, "goes_with")
    assert (
        baskets.lift_bp(PIZZA, COLA, POLICY)
        > 11_000
        > 10_000
        > baskets.lift_bp(PIZZA, TART, POLICY)
    )


def test_a_coincidence_is_no_pattern() -> None:
    baskets = learn([frozenset({PIZZA, NUT_CAKE})] + [frozenset({TART})] * 99)
    assert 10_000 < baskets.lift_bp(PIZZA, NUT_CAKE, POLICY) < POLICY.least_lift_bp
    bare = replace(POLICY, shrinkage=0)
    assert baskets.lift_bp(PIZZA, NUT_CAKE, bare) == 1_000_000
    assert NO_BASKETS.lift_bp(PIZZA, TART, bare) == baskets.lift_bp(TART, TART, bare) == 10_000


def test_a_bundle_that_one_product_completes_comes_first_and_says_what_it_saves() -> None:
    menu = Completion("menu", "Menu", COLA, 100)
    stock = [_sellable(TIRAMISU), _sellable(COLA)]
    found = suggest([PIZZA], stock, Guest(VISITS), NO_BASKETS, policy=POLICY, completions=[menu])
    assert [each.product_id for each in found] == [TIRAMISU, COLA]
    assert (found[1].reason, found[1].bundle) == ("completes_bundle", menu)
    unknown = suggest([PIZZA], stock, Guest(), NO_BASKETS, policy=POLICY, completions=[menu])
    assert [each.product_id for each in unknown] == [COLA]


def test_bundles_are_ranked_by_history_and_surplus() -> None:
    """Of two that save the same: what this guest has had before; else of what is too much."""
    menus = [Completion("a", "A", COLA, 100), Completion("b", "B", TART, 100)]
    stock = [_sellable(TART), _sellable(COLA)]

    def first(stock: list[Sellable], guest: Guest) -> UUID:
        return suggest([PIZZA], stock, guest, NO_BASKETS, policy=POLICY, completions=menus)[
            0
        ].product_id

    assert first(stock, Guest(VISITS)) == COLA
    plenty = _sellable(TART, count=10, expected=1.0)
    assert first([plenty, _sellable(COLA)], Guest()) == TART
    assert first([_sellable(TART), _sellable(COLA, count=10, expected=1.0)], Guest()) == COLA


def test_what_one_more_piece_completes() -> None:
    menu = {PIZZA: 2, COLA: 1}
    assert lacking({PIZZA: 2}, menu) == COLA
    assert lacking({PIZZA: 1, COLA: 1}, menu) == PIZZA
    assert lacking({PIZZA: 1}, menu) is None
    assert lacking({PIZZA: 2, COLA: 1}, menu) is None
    assert lacking({PIZZA: 4, COLA: 1}, menu) == COLA
    assert lacking({}, {PIZZA: 1, COLA: 1}) is None
    assert lacking({PIZZA: 9}, {PIZZA: 1}) is None


def test_a_piece_that_is_in_the_order_is_suggested_only_for_its_bundle() -> None:
    menu = Completion("menu", "Menu", PIZZA, 100)
    stock, baskets = [_sellable(PIZZA)], learn([frozenset({PIZZA})] * 9)
    found = suggest([PIZZA], stock, Guest(), baskets, policy=POLICY, completions=[menu])
    assert [(each.product_id, each.reason) for each in found] == [(PIZZA, "completes_bundle")]
    assert suggest([PIZZA], stock, Guest(), baskets, policy=POLICY) == ()


def test_surplus_moves_a_product_up() -> None:
    baskets = learn([frozenset({COLA})] * 50 + [frozenset({TART})] * 50)
    plenty = _sellable(TART, count=10, expected=2.0)
    assert surplus_of(plenty) == 8_000
    assert surplus_of(_sellable(TART, count=0)) == 0
    assert _products([_sellable(COLA), plenty], baskets=baskets)[0][0] == TART


def test_never_what_the_guest_avoids_declined_has_or_what_loses_money() -> None:
    guest = Guest(VISITS, frozenset({"tree_nuts"}))
    good = _sellable(TIRAMISU)
    assert _products([good], guest)
    assert _products([replace(good, allergens=frozenset({"tree_nuts"}))], guest) == []
    assert _products([replace(good, allergens=None)], guest) == []
    assert _products([good], guest, declined={TIRAMISU}) == []
    assert _products([good], guest, order=(TIRAMISU,)) == []
    assert _products([replace(good, price_minor=199)], guest) == []


@given(
    st.lists(
        st.builds(
            Sellable,
            st.integers(1, 30).map(lambda number: UUID(int=number)),
            st.integers(0, 9),
            st.floats(0, 20),
            st.integers(0, 900),
            st.integers(0, 900),
            st.one_of(st.none(), st.frozensets(st.sampled_from(["milk", "egg"]))),
        ),
        unique_by=lambda each: each.product_id,
        max_size=20,
    ),
    st.lists(st.frozensets(st.integers(1, 30).map(lambda n: UUID(int=n))), max_size=20),
)
def test_at_most_three_all_sellable_in_one_order(
    stock: list[Sellable], visits: list[frozenset[UUID]]
) -> None:
    guest, baskets = Guest(tuple(visits), frozenset({"egg"})), learn(visits)
    found = suggest([PIZZA], stock, guest, baskets, policy=POLICY)
    assert len(found) <= 3
    by_id = {each.product_id: each for each in stock}
    for each in found:
        product = by_id[each.product_id]
        assert product.count > 0
        assert product.price_minor >= product.floor_minor
        assert product.allergens is not None
        assert "egg" not in product.allergens
    assert suggest([PIZZA], stock[::-1], guest, baskets, policy=POLICY) == found


@pytest.mark.parametrize(
    ("forecast", "floor_minor", "offered"), [(4.0, 250, True), (6.0, 250, False), (4.0, 370, False)]
)
def test_a_surplus_of_the_better_grade_is_offered_at_the_quoted_price(
    forecast: float, floor_minor: int, offered: bool
) -> None:
    by_grade = {A: GradeStock(6, 440, floor_minor, forecast)}
    upgrade = surplus_upgrade(LINE, B, 360, by_grade)
    assert (upgrade is not None) == offered
    if upgrade:
        assert (upgrade.grade, upgrade.price_minor, upgrade.more_minor) == (A, 360, 0)


def test_a_better_grade_for_more_money_is_offered_once_per_line() -> None:
    by_grade = {A: GradeStock(2, 440, 200), C: GradeStock(4, 320, 200)}
    offer = upgrade_for(LINE, C, 320, by_grade, asked_before=())
    assert offer is not None
    assert (offer.grade, offer.price_minor, offer.more_minor) == (A, 440, 120)
    assert upgrade_for(LINE, C, 320, by_grade, asked_before={LINE}) is None
    assert upgrade_for(LINE, A, 440, by_grade, asked_before=()) is None
    assert upgrade_for(LINE, C, 320, {A: GradeStock(0, 440, 200)}, asked_before=()) is None
    assert upgrade_for(LINE, C, 320, {A: GradeStock(1, 320, 200)}, asked_before=()) is None
