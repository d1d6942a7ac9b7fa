"""`wedge store terminal`, `terminals`, `revoke`: who may reach the store, and by which address."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.store import Folder, store
from app.cli.words import refuse, running_store, told
from app.domain.people import Mode

MODES = {
    "till": Mode.POS,
    "pos": Mode.POS,
    "kds": Mode.KDS,
    "manager": Mode.MANAGER,
    "customer": Mode.CUSTOMER,
}
COMMANDS = {Mode.POS: "till", Mode.KDS: "kds", Mode.MANAGER: "manager", Mode.CUSTOMER: "customer"}


@store.command()
@told
def terminal(
    name: Annotated[str, typer.Argument(help='As the screens call it, such as "Till 1".')],
    mode: Annotated[str, typer.Option("--mode", help="till, kds, manager or customer.")],
    register: Annotated[
        str | None,
        typer.Option("--register", help="Numbers a till's receipts; names a display's till."),
    ] = None,
    host: Annotated[
        str | None,
        typer.Option("--host", help="This machine's name or address, for another machine's use."),
    ] = None,
    folder: Folder = None,
) -> None:
    """Register a terminal and print its address; again: a new address, the old one ends."""
    from app.data.server import StoreServer, default_folder
    from app.data.terminal_desk import register_terminal
    from app.data.urls import for_network

    if mode not in MODES:
        refuse(f'"{mode}" is no kind of terminal; there are: till, kds, manager, customer.')
    url, made = register_terminal(
        running_store(folder), name=name, mode=MODES[mode], register=register
    )
    typer.echo(for_network(url, host) if host else url)
    numbered = f", register {made.register}" if made.register else ""
    typer.echo(f"{made.name} is registered{numbered}. Whoever has this address is this terminal.",
               err=True)  # fmt: skip
    typer.echo(f"Start it with: wedge {COMMANDS[made.mode]} --store 'ADDRESS'", err=True)
    if host:
        authority = StoreServer(folder or default_folder()).folder.tls / "ca.crt"
        typer.echo(
            f"The other machine needs {authority} as ~/.postgresql/root.crt, and this store must "
            "have been started with --lan.",
            err=True,
        )


@store.command()
@told
def terminals(folder: Folder = None) -> None:
    """List the terminals."""
    from app.data.terminals import terminals as listed

    found = listed(running_store(folder))
    for each in found:
        numbered = f"  register {each.register}" if each.register else ""
        seen = f"  seen {each.last_seen_at:%Y-%m-%d %H:%M} UTC" if each.last_seen_at else ""
        ended = "  (revoked)" if each.revoked else ""
        typer.echo(f"{each.name}  {COMMANDS[each.mode]}{numbered}{seen}{ended}")
    if not found:
        typer.echo("None yet. Register one with: wedge store terminal NAME --mode till")


@store.command()
@told
def revoke(name: str, folder: Folder = None) -> None:
    """Shut a terminal out at once, such as one that was stolen; its records stay."""
    from app.data.terminals import revoke_terminal

    if not revoke_terminal(running_store(folder), name.strip()):
        refuse(f'There is no terminal named "{name.strip()}". List them: wedge store terminals')
    typer.echo(f"{name.strip()} is shut out. Register it again for a new address.")
