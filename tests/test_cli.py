"""The command line: what each command writes, says and gives back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from playground import __version__, cli
from playground.document.checks import problems
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.files import file
from playground.document.graph import OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.stopping import Stopping
from playground.ui.assets import asset

KEYS = ["epochs", "train_loss", "test_loss", "train_accuracy", "test_accuracy", "parameters", "seconds",
        "epochs_per_second"]  # fmt: skip
LESSON = Path(__file__).parent / "lessons" / "broken.md"


def small(name: str = "circle") -> Document:
    """An example with little data."""
    document = example(name, asset("examples"))
    return edits.set_data(document, replace(document.data, points=60)) if document.data.facts.made else document


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., str]:
    """Writes a document as a project file; gives its path."""

    def write(document: Document | None = None) -> str:
        path = tmp_path / "mine.playground"
        file.write(document or small(), path)
        return str(path)

    return write


@pytest.fixture
def run(capsys) -> Callable[..., tuple[int, str, str]]:
    """Runs a command; gives its exit code, stdout and stderr."""

    def main(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    return main


@pytest.fixture
def train(run, project, traced_once) -> Callable[..., dict[str, Any]]:
    """Trains a document and gives the JSON that is printed."""

    def main(document: Document | None = None, *arguments: object) -> dict[str, Any]:
        code, out, err = run("train", project(document), "--json", *arguments)
        assert code == 0, err
        return json.loads(out)

    return main


# train


def test_training_tells_all_its_numbers(train) -> None:
    told = train(None, "--epochs", 30)
    assert set(KEYS) <= set(told)
    assert (told["epochs"], told["parameters"]) == (30, 25)
    assert 0 < told["train_loss"] < 2
    assert 0 <= told["test_accuracy"] <= 1
    assert told["epochs_per_second"] == pytest.approx(30 / told["seconds"])


def test_regression_has_no_accuracy(train) -> None:
    told = train(small("sine"), "--epochs", 2)
    assert (told["train_accuracy"], told["test_accuracy"]) == (None, None)


@pytest.mark.parametrize(("name", "epochs"), [("circle", 40), ("iris", 10), ("sine", 10)])
def test_the_numbers_are_those_of_the_exported_network(train, tmp_path, name, epochs, request) -> None:
    import keras

    from playground.datasets.dataset import load
    from playground.datasets.features import columns

    document, out = small(name), tmp_path / "net.keras"
    if name != "circle":  # which is loaded back as for a person
        request.getfixturevalue("unproved")
    told = train(document, "--epochs", epochs, "--out", out)
    network, dataset = keras.saving.load_model(out), load(document.data)
    pairs = {"train": (dataset.train_points, dataset.train_labels), "test": (dataset.test_points, dataset.test_labels)}
    for part, (points, labels) in pairs.items():
        answers = np.asarray(network(columns(document.data, points)), np.float64)
        labels = np.asarray(labels).reshape(-1)
        if name == "iris":
            right = answers.argmax(axis=1) == labels
            answers = answers - answers.max(axis=1, keepdims=True)
            likely = answers - np.log(np.exp(answers).sum(axis=1, keepdims=True))
            loss = -likely[np.arange(len(labels)), labels.astype(int)].mean()
        else:
            values = answers[:, 0]
            loss, right = ((values - labels) ** 2).mean(), (values > 0) == (labels > 0)
        assert told[f"{part}_loss"] == pytest.approx(loss, rel=1e-4)
        if name != "sine":
            assert told[f"{part}_accuracy"] == pytest.approx(right.mean())
    assert told["parameters"] == network.count_params()


def test_a_seed_means_one_history(train) -> None:
    def numbers(*arguments: object) -> tuple[float, ...]:
        told = train(None, "--epochs", 5, *arguments)
        return told["train_loss"], told["test_loss"]

    first = numbers("--seed", 7)
    assert numbers("--seed", 7) == first
    assert numbers("--seed", 8) != first


def test_a_long_run_repeats_too(train) -> None:
    """Where a run moves over to XLA must not depend on how fast the machine is."""
    told = [train(None, "--epochs", 1_500, "--seed", 7) for _ in range(2)]
    assert told[0]["train_loss"] == told[1]["train_loss"]
    assert told[0]["test_loss"] == told[1]["test_loss"]


def test_without_json_it_says_one_line(run, project) -> None:
    code, out, err = run("train", project(), "--epochs", 3)
    assert (code, err) == (0, "")
    assert out.startswith("3 epochs in ")
    assert out.count("\n") == 1


def test_a_run_that_diverges_is_explained(run, project) -> None:
    document = small()
    for node_id, units in (("dense_1", 4), ("dense_2", 4), ("dense_3", 1)):
        document = edits.set_layer(document, node_id, Dense(units, "linear"))
    document = edits.set_training(document, replace(document.training, learning_rate=10.0))
    code, out, err = run("train", project(document), "--epochs", 500, "--json")
    told = json.loads(out)
    assert code == 2
    assert np.isfinite([told["train_loss"], told["test_loss"]]).all()
    assert plain(err)
    assert "smaller learning rate" in err


def test_a_network_too_large_is_refused_with_its_size(run, project, monkeypatch) -> None:
    monkeypatch.setattr(problems, "free_bytes", lambda: 1 << 30)
    document = edits.set_layer(small(), "dense_1", Dense(4096))
    for _ in range(3):
        document, _ = edits.insert_node(document, Dense(4096), document.graph.edges[1], 0, 0)
    code, _, err = run("train", project(document))
    assert code == 2
    assert plain(err)
    assert "1.0 GiB are free" in err


# check


def test_check_finds_nothing_wrong(run, project) -> None:
    assert run("check", project()) == (0, "No problems.\n", "")
    assert run("check", "spiral")[0] == 0


def test_check_names_each_problem_and_its_place(run, project) -> None:
    code, out, err = run("check", project(edits.set_layer(small(), "dense_3", Dense(2))))
    assert (code, err) == (1, "")
    assert out == "error: Output (output): Output needs 1 value, gets 2.\n"


def test_a_warning_alone_is_no_failure(run, project) -> None:
    document = edits.set_layer(small(), OUTPUT, Output("binary_crossentropy"))
    code, out, _ = run("check", project(document))
    assert (code, out.split(":")[0]) == (0, "warning")


def test_an_unfinished_network_is_not_trained(run, project) -> None:
    code, _, err = run("train", project(edits.set_layer(small(), "dense_3", Dense(2))))
    assert code == 2
    assert plain(err)
    assert "Output (output): Output needs 1 value, gets 2." in err


# Bad files and arguments


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    content = json.loads(file.dumps(small()))
    change(content)
    return json.dumps(content)


def nodes(content: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content["graph"]["nodes"]
    return found


BAD: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "cut short": (lambda: file.dumps(small())[:300], "line"),
    "not JSON": (lambda: "hello", "line 1"),
    "a newer version": (lambda: changed(lambda c: c.update(version=99)), "version"),
    "an unknown layer": (lambda: changed(lambda c: nodes(c)[2].update(kind="Denze")), "graph.nodes[2].kind"),
    "a wrong type": (lambda: changed(lambda c: c.update(graph=[])), "graph"),
    "a word for a number": (lambda: changed(lambda c: nodes(c)[2].update(units="many")), "graph.nodes[2].units"),
    "a loop": (lambda: changed(lambda c: c["graph"]["edges"].append(["dense_3", "dense_1"])), "graph.edges"),
    "an id twice": (lambda: changed(lambda c: nodes(c).append(nodes(c)[2])), "graph.nodes[5].id"),
    "out of range": (lambda: changed(lambda c: c["training"].update(learning_rate=1e9)), "training.learning_rate"),
    "10,000 levels": (lambda: "[" * 10_000 + "]" * 10_000, ""),
    "10,000 levels of objects": (lambda: '{"a":' * 10_000 + "1" + "}" * 10_000, ""),
    "binary garbage": (lambda: bytes(range(255, 0, -1)) * 50, "byte 0"),
    "nothing": (lambda: b"", "line 1"),
    "another format": (lambda: '{"format": "cooking"}', "format"),
}


def plain(err: str) -> bool:
    """Whether it is one line that a person can read."""
    return err.startswith("playground: ") and err.count("\n") == 1 and err.endswith("\n") and "Traceback" not in err


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["check", "open"])
def test_a_bad_file_is_told_in_one_line_with_its_place(run, tmp_path, name, command) -> None:
    make, place = BAD[name]
    content, path = make(), tmp_path / "bad.playground"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, out, err = run(command, path)
    assert (code, out) == (2, "")
    assert plain(err)
    assert str(path) in err
    assert place in err


@pytest.mark.parametrize("command", ["train", "check", "picture"])
def test_a_missing_file_and_a_folder_are_told_in_one_line(run, tmp_path, command) -> None:
    more = (tmp_path / "out.png",) if command == "picture" else ()
    for path, words in ((tmp_path / "gone", "There is no such file"), (tmp_path, "This is a folder")):
        code, _, err = run(command, path, *more)
        assert code == 2
        assert plain(err)
        assert str(path) in err
        assert words in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("train",), ("train", "circle", "--epochs", "-1"), ("train", "circle", "--epochs", "many"),
        ("train", "circle", "--seed", "-1"), ("picture", "circle", "out.png", "--size", "big"),
        ("picture", "circle", "out.png", "--size", "100x100"), ("picture", "circle", "out.png", "--theme", "plaid"),
        ("picture", "circle", "out.png", "--moment", "-1"), ("bench", "--window", "--memory"), ("--nonsense",),
    ],
)  # fmt: skip
def test_wrong_arguments_are_told_in_one_line(run, arguments) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "--help" in err


def test_help_and_version(run) -> None:
    assert run("--version") == (0, f"playground {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert all(command in out for command in cli.COMMANDS)


def test_without_a_display_it_says_what_to_do(run, monkeypatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    code, _, err = run("open", "circle")
    assert (code, plain(err)) == (2, True)
    assert "playground demo" in err


# picture, demo


def test_a_picture_needs_its_folder(run, tmp_path) -> None:
    code, _, err = run("picture", "circle", tmp_path / "no folder" / "out.png")
    assert code == 2
    assert plain(err)
    assert "no folder" in err


def test_a_picture_has_the_size_and_the_colours_asked_for(tmp_path) -> None:
    out = tmp_path / "out.png"
    command = [sys.executable, "-m", "playground", "picture", "circle", str(out), "--epochs", "100",
               "--theme", "dark", "--size", "1280x720"]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert "Traceback" not in result.stderr

    from PySide6.QtGui import QImage

    image = QImage(str(out)).convertToFormat(QImage.Format.Format_RGB888)
    assert image.size().toTuple() == (1280, 720)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(720, image.bytesPerLine())[:, : 3 * 1280]
    pixels = rows.reshape(-1, 3).astype(int)
    for colour in ((0xF5, 0x93, 0x22), (0x08, 0x77, 0xBD), (0x1C, 0x20, 0x27)):
        assert (np.abs(pixels - colour).max(axis=1) < 12).sum() > 3_000


def test_the_demo_writes_its_four_files(run, tmp_path, monkeypatch) -> None:
    from playground import command_train, picturing

    pictures: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command_train, "DEMO_EPOCHS", 3)
    monkeypatch.setattr(
        picturing, "picture", lambda document, title, out, *_: pictures.append(out) or out.touch() or ""
    )
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    names = ["history.csv", "spiral.keras", "spiral.py", "window.png"]
    assert sorted(path.name for path in (tmp_path / "playground-demo").iterdir()) == names
    assert all(name in out for name in names)
    assert [path.name for path in pictures] == ["window.png"]


def test_training_obeys_the_stopping_rules_and_says_why(run, project) -> None:
    document = small()
    stopping = Stopping(patience=3, least_gain=1.0)
    path = project(edits.set_training(document, replace(document.training, stopping=stopping)))
    words = "Stopped at epoch 4: validation loss had not improved for 3 epochs; best weights of epoch 1 restored."
    code, out, _ = run("train", path, "--epochs", 50)
    assert code == 0
    assert out.splitlines()[-1] == words
    code, out, _ = run("train", path, "--epochs", 50, "--json")
    told = json.loads(out)
    assert (told["epochs"], told["stopped"], told["restored_from"]) == (4, words, 1)
    code, out, _ = run("train", path, "--epochs", 3)
    assert out.splitlines()[-1] == "The best weights, of epoch 1, were restored."
