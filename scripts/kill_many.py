"""Kills processes that edit and save, at random moments; counts the edits that were lost and the files that broke.

Run it with the Python of the environment, from the top folder:

    .venv/bin/python scripts/kill_many.py 1000

Each round is a process with an editor, a journal and a file, killed with -9: every other one inside a save. One round
in WINDOW_EVERY is the real window. An edit is lost if it is older than half a second and neither journal nor file has
it. A second number is that of the first round, so that several can run at once.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.note import Note
from playground.journal.journal import Journal
from playground.journal.left import left_behind
from playground.journal.work import Work
from playground.projects.project import Project
from playground.ui.editor import Editor

ROOT = Path(__file__).resolve().parent.parent
WINDOW_EVERY = 50
PROMISED = 0.5
LONGEST_LIFE, LONGEST_START = 1.5, 60.0
NAME, JOURNALS = "work.playground", "journals"


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one: the edits that were lost, and what could not be read."""

    lost: int
    broken: str
    in_save: bool


def numbered(number: int) -> Document:
    """A document of that number, of some kB."""
    notes = tuple(Note(f"note_{place + 1}", "w" * 200, 0.0, 0.0) for place in range(number % 40))
    return Document(name=str(number), notes=notes)


# The child


def live(folder: Path, seed: int) -> None:
    """Edit and save without an end, telling each on stdout with the time of the system's clock since its start."""
    journal, path = Journal(folder / JOURNALS), folder / NAME
    editor, chance = Editor(Document()), random.Random(seed)
    editor.changed.connect(lambda document: journal.write(Work(document, time.time(), path, editor.unsaved)))
    number = 0
    while True:
        number += 1
        editor.apply("edit", numbered(number))
        tell(f"edit {number} {time.monotonic()}")
        if chance.random() < 0.3:
            tell("save")
            file.write(editor.document, path)
            editor.mark_saved()
            journal.write(Work(editor.document, time.time(), path, editor.unsaved))
            tell("saved")
        time.sleep(chance.uniform(0, 0.05))


def tell(line: str) -> None:
    try:
        os.write(1, line.encode() + b"\n")
    except OSError:
        # Whoever began it is gone.
        os._exit(1)


def live_in_window(folder: Path, seed: int) -> None:
    """The same in the real window, by its own editor, keeper and files; its engine stays away."""
    from PySide6.QtCore import QTimer

    from playground import app
    from playground.ui.main_window import MainWindow
    from playground.ui.trainer import Trainer

    make_window, chance = app.make_window, random.Random(seed)
    Trainer.start = lambda trainer: None  # type: ignore
    windows: list[MainWindow] = []

    def edit() -> None:
        window = windows[0]
        number = int(window.editor.document.name or 0) + 1
        window.editor.apply("edit", numbered(number))
        tell(f"edit {number} {time.monotonic()}")
        if chance.random() < 0.3:
            tell("save")
            window.files.save()
            tell("saved")
        QTimer.singleShot(chance.randrange(50), window, edit)

    def make(*given: object) -> MainWindow:
        windows.append(make_window(*given))  # type: ignore[arg-type]
        windows[0].files.show_path(folder / NAME)
        QTimer.singleShot(600, windows[0], edit)
        return windows[0]

    app.make_window = make  # type: ignore[assignment]
    app.open_window(Project(Document()), folder / NAME, Trainer(Document()))


# The parent


def kill_once(seed: int, in_window: bool = False) -> Round:
    """One process from its start to its end, and what is left."""
    chance, in_save = random.Random(seed), seed % 2 == 1
    with tempfile.TemporaryDirectory(prefix="playground-kill-") as home:
        folder = Path(home)
        told, process = begin(folder, seed, in_window)
        try:
            lines = wait_for(told, b"edit", LONGEST_START)
            deadline = time.monotonic() + chance.uniform(0.05, LONGEST_LIFE)
            while time.monotonic() < deadline:
                lines += heard(told, deadline - time.monotonic())
            if in_save:
                lines += wait_for(told, b"save\n", 10)
                time.sleep(chance.uniform(0, 0.0015))
        finally:
            # So too where this script is told to go.
            killed = time.monotonic()
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        while more := os.read(told, 1 << 16):
            lines += more
        os.close(told)
        return looked_at(folder, lines, killed, in_window)


def begin(folder: Path, seed: int, in_window: bool) -> tuple[int, int]:
    """What to read of the child, and its number."""
    if in_window:
        homes = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT), **homes)
        command = [sys.executable, __file__, "--window", str(folder), str(seed)]
        child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert child.stdout is not None
        return os.dup(child.stdout.fileno()), child.pid
    told, telling = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            os.dup2(telling, 1)
            os.close(told)
            live(folder, seed)
        finally:
            os._exit(1)
    os.close(telling)
    return told, process


def heard(told: int, seconds: float) -> bytes:
    """What the child says within that time, as soon as it says something."""
    ready, _, _ = select.select([told], [], [], max(0.0, seconds))
    return os.read(told, 1 << 16) if ready else b""


def wait_for(told: int, word: bytes, seconds: float) -> bytes:
    lines, deadline = b"", time.monotonic() + seconds
    while word not in lines and time.monotonic() < deadline:
        lines += heard(told, deadline - time.monotonic())
    return lines


def looked_at(folder: Path, lines: bytes, killed: float, in_window: bool) -> Round:
    """What the next start finds."""
    whole = lines[: lines.rfind(b"\n") + 1].decode().splitlines()
    edits = [line.split() for line in whole if line.startswith("edit")]
    owed = max((int(number) for _, number, at in edits if float(at) < killed - PROMISED), default=0)
    was_saving = [line for line in whole if line.startswith("save")][-1:] == ["save"]
    found, broken = 0, ""
    try:
        found = int(file.read(folder / NAME).name)
    except FileNotFoundError:
        pass
    except (FileError, OSError, ValueError) as error:
        broken = f"file: {error}"
    journals = folder / "Playground" / "Playground" / JOURNALS if in_window else folder / JOURNALS
    for left in left_behind(journals):
        try:
            found = max(found, int(left.document().name))
        except (FileError, ValueError) as error:
            broken = f"journal: {error}"
        left.release()
    return Round(max(0, owed - found), broken, was_saving)


def main(arguments: list[str]) -> int:
    """Kill as many as asked for; the exit code is 1 if anything was lost or broken."""
    if arguments[:1] == ["--window"]:
        live_in_window(Path(arguments[1]), int(arguments[2]))
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    count, first = (*map(int, arguments), 100, 0)[:2] if len(arguments) != 1 else (int(arguments[0]), 0)
    rounds = []
    for number in range(first, first + count):
        one = kill_once(number, in_window=number % WINDOW_EVERY == WINDOW_EVERY - 1)
        rounds.append(one)
        if one.lost or one.broken:
            print(f"{number:5}  {one.lost} edits lost  {one.broken}", flush=True)
    lost, broken = sum(one.lost for one in rounds), sum(bool(one.broken) for one in rounds)
    in_save = sum(one.in_save for one in rounds)
    print(f"{count} kills, {in_save} inside a save")
    print(f"{lost} edits older than {PROMISED:g} s lost, {broken} unreadable files")
    return int(bool(lost or broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
