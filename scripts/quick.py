"""What one's change touches, looked at in half a minute: the style of its files, and the tests that hold them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterable

from matching import Matching, cost
from passes import failed, passes
from setup_environment import ROOT, run

SECONDS = 26.0
LEAST = 4.0
"""Seconds without which a run of pytest is not begun."""
BASES = ("origin/main", "main", "HEAD")


def changed_files() -> list[str]:
    """The Python files that are other, or new, than where this branch left the main one."""
    base = next(found for found in map(parting, BASES) if found)
    names = {*git("diff", "--name-only", base), *git("ls-files", "--others", "--exclude-standard")}
    rooms = ("playground/", "scripts/", "tests/")
    return sorted(name for name in names if name.endswith(".py") and name.startswith(rooms) and (ROOT / name).is_file())


def parting(base: str) -> str:
    """The newest commit that this branch shares with another; "" where there is no such branch."""
    return "".join(git("merge-base", base, "HEAD"))


def git(*arguments: str) -> list[str]:
    """The lines that git says; none where it fails."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def groups(tests: Iterable[str]) -> list[list[str]]:
    """By cost, the cheapest first: only the last ones load TensorFlow."""
    by_cost: dict[int, list[str]] = {}
    for test in tests:
        by_cost.setdefault(cost(test), []).append(test)
    return [by_cost[key] for key in sorted(by_cost)]


def look(python: str) -> int:
    """Ruff on the changed files, then their tests while there is time; 0 if nothing is wrong."""
    end = time.monotonic() + SECONDS
    changed = changed_files()
    tests = Matching(ROOT).tests_of(changed)
    print(f"{len(changed)} files differ from the main branch; {len(tests)} files of tests hold them.", flush=True)
    if not changed:
        return 0
    result, left_out = 0, 0
    for command in (["check"], ["format", "--check"]):
        result |= run([python, "-P", "-m", "ruff", *command, *changed], cwd=ROOT)
    for group in groups(tests):
        for one in passes(python, group):
            left = end - time.monotonic()
            if left < LEAST:
                left_out += 1
                continue
            print(f"\n-- {one.title}", flush=True)
            command = [*one.command, "-q", f"--seconds={left:.0f}", *one.files]
            result |= failed(run(command, cwd=ROOT, env=one.environment))
    if left_out:
        print("\nThere was no time for all of them. python3 scripts/test.py runs every test.")
    return result
