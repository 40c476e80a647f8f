"""Ctrl+C: while the engine loads the process ends, while it trains the epochs so far are written."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from playground import cli, command_stopping
from playground.document.files import file
from playground.projects.project import read_project


def hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Process:
    """A command with a terminal for its stderr, on which it shows how far it is."""

    def __init__(self, *arguments: object) -> None:
        mine, its = os.openpty()
        # The tests' own level lets TensorFlow complain.
        environment = {name: value for name, value in os.environ.items() if name != "TF_CPP_MIN_LOG_LEVEL"}
        command = [sys.executable, "-m", "playground", *map(str, arguments)]
        environment |= {"TERM": "xterm"}
        # Where the tests run behind a shell's prompt, it has them and their children pass over Ctrl+C.
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=its, text=True, env=environment, preexec_fn=hear_ctrl_c
        )
        os.close(its)
        os.set_blocking(mine, False)
        self._terminal, self.shown = mine, ""

    def read(self) -> str:
        """All that stood on the terminal so far, without colours."""
        try:
            while part := os.read(self._terminal, 65_536):
                self.shown += part.decode(errors="replace")
        except OSError:
            pass
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", self.shown)

    def wait_for_training(self) -> None:
        deadline = time.monotonic() + 120
        while not re.search(r"[1-9]\d*/10000000", self.read()):
            assert time.monotonic() < deadline, self.read()
            assert self._process.poll() is None, self.read()
            time.sleep(0.1)

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def is_over(self, seconds: float) -> bool:
        """Whether it ends within that time, its terminal being read."""
        deadline = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < deadline:
            self.read()
            time.sleep(0.05)
        return self._process.poll() is not None

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def result(self) -> tuple[int, str, str]:
        """Its exit code, its stdout, and the last line on the terminal."""
        out, _ = self._process.communicate(timeout=60)
        return self._process.returncode, out, self.read().strip().splitlines()[-1].strip()

    def interrupted(self) -> tuple[dict[str, Any], str]:
        """What it tells by --json, and the last line on the terminal, after Ctrl+C while it trains."""
        self.wait_for_training()
        self.interrupt()
        assert self.is_over(60)
        code, out, last = self.result()
        told = json.loads(out)
        assert (code, told["interrupted"]) == (130, True)
        return told, last


@pytest.fixture
def start() -> Iterator[Callable[..., Process]]:
    """Starts processes; none outlives its test."""
    started: list[Process] = []

    def begin(*arguments: object) -> Process:
        started.append(Process(*arguments))
        return started[-1]

    yield begin
    for process in started:
        process.kill()


windows = pytest.mark.skipif(sys.platform == "win32", reason="no signals")


class Left(Exception):
    """In the place of the process's end."""


@windows
def test_control_c_while_the_engine_loads_ends_it_there(monkeypatch, capfd) -> None:
    went_on: list[str] = []

    class Loading:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "playground.engine.session":
                # As TensorFlow is loaded in the engine's package.
                quiet = os.open(os.devnull, os.O_WRONLY)
                os.dup2(quiet, 2)
                os.close(quiet)
                signal.raise_signal(signal.SIGINT)
                went_on.append(name)

    def leave(code: int) -> None:
        raise Left(code)

    engine = ModuleType("playground.engine")
    engine.__path__ = []
    monkeypatch.setitem(sys.modules, "playground.engine", engine)
    monkeypatch.delitem(sys.modules, "playground.engine.session", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Loading()])
    monkeypatch.setattr(os, "_exit", leave)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(Left) as caught:
        command_stopping.load_engine()
    assert (caught.value.args, went_on) == ((130,), [])
    assert capfd.readouterr().err == "playground: stopped\n"
    assert signal.getsignal(signal.SIGINT) == before


@windows
def test_control_c_writes_the_epochs_so_far_and_says_so(small_project, tmp_path, start) -> None:
    import keras

    net, table = tmp_path / "net.keras", tmp_path / "net.csv"
    process = start("train", small_project, "--epochs", 10_000_000, "--json", "--out", net, table)
    told, last = process.interrupted()
    assert 0 < told["epochs"] < 10_000_000
    assert last.startswith(f"playground: stopped by Ctrl+C after {told['epochs']:,} epochs; wrote ")
    with open(table, encoding="utf-8", newline="") as rows:
        *_, row = csv.DictReader(rows)
    assert (int(row["epoch"]), float(row["train_loss"])) == (told["epochs"], pytest.approx(told["train_loss"]))
    # Whole epochs: 30 points train, in 3 batches of 10.
    document = file.read(small_project)
    batches = -(-30 // document.training.batch_size)
    assert int(keras.saving.load_model(net).optimizer.iterations) == batches * told["epochs"]


@windows
def test_control_c_while_rows_stream_saves_the_epochs_so_far(tmp_path, start, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    table, saved = tmp_path / "t.csv", tmp_path / "t.playground"
    table.write_text("a,b,y\n" + "".join(f"{at % 7},{at % 5},{at % 7 * (at % 5)}\n" for at in range(3000)), "utf-8")
    process = start("train", table, "--stream", "--epochs", 10_000_000, "--json", "--save", saved)
    told, last = process.interrupted()
    assert last == f"playground: stopped by Ctrl+C after {told['epochs']:,} epochs; wrote {saved}"
    training = read_project(saved).training
    assert training is not None
    assert training.epoch == told["epochs"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["t.csv", "t.playground"]


@windows
def test_a_second_control_c_leaves_at_once(small_project, tmp_path, start) -> None:
    # The picture's window has to train as many epochs once more.
    picture = tmp_path / "window.png"
    process = start("train", small_project, "--epochs", 10_000_000, "--out", picture)
    process.wait_for_training()
    process.interrupt()
    while not process.is_over(1):
        process.interrupt()
    code, out, _ = process.result()
    assert (code, out, picture.exists()) == (-signal.SIGINT, "", False)


@windows
def test_control_c_while_loading_stops_plainly(small_project, tmp_path, start) -> None:
    process = start("train", small_project, "--epochs", 10_000_000, "--out", tmp_path / "net.keras")
    time.sleep(1)
    process.interrupt()
    assert process.is_over(60)
    code, out, last = process.result()
    assert (code, out) == (130, "")
    assert last.startswith("playground: stopped")


def test_each_chosen_metric_is_told_and_written(small_project, tmp_path, capsys) -> None:
    document = file.read(small_project)
    training = replace(document.training, metrics=("auc", "accuracy", "r2"), epochs=5)
    file.write(replace(document, training=training), small_project)
    assert cli.main(["train", str(small_project), "--json", "--out", str(tmp_path / "run.csv")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {name for name in told if name.startswith("test_")} == {"test_loss", "test_accuracy", "test_auc"}
    with (tmp_path / "run.csv").open(encoding="utf-8", newline="") as table:
        last = list(csv.DictReader(table))[-1]
    for name in ("loss", "auc", "accuracy"):
        assert float(last[f"train_{name}"]) == pytest.approx(told[f"train_{name}"])
        assert float(last[f"validation_{name}"]) == pytest.approx(told[f"test_{name}"])
    assert cli.main(["train", str(small_project)]) == 0
    said = capsys.readouterr().out
    assert f"validation AUC {told['test_auc']:.4g}, validation accuracy {told['test_accuracy']:.1%}" in said
