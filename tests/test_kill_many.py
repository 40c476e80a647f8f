"""A short round of the kills, and of the starts with damaged settings, that maintainers run by the thousand."""

from __future__ import annotations

import subprocess
import sys

import kill_many
import pytest
import start_many


@pytest.mark.skipif(sys.platform == "win32", reason="kills with -9")
def test_no_kill_costs_an_edit_or_a_file() -> None:
    run = subprocess.run([sys.executable, kill_many.__file__, "4"], capture_output=True, text=True, timeout=100)
    assert run.stdout.splitlines()[-1] == "0 edits older than 0.5 s lost, 0 unreadable files", run.stdout + run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_the_window_comes_up_with_damaged_settings() -> None:
    command = [sys.executable, start_many.__file__, "2", str(start_many.LAYOUT_EVERY - 2)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert run.stdout.splitlines()[0] == "1 starts with damaged settings, 1 of them said so", run.stdout + run.stderr
    assert run.returncode == 0, run.stdout
