"""Runs in processes of their own: numbers to the bit, deaths, stopping, and what is kept of them."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from playground.command_train import run
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.limits import limits
from playground.runs import here
from playground.runs.axes import Axis, parse_axis
from playground.runs.here import HereRunner, Progress, WorkerError
from playground.runs.rows import Kept, Row, write_table
from playground.runs.summary import grouped
from playground.runs.trials import Trial, grid, seeds_axis
from playground.ui.assets import asset
from tests.faults import NUMBERS, fail_each_call, failing_disk

SECONDS = ("seconds", "epochs_per_second")


def end_when_ready(pipe: Connection, *_: object) -> None:
    """A worker that says it is ready, and ends."""
    pipe.send_bytes(b'{"ready": true}')


def end_at_once(pipe: Connection, *_: object) -> None:
    pipe.close()


def small() -> Document:
    document = example("circle", asset("examples"))
    return edits.set_data(document, replace(document.data, points=60))


@pytest.fixture(scope="module")
def runner():
    with HereRunner(1) as runner:
        yield runner


def rows(runner: HereRunner, trials: tuple[Trial, ...]) -> dict[str, Row]:
    return {event.key: event for event in runner.events(trials) if isinstance(event, Row)}


@pytest.mark.timeout(300)
def test_a_run_gives_the_numbers_of_train_alone(runner: HereRunner) -> None:
    # Long enough for XLA's twin, beside one that stays on the plain graph though the twin is there; one diverges.
    document = small()
    twin, plain = (grid(document, [seeds_axis(2)], epochs)[1:] for epochs in (1_000, 3))
    (broken,) = grid(document, [parse_axis(document, "output.loss=mean_squared_error"),
                                parse_axis(document, "learning_rate=900"),
                                parse_axis(document, "dense_3.activation=linear")], 3)  # fmt: skip
    trials = (*twin, *plain, broken)
    found = rows(runner, trials)
    for trial in trials:
        alone, *_ = run(trial.document, trial.epochs)
        numbers = {name: value for name, value in found[trial.key].numbers.items() if name not in SECONDS}
        assert numbers == {name: alone[name] for name in numbers}
        assert {"train_loss", "test_loss", "parameters"} <= numbers.keys()
    assert [found[trial.key].state for trial in trials] == ["done", "done", "diverged"]
    assert len(found[plain[0].key].curves["validation"]) == 4


@pytest.mark.timeout(300)
def test_a_killed_worker_loses_no_run(runner: HereRunner) -> None:
    long, *others = grid(small(), [Axis("training.seed", (5, 6, 7))], 400)
    killed, found = False, []
    for event in runner.events((replace(long, epochs=20_000), *others)):
        if isinstance(event, Progress) and not killed:
            (process,) = runner.processes
            os.kill(process, signal.SIGKILL)
            killed = True
        if isinstance(event, Row):
            found.append(event)
    assert killed
    assert len(found) == len({row.key for row in found}) == 3
    assert {row.state for row in found} == {"done"}


@pytest.mark.timeout(300)
def test_stopping_takes_less_than_a_second(runner: HereRunner) -> None:
    (endless,) = grid(small(), [seeds_axis(1)], 10_000_000)
    asked: list[float] = []
    for event in runner.events((endless,), lambda: bool(asked)):
        assert isinstance(event, Progress)
        asked.append(time.monotonic())
    assert time.monotonic() - asked[0] < 1.0
    assert runner.processes == ()


def test_a_run_whose_workers_die_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "live", end_when_ready)
    trials = grid(small(), [seeds_axis(2)])
    with HereRunner(1) as runner:
        found = rows(runner, trials)
    assert [found[trial.key].state for trial in trials] == ["lost", "lost"]
    assert [(group.runs, group.results) for group in grouped(trials, found)] == [(2, 0)]


def test_workers_that_cannot_begin_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "live", end_at_once)
    with HereRunner(1) as runner, pytest.raises(WorkerError):
        rows(runner, grid(small(), [seeds_axis(2)]))


def test_rows_outlive_a_line_that_was_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "table.runs.jsonl"
    done, lost = Row("a", "done", {"test_loss": 0.1 + 0.2}, curves={"train": [1.0, 0.5]}), Row("b", "lost")
    kept = Kept(path)
    kept.add(done)
    kept.add(lost)
    kept.close()
    with path.open("ab") as file:
        file.write(b'{"key": "c", "sta')
    again = Kept(path)
    again.add(replace(done, key="d"))
    again.close()
    last = Kept(path)
    last.close()
    assert last.rows == {"a": done, "b": lost, "d": replace(done, key="d")}
    assert last.finished(["a", "b", "c"]) == {"a": done}


def test_rows_stand_a_disk_that_fails_at_any_call(tmp_path: Path, monkeypatch) -> None:
    path, known = tmp_path / "table.runs.jsonl", set[str]()

    def add(key: str) -> None:
        kept = Kept(path)
        try:
            kept.add(Row(key, "done", {"test_loss": 0.5}))
        finally:
            kept.close()

    with failing_disk(monkeypatch, 0, None) as disk:
        add("first")
    assert disk.calls > 3
    known.add("first")
    for number in NUMBERS:
        for call in range(disk.calls + 2):
            key, error = f"{number} {call}", None
            with failing_disk(monkeypatch, number, call):
                try:
                    add(key)
                except OSError as raised:
                    error = raised
            assert error is None or (error.errno, error.filename) == (number, str(path))
            # Half a line may stand at the end now, and costs none of the others.
            last = Kept(path)
            last.close()
            assert known <= set(last.rows) <= {*known, key}
            assert error is not None or key in last.rows
            known = set(last.rows)
    table = tmp_path / "table.csv"
    trials = grid(small(), [seeds_axis(2)])
    fail_each_call(monkeypatch, table, lambda: write_table(trials, {trials[0].key: Row(trials[0].key, "done")}, table))


def test_groups_are_over_seeds_alone() -> None:
    document = small()
    trials = grid(document, [parse_axis(document, "learning_rate=0.1,0.2"), seeds_axis(3)])
    losses = dict(zip((trial.key for trial in trials), (5.0, 1.0, 3.0, 0.5, None, 0.7), strict=True))
    table = {key: Row(key, "done" if loss else "diverged", {"test_loss": loss}) for key, loss in losses.items()}
    first, second = grouped(trials, table)
    assert (first.settings, first.runs, first.results) == ((("training.learning_rate", 0.2),), 3, 2)
    assert (first.mean, second.mean, second.deviation, second.median) == (pytest.approx(0.6), 3.0, 2.0, 3.0)


def test_a_process_takes_the_largest_first_and_compiles_nothing_for_the_last_run() -> None:
    """One of three structures at a time; another process helps only where that is done before the owner is."""
    document = small()
    layer = next(node.id for node in document.graph.nodes if "units" in limits(node.layer))
    small_ones, large = (grid(document, [Axis(f"{layer}.units", (units,)), seeds_axis(3)], 5) for units in (2, 64))
    runner, pace = HereRunner(2), here._Pace()
    one, two = (here._Worker(None, None) for _ in range(2))
    runner._workers, runner._pace = [one, two], pace
    assert runner._next_for(one, [*small_ones, *large]) == large[0]
    one.trial, one.kin = large[0], large[0].kin
    assert runner._next_for(two, [*large[1:], *small_ones]) == small_ones[0]
    assert runner._next_for(one, [*small_ones, *large[1:]]) == large[1]
    # Nothing else is left but what the other has compiled.
    assert runner._next_for(two, large[1:]) == large[1]
    pace.first, pace.usual = 3.0, 0.5
    assert runner._next_for(two, large[1:]) is None
    pace.usual = 1.4
    assert runner._next_for(two, large[1:]) == large[1]
