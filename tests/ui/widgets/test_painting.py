"""Errors while something is painted, asked of Qt: of its warnings and of what else is painted."""

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QGraphicsScene, QGraphicsView, QHBoxLayout, QWidget

from playground.ui.widgets.painting import keep_errors_inside
from tests.sources import ROOT


@pytest.fixture
def told(qapp, monkeypatch) -> list[str]:
    keep_errors_inside()
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(str(error)))
    return told


def bad_widget() -> QWidget:
    class Bad(QWidget):
        def paintEvent(self, event) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("blue"))
            raise ValueError("a widget")

    return Bad()


def bad_view(base: type) -> QWidget:
    class Bad(base):
        def boundingRect(self) -> QRectF:
            return QRectF(0, 0, 9, 9)

        def paint(self, painter, option, widget=None) -> None:
            raise ValueError("an item")

    scene = QGraphicsScene()
    scene.addItem(Bad())
    view = QGraphicsView(scene)
    scene.setParent(view)
    return view


@pytest.mark.parametrize(
    "make",
    [bad_widget, lambda: bad_view(QGraphicsItem), lambda: bad_view(QGraphicsObject)],
    ids=["widget", "item", "object"],
)
def test_what_fails_paints_nothing_and_is_told_once_and_its_neighbours_are_painted(make, told, qtbot, qtlog) -> None:
    class Red(QWidget):
        def paintEvent(self, event) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("red"))

    both = QWidget()
    qtbot.addWidget(both)
    row = QHBoxLayout(both)
    for part in (make(), Red()):
        row.addWidget(part, 1)
    both.resize(200, 100)
    for _ in range(3):
        # A picture that is taken, whose device is gone right after: where PySide would keep the error until then.
        image = both.grab().toImage()
        assert image.pixelColor(150, 50) == QColor("red")
    both.show()
    qtbot.waitExposed(both)
    assert len(told) == 1
    assert [record.message for record in qtlog.records if "does not support" not in record.message] == []


OVERRIDES = """
import sys
from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QModelIndex
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsRectItem, QGraphicsScene, QWidget
from playground.ui.widgets.painting import keep_errors_inside
from functools import partial

application = QApplication([])

class Early(QWidget):
    def resizeEvent(self, event): [][0]

keep_errors_inside()

class Late(QWidget):
    def hideEvent(self, event): 1 / 0
    def customEvent(self, event): next(iter(()))

class Item(QGraphicsRectItem):
    def itemChange(self, change, value): return len(3)

class Filter(QObject):
    def eventFilter(self, watched, event): return event.type() == QEvent.Type.User and [][0]

early, late, item, watched, filter = Early(), Late(), Item(), QWidget(), Filter()
late.show(), watched.installEventFilter(filter)
scene = QGraphicsScene()
told = []
for does in (
    early.show, late.hide, lambda: QApplication.sendEvent(late, QEvent(QEvent.Type.User)),
    lambda: scene.addItem(item), lambda: QApplication.sendEvent(watched, QEvent(QEvent.Type.User)),
):
    try:
        does()
    except Exception as error:
        told.append(type(error).__name__)
print(*told, flush=True)
"""


def test_an_error_of_c_in_what_qt_calls_does_not_end_the_process() -> None:
    # Qt is entered from Python in all of these; the first class was there before.
    done = subprocess.run([sys.executable, "-c", OVERRIDES], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.split() == ["IndexError", "ZeroDivisionError", "StopIteration", "TypeError", "IndexError"]


def test_classes_that_were_there_before_are_kept_too(qapp) -> None:
    from playground.ui.canvas.items.node_item import NodeItem

    keep_errors_inside()
    assert hasattr(NodeItem.paint, "__wrapped__")


LOOSE = re.compile(r"(?<!with )\bQPainter\((?!self\)|self\.viewport\(\)\)|\)).*")
"""A painter of something else than a widget itself, outside of `with`."""


def test_a_painter_ends_before_the_picture_that_it_paints() -> None:
    # An error between the two would end the process: the picture of a function goes first.
    sources = (ROOT / "playground" / "ui").rglob("*.py")
    assert [found for path in sources for found in LOOSE.findall(path.read_text(encoding="utf-8"))] == []
    assert LOOSE.findall("painter = QPainter(picture)") == ["QPainter(picture)"]
    assert not LOOSE.findall("with QPainter(picture) as painter:\n    other = QPainter(self)")
