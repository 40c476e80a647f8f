"""What hands have chosen in a part of the window, taken over by another of the same build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import cast

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
    """Each widget in `old` and its like in `new`, from the outside in: the same of its class in the same place."""
    waiting = [(old, new)]
    while waiting:
        before, after = waiting.pop()
        yield before, after
        kept, found = _named(before), _named(after)
        waiting += [(kept[name], found[name]) for name in reversed(kept) if name in found]


def _named(parent: QWidget) -> dict[tuple[str, int], QWidget]:
    """The children by class and number, but for what paints its parts itself."""
    counts: Counter[str] = Counter()
    named = {}
    for child in parent.children():
        if child.isWidgetType() and not isinstance(child, QGraphicsView):
            kind = type(child).__name__
            named[kind, counts[kind]] = child
            counts[kind] += 1
    return cast("dict[tuple[str, int], QWidget]", named)


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
