"""Sets up what the tests need and runs every check and every test: python3 scripts/test.py [pytest's arguments]

With arguments only pytest runs, with them.
"""

from __future__ import annotations

import os
import sys

from setup_environment import ROOT, prepare, run, run_script

# With -P, since what else lies in the top folder is not the project's.
CHECKS = {
    "ruff check": ["-P", "-m", "ruff", "check"],
    "ruff format": ["-P", "-m", "ruff", "format", "--check"],
    "mypy": ["-P", "-m", "mypy"],
    "import rules": ["-P", "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo"],
}
NO_TESTS = 5  # pytest's exit code where nothing was selected
MOST_WORKERS = 4  # each loads TensorFlow, a gigabyte or so


def screen() -> tuple[list[str], dict[str, str]]:
    """What to put before a command, and its environment, so that it finds a screen with OpenGL."""
    if not sys.platform.startswith("linux"):
        return [], dict(os.environ, QT_QPA_PLATFORM="cocoa" if sys.platform == "darwin" else "windows")
    virtual = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24 +extension GLX"]
    return virtual, dict(os.environ, QT_QPA_PLATFORM="xcb")


def run_tests(python: str, arguments: list[str]) -> int:
    """Runs pytest twice, as a process has one platform: 3D views on a screen, all else without. Its exit code."""
    before, environment = screen()
    pytest = [python, "-P", "-m", "pytest"]
    print("\n-- tests of 3D views, on a screen with OpenGL", flush=True)
    with_screen = run([*before, *pytest, "-m", "gl", *arguments], cwd=ROOT, env=environment)
    print("\n-- all other tests, without a screen", flush=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    # A file's tests share what they have compiled, so they stay together.
    workers = [] if arguments else ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "loadfile"]
    without = run([*pytest, "-m", "not gl", *workers, *arguments], cwd=ROOT, env=environment)
    if arguments and NO_TESTS in (with_screen, without):
        return min(with_screen, without)
    return with_screen or without


def run_checks(python: str) -> list[str]:
    """Runs every check; the names of those that found something."""
    failed = []
    for name, command in CHECKS.items():
        print(f"\n-- {name}", flush=True)
        if run([python, *command], cwd=ROOT):
            failed.append(name)
    return failed


def main(arguments: list[str]) -> int:
    """Every check, then every test; 0 if nothing is wrong."""
    python = str(prepare("test"))
    failed = [] if arguments else run_checks(python)
    result = run_tests(python, arguments)
    if failed:
        print(f"\nNot in order: {', '.join(failed)}; see above.", file=sys.stderr)
    return result or len(failed)


if __name__ == "__main__":
    sys.exit(run_script(main, sys.argv[1:]))
