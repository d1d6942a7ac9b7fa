"""`wedge translations`: bring the translation files up to what the sources say, and compile them.

lupdate reads QML; Python's texts are found by their syntax tree, because lupdate sees no call
through the short name `_t`. Translations that exist are kept, texts that are gone are dropped.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as Xml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"th": "th_TH", "en": "en"}
"""By name of the file; English has only the plurals, its other texts are in the sources."""
_CALLS = {"_t", "tr", "translate"}
Key = tuple[str, str]
"""Context and English text."""


@dataclass(slots=True)
class Message:
    """One text: where it is used, and its translation (one form per plural of the language)."""

    counted: bool
    places: set[str] = field(default_factory=set)
    forms: tuple[str, ...] = ()


def messages_in_sources(root: Path = ROOT) -> dict[Key, Message]:
    """Every text of the sources that is to be translated."""
    found: dict[Key, Message] = {}
    for path in sorted((root / "app").rglob("*.py")):
        for _node, key, counted in python_texts(path):
            message = found.setdefault(key, Message(counted))
            message.places.add(path.relative_to(root).as_posix())
    for key, other in _qml_messages(root).items():
        message = found.setdefault(key, other)
        message.places |= other.places
    return found


def python_texts(path: Path) -> Iterator[tuple[ast.Call, Key, bool]]:
    """The calls in a file that translate literals, each with its key and whether it counts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or _name(node.func) not in _CALLS:
            continue
        texts = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
        if len(texts) == 2 and isinstance(texts[0], str) and isinstance(texts[1], str):
            yield node, (texts[0], texts[1]), len(node.args) > 3


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Name):
        return called.id
    return called.attr if isinstance(called, ast.Attribute) else ""


def _qml_messages(root: Path) -> dict[Key, Message]:
    files = sorted(str(path) for path in (root / "app" / "ui").rglob("*.qml"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "qml.ts"
        _run("pyside6-lupdate", *files, "-silent", "-locations", "absolute", "-ts", str(target))
        return read_messages(target, root=root)


def read_messages(file: Path, root: Path | None = None) -> dict[Key, Message]:
    """The messages of a .ts file; an unfinished translation counts as none.

    Where they are used is told only if `root`, the folder of the sources, is given.
    """
    found: dict[Key, Message] = {}
    for context in Xml.parse(file).getroot().iter("context"):
        for element in context.iter("message"):
            key = (context.findtext("name", ""), element.findtext("source", ""))
            message = Message(element.get("numerus") == "yes", forms=_forms(element))
            for location in element.iter("location"):
                if root is not None:
                    place = (file.parent / location.get("filename", "")).resolve()
                    message.places.add(place.relative_to(root).as_posix())
            found[key] = message
    return found


def _forms(element: Xml.Element) -> tuple[str, ...]:
    translation = element.find("translation")
    if translation is None or translation.get("type"):
        return ()
    forms = [each.text or "" for each in translation.iter("numerusform")]
    texts = forms or [translation.text or ""]
    return tuple(texts) if all(texts) else ()


def write_messages(file: Path, messages: Mapping[Key, Message], language: str) -> None:
    """Write a .ts file, sorted and without line numbers, so that only real changes show."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for (name, source), message in sorted(messages.items()):
        if name not in contexts:
            contexts[name] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[name], "name").text = name
        element = Xml.SubElement(contexts[name], "message")
        for place in sorted(message.places):
            Xml.SubElement(element, "location", filename=f"../../{place}")
        Xml.SubElement(element, "source").text = source
        _write_forms(element, message)
    Xml.indent(root, "  ")
    text = Xml.tostring(root, encoding="unicode")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8"
    )


def _write_forms(element: Xml.Element, message: Message) -> None:
    translation = Xml.SubElement(element, "translation")
    if not message.forms:
        translation.set("type", "unfinished")
    if not message.counted:
        translation.text = message.forms[0] if message.forms else ""
        return
    element.set("numerus", "yes")
    for form in message.forms or ("",):
        Xml.SubElement(translation, "numerusform").text = form


def update(folder: Path = FOLDER) -> list[str]:
    """Rewrite the .ts files from the sources and compile them; return what has no translation."""
    sources = messages_in_sources()
    open_texts: list[str] = []
    for language, locale in LANGUAGES.items():
        file = folder / f"wedge_{language}.ts"
        known = read_messages(file) if file.exists() else {}
        wanted = {
            key: Message(each.counted, each.places, known[key].forms if key in known else ())
            for key, each in sources.items()
            if each.counted or language != "en"
        }
        write_messages(file, wanted, locale)
        compile_messages(file, file.with_suffix(".qm"))
        open_texts += [f"{language} {k[0]}: {k[1]}" for k, each in wanted.items() if not each.forms]
    return open_texts


def compile_messages(source: Path, target: Path) -> None:
    """Compile a .ts file into the .qm file that the programs load.

    The old file is replaced, not rewritten: running programs have it mapped into their memory.
    """
    made = target.with_suffix(".qm.new")
    _run("pyside6-lrelease", str(source), "-silent", "-qm", str(made))
    made.replace(target)


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / program), *arguments], check=True)
