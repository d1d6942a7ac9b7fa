"""`wedge audit …`: the journal's chain, one order's way through it, and every stored price."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from app.cli.words import FOLDER_HELP, STORE_HELP, refuse, running_store, told

audit = typer.Typer(help="The store's journal and prices.", no_args_is_help=True)
Folder = Annotated[Path | None, typer.Option("--folder", help=FOLDER_HELP)]


def _audited(store: str | None, folder: Path | None) -> str:
    from app.data.urls import checked_address

    return running_store(folder) if store is None else checked_address(store)


@audit.command()
@told
def verify(
    store: Annotated[str | None, typer.Option("--store", help=STORE_HELP)] = None,
    folder: Folder = None,
) -> None:
    """Check the journal's chain; ends with 1 and names the place where it is broken."""
    found = import_module("app.data.audit").verify(_audited(store, folder))
    for line in found.lines():
        typer.echo(line)
    raise typer.Exit(0 if found.ok else 1)


@audit.command()
@told
def prices(
    store: Annotated[str | None, typer.Option("--store", help=STORE_HELP)] = None,
    folder: Folder = None,
) -> None:
    """Work every stored price out again; ends with 1 and names those that differ."""
    found = import_module("app.data.price_audit").audit_prices(_audited(store, folder))
    for each in found.wrong:
        typer.echo(f"{each.name}: stored {each.stored_minor}, found {each.found_minor}")
    typer.echo(f"{found.recomputed} worked out again, {found.only_summed} without inputs")
    raise typer.Exit(1 if found.wrong else 0)


@audit.command()
@told
def ticket(
    number: Annotated[str, typer.Argument(help="An order's number, or a receipt's such as 2-118.")],
    table: Annotated[
        Path | None, typer.Option("--csv", help="Write it as a table into this file.")
    ] = None,
    store: Annotated[str | None, typer.Option("--store", help=STORE_HELP)] = None,
    folder: Folder = None,
) -> None:
    """Tell all that the journal holds of one order, step by step, with who and when."""
    from app.services.ticket_chain import chain_csv, chain_rows

    found = import_module("app.data.journal").ticket_chain(_audited(store, folder), number)
    if found is None:
        refuse(f'There is no order and no receipt "{number}". Receipts are named like 2-118.')
    rows = chain_rows(found)
    if table is not None:
        table.write_text(chain_csv(rows), encoding="utf-8", newline="")
        typer.echo(f"{len(rows)} rows written to {table}")
        return
    for each in rows:
        who = each.actor or "no person"
        typer.echo(f"{each.at:%Y-%m-%d %H:%M:%S}  {each.step or '':<9}  {each.action}  "
                   f"{who}, {each.terminal}")  # fmt: skip
        if each.new:
            typer.echo(f"    {each.old or '–'} → {each.new}")
