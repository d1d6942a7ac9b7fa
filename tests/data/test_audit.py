"""`wedge audit verify` as a person runs it: what it says, and how it ends."""

from uuid import uuid4

import pytest
from typer.testing import CliRunner

from app.__main__ import cli
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, candidate, portion_ids


@pytest.fixture
def traded(small_store: SmallShop, make_terminal: MakeTerminal) -> SmallShop:
    """A shop in which something was sold."""
    with Till(make_terminal("One")) as till:
        ticket = uuid4()
        till.reserve(ticket, candidate(portion_ids()[0]))
        till.act("pay_cash", ticket, 8900, 10000)
    return small_store


def test_a_whole_chain_ends_well(traded: SmallShop) -> None:
    ended = CliRunner().invoke(cli, ["audit", "verify", "--store", traded.admin_url])
    assert ended.exit_code == 0
    assert "all links hold" in ended.output


def test_a_broken_link_is_named_and_ends_with_one(traded: SmallShop) -> None:
    traded.query("ALTER TABLE wedge.journal DISABLE TRIGGER append_only")
    traded.query("UPDATE wedge.journal SET body = '{}' WHERE action = 'reserve'")
    ended = CliRunner().invoke(cli, ["audit", "verify", "--store", traded.admin_url])
    assert ended.exit_code == 1
    assert "One, event 3" in ended.output and "NOT in order" in ended.output


def test_stored_prices_are_worked_out_again(traded: SmallShop) -> None:
    ended = CliRunner().invoke(cli, ["audit", "prices", "--store", traded.admin_url])
    assert ended.exit_code == 0
