"""The launcher: when the environment is made anew, and what is said when things are missing."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def launcher() -> Any:
    loader = SourceFileLoader("wedge_launcher", str(ROOT / "wedge"))
    spec = spec_from_loader("wedge_launcher", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def lock_files(tmp_path: Path) -> tuple[Path, Path]:
    runtime, development = tmp_path / "requirements.lock", tmp_path / "requirements-dev.lock"
    runtime.write_text("a==1")
    development.write_text("a==1\nb==1")
    return runtime, development


def environment_of(launcher: Any, folder: Path, lock_file: Path) -> Path:
    environment = folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").touch()
    (environment / launcher.STAMP).write_text(launcher.digest(lock_file))
    return environment


def test_environment_is_current_until_its_lock_changes(
    launcher: Any, tmp_path: Path, lock_files: tuple[Path, Path]
) -> None:
    environment = environment_of(launcher, tmp_path, lock_files[0])
    assert launcher.is_current(environment, *lock_files)
    lock_files[0].write_text("a==2")
    assert not launcher.is_current(environment, *lock_files)


def test_development_environment_serves_the_program_but_not_the_reverse(
    launcher: Any, tmp_path: Path, lock_files: tuple[Path, Path]
) -> None:
    runtime, development = lock_files
    environment = environment_of(launcher, tmp_path, development)
    assert launcher.is_current(environment, runtime, development)
    (environment / launcher.STAMP).write_text(launcher.digest(runtime))
    assert not launcher.is_current(environment, development, development)


def test_killed_install_is_done_again(
    launcher: Any, tmp_path: Path, lock_files: tuple[Path, Path]
) -> None:
    environment = environment_of(launcher, tmp_path, lock_files[0])
    (environment / launcher.STAMP).unlink()
    assert not launcher.is_current(environment, *lock_files)


def test_missing_libraries_are_named(launcher: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        launcher, "loads", lambda name: name not in ("libEGL.so.1", "libxcb-cursor.so.0")
    )
    assert launcher.missing_libraries({}) == ["libegl1"]
    assert launcher.missing_libraries({"DISPLAY": ":0"}) == ["libegl1", "libxcb-cursor0"]
    with pytest.raises(SystemExit, match="apt-get install -y libegl1"):
        launcher.refuse_without(["libegl1"])


def test_incomplete_venv_module_names_its_package(launcher: Any) -> None:
    assert "-venv" in launcher.venv_advice("ensurepip is not available")


def test_lock_files_are_pinned_with_hashes_and_name_no_place() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "file:" not in text
        pinned = [line for line in text.splitlines() if line and line[0].isalnum()]
        assert pinned
        assert all("==" in line and line.endswith("\\") for line in pinned)
