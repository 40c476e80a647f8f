"""A short round of the kills, and of the starts with damaged settings, that maintainers run by the thousand."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import kill_many
import pytest
import start_many


@pytest.mark.skipif(sys.platform == "win32", reason="kills with -9")
def test_no_kill_costs_an_edit_or_a_file() -> None:
    run = subprocess.run([sys.executable, kill_many.__file__, "4"], capture_output=True, text=True, timeout=100)
    assert run.stdout.splitlines()[-1] == "0 edits older than 0.5 s lost, 0 unreadable files", run.stdout + run.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_its_child_goes_with_it() -> None:
    # The first round is one of the real window, which would live on.
    command = [sys.executable, kill_many.__file__, "1", str(kill_many.WINDOW_EVERY - 1)]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    listed, deadline = Path(f"/proc/{run.pid}/task/{run.pid}/children"), time.monotonic() + 60
    while not (children := listed.read_text().split()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    run.send_signal(signal.SIGTERM)
    assert run.wait(30) == 128 + signal.SIGTERM
    # Whoever takes orphans over may take a moment to let it go.
    deadline = time.monotonic() + 60
    while Path(f"/proc/{children[0]}").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_the_window_comes_up_with_damaged_settings() -> None:
    command = [sys.executable, start_many.__file__, "2", str(start_many.LAYOUT_EVERY - 2)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert run.stdout.splitlines()[0] == "1 starts with damaged settings, 1 of them said so", run.stdout + run.stderr
    assert run.returncode == 0, run.stdout
