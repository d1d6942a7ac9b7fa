"""What the commands share: wording of options, and errors told as sentences."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

FOLDER_HELP = "The store's folder (default: $WEDGE_HOME, or Wedge's own folder for data)."
STORE_HELP = "The store's address with this terminal's login: postgresql://…"

P = ParamSpec("P")
R = TypeVar("R")


def told(command: Callable[P, R]) -> Callable[P, R]:
    """Have the command end with a sentence and exit code 2 when the store can't be used."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from app.data.migrate import NewerSchema
        from app.data.server import StoreServerError

        try:
            return command(*args, **kwargs)
        except (StoreServerError, NewerSchema) as error:
            typer.echo(f"wedge: {error}", err=True)
            raise typer.Exit(2) from None

    return run
