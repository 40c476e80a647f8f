"""The time bar: scrubbing, the film, going on from a moment; driven as a person does."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.run import Reel, Status
from playground.ui.panels.time_bar import TimeBar
from playground.ui.theme import LIGHT

REEL = Reel(np.array([0, 10, 20, 30, 40]), steps_per_epoch=5, bytes=3 << 20, bound=64 << 20)


def frame_at(step, past=True, reel=REEL):
    return Frame(Document().graph, epoch=step // 5, reel=reel, past=step if past else None)


@pytest.fixture
def bar(qtbot):
    made = TimeBar(LIGHT)
    made.resize(900, 34)
    qtbot.addWidget(made)
    made.show()
    made.show_frame(frame_at(40, past=False))
    made.asked = []
    made.past_asked.connect(made.asked.append)
    return made


def test_it_stands_at_now(bar):
    assert bar.slider.value() == 4
    assert bar.moment.text() == "Now"
    assert not bar.back.isVisible()
    assert not bar.go_on.isVisible()


def test_a_run_that_has_not_begun_has_no_past(bar):
    bar.show_frame(frame_at(0, past=False, reel=Reel(np.array([0]))))
    assert not bar.slider.isEnabled()
    assert not bar.play.isEnabled()
    assert not bar.save.isEnabled()


def test_the_left_arrow_asks_for_the_moment_before(bar, qtbot):
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    assert bar.asked == [30]


def test_the_home_key_asks_for_the_first_and_the_end_key_for_the_present(bar, qtbot):
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    assert bar.asked == [0, None]


def test_a_past_frame_moves_the_slider_and_is_named(bar):
    bar.show_frame(frame_at(20))
    assert bar.slider.value() == 2
    assert bar.moment.text() == "Epoch 4 of 8"
    assert bar.asked == []


def test_a_hand_on_the_slider_is_not_pulled_away(bar):
    bar.slider.setSliderDown(True)
    bar.slider.setSliderPosition(1)
    bar.show_frame(frame_at(20))
    assert bar.slider.value() == 1


def test_going_on_is_asked_from_the_moment_that_is_shown(bar, qtbot):
    assert bar.past is None
    bar.show_frame(frame_at(20))
    assert bar.past == 4
    with qtbot.waitSignal(bar.go_on_asked):
        qtbot.mouseClick(bar.go_on, Qt.MouseButton.LeftButton)


def test_back_to_now_asks_for_the_present(bar, qtbot):
    bar.show_frame(frame_at(20))
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert bar.asked == [None]


def test_the_film_shows_each_moment_once_and_ends_at_now(bar, qtbot):
    bar.pace.setCurrentIndex(bar.pace.count() - 1)
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    assert bar.play.accessibleName() == "Pause the film"
    qtbot.waitUntil(lambda: bar.asked[-1:] == [None], timeout=20_000)
    assert bar.asked == [0, 10, 20, 30, None]
    assert bar.play.accessibleName() == "Play the run as a film"


def test_the_film_can_be_paused(bar, qtbot):
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    qtbot.wait(100)
    assert bar.asked == [0]


def test_an_edit_leaves_the_past_at_once_and_a_move_does_not(bar):
    document = Document()
    bar.show_document(document)
    bar.show_frame(frame_at(20))
    bar.show_document(edits.move(document, {"data": (5.0, 5.0)}))
    bar.show_document(edits.rename(document, "data", "points"))
    assert bar.go_on.isVisible()
    bar.show_document(edits.add_node(document, Dense(2), 0, 0)[0])
    assert not bar.go_on.isVisible()
    assert not bar.slider.isEnabled()
    assert bar.moment.text() == "Now"
    bar.show_document(document)
    assert bar.slider.isEnabled()


def test_training_stops_the_film(bar, qtbot):
    qtbot.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    bar.show_status(Status("training"))
    qtbot.wait(100)
    assert bar.asked == [0]


def test_another_bound_is_chosen_from_the_menu(bar):
    chosen = []
    bar.bound_chosen.connect(chosen.append)
    marked = [action for action in bar.bounds.actions() if action.isChecked()]
    assert [action.text() for action in marked] == ["Keep up to 64 MB"]
    bar.memory.menu().actions()[-1].trigger()
    assert chosen == [1024]


def test_memory_is_shown_with_its_bound(bar):
    assert bar.memory.text() == "3.0 of 64 MB"
    assert "5 moments" in bar.memory.toolTip()


def test_nothing_moves_when_the_past_is_looked_at(bar):
    parts = (bar.slider, bar.pace, bar.save, bar.memory)
    before = [part.geometry() for part in parts]
    for step in (10, 0, 30):
        bar.show_frame(frame_at(step))
        QApplication.processEvents()
        assert [part.geometry() for part in parts] == before
