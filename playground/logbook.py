"""What went wrong, kept in a log that tells nothing of a person: kinds of errors and places in the code alone."""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from traceback import FrameSummary, clear_frames, extract_tb
from typing import IO

from playground.terminal import clean

LOG = logging.getLogger("playground")
# Tells the worker's process where the window keeps its log.
FOLDER = "PLAYGROUND_LOGS"
WINDOW, ENGINE = "window", "engine"
LARGEST, KEPT = 256 << 10, 3
FRAMES = 24
# Their words name code; those of all other errors may name layers, files or data.
TELLING = (AttributeError, NameError, ImportError)
RECORD = re.compile(r"^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d )", re.MULTILINE)
NAMES = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|<[^>]*>|\S*[/\\]\S*")


class LogFile(logging.Handler):
    """Appends each record at once; a file that has grown large becomes the first of the older ones.

    Opened for each record alone, so that several windows can share it. A log that cannot be written stops nobody.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def emit(self, record: logging.LogRecord) -> None:
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        told = [f"{when} {record.levelname} {record.process}: {clean(record.getMessage())}"]
        if record.exc_info and record.exc_info[1] is not None:
            told += [f"  {line}" for line in skeleton(record.exc_info[1])]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                _rotate(self.path)
            with open(self.path, "a", encoding="utf-8", errors="replace") as file:
                file.write("\n".join(told) + "\n")
        except OSError:
            pass


def _rotate(path: Path) -> None:
    for number in range(KEPT - 1, 0, -1):
        older = path.with_suffix(f".{number}.log")
        if older.exists():
            os.replace(older, path.with_suffix(f".{number + 1}.log"))
    os.replace(path, path.with_suffix(".1.log"))


def skeleton(error: BaseException) -> Iterator[str]:
    """What kind of error and where in the code, a line each, with those that led to it; none of its words."""
    seen: set[int] = set()
    before: BaseException | None = error
    while before is not None and id(before) not in seen and len(seen) < 8:
        seen.add(id(before))
        words = f": {clean(str(before))}" if type(before) in TELLING else ""
        yield ("" if before is error else "after ") + type(before).__name__ + words
        frames = extract_tb(before.__traceback__)
        if len(frames) > FRAMES:
            yield f"  ({len(frames) - FRAMES} more)"
        yield from (f"  {_place(frame)}" for frame in frames[-FRAMES:])
        before = before.__cause__ or before.__context__


def _place(frame: FrameSummary) -> str:
    parts = Path(frame.filename).parts
    start = next((at for at, part in enumerate(parts) if part in ("site-packages", "playground")), len(parts) - 1)
    return f"{'/'.join(parts[start:])}:{frame.lineno} in {frame.name}"


OPEN: list[IO[str]] = []
"""What crashes are written to; whoever turns faulthandler off must not close it."""


def without_names(message: str) -> str:
    """A message of a library, with … for all that it quotes, and for paths."""
    return NAMES.sub("…", clean(message))[:300]


def keep_log(folder: Path, part: str = WINDOW) -> None:
    """From now on, what goes wrong in this process is written to a log of this part in that folder."""
    if any(isinstance(handler, LogFile) for handler in LOG.handlers):
        return
    os.environ[FOLDER] = str(folder)
    LOG.addHandler(LogFile(folder / f"{part}.log"))
    LOG.propagate = False
    LOG.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        crashes = folder / f"{part}-crash.log"
        mode = "w" if crashes.exists() and crashes.stat().st_size > LARGEST else "a"
        # Stays open for as long as the process lives: nothing can be opened while it dies.
        OPEN.append(open(crashes, mode, encoding="utf-8"))  # noqa: SIM115
        faulthandler.enable(OPEN[-1])
    except OSError:
        pass
    _hook()


def _hook() -> None:
    """What nobody catches is logged too, and then told as before."""
    plain, thread, unraisable = sys.excepthook, threading.excepthook, sys.unraisablehook

    def on_error(kind, error, trace) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            LOG.error("nobody caught this", exc_info=(kind, error, trace))
        plain(kind, error, trace)

    def on_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
            LOG.error("nobody caught this in a thread", exc_info=told.exc_value)
        thread(told)

    def on_unraisable(told) -> None:
        if told.exc_value is not None:
            LOG.error("nobody could catch this", exc_info=told.exc_value)
        unraisable(told)

    sys.excepthook, threading.excepthook, sys.unraisablehook = on_error, on_thread, on_unraisable


def let_go(error: BaseException) -> None:
    """Forget what the functions that it came through held, once it has been told.

    Python keeps the newest error; with it a painter that was at work would stay so, and nothing could be painted again.
    """
    before: BaseException | None = error
    while before is not None:
        clear_frames(before.__traceback__)
        before = before.__context__


def last_errors(folder: Path) -> str:
    """The newest error of each log in the folder, and the newest crash; "" where there was none."""
    found = []
    for part in (WINDOW, ENGINE):
        records = [one for one in RECORD.split(_read(folder / f"{part}.log")) if " ERROR " in one.partition("\n")[0]]
        found += [f"{part}: {one.strip()}" for one in records[-1:]]
        _, fatal, crash = _read(folder / f"{part}-crash.log").rpartition("Fatal Python error")
        found += [f"{part}: {fatal}{_without_home(crash.strip())[:4_000]}"] if fatal else []
    return "\n\n".join(found)


def _read(path: Path) -> str:
    """The end of a log, cleaned."""
    try:
        with open(path, "rb") as file:
            file.seek(max(0, path.stat().st_size - LARGEST))
            return clean(file.read().decode(errors="replace"), kept="\n")
    except OSError:
        return ""


def _without_home(text: str) -> str:
    return text.replace(str(Path.home()), "~")
