"""A shop with a kitchen, an office and a till, for tests of looking at portions."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import hint
from tests.support.seed import PRICE_MINOR as PRICE
from tests.support.seed import SmallShop, Till, candidate, known_id

FIRST, SECOND, OTHER = (known_id(f"portion {each}") for each in ("1/0", "1/1", "2/0"))
WHOLE = known_id("whole 1")


@dataclass
class Shop:
    """The shop with a kitchen, an office and a till."""

    small: SmallShop
    kitchen: Till
    office: Till
    till: Till

    def look(
        self, portion: UUID = FIRST, score: float = 9.0, *, predicted: float = 9.0,
        age_s: float | None = None, kind: str = "recheck", candidates: Any = (),
        request: UUID | None = None, **seen: Any,
    ) -> Any:  # fmt: skip
        what = {"kind": kind, "step": None, "score": score, "passed": True, "causes": [],
                "note": "", "temperature_mc": None, **seen}  # fmt: skip
        said = {"score": predicted, "effective_age_s": 600.0}
        if age_s is not None:
            self.aged(age_s)
        offered = [
            {"portion_id": str(p), "epoch": 0, "grade": "A", "breakdown": []} for p in candidates
        ]
        return self.kitchen.act(
            "record_inspection", uuid4(), portion, json.dumps(what), json.dumps(said),
            json.dumps(offered), request=request,
        )  # fmt: skip

    def aged(self, age_s: float) -> None:
        """To this store all food is so old, whatever a terminal says: for what is learned of it."""
        self.small.query(
            "CREATE OR REPLACE FUNCTION wedge.effective_age("
            "p_portion wedge.portions, p_at timestamptz)"
            f" RETURNS float8 LANGUAGE sql STABLE AS 'SELECT {age_s!r}::float8'"
        )

    def refused(self, call: Any) -> tuple[str, str]:
        with pytest.raises(psycopg.Error) as error:
            call()
        return hint(error.value), error.value.diag.message_detail or ""

    def portion(self, portion: UUID = FIRST) -> Any:
        return self.small.query(
            "SELECT state, inspected_score, quality_status, ticket_id FROM wedge.portions"
            " WHERE id = %s", portion,
        )[0]  # fmt: skip

    def tasks(self, kind: str) -> list[Any]:
        return self.small.query(
            "SELECT subject, due_at - opened_at, state, id FROM wedge.tasks WHERE kind = %s"
            " ORDER BY opened_at", kind,
        )  # fmt: skip

    def sell(self, portion: UUID = FIRST) -> tuple[UUID, UUID]:
        ticket, line = uuid4(), uuid4()
        self.till.reserve(ticket, candidate(portion), line=line)
        self.till.act("pay_cash", ticket, PRICE, PRICE)
        return ticket, line


@pytest.fixture
def shop(small_store: SmallShop, make_terminal: MakeTerminal) -> Iterator[Shop]:
    with (
        Till(make_terminal("K", Mode.KDS), "kitchen") as kitchen,
        Till(make_terminal("Office", Mode.MANAGER), "manager") as office,
        Till(make_terminal("One")) as till,
    ):
        yield Shop(small_store, kitchen, office, till)
