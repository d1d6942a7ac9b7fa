import asyncio

from app.ui.shared.task_owner import TaskOwner
from tests.ui.conftest import Run


def test_exceptions_are_reported_once(run: Run) -> None:
    seen: list[tuple[BaseException, str]] = []

    async def body() -> None:
        owner = TaskOwner(lambda error, name: seen.append((error, name)))
        task = owner.start(_fail(), name="selling")
        assert task is not None
        await asyncio.wait({task})
        await asyncio.sleep(0)
        assert owner.running == 0

    run(body())
    assert [(str(error), name) for error, name in seen] == [("no", "selling")]


async def _fail() -> None:
    raise ValueError("no")


def test_closing_lets_payments_end_and_cancels_the_rest(run: Run) -> None:
    done: list[str] = []

    async def body() -> None:
        owner = TaskOwner(lambda error, name: done.append(f"{name}: {error}"))
        owner.start(_pay(done), name="pay", finish=True)
        owner.start(asyncio.Event().wait(), name="listen")
        await owner.aclose(finish_s=5)
        assert owner.running == 0
        assert owner.start(_fail(), name="late") is None

    run(body())
    assert done == ["paid"]


async def _pay(done: list[str]) -> None:
    for _ in range(20):
        await asyncio.sleep(0)
    done.append("paid")
