from datetime import UTC, datetime, timedelta

import pytest

from app.domain.ids import new_id
from app.services.offers import derive_offer
from app.services.receive_wholes import receive_wholes
from app.services.record_waste import record_waste
from app.services.refusal import RefusalCode, Refused
from tests.support.sample_store import FakeStore, run_now, sample_id, sample_session, stocked_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


def test_received_wholes_wait_to_be_cut_and_must_still_be_good() -> None:
    store = FakeStore(stocked_view(NOW), NOW)
    session = sample_session(store.feed.known, "Ploy", "Kitchen")
    product_id = sample_id("product V")
    for expires_at, refused in ((NOW, True), (NOW + timedelta(hours=1), False)):
        call = receive_wholes(
            store,
            session,
            request=new_id(),
            product_id=product_id,
            quantity=2,
            expires_at=expires_at,
        )
        if refused:
            with pytest.raises(Refused) as error:
                run_now(call)
            assert error.value.code is RefusalCode.PORTION_EXPIRED
        else:
            assert len(run_now(call)) == 2
    assert derive_offer(store.feed.known, product_id, NOW).wholes_uncut == 3


@pytest.mark.parametrize(("cause", "left"), [("dropped", 7), ("  ", 8), ("x" * 141, 8)])
def test_waste_needs_a_cause(cause: str, left: int) -> None:
    store = FakeStore(stocked_view(NOW), NOW)
    session = sample_session(store.feed.known, "Ploy", "Kitchen")
    portion_id = sample_id("portion P-C1 0")
    call = record_waste(store, session, request=new_id(), portion_id=portion_id, cause=cause)
    if left == 8:
        with pytest.raises(Refused):
            run_now(call)
    else:
        run_now(call)
    assert derive_offer(store.feed.known, sample_id("product P"), NOW).left == left
