"""The window in a language in which each text stands between 〈 and 〉: what stands outside was never translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
import translate
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from playground.datasets.sources import TABLES
from playground.document.examples import example, names
from playground.frames.formats import ENDINGS
from playground.frames.meters import METERS
from playground.lab.values import DTYPES
from playground.ui.assets import asset
from playground.ui.dialogs.film import FilmDialog
from playground.ui.dialogs.link import LinkDialog
from playground.ui.main_window import MainWindow
from playground.ui.start.new_data import NewData
from playground.ui.texts.exports.card import bundled_source
from tests.ui.window.test_chinese import words

# What people write in Latin in every language: names of functions, optimizers, libraries, keys and endings.
KEPT = {
    "Adadelta", "Adagrad", "Adam", "AdamW", "Adamax", "Lion", "Nadam", "RMSprop", "SGD", "sin", "tanh", "relu", "CPU",
    "GPU", "Ctrl", "Shift", "Alt", "Del", "Esc", "Return", "Enter", "Space", "Tab", "Home", "End", "PgUp", "PgDown",
    "ONNX", "Left", "Right", "Down", "Ins", "English", "Playground",
    *METERS,
}  # fmt: skip
# The longest first, as one may be the end of another.
ENDING = "|".join(re.escape(ending) for ending in sorted(ENDINGS, key=len, reverse=True))


LINK = "https://playground.tensorflow.org/#activation=tanh&dataset=circle&networkShape=4,2&seed=0.1"


class Pseudo(QTranslator):
    """Puts each known text between marks, and what is filled into it outside of them."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self._known = {(context, source) for context, source, _ in translate.messages(translate.TRANSLATION)}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, _: str | None = None, __: int = -1) -> str:
        if (context, source) not in self._known and not context.startswith("Q"):
            return ""
        return "〈" + re.sub(r"({[^}]*})", r"〉\1〈", source) + "〉"


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All that is painted as text by our own hands."""
    found: set[str] = set()
    draw = QPainter.drawText

    def listen(painter: QPainter, *given: object) -> object:
        found.update(part for part in given if isinstance(part, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", listen)
    return found


def untranslated(said: str) -> set[str]:
    """The words of it that stand outside the marks, as far as they are not written alike everywhere.

    What is painted may be a line of a longer text, without one of its marks.
    """
    outside = re.sub("〈[^〈〉]*(〉|…|$)", " ", said)
    outside = re.sub(rf"^[^〈〉]*〉|{ENDING}", " ", outside)
    return set(re.findall("[A-Za-z]{3,}", outside)) - KEPT


def rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """What the rows of a list or tree say, the first forty of each."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), 40)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(said) for role in roles if (said := model.data(index, role)))
        yield from rows(model, model.index(row, 0, parent))


def all_of(part: QWidget) -> Iterator[str]:
    yield from words(part)
    for view in part.findChildren(QAbstractItemView):
        # The popup of a box shows what the box was asked for.
        if view.model() is not None and "Container" not in type(view.parent()).__name__:
            yield from rows(view.model(), QModelIndex())


def is_alike(said: str) -> bool:
    """Lessons have a file for each language, their titles in it; code and its types are the same in all."""
    return bool(re.match(r"\d+  |tf\.", said)) or said in DTYPES


@cache
def sources() -> tuple[str, ...]:
    """Who made the bundled tables, in words that are the same in every language."""
    return tuple(" ".join(bundled_source(path.stem).split()) or "-" for path in TABLES.iterdir())


def without_sources(said: str) -> str:
    """A tooltip without the people and papers whose data it names."""
    plain = " ".join(re.sub("<[^>]*>", " ", said).split())
    for source in sources():
        plain = plain.replace(source, "")
    return plain


def left(part: QWidget) -> set[str]:
    return {said for said in all_of(part) if untranslated(without_sources(said)) and not is_alike(said)}


def test_nothing_that_is_read_was_left_untranslated(pseudo: None, drawn: set[str], open_window) -> None:
    window: MainWindow = open_window()
    window.docks.open_all()
    found = left(window)
    for name in names():
        document = example(name, asset("examples"))
        window.editor.open(document)
        QTest.qWait(0)
        window.canvas.select(document.graph.trained[:1])
        window.grab()
        found |= left(window)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    found |= left(window)
    for dialog in (LinkDialog(window), NewData(window), FilmDialog({}, window)):
        found |= left(dialog) - {LINK}
        dialog.deleteLater()
    # A middle line of three has no mark at all.
    found |= {said for said in drawn if untranslated(said) and not said.endswith("…") and not is_alike(said)}
    assert found == set()
