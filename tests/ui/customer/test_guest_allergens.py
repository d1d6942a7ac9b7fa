"""What the guest reads of allergens: each line's, and those of the whole order."""

from dataclasses import replace
from datetime import UTC, datetime

from app.services.store_view import Entity
from app.ui.customer.program import build
from app.ui.shared import words
from app.ui.shared.shell import Shell
from tests.support.sample_store import FakeStore, sample_view
from tests.support.screen import item, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def test_the_order_says_once_what_its_lines_hold_and_what_is_left_out(
    shell: Shell, run: Run
) -> None:
    async def body() -> None:
        view = sample_view(NOW)
        store = FakeStore(view, NOW, terminal="Till 2")
        ticket = next(t for t in view.tickets.values() if t.state == "open")
        program = build(shell, store)
        shell.show(program.window, second_screen=True)
        lines = view.lines_of(ticket.id)
        codes = frozenset(code for line in lines for code in line.allergens)
        found = await item(shell, "containsText")
        await until(lambda: words.allergens(codes) in str(found.property("text")))
        asked = replace(store.feed.known.tickets[ticket.id], avoids=("tree_nuts",))
        store.feed.put((Entity.TICKET, ticket.id, asked))
        without = await item(shell, "withoutText")
        await until(lambda: "tree nuts" in str(without.property("text")))
        held = replace(asked, avoids=("milk", "gluten"))
        store.feed.put((Entity.TICKET, ticket.id, held))
        await until(lambda: not without.isVisible())

    run(body())
