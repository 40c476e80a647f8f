"""Random events for the real window: mouse, keys, wheel, menus, drops, files, lessons, the lab, theme, training."""

from __future__ import annotations

import gc
import os
import random
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDrag, QDropEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from playground.document.files import file
from playground.reopening import Desk
from playground.ui.keeping.collecting import give_back
from playground.ui.main_window import MainWindow
from playground.ui.widgets.parts import parts_of

KEYS = [
    Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Plus,
    Qt.Key.Key_Minus, *map(Qt.Key, range(Qt.Key.Key_0, Qt.Key.Key_9)), *map(Qt.Key, range(Qt.Key.Key_A, Qt.Key.Key_Z)),
]  # fmt: skip
COMMANDS = [Qt.Key(ord(letter)) for letter in "ACDGVXYZ0"]
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LOOK_MS, MOST_LOOKS = 10, 40
MANY = 100


def let_live() -> None:
    """What waits is done. Without an event loop around it, Qt would keep what was asked to be deleted later."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def census() -> Counter[str]:
    """How many objects of each kind there are, if many: Python's by their type, Qt's below a widget by their class."""
    # Other threads wait: a tuple that they are still filling must not be held by anybody else.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(10.0)
    found = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in gc.get_objects())
    sys.setswitchinterval(interval)
    waiting: list[QObject] = [one for one in QApplication.allWidgets() if one.parent() is None]
    while waiting:
        one = waiting.pop()
        found[f"Qt {one.metaObject().className()}"] += 1
        waiting += one.children()
    # These counts are to take no room themselves.
    return Counter({sys.intern(kind): count for kind, count in found.items() if count >= MANY})


def figures() -> dict[str, int]:
    """Memory in KiB, threads, open handles and objects of this process, on Linux, once what can go is gone."""
    for _ in range(3):
        let_live()
        gc.collect()
    give_back()
    kept = Path("/proc/self/status").read_text(encoding="ascii").split("RssAnon:")[1].split()[0]
    return {
        "memory": int(kept),
        "threads": threading.active_count(),
        "handles": len(os.listdir("/proc/self/fd")),
        "objects": len(gc.get_objects()),
        "widgets": len(QApplication.allWidgets()),
    }


class Answering:
    """Answers every dialog and menu that waits for somebody, at random; nothing is opened outside."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._chance = folder, chance
        self._looks = 0
        QFileDialog.getOpenFileName = lambda *_, **__: (str(self.some_file()), "")  # type: ignore[method-assign]
        QFileDialog.getSaveFileName = lambda *_, **__: (str(self.some_target()), "")  # type: ignore[method-assign]
        QFileDialog.getExistingDirectory = lambda *_, **__: str(chance.choice((folder, "")))  # type: ignore[method-assign]
        QDrag.exec = lambda *_: Qt.DropAction.IgnoreAction  # type: ignore[method-assign]
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    def some_file(self) -> Path:
        return self._chance.choice(sorted(self._folder.glob("*.*")))

    def some_target(self) -> Path | str:
        """Where something is saved: one of few files, so that others are written over; or nowhere."""
        return self._chance.choice((self._folder / f"saved {self._chance.randrange(5)}", ""))

    def _answer(self) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is None and modal is None:
            self._looks = 0
            return
        self._looks += 1
        if popup is not None:
            popup.close()
        elif isinstance(modal, QDialog):
            shown = [one for one in parts_of(modal) if one.isVisible() and one.isEnabled()]
            buttons = [one for one in shown if isinstance(one, QAbstractButton)]
            if buttons and self._looks < MOST_LOOKS and self._chance.random() < 0.7:
                # Later, so that what it opens is answered too.
                chosen = self._chance.choice(buttons)
                QTimer.singleShot(0, chosen, chosen.click)
            else:
                modal.reject()


class Events:
    """One person at one window; `do` does one thing of what can be done there."""

    def __init__(self, desk: Desk, folder: Path, chance: random.Random) -> None:
        self._desk, self._chance, self._folder = desk, chance, folder
        self._answering = Answering(folder, chance)
        self._kinds: list[tuple[Callable[[], object], int]] = [
            (self._click, 20), (self._drag, 12), (self._move, 12), (self._wheel, 6), (self._key, 20),
            (self._command, 8), (self._anything, 8), (self._undo, 8), (self._play, 3), (self._menu, 2),
            (self._drop, 2), (self._open, 1), (self._theme, 1), (self._lesson, 1), (self._lab, 1), (self._view, 1),
        ]  # fmt: skip
        fill(folder, desk.window)

    def end(self) -> None:
        """Nobody is there any more."""
        self._answering.end()

    @property
    def window(self) -> MainWindow:
        return self._desk.window

    def do(self) -> str:
        """Something; gives its name."""
        kinds, weights = zip(*self._kinds, strict=True)
        (kind,) = self._chance.choices(kinds, weights)
        kind()
        let_live()
        return str(kind.__name__).strip("_")

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self._chance.randrange(max(1, widget.width())), self._chance.randrange(max(1, widget.height())))

    def _near(self) -> QPoint:
        """On a card half of the time, as most of a canvas is empty."""
        view = self.window.canvas
        if self._chance.random() < 0.5 and (cards := list(view.canvas.nodes.values())):
            return view.mapFromScene(self._chance.choice(cards).sceneBoundingRect().center())
        return self._point(view.viewport())

    def _keys(self) -> Qt.KeyboardModifier:
        return self._chance.choice((NONE, NONE, NONE, SHIFT, CONTROL))

    # Hands

    def _click(self) -> None:
        view, button = self.window.canvas.viewport(), self._chance.choice((LEFT, LEFT, LEFT, RIGHT))
        click = self._chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        click(view, button, self._keys(), self._near())

    def _drag(self) -> None:
        view = self.window.canvas.viewport()
        QTest.mousePress(view, LEFT, self._keys(), self._near())
        for _ in range(self._chance.randrange(1, 5)):
            QTest.mouseMove(view, self._near())
        if self._chance.random() < 0.1:
            QTest.keyClick(self.window.canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, LEFT, NONE, self._near())

    def _move(self) -> None:
        QTest.mouseMove(self.window.canvas.viewport(), self._near())

    def _wheel(self) -> None:
        view = self.window.canvas.viewport()
        at, turn = QPointF(self._near()), QPoint(0, self._chance.choice((-120, 120)))
        phase = Qt.ScrollPhase.NoScrollPhase
        turned = QWheelEvent(
            at, QPointF(view.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton, NONE, phase, False
        )
        QApplication.sendEvent(view, turned)

    def _key(self) -> None:
        focused = QApplication.focusWidget() if self._chance.random() < 0.4 else None
        QTest.keyClick(
            focused or self.window.canvas, self._chance.choice(KEYS), self._chance.choice((NONE, NONE, SHIFT))
        )

    def _command(self) -> None:
        QTest.keyClick(self.window.canvas, self._chance.choice(COMMANDS), CONTROL)

    def _anything(self) -> None:
        """A click anywhere on something small that is in sight: a field, a slider, a button, a tile."""
        found = [one for one in parts_of(self.window) if one.isVisible() and one.isEnabled() and one.height() < 60]
        if found:
            chosen = self._chance.choice(found)
            at = self._point(chosen)
            QTest.mousePress(chosen, LEFT, NONE, at)
            # Where the press has taken it away, there is nothing to release, as the system would have it.
            if isValid(chosen):
                QTest.mouseRelease(chosen, LEFT, NONE, at)

    # Commands

    def _undo(self) -> None:
        self._chance.choice((self.window.editor.undo, self.window.editor.undo, self.window.editor.redo))()

    def _play(self) -> None:
        self._chance.choice((self.window.play_or_pause, lambda: self.window.changes.step(True)))()

    def _menu(self) -> None:
        actions = list(_actions(self.window))
        if actions:
            self._chance.choice(actions).trigger()

    def _theme(self) -> None:
        self.window.switch_theme()

    def _lesson(self) -> None:
        if self._chance.random() < 0.5 and (shelved := self.window.library.lessons()):
            self.window.teaching.open(self._chance.choice(shelved).path)
        elif self.window.teaching.lesson is not None:
            self._chance.choice((self.window.teaching.close, lambda: self.window.teaching.go_to(1)))()

    def _lab(self) -> None:
        self._chance.choice((self.window.laboratory.open, self.window.laboratory.show_beside, self._back))()

    def _back(self) -> None:
        self.window.course.go_to("network")

    def _view(self) -> None:
        toggles = [action for action in self.window.docks.toggles() if action.isEnabled()]
        if toggles:
            self._chance.choice(toggles).trigger()

    # Files

    def _drop(self) -> None:
        """A file from outside, which may be no project at all, or a text."""
        mime = QMimeData()
        if self._chance.random() < 0.8:
            mime.setUrls([QUrl.fromLocalFile(str(self._answering.some_file()))])
        else:
            mime.setText(self._chance.choice(("https://playground.tensorflow.org/#networkShape=3", "#a", "text")))
        at = QPointF(self._point(self.window))
        event = QDropEvent(at, Qt.DropAction.CopyAction, mime, LEFT, NONE)
        QApplication.sendEvent(self.window, event)

    def _open(self) -> None:
        match self._chance.randrange(3):
            case 0:
                self.window.files.open(self._answering.some_file())
            case 1:
                self.window.files.save()
            case _:
                self.window.files.save_as()


def _actions(window: MainWindow) -> list[QAction]:
    """Every command of the menus that can be given, without leaving."""
    found, waiting = [], [action for action in window.menuBar().actions() if action.isVisible()]
    leaving = QKeySequence(QKeySequence.StandardKey.Quit)
    while waiting:
        action = waiting.pop()
        if isinstance(below := action.menu(), QMenu):
            waiting.extend(below.actions())
        elif action.isEnabled() and action.isVisible() and action.text() and not _leaves(action, leaving):
            found.append(action)
    return found


def _leaves(action: QAction, keys: QKeySequence) -> bool:
    return action.shortcut() == keys or "quit" in action.text().casefold() or "退出" in action.text()


def fill(folder: Path, window: MainWindow) -> None:
    """Files as they may be found: good ones, damaged ones, and of other kinds."""
    good = file.dumps(window.editor.document).encode()
    for name, content in {
        "good.playground": good, "cut.playground": good[: len(good) // 2], "empty.playground": b"",
        "nonsense.playground": bytes(range(256)) * 20,
        "newer.playground": good.replace(b'"version": 1', b'"version": 99'),
        "lesson.md": b"# A lesson\n\n## A step\n\nText.\n", "table.csv": b"a,b,c\n" + b"1,2,yes\n3,4,no\n" * 20,
        "broken.csv": b"a;b\n\"1;2\n\0\xff", "picture.png": b"\x89PNG", "pack.playground-lesson": b"PK\x03\x04x",
    }.items():  # fmt: skip
        with suppress(OSError):
            (folder / name).write_bytes(content)
