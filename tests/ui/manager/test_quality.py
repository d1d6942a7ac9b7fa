"""The quality page: open items with their owner and time, curves, the plot."""

import os
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.domain.inspection import InspectionKind, Prediction, Seen
from app.domain.people import Role
from app.domain.portion import PortionState
from app.domain.quality_watch import Trouble, Watched
from app.domain.task import Task, TaskState
from app.services.store_view import Entity
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, run_now, sample_id, sample_session, sample_view
from tests.ui.conftest import Run
from tests.ui.manager.conftest import NOW, OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")


def stocked() -> FakeStore:
    """A store whose kitchen looked at its food eight times, with items open and one watch."""
    store = FakeStore(sample_view(NOW), NOW, terminal="Office")
    view, rng = store.feed.known, random.Random(3)
    session = sample_session(view, "Ploy", "Kitchen")
    free = [each for each in view.portions.values() if each.state is PortionState.AVAILABLE]
    for portion in sorted(free, key=lambda each: each.code)[:30]:
        predicted = rng.uniform(7.2, 9.6)
        seen = min(10.0, max(7.0, predicted + rng.gauss(-0.2, 0.4)))
        run_now(
            store.quality.record_inspection(
                session,
                request=new_id(),
                inspection_id=new_id(),
                portion_id=portion.id,
                seen=Seen(InspectionKind.RECHECK, seen),
                prediction=Prediction(predicted, rng.uniform(1000, 9000)),
            )
        )
    for task in list(store.feed.known.tasks):
        store.feed.put((Entity.TASK, task, None))
    put_items(store)
    return store


def put_items(store: FakeStore) -> None:
    product = str(sample_id("product M"))
    tasks = [
        task("investigation", {"product_id": product, "cause": "failed_checkpoint"}, 90),
        task(
            "improvement",
            {"product_id": product, "cause": "uneven cut", "failures": ["a", "b", "c"]},
            60 * 24 * 5,
        ),
        task("deviation", {"temperature_mc": 58_200}, -5, Role.FOOD_SAFETY_MANAGER),
    ]
    watch = Watched(
        new_id(), sample_id("product P"), Trouble.LATE_FAILURE, NOW, NOW + timedelta(hours=6)
    )
    store.feed.put(
        *((Entity.TASK, each.id, each) for each in tasks), (Entity.WATCH, watch.id, watch)
    )


def task(kind: str, subject: dict[str, object], minutes: int, owner: Role = Role.MANAGER) -> Task:
    return Task(
        new_id(), kind, "Margherita · M-2160", subject, owner, NOW - timedelta(minutes=20), None,
        None, NOW + timedelta(minutes=minutes), TaskState.OPEN, None, None, "",
    )  # fmt: skip


@pytest.fixture
def office(shell: Shell) -> Iterator[OfficeDriver]:
    driver = OfficeDriver(shell, stocked())
    yield driver
    driver.office.stop()


async def text(office: OfficeDriver, name: str) -> str:
    return str((await office.item(name)).property("text"))


def picture(office: OfficeDriver, name: str) -> None:
    folder = os.environ.get("WEDGE_PICTURES")
    if folder:
        office.window.grabWindow().save(str(Path(folder) / f"office-{name}.png"))


def test_open_items_stand_by_urgency_with_owner_and_time(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await office.sign_in()
        await office.tap("nav_quality")
        names = [await text(office, f"qualityItem_{i}") for i in range(4)]
        assert [name.split(":")[0] for name in names] == [
            "Temperature deviation", "Investigate", "Improve", "Under watch",
        ]  # fmt: skip
        assert "late since" in await text(office, "qualityDue_0")
        assert "due" in await text(office, "qualityDue_1")
        await office.item("learned_0")
        office.settle()
        picture(office, "quality")
        assert not (await office.item("qualityDone_0")).isEnabled(), "food safety's own people"

    run(body())


def test_an_investigation_is_closed_with_what_came_of_it(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await office.sign_in()
        await office.tap("nav_quality")
        await office.write("qualityOutcome_1", "New knife ordered")
        await office.tap("qualityDone_1")
        await office.until(
            lambda: any(
                each.outcome == "New knife ordered" for each in office.known.tasks.values()
            ),
            "closed",
        )

    run(body())


def test_a_watch_is_ended_by_the_manager(office: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await office.sign_in()
        await office.tap("nav_quality")
        await office.tap("qualityDone_3")
        await office.until(lambda: not office.known.watches, "watch ended")

    run(body())


def test_curves_show_prior_and_learned_life_and_narrow_the_plot(
    office: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await office.sign_in()
        await office.tap("nav_quality")
        assert "±" in await text(office, "learned_0")
        everything = await text(office, "plotSummary")
        assert everything.startswith("30 looks")
        await office.tap("plotCurve_0")
        page = office.office._quality
        await office.until(lambda: len(page.property("points")) < 30, "narrowed")
        row = page.property("curves").rows[0]
        assert int(row.looks) == len(page.property("points"))

    run(body())
