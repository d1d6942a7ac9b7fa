"""The command line: `wedge demo`, `wedge till --store URL`, `wedge test` …"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from app import __version__
from app.cli import shop, terminals
from app.cli.audit import audit
from app.cli.store import store
from app.cli.words import FOLDER_HELP, STORE_HELP, refuse, told

cli = typer.Typer(
    name="wedge",
    help="Till, kitchen, customer display and back office for food sold by the portion.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.add_typer(store, name="store")
cli.add_typer(audit, name="audit")

STORE_COMMANDS = (shop, terminals)
"""They add their commands to `store` when they are imported."""

Store = Annotated[str, typer.Option("--store", envvar="WEDGE_STORE", help=STORE_HELP)]
Windowed = Annotated[bool, typer.Option("--windowed", help="A window instead of the whole screen.")]
Drive = Annotated[str | None, typer.Option("--drive", hidden=True)]
Folder = Annotated[Path | None, typer.Option("--folder", help=FOLDER_HELP)]
BENCHMARKS = "throughput, screens, tap, start, frames, search, allocation, pricing, rescore, tick"
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


@cli.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Tell the version.")] = False,
) -> None:
    """Till, kitchen, customer display and back office for food sold by the portion."""
    if version:
        typer.echo(f"Wedge {__version__}")
        raise typer.Exit


def _tell(text: str) -> None:
    typer.echo(text, err=True)


@cli.command()
@told
def demo(
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete the demo's data first.")] = False,
    folder: Folder = None,
    currency: Annotated[
        str | None,
        typer.Option("--currency", help="What a new demo trades in, such as EUR; else baht (THB)."),
    ] = None,
) -> None:
    """Open the whole shop on this machine: till, customer display, kitchen, back office."""
    import os

    from app.data.demo.currency import NoCurrency, checked_currency
    from app.data.server import default_folder
    from app.demo.supervisor import has_display, run_demo

    try:
        currency = checked_currency(currency) if currency else None
    except NoCurrency as error:
        refuse(str(error))
    if not has_display(os.environ):
        typer.echo("There is no display here, so the tour runs offscreen instead of the windows.")
        if fresh or folder:
            typer.echo("It does not use --fresh and --folder: no data of the demo are touched.")
        _tour(["--currency", currency] if currency else [])
    chosen = folder or default_folder()
    raise typer.Exit(run_demo(chosen, fresh=fresh, say=_tell, currency=currency))


@told
def _program(mode: str, url: str, windowed: bool, drive: str | None) -> None:
    import os

    from app.data.urls import checked_address
    from app.demo.supervisor import has_display
    from app.domain.people import Mode

    address = checked_address(url)
    if not has_display(os.environ):
        refuse(
            "There is no display here to open a window on. Start it from the desktop, or name the "
            "display in DISPLAY or WAYLAND_DISPLAY."
        )
    from app.bootstrap import run_program

    raise typer.Exit(run_program(Mode(mode), address, windowed=windowed, drive=drive))


@cli.command("pos", hidden=True)
@cli.command()
def till(store: Store, windowed: Windowed = False, drive: Drive = None) -> None:
    """Run a till (also: pos)."""
    _program("pos", store, windowed, drive)


@cli.command()
def kds(store: Store, windowed: Windowed = False, drive: Drive = None) -> None:
    """Run a kitchen display."""
    _program("kds", store, windowed, drive)


@cli.command()
def manager(store: Store, windowed: Windowed = False, drive: Drive = None) -> None:
    """Run the back office."""
    _program("manager", store, windowed, drive)


@cli.command()
def customer(store: Store, windowed: Windowed = False, drive: Drive = None) -> None:
    """Run a customer display."""
    _program("customer", store, windowed, drive)


def _tour(arguments: list[str]) -> None:
    raise typer.Exit(import_module("app.tour.main").run(arguments))


@cli.command(context_settings=PASS_ON)
def tour(context: typer.Context) -> None:
    """Play a scripted hour of trade with real clicks; leaves pictures and receipts."""
    _tour(context.args)


@cli.command(context_settings=PASS_ON)
def test(context: typer.Context) -> None:
    """Run every check and the tests; further words go to pytest."""
    from app.cli.checks import HELP, run_checks

    if context.args in (["--help"], ["-h"]):
        typer.echo(HELP)
        raise typer.Exit

    raise typer.Exit(run_checks(context.args))


@cli.command()
def bench(
    names: Annotated[
        list[str] | None, typer.Argument(help=f"All if none is named. There are: {BENCHMARKS}.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    check: Annotated[bool, typer.Option("--check", help="End with 1 if a goal is missed.")] = False,
) -> None:
    """Measure Wedge on this machine."""
    # Not a part of the program's rooms: the benchmarks import the program, not the reverse.
    raise typer.Exit(import_module("benchmarks.main").run(names or [], json, check))


@cli.command()
def spec(
    only_open: Annotated[bool, typer.Option("--open", help="Only what has no test.")] = False,
    area: Annotated[str | None, typer.Option("--area", help="Only this area.")] = None,
) -> None:
    """List the requirements with the tests that prove them, and what is open."""
    from app.cli.spec import marks, report, requirements, unknown_marks

    rows, tests = requirements(), marks()
    chosen = [row for row in rows if area in (None, row.area)]
    if not chosen:
        known = ", ".join(sorted({row.area for row in rows}))
        typer.echo(f"wedge: there is no area {area}. There are: {known}", err=True)
        raise typer.Exit(2)
    for line in report(chosen, tests, only_open=only_open):
        typer.echo(line)
    if strangers := unknown_marks(rows, tests):
        typer.echo(f"wedge: marks that no requirement has: {', '.join(strangers)}", err=True)
        raise typer.Exit(1)


@cli.command()
def translations() -> None:
    """Bring the translation files up to the sources and compile them; lists what is open."""
    from app.cli.translations import update

    untranslated = update()
    for line in untranslated:
        typer.echo(line)
    raise typer.Exit(1 if untranslated else 0)


def main() -> None:
    """Run the command line."""
    cli(prog_name="wedge")


if __name__ == "__main__":
    main()
