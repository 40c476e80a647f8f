"""The log of what went wrong: it tells where, and nothing of what a person has."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.logbook import FOLDER, KEPT, LARGEST, LogFile, last_errors, skeleton, without_names

SECRET = "Anna's tumour layer"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    logger = logging.Logger("a test")
    handler = LogFile(tmp_path / "deep" / "window.log")
    logger.addHandler(handler)
    yield logger
    logger.removeHandler(handler)


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.mark.parametrize("kind", [ValueError, KeyError, RuntimeError, TypeError, OSError, AssertionError])
def test_an_error_is_logged_without_its_words(kind: type[Exception], log, tmp_path: Path) -> None:
    log.error("the engine failed", exc_info=raised(kind(SECRET), raised(ValueError(SECRET))))
    told = (tmp_path / "deep" / "window.log").read_text()
    assert SECRET not in told
    assert "tumour" not in told
    assert kind.__name__ in told
    assert "after ValueError" in told
    assert "test_logbook.py:" in told
    assert " in raised" in told


def test_what_names_code_is_told() -> None:
    error = raised(AttributeError("'NoneType' object has no attribute 'frame'"))
    assert next(skeleton(error)) == "AttributeError: 'NoneType' object has no attribute 'frame'"


def test_an_endless_recursion_and_a_circle_of_causes_are_told_shortly() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    caught.value.__cause__ = caught.value
    assert len(list(skeleton(caught.value))) < 40


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ('QCssParser: cannot read "Anna\'s layer"', "QCssParser: cannot read …"),
        ("cannot open /home/anna/x.png now", "cannot open … now"),
        ("file:///home/anna/x.png", "…"),
        (r"no C:\Users\anna\x", "no …"),
        ("QFont::setPointSize: Point size <= 0 (-1)", "QFont::setPointSize: Point size <= 0 (-1)"),
    ],
)
def test_messages_of_qt_lose_what_they_quote(message: str, kept: str) -> None:
    assert without_names(message) == kept


def test_the_log_rotates_and_stays_small(log, tmp_path: Path) -> None:
    for _ in range(5 * KEPT):
        log.error("x" * (LARGEST // 2))
    files = list((tmp_path / "deep").iterdir())
    assert len(files) == KEPT + 1
    assert sum(file.stat().st_size for file in files) < (KEPT + 2) * LARGEST


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    logger = logging.Logger("a test")
    logger.addHandler(LogFile(tmp_path / "file" / "window.log"))
    logger.error("lost")


CHILD = """
import ctypes, gc, os, sys, threading
from pathlib import Path
from playground.logbook import keep_log
keep_log(Path(sys.argv[1]), "engine")
SECRET = sys.argv[3]
class Bad:
    def __del__(self):
        raise ValueError(SECRET)
def thread():
    raise KeyError(SECRET)
match sys.argv[2]:
    case "main":
        raise ValueError(SECRET)
    case "thread":
        one = threading.Thread(target=thread); one.start(); one.join()
    case "unraisable":
        Bad()
    case "crash":
        ctypes.string_at(0)
"""
SEEN = {"main": "ValueError", "thread": "KeyError", "unraisable": "ValueError", "crash": "Segmentation fault"}


@pytest.mark.parametrize("how", SEEN)
def test_whatever_ends_a_process_or_a_thread_is_in_its_log(how: str, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path), how, SECRET], capture_output=True, timeout=60)
    assert done.returncode in ((1,) if how == "main" else (-11,) if how == "crash" else (0,))
    assert SEEN[how] in last_errors(tmp_path)
    assert "<string>" in last_errors(tmp_path) if how != "unraisable" else True
    assert not [file for file in tmp_path.iterdir() if SECRET in file.read_text()]


WORKER = """
import sys
from multiprocessing import Pipe
from playground import homes
from playground.document.document import Document
homes.work = lambda *given: [][1]
asked, told = Pipe(), Pipe()
homes.live(asked[0], told[1], Document(), "cpu")
"""


def test_the_workers_process_keeps_a_log_beside_the_windows(tmp_path: Path) -> None:
    places = {**os.environ, FOLDER: str(tmp_path)}
    subprocess.run([sys.executable, "-c", WORKER], capture_output=True, timeout=60, env=places)
    assert "IndexError" in (tmp_path / "engine.log").read_text()
    assert (tmp_path / "engine-crash.log").exists()
