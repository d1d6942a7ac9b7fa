"""A guest waits for portions that are not cut yet: the kitchen is asked for them."""

from uuid import UUID

from app.domain.ids import new_id
from app.domain.people import Role, Session
from app.domain.task import TaskKind
from app.services.ports import Store


async def ask_to_cut(store: Store, session: Session, product_id: UUID, wholes: int) -> None:
    """Open a task for each of so many wholes; those that are open already stay as they are.

    It is due within the kitchen's cutting time. A cut of the product does the oldest of them.
    """
    view = store.feed.view
    if view is None:
        return
    due_s = round(view.settings.kitchen.cutting_time.total_seconds())
    for number in range(1, wholes + 1):
        await store.tasks.open(
            session,
            request=new_id(),
            task_id=new_id(),
            kind=TaskKind.CUT_FOR_ORDER,
            title=view.products[product_id].name[:200],
            subject={"product_id": str(product_id), "whole": number},
            owner=Role.KITCHEN,
            due_s=due_s,
        )
