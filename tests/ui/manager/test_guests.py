"""Customers, complaints and ratings in the back office, clicked as a manager would."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.domain.complaint import ComplaintKind, ComplaintState
from app.domain.complaint_rates import BandCount, RateBy
from app.domain.guests import ConsentKind
from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.place import Place
from app.domain.satisfaction import Rating, RatingAbout
from app.ui.shared import scene
from tests.support.sample_store import SAMPLE_PIN, run_now, sample_id, sample_session
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
SLICE = sample_id("product M")


def written(folder: Path) -> str:
    """The text of the files in a folder."""
    return "".join(file.read_text() for file in folder.iterdir())


def complain(desk: OfficeDriver, kind: ComplaintKind = ComplaintKind.QUALITY) -> UUID:
    """A cashier opens a complaint about a line of the paid order."""
    ticket = next(t for t in desk.known.tickets.values() if t.receipt_id)
    line, complaint = desk.known.lines_of(ticket.id)[0], new_id()
    run_now(
        desk.store.complaints.open(
            sample_session(desk.known), request=new_id(), complaint_id=complaint,
            line_id=line.id, kind=kind, reason="Cold",
        )
    )  # fmt: skip
    return complaint


def open_task(desk: OfficeDriver, kind: str, number: int, owner: Role = Role.MANAGER) -> None:
    run_now(
        desk.store.tasks.open(
            None, request=new_id(), task_id=new_id(), kind=kind, title=f"{kind} {number}",
            subject={"n": number}, owner=owner, due_s=3600,
        )
    )  # fmt: skip


def test_a_guest_is_shown_exported_and_erased_by_two(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    async def body() -> None:
        guest = desk.store.guests.add("Malee", phone="0812345678", balance=120)
        for day in range(5):
            desk.store.guests.bought(guest, SLICE, day + 1, Place.CORNER, ("Reheated",))
        desk.office._guests.folder = lambda: tmp_path
        await desk.sign_in()
        await desk.tap("nav_guests")
        await desk.until(lambda: len(desk.office._guests._found.rows) == 1, "found")
        desk.office._guests.choose(0)
        await desk.item("guestName")
        profile = str((await desk.item("guestProfile")).property("text"))
        assert "5 visits" in profile and "Margherita (5)" in profile
        assert "Prefers: corner piece, Reheated." in profile
        assert desk.office._guests._purchases.rows[0].portion == "1/8 · corner piece · Reheated"
        await desk.tap("exportGuest")
        await desk.until(lambda: written(tmp_path) != "", "file")
        document = json.loads(written(tmp_path))
        assert document["guest"]["name"] == "Malee"
        assert document["profile"]["visits"] == 5
        assert document["profile"]["place"] == "corner"
        await desk.tap("toggle_feedback")
        known = desk.store.guests.known
        await desk.until(lambda: known[guest].has(ConsentKind.FEEDBACK), "joined")
        await desk.tap("followUp")
        await desk.until(lambda: known[guest].follow_up_at is not None, "follow up")
        await desk.tap("eraseGuest")
        assert guest in known
        await approve(desk)
        await desk.until(lambda: guest not in known, "erased")
        await desk.until(lambda: scene.find([desk.window], "guestName") is None, "not shown")
        assert "5 sales" in str((await desk.item("guestsNotice")).property("text"))

    run(body())


async def approve(desk: OfficeDriver) -> None:
    """The second person allows it at this screen."""
    dialog = desk.office._approval
    await desk.until(lambda: bool(dialog.property("opened")), "question")
    dialog.reason("The guest asked for it")
    dialog.ask()
    await desk.until(lambda: len(dialog._people.rows) > 0, "people")
    dialog.choose(dialog._people.rows[0].staffId)
    for digit in SAMPLE_PIN:
        dialog.digit(digit)
    dialog.submit()


def test_the_marketing_file_has_only_who_says_yes(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    async def body() -> None:
        guests: Any = desk.store.guests
        keys = [guests.add(name) for name in ("One", "Two", "Three")]
        await desk.sign_in()
        for key in keys[:2]:
            await guests.set_consent(
                desk.session, request=new_id(), customer_id=key, kind=ConsentKind.MARKETING,
                given=True,
            )  # fmt: skip
        desk.office._guests.folder = lambda: tmp_path
        await desk.tap("nav_guests")
        await desk.tap("exportMarketing")
        await desk.until(lambda: written(tmp_path) != "", "file")
        assert len(written(tmp_path).splitlines()) == 1 + 2
        assert "One" not in written(tmp_path)

    run(body())


def test_a_complaint_is_second_behind_food_safety_and_said_at_once(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        for number in range(5):
            open_task(desk, "quality_check", number)
        open_task(desk, "warm_fridge", 9, Role.FOOD_SAFETY_MANAGER)
        await desk.sign_in()
        desk.store.advance(60)
        asked = desk.store.feed.now()
        complain(desk)
        banner = desk.shell.banner
        await desk.until(lambda: "complains" in str(banner.property("title")), "alert")
        await desk.tap("nav_feedback")
        queue = desk.office._feedback._queue.rows
        assert [row.kind for row in queue[:2]] == ["warm fridge", "Complaint: food"]
        assert len(queue) == 7
        (complaint,) = desk.known.complaints.values()
        assert complaint.due_at == asked + timedelta(hours=2)

    run(body())


def test_running_complaints_turn_amber_and_red_and_the_mean_is_compared(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_feedback")
        await settled_after(desk, 100, "1:40", "Met")
        await settled_after(desk, 140, "2:00", "Met")
        await settled_after(desk, 160, "2:13", "Missed")

    run(body())


async def settled_after(desk: OfficeDriver, seconds: int, mean: str, verdict: str) -> None:
    """One more complaint: amber at 90 s, red at 120 s, then settled; the mean of all so far."""
    key, page = complain(desk), desk.office._feedback

    def tone() -> str:
        return next(row.tone for row in page._queue.rows if row.complaint == str(key))

    assert tone() == "muted"
    desk.store.advance(90)
    desk.shell.clock.tick.emit()
    assert tone() == "warning"
    if seconds >= 120:
        desk.store.advance(30)
        desk.shell.clock.tick.emit()
        assert tone() == "danger"
    desk.store.advance(seconds - (120 if seconds >= 120 else 90))
    page.choose(str(key))
    page.followUp(0)
    page.settle("Explained")
    await desk.until(lambda: desk.known.complaints[key].state is ComplaintState.RESOLVED, "settled")
    await desk.until(lambda: any(tile.value == mean for tile in page._tiles.rows), mean)
    tile = next(tile for tile in page._tiles.rows if tile.id == "resolution")
    assert verdict in tile.note


def test_stars_from_the_display_become_the_foods_mean_with_its_number(
    desk: OfficeDriver, run: Run
) -> None:
    async def body() -> None:
        now = desk.store.feed.now()
        stars = [5, 4, 4, 4, 4]
        said = desk.store.guests.ratings
        said += [Rating(1, RatingAbout.PRODUCT, n, now, ("M-1",)) for n in stars]
        await desk.sign_in()
        await desk.tap("nav_feedback")
        page = desk.office._feedback
        await desk.until(lambda: len(page._tiles.rows) == 4, "scores")
        food = page._tiles.rows[1]
        assert (food.value, food.note, food.tone) == ("4.20", "Met, target 4.2 · 5 ratings", "ok")
        said.append(Rating(1, RatingAbout.PRODUCT, 3, now, ()))
        page.show(True)
        await desk.until(lambda: page._tiles.rows[1].value == "4.00", "mean")
        assert page._tiles.rows[1].tone == "danger"

    run(body())


def test_a_price_complaint_shows_how_the_price_came_about(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_feedback")
        key = complain(desk, ComplaintKind.PRICE)
        desk.office._feedback.choose(str(key))
        title = await desk.item("complaintTitle")
        assert title.property("text") == desk.known.complaints[key].facts["name"]
        names = [fact.name for fact in desk.office._feedback._facts.rows]
        assert names[:2] == ["Reason", "Base"] and "Price" in names

    run(body())


@pytest.mark.spec("FUL-E3.2")
def test_the_rate_of_complaints_is_shown_for_each_band_of_age(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        desk.store.complaints.bands = (
            BandCount(RateBy.GRADE, "C", 40, 1),
            BandCount(RateBy.AGE, "3", 25, 2),
            BandCount(RateBy.AGE, "0", 300, 1),
        )
        await desk.sign_in()
        await desk.tap("nav_feedback")
        await desk.tap("showRates")
        page = desk.office._feedback
        await desk.until(lambda: len(page._rates.rows) == 3, "rates")
        shown = [(row.band, row.complaints, row.rate) for row in page._rates.rows]
        assert shown == [
            ("up to 15 min", "1", "0.33"),
            ("above 60 min", "2", "8.00"),
            ("C", "1", "2.50"),
        ]
        await desk.item("ratesTable")

    run(body())


@pytest.mark.spec("FUL-R.4")
def test_an_order_that_waits_too_long_is_said_and_listed(desk: OfficeDriver, run: Run) -> None:
    async def body() -> None:
        await desk.sign_in()
        desk.store.advance(700)
        desk.shell.clock.tick.emit()
        banner = desk.shell.banner
        await desk.until(lambda: "waits too long" in str(banner.property("title")), "said")
        await desk.tap("nav_feedback")
        row = desk.office._feedback._queue.rows[0]
        assert (row.kind, row.tone) == ("Waits too long", "danger")
        await desk.item(f"queue_{row.title}")

    run(body())
