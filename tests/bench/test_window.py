"""What the window bench reports; how smooth the window is, no test asks."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from playground import cli
from playground.bench import window
from playground.bench.window import gaps

KEYS = {
    "visible_seconds", "loading_worst_stall_seconds", "gap_p50_ms", "gap_p99_ms", "gap_max_ms",
    "frames_per_second", "epochs_per_second",
}  # fmt: skip


def test_the_window_is_reported_as_json() -> None:
    code = (
        "import time, sys; from playground.bench import window; window.MEASURED_SECONDS = 2.0; "
        "sys.argv[1:] = [repr(time.time())]; window.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert set(told) == KEYS
    assert 0 < told["gap_p50_ms"] <= told["gap_p99_ms"] <= told["gap_max_ms"]
    assert told["frames_per_second"] > 0
    assert told["epochs_per_second"] > 0


def test_the_command_prints_what_was_measured(capsys, monkeypatch) -> None:
    text = json.dumps(dict.fromkeys(KEYS, 1.5))
    monkeypatch.setattr(window, "measure_in_new_process", lambda: text)
    assert cli.main(["bench", "--window", "--json"]) == 0
    assert capsys.readouterr().out == text + "\n"
    assert cli.main(["bench", "--window"]) == 0
    assert "1.5" in capsys.readouterr().out


def test_a_window_that_cannot_be_measured_is_told_in_one_line(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert cli.main(["bench", "--window"]) == 2
    assert capsys.readouterr().err.startswith("playground: the window could not be measured")


@pytest.mark.parametrize(
    ("turns", "expected"), [([0.0, 0.5, 0.6], [0.5, 0.1]), ([0.0, 0.0001], [0.0]), ([], [0.0])]
)  # fmt: skip
def test_gaps_lie_between_turns_and_idle_spinning_does_not_count(turns, expected) -> None:
    assert gaps(turns) == pytest.approx(expected)
