"""A TCP relay between a terminal and its server that can go dark, cut and come back."""

import socket
import threading
from contextlib import suppress


class TcpProxy:
    """Listens on a local port; `dark` swallows all bytes, `cut` closes every connection."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._dark = threading.Event()
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self.port: int = self._listener.getsockname()[1]
        self._spawn(self._accept)

    def go_dark(self) -> None:
        """Swallow everything, as a pulled cable does."""
        self._dark.set()

    def light_up(self) -> None:
        """End the darkness; connections of before stay broken."""
        self.cut()
        self._dark.clear()

    def cut(self) -> None:
        """Close every connection."""
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._sockets.clear()

    def close(self) -> None:
        """End all threads."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join(timeout=5)

    def _spawn(self, work: object, *arguments: object) -> None:
        assert callable(work)
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection(self._target)
            except OSError:
                return
            self._sockets += [near, far]
            self._spawn(self._pump, near, far)
            self._spawn(self._pump, far, near)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with source, suppress(OSError):
            while data := source.recv(65536):
                if not self._dark.is_set():
                    sink.sendall(data)
            sink.shutdown(socket.SHUT_RDWR)
