from datetime import UTC, datetime

from app.services.offers import derive_offers, incomplete_products
from app.services.ports import Store
from tests.support.sample_store import FakeStore, sample_id, sample_view

NOW = datetime(2026, 5, 9, 5, 0, tzinfo=UTC)


def test_the_sample_store_is_a_store_with_something_of_everything() -> None:
    store: Store = FakeStore(sample_view(NOW), NOW)
    view = store.feed.view
    assert view is not None
    offers = derive_offers(view, NOW)
    assert offers[sample_id("product V")].left == 0
    assert offers[sample_id("product H")].left == 0
    assert offers[sample_id("product P")].left == 6
    assert len(view.receipts) == len(view.print_jobs) == 1
    assert incomplete_products(view) == {sample_id("product L"): ("allergens",)}
