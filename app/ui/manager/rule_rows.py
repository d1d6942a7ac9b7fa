"""The form's rows, as QML shows them."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.policy import StoreSettings
from app.ui.manager import rule_words
from app.ui.manager.rule_draft import RuleDraft
from app.ui.manager.rule_editors import Options, cells, editor_of, ticked, unit_text


@dataclass(frozen=True, slots=True)
class RuleField:
    """One line of the form; what `editor` says, shows the rest (see `rule_editors.Editor`)."""

    id: str
    label: str
    hint: str
    text: str
    error: str
    moved: bool
    help: str = ""
    editor: str = "text"
    options: Options = field(default_factory=list)
    ticks: Options = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    ticked: dict[str, Any] = field(default_factory=dict)
    cells: list[Any] = field(default_factory=list)


def rule_rows(section: str, draft: RuleDraft, settings: StoreSettings) -> list[RuleField]:
    """A row for each field, with what was typed over it."""
    bad, in_force, rows = draft.bad_field(), draft.in_force(), []
    for line in draft.lines():
        typed, editor = draft.typed.get(line.key, line.text), editor_of(line)
        rows.append(
            RuleField(
                id=line.key,
                label=rule_words.label(section, line.name),
                hint=unit_text(line, settings),
                text=typed,
                error=rule_words.example(line.kind) if bad in (line.name, line.key) else "",
                moved=typed != in_force.get(line.key),
                help=rule_words.help_text(section, line.name),
                editor=editor.kind,
                options=editor.options,
                ticks=editor.ticks,
                columns=editor.columns,
                ticked=dict(ticked(line, typed)) if editor.kind in ("many", "roles") else {},
                cells=cells(typed) if editor.kind == "rows" else [],
            )
        )
    return rows
