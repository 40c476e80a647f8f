"""Another language comes with another window, in which everything stands as it stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from playground import reopening
from playground.document.edits import edits
from playground.document.examples import example
from playground.frames.frame import Frame
from playground.reopening import Desk, made
from playground.ui.assets import asset
from playground.ui.canvas.items.single_weight import KERNEL, Weight
from playground.ui.editor import Editor
from playground.ui.main_window import MainWindow
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.settings import Settings
from playground.ui.texts.language import speak
from playground.ui.theme import LIGHT
from playground.ui.widgets.styling import restyle
from tests.ui.conftest import FakeTrainer

INK = QPalette.ColorRole


@pytest.fixture
def open_desk(qapp: QApplication) -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []
    before, font = qapp.styleSheet(), qapp.font()

    def put(settings: Settings) -> Desk:
        document = example("circle", asset("examples"))
        desk = Desk(made(Editor(document), FakeTrainer(document), settings, LIGHT), lambda window: None)  # type: ignore[arg-type]
        desk.window.resize(780, 700)
        desk.window.show()
        QTest.qWait(50)
        desks.append(desk)
        return desk

    yield put
    for desk in desks:
        desk.window.editor.mark_saved()
        desk.window.close()
        desk.window.deleteLater()
    speak(qapp, "en")
    qapp.setFont(font)
    qapp.setStyleSheet(before)


def change(desk: Desk, language: str) -> MainWindow:
    """As a choice in the menu does; the old window is gone when it returns."""
    desk.window.language_chosen.emit(language)
    for _ in range(2):
        # The first is over as soon as the new window is there.
        QTest.qWait(60)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return desk.window


def pointer() -> Qt.CursorShape | None:
    cursor = QApplication.overrideCursor()
    return None if cursor is None else cursor.shape()


def looks(window: MainWindow) -> Counter[tuple[str, ...]]:
    """How many controls of each kind have which inks and letters."""
    found = Counter[tuple[str, ...]]()
    for one in window.findChildren(QWidget):
        if isinstance(one, QAbstractButton | QLineEdit | QComboBox):
            colours = (one.palette().color(role).name() for role in (INK.ButtonText, INK.Text, INK.Base))
            found[type(one).__name__, *colours, str(one.font().pointSizeF())] += 1
    return found


def middle(window: MainWindow) -> tuple[float, float]:
    """What the middle of the canvas shows."""
    place = window.canvas.mapToScene(window.canvas.viewport().rect().center())
    return place.x(), place.y()


def shares(window: MainWindow) -> tuple[int, int, int]:
    docks = window.docks
    return docks.left.width(), docks.side.width(), docks.docks["output"].height()


def titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_everything_stands_as_it_stood(open_desk, tmp_path: Path) -> None:
    desk = open_desk(Settings(language="en"))
    old, editor, trainer = desk.window, desk.window.editor, desk.window.trainer
    old.files.show_path(tmp_path / "mine.playground")
    editor.apply(
        "Smaller batches", edits.set_training(editor.document, replace(editor.document.training, batch_size=5))
    )
    node = editor.document.graph.trained[2]
    old.canvas.select((node,))
    old.docks.docks["predictions"].show()
    old.docks.of(PredictionsPanel).choose_page("roc")
    old.curves.per_batch.trigger()
    old.canvas.zoom_to(1.5)
    old.canvas.look_at(QPointF(100, 50))
    QTest.qWait(50)
    document = editor.document
    trainer.frame = Frame(document.graph, epoch=399, data=document.data, wanted=trainer.wanted)
    QTest.qWait(50)
    seen, shared = middle(old), shares(old)
    new = change(desk, "zh_CN")
    assert new is not old
    assert not shiboken6.isValid(old)
    assert titles(new)[0] == "文件(&F)"
    assert new.settings.language == "zh_CN"
    assert (new.editor, new.trainer, new.files.title) == (editor, trainer, "mine")
    assert new.isVisible()
    assert new.isWindowModified()
    assert new.canvas.canvas.selected == (node,)
    assert new.docks.docks["predictions"].isVisible()
    assert new.docks.of(PredictionsPanel).page == "roc"
    assert new.curves.per_batch.isChecked()
    assert new.canvas.zoom == pytest.approx(1.5)
    assert shares(new) == pytest.approx(shared, abs=8)
    assert middle(new) == pytest.approx(seen, abs=2)
    assert new.toolbar.epoch.number.text() == "399"
    # Training left the machine to the window meanwhile, and was not paused.
    assert (trainer.told, len(trainer.rests), trainer.rests[-1]) == ([], 2, 0)
    editor.undo()
    assert editor.document.training.batch_size == 10


def test_an_open_lesson_goes_with_it(open_desk, tmp_path: Path) -> None:
    desk = open_desk(Settings(language="en"))
    teaching, own = desk.window.teaching, desk.window.editor.document
    lesson = tmp_path / "made.md"
    lesson.write_text(
        "---\ntitle: Made\nrows: B3\n---\n\n## First\n\nText.\n\n## Second\n\n"
        "```load example:spiral\n```\n\n```goal\n- Slow | learning_rate <= 0.001\n```\n\n"
        "```question\nHow much?\nanswer: 0.2 | Twice.\n```\n"
    )
    teaching.open(lesson, 1)
    question = teaching.panel.step.questions[0]
    QTest.keyClicks(question.field, "0.2")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    teaching.panel.called.emit("do:set learning_rate=0.001")
    new = change(desk, "zh_CN").teaching
    step = new.panel.step
    assert (new.number, new.document.data.name, new.panel.foot.next.text()) == (1, "spiral", "完成")
    assert (step.goals[0].rows[0].tick.done, step.questions[0].field.text()) == (True, "0.2")
    new.close()
    assert new.document == own


def test_undo_steps_are_named_in_the_language_of_now(open_desk) -> None:
    desk = open_desk(Settings(language="en"))
    window, trained = desk.window, desk.window.editor.document.graph.trained
    window.canvas.select(trained[:2])
    window.canvas.selection.align("top")
    window.canvas.selection.grow(1)
    window.canvas.grouping.group()
    window.canvas.selection.nudge(8, 0)
    window.changes.set_weight(Weight(trained[0], KERNEL, (0, 0)), 1.0)
    window.toolbar.rate.chosen.emit(0.1)
    new = change(desk, "zh_CN")
    steps = new.history.steps
    names = [steps.index(row).data() for row in range(steps.rowCount())]
    assert len(names) > 5
    assert [name for name in names if not re.search("[\u4e00-\u9fff]", name)] == []
    assert new.history.undo.text() == f"撤销：{names[-1]}"
    assert names[-1] == "修改学习率"


def test_the_pointer_is_busy_meanwhile_and_each_control_has_its_look(open_desk, monkeypatch, qtbot) -> None:
    desk, pointers = open_desk(Settings(language="en")), list[Qt.CursorShape | None]()
    monkeypatch.setattr(reopening, "speak", lambda *words: (pointers.append(pointer()), speak(*words)))
    new = change(desk, "zh_CN")
    assert pointers == [Qt.CursorShape.WaitCursor]
    qtbot.waitUntil(lambda: pointer() is None)
    # Those that nobody sees follow in turns of their own.
    turn = new.styling.findChild(QTimer)
    qtbot.waitUntil(lambda: not turn.isActive())
    before = looks(new)
    for one in new.findChildren(QWidget):
        restyle(one)
    assert looks(new) == before


def test_there_and_back_leaves_no_window_behind(open_desk) -> None:
    desk = open_desk(Settings(language="en"))
    before = titles(desk.window)
    change(desk, "zh_CN")
    count = len(QApplication.allWidgets())
    change(desk, "en")
    assert titles(change(desk, "zh_CN")) != before
    assert len(QApplication.allWidgets()) <= count + 10
    assert titles(change(desk, "en")) == before
    same = desk.window
    assert change(desk, "en") is same


def test_large_letters_are_as_large_as_before(open_desk, qapp: QApplication) -> None:
    desk = open_desk(Settings(language="en", presentation=True))
    points = qapp.font().pointSizeF()
    new = change(desk, "zh_CN")
    assert new.presentation.isChecked()
    assert qapp.font().pointSizeF() == points
    new.presentation.setChecked(False)
    assert qapp.font().pointSizeF() < points


def test_a_film_is_made_to_its_end(open_desk, monkeypatch) -> None:
    desk = open_desk(Settings(language="en"))
    old = desk.window
    monkeypatch.setattr(type(old.filming.maker), "working", True)
    assert change(desk, "zh_CN") is old
    monkeypatch.undo()
    assert old.isVisible()


def test_the_menu_names_each_language_in_itself(open_desk) -> None:
    window: MainWindow = open_desk(Settings(language="zh_CN")).window
    menus = [menu for menu in window.menuBar().findChildren(QWidget) if getattr(menu, "title", str)() == "Language"]
    (menu,) = menus
    menu.aboutToShow.emit()
    words = {action.text(): action.isChecked() for action in menu.actions()}
    assert words == {"As the system": False, "English": False, "中文": True}
