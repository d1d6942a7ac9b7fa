"""The pictures of the tour, numbered in the order they were taken."""

import time
from dataclasses import dataclass
from pathlib import Path

from app.ui.shared.driver_client import DriverClient

_LOOKS = 10
_BETWEEN_S = 0.3


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture and what it shows."""

    file: str
    caption: str


class Album:
    """Takes numbered pictures into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[Picture] = []

    def take(
        self, program: DriverClient, name: str, caption: str, *, at_rest: bool = False
    ) -> None:
        """Save the program's window as `NN-name.png`; `at_rest` once it looks the same twice.

        A page that asks the store for a report fills a moment after it is shown.
        """
        file = f"{len(self.pictures) + 1:02d}-{name}.png"
        program.grab(self._folder / file)
        if at_rest:
            self._take_until_same(program, self._folder / file)
        self.pictures.append(Picture(file, caption))

    @staticmethod
    def _take_until_same(program: DriverClient, path: Path) -> None:
        for _ in range(_LOOKS):
            before = path.read_bytes()
            time.sleep(_BETWEEN_S)
            program.grab(path)
            if path.read_bytes() == before:
                return
