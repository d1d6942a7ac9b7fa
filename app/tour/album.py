"""The pictures of the tour, numbered in the order they were taken."""

from dataclasses import dataclass
from pathlib import Path

from app.ui.shared.driver_client import DriverClient


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

    def take(self, program: DriverClient, name: str, caption: str) -> None:
        """Save the program's window as `NN-name.png`."""
        file = f"{len(self.pictures) + 1:02d}-{name}.png"
        program.grab(self._folder / file)
        self.pictures.append(Picture(file, caption))
