"""Saving: whatever goes wrong, the old file is whole and nothing is left beside it."""

import os
import stat

import pytest

from playground.document.document import Document
from playground.document.edits.edits import set_training
from playground.document.files.file import read, write
from playground.document.files.saving import replace_with, sweep, write_beside
from playground.document.settings import TrainingSettings

OLD = Document()
NEW = set_training(OLD, TrainingSettings(seed=2))


@pytest.fixture
def path(tmp_path):
    write(OLD, tmp_path / "net.playground")
    return tmp_path / "net.playground"


def no_space(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_failed_write_keeps_the_old_file(path, monkeypatch, function):
    monkeypatch.setattr(os, function, no_space)
    with pytest.raises(OSError, match="No space"):
        write(NEW, path)
    assert read(path) == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_write_killed_midway_keeps_the_old_file(path):
    def half(beside):
        beside.write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_with(path, half)
    assert read(path) == OLD
    assert list(path.parent.iterdir()) == [path]


def test_what_is_written_reaches_the_disk_before_the_rename(path, monkeypatch):
    done = []
    fsync, rename = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda *given: (done.append("fsync"), fsync(*given)))
    monkeypatch.setattr(os, "replace", lambda *given: (done.append("replace"), rename(*given)))
    write(NEW, path)
    assert done == ["fsync", "replace"]
    assert read(path) == NEW


def test_a_link_stays_a_link(path, tmp_path):
    link = tmp_path / "elsewhere" / "link.playground"
    link.parent.mkdir()
    link.symlink_to(path)
    write(NEW, link)
    assert link.is_symlink()
    assert read(path) == NEW
    assert list(link.parent.iterdir()) == [link]


def test_a_file_keeps_its_mode(path):
    path.chmod(0o640)
    write(NEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_mode(tmp_path):
    (tmp_path / "usual").write_text("")
    write(NEW, tmp_path / "net")
    assert (tmp_path / "net").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_folder_that_is_missing_is_made(tmp_path):
    write(NEW, tmp_path / "a" / "b" / "net")
    assert read(tmp_path / "a" / "b" / "net") == NEW


def test_strays_of_a_crash_are_swept_and_nothing_else(tmp_path):
    stray = tmp_path / ".net[1].ab12.part"
    stray.mkdir()
    (stray / "net[1]").write_bytes(b"half")
    others = [tmp_path / name for name in (".net1.ab12.part", "net[1].part", ".other.ab12.part")]
    for other in others:
        other.mkdir()
    write_beside(tmp_path / "net[1]", b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([*others, tmp_path / "net[1]"])


def test_sweeping_where_there_is_nothing_does_nothing(tmp_path):
    sweep(tmp_path / "net")
    assert list(tmp_path.iterdir()) == []


def fill(name):
    def write(folder):
        (folder / "inner").mkdir(parents=True)
        (folder / "inner" / name).write_text(name)

    return write


def test_a_folder_replaces_a_folder(tmp_path):
    for name in ("old", "new"):
        replace_with(tmp_path / "net", fill(name))
    assert [file.name for file in (tmp_path / "net").rglob("*")] == ["inner", "new"]
    assert list(tmp_path.iterdir()) == [tmp_path / "net"]


def test_a_folder_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path, monkeypatch):
    replace_with(tmp_path / "net", fill("old"))
    rename, calls = os.replace, []

    def fail_second(*given):
        calls.append(given)
        return no_space() if len(calls) == 2 else rename(*given)

    monkeypatch.setattr(os, "replace", fail_second)
    with pytest.raises(OSError, match="No space"):
        replace_with(tmp_path / "net", fill("new"))
    assert [file.name for file in (tmp_path / "net").rglob("*")] == ["inner", "old"]
    assert list(tmp_path.iterdir()) == [tmp_path / "net"]


def test_a_file_never_takes_the_place_of_a_folder(tmp_path):
    (tmp_path / "net").mkdir()
    (tmp_path / "net" / "letter").write_text("dear")
    with pytest.raises(OSError, match="net"):
        write(NEW, tmp_path / "net")
    assert (tmp_path / "net" / "letter").read_text() == "dear"
