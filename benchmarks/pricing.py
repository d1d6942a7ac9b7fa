"""How near the pace ladder comes to the best possible markdown, and how fast prices are made."""

from app.domain.prices.rules import PaceLadder
from benchmarks.goal import Goal, Result
from benchmarks.pricing_dp import best_prices, closed_form, expected_revenue, market
from benchmarks.pricing_ladder import charged_now, ladder_prices, simulated_revenue
from benchmarks.pricing_speed import speed

GAMMA = 2.0
"""At the list price 1 % less brings 2 % more customers."""
STOCKS = (8, 16, 24)
DEMANDS = {"low": 0.6, "high": 1.0}
"""Expected sales at the list price, as a share of the stock."""
_CAP = 0.3
_STEPS = 1_440
"""Four hours in ticks of ten seconds."""


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
    figures += _beyond(ladder)
    figures.append(("programme against closed form, largest error", max(errors), ""))
    speed_figures, speed_goals = speed()
    goals = (
        Goal("programme against closed form", max(errors), 1e-6),
        Goal("ladder ÷ capped optimum, worst case", min(shares) * 100, 93, "%", at_least=True),
        Goal("… with hysteresis, worst case", min(held) * 100, 93, "%", at_least=True),
        Goal("ladder ÷ list price, worst case", min(gains) * 100, 100.1, "%", at_least=True),
        *speed_goals,
    )
    return Result("pricing", (*figures, *speed_figures), goals)


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
