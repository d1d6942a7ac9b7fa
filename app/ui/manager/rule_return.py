"""What a version of the rules changed, and whether what held before can hold again today."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.services import policy_form as form
from app.services.policy_check import contradictions
from app.services.policy_codec import BadPolicyDocument, from_document, to_document
from app.services.policy_form import with_section
from app.services.ports import PolicyVersion
from app.services.store_view import StoreView
from app.ui.manager import rule_words
from app.ui.manager.rule_changes import changes

_t = QCoreApplication.translate


def held_before(kind: type[Any], change: PolicyVersion) -> Any:
    """The policy of type `kind` that the change replaced. Raises BadPolicyDocument."""
    return kind() if change.before is None else from_document(kind, change.before)


def moved_by(change: PolicyVersion, view: StoreView | None) -> str:
    """The fields that the change moved, a line each; empty where that cannot be told."""
    kind: type[Any] | None = form.sections().get(change.section)
    if view is None or kind is None or change.before is None:
        return ""
    try:
        before, after = held_before(kind, change), from_document(kind, change.document)
    except BadPolicyDocument:
        return ""
    return "\n".join(found.line for found in changes(change.section, before, after, view))


def draft_faults(view: StoreView, section: str, policy: Any) -> tuple[str, ...]:
    """What contradicts itself if `policy` were in force today, in words."""
    changed = with_section(view.settings, section, policy)
    return tuple(
        rule_words.contradiction(each) for each in contradictions(changed, view.products.values())
    )


def returning(
    view: StoreView, section: str, kind: type[Any], change: PolicyVersion
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The older document, and why it may not come back; empty: it may."""
    try:
        policy = held_before(kind, change)
    except BadPolicyDocument:
        faults: tuple[str, ...] = (_t("Office", "this program cannot read those rules any more."),)
        return {}, _said(change, faults)
    return to_document(policy), _said(change, draft_faults(view, section, policy))


def _said(change: PolicyVersion, faults: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        _t("Office", "What held before version {n} cannot come back: {why}").format(
            n=change.version, why=each
        )
        for each in faults
    )
