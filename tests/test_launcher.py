"""The launcher: when the environment is made anew, and what is said when things are missing."""

import fcntl
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import cli
from app.cli import before_install

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
        before_install, "loads", lambda name: name not in ("libEGL.so.1", "libxcb-cursor.so.0")
    )
    assert before_install.missing_libraries({}) == ["libegl1"]
    assert before_install.missing_libraries({"DISPLAY": ":0"}) == ["libegl1", "libxcb-cursor0"]
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


def bare_project(launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A clone whose installs only write down where they would go."""
    monkeypatch.setattr(launcher, "ROOT", tmp_path)
    installed: list[Path] = []

    def install(python: Path, lock_file: Path) -> None:
        script = python.with_name("tool")
        script.write_text(f"#!{python}\n")
        installed.append(lock_file)

    monkeypatch.setattr(launcher, "install", install)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text('__version__ = "1.2.3"\n')
    return installed


def test_help_and_version_are_told_without_an_install(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock_files: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert bare_project(launcher, tmp_path, monkeypatch) == []
    launcher.main(["--version"])
    assert capsys.readouterr().out == "Wedge 1.2.3\n"
    for question in ([], ["--help"], ["-h"]):
        launcher.main(question)
        assert capsys.readouterr().out == before_install.HELP
    assert not (tmp_path / ".venv").exists()
    assert launcher.without_environment(["demo"]) is None


def test_help_names_every_command() -> None:
    commands = {each.name or each.callback.__name__ for each in cli.registered_commands
                if not each.hidden and each.callback}  # fmt: skip
    named = commands | {str(each.name) for each in cli.registered_groups}
    listed = {line.split()[0] for line in before_install.HELP.splitlines() if line.startswith("  ")}
    assert listed == named


def test_a_new_environment_takes_the_olds_place_when_it_is_complete(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock_files: tuple[Path, Path]
) -> None:
    installed = bare_project(launcher, tmp_path, monkeypatch)
    environment = environment_of(launcher, tmp_path, lock_files[0])
    lock_files[0].write_text("a==2")

    def broken(python: Path, lock_file: Path) -> None:
        assert (environment / launcher.STAMP).exists()
        raise SystemExit(1)

    with monkeypatch.context() as offline, pytest.raises(SystemExit):
        offline.setattr(launcher, "install", broken)
        launcher.ensure_environment(environment, lock_files[0])
    assert (environment / launcher.STAMP).exists()
    launcher.ensure_environment(environment, lock_files[0])
    assert installed == [lock_files[0]]
    assert launcher.is_current(environment, *lock_files)
    assert (environment / "bin" / "tool").read_text() == f"#!{environment}/bin/python\n"
    assert f"{environment}.new" not in (environment / "pyvenv.cfg").read_text()
    assert sorted(each.name for each in tmp_path.glob(".venv*")) == [".venv", ".venv.lock"]


def test_the_tests_tools_come_on_top_of_an_environment_in_use(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock_files: tuple[Path, Path]
) -> None:
    installed = bare_project(launcher, tmp_path, monkeypatch)
    environment = environment_of(launcher, tmp_path, lock_files[0])
    (environment / "used by a shop").touch()
    launcher.ensure_environment(environment, lock_files[1])
    assert installed == [lock_files[1]]
    assert (environment / "used by a shop").exists()
    assert launcher.is_current(environment, lock_files[1], lock_files[1])


def test_a_second_set_up_says_that_it_waits(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with (tmp_path / "lock").open("w") as first, (tmp_path / "lock").open("w") as second:
        fcntl.flock(first, fcntl.LOCK_EX)

        def say(text: str) -> None:
            said.append(text)
            fcntl.flock(first, fcntl.LOCK_UN)

        monkeypatch.setattr(launcher, "say", say)
        launcher.wait_for_turn(second)
    assert said == ["Waiting for another set-up of Wedge to finish ..."]
