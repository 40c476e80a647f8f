"""What hands have chosen in a part of the window, taken over by another of the same build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QGraphicsView, QSlider, QWidget


def take_over(old: QWidget, new: QWidget) -> None:
    """Pages, ticks, lists and sliders of `new` become those of `old`, as if a hand had chosen them there.

    What belongs to the document is the same in both already.
    """
    for before, after in pairs(old, new):
        _take_choice(before, after)
    chosen, actions = old.findChildren(QAction), new.findChildren(QAction)
    if len(chosen) == len(actions):
        for one, other in zip(chosen, actions, strict=True):
            if one.isCheckable() and one.isChecked() and not other.isChecked():
                other.trigger()


def scroll_alike(old: QWidget, new: QWidget) -> None:
    """Every scrolled place again; once `new` has been laid out."""
    for before, after in pairs(old, new):
        if isinstance(before, QAbstractScrollArea) and isinstance(after, QAbstractScrollArea):
            after.verticalScrollBar().setValue(before.verticalScrollBar().value())
            after.horizontalScrollBar().setValue(before.horizontalScrollBar().value())


def pairs(old: QWidget, new: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Each widget in `old` and its like in `new`: the same of its class in the same place."""
    yield old, new
    known = dict(_named(new))
    for name, widget in _named(old):
        if name in known and not isinstance(widget, QGraphicsView):
            yield from pairs(widget, known[name])


def _named(parent: QWidget) -> Iterator[tuple[tuple[str, int], QWidget]]:
    """The children by class and number."""
    counts: Counter[str] = Counter()
    for child in parent.children():
        if isinstance(child, QWidget):
            kind = type(child).__name__
            yield (kind, counts[kind]), child
            counts[kind] += 1


def _take_choice(old: QWidget, new: QWidget) -> None:
    match old, new:
        case QAbstractButton(), QAbstractButton() if old.isCheckable() and old.isChecked() != new.isChecked():
            # Of several that exclude each other, the one that is on.
            if old.isChecked() or (not old.autoExclusive() and old.group() is None):
                new.click()
        case QComboBox(), QComboBox() if old.currentIndex() != new.currentIndex() and old.count() == new.count():
            new.setCurrentIndex(old.currentIndex())
            new.activated.emit(old.currentIndex())
        case QSlider(), QSlider() if old.maximum() == new.maximum():
            new.setValue(old.value())
        case _ if hasattr(old, "setCameraPosition") and hasattr(new, "setCameraPosition"):
            # A view in 3D, whose module is loaded only where there is one.
            turned: dict[str, float] = vars(old)["opts"]
            new.setCameraPosition(**{name: turned[name] for name in ("distance", "elevation", "azimuth")})
