"""The time of the run in the window: scrubbing shows the past everywhere, and the run becomes a film."""

import imageio.v3 as imageio
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from playground.frames.frame import Frame
from playground.frames.landscape import Landscape, Survey
from playground.frames.run import Reel
from playground.ui.dialogs.film import FilmDialog
from playground.ui.dialogs.leaving import Finishing
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.settings import Settings


@pytest.fixture
def window(window_again):
    return window_again


REEL = Reel(np.array([0, 10, 20, 30]), steps_per_epoch=5, bytes=1 << 20, bound=64 << 20)


def show(window, past):
    """A frame as the trainer would give it for this moment."""
    window._rest_until = 0.0
    document = window.editor.document
    epoch = (30 if past is None else past) // 5
    window.trainer.frame = Frame(
        document.graph, epoch=epoch, data=document.data, wanted=window.trainer.wanted, reel=REEL, past=past
    )
    window.show_newest()


def test_scrubbing_asks_the_trainer_for_that_moment(window, qtbot):
    show(window, None)
    qtbot.keyClick(window.filming.bar.slider, Qt.Key.Key_Home)
    assert window.trainer.pasts == [0]
    show(window, 0)
    assert window.toolbar.figures[0].number.text() == "0"
    assert window.filming.bar.moment.text() == "Epoch 0 of 6"


def test_the_bound_is_told_and_remembered(open_window):
    window = open_window(settings=Settings(film_megabytes=16))
    assert window.trainer.film_bound == 16 << 20
    window.filming.bar.bounds.actions()[2].trigger()
    assert window.trainer.film_bound == 256 << 20
    window.editor.mark_saved()
    window.close()
    assert window.settings.film_megabytes == 256


def test_going_on_from_a_moment(window, qtbot):
    show(window, 20)
    qtbot.mouseClick(window.filming.bar.go_on, Qt.MouseButton.LeftButton)
    assert window.trainer.told[-2:] == ["become past, change 1", "play"]
    window.editor.undo()
    assert window.trainer.told[-1] == "take back 1"
    window.editor.redo()
    assert window.trainer.told[-1] == "take back 1"


@pytest.fixture
def answer(monkeypatch):
    """Answers the film's two questions; the film has few pictures, as each takes a while to write."""
    monkeypatch.setattr("playground.ui.film.PICTURES_A_SECOND", 1)

    def give(path, kind=".gif"):
        def accept(dialog):
            dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
            dialog.length.setCurrentIndex(0)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(FilmDialog, "exec", accept)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path) if path else "", ""))

    return give


def play_film(window, qtbot):
    while window.filming.maker.working:
        show(window, window.trainer.pasts[-1])
        qtbot.wait(2)


def test_the_window_becomes_a_film(window, qtbot, answer, tmp_path):
    answer(tmp_path / "run.gif")
    show(window, None)
    qtbot.mouseClick(window.filming.bar.save, Qt.MouseButton.LeftButton)
    play_film(window, qtbot)
    assert imageio.improps(tmp_path / "run.gif", index=None).shape[1:3] == (900, 1440)
    assert window.status.state.text() == "run.gif written."
    assert window.trainer.pasts[-1] is None


def test_leaving_without_the_film_leaves_nothing_behind(window, qtbot, answer, tmp_path):
    answer(tmp_path / "run.gif")
    show(window, None)
    qtbot.mouseClick(window.filming.bar.save, Qt.MouseButton.LeftButton)
    show(window, window.trainer.pasts[-1])
    assert list(tmp_path.iterdir())
    window.editor.mark_saved()
    window.close()
    assert window.isVisible()
    (finishing,) = window.findChildren(Finishing)
    assert finishing.text() == "Finishing run.gif…"
    qtbot.mouseClick(finishing.without, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not list(tmp_path.iterdir())


def test_leaving_the_question_of_the_path_films_nothing(window, qtbot, answer):
    answer(None)
    show(window, None)
    qtbot.mouseClick(window.filming.bar.save, Qt.MouseButton.LeftButton)
    assert not window.filming.maker.working


def test_a_film_that_cannot_be_written_is_told(window, qtbot, answer, tmp_path, told):
    answer(tmp_path / "nowhere" / "run.gif")
    show(window, None)
    qtbot.mouseClick(window.filming.bar.save, Qt.MouseButton.LeftButton)
    assert any("run.gif" in words for words in told)


def test_an_ending_of_no_film_gets_one(window, qtbot, answer, tmp_path):
    answer(tmp_path / "run.v2")
    show(window, None)
    qtbot.mouseClick(window.filming.bar.save, Qt.MouseButton.LeftButton)
    play_film(window, qtbot)
    assert (tmp_path / "run.v2.gif").exists()


def test_a_landscape_is_asked_for_and_shown(window, qtbot):
    window.docks.docks["landscape"].show()
    panel = window.docks.of(LossLandscapePanel)
    panel.button.click()
    assert window.trainer.surveys == [Survey("random", 41)]
    places = np.linspace(-1, 1, 5).astype(np.float32)
    losses = np.ones((5, 5), np.float32)
    window.trainer.landscape = Landscape(
        Survey(side=5), 30, places, places, losses, np.zeros((1, 2), np.float32), np.zeros(1, int)
    )
    window.show_newest()
    assert len(panel.table().rows) == 25
