"""The command line goes on from what a project has learned: train, export, check and picture."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground import cli
from playground.document.edits import edits
from playground.document.edits.rivals import add_rival
from playground.document.examples import example
from playground.document.files import file
from playground.projects.project import read_project, write_project
from playground.ui.assets import asset

pytestmark = pytest.mark.usefixtures("unproved", "traced_once")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """The circle with little data, as a file that has learned nothing."""
    path = tmp_path_factory.mktemp("project") / "mine.playground"
    document = example("circle", asset("examples"))
    file.write(edits.set_data(document, replace(document.data, points=60)), path)
    return path


@pytest.fixture(scope="module")
def trained(project) -> Path:
    """The same after 5 epochs."""
    path = project.with_name("trained.playground")
    assert cli.main(["train", str(project), "--epochs", "5", "--save", str(path)]) == 0
    return path


def state_in(path: Path) -> tuple[object, ...]:
    training = read_project(path).training
    assert training is not None
    return training.present.present.values


def test_a_save_keeps_the_many_runs_beside(project, tmp_path) -> None:
    path, many = tmp_path / "many.playground", {"rows": ["of any kind"]}
    write_project(read_project(project).document, "", path, json.dumps(many))
    assert cli.main(["train", str(path), "--epochs", "1", "--save", str(path)]) == 0
    assert (read_project(path).experiment, read_project(path).training is None) == (many, False)


def test_epochs_after_a_close_are_those_of_one_run(project, trained, capsys) -> None:
    whole, resumed = project.with_name("whole.playground"), project.with_name("resumed.playground")
    assert cli.main(["train", str(project), "--epochs", "9", "--save", str(whole)]) == 0
    capsys.readouterr()
    assert cli.main(["train", str(trained), "--resume", "--epochs", "4", "--json", "--save", str(resumed)]) == 0
    assert json.loads(capsys.readouterr().out)["epochs"] == 9
    for ours, theirs in zip(state_in(whole), state_in(resumed), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert read_project(resumed).document == read_project(project).document


def test_rivals_train_along_and_resume_as_the_network_does(project, capsys) -> None:
    document = read_project(project).document
    changed = edits.set_training(add_rival(document), replace(document.training, learning_rate=0.01))
    start, half, ends = project.with_name("rival.playground"), project.with_name("half.playground"), []
    file.write(changed, start)
    assert cli.main(["train", str(start), "--epochs", "3", "--save", str(half)]) == 0
    assert "beside it learning rate 0.03: 3 epochs, train loss 0." in capsys.readouterr().out
    for before, more in ((start, ["--epochs", "5"]), (half, ["--epochs", "2", "--resume"])):
        end = project.with_name(f"end-{len(ends)}.playground")
        assert cli.main(["train", str(before), *more, "--json", "--save", str(end)]) == 0
        (told,) = json.loads(capsys.readouterr().out)["rivals"]
        ends.append((told, read_project(end).training.rivals))
    (told, ((name, whole),)), (told_resumed, ((_, resumed),)) = ends
    assert (name, told["epochs"], told["stands"]) == ("rival_1", 5, None)
    assert told == told_resumed
    for ours, theirs in zip(whole.present.values, resumed.present.values, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_train_without_resume_starts_from_new_weights(trained, capsys) -> None:
    assert cli.main(["train", str(trained), "--epochs", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["epochs"] == 2


def test_an_export_is_what_was_trained(trained, tmp_path) -> None:
    import keras

    out, history = tmp_path / "net.keras", tmp_path / "history.csv"
    assert cli.main(["export", str(trained), str(out), str(history)]) == 0
    exported = keras.models.load_model(out).get_weights()
    state = state_in(trained)
    for weights in exported:
        assert any(np.shape(value) == weights.shape and np.array_equal(value, weights) for value in state)
    assert len(history.read_text().splitlines()) == 1 + 6


def test_check_tells_of_training_and_of_damage(trained, tmp_path, capsys) -> None:
    assert cli.main(["check", str(trained)]) == 0
    assert "5 epochs" in capsys.readouterr().out
    broken = tmp_path / "broken.playground"
    content = json.loads(trained.read_text())
    content["trained"]["arrays"][0]["sha256"] = "0" * 64
    broken.write_text(json.dumps(content))
    assert cli.main(["check", str(broken)]) == 2
    assert "trained.arrays[0]" in capsys.readouterr().err


def test_resume_needs_something_learned(project, capsys) -> None:
    assert cli.main(["train", str(project), "--resume"]) == 2
    assert "--resume" in capsys.readouterr().err
