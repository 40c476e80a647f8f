"""Saving: whatever goes wrong, the old file is whole and nothing is left beside it."""

import errno
import os
import socket
import stat
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from playground.document.document import Document
from playground.document.edits.edits import set_training
from playground.document.files.file import read, write
from playground.document.files.saving import (
    _HERE,
    ChangedError,
    fingerprint,
    replace_with,
    sweep,
    write_beside,
    write_folder,
)
from playground.document.settings import TrainingSettings
from playground.ui.texts.files import error_text
from tests.faults import failing_disk

OLD = Document()
NEW = set_training(OLD, TrainingSettings(seed=2))


@pytest.fixture
def path(tmp_path):
    write(OLD, tmp_path / "net.playground")
    return tmp_path / "net.playground"


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


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
    stray = tmp_path / f".net[1].{_HERE}-{dead_process()}-ab12.part"
    stray.mkdir()
    (stray / "net[1]").write_bytes(b"half")
    living, elsewhere = f".net[1].{_HERE}-{os.getpid()}-ab12.part", f".net[1].00000000-{dead_process()}-ab12.part"
    others = [tmp_path / name for name in (".net1.ab12.part", "net[1].part", living, elsewhere)]
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


def as_file(path, content):
    write_beside(path, content)


def as_folder(path, content):
    write_folder(path, {"a": content, "b/c": content})


def as_second_name(path, content):
    if path.exists() and path.stat().st_nlink == 1:
        os.link(path, path.with_name("second"))
    write_beside(path, content)


def held(path):
    return (path / "b" / "c").read_bytes() if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("write_as", [as_file, as_folder, as_second_name])
def test_whichever_call_fails_the_file_is_the_old_or_the_new_one(tmp_path, monkeypatch, write_as, number):
    path = tmp_path / "net"
    write_as(path, b"old")
    write_as(path, b"old")
    beside = sorted(tmp_path.iterdir())
    with failing_disk(monkeypatch, number, None) as disk:
        write_as(path, b"old")
    assert disk.calls > 5
    for broken in range(disk.calls):
        old, new, error = held(path), b"new %d" % broken, None
        with failing_disk(monkeypatch, number, broken):
            try:
                write_as(path, new)
            except OSError as raised:
                error = raised
        assert held(path) == (new if error is None else old)
        if error is not None:
            assert (error.errno, error.filename) == (number, str(path))
        assert sorted(tmp_path.iterdir()) == beside


def test_a_file_of_several_names_keeps_them(path):
    os.link(path, path.with_name("other"))
    write(NEW, path)
    assert path.samefile(path.with_name("other"))
    assert read(path.with_name("other")) == NEW


def test_a_name_as_long_as_a_disk_takes_can_be_written_again(tmp_path):
    path = tmp_path / ("层" * 80 + "n" * 15)
    for content in (b"old", b"new"):
        write_beside(path, content)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["pipe", "device", "circle", "below a file", "too long"])
def test_what_cannot_hold_a_project_is_refused_by_its_own_name(tmp_path, kind):
    path = tmp_path / ("n" * 300 if kind == "too long" else "net")
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path = Path("/dev/null")
        case "circle":
            path.symlink_to(path)
        case "below a file":
            (tmp_path / "file").write_bytes(b"")
            path = tmp_path / "file" / "net"
    for ask in (lambda: write(OLD, path), lambda: read(path)):
        with pytest.raises(OSError, match=r"net|nnn|null") as caught:
            ask()
        assert caught.value.filename == str(path)


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "folder"])
def test_what_cannot_be_read_is_told_as_what_it_is(tmp_path, kind):
    path = tmp_path / "net"
    with ExitStack() as held:
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "socket":
                held.enter_context(socket.socket(socket.AF_UNIX)).bind(str(path))
            case "device":
                path = Path("/dev/zero")
            case "folder":
                path.mkdir()
        with pytest.raises(OSError, match=r"net|zero") as caught:
            read(path)
    assert error_text(caught.value).startswith(f"This is a {kind}, not a file")


def test_a_folder_that_vanishes_meanwhile_is_named_by_its_file(tmp_path):
    path = tmp_path / "stick" / "net"

    def pull(beside):
        beside.write_bytes(b"new")
        os.rename(path.parent, tmp_path / "pulled")

    with pytest.raises(OSError, match=r"net|nnn|null") as caught:
        replace_with(path, pull)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOENT, str(path))


def test_what_somebody_else_wrote_meanwhile_stays(path):
    seen = fingerprint(path)
    os.utime(path, (1, 1))
    write_beside(path, b"same content, other time", seen)
    with pytest.raises(ChangedError):
        write_beside(path, b"mine", seen)
    assert path.read_bytes() == b"same content, other time"


def test_of_many_who_expect_nothing_there_one_writes(tmp_path):
    ends = []

    def run(number):
        try:
            write_beside(tmp_path / "net", b"%d" % number, expected="")
            ends.append(number)
        except ChangedError:
            pass

    threads = [threading.Thread(target=run, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [b"%d" % number for number in ends] == [(tmp_path / "net").read_bytes()]
