from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.people import Role, Session
from app.services.ports import LinkRefusal, LinkState, LinkStatus
from app.services.refusal import RefusalCode, Refused
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from app.ui.shared.sign_in import SignInModel
from app.ui.shared.status import StatusModel
from tests.support.sample_store import FakeStore, stocked_view
from tests.support.screen import click, item, shows, until
from tests.ui.conftest import Run

NOW = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
PAGE = Path(__file__).with_name("SignInPage.qml")


def _page(shell: Shell, store: FakeStore) -> SignInModel:
    model = SignInModel(shell, store)
    shell.show(shell.load_file(PAGE, vm=model, status=StatusModel(shell, store)))
    return model


def test_a_tile_and_four_digits_sign_in(shell: Shell, run: Run) -> None:
    async def body() -> None:
        model = _page(shell, FakeStore(stocked_view(NOW), NOW))
        await click(shell, "staff_Nok")
        for digit in "1234":
            await click(shell, f"pinKey_{digit}")
        await click(shell, "pinEnter")
        await until(lambda: model.session is not None)
        assert model.session is not None
        assert model.session.staff_name == "Nok"

    run(body())


def test_the_keyboard_does_it_too_after_a_wrong_pin(shell: Shell, run: Run) -> None:
    async def body() -> None:
        model = _page(shell, FakeStore(stocked_view(NOW), NOW))
        await click(shell, "staff_Nok")
        window = shell.windows[0]
        scene.type_text(window, "9999")
        scene.press_key(window, "Return")
        message = await item(shell, "pinMessage")
        await until(lambda: "Wrong PIN" in message.property("text"))
        assert model.session is None
        scene.type_text(window, "1234")
        scene.press_key(window, "Return")
        await until(lambda: model.session is not None)

    run(body())


def test_a_locked_person_sees_how_long(
    shell: Shell, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(staff_id: UUID, pin: str) -> Session:
        raise Refused(RefusalCode.PIN_LOCKED, "90")

    async def body() -> None:
        store = FakeStore(stocked_view(NOW), NOW)
        monkeypatch.setattr(store.staff, "sign_in", refuse)
        _page(shell, store)
        await click(shell, "staff_Nok")
        await click(shell, "pinKey_1")
        await click(shell, "pinEnter")
        message = await item(shell, "pinMessage")
        await until(lambda: "Locked" in message.property("text"))
        assert "1:" in message.property("text")
        assert not (await item(shell, "pinKey_1")).isEnabled()

    run(body())


def test_only_the_right_roles_have_tiles(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(stocked_view(NOW), NOW)
        model = SignInModel(shell, store, roles={Role.KITCHEN})
        cooks = [p for p in store.feed.known.staff.values() if p.role is Role.KITCHEN]
        assert model.property("staff").property("count") == len(cooks)
        assert not shows(shell, "staff_Nok")

    run(body())


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        (RefusalCode.PIN_LOCKED, "en", "Wait 1:30 or ask a manager."),
        (RefusalCode.PIN_DELAYED, "en", "Wrong PIN. Try again in 1:30."),
        (RefusalCode.PIN_LOCKED, "th", "รอ 1:30"),
        (RefusalCode.PIN_DELAYED, "th", "1:30"),
    ],
)
def test_what_a_refused_person_reads_is_one_sentence_of_their_language(
    shell: Shell,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    code: RefusalCode,
    language: str,
    said: str,
) -> None:
    async def refuse(staff_id: UUID, pin: str) -> Session:
        raise Refused(code, "89.5")

    async def body() -> None:
        monkeypatch.setenv("WEDGE_LANG", language)
        shell.use_locale("en_TH")
        store = FakeStore(stocked_view(NOW), NOW)
        monkeypatch.setattr(store.staff, "sign_in", refuse)
        model = _page(shell, store)
        model.choose(next(str(key) for key in stocked_view(NOW).staff))
        model.digit("1")
        model.submit()
        await until(lambda: said in str(model.property("message")))
        assert (". " in str(model.property("message"))) == (language == "en")

    run(body())


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (LinkStatus(LinkState.CONNECTING, None, NOW), "starts by itself"),
        (LinkStatus(LinkState.LOST, None, NOW), "network cable"),
        (LinkStatus(LinkState.REFUSED, None, NOW, LinkRefusal.CREDENTIAL), "name or password"),
        (LinkStatus(LinkState.REFUSED, None, NOW, LinkRefusal.UNKNOWN_TERMINAL), "does not know"),
        (LinkStatus(LinkState.REFUSED, None, NOW, LinkRefusal.NEWER_STORE), "update the program"),
        (LinkStatus(LinkState.REFUSED, None, NOW, LinkRefusal.OLDER_STORE), "start the store once"),
    ],
)
def test_before_anybody_signs_in_the_page_says_why_the_store_is_not_there(
    shell: Shell, run: Run, status: LinkStatus, said: str
) -> None:
    async def body() -> None:
        store = FakeStore(None, NOW)
        store.set_status(status)
        _page(shell, store)
        empty = await item(shell, "signInEmpty")
        await until(lambda: said in empty.property("text"))
        assert (await item(shell, "signInStatus")).property("text") == empty.property("title")
        store.set_status(LinkStatus(LinkState.LIVE, 4.0, NOW))
        store.feed.replace_view(stocked_view(NOW))
        await item(shell, "staff_Nok")
        await until(lambda: not shows(shell, "signInEmpty"))

    run(body())


def test_a_store_that_goes_away_is_told_beside_the_names(shell: Shell, run: Run) -> None:
    async def body() -> None:
        store = FakeStore(stocked_view(NOW), NOW)
        _page(shell, store)
        await item(shell, "staff_Nok")
        assert not shows(shell, "signInSentence")
        store.set_status(LinkStatus(LinkState.LOST, None, NOW))
        sentence = await item(shell, "signInSentence")
        await until(lambda: "network cable" in sentence.property("text"))
        store.set_status(LinkStatus(LinkState.LIVE, 31.0, NOW))
        await until(lambda: not shows(shell, "signInSentence"))
        pill = await item(shell, "signInStatus")
        await until(lambda: "31 ms" in pill.property("text"))

    run(body())
