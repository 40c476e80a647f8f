"""Runs on a cluster: a real scheduler with two workers, one of which dies; addresses, versions, strangers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from distributed.protocol import pickle

from playground.command_train import run
from playground.document.edits import edits
from playground.document.examples import example
from playground.runs import cluster
from playground.runs.away import train_away, versions
from playground.runs.cluster import ClusterError, ClusterRunner, check_address
from playground.runs.here import Progress
from playground.runs.rows import Row
from playground.runs.trials import Trial, grid, seeds_axis
from playground.ui.assets import asset
from playground.ui.texts.runs.sweep import CLUSTER

EPOCHS = 200
SECONDS = ("seconds", "epochs_per_second")


def trials(count: int, epochs: int) -> tuple[Trial, ...]:
    document = example("circle", asset("examples"))
    return grid(edits.set_data(document, replace(document.data, points=60)), [seeds_axis(count)], epochs)


def dask(*words: str, folder: Path) -> subprocess.Popen[bytes]:
    places = {"PYTHONPATH": str(Path(cluster.__file__).parents[2]), "DASK_TEMPORARY_DIRECTORY": str(folder)}
    command = [sys.executable, "-P", "-m", "dask", *words, "--no-dashboard"]
    return subprocess.Popen(command, env={**os.environ, **places}, cwd=folder, stderr=subprocess.DEVNULL)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    told = tmp_path / "scheduler.json"
    process = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told), folder=tmp_path)
    try:
        while not (told.exists() and told.read_text("utf-8").rstrip().endswith("}")):
            assert process.poll() is None
            time.sleep(0.05)
        yield json.loads(told.read_text("utf-8"))["address"]
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def workers(scheduler: str, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    made = [dask("worker", scheduler, "--nthreads", "1", "--no-nanny", folder=tmp_path) for _ in range(2)]
    yield made
    for worker in made:
        worker.kill()
        worker.wait()


def rows_with_one_killed(runner: ClusterRunner, asked: tuple[Trial, ...], worker: subprocess.Popen[bytes]) -> list[Row]:
    """The rows that come, though this worker dies with what it is at, while another trains."""
    found = []
    while runner.size < 2:
        time.sleep(0.05)
    for event in runner.events(asked):
        if isinstance(event, Row):
            found.append(event)
        elif worker.poll() is None:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    return found


@pytest.mark.timeout(300)
def test_a_dead_worker_loses_no_run_and_doubles_none(scheduler: str, workers, monkeypatch) -> None:
    unpickled: list[bytes] = []
    monkeypatch.setattr(pickle, "loads", lambda content, **_: unpickled.append(content))
    asked = trials(4, EPOCHS)
    with ClusterRunner(scheduler) as runner:
        found = rows_with_one_killed(runner, asked, workers[0])
        assert workers[0].returncode == -signal.SIGKILL
        assert Counter(row.key for row in found) == Counter(trial.key for trial in asked)
        assert {row.state for row in found} == {"done"}

        # Giving up ends what is under way on the worker, which then takes the next.
        (endless,) = trials(1, 10_000_000)
        began = [0.0]
        for event in runner.events((endless,), lambda: began[0] > 0):
            assert isinstance(event, Progress)
            began[0] = time.monotonic()
        assert time.monotonic() - began[0] < 1
        (short,) = trials(1, 3)
        assert [event.state for event in runner.events((short,)) if isinstance(event, Row)] == ["done"]
    assert unpickled == []
    (row,) = (row for row in found if row.key == asked[1].key)
    numbers = {name: value for name, value in row.numbers.items() if name not in SECONDS}
    alone, *_ = run(asked[1].document, EPOCHS)
    assert numbers == {name: alone[name] for name in numbers}
    assert {"train_loss", "test_loss"} <= numbers.keys()

    monkeypatch.setattr(cluster, "versions", lambda: {**versions(), "keras": "0.1"})
    with pytest.raises(ClusterError, match=r"keras .* ≠ 0\.1"):
        ClusterRunner(scheduler)


def test_a_worker_of_other_versions_answers_with_its_own() -> None:
    # One that comes later than the first look.
    asked = {"versions": {**versions(), "tensorflow": "1.0"}}
    assert json.loads(train_away(json.dumps(asked))) == {"versions": versions()}


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:1", "tls://far.org:1"]
)
def test_loopback_and_tls_need_no_word(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize("address", ["tcp://10.0.0.1:8786", "tcp://far.org:8786", "tcp://0.0.0.0:8786", "tcp://[::]:1"])
def test_beyond_this_machine_tcp_needs_a_word(address: str) -> None:
    with pytest.raises(ClusterError, match="--insecure"):
        check_address(address)
    check_address(address, insecure=True)


@pytest.mark.parametrize(
    "address", ["far.org:8786", "tcp://far.org", "http://far.org:80", "tcp://far.org:99999", "", "tcp://[:1"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(ClusterError, match="expected tcp://HOST:PORT"):
        check_address(address, insecure=True)


def test_what_a_cluster_needs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECTING", 0.2)
    with pytest.raises(ClusterError, match="no scheduler answers") as nobody:
        ClusterRunner("tcp://127.0.0.1:9")
    with pytest.raises(ClusterError, match="needs certificates") as bare:
        ClusterRunner("tls://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'neuroplayground\[cluster\]'") as missing:
        ClusterRunner("tcp://127.0.0.1:9")
    assert {told.value.words.sentence for told in (nobody, bare, missing)} < set(CLUSTER)
