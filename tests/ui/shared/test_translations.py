"""Every text of the sources has its Thai, the compiled file says the same, and screens show it."""

import ast
import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSValue

from app.cli import translations
from app.cli.translations import FOLDER, LANGUAGES, ROOT, Key, Message
from app.ui.shared import format as text_of
from app.ui.shared import translate
from app.ui.shared.shell import Shell

UPDATE = "run `wedge translations`, then translate what it lists in resources/translations"
_PLACES = re.compile(r"\{\w*\}|%n|%\d")


@pytest.fixture(scope="module")
def sources() -> dict[Key, Message]:
    return translations.messages_in_sources()


@pytest.fixture(autouse=True)
def english_again(qapp: QGuiApplication) -> Iterator[None]:
    yield
    translate.use_language("en")


def _file(language: str) -> dict[Key, Message]:
    return translations.read_messages(FOLDER / f"wedge_{language}.ts")


def _wanted(sources: dict[Key, Message], language: str) -> set[Key]:
    return {key for key, each in sources.items() if each.counted or language != "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_stale(
    sources: dict[Key, Message], language: str
) -> None:
    known, wanted = _file(language), _wanted(sources, language)
    assert sorted(wanted - known.keys()) == [], f"missing: {UPDATE}"
    assert sorted(known.keys() - wanted) == [], f"stale: {UPDATE}"
    assert sorted(key for key, each in known.items() if not each.forms) == [], UPDATE


def test_both_kinds_of_sources_are_read(sources: dict[Key, Message]) -> None:
    assert ("PayPanel", "Exact") in sources
    assert ("Refusal", "Just sold") in sources
    assert sources[("TicketCard", "▼ more of %n item(s)")].counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_to_fill(language: str) -> None:
    for (context, text), message in _file(language).items():
        for form in message.forms:
            assert sorted(_PLACES.findall(form)) == sorted(_PLACES.findall(text)), (context, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_the_source_file_says(language: str, tmp_path: Path) -> None:
    source = FOLDER / f"wedge_{language}.ts"
    fresh = tmp_path / "fresh.qm"
    translations.compile_messages(source, fresh)
    committed, compiled = QTranslator(), QTranslator()
    assert committed.load(str(source.with_suffix(".qm")))
    assert compiled.load(str(fresh))
    assert source.with_suffix(".qm").stat().st_size == fresh.stat().st_size, UPDATE
    for (context, text), message in _file(language).items():
        for count in (1, 2) if message.counted else (-1,):
            said = committed.translate(context, text, "", count)
            assert said == compiled.translate(context, text, "", count), UPDATE
            assert said in message.forms, UPDATE


def test_python_asks_for_a_translation_when_it_shows_a_text_not_at_import() -> None:
    early = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            id(call)
            for body in ast.walk(tree)
            if isinstance(body, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            for call in ast.walk(body)
        }
        calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call)]
        early += [
            f"{path.name}:{call.lineno}"
            for call in calls
            if isinstance(call.func, ast.Name) and call.func.id == "_t" and id(call) not in inside
        ]
    assert early == []


def test_an_update_of_current_files_changes_nothing(tmp_path: Path) -> None:
    for language in LANGUAGES:
        name = f"wedge_{language}.ts"
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    assert translations.update(tmp_path) == []
    for language in LANGUAGES:
        name = f"wedge_{language}.ts"
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), UPDATE


def test_a_text_without_translation_is_listed_and_the_known_ones_are_kept(tmp_path: Path) -> None:
    known = _file("th")
    key = ("PayPanel", "Exact")
    known[key].forms = ()
    known[("PayPanel", "Long gone")] = Message(counted=False, forms=("ไม่มีแล้ว",))
    translations.write_messages(tmp_path / "wedge_th.ts", known, "th_TH")
    missing = translations.update(tmp_path)
    assert "th PayPanel: Exact" in missing
    again = translations.read_messages(tmp_path / "wedge_th.ts")
    assert again[key].forms == ()
    assert again[("PayPanel", "Back")].forms == ("ย้อนกลับ",)
    assert ("PayPanel", "Long gone") not in again


def test_the_stores_language_and_the_wish_of_the_environment(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WEDGE_LANG", raising=False)
    shell.use_locale("th_TH")
    assert shell.language == "th"
    # PySide's stubs promise a tuple; the call returns the value alone.
    value = cast("QJSValue", shell.engine.evaluate('qsTranslate("PayPanel", "Exact")'))
    assert value.toString() == "พอดี"
    assert text_of.duration(300) == "5 นาที"
    shell.use_locale("en_TH")
    assert text_of.duration(300) == "5 min"
    monkeypatch.setenv("WEDGE_LANG", "th")
    shell.use_locale("en_TH")
    assert translate.tr("Till", "{count} left", count=3) == "เหลือ 3"


def test_plurals_in_both_languages() -> None:
    text = "▼ more of %n item(s)"
    said = {}
    for language in LANGUAGES:
        translate.use_language(language)
        said[language] = [
            QCoreApplication.translate("TicketCard", text, "", count) for count in (1, 4)
        ]
    assert said["en"] == ["▼ more of 1 item", "▼ more of 4 items"]
    assert said["th"] == ["▼ ดูต่อ ทั้งหมด 1 รายการ", "▼ ดูต่อ ทั้งหมด 4 รายการ"]


def test_a_window_loads_while_a_translation_is_installed(shell: Shell) -> None:
    assert translate.use_language("th")
    other = Shell(windowed=True, locale="th_TH")
    window = other.load_file(Path(__file__).with_name("Gallery.qml"))
    assert translate.tr("Till", "none left") == "หมด"
    window.close()
    asyncio.get_event_loop_policy().get_event_loop().run_until_complete(other.aclose())
