"""Measures for how long the window's thread is held by what a person does: `longest_blocks.py [--trained]`.

Each thing is done in the real window, every command of its menus and a large table among them; a timer that should
ring every few milliseconds says for how long it could not. With `--trained` the network trains flat out throughout.
What is promised is that nothing takes more than PROMISED_MS without saying so: with the pointer busy, `says so` below.
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
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
PROMISED_MS, REST, LOOKED = 100, 0.6, 4.0
# Milliseconds after which a dialog or menu is left that waits for somebody; what else is left alone of the menus.
LEFT_AFTER = 400
LEFT_OUT = {"Quit", "Open example", "Views", "Language", "Device", "Presentation", "Full size"}
# Rows of the large table, each of COLUMNS numbers; layers that are pasted.
ROWS, COLUMNS, PASTED = 100_000, 10, 100
# The document with many layers; units of each of two layers in projects that have learned.
LAYERS, WIDTHS = 160, (1200, 2500)
# Seconds that a network may take to be built before the next thing is done.
BUILDS = 15

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    from playground.ui.main_window import MainWindow


class Watchdog:
    """For how many ms the event loop was held at most from `begin` to `end`: of the clock, of the processor.

    `said`: whether the pointer was busy meanwhile.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self.said, put = False, QApplication.setOverrideCursor

        def note(cursor: Qt.CursorShape) -> None:
            self.said = True
            put(cursor)

        QApplication.setOverrideCursor = note  # type: ignore[assignment]
        self._timer = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._last = (0.0, 0.0)
        self._longest = [0.0, 0.0]

    def _ring(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._longest = [max(kept, 1000 * (b - a)) for kept, a, b in zip(self._longest, self._last, now, strict=True)]
        self._last = now

    def begin(self) -> None:
        self._last, self._longest, self.said = (time.perf_counter(), time.thread_time()), [0.0, 0.0], False
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


def commands(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every command of the menus for the first time; what it opens is left again."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget

    def under(menu: QMenu, path: str) -> Iterator[tuple[str, QAction]]:
        menu.aboutToShow.emit()
        for action in menu.actions():
            words = action.text().replace("&", "")
            if words in LEFT_OUT or action.isSeparator():
                continue
            if isinstance(inner := action.menu(), QMenu):
                yield from under(inner, f"{path} > {words}")
            else:
                yield f"{path} > {words}", action

    def leave_windows() -> None:
        for one in window.findChildren(QWidget):
            if one.isWindow() and one.isVisible():
                one.close()

    for bar_action in window.menuBar().actions():
        if isinstance(menu := bar_action.menu(), QMenu):
            for words, action in list(under(menu, bar_action.text().replace("&", ""))):
                if action.isEnabled():
                    yield words, action.trigger
                    leave_windows()
        yield "go to network", lambda: window.course.go_to("network")


def large_table(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """A table of ROWS rows, opened as a person does: read, looked at, taken."""
    import numpy as np
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog

    from playground.ui.tables.dialog import OpenTable

    path, chance = Path(os.environ["XDG_DATA_HOME"], "large.csv"), np.random.default_rng(0)
    numbers = chance.normal(size=(ROWS, COLUMNS))
    numbers[:, -1] = numbers[:, 0] * numbers[:, 1] > 0
    names = [*(f"x{number}" for number in range(COLUMNS - 1)), "side"]
    np.savetxt(path, numbers, "%.6f", ",", header=",".join(names), comments="")

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpenTable) and dialog.foot.open_button.isEnabled() and dialog.data is not None:
            taking.stop()
            QTimer.singleShot(2 * LEFT_AFTER, dialog.accept)

    def ask() -> None:
        leaving.stop()
        taking.start()
        asked, QFileDialog.getOpenFileName = QFileDialog.getOpenFileName, lambda *_, **__: (str(path), "")  # type: ignore
        window.making.tables.ask()
        QFileDialog.getOpenFileName = asked  # type: ignore[method-assign]
        leaving.start()

    leaving = cast("QTimer", window.findChild(QTimer, "leaving"))
    taking = QTimer(window, interval=50)
    taking.timeout.connect(look)
    yield f"table of {ROWS} rows: read, looked at, taken", ask
    yield f"table of {ROWS} rows: it trains", window.changes.play
    yield f"table of {ROWS} rows: its view", lambda: window.docks.docks["rows"].show()
    yield f"table of {ROWS} rows: predictions", lambda: window.docks.docks["predictions"].show()
    yield f"table of {ROWS} rows: undo", window.editor.undo


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


def pasting(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Many layers at once: from the document of LAYERS, which is open, into another."""

    def copy() -> None:
        window.canvas.select(tuple(window.editor.document.graph.trained[1 : 1 + PASTED]))
        window.canvas.selection.copy()

    yield f"copy {PASTED} layers", copy
    yield "open spiral", lambda: window.files.open_example("spiral")
    yield f"paste {PASTED} layers", window.canvas.selection.paste
    yield "undo it", window.editor.undo


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
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    from playground.app import make_application, make_window, wait
    from playground.document.examples import example
    from playground.ui.assets import asset
    from playground.ui.keeping.collecting import Collecting
    from playground.ui.settings import Settings
    from playground.ui.theme import LIGHT

    Collecting(make_application())
    QMessageBox.exec = lambda box: QMessageBox.StandardButton.Discard  # type: ignore[method-assign]
    QFileDialog.getOpenFileName = QFileDialog.getSaveFileName = lambda *_, **__: ("", "")  # type: ignore[method-assign]
    QFileDialog.getExistingDirectory = lambda *_, **__: ""  # type: ignore[method-assign]
    window = make_window(example("spiral", asset("examples")), Settings(pace="flat_out"), LIGHT)
    window.show()
    leaving = leave_what_waits(window)
    if "--trained" in arguments:
        window.trainer.start()
        window.trainer.play()
        wait(lambda: window.trainer.status.state == "training", 300)
    wait(lambda: False, 1.0)
    tell(measured(window, "--trained" in arguments))
    leaving.stop()
    window.files.hurried = True
    window.close()
    window.trainer.close(5)
    return 0


def measured(window: MainWindow, trained: bool) -> list[tuple[float, float, bool, str]]:
    """Of each thing: ms of the processor and of the clock, whether it says so, its name."""
    from playground.app import wait

    watchdog, found = Watchdog(), list[tuple[float, float, bool, str]]()
    everything = (deeds, commands, long_chain, pasting, large_table, trained_projects)
    for name, do in chain.from_iterable(each(window) for each in everything):
        if trained:
            keep_training(window)
        watchdog.begin()
        do()
        wait(lambda: False, REST)
        if window.trainer.status.state == "building":
            wait(lambda: window.trainer.status.state != "building", BUILDS)
        clock, processor = watchdog.end()
        found.append((processor, clock, watchdog.said, name))
    return found


def tell(found: list[tuple[float, float, bool, str]]) -> None:
    """The longest first."""
    for processor, clock, said, name in sorted(found, reverse=True):
        says = "says so" if said else "       "
        print(f"{processor:6.0f} ms of the processor, {clock:6.0f} ms of the clock  {says}  {name}")
    above = [said for processor, _, said, _ in found if processor > PROMISED_MS]
    silent = above.count(False)
    print(f"{len(above)} of {len(found)} above {PROMISED_MS} ms of the processor, {silent} without saying so")


def keep_training(window: MainWindow) -> None:
    """Whatever was opened trains, where it can."""
    from playground.app import wait

    if window.trainer.status.state not in ("training", "building"):
        window.trainer.play()
        # What is not finished does not train.
        wait(lambda: window.trainer.status.state == "training", 2)


def leave_what_waits(window: MainWindow) -> QTimer:
    """Dialogs and menus are left once they were seen for LEFT_AFTER ms."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QDialog

    seen: list[QWidget] = []

    def look() -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None or waiting not in seen:
            seen[:] = [] if waiting is None else [waiting]
        elif isinstance(waiting, QDialog):
            waiting.reject()
        else:
            waiting.close()

    timer = QTimer(window, interval=LEFT_AFTER)
    timer.setObjectName("leaving")
    timer.timeout.connect(look)
    timer.start()
    return timer


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="playground-blocks-", ignore_cleanup_errors=True) as home:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = home
        code = main(sys.argv[1:])
        sys.stdout.flush()
        os._exit(code)
