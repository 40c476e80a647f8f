"""A short round of the kills that maintainers run by the thousand."""

from __future__ import annotations

import subprocess
import sys

import kill_many
import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="kills with -9")
def test_no_kill_costs_an_edit_or_a_file() -> None:
    run = subprocess.run([sys.executable, kill_many.__file__, "4"], capture_output=True, text=True, timeout=100)
    assert run.stdout.splitlines()[-1] == "0 edits older than 0.5 s lost, 0 unreadable files", run.stdout + run.stderr
