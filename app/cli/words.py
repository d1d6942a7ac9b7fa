"""What the commands share: wording of options, and errors told as sentences."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import typer

FOLDER_HELP = "The store's folder (default: $WEDGE_HOME, or Wedge's own folder for data)."
STORE_HELP = "The store's address with this terminal's login: postgresql://…"

P = ParamSpec("P")
R = TypeVar("R")


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Have the command end with a sentence and exit code 2 when the store can't be used."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        # Not at the top: help and version need none of it.
        import psycopg

        from app.data.faults import database_fault
        from app.data.migrate import NewerSchema
        from app.data.server import StoreServerError
        from app.data.shop_setup import SetupRefused
        from app.data.urls import BadAddress
        from app.services.store_opening import BadFact

        known = (StoreServerError, NewerSchema, SetupRefused, BadAddress, BadFact)
        try:
            return command(*args, **kwargs)
        except known as error:
            sentence = str(error)
        except psycopg.Error as error:
            sentence = database_fault(error)
        refuse(sentence)

    return run


def refuse(sentence: str) -> NoReturn:
    """End with a sentence and exit code 2."""
    typer.echo(f"wedge: {sentence}", err=True)
    raise typer.Exit(2) from None


def running_store(folder: Path | None) -> str:
    """The administrator's address of the folder's store. Raises StoreServerError if it is down."""
    from app.data.server import StoreServer, StoreServerError, default_folder

    server = StoreServer(folder or default_folder())
    if not server.status().running:
        raise StoreServerError(
            f"The store in {server.folder.path} is not running.",
            "",
            "Start it with: wedge store start"
            + (f" --folder {server.folder.path}" if folder else ""),
        )
    return server.admin_url
