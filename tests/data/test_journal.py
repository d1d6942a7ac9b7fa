"""The journal of one order: each step with actor, time, old and new, to be exported, for good."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from typer.testing import CliRunner

from app.__main__ import cli
from app.data.audit import verify as walk
from app.data.journal import chain_entry, ticket_chain
from app.domain.people import Mode
from app.services.ticket_chain import COLUMNS, chain_csv, chain_rows
from tests.conftest import MakeTerminal
from tests.data.looked_at import FIRST, SECOND, Shop
from tests.data.looked_at import shop as shop
from tests.data.test_verification import DEMANDED, verify
from tests.support.seed import CABINET, PRICE_MINOR, SmallShop, Till, candidate

STEPS = ["validated", "reserved", "paid", "verified", "prepared", "served"]
TABLES = ("journal", "journal_heads", "journal_pending")


@pytest.mark.spec("FUL-R.6")
def test_an_order_s_whole_chain_is_exported_step_by_step(shop: Shop, tmp_path: Path) -> None:
    shop.small.query(DEMANDED)
    began = datetime.now(UTC)
    ticket, line = shop.sell()
    verify(shop, line, "P-100", prepare=False)
    shop.kitchen.act("verify_line", line, 64000)
    shop.kitchen.act("serve_ticket", ticket)
    shop.sell(SECOND)
    number = shop.small.one("SELECT number FROM wedge.tickets WHERE id = %s", ticket)
    receipt = shop.small.query(
        "SELECT register, number FROM wedge.receipts WHERE ticket_id = %s", ticket
    )[0]
    entries = ticket_chain(shop.small.admin_url, str(number))
    assert entries is not None
    assert ticket_chain(shop.small.admin_url, f"{receipt[0]}-{receipt[1]}") == entries
    assert ticket_chain(shop.small.admin_url, "987654") is None
    rows = chain_rows(entries)
    steps = [row for row in rows if row.step]
    assert [row.step for row in steps] == STEPS
    assert [row.actor for row in steps] == ["The cashier"] * 3 + ["The kitchen"] * 3
    times = [row.at for row in rows]
    assert times == sorted(times) and began <= times[0] and times[-1] <= datetime.now(UTC)
    by_step = {row.step: row for row in steps}
    assert "state available" in by_step["reserved"].old  # type: ignore[index]
    assert "state reserved" in by_step["reserved"].new  # type: ignore[index]
    assert "Margherita: kitchen_state verified" in by_step["served"].old  # type: ignore[index]
    assert "P-100: state served" in by_step["served"].new  # type: ignore[index]
    path = tmp_path / "chain.csv"
    said = ["audit", "ticket", str(number), "--csv", str(path), "--store", shop.small.admin_url]
    assert CliRunner().invoke(cli, said).exit_code == 0
    table = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    assert tuple(table[0]) == COLUMNS
    assert [row[1] for row in table[1:] if row[1]] == STEPS
    assert path.read_bytes().decode() == chain_csv(rows)
    told = CliRunner().invoke(cli, ["audit", "ticket", str(number), "--store",
                                    shop.small.admin_url]).output  # fmt: skip
    assert "prepared" in told and "The kitchen" in told
    read = shop.office.call("read_ticket_chain", shop.office.session, str(number))
    assert tuple(chain_entry(each) for each in read["entries"]) == entries
    assert last(shop.small)[0] == "read journal"


@pytest.mark.spec("FUL-R.6")
@pytest.mark.parametrize("mode", list(Mode))
def test_no_application_account_changes_or_deletes_an_entry(
    small_store: SmallShop, make_terminal: MakeTerminal, mode: Mode
) -> None:
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), candidate(FIRST))
    register = "One" if mode is Mode.CUSTOMER else None
    with psycopg.connect(make_terminal("Two", mode, register), autocommit=True) as link:
        for table in TABLES:
            for statement in ("UPDATE wedge.{} SET {}", "DELETE FROM wedge.{}",
                              "TRUNCATE wedge.{}"):  # fmt: skip
                column = {"journal": "action = 'x'", "journal_heads": "seq = 0"}.get(
                    table, "change = '{}'"
                )
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    link.execute(statement.format(table, column).encode())
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        small_store.query("UPDATE wedge.journal SET changes = NULL")
    assert walk(small_store.admin_url).ok


@pytest.mark.spec("FUL-R.6")
def test_decisions_approvals_temperatures_and_quality_keep_old_and_new(shop: Shop) -> None:
    shop.kitchen.call("record_temperature", uuid4(), CABINET, 61_000)
    action, actor, terminal, changes = last(shop.small)
    assert (action, actor, terminal) == ("temperature", None, "K")
    assert values(changes, "holding_units", "temperature_mc") == [(63_000, 61_000)]
    before = shop.small.one("SELECT count(*) FROM wedge.journal")
    shop.kitchen.call("record_temperature", uuid4(), CABINET, 61_000)
    assert shop.small.one("SELECT count(*) FROM wedge.journal") == before, "no change"
    shop.look(FIRST, 8.5)
    scored = [each for each in entries_of(shop.small) if "inspected_score" in str(each[3])]
    (looked,) = scored
    assert set(values(looked[3], "portions", "inspected_score")) == {(None, 8.5)}
    assert looked[1] == "The kitchen"
    approval = uuid4()
    shop.till.act("ask_approval", approval, "discount", '{"line_id": null}', 100, "Guest waited")
    shop.office.act("decide_approval", approval, True, "")
    action, actor, _, changes = last(shop.small)
    assert (action, actor) == ("approve", "The manager")
    assert values(changes, "approvals", "state") == [("asked", "granted")]
    ticket = uuid4()
    shop.till.reserve(ticket, candidate(SECOND))
    shop.till.act("void_ticket", ticket)
    action, actor, _, changes = last(shop.small)
    assert (action, actor) == ("void ticket", "The cashier")
    assert values(changes, "tickets", "state") == [("open", "voided")]
    assert values(changes, "portions", "state") == [("reserved", "available")]
    assert shop.small.one("SELECT count(*) FROM wedge.journal_pending") == 0
    assert walk(shop.small.admin_url).ok


def test_a_changed_value_in_the_journal_is_found(shop: Shop) -> None:
    shop.till.reserve(uuid4(), candidate(SECOND, 0, PRICE_MINOR))
    shop.small.query("ALTER TABLE wedge.journal DISABLE TRIGGER append_only")
    shop.small.query(
        "UPDATE wedge.journal SET changes = jsonb_set(changes, '{0,new}', '{}')"
        " WHERE action = 'reserve'"
    )
    (broken,) = walk(shop.small.admin_url).broken
    assert broken.reason == "its content was changed"


Entry = tuple[str, str | None, str, Any]


def entries_of(shop: SmallShop) -> list[Entry]:
    """Action, actor, terminal and changes, the newest last."""
    return shop.query(
        "SELECT j.action, s.name, t.name, j.changes FROM wedge.journal j"
        " JOIN wedge.terminals t ON t.id = j.terminal_id"
        " LEFT JOIN wedge.staff s ON s.id = j.staff_id ORDER BY j.at, j.seq"
    )


def last(shop: SmallShop) -> Entry:
    return entries_of(shop)[-1]


def values(changes: Any, entity: str, column: str) -> list[tuple[Any, Any]]:
    """Old and new of one column of the rows that changed."""
    return [
        (each["old"][column], each["new"][column])
        for each in changes or ()
        if each["entity"] == entity and column in each["new"]
    ]


def test_ids_in_the_chain_are_of_one_order(shop: Shop) -> None:
    first, _ = shop.sell()
    second, _ = shop.sell(SECOND)
    number = shop.small.one("SELECT number FROM wedge.tickets WHERE id = %s", first)
    entries = ticket_chain(shop.small.admin_url, str(number)) or ()
    told: set[UUID] = {
        UUID(each["ticket_id"]) for entry in entries for each in entry.changes if each["ticket_id"]
    }
    assert told == {first} != {second}
