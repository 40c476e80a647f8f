"""Measures for how long the window's thread is held by what a person does: `longest_blocks.py [--trained]`.

Each thing is done a few times in the real window; a timer that should ring every few milliseconds says for how long it
could not. What is promised is that nothing takes more than PROMISED_MS without saying so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
PROMISED_MS, REST, LOOKED = 100, 0.6, 4.0
# The document with many layers; units of each of two layers in projects that have learned.
LAYERS, WIDTHS = 160, (1200, 2500)

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class Watchdog:
    """For how many ms the event loop was held at most from `begin` to `end`: of the clock, of the processor."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._last = (0.0, 0.0)
        self._longest = [0.0, 0.0]

    def _ring(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._longest = [max(kept, 1000 * (b - a)) for kept, a, b in zip(self._longest, self._last, now, strict=True)]
        self._last = now

    def begin(self) -> None:
        self._last, self._longest = (time.perf_counter(), time.thread_time()), [0.0, 0.0]
        self._timer.start()

    def end(self) -> tuple[float, float]:
        self._ring()
        self._timer.stop()
        return self._longest[0], self._longest[1]


def deeds(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a person does, each with its name."""
    from playground.app import wait
    from playground.document.edits import edits
    from playground.document.examples import names
    from playground.document.layers.dense import Dense

    editor = window.editor
    for name in names():
        yield f"open {name}", partial(window.files.open_example, name)
    yield "open spiral", lambda: window.files.open_example("spiral")

    def add() -> None:
        editor.apply("Add layer", edits.add_node(editor.document, Dense(units=4), 0.0, 0.0, "dense_1")[0])

    yield from (("edit", add), ("edit", add), ("undo", editor.undo), ("undo", editor.undo), ("redo", editor.redo))
    yield from (("play", window.play_or_pause), ("train on", lambda: None), ("pause", window.play_or_pause))
    for place in ("lab", "network", "lab", "learn", "network", "learn", "network"):
        yield f"go to {place}", partial(window.course.go_to, place)
    # As a person looks at the page before one of its lessons is chosen.
    yield "look at the lessons", lambda: wait(lambda: False, LOOKED)
    yield "lab beside", window.laboratory.show_beside
    yield "back", lambda: window.course.go_to("network")
    for lesson in window.library.lessons()[:6]:
        yield f"open lesson {lesson.path.stem}", partial(window.teaching.open, lesson.path)
    yield "close lesson", window.teaching.close
    for action in window.docks.toggles():
        yield f"view {action.text()}", action.trigger
        yield f"view {action.text()} again", action.trigger
    yield from (("theme", window.switch_theme), ("theme", window.switch_theme))


def long_chain(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """A document of LAYERS layers, and what is done in it."""
    from playground.document.document import Document
    from playground.document.edits import edits, groups
    from playground.document.files.file import write
    from playground.document.graph import DATA, OUTPUT
    from playground.document.layers.dense import Dense

    document, last = Document(), DATA
    for _ in range(LAYERS):
        document, last = edits.add_node(document, Dense(units=4), 0.0, 0.0, last)
    path = Path(os.environ["XDG_DATA_HOME"], "long.playground")
    write(edits.connect(document, last, OUTPUT), path)
    many, editor, made = f"in {LAYERS} layers, ", window.editor, list[str]()
    ids = [f"dense_{number}" for number in range(20, 60)]

    def group() -> None:
        document, group_id = groups.wrap(editor.document, ids, "Forty")
        made.append(group_id)
        editor.apply("Group", document)

    yield f"{many}open", partial(window.files.open, path)
    yield f"{many}select all", lambda: window.canvas.select(tuple(editor.document.graph.trained[1:-1]))
    yield f"{many}select one", lambda: window.canvas.select(("dense_30",))
    yield (
        f"{many}add one",
        lambda: editor.apply("Add", edits.add_node(editor.document, Dense(3), 0.0, 0.0, "dense_70")[0]),
    )
    yield f"{many}set one", lambda: editor.apply("Set", edits.set_layer(editor.document, "dense_30", Dense(7)))
    yield f"{many}group 40", group
    yield f"{many}ungroup", lambda: editor.apply("Ungroup", groups.ungroup(editor.document, made[0]))
    yield f"{many}undo", editor.undo
    yield f"{many}redo", editor.redo
    yield f"{many}zoom to all", window.canvas.zoom_to_fit


def trained_projects(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Projects that have learned, some megabytes of it, made by the command line."""
    from playground.document.document import Document
    from playground.document.edits import edits
    from playground.document.files.file import write
    from playground.document.graph import DATA, OUTPUT
    from playground.document.layers.dense import Dense

    for units in WIDTHS:
        document, last = edits.choose_data(Document(), "digits"), DATA
        for layer in (Dense(units, "relu"), Dense(units, "relu"), Dense(10, "softmax")):
            document, last = edits.add_node(document, layer, 0.0, 0.0, last)
        path = Path(os.environ["XDG_DATA_HOME"], f"wide_{units}.playground")
        write(edits.connect(document, last, OUTPUT), path)
        command = [sys.executable, "-P", "-m", "playground", "train", str(path), "--epochs", "1", "--save", str(path)]
        subprocess.run(command, check=True, capture_output=True)
        size = f"{path.stat().st_size / 1e6:.0f} MB"
        yield f"open what has learned {size}", partial(window.files.open, path)
        yield f"save what has learned {size}", window.files.save


def main(arguments: list[str]) -> int:
    from PySide6.QtWidgets import QMessageBox

    from playground.app import make_application, make_window, wait
    from playground.document.examples import example
    from playground.ui.assets import asset
    from playground.ui.keeping.collecting import Collecting
    from playground.ui.settings import Settings
    from playground.ui.theme import LIGHT

    Collecting(make_application())
    QMessageBox.exec = lambda box: QMessageBox.StandardButton.Discard  # type: ignore[method-assign]
    window = make_window(example("spiral", asset("examples")), Settings(pace="flat_out"), LIGHT)
    window.show()
    if "--trained" in arguments:
        window.trainer.start()
        window.trainer.play()
        wait(lambda: window.trainer.status.state == "training", 300)
    wait(lambda: False, 1.0)
    watchdog, found = Watchdog(), list[tuple[float, float, str]]()
    for name, do in chain(deeds(window), long_chain(window), trained_projects(window)):
        watchdog.begin()
        do()
        wait(lambda: False, REST)
        if window.trainer.status.state == "building":
            wait(lambda: window.trainer.status.state != "building", 60)
        clock, processor = watchdog.end()
        found.append((processor, clock, name))
    window.files.hurried = True
    window.close()
    window.trainer.close(5)
    for processor, clock, name in sorted(found, reverse=True):
        print(f"{processor:6.0f} ms of the processor, {clock:6.0f} ms of the clock: {name}")
    print(f"{sum(one[0] > PROMISED_MS for one in found)} of {len(found)} above {PROMISED_MS} ms of the processor")
    return 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="playground-blocks-", ignore_cleanup_errors=True) as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        code = main(sys.argv[1:])
        sys.stdout.flush()
        os._exit(code)
