"""The reviewer's page: what is held and why, choosing, deciding, and bad news."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from app.domain.portion import QualityStatus
from app.services.refusal import RefusalCode, Refused
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.held import batch_of, with_status
from tests.support.sample_store import FakeStore, sample_view
from tests.ui.manager.conftest import NOW, OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
VIEW = sample_view(NOW)
FIRST, *REST = batch_of(VIEW, "M")


@pytest.fixture
def office(shell: Shell) -> Iterator[OfficeDriver]:
    held = with_status(VIEW, QualityStatus.HELD, *REST)
    driver = OfficeDriver(shell, FakeStore(with_status(held, QualityStatus.FAILED, FIRST), NOW))
    yield driver
    driver.office.stop()


async def opened(office: OfficeDriver) -> None:
    await office.sign_in()
    await office.tap("nav_reviews")
    await office.item("reviewList")


def test_the_rest_of_a_batch_is_released_with_a_reason(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await opened(office)
        await office.tap(f"batch_{office.known.wholes[FIRST.whole_id].code}")
        release = await office.item("reviewRelease")
        assert not release.isEnabled()
        await office.tap("reason_1")
        await office.tap("reviewRelease")
        portions = office.known.portions
        await office.until(
            lambda: all(office.known.portions[p.id].quality_status.sellable for p in REST), "free"
        )
        assert portions[FIRST.id].quality_status is QualityStatus.FAILED
        await office.until(
            lambda: scene.find([office.window], f"hold_{REST[0].id}") is None, "gone from the list"
        )
        await office.item(f"hold_{FIRST.id}")

    run(body())


def test_what_failed_can_only_be_thrown_away(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await opened(office)
        await office.tap(f"hold_{FIRST.id}")
        await office.tap("reason_3")
        assert not (await office.item("reviewRelease")).isEnabled()
        assert not (await office.item("reviewDown_1000")).isEnabled()
        await office.tap("reviewWaste")
        await office.until(lambda: FIRST.id not in office.known.portions, "wasted")

    run(body())


def test_one_portion_is_marked_down(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await opened(office)
        await office.tap(f"hold_{REST[0].id}")
        await office.tap("reason_2")
        await office.tap("reviewDown_2000")
        await office.until(
            lambda: office.known.portions[REST[0].id].markdown_bp == 2000, "marked down"
        )

    run(body())


def test_another_reviewer_was_faster(
    office: OfficeDriver, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def taken(*_: Any, **__: Any) -> None:
        raise Refused(RefusalCode.CHANGED, REST[0].code)

    monkeypatch.setattr(office.store.reviews, "decide", taken)

    async def body() -> None:
        await opened(office)
        await office.tap(f"hold_{REST[0].id}")
        await office.tap("reason_0")
        await office.tap("reviewRelease")
        await office.until(
            lambda: scene.find([office.window], "reviewNotice") is not None, "the notice"
        )
        assert "changed" in await office.title("reviewNotice")

    run(body())


def test_nothing_held_says_so(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await opened(desk)
        assert scene.find([desk.window], "reviewRelease") is None

    run(body())
