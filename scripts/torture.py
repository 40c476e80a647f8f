"""Tortures the program with random events, damaged input, long editing and many networks; counts what breaks.

Run it with the Python of the environment, from the top folder:

    .venv/bin/python scripts/torture.py --events 100000 --inputs 1000000 --edits 20000 --structures 500

Whatever is not named is left out. The exit code is 1 where anything was raised or warned of, or grew.
"""

from __future__ import annotations

import argparse
import faulthandler
import math
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
# What Qt's own stand-in for a screen says of hints, of raising and of grabbing keys.
NO_SCREEN = "This plugin does not support"
# Before this share of a round, memory still warms up; so often it is looked at.
WARM, MARKS = 0.3, 20
GROWTH = 1.05
# Of so many events the language is changed first.
LONG = 1_000
# Seconds that a network may take until it trains, on a busy machine.
PATIENCE = 100.0

if TYPE_CHECKING:
    from playground.reopening import Desk


class Wrong:
    """Exceptions of all threads, and what Qt warns of."""

    def __init__(self) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        self.seen = Counter[str]()
        self.doing = ""
        faulthandler.enable()
        qInstallMessageHandler(lambda _kind, _where, words: None if NO_SCREEN in words else self.warn(words))
        sys.excepthook = lambda _kind, error, _: self.tell(described(error))
        threading.excepthook = lambda told: self.tell(described(told.exc_value))

    def warn(self, words: str) -> None:
        """Qt says something, with the places in the code that led to it."""
        self.tell(f"Qt: {words} at {places(traceback.extract_stack()[:-3])}")

    def tell(self, what: str) -> None:
        self.seen[what] += 1
        if self.seen[what] == 1:
            print(f"! after {self.doing}: {what}", flush=True)


def described(error: BaseException | None) -> str:
    """An error with the places that it came through."""
    if error is None:
        return "an error without a name"
    from playground.logbook import let_go

    told = f"{type(error).__name__}: {error} at {places(traceback.extract_tb(error.__traceback__))}"
    let_go(error)
    return told


def places(frames: list[traceback.FrameSummary]) -> str:
    return " ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:])


def opened(trains: bool) -> Desk:
    """The real window, at work on the spiral, with all that surrounds it in the program."""
    from playground.app import make_application, make_window
    from playground.document.examples import example
    from playground.reopening import Desk
    from playground.ui.assets import asset
    from playground.ui.keeping.keeping import Keeping
    from playground.ui.settings import Settings
    from playground.ui.theme import LIGHT

    # Where the engine's process writes what it ends by.
    os.environ["PLAYGROUND_LOGS"] = str(Path(os.environ["XDG_DATA_HOME"]) / "logs")
    keeping = Keeping(make_application())
    window = make_window(example("spiral", asset("examples")), Settings(pace="flat_out"), LIGHT)
    desk = Desk(window, keeping.attach)
    window.show()
    keeping.begin()
    if trains:
        window.trainer.start()
        window.trainer.play()
    else:
        # What the engine is told would wait for it for ever.
        window.trainer._send = lambda command: None  # type: ignore[method-assign]
    return desk


class Torture:
    """One window and what happens to it in its rounds."""

    def __init__(self, seed: int, folder: Path, trains: bool, seconds: float) -> None:
        self.wrong, self.seconds = Wrong(), seconds
        self.desk, self.chance, self.folder = opened(trains), random.Random(seed), folder
        self.trains = trains
        self.grown: list[str] = []
        self.lost = 0

    def round(self, name: str, count: int, do: Callable[[int], str]) -> None:
        """Do it so often, or for as long as there is, and tell what the window has grown by since it was warm."""
        from window_events import census, figures

        done, start = Counter[str](), time.monotonic()
        self._train()
        marks = [(0, figures(), census())]
        for number in range(count):
            share = max(number / count, (time.monotonic() - start) / self.seconds)
            if share >= 1:
                break
            if share * min(MARKS, count // 50) >= len(marks):
                marks.append((number, self._at_rest(), census()))
                print(f"  {number} {name}, {marks[-1][1]}, {self.wrong.seen.total()} wrong", flush=True)
            try:
                what = do(number)
            except Exception as error:
                what = "failed"
                self.wrong.tell(described(error))
            self.wrong.doing = f"{name} {number} {what}"
            self._count_lost()
            done[what] += 1
        at, warm, kinds = next(mark for mark in reversed(marks) if mark[0] <= WARM * done.total())
        end = self._at_rest()
        print(f"{done.total()} {name} in {time.monotonic() - start:.0f} s: {dict(done.most_common())}")
        print(f"  after {at} {warm}\n  at the end {end}")
        print("  more of", dict((census() - kinds).most_common(12)), flush=True)
        self.grown += [f"{name}: {key} {warm[key]} to {end[key]}" for key in warm if end[key] > GROWTH * warm[key]]

    def _count_lost(self) -> None:
        """Processes of the engine that ended by themselves, which the window goes on after."""
        lost = self.desk.window.trainer.lost
        if lost > self.lost:
            from playground.logbook import last_errors

            self.wrong.tell(f"the engine's process ended by itself: {last_errors(self.folder.parent / 'logs')}")
        self.lost = lost

    def _at_rest(self) -> dict[str, int]:
        """Figures with the spiral open and nothing else, as what is open differs from moment to moment."""
        from window_events import figures

        from playground.document.examples import example
        from playground.ui.assets import asset

        window = self.desk.window
        window.teaching.close()
        window.course.go_to("network")
        window.editor.open(example("spiral", asset("examples")))
        self._train()
        return figures()

    def _train(self) -> None:
        trainer = self.desk.window.trainer
        if self.trains:
            trainer.play()
            if not self.wait(lambda: trainer.status.state == "training", PATIENCE):
                self.wrong.tell(f"does not train, is {trainer.status.state}")
            self.wait(lambda: False, 1.0)

    def events(self, count: int) -> None:
        from window_events import Events

        for language in ("zh_CN", "en") if count > LONG else ():
            # Two windows at once are the most that there ever is.
            self._speak(language)
        events = Events(self.desk, self.folder, self.chance)
        self.round("events", count, lambda _: events.do())
        events.end()

    def _speak(self, language: str) -> None:
        before = self.desk.window
        before.language_chosen.emit(language)
        self.wait(lambda: self.desk.window is not before, PATIENCE)

    def edits(self, count: int) -> None:
        """Layers added, resized, moved, joined and removed through the editor, as a person's are."""
        from random_edits import edited
        from window_events import let_live

        editor = self.desk.window.editor

        def edit(_: int) -> str:
            name, changed = edited(editor.document, self.chance)
            editor.apply(name, changed)
            if self.chance.random() < 0.2:
                self.chance.choice((editor.undo, editor.redo))()
            let_live()
            return name

        self.round("edits", count, edit)

    def structures(self, count: int) -> None:
        """Networks that differ in structure, each trained until it has been seen to learn."""
        from playground.bench.memory import network

        window = self.desk.window
        workers: set[int] = set()

        def train(number: int) -> str:
            document = network(number)
            window.editor.apply("Another network", replace(document, name=str(number)))
            window.trainer.play()
            seen = self.wait(lambda: self._learns(document), PATIENCE)
            workers.update(worker_ids())
            return "trained" if seen else "not seen to learn"

        self.round("structures", count, train)
        print(f"  {len(workers)} workers one after the other")

    def _learns(self, document: object) -> bool:
        frame = self.desk.window.trainer.last_frame
        return frame is not None and frame.graph == getattr(document, "graph", None) and frame.epoch > 20

    def wait(self, done: Callable[[], bool], seconds: float) -> bool:
        from window_events import let_live

        deadline = time.monotonic() + seconds
        while not done():
            if time.monotonic() > deadline:
                return False
            let_live()
            time.sleep(0.002)
        return True

    def end(self) -> int:
        window = self.desk.window
        window.files.hurried = True
        window.close()
        window.trainer.close(5)
        print(f"{self.wrong.seen.total()} exceptions and warnings")
        print("\n".join(f"{number} x {what}" for what, number in self.wrong.seen.most_common(20)))
        print("\n".join(("grown:", *self.grown)) if self.grown else "nothing has grown")
        return int(bool(self.wrong.seen or self.grown))


def worker_ids() -> set[int]:
    import multiprocessing

    return {child.pid for child in multiprocessing.active_children() if child.pid is not None}


def fuzzed(inputs: int, seed: int) -> int:
    """Damaged input for every reader; 1 where one failed."""
    from fuzzing import fuzz_all

    from playground.ui.settings import name_program

    name_program()
    found = fuzz_all(inputs, seed)
    failures = sum(len(one.failures) for one in found.values())
    print(f"{sum(one.inputs for one in found.values())} inputs, {failures} failures", flush=True)
    return int(failures > 0)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("events", "inputs", "edits", "structures"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--untrained", action="store_true", help="without the engine, which is slow to load")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="the longest that a round may take")
    asked = parser.parse_args(arguments)
    code = fuzzed(asked.inputs, asked.seed) if asked.inputs else 0
    rounds = [name for name in ("events", "edits", "structures") if getattr(asked, name)]
    if rounds:
        folder = Path(os.environ["XDG_DATA_HOME"]) / "files"
        folder.mkdir()
        torture = Torture(asked.seed, folder, not asked.untrained, 60 * asked.minutes)
        for name in rounds:
            getattr(torture, name)(getattr(asked, name))
        code |= torture.end()
    return code


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="playground-torture-", ignore_cleanup_errors=True) as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        code = main(sys.argv[1:])
        # Qt's objects are not taken apart one by one.
        sys.stdout.flush()
        os._exit(code)
