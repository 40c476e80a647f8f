"""What the memory bench reports."""

from __future__ import annotations

import json
import os
import sys

import pytest

from playground import cli
from playground.bench import memory
from playground.bench.memory import Sitting
from playground.document.checks.problems import find_problems

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def test_anonymous_memory_is_what_a_process_has_taken() -> None:
    before = memory.anonymous_mib(os.getpid())
    held = b"\x01" * (64 << 20)
    assert 50 < memory.anonymous_mib(os.getpid()) - before < 90
    assert len(held) == 64 << 20
    assert memory.anonymous_mib(2**22 + 1) == 0


def test_a_sitting_is_reported_as_json(capsys, monkeypatch) -> None:
    monkeypatch.setattr(memory, "measure", lambda: Sitting(200, 199, 9, 120.5, 900.0, 80.0))
    assert cli.main(["bench", "--memory", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "networks": 200, "by_xla": 199, "workers": 9, "window_peak_mib": 120.5, "worker_peak_mib": 900.0,
        "longest_pause_ms": 80.0,
    }  # fmt: skip


def test_the_networks_differ_and_can_be_trained() -> None:
    networks = [memory.network(number) for number in range(0, 400, 40)]
    assert len({network.graph for network in networks}) == len(networks)
    assert all(find_problems(network) == () for network in networks)
