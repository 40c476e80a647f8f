"""The window in Chinese: no word is left in English, and every word has its room."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar, QTableView, QWidget

from playground.document.examples import example
from playground.frames.meters import METERS
from playground.ui.assets import asset
from playground.ui.texts.language import speak
from tests.ui.window.test_room import faults

READ = ("text", "title", "toolTip", "accessibleName", "accessibleDescription", "windowTitle", "placeholderText")
# What the field writes in Latin everywhere: layers, functions, optimizers, libraries and their settings.
LATIN = {
    "Adadelta", "Adagrad", "Adam", "AdamW", "Adamax", "Lion", "Nadam", "RMSprop", "SGD", "AMSGrad", "Nesterov", "Beta",
    "Epsilon", "Dense", "Dropout", "LSTM", "GRU", "RNN", "Huber", "Sinc", "sin", "elu", "gelu", "leaky", "relu", "selu",
    "sigmoid", "silu", "softmax", "softplus", "tanh", "AUC", "CPU", "GPU", "numpy", "seedrandom", "TensorFlow",
    "Playground", "English", "Lite", "tflite", "int", "float",
    *METERS,
}  # fmt: skip


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def words(window: QWidget) -> Iterator[str]:
    """All that can be read in it, shown or not."""
    for part in (window, *window.findChildren(QWidget)):
        yield from (said for name in READ if isinstance(said := _asked(part, name), str))
        if isinstance(part, QComboBox):
            yield from (part.itemText(place) for place in range(part.count()))
        if isinstance(part, QTabBar):
            yield from (part.tabText(place) for place in range(part.count()))
        if isinstance(part, QTableView):
            columns = range(part.model().columnCount())
            yield from (str(part.model().headerData(at, Qt.Orientation.Horizontal) or "") for at in columns)
    for action in window.findChildren(QAction):
        # The charts' library has a menu of its own, which is never shown.
        if type(action.parent()).__module__.startswith(("PySide6.QtWidgets", "playground")):
            yield from (action.text(), action.toolTip())


def _asked(part: QWidget, name: str) -> object:
    try:
        return getattr(part, name, str)()
    except TypeError:
        # A method of that name that wants something is no word.
        return None


def left_in_english(window: QWidget) -> set[str]:
    return {
        said
        for said in words(window)
        if not re.search("[\u4e00-\u9fff]", said) and set(re.findall("[A-Za-z]{3,}", said)) - LATIN
    }


@pytest.mark.parametrize("name", ["circle", "iris", "waves", "digits"])
def test_no_word_is_left_in_english(chinese: None, open_window, name: str) -> None:
    document = example(name, asset("examples"))
    window = open_window(document)
    window.docks.open_all()
    window.welcome.show()
    found: set[str] = set()
    for node in document.graph.trained:
        window.canvas.select((node,))
        found |= left_in_english(window)
    assert found == set()


@pytest.mark.parametrize("presentation", [False, True])
def test_chinese_has_room(chinese: None, open_window, presentation: bool) -> None:
    window = open_window(size=(1280, 720))
    window.show_theme(window.theme)
    window.docks.reset()
    try:
        window.presentation.setChecked(presentation)
        for _ in range(30):
            # Docks lay themselves out bit by bit.
            QTest.qWait(40)
            found = sorted(set(faults(window)))
            if not found:
                break
    finally:
        window.presentation.setChecked(False)
    assert found == []
