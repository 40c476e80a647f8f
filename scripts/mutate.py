"""Finds what no test notices: applies random small changes to the program, one at a time, and lists those that survive.

    python3 scripts/mutate.py 20 [--seed 7] [--seconds 300] [playground/document ...]

Each change is made in a copy, where the tests of its module run, and if they pass those around them. A test that fails
without the change too proves nothing. What survives is a test to write, a line to leave out, or a change that makes no
difference.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from matching import Matching, mirrors
from mutations import Mutation, mutations
from passes import Pass, failed, passes
from setup_environment import ROOT, prepare, run_script

SURVIVED, KILLED, TOO_LONG, BROKEN = "survived", "killed", "too long", "fails anyway"
PLAINLY = ("-x", "-q", "--no-header", "-p", "no:cacheprovider")
Mutant = tuple[str, Mutation]
"""A file, and what is changed in it."""


def picked(root: Path, paths: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """So many of all changes to the files at or below these paths, by chance; the same ones for a seed."""
    files = {file for path in paths for file in python_files(root / path)}
    every = [
        (file.relative_to(root).as_posix(), mutation)
        for file in sorted(files)
        for mutation in mutations(file.read_text(encoding="utf-8"))
    ]
    return random.Random(seed).sample(every, min(count, len(every)))


def python_files(path: Path) -> Iterable[Path]:
    return path.rglob("*.py") if path.is_dir() else [path]


def copy_project(goal: Path) -> None:
    """What git knows of the project, or would add, and nothing else."""
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (goal / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, goal / name)


def judge(mutant: Mutant, copy: Path, tests: Matching, python: str, seconds: float) -> tuple[str, str]:
    """What became of one change, and which test said so, if it says nothing of the source as it is."""
    file, mutation = mutant
    own = sorted(tests.tests_of([file]), key=lambda test: not mirrors(test, file))
    around = [test for test in tests.tests_around(file) if test not in own]
    for one in (one for chosen in (own, around) for one in passes(python, chosen, PLAINLY)):
        with applied(mutation, copy / file):
            result, told = outcome(one, copy, seconds)
        if result == KILLED and (test := re.match(r"(?:FAILED|ERROR) (.*?)(?: - |$)", told)):
            before, _ = outcome(one._replace(files=[test[1]]), copy, seconds)
            return (result if before == SURVIVED else BROKEN), told
        if result != SURVIVED:
            return result, told
    return SURVIVED, ""


@contextmanager
def applied(mutation: Mutation, path: Path) -> Iterator[None]:
    """The file changed, and after that as it was."""
    source = path.read_text(encoding="utf-8")
    path.write_text(mutation.applied(source), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(source, encoding="utf-8")


def outcome(one: Pass, copy: Path, seconds: float) -> tuple[str, str]:
    """What one run of pytest says, and its line that says so."""
    # No compiled file outlives the source that it was made from.
    environment = dict(one.environment, PYTHONPATH=str(copy), PYTHONDONTWRITEBYTECODE="1")
    command, pipe = [*one.command, *one.files], subprocess.PIPE
    with subprocess.Popen(
        command, cwd=copy, env=environment, stdout=pipe, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as running:
        try:
            said, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return TOO_LONG, ""
    if not failed(running.returncode):
        return SURVIVED, ""
    lines = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return KILLED, lines[0] if lines else f"exit code {running.returncode}"


def tell(mutant: Mutant) -> str:
    """A change on a line."""
    file, mutation = mutant
    before, after = (" ".join(text.split()) for text in (mutation.before, mutation.after))
    return f"{file}:{mutation.line}: {before} -> {after}"


def main(arguments: list[str]) -> int:
    """Tries them; 0 whatever comes out, since a survivor may be right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="how many changes to try")
    parser.add_argument("paths", nargs="*", default=["playground"], help="files and folders to change; else all")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000), help="the same seed, the same changes")
    parser.add_argument("--seconds", type=float, default=300, help="how long the tests of one change may take")
    asked = parser.parse_args(arguments)
    python, tests = str(prepare("test")), Matching(ROOT)
    print(f"seed {asked.seed}", flush=True)
    ended: dict[str, list[str]] = {result: [] for result in (SURVIVED, KILLED, TOO_LONG, BROKEN)}
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(folder)
        copy_project(copy)
        for mutant in picked(ROOT, asked.paths, asked.count, asked.seed):
            result, told = judge(mutant, copy, tests, python, asked.seconds)
            ended[result].append(tell(mutant))
            print(f"{result:12} {tell(mutant)}   {told}".rstrip(), flush=True)
    print("\n" + ", ".join(f"{len(found)} {result}" for result, found in ended.items()))
    print("\n".join(ended[SURVIVED]))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("CI", "")  # Hypothesis draws the same examples for each change
    sys.exit(run_script(main, sys.argv[1:]))
