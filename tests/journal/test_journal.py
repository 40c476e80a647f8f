"""The journal: what is on the disk, who is offered it, and what it does when the disk says no."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from playground.document.document import Document
from playground.document.files import file
from playground.journal import journal as writing
from playground.journal.journal import Journal, State
from playground.journal.left import left_behind
from playground.journal.lock import Lock
from playground.journal.work import Work, noted
from tests.faults import failing_disk


def named(number: int, letters: int = 1) -> Document:
    return Document(name=f"{number} " + "长" * letters)


def work(number: int, unsaved: bool = True, letters: int = 1) -> Work:
    return Work(named(number, letters), 1000.0 + number, Path("/home/me/螺旋\t1.playground"), unsaved)


@pytest.fixture
def kept(tmp_path: Path):
    journal = Journal(tmp_path)
    yield journal
    journal.close(keep=False)


def only(folder: Path) -> Path:
    (path,) = folder.glob("*.journal")
    return path


def test_a_change_is_on_the_disk_within_half_a_second(kept, tmp_path) -> None:
    for number in range(3):
        start = time.monotonic()
        kept.write(work(number))
        while not list(tmp_path.glob("*.journal")) or f'"{number} ' not in only(tmp_path).read_text():
            assert time.monotonic() - start < 0.5
            time.sleep(0.005)


def test_each_line_is_a_whole_document_behind_the_checksum_of_all_that_follows(kept, tmp_path) -> None:
    for number in range(3):
        kept.write(work(number))
        assert kept.flush(5)
    lines = only(tmp_path).read_bytes().splitlines()
    for number, line in enumerate(lines):
        digest, _, content = line.partition(b" ")
        assert hashlib.sha256(content).hexdigest().encode() == digest
        assert file.loads(content.partition(b"\t")[2].decode()) == named(number)
    assert len(lines) == 3


def test_past_its_bound_only_the_newest_line_stays(kept, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(writing, "MOST_BYTES", 4_000)
    for number in range(12):
        kept.write(work(number, letters=60))
        assert kept.flush(5)
        assert only(tmp_path).stat().st_size <= 4_000
    newest = noted(only(tmp_path).read_bytes().splitlines(keepends=True)[-1])
    assert newest is not None
    assert newest.document() == named(11, 60)


def test_of_a_dead_window_the_newest_whole_line_is_offered(tmp_path) -> None:
    journal = Journal(tmp_path)
    for number in range(2):
        journal.write(work(number))
        assert journal.flush(5)
    journal.keep_state(State(b"\n state \n\n", 7066))
    # A living one is nobody else's.
    assert left_behind(tmp_path) == ()
    journal.close(keep=True)
    whole = only(tmp_path).read_bytes()
    only(tmp_path).write_bytes(whole + whole[:99])
    (left,) = left_behind(tmp_path)
    assert (left.document(), left.newest.at, left.newest.path) == (named(1), 1001.0, work(1).path)
    assert left.state == State(b"\n state \n\n", 7066)
    # Who was offered it has it until it is let go of.
    assert left_behind(tmp_path) == ()
    left.release()
    (left,) = left_behind(tmp_path)
    left.discard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", range(0, 100, 7))
def test_a_damaged_line_gives_way_to_the_one_before(tmp_path, damage: int) -> None:
    journal = Journal(tmp_path)
    for number in range(2):
        journal.write(work(number))
        assert journal.flush(5)
    journal.close(keep=True)
    first, second = only(tmp_path).read_bytes().splitlines(keepends=True)
    place = damage * (len(second) - 2) // 100
    spoilt = second[:place] + bytes([second[place] ^ 1]) + second[place + 1 :]
    only(tmp_path).write_bytes(first + spoilt)
    (left,) = left_behind(tmp_path)
    assert left.document() == named(0)
    left.release()


def test_what_is_saved_is_not_offered(tmp_path) -> None:
    journal = Journal(tmp_path)
    journal.write(work(1))
    assert journal.flush(5)
    journal.write(work(1, unsaved=False))
    journal.close(keep=True)
    assert left_behind(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_learned_of_another_project_is_not_offered(tmp_path) -> None:
    journal = Journal(tmp_path)
    journal.keep_state(State(b"state", 9, project=1))
    journal.write(replace(work(1), project=2))
    journal.close(keep=True)
    (left,) = left_behind(tmp_path)
    assert left.state is None
    left.discard()


def test_what_cannot_be_read_is_left_alone(tmp_path) -> None:
    (tmp_path / "20260101-000000-1-abcdef.journal").write_bytes(b"of a newer version\n")
    assert left_behind(tmp_path) == ()
    assert only(tmp_path).read_bytes() == b"of a newer version\n"


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_refuses_is_told_and_tried_again(kept, tmp_path, monkeypatch, call: str) -> None:
    kept.write(work(0))
    assert kept.flush(5)
    monkeypatch.setattr(writing, "MOST_BYTES", 0 if call == "replace" else 1 << 20)
    broken = [True]

    def refuse(real):
        def tried(*given, **named):
            if broken:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*given, **named)

        return tried

    if call in ("fsync", "replace"):
        monkeypatch.setattr(os, call, refuse(getattr(os, call)))
    else:
        monkeypatch.setattr(Path, "open", refuse(Path.open))
    kept.write(work(1))
    assert not kept.flush(3)
    assert isinstance(kept.trouble, OSError)
    broken.clear()
    kept.write(work(2))
    assert kept.flush(5)
    assert kept.trouble is None
    kept.close(keep=True)
    (left,) = left_behind(tmp_path)
    assert left.document() == named(2)
    left.discard()


def test_a_lock_that_its_process_left_is_free_whoever_has_its_number_now(tmp_path) -> None:
    path = tmp_path / "one.lock"
    # This process lives, and is not the one that began at that time.
    path.write_text(f'["{os.uname().nodename}", {os.getpid()}, "1"]')
    lock = Lock(path)
    assert lock.take()
    assert not Lock(path).take()
    lock.release()
    assert not path.exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whichever_call_fails_the_next_start_finds_the_old_or_the_new(kept, monkeypatch, number: int) -> None:
    def write(at: int) -> None:
        kept._write(work(at))
        kept._write_state(State(b"%d" % at, at))

    def found() -> tuple[str, int]:
        # As another window that takes the place of this one.
        kept._lock.release(remove=False)
        (left,) = left_behind(kept.folder)
        left.release()
        assert kept._lock.take()
        return left.document().name, left.state.epoch

    write(0)
    with failing_disk(monkeypatch, number, None) as disk:
        write(0)
        # Half a line may stand at its end, so that it is written anew.
        kept._is_whole = False
        write(0)
    assert disk.calls > 10
    for broken in range(disk.calls):
        old, new = found(), broken + 1
        with failing_disk(monkeypatch, number, broken):
            for _ in range(2):
                with suppress(OSError):
                    write(new)
                kept._is_whole = False
        names, epochs = zip(old, (named(new).name, new), strict=True)
        assert found()[0] in names
        assert found()[1] in epochs


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
def test_a_pipe_among_the_journals_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "20260101-000000-1-abcdef.journal")
    assert left_behind(tmp_path) == ()
