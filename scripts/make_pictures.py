"""Take the READMEs' pictures again, of the window as it is: all, or those named on the command line.

Those in Chinese are named with their folder, as zh_CN/window-light.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QPlainTextEdit
from setup_environment import ROOT

from playground import app
from playground.datasets.example import Example
from playground.document.document import Document
from playground.document.examples import example
from playground.document.files.link import read_link
from playground.lessons.lab import chain_of
from playground.lessons.lesson import Goals, Lab, Lesson, Question
from playground.lessons.progress import Answer, Place, Progress, keep_progress, version_of
from playground.ui.assets import asset
from playground.ui.lessons.words import fixed_font
from playground.ui.main_window import MainWindow
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.settings import Settings
from playground.ui.teaching.opened import PROGRESS
from playground.ui.texts.language import speak

# Qt's word for the file that takes the least room.
SMALLEST = 0
CHINESE = "zh_CN/"
FOLDER, SIZE = ROOT / "assets" / "pictures", (1440, 900)
FILE_WIDE, FILE_HIGH, MARGIN = 680, 610, 20
GUIDE = "my-lesson"


def bundled(name: str) -> Callable[[], Document]:
    return lambda: example(name, asset("examples"))


def link() -> Document:
    return read_link("#activation=tanh&dataset=circle&networkShape=4,2&seed=0.1")[0]


def whole(window: MainWindow) -> QPixmap:
    return window.grab()


class Picture(NamedTuple):
    """A document, or a lesson at a step (from 1), trained so many epochs in one theme, and what is done before it is
    taken; `plays`: it is taken while it trains on."""

    document: Callable[[], Document] = bundled("circle")
    epochs: int = 0
    theme: str = "light"
    views: tuple[str, ...] = ()
    lesson: str = ""
    step: int = 1
    plays: bool = False
    act: Callable[[MainWindow], object] = lambda window: None
    seen: Callable[[MainWindow], QPixmap] = whole


# What is done before


def open_start(window: MainWindow) -> None:
    window.welcome.show()


def turn_weights(window: MainWindow) -> None:
    """Step 2 of the chain rule as it is when it has been done."""
    window.examples.choose(Example((1.0,)))
    for name in ("first", "second"):
        window.trainer.set_weight(name, 0, (0, 0), 2.0, 0)


def open_broadcasting(window: MainWindow) -> None:
    """A column and a row, every cell of which meets every other."""
    given = (("operation", "broadcast_add"), ("x", "[[1], [2], [3]]"), ("y", "[10, 20, 30]"))
    window.laboratory.open(chain_of(Lab(0, given)))


def update_meter(window: MainWindow) -> None:
    """An accuracy over six answers, four and two."""
    dock, meters = window.docks.docks["meters"], window.docks.of(MetersPanel)
    dock.show()
    dock.raise_()
    meters.kind.setCurrentText("Accuracy")
    meters.kind.activated.emit(meters.kind.currentIndex())
    for texts in ((), ("1, 1", "1, 0")):
        for field, text in zip(meters.fields, texts, strict=False):
            field.setText(text)
        app.wait(lambda: False, 1)
        meters.update_meter()
    app.wait(lambda: False, 1)


def open_course(window: MainWindow) -> None:
    """With the first lessons on networks done, and one begun."""
    for entry in window.course.entries():
        if entry.number in (11, 12, 13, 16, 17):
            keep_progress(window.teaching.folder / PROGRESS, entry.lesson.name, done(entry.lesson, entry.number == 17))
    window.course.go_to("learn")


def done(lesson: Lesson, half: bool) -> Progress:
    """All goals and questions of the lesson, or those of its first half."""
    steps = lesson.steps[: len(lesson.steps) // 2 if half else None]
    ticks: set[Place] = set()
    answers: dict[Place, Answer] = {}
    for number, step in enumerate(steps):
        goals = [goal for part in step.parts if isinstance(part, Goals) for goal in part.goals]
        questions = [part for part in step.parts if isinstance(part, Question)]
        ticks |= {(number, at) for at in range(len(goals))}
        answers |= {(number, at): Answer("", True) for at in range(len(questions))}
    return Progress(len(steps) - 1, frozenset(ticks), answers, version_of(lesson), "2026-11-26T09:30")


# What is seen


def file_and_panel(window: MainWindow) -> QPixmap:
    """The first step of a lesson as its file says it, and as the panel shows it."""
    panel, opened = window.teaching.panel, window.teaching.opened
    assert opened is not None
    text = opened.path.read_text(encoding="utf-8")
    second = [found.start() for found in re.finditer("^## ", text, re.MULTILINE)][1]
    file = QPlainTextEdit(text[:second].rstrip())
    file.setStyleSheet("border: none")
    file.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    file.document().setDocumentMargin(MARGIN)
    file.setFont(fixed_font())
    file.resize(FILE_WIDE, FILE_HIGH)
    panel.resize(panel.width(), FILE_HIGH)
    app.wait(lambda: False, 1)
    picture = QPixmap(FILE_WIDE + panel.width(), FILE_HIGH)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, file.grab())
    painter.drawPixmap(FILE_WIDE, 0, panel.grab())
    painter.fillRect(FILE_WIDE, 0, 1, FILE_HIGH, window.theme.colour("edge"))
    painter.end()
    return picture


PICTURES = {
    "start-light": Picture(act=open_start),
    "window-light": Picture(bundled("spiral"), 400),
    "neurons-light": Picture(epochs=62),
    "views-dark": Picture(epochs=300, theme="dark", views=("landscape", "weights")),
    "digits-light": Picture(bundled("pictures"), 12),
    "link": Picture(link, 100),
    "lesson-light": Picture(lesson="13-chain-rule", step=2, act=turn_weights),
    "lesson-dark": Picture(lesson="20-overfitting", epochs=1_000, theme="dark"),
    "spotlight-light": Picture(lesson="21-compile-fit-evaluate-predict", plays=True),
    "lab-light": Picture(lesson="07-broadcasting", act=open_broadcasting),
    "course-light": Picture(act=open_course),
    "meters-light": Picture(lesson="23-metrics-in-four-steps", step=3, act=update_meter),
    "lesson-file": Picture(lesson=GUIDE, epochs=60, seen=file_and_panel),
}


def lesson_path(name: str, language: str, folder: Path) -> Path:
    """A bundled lesson's file, or one in `folder` with the example of the guide."""
    if name != GUIDE:
        return asset(f"lessons/{language}/{name}.md")
    guide = ROOT / "docs" / ("TEACHING.md" if language == "en" else f"TEACHING.{language}.md")
    example = re.search(r"`````markdown\n(.*?)`````", guide.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    path = folder / f"{name}.md"
    path.write_text(example[1], encoding="utf-8")
    return path


def ready(window: MainWindow, wanted: Picture) -> None:
    """The window with the trained network and all that is to be seen."""
    trainer = window.trainer
    trainer.start()
    app.wait(lambda: trainer.status.state not in ("loading", "building"), 120)
    wanted.act(window)
    if wanted.epochs:
        trainer.train_epochs(wanted.epochs)
        app.wait(lambda: trainer.status.state in ("paused", "diverged", "failed"), 600)
    for name in wanted.views:
        dock = window.docks.docks[name]
        dock.show()
        dock.raise_()
    if wanted.plays:
        window.changes.play()
    # What is opened last still has to be worked out.
    app.wait(lambda: False, 6 if wanted.views else 3)


def take(name: str, folder: Path) -> None:
    """`folder` is where what a person keeps would be."""
    wanted, language = PICTURES[name.removeprefix(CHINESE)], "zh_CN" if name.startswith(CHINESE) else "en"
    speak(app.make_application(), language)
    os.environ["XDG_DATA_HOME"] = str(folder)
    window = app.make_window(wanted.document(), Settings(language=language), app.chosen_theme(wanted.theme))
    window.resize(*SIZE)
    window.show()
    if wanted.lesson:
        window.teaching.open(lesson_path(wanted.lesson, language, folder), wanted.step - 1)
    ready(window, wanted)
    wanted.seen(window).save(str(FOLDER / f"{name}.png"), "PNG", SMALLEST)
    window.trainer.pause()
    window.editor.mark_saved()
    # A run of more than a minute would be asked for.
    window.files.unsaved_training.forget()
    window.close()
    window.trainer.close(30)
    print(FOLDER / f"{name}.png")


def main(names: list[str]) -> int:
    known = (*PICTURES, *(CHINESE + name for name in PICTURES))
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"make_pictures: there is no picture {unknown[0]}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        with TemporaryDirectory() as folder:
            take(name, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
