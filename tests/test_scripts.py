"""The two scripts, the pinned versions, and the screen that the tests of 3D views draw on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
import run as run_script
import setup_environment as setup
import test as test_script
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from playground import command_train, picturing
from playground.cli import main

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13")


def pins() -> dict[str, str]:
    """Package -> version, from constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def project() -> dict[str, object]:
    with open(ROOT / "pyproject.toml", "rb") as file:
        return tomllib.load(file)["project"]


def every_requirement() -> dict[str, Requirement]:
    """Package -> who asks for it, for all that an install with the test tools brings, on each system."""
    waiting = [Requirement(line) for line in [*project()["dependencies"], *project()["optional-dependencies"]["test"]]]
    found: dict[str, Requirement] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and applies(requirement):
            found[name] = requirement
            try:
                waiting += [Requirement(line) for line in requires(name) or []]
            except PackageNotFoundError:
                continue  # for another system or Python
    return found


def applies(requirement: Requirement) -> bool:
    """Whether one of our Pythons, on one of our systems, needs it without an extra."""
    return requirement.marker is None or any(
        requirement.marker.evaluate(
            {"python_version": python, "python_full_version": f"{python}.1", "extra": "", **system}
        )
        for python in PYTHONS
        for system in (
            {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
            {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
            {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
        )
    )


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A place to set up in, and the list of what was done there."""
    done: list[str] = []
    python = tmp_path / "bin" / "python"

    def make_venv() -> None:
        python.parent.mkdir(exist_ok=True)
        python.touch()
        done.append("venv")

    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(setup, "venv_python", lambda: python)
    monkeypatch.setattr(setup, "make_venv", make_venv)
    monkeypatch.setattr(setup, "install", lambda extras: done.append(f"install {extras}"))
    monkeypatch.setattr(setup, "missing_packages", lambda for_tests: done.append("system") or [])
    return done


def test_the_second_start_does_nothing(room: list[str]) -> None:
    setup.prepare()
    assert room == ["system", "venv", "install []"]
    setup.prepare()
    assert room == ["system", "venv", "install []"]


def test_the_test_tools_are_added_once_and_serve_the_window_too(room: list[str]) -> None:
    setup.prepare()
    room.clear()
    setup.prepare("test")
    assert room == ["system", "venv", "install ['test']"]
    room.clear()
    setup.prepare("test")
    setup.prepare()
    assert room == []


@pytest.mark.parametrize("changed", ["fingerprint", "stamp", "python"])
def test_a_change_sets_up_again(changed: str, room: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    python = setup.prepare()
    room.clear()
    match changed:
        case "fingerprint":
            monkeypatch.setattr(setup, "fingerprint", lambda: "another")
        case "stamp":
            setup.STAMP.write_text("spoilt", encoding="utf-8")
        case "python":
            python.unlink()
    setup.prepare()
    assert room == ["system", "venv", "install []"]


def test_a_failed_install_is_tried_again(room: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(extras: list[str]) -> None:
        raise setup.SetupError("no network")

    with monkeypatch.context() as broken:
        broken.setattr(setup, "install", fail)
        with pytest.raises(setup.SetupError):
            setup.prepare()
    setup.prepare()
    assert room[-1] == "install []"


def test_root_gets_the_missing_system_packages(room: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    missing = [["libegl1"], []]
    monkeypatch.setattr(setup, "missing_packages", lambda for_tests: missing.pop(0))
    monkeypatch.setattr(setup, "can_install", lambda: True)
    monkeypatch.setattr(setup, "install_packages", lambda packages: room.append(f"apt {packages}"))
    setup.prepare()
    assert room[0] == "apt ['libegl1']"


def test_the_window_and_the_tests_keep_what_each_other_needs(room: list[str]) -> None:
    for extra in ("export", "test", "export"):
        setup.prepare(extra)
    assert [done for done in room if "install" in done] == ["install ['export']", "install ['export', 'test']"]


def test_others_are_told_the_one_command(room: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "missing_packages", lambda for_tests: ["libegl1", "libgl1"])
    monkeypatch.setattr(setup, "can_install", lambda: False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(setup.SetupError, match="sudo apt-get install -y --no-install-recommends libegl1 libgl1"):
        setup.prepare()
    assert room == []


def test_without_a_display_the_libraries_of_the_window_may_wait(
    room: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "missing_packages", lambda for_tests: ["libegl1"])
    monkeypatch.setattr(setup, "can_install", lambda: False)
    setup.prepare(needs_window=False)
    assert room == ["venv", "install []"]
    assert "for the window only" in capsys.readouterr().out
    with pytest.raises(setup.SetupError):
        setup.prepare(needs_window=True)


def test_a_problem_is_told_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(arguments: list[str]) -> int:
        raise setup.SetupError("Please plug it in.")

    assert setup.run_script(fail, []) == 1
    assert capsys.readouterr().err == "\nPlease plug it in.\n"


def test_an_unfit_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(setup.SetupError, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        setup.require_python()


@pytest.mark.parametrize(
    ("given", "display", "started"),
    [
        ([], True, []),
        ([], False, ["demo"]),
        (["open"], False, ["demo"]),
        ([__file__], True, [__file__]),
        ([__file__], False, ["demo"]),
        (["train", "spiral"], True, ["train", "spiral"]),
        (["train", "spiral"], False, ["train", "spiral"]),
    ],
)
def test_arguments_are_passed_on_and_no_display_means_a_demonstration(
    given: list[str], display: bool, started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run_script, "has_display", lambda: display)
    monkeypatch.setattr(run_script, "prepare", lambda extra, needs_window: Path("python"))
    monkeypatch.setattr(run_script, "start", lambda command: commands.append(command) or 0)
    assert run_script.main(given) == 0
    assert commands == [["python", "-P", "-m", "playground", *started]]


def test_every_version_is_pinned() -> None:
    assert every_requirement().keys() - pins().keys() == set()


def test_nothing_else_is_pinned() -> None:
    assert pins().keys() - every_requirement().keys() == set()


def test_the_installed_versions_are_the_pinned_ones() -> None:
    differing = {}
    for name, pin in pins().items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            continue  # for another system
        if installed != pin:
            differing[name] = installed
    if sys.prefix == str(setup.VENV):
        assert differing == {}


def test_the_pins_hold_no_address() -> None:
    assert not re.search(r"://|^-|@", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)


def test_each_check_is_told_and_one_that_finds_something_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"first": "print('all is well')", "second": "import sys; print('a mistake'); sys.exit(1)"}
    monkeypatch.setattr(test_script, "CHECKS", {name: ["-c", code] for name, code in said.items()})
    assert test_script.run_checks(sys.executable) == ["second"]
    assert capsys.readouterr().out == "\n-- first\nall is well\n\n-- second\na mistake\n\n"


@pytest.mark.parametrize(("tests", "checks", "code"), [(0, [], 0), (1, [], 1), (0, ["mypy"], 1), (0, ["a", "b"], 2)])
def test_nothing_is_in_order_unless_tests_and_checks_are(
    tests: int, checks: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(test_script, "prepare", lambda extra: Path("python"))
    monkeypatch.setattr(test_script, "run_tests", lambda python, arguments: tests)
    monkeypatch.setattr(test_script, "run_checks", lambda python: checks)
    assert test_script.main([]) == code


@pytest.mark.parametrize(
    ("codes", "code"),
    [([0, 0], 0), ([0, 1, 0], 0), ([0, 1, 1], 1), ([1, 0, 0], 0), ([1, 0, 1], 1), ([1, 1, 0, 0], 0), ([0, 3], 3)],
)
def test_what_failed_beside_others_runs_once_more_alone(
    codes: list[int], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[list[str]] = []
    monkeypatch.setattr(test_script, "run", lambda command, **_: runs.append(command) or codes[len(runs) - 1])
    assert test_script.run_tests("python", []) == code
    assert len(runs) == len(codes)
    assert ["--last-failed" in command for command in runs] == [False, False, True, True][: len(runs)]
    assert ["not gl" in command for command in runs[2:]] == [kind == 1 for kind in (0, 1) if codes[kind] == 1]
    assert "-n" not in runs[-1] or len(runs) == 2


# What may lie beside the project, each against one of its rules
BESIDE = {
    "spiral.py": "import keras\nprint( keras )\n",
    "conftest.py": "raise RuntimeError('a person'''s own')\n",
    "test_mine.py": "import tensorflow\n\n# mark.gl\ndef test_mine(): assert False\n",
    "build/lib/playground/ui.py": "import tensorflow\n",
    ".venv-3.12/lib/keras.py": "from . import x\n",
    "env/lib/python3.11/site-packages/thing.py": "import tensorflow\n",
}


# Which files mypy would read, as reading them takes long.
SEEN_BY_MYPY = "from mypy.main import process_options as p; print(*(source.path for source in p([])[0]), sep='\\n')"


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project in a folder of its own, where `playground demo` has been run and a person's own files lie too."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    assert listed.returncode == 0, listed.stderr
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    monkeypatch.setattr(command_train, "DEMO_EPOCHS", 2)
    monkeypatch.setattr(picturing, "picture", lambda document, title, out, *_: out.touch() or "")
    with monkeypatch.context() as there:
        there.chdir(tmp_path)
        assert main(["demo"]) == 0
    for name, text in BESIDE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def in_copy(folder: Path, command: list[str]) -> str:
    """What Python says of the project as it was copied, run as the scripts do."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(folder))
    result = subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.mark.timeout(600)  # several processes
def test_the_second_command_finds_nothing_wrong_after_the_first(copied: Path) -> None:
    assert (copied / "playground-demo" / "spiral.py").exists()
    for name, command in test_script.CHECKS.items():
        if name != "mypy":
            in_copy(copied, command)
    seen = in_copy(copied, ["-P", "-c", SEEN_BY_MYPY]).splitlines()
    assert {"playground/cli.py", "scripts/test.py"} < set(seen)
    assert {name.split("/")[0] for name in seen} == {"playground", "scripts"}
    # Of files with 3D views alone, as reading all takes long.
    collected = in_copy(copied, ["-P", "-m", "pytest", "--collect-only", "-q", "-m", "gl", "-p", "no:cacheprovider"])
    assert {line.split("/")[0] for line in collected.splitlines() if "::" in line} == {"tests"}


def test_git_sees_nothing_of_what_the_first_command_writes() -> None:
    written = ["playground-demo/spiral.py", ".venv/bin/python", ".venv-3.12/bin/python", "build/lib/playground/ui.py"]
    result = subprocess.run(["git", "check-ignore", *written], cwd=ROOT, capture_output=True, text=True)
    assert result.stdout.splitlines() == written


@pytest.mark.gl
def test_the_screen_has_opengl() -> None:
    code = (
        "from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext\n"
        "application = QGuiApplication([])\n"
        "context, surface = QOpenGLContext(), QOffscreenSurface()\n"
        "surface.create()\n"
        "print(context.create(), context.makeCurrent(surface))\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ))
    assert result.stdout == "True True\n", result.stderr
