"""What the office says when there is nothing, or too much, to show."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from app.domain.complaint import ComplaintKind
from app.domain.ids import new_id
from app.domain.people import Role
from app.services.store_view import Entity
from app.ui.manager.failure_alert import failure_words
from app.ui.manager.feedback_rows import task_word
from app.ui.manager.quality_items import KINDS
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver
from tests.ui.manager.test_guests import complain

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
LONG = "Grandmother's slow-roasted Mediterranean vegetable special with truffle and burrata"


def test_an_empty_review_says_what_waits_there(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_reviews")
        review = await desk.item("reviewList")
        desk.settle()
        nothing = next(
            each for each in review.childItems() if each.property("title") == "Nothing is held"
        )
        await desk.until(lambda: nothing.width() > 200 and nothing.height() > 20, "words seen")

    run(body())


def test_a_name_too_long_for_its_cell_is_shown_in_full_under_the_pointer(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        product = next(iter(desk.known.products.values()))
        desk.store.feed.put((Entity.PRODUCT, product.id, replace(product, name=LONG)))
        await desk.sign_in()
        await desk.tap("nav_menu")
        await desk.until(lambda: any(r.name == LONG for r in desk.office._menu._lines.rows), "it")
        rows = desk.office._menu._lines.rows
        cell = await desk.item(f"cell_{next(n for n, r in enumerate(rows) if r.name == LONG)}_name")
        desk.settle()
        await desk.until(lambda: bool(cell.property("truncated")), "cut off")
        middle = cell.mapToScene(QPointF(cell.width() / 2, cell.height() / 2))
        QTest.mouseMove(desk.window, QPoint(0, 0))
        QTest.mouseMove(desk.window, middle.toPoint())
        tip = await desk.item("cellTipText")
        await desk.until(lambda: tip.property("text") == LONG, "all of it")

    run(body())


def test_every_kind_of_task_of_the_store_has_words() -> None:
    known = (*KINDS, "allergen_incident", "cut_for_order", "price_correction", "complaint",
             "price_review", "service_complaint", "re_inspect", "recovery")  # fmt: skip
    for kind in known:
        word = task_word(kind)
        assert word[0].isupper() and "_" not in word and word.casefold() != kind


def test_a_price_says_the_number_of_its_rules(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_feedback")
        desk.office._feedback.choose(str(complain(desk, ComplaintKind.PRICE)))
        values = [fact.value for fact in desk.office._feedback._facts.rows]
        assert not any("#" in value for value in values)
        assert any("rules no. " in value for value in values)

    run(body())


def test_a_failure_of_no_known_portion_is_said_all_the_same(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        key = new_id()
        await desk.store.tasks.open(
            None, request=new_id(), task_id=key, kind="investigation", title="Margherita",
            subject={"cause": "failed_checkpoint"}, owner=Role.MANAGER, due_s=3600,
        )  # fmt: skip
        title, text, tone = failure_words(desk.known, [desk.known.tasks[key]])
        assert "Margherita" in title and "Quality" in text and tone == "danger"

    run(body())


def test_nobody_is_sent_to_a_station_while_the_store_is_lost(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_places")
        name = next(iter(desk.known.stations.values())).name
        more = await desk.item(f"staffMore_{name}")
        await desk.until(more.isEnabled, "reachable")
        desk.store.lose_link()
        await desk.until(lambda: not more.isEnabled(), "lost")

    run(body())
