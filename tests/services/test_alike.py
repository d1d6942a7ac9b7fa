"""Appraising all at once gives the same as one by one, whatever siblings have lived through."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.portion import Portion, PortionState, QualityStatus
from app.services.alike import life
from app.services.appraisal import Appraiser
from tests.support.sample_data import stocked_view

NOW = datetime(2026, 5, 9, 12, tzinfo=UTC)
VIEW = stocked_view(NOW)
PORTIONS = sorted(VIEW.portions.values(), key=lambda each: each.code)

moments = st.sampled_from([None, NOW - timedelta(minutes=1), NOW + timedelta(minutes=4)])
lives = st.fixed_dictionaries(
    {},
    optional={
        "state": st.sampled_from(list(PortionState)),
        "reserved_until": moments,
        "expires_at": st.sampled_from([NOW, NOW + timedelta(minutes=20)]),
        "cut_at": st.sampled_from([NOW - timedelta(minutes=m) for m in (1, 45, 130)]),
        "initial_quality": st.sampled_from([9.6, 8.1, 7.0]),
        "presentation": st.sampled_from([None, 9.0, 6.0]),
        "markdown_bp": st.sampled_from([0, 2_000]),
        "recheck_at": moments,
        "quality_status": st.sampled_from(list(QualityStatus)),
    },
)


@given(st.lists(st.tuples(st.integers(0, 23), lives), max_size=24))
def test_alike_portions_are_appraised_alike(changes: list[tuple[int, dict[str, object]]]) -> None:
    portions = list(PORTIONS)
    for index, change in changes:
        portions[index % len(portions)] = replace(portions[index % len(portions)], **change)  # type: ignore[arg-type]
    view = replace(VIEW, portions={each.id: each for each in portions})
    together, singly = Appraiser(view), Appraiser(view)
    for product in view.products.values():
        if product.quality is None:
            continue
        own = [each for each in portions if each.product_id == product.id]
        assert together.appraise_all(own, product, NOW) == [
            singly.appraise(each, product, NOW) for each in own
        ]
    assert together.memory.products_at_fault() == singly.memory.products_at_fault()


def test_siblings_share_a_life_until_one_is_reserved() -> None:
    cut: dict[object, list[Portion]] = {}
    for each in PORTIONS:
        if each.state is PortionState.AVAILABLE and each.inspected is None:
            cut.setdefault((each.whole_id, each.expires_at), []).append(each)
    first, second, *_ = next(group for group in cut.values() if len(group) > 2)
    assert first.id != second.id and life(first) == life(second)
    held = replace(first, state=PortionState.RESERVED, reserved_until=NOW)
    assert life(held) != life(second)
