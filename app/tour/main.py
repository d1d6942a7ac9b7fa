"""`wedge tour`: opens a shop of its own, plays the script, and says what it left where."""

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from app.data.audit import verify
from app.data.demo.currency import HOME, NoCurrency, checked_currency
from app.data.demo.menu import read_menu
from app.data.demo.tally import tally
from app.data.server import StoreServer, StoreServerError, default_folder, temporary_folder
from app.demo.shop import open_shop
from app.tour.album import Album
from app.tour.cast import on_stage
from app.tour.script import play
from app.tour.summary import write_summary
from app.ui.shared.driver_client import DriveFailed

PAPER_S = 20.0
OWN_STORE = "The tour plays in a store of its own, made anew; every other store stays as it is."


def run(arguments: list[str]) -> int:
    """Run the tour; returns 0, 1 when a scene could not be played, 2 when it could not begin."""
    parser = argparse.ArgumentParser(prog="wedge tour", description=__doc__)
    parser.add_argument("--out", type=Path, help="where to put pictures, receipts and summary")
    parser.add_argument("--currency", help="what the shop trades in, such as EUR; THB as it is")
    chosen = parser.parse_args(arguments)
    try:
        currency = checked_currency(chosen.currency) if chosen.currency else None
    except NoCurrency as error:
        _say(f"wedge: {error}")
        return 2
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    folder: Path = (chosen.out or Path.cwd() / "tour" / stamp).resolve()
    receipts = folder / "receipts"
    try:
        receipts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _say(f"wedge: {receipts} cannot be made: {error.strerror}. Name a folder with --out.")
        return 2
    store = default_folder().with_name(default_folder().name + "-tour")
    try:
        return _play(folder, receipts, store, currency)
    except StoreServerError as error:
        _say(f"wedge: {error}")
        return 2


def _play(folder: Path, receipts: Path, store: Path, currency: str | None) -> int:
    album = Album(folder)
    trouble: str | None = None
    began = datetime.now(UTC)
    with (
        temporary_folder("tour") as sockets,
        open_shop(store, fresh=True, say=_say, fresh_words=OWN_STORE, currency=currency) as urls,
    ):
        _say("Playing an hour of trade on four programs ...")
        with on_stage(urls, sockets, receipts, folder / "programs.log") as cast:
            try:
                play(cast, read_menu(), album)
                _wait_for_paper(StoreServer(store).admin_url, began)
            except (DriveFailed, LookupError) as error:
                trouble = str(error)
        admin_url = StoreServer(store).admin_url
        figures, audit = tally(admin_url, began), verify(admin_url)
    write_summary(folder, album.pictures, figures, audit, trouble, currency or HOME)
    if trouble:
        _say(f"The tour stopped early: {trouble}. What it has is in {folder}.")
        return 1
    _say(f"Pictures, receipts and summary.md are in {folder}.")
    return 0


def _wait_for_paper(admin_url: str, began: datetime) -> None:
    """Let the printer finish; what is still waiting then is said in the summary."""
    until = time.monotonic() + PAPER_S
    while tally(admin_url, began).unprinted and time.monotonic() < until:
        time.sleep(0.2)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
