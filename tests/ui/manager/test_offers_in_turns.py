"""Opening a page never waits for all offers: what takes longer comes in turns of its own."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from app.services.offer_book import OfferBook
from app.services.offers import derive_offers
from tests.ui.manager.conftest import NOW, OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def test_a_page_shows_what_is_there_and_the_rest_as_it_comes(
    desk: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.manager.desk._AT_ONCE_S", 0.0)
    monkeypatch.setattr("app.ui.manager.desk._TURN_S", 0.0)
    turns: list[int] = []
    refresh = OfferBook.refresh

    def counted(book: OfferBook, *given: Any) -> frozenset[Any]:
        redone = refresh(book, *given)
        turns.append(len(redone))
        return redone

    monkeypatch.setattr(OfferBook, "refresh", counted)

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_prices")
        every = derive_offers(desk.known, NOW)
        lines = desk.office._prices._now._products
        await desk.until(lambda: lines.rowCount() == len(every), "all products")
        assert max(turns) < len(every) <= len(turns)
        book = desk.office._desk._book
        await desk.until(lambda: not book.behind, "nothing left")
        assert book.offers == every

    run(body())


def test_a_book_left_behind_catches_up_with_one_that_was_not(desk: OfficeDriver) -> None:
    view = desk.known
    at_once, in_turns = OfferBook(), OfferBook()
    at_once.refresh(view, NOW)
    redone = [in_turns.refresh(view, NOW, lambda: True)]
    while in_turns.behind:
        redone.append(in_turns.refresh(view, NOW, lambda: True))
    assert in_turns.offers == at_once.offers == derive_offers(view, NOW)
    assert sum(map(len, redone)) == len(view.products)
