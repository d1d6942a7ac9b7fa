"""Whatever is cut and sanitised in whatever order: no conflicting cut gets through."""

import random
import threading
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.food_policy import AllergenPolicy
from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.data.test_allergens import (
    BENCH,
    BOARD,
    CAKE,
    FAR_BOARD,
    KNIFE,
    NUT_CAKE,
    NUT_SLICES,
    SLICES,
    add_cakes,
    cut,
    receive,
)
from tests.models.cross_contact import CuttingJob, Use, check_job, may_start, sanitised, used
from tests.models.equipment import Equipment, Sanitation
from tests.support.seed import SmallShop, Till, known_id

POLICY = AllergenPolicy()
OVEN = known_id("oven")


class Model:
    """The same history in the domain's words."""

    def __init__(self) -> None:
        self.equipment = {each: Equipment(each) for each in (KNIFE, BOARD, FAR_BOARD)}
        self.open: dict[UUID, CuttingJob] = {}
        self.at = datetime(2026, 1, 1, tzinfo=UTC)

    def tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def allows(self, job: CuttingJob, surface: UUID) -> bool:
        knife, board = self.equipment[KNIFE], self.equipment[surface]
        record = check_job(job, knife, board, self.open.values(), self.at, POLICY)
        return may_start(record, (knife, board), job, POLICY)

    def use(self, job: CuttingJob, surface: UUID) -> None:
        assert job.allergens is not None
        for each in (KNIFE, surface):
            use = Use(each, job.lot_id, job.allergens, self.tick())
            self.equipment[each] = used(self.equipment[each], use)

    def clean(self, equipment: UUID) -> None:
        at = self.tick()
        record = Sanitation(equipment, "wash", at, known_id("kitchen"))
        self.equipment[equipment] = sanitised(self.equipment[equipment], record)


def stations(shop: SmallShop) -> dict[UUID, UUID]:
    return dict(shop.query("SELECT id, station_id FROM wedge.equipment WHERE kind = 'surface'"))


@pytest.mark.parametrize("seed", range(4))
def test_any_history_decides_as_the_domain_does(
    small_store: SmallShop, make_terminal: MakeTerminal, seed: int
) -> None:
    add_cakes(small_store)
    places = stations(small_store)
    dice = random.Random(seed)
    holds = {CAKE: {"milk"}, NUT_CAKE: {"tree_nuts"}}
    for product, codes in holds.items():
        small_store.query(
            "UPDATE wedge.products SET allergens = %s WHERE id = %s", list(codes), product
        )
    model, seen = Model(), set()
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        stock = {product: receive(kitchen, product, 40) for product in holds}
        for _ in range(40):
            act = dice.choice(("cut", "cut", "start", "sanitise", "abandon"))
            product = dice.choice((CAKE, NUT_CAKE))
            surface = dice.choice((BOARD, FAR_BOARD))
            if act == "sanitise":
                which = dice.choice((KNIFE, BOARD, FAR_BOARD))
                if not model.open:
                    kitchen.act("log_sanitation", which, "wash")
                    model.clean(which)
                continue
            if act == "abandon":
                for key in list(model.open):
                    kitchen.act("abandon_cutting", key)
                    del model.open[key]
                continue
            job = CuttingJob(uuid4(), stock[product].pop(), places[surface],
                             frozenset(holds[product]))  # fmt: skip
            allowed = model.allows(job, surface)
            if act == "cut":
                ways = SLICES if product == CAKE else NUT_SLICES
                answer = cut(kitchen, job.lot_id, ways, surface)
            else:
                answer = kitchen.act("start_cutting", job.id, job.lot_id, KNIFE, surface)
            assert ("refused" not in answer) == allowed, (act, answer)
            seen.add((act, allowed))
            if allowed:
                model.use(job, surface)
                if act == "start":
                    model.open[job.id] = job
        states = small_store.query("SELECT id, category FROM wedge.equipment")
    assert {(each, None if c is None else frozenset(c)) for each, c in states} == {
        (each.id, each.category) for each in model.equipment.values()
    }
    checks = small_store.one("SELECT count(*) FROM wedge.risk_checks WHERE blocked")
    assert checks > 0
    assert ("cut", True) in seen


def test_of_two_kitchens_at_once_one_has_to_wait(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    urls = [make_terminal(f"Kitchen {n}", Mode.KDS) for n in (1, 2)]
    with Till(urls[0], "kitchen") as kitchen:
        stock = [receive(kitchen, product, 4) for product in (CAKE, NUT_CAKE)]
    for plain, nut in zip(*stock, strict=True):
        with Till(urls[0], "kitchen") as kitchen:
            for each in (KNIFE, BOARD):
                kitchen.act("log_sanitation", each, "wash")
        answers = _at_once(urls, [(plain, SLICES), (nut, NUT_SLICES)])
        assert sorted("refused" in each for each in answers) == [False, True]


def _at_once(urls: list[str], jobs: list[tuple[UUID, UUID]]) -> list[dict[str, Any]]:
    ready, answers = threading.Barrier(2), []

    def work(url: str, whole: UUID, ways: UUID) -> None:
        with Till(url, "kitchen") as kitchen:
            ready.wait(20)
            answers.append(cut(kitchen, whole, ways))

    threads = [
        threading.Thread(target=work, args=(url, *job)) for url, job in zip(urls, jobs, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def test_station_of_a_job_is_its_surfaces(
    small_store: SmallShop, make_terminal: MakeTerminal
) -> None:
    add_cakes(small_store)
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        (whole,) = receive(kitchen, CAKE)
        kitchen.act("start_cutting", uuid4(), whole, None, None)
    row = small_store.query("SELECT tool_id, surface_id, station_id FROM wedge.cutting_jobs")
    assert row == [(KNIFE, BOARD, BENCH)]
