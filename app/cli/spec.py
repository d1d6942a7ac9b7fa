"""`wedge spec`: which requirements have a test that proves them, and which are open."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One row of docs/requirements.tsv."""

    id: str
    area: str
    text: str


def requirements(root: Path = ROOT) -> list[Requirement]:
    """Read the list of requirements."""
    with (root / "docs" / "requirements.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Requirement(row["id"], row["area"], row["requirement"]) for row in rows]


def marks(root: Path = ROOT) -> dict[str, list[str]]:
    """Return requirement id → the tests below tests/ that carry its mark."""
    found: dict[str, list[str]] = {}
    for file in sorted((root / "tests").rglob("test_*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        name = file.relative_to(root).as_posix()
        for test, ids in _marked(tree.body, (), _module_ids(tree)):
            for identifier in ids:
                found.setdefault(identifier, []).append(f"{name}::{test}")
    return found


def _marked(
    body: Sequence[ast.stmt], outer: tuple[str, ...], inherited: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            ids = (*inherited, *_ids(node.decorator_list))
            yield from _marked(node.body, (*outer, node.name), ids)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            ids = (*inherited, *_ids(node.decorator_list))
            if ids and node.name.startswith("test"):
                yield "::".join((*outer, node.name)), ids


def _module_ids(tree: ast.Module) -> tuple[str, ...]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
        ):
            value = node.value
            return _ids(value.elts if isinstance(value, ast.List | ast.Tuple) else [value])
    return ()


def _ids(decorators: Sequence[ast.expr]) -> tuple[str, ...]:
    return tuple(
        argument.value
        for decorator in decorators
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.spec"
        for argument in decorator.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def report(
    rows: Sequence[Requirement], tests: Mapping[str, Sequence[str]], *, only_open: bool
) -> Iterator[str]:
    """Yield the report's lines; marks that name no requirement come last."""
    for row in rows:
        proofs = tests.get(row.id, ())
        if proofs and only_open:
            continue
        yield f"{row.id:<12} {row.area:<12} {'proven' if proofs else 'open'}  {_short(row.text)}"
        for proof in proofs:
            yield f"{'':<12} {proof}"
    proven = sum(1 for row in rows if tests.get(row.id))
    yield f"{proven} of {len(rows)} requirements have a test; {len(rows) - proven} are open."


def unknown_marks(rows: Sequence[Requirement], tests: Mapping[str, Sequence[str]]) -> list[str]:
    """Return marked ids that the list of requirements does not have."""
    return sorted(set(tests) - {row.id for row in rows})


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87] + "..."
