"""What `train` writes: paths in any order, an untrained network, and the epochs so far after Ctrl+C."""

from __future__ import annotations

import csv
import json
import re
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from playground import cli, command_train
from playground.document.files import file
from playground.document.files.saving import write_beside
from playground.frames.formats import ENDINGS

README = Path(__file__).parents[2] / "README.md"

pytestmark = pytest.mark.usefixtures("unproved", "traced_once")


@pytest.fixture
def asked(monkeypatch, capsys) -> Callable[[str], tuple[object, ...]]:
    """FILE, paths and epochs that these words ask `train` for; where they are wrong, what it complains of."""
    found: list[tuple[object, ...]] = []

    def train(_document: object, options) -> int:
        found.append((options.file, options.out, options.epochs))
        return 0

    monkeypatch.setattr(command_train, "train", train)

    def ask(words: str) -> tuple[object, ...]:
        try:
            cli.main(["train", *words.split()])
        except SystemExit:
            return (capsys.readouterr().err,)
        return found.pop()

    return ask


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("circle --out a.keras b.py", ["a.keras", "b.py"]),
        ("circle --out a.keras --out b.py folder", ["a.keras", "b.py", "folder"]),
        ("--out a.keras b.py --json circle", ["a.keras", "b.py"]),
        ("--out a.keras b.py -- circle", ["a.keras", "b.py"]),
        ("--out a.keras b.py circle", ["a.keras", "b.py"]),
        ("--json --out a.keras --out folder circle", ["a.keras", "folder"]),
        ("--out=a.keras circle", ["a.keras"]),
        ("circle", []),
    ],
)
def test_out_takes_several_paths_wherever_file_stands(asked, words, out) -> None:
    assert asked(words) == ("circle", out, None)


@pytest.mark.parametrize("words", ["--out a.keras b.py", "--out folder", "--out a.keras --out folder", "--out a b.csv"])
def test_without_a_file_nothing_that_is_to_be_written_is_read(asked, words) -> None:
    (told,) = asked(words)
    assert told == "playground train: the following arguments are required: FILE (try playground train --help)\n"


@pytest.mark.parametrize("words", ["circle --out", "circle --out --json"])
def test_out_without_a_path_is_told_in_one_line(asked, words) -> None:
    (told,) = asked(words)
    assert told == "playground train: argument --out: expected at least one argument (try playground train --help)\n"


def test_each_ending_writes_its_kind(small_project, tmp_path, capsys) -> None:
    outs = [tmp_path / name for name in ("net.keras", "net.weights.h5", "net.py", "net.csv", "folder")]
    assert cli.main(["train", str(small_project), "--epochs", "3", "--out", *map(str, outs)]) == 0
    assert (tmp_path / "net.keras").read_bytes()[:2] == b"PK"
    assert (tmp_path / "net.weights.h5").read_bytes()[1:4] == b"HDF"
    assert "keras" in (tmp_path / "net.py").read_text(encoding="utf-8")
    assert len((tmp_path / "net.csv").read_text(encoding="utf-8").splitlines()) == 1 + 4
    assert (tmp_path / "folder" / "saved_model.pb").exists()


@pytest.mark.parametrize("name", ["net.pb", "net.txt", "no folder/net.keras"])
def test_a_place_that_cannot_be_written_is_told_before_training(
    small_project, tmp_path, monkeypatch, capsys, name
) -> None:
    monkeypatch.setattr(command_train, "run", lambda *_: pytest.fail("it trained"))
    assert cli.main(["train", str(small_project), "--out", str(tmp_path / "net.csv"), str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("playground: ")
    assert told.count("\n") == 1


def test_a_folder_with_other_things_is_refused_before_training(small_project, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(command_train, "run", lambda *_: pytest.fail("it trained"))
    assert cli.main(["train", str(small_project), "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"playground: {tmp_path}: This folder holds other things than a SavedModel\n"


@pytest.mark.parametrize(
    ("name", "ending"), [("net.weights.h5", ".weights.h5"), (80 * "网" + ".playground", ".playground")]
)
def test_of_four_that_write_one_path_at_once_none_is_lost(tmp_path, capsys, name, ending) -> None:
    def write(number: int) -> None:
        command_train.or_beside(path, "", lambda at, then: write_beside(at, b"%d" % number, then), ending)

    path = tmp_path / name
    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [at.name for at in tmp_path.iterdir()]
    assert len(found) == 4
    assert [[at for at in found if at.endswith(f"-{number}{ending}")] for number in (2, 3, 4)].count([]) == 0
    assert {found.read_bytes() for found in tmp_path.iterdir()} == {b"0", b"1", b"2", b"3"}
    assert capsys.readouterr().err.count("\n") == 3


@pytest.mark.parametrize("words", ["--out {path}.keras", "--save {path}.playground"])
def test_what_came_there_while_it_trained_stays(small_project, tmp_path, monkeypatch, capsys, words) -> None:
    option, _, name = words.format(path=tmp_path / "other").partition(" ")
    learn = command_train.run

    def run(*given):
        Path(name).write_bytes(b"theirs")
        return learn(*given)

    monkeypatch.setattr(command_train, "run", run)
    assert cli.main(["train", str(small_project), "--epochs", "1", option, name]) == 0
    assert Path(name).read_bytes() == b"theirs"
    beside = Path(name).with_name("other-2" + Path(name).suffix)
    assert beside.stat().st_size > 1000
    assert str(beside) in capsys.readouterr().err


def test_the_readme_and_the_help_name_each_ending(capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(["train", "--help"])
    told = capsys.readouterr().out
    (line,) = re.findall(r"^`--out` takes .*?\n\n", README.read_text(encoding="utf-8") + "\n", re.M | re.S)
    assert [ending for ending in ENDINGS if f"`{ending}`" not in line or ending not in told] == []


def test_no_epochs_judge_and_write_the_untrained_network(small_project, tmp_path, capsys) -> None:
    import keras

    from playground.datasets.dataset import load
    from playground.datasets.features import columns

    outs = [str(tmp_path / name) for name in ("net.keras", "net.csv", "net.py")]
    assert cli.main(["train", str(small_project), "--epochs", "0", "--json", "--out", *outs]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["epochs"], told["stopped"], told["interrupted"]) == (0, None, False)
    network, data = keras.saving.load_model(outs[0]), file.read(small_project).data
    dataset = load(data)
    for part in ("train", "test"):
        points, labels = getattr(dataset, f"{part}_points"), getattr(dataset, f"{part}_labels").reshape(-1)
        answers = np.asarray(network(columns(data, points)))[:, 0]
        assert told[f"{part}_loss"] == pytest.approx(((answers - labels) ** 2).mean(), rel=1e-4)
        assert told[f"{part}_accuracy"] == pytest.approx(((answers > 0) == (labels > 0)).mean())
    assert int(network.optimizer.iterations) == 0
    with open(outs[1], encoding="utf-8", newline="") as table:
        assert [row["epoch"] for row in csv.DictReader(table)] == ["0"]
    # The script is the document's, and trains.
    assert "EPOCHS = 0" not in Path(outs[2]).read_text(encoding="utf-8")
