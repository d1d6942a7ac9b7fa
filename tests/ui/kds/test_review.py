"""What quality holds, at the kitchen's screen: everybody sees it, reviewers decide there."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from app.domain.portion import QualityStatus
from app.ui.shared.shell import Shell
from tests.support.held import batch_of, with_status
from tests.support.sample_store import sample_view
from tests.ui.kds.kitchen_screen import NOW, Screen

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]
VIEW = sample_view(NOW)
BATCH = batch_of(VIEW, "M")


def test_a_cook_sees_what_is_held_and_may_not_decide(shell: Shell, run: Run) -> None:
    screen = Screen(shell, with_status(VIEW, QualityStatus.REVIEW, BATCH[0]))

    async def body() -> None:
        await screen.sign_in()
        await screen.click("review")
        await screen.until(lambda: screen.all(f"hold_{BATCH[0].id}"))
        assert not screen.item(f"hold_{BATCH[0].id}").isEnabled()
        assert not screen.all("reviewRelease")
        assert "manager" in screen.item("reviewHint").property("text")
        screen.picture("review-cook")

    run(body())


def test_a_cook_gives_a_lot_the_score_it_lacks(shell: Shell, run: Run) -> None:
    screen = Screen(shell, with_status(VIEW, QualityStatus.UNSCORED, *BATCH))

    async def body() -> None:
        await screen.sign_in()
        await screen.click("review")
        await screen.click("score_8")
        await screen.until(
            lambda: {screen.view.portions[p.id].initial_quality for p in BATCH} == {8.0}
        )
        assert all(screen.view.portions[p.id].quality_status.sellable for p in BATCH)
        await screen.until(lambda: not screen.all("review"))

    run(body())
