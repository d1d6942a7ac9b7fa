"""Three short sounds, made here and played by the system's own player in a process of its own.

Qt's multimedia module is not used: it needs a sound server's library just to be imported, and
fills the log where no sound device is. A player that is missing or fails only stays silent.
"""

import logging
import math
import os
import shutil
import struct
import sys
import wave
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QTemporaryDir

log = logging.getLogger(__name__)
RATE_HZ = 22_050
_FADE_S = 0.012
_LOUDNESS = 0.6
_PLAYERS = {"linux": ("pw-play", "paplay", "aplay"), "darwin": ("afplay",)}


class Sound(StrEnum):
    """What is told by ear."""

    NEW = "new"
    LATE = "late"
    BLOCKED = "blocked"


NOTES: dict[Sound, Sequence[tuple[float, float]]] = {
    Sound.NEW: ((659.3, 0.14), (987.8, 0.30)),
    Sound.LATE: ((440.0, 0.16), (0.0, 0.08), (440.0, 0.16), (0.0, 0.08), (349.2, 0.34)),
    Sound.BLOCKED: ((880.0, 0.12), (659.3, 0.12)) * 3,
}
"""Hertz and seconds; 0 Hz is a rest. Rising is good news, a knock that falls is not; a siren is
for food nobody may have."""

Play = Callable[[Sound], None]


def samples(notes: Sequence[tuple[float, float]]) -> list[int]:
    """16-bit mono samples; each note fades in and out, so that nothing clicks."""
    found: list[int] = []
    for hertz, length_s in notes:
        count = int(length_s * RATE_HZ)
        fade = max(1, int(_FADE_S * RATE_HZ))
        for at in range(count):
            swell = min(1.0, at / fade, (count - 1 - at) / fade)
            value = math.sin(2.0 * math.pi * hertz * at / RATE_HZ) * swell * _LOUDNESS
            found.append(round(value * 32_767))
    return found


def write_wav(file: Path, sound: Sound) -> None:
    """Write the sound as a WAV file."""
    tones = samples(NOTES[sound])
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(struct.pack(f"<{len(tones)}h", *tones))


def find_player() -> Play | None:
    """How this machine plays a sound; None without a screen of its own or without a player."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return None
    known = _PLAYERS.get(sys.platform, ())
    program = next((path for name in known if (path := shutil.which(name))), "")
    if not program and sys.platform != "win32":
        return None
    try:
        return _SystemPlayer(program).play
    except OSError as error:
        log.warning("no sound: %s", error)
        return None


class _SystemPlayer:
    """Keeps the files for as long as the program runs."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._folder = QTemporaryDir(QDir.tempPath() + "/wedge-sound-XXXXXX")
        self._files = {sound: Path(self._folder.filePath(f"{sound}.wav")) for sound in Sound}
        for sound, file in self._files.items():
            write_wav(file, sound)

    def play(self, sound: Sound) -> None:
        """Start the sound; nothing waits for it and nothing comes of its failure."""
        file = str(self._files[sound])
        if sys.platform == "win32":
            import winsound

            how = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(file, how)
            except RuntimeError:
                return
        else:
            process = QProcess()
            process.setProgram(self._program)
            process.setArguments([file])
            process.setStandardOutputFile(QProcess.nullDevice())
            process.setStandardErrorFile(QProcess.nullDevice())
            process.startDetached()
