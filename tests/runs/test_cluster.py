"""Runs on a cluster: a real scheduler with two workers, one of which dies; addresses, versions, strangers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
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
from playground.runs.experiment import Experiment, Plan
from playground.runs.here import Progress
from playground.runs.reach import Reach, read_reach, write_reach
from playground.runs.rows import Row
from playground.runs.trials import Trial, grid, seeds_axis
from playground.ui.assets import asset
from playground.ui.experiment.running import Hands, Running
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def scheduler(folder: Path) -> Iterator[str]:
    told = folder / "scheduler.json"
    process = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told), folder=folder)
    try:
        while not (told.exists() and told.read_text("utf-8").rstrip().endswith("}")):
            assert process.poll() is None
            time.sleep(0.05)
        yield json.loads(told.read_text("utf-8"))["address"]
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def workers(scheduler: str, folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    made = [dask("worker", scheduler, "--nthreads", "1", "--no-nanny", folder=folder) for _ in range(2)]
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
    numbers = {name: value for name, value in row.numbers.items() if name not in SECONDS and value is not None}
    alone, *_ = run(asked[1].document, EPOCHS)
    # To the bit is asked of processes that begin alike; this one has compiled for other tests.
    assert numbers == pytest.approx({name: alone[name] for name in numbers}, rel=1e-4)
    assert {"train_loss", "test_loss"} <= numbers.keys()

    monkeypatch.setattr(cluster, "versions", lambda: {**versions(), "keras": "0.1"})
    with pytest.raises(ClusterError, match=r"keras .* ≠ 0\.1"):
        ClusterRunner(scheduler)


@pytest.mark.timeout(300)
def test_the_window_leads_it_stops_at_once_and_goes_on(scheduler: str, workers, tmp_path: Path, monkeypatch) -> None:
    # Of the two workers one is left.
    path, running = tmp_path / "kept.runs.jsonl", Running()
    (one,) = trials(1, 3)
    begun = Experiment(Plan(seeds=2, epochs=3, cluster=scheduler), one.document)
    found = led(running, begun, path)
    assert [(row.state, bool(row.trained), bool(row.surface)) for row in found] == [("done", True, True)] * 2
    assert (running.hands.cluster, running.hands.workers) == (scheduler, 1)

    running.start(replace(begun, plan=replace(begun.plan, epochs=1_000_000)), path)
    wait_until(lambda: any(isinstance(event, Progress) for event in running.take()))
    asked = time.monotonic()
    running.stop()
    assert time.monotonic() - asked < 1
    assert not running.is_on

    # What is in the file comes back, and only the third is trained.
    more = led(running, replace(begun, plan=replace(begun.plan, seeds=3)), path)
    assert len({row.key for row in more}) == len(more) == 3
    assert {row.key for row in found} < {row.key for row in more}
    assert len(path.read_text("utf-8").splitlines()) == 3

    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr(cluster, "CONNECTING", 0.5)
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        nowhere = replace(begun, plan=replace(begun.plan, cluster=address, seeds=4))
        running.start(nowhere, path)
        assert running.hands == Hands(None, address)
        asked = time.monotonic()
        running.stop()
        assert time.monotonic() - asked < 1
        assert led(running, nowhere, path) == []
    assert isinstance(running.take_fault(), ClusterError)
    running.close()


def led(running: Running, experiment: Experiment, path: Path) -> list[Row]:
    running.start(experiment, path)
    wait_until(lambda: not running.is_on)
    return [event for event in running.take() if isinstance(event, Row)]


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        time.sleep(0.02)


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
    with pytest.raises(ClusterError, match=r"/no\.pem: there is no such file") as gone:
        ClusterRunner("tls://127.0.0.1:9", Reach(authority="/no.pem"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'neuroplayground\[cluster\]'") as missing:
        ClusterRunner("tcp://127.0.0.1:9")
    assert {told.value.words.sentence for told in (nobody, bare, gone, missing)} < set(CLUSTER)


def test_how_a_cluster_is_reached_is_kept_and_damage_is_nothing(tmp_path: Path) -> None:
    path, reach = tmp_path / "cluster.json", Reach("/ca.pem", "/cert.pem", "/key.pem", "tcp://far.org:1")
    assert read_reach(path) == Reach()
    write_reach(reach, path)
    assert read_reach(path) == reach
    path.write_text('{"key": 3, "other": "x"}', "utf-8")
    assert read_reach(path) == Reach()
