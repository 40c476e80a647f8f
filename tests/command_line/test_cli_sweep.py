"""`playground sweep`: what it writes, says, goes on from and refuses."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from playground import cli, command_sweep
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.files import file
from playground.frames.device import DeviceError
from playground.runs.here import WorkerError
from playground.runs.rows import Kept, Row, kept_beside
from playground.terminal import INTERRUPTED
from playground.ui.assets import asset


class FakeRunner:
    """Trains nothing: each run is done with its number of seed as loss; the last one that it is allowed stops it."""

    most, asked = 100, ()

    def __init__(self, workers: int, device: str = "") -> None:
        self.workers, self.device = workers, device

    def __enter__(self) -> FakeRunner:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def events(self, trials, _=None):
        FakeRunner.asked = tuple(trials)
        for trial in trials[: self.most]:
            seed = trial.document.training.seed
            state = "diverged" if trial.document.training.learning_rate > 100 else "done"
            yield Row(trial.key, state, {"epochs": trial.epochs, "test_loss": float(seed)})
        if len(trials) > self.most:
            raise KeyboardInterrupt


@pytest.fixture
def project(tmp_path: Path) -> str:
    document = example("circle", asset("examples"))
    document = edits.set_data(document, replace(document.data, points=60))
    file.write(document, path := tmp_path / "mine.playground")
    return str(path)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeRunner]:
    monkeypatch.setattr(command_sweep, "HereRunner", FakeRunner)
    monkeypatch.setattr(FakeRunner, "most", 100)
    return FakeRunner


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_sweep_goes_on_where_it_was_stopped(project: str, fake, tmp_path: Path, monkeypatch, capsys) -> None:
    out = tmp_path / "table.csv"
    command = ["sweep", project, "--set", "learning_rate=0.01,500", "--seeds", "3", "--out", str(out)]
    monkeypatch.setattr(fake, "most", 2)
    assert cli.main(command) == INTERRUPTED
    assert len(table(out)) == 2
    monkeypatch.setattr(fake, "most", 100)
    assert cli.main(command) == 0
    assert len(fake.asked) == 4
    rows = table(out)
    assert [row["run"] for row in rows] == list("123456")
    assert [row["state"] for row in rows] == ["done"] * 3 + ["diverged"] * 3
    assert [(row["training.learning_rate"], row["training.seed"]) for row in rows[2:4]] == [
        ("0.01", "3"),
        ("500.0", "1"),
    ]
    told = capsys.readouterr().out
    assert "6 runs: 3 done, 3 diverged" in told
    assert "2 ± 1" in told
    assert len(kept_beside(out).read_text("utf-8").splitlines()) == 6


@pytest.mark.timeout(300)
def test_each_run_finds_the_rate_that_rates_finds_and_trains_as_train_does(
    project: str, tmp_path: Path, capsys
) -> None:
    """On a real worker."""
    out, curve = tmp_path / "table.csv", tmp_path / "curve.csv"
    wide = ("--set", "learning_rate=found", "--set", "batch_size=5,10", "--set", "seed=2")
    assert cli.main(["sweep", project, *wide, "--epochs", "2", "--workers", "1", "--out", str(out)]) == 0
    rows = table(out)
    assert [row["training.learning_rate"] for row in rows] == ["found", "found"]
    capsys.readouterr()
    seeded = file.read(Path(project))
    file.write(replace(seeded, training=replace(seeded.training, seed=2)), Path(project))
    assert cli.main(["rates", project, "--json", "--out", str(curve)]) == 0
    found = json.loads(capsys.readouterr().out)
    # The project's batches are of 10.
    assert float(rows[1]["learning_rate"]) == found["learning_rate"]
    assert len(table(curve)) > 100
    document = file.read(Path(project))
    taken = replace(document.training, learning_rate=found["learning_rate"])
    file.write(edits.set_training(document, taken), other := tmp_path / "other.playground")
    assert cli.main(["train", str(other), "--epochs", "2", "--json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    # To the bit where both have as many threads; a worker has one.
    for name in ("train_loss", "test_loss"):
        assert float(rows[1][name]) == pytest.approx(alone[name], rel=1e-6)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "nothing varies"),
        (("--set", "learning_rat=1"), "nearest: learning_rate"),
        (("--set", "data=digits"), "with data=digits"),
        (("--seeds", "1000", "--set", "batch_size=1,2,3,4,5,6,7,8,9,10,11"), "11,000 runs are more than 10,000"),
        (("--seeds", "2", "--set", "seed=4"), "training.seed varies twice"),
    ],
)
def test_what_cannot_run_is_refused_before_anything_is_written(
    project: str, tmp_path: Path, words: tuple[str, ...], told: str, capsys
) -> None:
    assert cli.main(["sweep", project, *words, "--out", str(tmp_path / "table.csv")]) == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.playground"]


def test_rows_of_a_table_with_the_longest_name_have_room_too(tmp_path: Path) -> None:
    names = {kept_beside(tmp_path / f"{stem}.csv").name for stem in ("t", 251 * "t", 250 * "t" + "u")}
    assert len(names) == 3
    assert all(len(name) <= 255 and name.endswith(".runs.jsonl") for name in names)


def test_two_sweeps_do_not_write_one_table(project: str, tmp_path: Path, fake, capsys) -> None:
    out = tmp_path / "table.csv"
    command = ["sweep", project, "--seeds", "2", "--out", str(out)]
    other = Kept(kept_beside(out))
    other.add(Row("other", "done"))
    assert cli.main(command) == 2
    assert "another sweep writes this table" in capsys.readouterr().err
    assert not out.exists()
    other.close()
    assert cli.main(command) == 0
    assert len(table(out)) == 2
    assert set(tmp_path.iterdir()) == {out, kept_beside(out), Path(project)}
    assert len(kept_beside(out).read_text("utf-8").splitlines()) == 3


def test_a_cluster_beyond_this_machine_needs_tls_or_a_word(project: str, tmp_path: Path, capsys) -> None:
    command = ["sweep", project, "--seeds", "2", "--out", str(tmp_path / "table.csv"), "--cluster", "tcp://10.0.0.1:1"]
    assert cli.main(command) == 2
    assert "--insecure" in capsys.readouterr().err


def test_a_gpu_that_is_not_there_is_told(project: str, tmp_path: Path, fake, monkeypatch, capsys) -> None:
    def refuse(runner: FakeRunner, *_: object) -> None:
        raise DeviceError(runner.device, 0)

    monkeypatch.setattr(fake, "events", refuse)
    command = ["sweep", project, "--seeds", "2", "--out", str(tmp_path / "table.csv"), "--device"]
    assert cli.main([*command, "gpu:0"]) == 2
    assert "gpu:0: TensorFlow sees no GPU here" in capsys.readouterr().err
    assert cli.main([*command, "cpu", "--cluster", "tcp://127.0.0.1:9"]) == 2
    assert "--device is for this machine" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["table.txt", "nowhere/table.csv"])
def test_a_table_that_cannot_be_is_refused(project: str, tmp_path: Path, out: str) -> None:
    assert cli.main(["sweep", project, "--seeds", "2", "--out", str(tmp_path / out)]) == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_workers_that_cannot_begin_are_told_in_words(project: str, tmp_path: Path, fake, monkeypatch, capsys) -> None:
    def fail(*_: object) -> None:
        raise WorkerError(137)

    monkeypatch.setattr(fake, "events", fail)
    assert cli.main(["sweep", project, "--seeds", "2", "--out", str(tmp_path / "table.csv")]) == 2
    assert "exit code 137" in capsys.readouterr().err
