"""Links on the command line, wherever a file is taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground import app, cli
from playground.document.files.link import LONGEST, read_link
from playground.ui.trainer import Trainer

pytestmark = pytest.mark.usefixtures("traced_once")
RUNS = json.loads((Path(__file__).parents[1] / "reference" / "tf_playground_runs.json").read_text(encoding="utf-8"))
PAGE = "https://playground.tensorflow.org/"
EPOCHS = 10
# A classification, a regression, and one with noise, another activation, batch and rate.
COMPARED = [RUNS[0], RUNS[8], RUNS[-1]]


def link_of(settings: dict) -> str:
    """The link of a recorded run."""
    parts = {
        "activation": settings["activation"],
        "batchSize": settings["batch_size"],
        "learningRate": settings["learning_rate"],
        "networkShape": ",".join(map(str, settings["networkShape"])),
        "noise": settings["noise"],
        "percTrainData": settings["percent_train"],
        "seed": settings["seed"],
        "problem": "regression" if settings["dataset"].startswith("reg-") else "classification",
        "regDataset" if settings["dataset"].startswith("reg-") else "dataset": settings["dataset"],
    }
    return PAGE + "#" + "&".join(f"{name}={value}" for name, value in parts.items())


@pytest.mark.parametrize("run", COMPARED, ids=lambda run: run["settings"]["dataset"] + run["settings"]["seed"])
def test_train_gives_the_losses_that_the_page_shows(run, capsys) -> None:
    assert cli.main(["train", link_of(run["settings"]), "--epochs", str(EPOCHS), "--json"]) == 0
    printed = capsys.readouterr()
    result = json.loads(printed.out)
    (expected,) = (row for row in run["losses"] if row["epoch"] == EPOCHS)
    assert result["train_loss"] == pytest.approx(expected["train_loss"], abs=1e-5)
    assert result["test_loss"] == pytest.approx(expected["test_loss"], abs=1e-5)
    assert result["loss"] == "half mean squared error"
    assert "was not understood" not in printed.err


@pytest.mark.parametrize(
    ("name", "loss"), [("circle", "mean squared error"), ("spiral", "binary crossentropy, logits")]
)
def test_train_names_the_loss_of_any_document(name, loss, capsys) -> None:
    assert cli.main(["train", name, "--epochs", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["loss"] == loss


def test_check_takes_a_link(capsys) -> None:
    assert cli.main(["check", PAGE + "#seed=0.1"]) == 0
    assert capsys.readouterr() == ("No problems.\n", "")


def test_remarks_go_to_stderr_a_line_each(capsys) -> None:
    assert cli.main(["check", "#networkShape=4,-2&batchSize=abc&sofa=%0Ared&seed=1"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "No problems.\n"
    assert printed.err.splitlines() == [
        "playground: networkShape=4,-2 was not understood; 4,2 is used instead",
        "playground: batchSize=abc was not understood; 10 is used instead",
        "playground: sofa is no setting of TensorFlow Playground; it is passed over",
    ]


def test_the_seed_that_was_drawn_is_told(capsys) -> None:
    document, remarks = cli.load_link("#")
    told = capsys.readouterr().err
    assert told == f"playground: There is no seed; one was drawn: {document.data.seed_text}\n"
    assert len(remarks) == 1


@pytest.mark.parametrize("command", ["check", "train", "picture", "open"])
def test_what_is_too_long_for_a_link_is_one_line_and_exit_code_2(command, capsys, tmp_path) -> None:
    out = [str(tmp_path / "out.png")] if command == "picture" else []
    assert cli.main([command, "#" + "x" * LONGEST, *out]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "playground: This is longer than 20,000 letters, and no link\n")


def test_an_address_without_a_hash_is_a_file_that_is_not_there(capsys) -> None:
    assert cli.main(["check", PAGE]) == 2
    assert capsys.readouterr().err == f"playground: {PAGE}: There is no such file.\n"


def test_open_brings_document_and_remarks_to_the_window(monkeypatch, capsys) -> None:
    opened, started = [], []
    monkeypatch.setattr(app, "open_window", lambda *arguments: opened.append(arguments) or 0)
    monkeypatch.setattr("playground.ui.logs.keep_window_log", lambda: None)
    monkeypatch.setattr(Trainer, "start", lambda trainer: started.append(trainer))
    link = PAGE + "#seed=0.1&sofa=1"
    for arguments in ([link], ["open", link]):
        assert cli.main(arguments) == 0
        project, path, trainer, remarks, *_ = opened.pop()
        assert started.pop() is trainer
        assert (project.document, remarks) == read_link(link)
        assert (path, project.training) == (None, None)
    assert "sofa" in capsys.readouterr().err


def test_picture_draws_the_window_of_a_link(engine_in_a_thread, tmp_path) -> None:
    out = tmp_path / "link.png"
    assert cli.main(["picture", "#seed=0.1&networkShape=2", str(out)]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_lesson_opens_in_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[object] = []
    monkeypatch.setattr("playground.app.open_window", lambda *given: opened.append(given[-1]) or 0)
    monkeypatch.setattr("playground.ui.trainer.Trainer.start", lambda self: None)
    monkeypatch.setattr("playground.ui.logs.keep_window_log", lambda: None)
    monkeypatch.chdir(tmp_path)
    Path("mine.lesson").touch()
    assert cli.main(["mine.lesson"]) == 0
    assert opened == [tmp_path / "mine.lesson"]
    assert cli.main(["missing.lesson"]) == 2
