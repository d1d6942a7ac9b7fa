"""Whether rules that held before can hold again, in today's store."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.services.policy_check import contradictions
from app.services.policy_codec import BadPolicyDocument, from_document, to_document
from app.services.policy_form import with_section
from app.services.ports import PolicyVersion
from app.services.store_view import StoreView
from app.ui.manager import rule_words

_t = QCoreApplication.translate


def held_before(kind: type[Any], change: PolicyVersion) -> Any:
    """The policy of type `kind` that the change replaced. Raises BadPolicyDocument."""
    return kind() if change.before is None else from_document(kind, change.before)


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
