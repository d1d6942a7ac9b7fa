"""Which tool may cut what (BR-02.6). Whether it is clean is the store's matter."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CuttingTool:
    """A knife, wheel or guillotine. `suits` holds the ids of the categories that it cuts well."""

    id: UUID
    code: str
    name: str
    suits: frozenset[UUID]
    active: bool = True


@dataclass(frozen=True, slots=True)
class ToolRefusal:
    """The tool does not suit the job; `suitable` are those to take instead, by code."""

    tool: CuttingTool | None
    suitable: tuple[CuttingTool, ...]


def tool_refusal(
    tool: CuttingTool | None, category_id: UUID, tools: Iterable[CuttingTool]
) -> ToolRefusal | None:
    """None when the job may start with `tool`; without a tool no job starts."""
    if tool is not None and tool.active and category_id in tool.suits:
        return None
    suitable = [each for each in tools if each.active and category_id in each.suits]
    return ToolRefusal(tool, tuple(sorted(suitable, key=lambda each: (each.code, each.id))))
