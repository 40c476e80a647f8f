"""Handing in: what stood in the window when a goal was reached is kept, and all of it written into one file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QObject
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from playground.document.document import Document
from playground.document.files.saving import write_beside
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.lessons.handing_in import HandedIn, Shown, keep_shown, page, read_shown
from playground.lessons.lesson import Lesson
from playground.lessons.progress import Progress
from playground.ui.lessons.writing import plain_text
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.teaching.loading import refused_text
from playground.ui.teaching.teaching import Teaching
from playground.ui.texts import data, settings
from playground.ui.texts.language import say_in
from playground.ui.texts.learning.handing_in import WORDS, handing_in_words
from playground.ui.texts.numbers import number_text
from playground.ui.widgets.pictures import picture_of

KEPT, ENDING = "handing in", ".html"
MOST_WIDE, LONGEST_NAME = 1_200, 200
# What no system takes in the name of a file.
FORBIDDEN = '<>:"/\\|?*'


class HandingIn(QObject):
    """`say` puts a word into the status bar."""

    def __init__(self, teaching: Teaching, say: Callable[[str], object], window: QWidget) -> None:
        super().__init__(window)
        self._teaching, self._say, self._window, self.name = teaching, say, window, ""
        teaching.ticked.connect(lambda number, _: self.keep(number))

    def _path(self, lesson: Lesson) -> Path:
        return self._teaching.folder / KEPT / f"{lesson.name}.json"

    def keep(self, number: int) -> None:
        """What stands in the window now belongs to this step of the open lesson."""
        lesson = self._teaching.lesson
        if lesson is None:
            return
        parts = self._teaching.parts
        told = _settings(self._teaching.document, parts.trainer.last_frame, lesson.language)
        panel = parts.docks.of(CurvesPanel)
        curves = _png(picture_of(panel).toImage()) if panel.isVisible() else b""
        shown = Shown(_png(parts.canvas.canvas.picture(MOST_WIDE)), curves, told)
        # A picture less is no reason to stop somebody who learns.
        with suppress(OSError):
            keep_shown(self._path(lesson), {**read_shown(self._path(lesson)), number: shown})

    def ask(self, lesson: Lesson, progress: Progress) -> None:
        """Ask for the name and for a file, and write it."""
        words, title = self.tr("Your name, as your teacher knows it"), self.tr("Hand in")
        name, taken = QInputDialog.getText(self._window, title, words, text=self.name)
        name = name.strip()[:LONGEST_NAME]
        if not taken or not name:
            return
        self.name = name
        file = "".join("_" if letter in FORBIDDEN or not letter.isprintable() else letter for letter in name)
        start = str(Path.home() / f"{plain_text(lesson.title)} - {file}{ENDING}".replace("/", "_"))
        kinds = self.tr("Page (*{ending})").format(ending=ENDING)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(ENDING) else chosen + ENDING)
        try:
            write_beside(path, self.page(name, lesson, progress).encode(errors="replace"))
        except OSError as error:
            self._teaching.complain_write(path, refused_text(error))
            return
        self._say(self.tr("{file} can be handed in now.").format(file=path.name))

    def page(self, name: str, lesson: Lesson, progress: Progress) -> str:
        """The file's text."""
        if lesson == self._teaching.lesson:
            self.keep(self._teaching.number)
        today = date.today()
        locale = QLocale(lesson.language)
        day = locale.toString(today, QLocale.FormatType.LongFormat)  # type: ignore[call-overload]
        handed = HandedIn(name, day, lesson, progress, read_shown(self._path(lesson)))
        return page(handed, handing_in_words(lesson.language), lambda text: " ".join(plain_text(text).split()))


def _png(image: QImage) -> bytes:
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    buffer.close()
    return bytes(content.data())


def _settings(document: Document, frame: Frame | None, language: str) -> tuple[tuple[str, str], ...]:
    """The data, the network and how it learns, and what has come of it, in the language of the lesson."""

    def title(name: str) -> str:
        return say_in(language, settings.TITLES[name])

    training, points = document.training, document.data
    rows = [(title("name"), say_in(language, data.TITLES.get(points.name, points.name)))]
    if points.facts.made:
        rows += [(title("points"), f"{points.points:,}"), (title("noise"), f"{points.noise:g} %")]
    hidden = [node.layer for node in document.graph.nodes if isinstance(node.layer, Dense)]
    rows.append(("Dense", " · ".join(f"{layer.units} {layer.activation}" for layer in hidden)))
    rows += [
        (title("optimizer"), type(training.optimizer).__name__),
        (title("learning_rate"), number_text(training.learning_rate)),
        (title("batch_size"), str(training.batch_size)),
    ]
    if frame is not None and frame.graph.is_alike(document.graph):
        rows.append((say_in(language, WORDS["epoch"]), f"{frame.epoch:,}"))
        for name in ("train_loss", "validation_loss"):
            if name in frame.row:
                rows.append((say_in(language, WORDS[name]), number_text(frame.row[name])))
    return tuple((name, value) for name, value in rows if value)
