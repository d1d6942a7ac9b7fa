"""Reservations and sales per second through the service, against pgbench on the same functions."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from app.domain.people import Session
from app.services.ports import Store
from benchmarks.goal import Goal, Result
from benchmarks.menu import products
from benchmarks.pgbench import transactions_per_s
from benchmarks.sales import PRICE_MINOR, reserve, sell
from benchmarks.shop import Shop, open_shop, wait_for_view
from benchmarks.stock import fill, portion_id

_EACH = 400
_CLIENTS = 4
_ROUND_TRIPS = 2_000
_GOAL = 0.6

_RESERVE = """
\\set i :i + 1
\\set n {first} + :client_id * {each} + :i - 1
\\set id (:n / 8) * 16 + mod(:n, 8)
SELECT wedge.reserve_first('{session}', gen_random_uuid(), {ticket}, gen_random_uuid(), 'counter',
    jsonb_build_array(jsonb_build_object(
        'portion_id', ('00000005' || lpad(to_hex((:id)::bigint), 24, '0'))::uuid, 'epoch', 0,
        'grade', 'A', 'unit_price_minor', {price}, 'base_price_minor', {price},
        'breakdown', '[{{"reason": "base", "amount_minor": {price}, "rule_version": 1}}]'::jsonb)));
"""
_PAY = """
SELECT wedge.pay_cash('{session}', gen_random_uuid(), {ticket}, {price}, {price});
"""
_NEW_TICKET = "gen_random_uuid()"
_NUMBERED_TICKET = "('00000009' || lpad(to_hex((:n)::bigint), 24, '0'))::uuid"


def measure() -> Result:
    """Sell the same kind of portion in turn through the service and through pgbench."""
    with open_shop() as shop:
        per_side = _EACH * _CLIENTS
        wholes = -(-4 * per_side // 8)
        fill(shop.admin_url, products(1), wholes_each=wholes)
        return asyncio.run(_compare(shop))


async def _compare(shop: Shop) -> Result:
    per_side = _EACH * _CLIENTS
    async with shop.store(shop.till_url) as store:
        await wait_for_view(store)
        session = await shop.sign_in(store)
        first = 0
        rates: dict[str, float] = {}
        for name, sale in (("reservations", False), ("sales", True)):
            act = sell if sale else reserve
            rates[f"{name} service"] = await _service_rate(store, session, act, first)
            first += per_side
            script = _script(session, first, sale=sale)
            rates[f"{name} pgbench"] = await asyncio.to_thread(_pgbench_rate, shop, script)
            first += per_side
        select_1 = await asyncio.to_thread(
            transactions_per_s, shop.till_url, "SELECT 1;", clients=1, each=_ROUND_TRIPS
        )
    return _result(rates, select_1)


def _result(rates: dict[str, float], select_1: float) -> Result:
    goals = []
    figures = [(name, rate, "/s") for name, rate in rates.items()]
    figures.append(("SELECT 1 round trips, one connection", select_1, "/s"))
    for name in ("reservations", "sales"):
        ratio = rates[f"{name} service"] / rates[f"{name} pgbench"]
        goals.append(Goal(f"{name}: service ÷ pgbench", ratio, _GOAL, at_least=True))
        figures.append(
            (f"{name}: SELECT 1 round trips each", select_1 / rates[f"{name} service"], "")
        )
    return Result("throughput", tuple(figures), tuple(goals))


Act = Callable[[Store, Session, UUID], Awaitable[object]]


async def _service_rate(store: Store, session: Session, act: Act, first: int) -> float:
    """Let `_CLIENTS` hands work at once, each through its own share of the portions."""

    async def hand(number: int) -> None:
        start = first + number * _EACH
        for index in range(start, start + _EACH):
            await act(store, session, portion_id(index))

    started_s = time.perf_counter()
    await asyncio.gather(*(hand(number) for number in range(_CLIENTS)))
    return _CLIENTS * _EACH / (time.perf_counter() - started_s)


def _script(session: Session, first: int, *, sale: bool) -> str:
    values = {"session": session.id, "first": first, "each": _EACH, "price": PRICE_MINOR}
    ticket = _NUMBERED_TICKET if sale else _NEW_TICKET
    text = _RESERVE.format(**values, ticket=ticket)
    return text + _PAY.format(**values, ticket=ticket) if sale else text


def _pgbench_rate(shop: Shop, script: str) -> float:
    return transactions_per_s(
        shop.till_url, script, clients=_CLIENTS, each=_EACH, variables={"i": 0}
    )
