"""The kitchen's ear: what sounds when, that it can be muted, and that silence never fails."""

import wave
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.services.store_view import Entity
from app.ui.kds import chime
from app.ui.kds.chime import Sound
from app.ui.kds.program import KitchenProgram
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view, stocked_view
from tests.support.screen import until
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, PAID, Screen, first_line


def another_ticket(screen: Screen) -> None:
    """A ticket paid now arrives."""
    view, now = sample_view(NOW), screen.store.feed.now()
    ticket = replace(
        view.tickets[PAID],
        id=new_id(),
        number=900 + len(screen.view.tickets),
        paid_at=now,
        promised_at=now + timedelta(minutes=6),
    )
    line = replace(first_line(view), id=new_id(), ticket_id=ticket.id, portion_id=None)
    screen.store.feed.put((Entity.TICKET, ticket.id, ticket), (Entity.TICKET_LINE, line.id, line))


def tick_after(screen: Screen, seconds: float) -> None:
    screen.store.feed.advance(seconds)
    screen.vm.refresh()


def test_the_first_ticket_on_an_empty_board_sounds(shell: Shell, run: Run) -> None:
    screen = Screen(shell, stocked_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        assert screen.sounds == []
        another_ticket(screen)
        assert screen.sounds == [Sound.NEW]
        another_ticket(screen)
        assert screen.sounds == [Sound.NEW, Sound.NEW]

    run(body())


def test_what_was_there_before_and_another_station_are_silent(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        screen.key("T")
        screen.key("T")
        assert screen.sounds == []

    run(body())


def test_late_tickets_sound_once_and_again_each_minute(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        tick_after(screen, 600)
        assert screen.sounds == [Sound.LATE]
        tick_after(screen, 59)
        assert screen.sounds == [Sound.LATE]
        tick_after(screen, 1)
        assert screen.sounds == [Sound.LATE, Sound.LATE]

    run(body())


def test_muted_by_tap_and_by_key(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        await screen.sign_in()
        assert screen.item("sound").property("text") == "♪"
        await screen.click("sound")
        assert screen.item("sound").property("text") == "♪ ×"
        screen.picture("muted")
        another_ticket(screen)
        assert screen.sounds == []
        screen.key("M")
        another_ticket(screen)
        assert screen.sounds == [Sound.NEW]

    run(body())


def test_a_computer_without_a_player_says_so_and_works(shell: Shell, run: Run) -> None:
    program = KitchenProgram(shell, FakeStore(sample_view(NOW), NOW, terminal="Kitchen"), None)
    alarm = program.model.property("alarm")
    assert alarm.property("text") == "This computer has no sound"
    assert alarm.property("available") is False


def test_no_screen_or_no_player_means_no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chime.find_player() is None
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert chime.find_player() is None


def test_a_player_is_given_the_file_and_a_failing_one_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, run: Run
) -> None:
    played = tmp_path / "played"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\ncp "$1" "{played}.1" && mv "{played}.1" "{played}"\nexit 1\n')
    player.chmod(0o755)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: str(player) if name == "aplay" else None)
    play = chime.find_player()
    assert play is not None

    async def body() -> None:
        play(Sound.NEW)
        await until(played.exists)

    run(body())
    with wave.open(str(played)) as heard:
        assert heard.getframerate() == chime.RATE_HZ
        assert 0.4 < heard.getnframes() / chime.RATE_HZ < 0.5


@pytest.mark.parametrize("sound", list(Sound))
def test_the_sounds_are_short_audible_and_do_not_click(sound: Sound) -> None:
    tones = chime.samples(chime.NOTES[sound])
    assert 0.3 < len(tones) / chime.RATE_HZ < 1.0
    assert 0.5 < max(tones) / 32_767 <= 0.6
    assert tones[0] == tones[-1] == 0
    assert max(abs(b - a) for a, b in pairwise(tones)) < 0.3 * 32_767


def test_a_new_ticket_takes_the_cards_place_back(shell: Shell, run: Run) -> None:
    screen = Screen(shell, sample_view(NOW))

    async def body() -> None:
        screen.window.resize(1366, 768)
        await screen.sign_in()
        key = screen.item("advice")
        screen.window.grabWindow()
        before = key.mapRectToScene(key.boundingRect())
        await screen.click("advice")
        await screen.until(lambda: not screen.all("urgency"))
        screen.window.grabWindow()
        assert key.mapRectToScene(key.boundingRect()) == before
        another_ticket(screen)
        await screen.until(lambda: len(screen.all("urgency")) == 2)

    run(body())
