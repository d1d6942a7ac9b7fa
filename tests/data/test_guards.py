"""What the database refuses, whoever asks; the journal; signing in."""

from uuid import uuid4

import psycopg
import pytest

from app.data.audit import verify
from app.data.migrate import NewerSchema, upgrade
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_reservation import FIRST, hint
from tests.support.seed import (
    CABINET,
    DRINK,
    EIGHTHS,
    PIZZA,
    SmallShop,
    Till,
    candidate,
    known_id,
)

TABLES = ("portions", "tickets", "journal", "staff", "products", "feed", "settings")


@pytest.mark.parametrize("mode", [Mode.POS, Mode.KDS, Mode.CUSTOMER])
@pytest.mark.parametrize("table", TABLES)
def test_terminals_have_no_way_to_a_table(
    make_terminal: MakeTerminal, mode: Mode, table: str
) -> None:
    with psycopg.connect(make_terminal("One", mode), autocommit=True) as link:
        for statement in ("SELECT 1 FROM", "DELETE FROM", "TRUNCATE"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute(f"{statement} wedge.{table}".encode())


def test_kitchen_cannot_sell_and_cashier_cannot_cut(make_terminal: MakeTerminal) -> None:
    with (
        Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        kitchen.reserve(uuid4(), candidate(FIRST))
    with Till(make_terminal("Office", Mode.MANAGER), "cashier") as office:
        with pytest.raises(psycopg.Error) as refused:
            office.act("waste_portion", FIRST, "dropped")
        assert hint(refused.value) == "not_permitted"


def test_revoked_terminal_is_refused(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    with Till(make_terminal("One")) as till:
        small_store.query("UPDATE wedge.terminals SET revoked = true")
        with pytest.raises(psycopg.Error) as refused:
            till.call("heartbeat")
    assert hint(refused.value) == "not_permitted"


@pytest.mark.parametrize("state", ["served", "committed"])
def test_illegal_transition_by_sql(small_store: SmallShop, state: str) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        small_store.query("UPDATE wedge.portions SET state = %s WHERE id = %s", state, FIRST)


def test_wasted_stays_wasted_and_epoch_never_falls(small_store: SmallShop) -> None:
    small_store.query("UPDATE wedge.portions SET state = 'wasted' WHERE id = %s", FIRST)
    for change in ("state = 'available'", "epoch = epoch - 1", "wedge = 9"):
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query(f"UPDATE wedge.portions SET {change} WHERE id = %s", FIRST)


@pytest.mark.parametrize(("count", "fits"), [(1, False), (2, True), (16, True), (17, False)])
def test_portion_count_limits_by_sql(small_store: SmallShop, count: int, fits: bool) -> None:
    statement = (
        "INSERT INTO wedge.portion_configurations VALUES"
        " (gen_random_uuid(), %s, 'cut', %s, null, false)"
    )
    if fits:
        small_store.query(statement, PIZZA, count)
    else:
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query(statement, PIZZA, count)


@pytest.mark.parametrize("wedge", [3, 10])
def test_one_slice_more_than_the_whole_has(small_store: SmallShop, wedge: int) -> None:
    with pytest.raises((psycopg.errors.CheckViolation, psycopg.errors.UniqueViolation)):
        small_store.query(
            "INSERT INTO wedge.portions (id, code, product_id, whole_id, wedge, state, cut_at,"
            " expires_at, holding_unit_id, place, initial_quality) VALUES (gen_random_uuid(),"
            " 'X', %s, %s, %s, 'available', now(), now() + interval '1 h', %s, 'A', 10)",
            PIZZA, known_id("whole 1"), wedge, CABINET,
        )  # fmt: skip


def test_a_whole_is_cut_once(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    cut = (known_id("uncut"), EIGHTHS, 8, CABINET, "B", 9.5, None)
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        for count in (1, 17, 9):
            with pytest.raises(psycopg.Error) as refused:
                kitchen.act("cut_whole", *cut[:2], count, *cut[3:])
            assert hint(refused.value) == "bad_portion_count"
        request = uuid4()
        made = kitchen.act("cut_whole", *cut, request=request)
        assert kitchen.act("cut_whole", *cut, request=request) == made
        assert len(made["ids"]) == 8
        with pytest.raises(psycopg.Error) as refused:
            kitchen.act("cut_whole", *cut)
        assert hint(refused.value) == "already_cut"
        for cause in ("", "x" * 201):
            with pytest.raises(psycopg.Error) as refused:
                kitchen.act("waste_portion", made["ids"][0], cause)
            assert hint(refused.value) == "bad_text"
        kitchen.act("waste_portion", made["ids"][0], "ตกพื้น 🍕")
    assert small_store.query("SELECT * FROM wedge.check_conservation()") == []


def test_journal_is_append_only_and_tampering_is_found(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        till.reserve(uuid4(), candidate(FIRST))
        till.act("add_plain", uuid4(), uuid4(), "counter", DRINK, 2)
    for statement in ("UPDATE wedge.journal SET action = 'x'", "DELETE FROM wedge.journal",
                      "TRUNCATE wedge.journal"):  # fmt: skip
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            small_store.query(statement)
    report = verify(small_store.admin_url)
    assert report.ok and report.events == 5
    small_store.query("ALTER TABLE wedge.journal DISABLE TRIGGER append_only")
    small_store.query("UPDATE wedge.journal SET action = 'nothing' WHERE seq = 2")
    (broken,) = verify(small_store.admin_url).broken
    assert (broken.terminal, broken.seq) == ("One", 2)
    small_store.query("DELETE FROM wedge.journal WHERE seq >= 2")
    (broken,) = verify(small_store.admin_url).broken
    assert (broken.seq, broken.reason) == (2, "the end of the journal is missing")


@pytest.mark.spec("POS-A3.3")
def test_a_hundred_entries_of_which_the_fortieth_is_altered(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        ticket, line = uuid4(), uuid4()
        till.act("add_plain", ticket, line, "counter", DRINK, 1)
        for number in range(96):
            till.act("set_quantity", line, 1 + number % 9)
        till.act("pay_cash", ticket, 2000 * (1 + 95 % 9), 100000)
    assert verify(small_store.admin_url).events == 100
    first, last = small_store.query(
        "SELECT action, (terminal_id, staff_id, body, hash) IS NOT NULL AND at <= now()"
        " FROM wedge.journal WHERE seq IN (1, 100) ORDER BY seq"
    )
    assert (first, last) == (("sign in", True), ("pay cash", True))
    for statement in ("UPDATE wedge.journal SET body = '{}'", "DELETE FROM wedge.journal"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            small_store.query(statement)
    # Only who disables the guard first, as a superuser can, gets that far; the chain tells.
    small_store.query("ALTER TABLE wedge.journal DISABLE TRIGGER append_only")
    small_store.query("UPDATE wedge.journal SET body = body || '{\"quantity\": 1}' WHERE seq = 40")
    (broken,) = verify(small_store.admin_url).broken
    assert (broken.terminal, broken.seq) == ("One", 40)


def test_wrong_pins_are_counted_delayed_and_locked(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    with Till(make_terminal("One")) as till:
        answers = []
        for _ in range(10):
            answers.append(till.call("sign_in", known_id("manager"), b"wrong"))
            small_store.query("UPDATE wedge.staff SET locked_until = NULL")
        assert [each["refused"] for each in answers] == (
            ["wrong_pin"] * 4 + ["pin_delayed"] * 5 + ["pin_locked"]
        )
        assert [int(each["detail"]) for each in answers[4:]] == [5, 10, 20, 40, 80, 1800]
        assert till.call("sign_in", known_id("manager"), b"wrong")["refused"] == "pin_locked"
        still = till.call("sign_in", known_id("manager"), b"anything at all")
        assert still["refused"] == "pin_locked"


def test_right_pin_forgets_the_count(small_store: SmallShop, make_terminal: MakeTerminal) -> None:
    url = make_terminal("One")
    with Till(url) as till:
        till.call("sign_in", known_id("cashier"), b"wrong")
        assert small_store.one("SELECT max(failed_attempts) FROM wedge.staff") == 1
    with Till(url):
        assert small_store.one("SELECT max(failed_attempts) FROM wedge.staff") == 0


def test_newer_schema_is_left_alone(small_store: SmallShop) -> None:
    small_store.query("UPDATE wedge.alembic_version SET version_num = '9999'")
    with pytest.raises(NewerSchema, match="newer than this program"):
        upgrade(small_store.admin_url)
    assert small_store.one("SELECT version_num FROM wedge.alembic_version") == "9999"


def test_upgrade_again_changes_nothing(small_store: SmallShop) -> None:
    before = small_store.one("SELECT count(*) FROM wedge.portions")
    upgrade(small_store.admin_url)
    assert small_store.one("SELECT count(*) FROM wedge.portions") == before


@pytest.mark.parametrize(
    ("name", "fits"), [("ข้าวผัด 🍰 " * 20, True), ("x" * 501, False), (" ", False)]
)
def test_long_and_foreign_names(small_store: SmallShop, name: str, fits: bool) -> None:
    if fits:
        small_store.query("UPDATE wedge.products SET name = %s WHERE id = %s", name, PIZZA)
    else:
        with pytest.raises(psycopg.errors.CheckViolation):
            small_store.query("UPDATE wedge.products SET name = %s WHERE id = %s", name, PIZZA)
