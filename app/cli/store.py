"""`wedge store …`: the store's server as a service of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli.words import FOLDER_HELP, refuse, told

store = typer.Typer(help="The store: its server, its terminals, its staff.", no_args_is_help=True)
Folder = Annotated[Path | None, typer.Option("--folder", help=FOLDER_HELP)]


@store.command()
@told
def start(
    folder: Folder = None,
    lan: Annotated[
        bool, typer.Option("--lan", help="Serve the shop's network too (encrypted only).")
    ] = False,
) -> None:
    """Start the server in the background and bring its database up to date."""
    from app.data.migrate import upgrade
    from app.data.server import StoreServer, default_folder
    from app.data.shop_setup import is_open

    server = StoreServer(folder or default_folder(), lan=lan)
    if server.folder.is_ours() and server.status().running:
        if lan and not server.serves_lan():
            refuse(
                "The store's server is running for this machine only. It keeps running. "
                "Stop it first: wedge store stop"
            )
        typer.echo(f"It was running already. {server.status().sentence()}")
        return
    server.start(detached=True)
    try:
        upgrade(server.admin_url)
    except BaseException:
        # What this program cannot serve it does not leave running.
        server.stop()
        raise
    typer.echo(server.status().sentence())
    if not is_open(server.admin_url):
        typer.echo("Next: wedge store open NAME --country CODE --tax-rate PERCENT")


@store.command()
@told
def status(folder: Folder = None) -> None:
    """Tell whether the server runs; ends with 3 when it does not."""
    from app.data.server import StoreServer, default_folder

    found = StoreServer(folder or default_folder()).status()
    typer.echo(found.sentence())
    raise typer.Exit(0 if found.running else 3)


@store.command()
@told
def stop(folder: Folder = None) -> None:
    """Stop the server; what was saved stays."""
    from app.data.server import StoreServer, default_folder

    server = StoreServer(folder or default_folder())
    server.folder.marker()
    server.stop()
    typer.echo("The store's server is stopped.")
