"""What the memory bench reports."""

from __future__ import annotations

import json
import sys

import pytest

from playground import cli
from playground.bench import memory
from playground.bench.memory import Growth
from playground.document.checks.problems import find_problems

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def test_memory_in_use_is_that_of_this_process() -> None:
    before = memory.resident_mib()
    held = b"\x01" * (64 << 20)
    assert memory.resident_mib() - before > 50
    assert len(held) == 64 << 20


def test_growth_is_reported_as_json(capsys, monkeypatch) -> None:
    monkeypatch.setattr(memory, "measure", lambda: [Growth("edits without training", 1000, 12.5, 50)])
    assert cli.main(["bench", "--memory", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {"case": "edits without training", "count": 1000, "grown_mib": 12.5, "limit_mib": 50}


def test_a_case_warms_up_before_it_is_measured() -> None:
    worked: list[int] = []
    growth = memory._grown("edits", worked.append, before=3, count=5, limit=50)
    assert worked == list(range(8))
    assert (growth.case, growth.count, growth.limit_mib) == ("edits", 5, 50)


def test_what_is_kept_is_seen() -> None:
    kept: list[bytes] = []
    growth = memory._grown("kept", lambda _: kept.append(b"\x01" * (8 << 20)), before=1, count=8, limit=50)
    assert growth.grown_mib > 50


def test_the_networks_differ_and_can_be_trained() -> None:
    networks = [memory._network(number) for number in range(0, 400, 40)]
    assert len({network.graph for network in networks}) == len(networks)
    assert all(find_problems(network) == () for network in networks)
