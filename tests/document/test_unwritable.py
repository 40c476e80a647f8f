"""Where nothing can be written is told before any work, by the name that was asked for."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from playground import cli, command_rates, command_sweep, command_train


@pytest.fixture
def read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the system makes nothing, whoever asks."""
    folder, make = tmp_path / "shut", tempfile.mkdtemp
    folder.mkdir()

    def refuse(*words: object, dir: Path, **others: object) -> str:
        if Path(dir) == folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), f"{folder}/.beside.part")
        return make(*words, dir=dir, **others)

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    return folder


@pytest.mark.parametrize(
    ("command", "option", "name"),
    [("train", "--out", "net.onnx"), ("train", "--save", "mine.playground"), ("export", "", "net.h5"),
     ("rates", "--out", "curve.csv"), ("sweep", "--out", "table.csv")],
)  # fmt: skip
def test_a_folder_that_takes_no_file_is_told_before_any_work(
    small_project, read_only, monkeypatch, capsys, command: str, option: str, name: str
) -> None:
    for module, function in ((command_train, "run"), (command_rates, "begin"), (command_sweep, "HereRunner")):
        monkeypatch.setattr(module, function, lambda *_, **__: pytest.fail("it began"))
    more = ("--seeds", "2") if command == "sweep" else ()
    words = filter(None, [command, str(small_project), option, str(read_only / name), *more])
    assert cli.main(list(words)) == 2
    told = capsys.readouterr().err
    assert told == f"playground: {read_only / name}: Permission is missing for this place\n"
    assert not list(read_only.iterdir())


@pytest.mark.parametrize(("option", "name"), [("--out", "net.onnx"), ("--save", "saved.playground")])
def test_a_folder_in_the_place_of_a_file_is_told_before_training(
    small_project, tmp_path, monkeypatch, capsys, option: str, name: str
) -> None:
    monkeypatch.setattr(command_train, "run", lambda *_: pytest.fail("it trained"))
    (tmp_path / name).mkdir()
    assert cli.main(["train", str(small_project), option, str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith(f"playground: {tmp_path / name}: ")
