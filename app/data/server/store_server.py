"""The store's own PostgreSQL: made, started, watched and stopped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from app.data.server.certificate import ensure_certificates
from app.data.server.cluster import ADMIN, RUNNING_BYTES, check_data, check_space, initialise
from app.data.server.errors import FolderInUseError, StoreServerError, from_os_error
from app.data.server.folder import FolderLock, StoreFolder
from app.data.server.identity import Identity, engine_bin, server_identity
from app.data.server.loopback import free_port, port_is_free
from app.data.server.process import clear_stale_pid, explain, postmaster_pid, spawn_postgres
from app.data.server.settings import ServerSettings, serves_lan, write_settings

DATABASE = "wedge"
_START_S = 60.0
_STOP_S = 30.0


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Whether the server of a folder runs, and where."""

    running: bool
    pid: int | None
    port: int | None

    def sentence(self) -> str:
        """Return the status in words."""
        if not self.running:
            return "The store's server is not running."
        return f"The store's server is running on port {self.port} (process {self.pid})."


class StoreServer:
    """One folder's PostgreSQL 17. All methods block; they raise `StoreServerError`.

    `lan` has it listen on every network address (encrypted only) instead of the loopback.
    `durable=False` gives up crash safety for speed: for tests only.
    """

    def __init__(self, folder: Path, *, lan: bool = False, durable: bool = True) -> None:
        self.folder = StoreFolder(folder)
        self._lan = lan
        self._durable = durable
        self._lock = FolderLock(self.folder.path / "use.lock")
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def admin_url(self) -> str:
        """URL of the store's database for its owner (contains the password)."""
        return self._url(DATABASE)

    @property
    def port(self) -> int:
        """TCP port that the server was given."""
        port = self.folder.marker().get("port")
        if not isinstance(port, int):
            raise StoreServerError(
                f"The store in {self.folder.path} was never started.",
                "",
                "Start it with: wedge store start",
            )
        return port

    def status(self) -> ServerStatus:
        """Tell whether the server runs, whoever started it."""
        self.folder.marker()
        pid = postmaster_pid(self.folder.pgdata)
        return ServerStatus(pid is not None, pid, self.port if pid is not None else None)

    def serves_lan(self) -> bool:
        """Tell whether the server was last started for the shop's network."""
        return serves_lan(self.folder.pgdata)

    def start(self, *, detached: bool = False) -> None:
        """Make the store if there is none, start its server and wait until it answers.

        Unless `detached`, the server shuts down by itself when this process dies.
        Raises `FolderInUseError` when it already runs, `ForeignFolderError` for a folder
        that Wedge did not make.
        """
        self.folder.claim()
        self._lock.take()
        try:
            self._start(detached=detached)
        except OSError as error:
            raise from_os_error(error, self.folder.path) from error
        finally:
            # From here on the server itself holds the lock, for as long as it lives.
            self._lock.release()

    def stop(self) -> None:
        """Stop the server (fast: open transactions are rolled back); no error if it's down."""
        pid = self._child.pid if self._child is not None else postmaster_pid(self.folder.pgdata)
        if pid is None:
            return
        for sig in (signal.SIGINT, signal.SIGQUIT):
            try:
                os.kill(pid, sig)
            except ProcessLookupError:
                break
            if self._wait_gone(pid, _STOP_S):
                break
        else:
            raise StoreServerError(
                f"The store's server (process {pid}) does not stop.",
                "What was saved is safe.",
                f"End it with: kill -9 {pid}",
            )
        self._child = None

    def _start(self, *, detached: bool) -> None:
        identity = server_identity()
        self._make_reachable(identity)
        programs = engine_bin(identity, self.folder.engine)
        if self.folder.marker().get("state") == "preparing":
            initialise(self.folder, identity, programs, durable=self._durable)
        check_data(self.folder)
        check_space(self.folder, RUNNING_BYTES if self._durable else 0)
        clear_stale_pid(self.folder.pgdata)
        self._configure(identity)
        child = spawn_postgres(
            programs / "postgres",
            self.folder.pgdata,
            identity,
            log=self.folder.start_log,
            lock_fd=self._lock.fd,
            detached=detached,
        )
        self._child = child
        self._lock.name_holder(child.pid)
        try:
            self._wait_ready(child)
        except BaseException:
            self.stop()
            raise

    def _make_reachable(self, identity: Identity) -> None:
        if identity.uid is None:
            return
        self.folder.path.chmod(0o755)
        if not identity.may_enter(self.folder.path):
            raise StoreServerError(
                f"The database server does not run as root, and its user cannot reach "
                f"{self.folder.path}.",
                "Nothing was changed.",
                "Name a folder that every user may enter, such as /var/lib/wedge, with --folder.",
            )

    def _configure(self, identity: Identity) -> None:
        pgdata = self.folder.pgdata
        remembered = self.folder.marker().get("port")
        port = remembered if isinstance(remembered, int) else 0
        if not port_is_free(port):
            if self._lan and port:
                raise StoreServerError(
                    f"Port {port}, under which the tills know this store, is used by another "
                    "program.",
                    "Nothing was changed.",
                    "End that program and start the store again.",
                )
            port = free_port()
        self.folder.write_marker(port=port)
        for source in ensure_certificates(self.folder.tls):
            target = pgdata / source.name
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)
            target.chmod(0o600)
            identity.give(target)
        settings = ServerSettings(port=port, lan=self._lan, durable=self._durable, tls=True)
        write_settings(pgdata, settings)
        for name in ("wedge.conf", "pg_hba.conf"):
            (pgdata / name).chmod(0o600)
            identity.give(pgdata / name)

    def _wait_ready(self, child: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + _START_S
        while True:
            if child.poll() is not None:
                if postmaster_pid(self.folder.pgdata):
                    raise FolderInUseError("The store's server is already running.", "", "")
                raise explain(self._last_words(), self.folder.path, "be started")
            try:
                self._ensure_database()
                return
            except psycopg.OperationalError as error:
                if time.monotonic() > end:
                    raise StoreServerError(
                        f"The store's server does not answer: {error}",
                        "What was saved is safe.",
                        f"The details are in {self.folder.start_log}.",
                    ) from error
            time.sleep(0.05)

    def _ensure_database(self) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True, connect_timeout=5) as link:
            known = link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if known.fetchone() is None:
                link.execute(f"CREATE DATABASE {DATABASE}")

    def _last_words(self) -> str:
        logs = sorted(
            (self.folder.pgdata / "log").glob("*.log"), key=lambda log: log.stat().st_mtime
        )
        files = [self.folder.start_log, *logs[-1:]]
        return "\n".join(file.read_text("utf-8", "replace")[-4000:] for file in files)

    def _wait_gone(self, pid: int, wait_s: float) -> bool:
        end = time.monotonic() + wait_s
        while time.monotonic() < end:
            if self._child is not None and self._child.pid == pid:
                if self._child.poll() is not None:
                    return True
            elif postmaster_pid(self.folder.pgdata) != pid:
                return True
            time.sleep(0.02)
        return False

    def _url(self, database: str) -> str:
        password = self.folder.known_secret("admin") or ""
        return f"postgresql://{ADMIN}:{quote(password, safe='')}@127.0.0.1:{self.port}/{database}"
