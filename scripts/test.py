"""Sets up what the tests need and runs every check and every test: python3 scripts/test.py [pytest's arguments]

With arguments only pytest runs, with them. With --quick it takes half a minute, and looks at what you changed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from subprocess import PIPE, STDOUT

from passes import NO_TESTS, Pass, with_screen, without_screen
from setup_environment import ROOT, prepare, run, run_script

# With -P, since what else lies in the top folder is not the project's.
CHECKS = {
    "ruff check": ["-P", "-m", "ruff", "check"],
    "ruff format": ["-P", "-m", "ruff", "format", "--check"],
    "mypy": ["-P", "-m", "mypy"],
    "import rules": ["-P", "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-logo"],
}
MOST_WORKERS = 4  # each loads TensorFlow, a gigabyte or so


FAILED = 1  # pytest's exit code where a test failed
AGAIN = ["--last-failed", "--last-failed-no-failures", "none"]


def run_tests(python: str, arguments: list[str]) -> int:
    """Every test, or what these arguments of pytest say: on a screen, then without. Pytest's exit code."""
    # A file's tests share what they have compiled, so they stay together.
    together = ["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "loadfile", "--no-loadscope-reorder"]
    workers = [] if arguments else together
    codes = [run_pass(with_screen(python, arguments)), run_pass(without_screen(python, [*workers, *arguments]))]
    if FAILED in codes and workers:
        # The checks and two workers share two cores; what fails on a machine of its own has failed.
        print("\nWhat failed beside others runs once more, alone. If it passes, it depends on speed: mend it.")
        kinds = (with_screen, without_screen)
        codes = [
            run_pass(kind(python, AGAIN)) if code == FAILED else code for kind, code in zip(kinds, codes, strict=True)
        ]
    if arguments and NO_TESTS in codes:
        return min(codes)
    return codes[0] or codes[1]


def run_pass(one: Pass) -> int:
    print(f"\n-- {one.title}", flush=True)
    return run(one.command, cwd=ROOT, env=one.environment)


def run_checks(python: str) -> list[str]:
    """Runs every check, and tells what each said once all are done; the names of those that found something."""
    ended = {
        name: subprocess.run([python, *command], cwd=ROOT, stdout=PIPE, stderr=STDOUT, text=True, errors="replace")
        for name, command in CHECKS.items()
    }
    told = "".join(f"\n-- {name}\n{check.stdout}" for name, check in ended.items())
    print(told, flush=True)
    return [name for name, check in ended.items() if check.returncode]


def main(arguments: list[str]) -> int:
    """Every check, and beside them every test; 0 if nothing is wrong."""
    python = str(prepare("test"))
    if arguments == ["--quick"]:
        from quick import look

        return look(python)
    if arguments:
        return run_tests(python, arguments)
    with ThreadPoolExecutor() as beside:
        checks = beside.submit(run_checks, python)
        result = run_tests(python, [])
        failed = checks.result()
    if failed:
        print(f"\nNot in order: {', '.join(failed)}; see above.", file=sys.stderr)
    return result or len(failed)


if __name__ == "__main__":
    sys.exit(run_script(main, sys.argv[1:]))
