"""Of a window that went with its language nothing is left: neither widgets nor objects of the program."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from playground.reopening import Desk
from playground.ui.settings import Settings
from tests.ui.window.test_language_switch import change, open_desk

__all__ = ["open_desk"]
# Languages are chosen as often before it counts: texts and pictures that are made once are kept on purpose.
WARM, COUNTED = 2, 3


def windows() -> list[QWidget]:
    return [one for one in QApplication.allWidgets() if one.parent() is None]


def census(before: list[QWidget]) -> Counter[str]:
    """How many there are of each kind: objects of the program's classes, and Qt's below each window by theirs.

    What other tests have left is passed over: a new style gives each combo box there another delegate.
    """
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    named = (f"{type(one).__module__}.{type(one).__name__}" for one in gc.get_objects())
    found = Counter(name for name in named if name.startswith("playground"))
    waiting: list[QObject] = [one for one in windows() if one not in before]
    while waiting:
        one = waiting.pop()
        found[f"Qt {one.metaObject().className()}"] += 1
        waiting += one.children()
    return found


def there_and_back(desk: Desk, others: list[QWidget], times: int) -> Counter[str]:
    """The window in the first language again, with all in it that is made a moment after it is seen."""
    for _ in range(times):
        for language in ("zh_CN", "en"):
            window = change(desk, language)
            while window.laboratory.lab is None:
                QTest.qWait(50)
    return census(others)


def test_every_language_after_the_first_leaves_as_many_objects_as_it_found(open_desk: Callable[..., Desk]) -> None:
    others = windows()
    desk = open_desk(Settings(language="en"))
    for name in ("weights", "predictions", "rivals"):
        desk.window.docks.docks[name].show()
    before = there_and_back(desk, others, WARM)
    after = there_and_back(desk, others, COUNTED)
    assert {kind: count for kind, count in (after - before).items() if count >= COUNTED} == {}
    # A window that is left would bring some thousand of them.
    assert abs(after.total() - before.total()) < before.total() / 100
