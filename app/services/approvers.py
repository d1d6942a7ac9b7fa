"""Who may answer a question that one person alone may not decide."""

from uuid import UUID

from app.domain.people import Staff
from app.services.store_view import StoreView


def approvers(view: StoreView, action: str, asking: UUID) -> list[Staff]:
    """The active people whose role may approve the action, but the one who asks; by name."""
    roles = view.settings.approvals.roles(action)
    people = (each for each in view.staff.values() if each.active and each.role in roles)
    return sorted((each for each in people if each.id != asking), key=lambda each: each.name)
