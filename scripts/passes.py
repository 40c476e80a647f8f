"""Runs of pytest. A process has one Qt platform, so tests marked `gl` run on a screen, and all others without."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from setup_environment import ROOT

NO_TESTS = 5  # pytest's exit code where nothing was selected


class Pass(NamedTuple):
    """One run of pytest: what to say of it, its command, the files or tests that end it, and its environment."""

    title: str
    command: list[str]
    files: Sequence[str]
    environment: dict[str, str]


def around(platform: str) -> dict[str, str]:
    """The environment of a run. What one of its many processes has compiled the others read, wherever it runs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": platform}


def screen() -> tuple[list[str], dict[str, str]]:
    """What to put before a command, and its environment, so that it finds a screen with OpenGL."""
    if not sys.platform.startswith("linux"):
        return [], around("cocoa" if sys.platform == "darwin" else "windows")
    virtual = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24 +extension GLX"]
    return virtual, around("xcb")


def with_screen(python: str, arguments: Sequence[str], files: Sequence[str] = ()) -> Pass:
    before, environment = screen()
    command = [*before, python, "-P", "-m", "pytest", "-m", "gl", *arguments]
    return Pass("tests of 3D views, on a screen with OpenGL", command, files, environment)


def without_screen(python: str, arguments: Sequence[str], files: Sequence[str] = ()) -> Pass:
    command = [python, "-P", "-m", "pytest", "-m", "not gl", *arguments]
    return Pass("tests without a screen", command, files, around("offscreen"))


def passes(python: str, files: Sequence[str], arguments: Sequence[str] = ()) -> Iterable[Pass]:
    """Runs of these test files, as many as they need; none for none."""
    in_3d = [file for file in files if "mark.gl" in (ROOT / file).read_text(encoding="utf-8")]
    if in_3d:
        yield with_screen(python, arguments, in_3d)
    if files:
        yield without_screen(python, arguments, files)


def failed(exit_code: int) -> bool:
    """Whether this exit code of pytest means that a test failed, or that pytest did."""
    return exit_code not in (0, NO_TESTS)
