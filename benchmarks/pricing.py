"""How near the pace ladder comes to the best possible markdown, and how fast prices are made."""

from dataclasses import replace

from app.domain.prices.rules import PaceLadder
from benchmarks.goal import Goal, Result
from benchmarks.pricing_dp import best_prices, closed_form, expected_revenue, market
from benchmarks.pricing_ladder import By, charged_now, ladder_prices, simulated_revenue
from benchmarks.pricing_speed import speed

GAMMA = 2.0
"""At the list price 1 % less brings 2 % more customers."""
STOCKS = (8, 16, 24)
DEMANDS = {"low": 0.6, "high": 1.0}
"""Expected sales at the list price, as a share of the stock."""
_CAP = 0.3
_STEPS = 1_440
"""Four hours in ticks of ten seconds."""
_RUSH = (0.4, 0.4, 2.4, 0.8)
"""Four hours with the rush in the third."""
_WRONG = {"a third too low": 2 / 3, "half too high": 1.5}


def measure() -> Result:
    """Six cases of stock and demand, then the speed of a tick."""
    figures: list[tuple[str, float, str]] = []
    shares, gains, held, errors = [], [], [], []
    ladder = PaceLadder()
    for stock in STOCKS:
        for name, share in DEMANDS.items():
            case = market(stock, share * stock, GAMMA)
            free = expected_revenue(case, best_prices(case, 0.0, float("inf")), _STEPS)
            errors.append(abs(free / closed_form(case) - 1))
            best = expected_revenue(case, best_prices(case, 1 - _CAP, 1 + _CAP), _STEPS)
            listed = expected_revenue(case, charged_now, _STEPS)
            paced = expected_revenue(case, ladder_prices(case, ladder), _STEPS)
            slow = simulated_revenue(case, ladder, _STEPS)
            shares.append(paced / best)
            gains.append(paced / listed)
            held.append(slow / best)
            where = f"{stock} portions, {name} demand:"
            figures += [
                (f"{where} ladder ÷ capped optimum", paced / best * 100, "%"),
                (f"{where} ladder ÷ list price", paced / listed * 100, "%"),
                (f"{where} with 15 min hysteresis, simulated ÷ optimum", slow / best * 100, "%"),
                (f"{where} capped ÷ free optimum", best / free * 100, "%"),
            ]
    rush = _in_a_rush(ladder)
    figures += rush
    figures += _wrong(ladder)
    figures += _beyond(ladder)
    figures.append(("programme against closed form, largest error", max(errors), ""))
    speed_figures, speed_goals = speed()
    goals = (
        Goal("programme against closed form", max(errors), 1e-6),
        Goal("ladder ÷ capped optimum, worst case", min(shares) * 100, 93, "%", at_least=True),
        Goal("… with hysteresis, worst case", min(held) * 100, 93, "%", at_least=True),
        Goal(
            "a rush, by its forecast, worst case", min(_rush_shares(rush)), 93, "%", at_least=True
        ),
        Goal("ladder ÷ list price, worst case", min(gains) * 100, 100.1, "%", at_least=True),
        *speed_goals,
    )
    return Result("pricing", (*figures, *speed_figures), goals)


def _in_a_rush(ladder: PaceLadder) -> list[tuple[str, float, str]]:
    """A rush that the forecast knows of, and the pace of the moment does not."""
    figures = []
    for stock in STOCKS:
        for name, share in DEMANDS.items():
            case = replace(market(stock, share * stock, GAMMA), profile=_RUSH)
            best = expected_revenue(case, best_prices(case, 1 - _CAP, 1 + _CAP), _STEPS)
            for by in (By.FORECAST, By.PACE):
                paced = expected_revenue(case, ladder_prices(case, ladder, by), _STEPS)
                where = f"rush, {stock} portions, {name} demand: ladder by {by.value} ÷ optimum"
                figures.append((where, paced / best * 100, "%"))
    return figures


def _rush_shares(figures: list[tuple[str, float, str]]) -> list[float]:
    return [value for name, value, _ in figures if f"by {By.FORECAST.value} ÷" in name]


def _wrong(ladder: PaceLadder) -> list[tuple[str, float, str]]:
    """A forecast that is wrong all day, with and without what the last hour says."""
    figures = []
    for name, forecast in _WRONG.items():
        for stock in STOCKS[1:]:
            case = replace(market(stock, stock, GAMMA), profile=_RUSH)
            best = expected_revenue(case, best_prices(case, 1 - _CAP, 1 + _CAP), _STEPS)
            for by in (By.FORECAST, By.CORRECTED):
                paced = simulated_revenue(case, ladder, _STEPS, by, forecast)
                where = f"forecast {name}, {stock} portions: by {by.value} ÷ optimum"
                figures.append((where, paced / best * 100, "%"))
    return figures


def _beyond(ladder: PaceLadder) -> list[tuple[str, float, str]]:
    """Where the ladder is not the right rule: too little stock, guests who mind no price."""
    figures = []
    for name, share, gamma in (
        ("no goal, half more demand than stock:", 1.5, GAMMA),
        ("no goal, 1 % less brings 1 % more:", DEMANDS["low"], 1.0),
    ):
        case = market(STOCKS[1], share * STOCKS[1], gamma)
        best = expected_revenue(case, best_prices(case, 1 - _CAP, 1 + _CAP), _STEPS)
        listed = expected_revenue(case, charged_now, _STEPS)
        paced = expected_revenue(case, ladder_prices(case, ladder), _STEPS)
        figures += [
            (f"{name} ladder ÷ capped optimum", paced / best * 100, "%"),
            (f"{name} ladder ÷ list price", paced / listed * 100, "%"),
        ]
    return figures
