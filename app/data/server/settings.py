"""PostgreSQL's settings for a store, written anew at each start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_EVERYWHERE = "'*'"
INCLUDE_LINE = "include = 'wedge.conf'\n"

# A vanished till must not keep its locks: idle connections are probed every few seconds
# (statement and lock time-outs belong to the roles, which the migrations define).
_ALWAYS = {
    "unix_socket_directories": "''",
    "max_connections": "200",
    "shared_buffers": "'128MB'",
    "wal_level": "replica",
    "min_wal_size": "'64MB'",
    "max_wal_size": "'512MB'",
    "max_slot_wal_keep_size": "'2GB'",
    "password_encryption": "'scram-sha-256'",
    "ssl_min_protocol_version": "'TLSv1.2'",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "1",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "'5s'",
    "client_connection_check_interval": "'2s'",
    "idle_in_transaction_session_timeout": "'60s'",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "lc_messages": "'C'",
    "jit": "off",
    "log_destination": "'stderr'",
    "log_filename": "'postgres-%a.log'",
    "log_rotation_age": "'1d'",
    "log_truncate_on_rotation": "on",
}

_DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
_THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "logging_collector": "off",
    # Its few passwords are as short-lived as itself: signing in need not be dear.
    "scram_iterations": "1",
    "ssl": "off",
    "max_wal_size": "'128MB'",
}


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What differs from one start to another."""

    port: int
    lan: bool
    durable: bool
    tls: bool

    def text(self) -> str:
        """Return the content of wedge.conf."""
        values = dict(_ALWAYS)
        values["port"] = str(self.port)
        values["listen_addresses"] = _EVERYWHERE if self.lan else "'127.0.0.1'"
        values["ssl"] = "on" if self.tls else "off"
        values["logging_collector"] = "on"
        if self.tls:
            values["ssl_cert_file"] = "'server.crt'"
            values["ssl_key_file"] = "'server.key'"
        values.update(_DURABLE if self.durable else _THROWAWAY)
        return "".join(f"{name} = {value}\n" for name, value in sorted(values.items()))


_HBA = """\
# Loopback may speak plainly; everything from the network is encrypted or refused.
host    all all 127.0.0.1/32 scram-sha-256
host    all all ::1/128      scram-sha-256
hostssl all all all          scram-sha-256
"""


def write_settings(pgdata: Path, settings: ServerSettings) -> None:
    """Write wedge.conf and pg_hba.conf, and have postgresql.conf include the former."""
    (pgdata / "wedge.conf").write_text(settings.text(), "utf-8")
    (pgdata / "pg_hba.conf").write_text(_HBA, "utf-8")
    main = pgdata / "postgresql.conf"
    if INCLUDE_LINE not in main.read_text("utf-8"):
        with main.open("a", encoding="utf-8") as file:
            file.write(INCLUDE_LINE)


def serves_lan(pgdata: Path) -> bool:
    """Tell whether the settings that were written last have the server listen everywhere."""
    return f"listen_addresses = {_EVERYWHERE}\n" in (pgdata / "wedge.conf").read_text("utf-8")
