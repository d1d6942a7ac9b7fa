"""`wedge store open`, `change`, `person`, `category` …: what an empty store needs to begin."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.cli.store import Folder, store
from app.cli.words import running_store, told
from app.domain.people import Role, pin_length


class Cut(StrEnum):
    """How a kind of food is divided."""

    ANGLE = "angle"
    WEIGHT = "weight"


class Kind(StrEnum):
    """What a holding unit does to the temperature of what is in it."""

    HOT = "hot"
    COLD = "cold"
    AMBIENT = "ambient"


Text = str | None
Country = Annotated[Text, typer.Option("--country", help="Two letters, such as TH or DE.")]
Currency = Annotated[Text, typer.Option("--currency", help="ISO 4217; default: the country's.")]
Zone = Annotated[Text, typer.Option("--time-zone", help="Such as Europe/Berlin.")]
Language = Annotated[Text, typer.Option("--language", help="Of the screens: en or th.")]
Rate = Annotated[Text, typer.Option("--tax-rate", help="Percent in the prices, such as 7.")]
Label = Annotated[Text, typer.Option("--tax-label", help='On receipts, such as "VAT".')]
TaxId = Annotated[Text, typer.Option("--tax-id", help="The shop's number, for receipts.")]
Address = Annotated[Text, typer.Option("--address", help="For receipts.")]
Notes = Annotated[Text, typer.Option("--notes", help="Bank notes in use, such as 5,10,20,50.")]
Rounding = Annotated[Text, typer.Option("--rounding", help="Prices go in steps of, such as 0.05.")]
Bare = Annotated[bool, typer.Option("--bare", help="Without the usual categories and cabinets.")]


@store.command("open")
@told
def open_(
    name: Annotated[str, typer.Argument(help="The shop's name, as receipts say it.")],
    country: Country = None,
    tax_rate: Rate = None,
    currency: Currency = None,
    time_zone: Zone = None,
    language: Language = None,
    tax_label: Label = None,
    tax_id: TaxId = None,
    address: Address = None,
    notes: Notes = None,
    rounding: Rounding = None,
    bare: Bare = False,
    folder: Folder = None,
) -> None:
    """Give a new store its name, currency, time zone, tax and shelves (once)."""
    from app.data.server import StoreServer, default_folder
    from app.data.server.folder import REAL_SHOP
    from app.data.shop_setup import STARTERS, open_store
    from app.services.store_opening import Facts, opening_settings

    settings = opening_settings(
        Facts(name, country, currency, time_zone, language, tax_rate, tax_label, tax_id, address,
              notes, rounding), _home_zone()
    )  # fmt: skip
    url = running_store(folder)
    open_store(url, settings, () if bare else STARTERS)
    StoreServer(folder or default_folder()).folder.write_marker(purpose=REAL_SHOP)
    _show(url)
    typer.echo("Next: wedge store person NAME --role administrator")


@store.command()
@told
def change(
    name: Annotated[Text, typer.Option("--name", help="The shop's name.")] = None,
    country: Country = None,
    tax_rate: Rate = None,
    currency: Currency = None,
    time_zone: Zone = None,
    language: Language = None,
    tax_label: Label = None,
    tax_id: TaxId = None,
    address: Address = None,
    notes: Notes = None,
    rounding: Rounding = None,
    folder: Folder = None,
) -> None:
    """Change the facts that are named, or show them all; screens that are open follow."""
    from app.data.shop_setup import change_store, settings_of
    from app.services.store_opening import Facts, changed_settings

    said = Facts(name, country, currency, time_zone, language, tax_rate, tax_label, tax_id, address,
                 notes, rounding)  # fmt: skip
    url = running_store(folder)
    before = settings_of(url)
    if said != Facts():
        change_store(url, changed_settings(before, said))
    _show(url)


@store.command()
@told
def person(
    name: Annotated[str, typer.Argument(help="As the sign-in screen shows it.")],
    role: Annotated[Role, typer.Option("--role", help="What the person may do.")],
    folder: Folder = None,
) -> None:
    """Take somebody on; the PIN is asked for. Later ones go by the back office as well."""
    from app.data.pins import BadPin
    from app.data.shop_setup import SetupRefused, add_person, settings_of

    url = running_store(folder)
    settings_of(url)
    try:
        add_person(url, name=name, role=role, pin=_asked_pin(name, role))
    except BadPin:
        said = f"A PIN of this role ({_words(role)}) has {pin_length(role)} digits."
        raise SetupRefused(f"{said} Nobody was added.") from None
    typer.echo(f"{name.strip()} may sign in ({_words(role)}).")


@store.command()
@told
def people(folder: Folder = None) -> None:
    """List the staff."""
    from app.data.shop_setup import people as listed

    found = listed(running_store(folder))
    for each in found:
        typer.echo(f"{each.name}  {_words(each.role)}{'' if each.active else '  (has left)'}")
    if not found:
        typer.echo("Nobody yet. Take somebody on with: wedge store person NAME --role ROLE")


@store.command()
@told
def category(
    name: str,
    cut_by: Annotated[
        Cut | None, typer.Option("--cut-by", help="How it is cut; without: sold by the piece.")
    ] = None,
    folder: Folder = None,
) -> None:
    """Add a kind of food."""
    from app.data.shop_setup import NewCategory, add_to_store

    add_to_store(running_store(folder), NewCategory(name, cut_by and cut_by.value))
    typer.echo(f"{name.strip()} is a category.")


@store.command()
@told
def station(name: str, folder: Folder = None) -> None:
    """Add a place in the kitchen that prepares orders."""
    from app.data.shop_setup import add_to_store

    add_to_store(running_store(folder), name)
    typer.echo(f"{name.strip()} is a station.")


@store.command()
@told
def unit(
    name: str,
    kind: Annotated[Kind, typer.Option("--kind", help="What it does to food.")],
    least: Annotated[float | None, typer.Option("--from", help="Lowest °C allowed.")] = None,
    most: Annotated[float | None, typer.Option("--to", help="Highest °C allowed.")] = None,
    folder: Folder = None,
) -> None:
    """Add a cabinet or display that holds food."""
    from app.data.shop_setup import NewUnit, SetupRefused, add_to_store

    if any(each is not None and not -60 <= each <= 300 for each in (least, most)) or (
        least is not None and most is not None and least > most
    ):
        raise SetupRefused("Limits go from -60 to 300 °C, --from not above --to.")
    limits = [None if each is None else round(each * 1000) for each in (least, most)]
    add_to_store(running_store(folder), NewUnit(name, kind.value, *limits))
    typer.echo(f"{name.strip()} is a {kind.value} unit.")


def _home_zone() -> str:
    """This machine's time zone, such as "Europe/Berlin"; empty where it does not say."""
    return os.environ.get("TZ") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]


def _asked_pin(name: str, role: Role) -> str:
    """The PIN, typed twice without showing; the first line of what is piped in otherwise."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    asked = f"PIN for {name.strip()} ({pin_length(role)} digits)"
    return str(typer.prompt(asked, hide_input=True, confirmation_prompt="The same again"))


def _words(role: Role) -> str:
    return role.value.replace("_", " ")


def _show(url: str) -> None:
    from app.data.shop_setup import settings_of
    from app.services.store_opening import told_facts

    for line in told_facts(settings_of(url)):
        typer.echo(line)
