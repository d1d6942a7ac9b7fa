"""One-day-ahead errors of the forecast's methods on daily series of a folder.

    python -m benchmarks.forecast FOLDER

reads FOLDER/bakery_chain_ddop (BSD-3-Clause) and FOLDER/gt_pizzaplace (MIT) where they are there.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.domain.forecast.backtest import one_day_ahead, wape
from app.domain.forecast.levels import Day, Method
from app.domain.forecast_policy import ForecastPolicy

_WARM_UP = 28
Series = list[Day]


def bakery(folder: Path) -> list[Series]:
    """Open days of every store and product; a closed day has no demand."""
    found: dict[tuple[str, str], Series] = defaultdict(list)
    with (
        (folder / "bakery_data.csv").open(newline="") as rows,
        (folder / "bakery_target.csv").open(newline="") as targets,
    ):
        for row, target in zip(csv.DictReader(rows), csv.DictReader(targets), strict=True):
            if float(target["demand"]) > 0:
                key = (row["store"], row["product"])
                found[key].append((date.fromisoformat(row["date"]), float(target["demand"])))
    return [sorted(each) for each in found.values()]


def pizzas(folder: Path) -> list[Series]:
    """Each pizza on each day on which any was sold."""
    sold: dict[str, Counter[date]] = defaultdict(Counter)
    with (folder / "05-pizzaplace.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            sold[row["name"]][date.fromisoformat(row["date"])] += 1
    days = sorted({day for counted in sold.values() for day in counted})
    return [[(day, float(counted[day])) for day in days] for counted in sold.values()]


def errors(series: Iterable[Series]) -> dict[str, float | None]:
    """Each method's error over all series, after the first four weeks of each."""
    every = list(series)
    policy = ForecastPolicy()
    return {
        method.value: wape(
            pair
            for days in every
            for pair in one_day_ahead(method, days, policy)[_WARM_UP - len(days) :]
        )
        for method in Method
    }


def main(folder: Path) -> int:
    """Print what there is; 1 when neither set is there."""
    known = {"bakery_chain_ddop": bakery, "gt_pizzaplace": pizzas}
    there = [name for name in known if (folder / name).is_dir()]
    for name in there:
        found = errors(known[name](folder / name))
        print(name, *(f"{method} {error:.3f}" for method, error in found.items() if error))
    if not there:
        print(f"{folder}: neither {' nor '.join(known)} is there", file=sys.stderr)
    return 0 if there else 1


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
