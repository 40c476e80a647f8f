"""A film of the run: every moment is in the file, and a film that fails or is cancelled leaves none."""

import errno
import sys
from pathlib import Path

import imageio.v3 as imageio
import numpy as np
import pytest
from PySide6.QtGui import QColor, QPixmap

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.run import Reel
from playground.ui import film_file
from playground.ui.film import PICTURES_A_SECOND, FilmMaker, film_steps
from tests.faults import fail_each_call

STEPS = (0, 10, 20, 30)
REEL = Reel(np.array(STEPS))


def frame_of(past, reel=REEL):
    return Frame(Document().graph, past=past, reel=reel)


class Window:
    """Shows what is asked for: a grey that tells the moment."""

    def __init__(self, qtbot):
        self.step = None
        self.asked = []
        self.maker = FilmMaker(self.ask)
        self.qtbot = qtbot
        self.outcomes = []
        self.maker.finished.connect(self.outcomes.append)

    def ask(self, step):
        self.asked.append(step)

    def picture(self):
        pixels = QPixmap(33, 21)
        pixels.fill(QColor(*3 * [5 * self.step]))
        return pixels

    def answer(self):
        """One frame for what was asked last, as the trainer would give it."""
        self.step = self.asked[-1]
        self.maker.show_frame(frame_of(self.step))

    def play(self):
        """Frames until the film is there, or is not; the window lives meanwhile."""
        while self.maker.working:
            self.answer()
            self.qtbot.wait(2)


@pytest.fixture
def window(qtbot):
    return Window(qtbot)


def filmed(window, path, steps=STEPS):
    window.maker.start(window.picture, steps, path)
    window.play()
    return window.outcomes


# The reader that checks the film leaves its pipes to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("ending", [".gif", ".mp4"])
def test_the_file_has_a_picture_for_each_moment(window, tmp_path, ending):
    path = tmp_path / f"run{ending}"
    assert filmed(window, path) == [path]
    pictures = imageio.imread(path, index=None)
    assert pictures.shape[:3] == (4, 20, 32)
    greys = pictures.reshape(4, -1).mean(axis=1)
    np.testing.assert_allclose(greys, [0, 50, 100, 150], atol=6)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_frame_of_another_moment_is_passed_over(window, tmp_path):
    window.maker.start(window.picture, STEPS, tmp_path / "run.gif")
    window.maker.show_frame(frame_of(None))
    window.maker.show_frame(frame_of(20))
    assert window.asked == [0]
    window.maker.cancel()


def test_a_moment_that_is_gone_is_filmed_as_the_one_before_it(window, tmp_path):
    window.step = 0
    window.maker.start(window.picture, STEPS, tmp_path / "run.gif")
    thinned = Reel(np.array([0, 20, 30]))
    window.maker.show_frame(frame_of(0, thinned))
    assert window.asked == [0, 10]
    window.maker.show_frame(frame_of(0, thinned))
    assert window.asked == [0, 10, 20]
    window.maker.cancel()


def in_place_of_ffmpeg(monkeypatch, path, lines):
    path.write_text("\n".join(["#!/bin/sh", *lines]))
    path.chmod(0o755)
    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", lambda: str(path))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell stands in for ffmpeg")
@pytest.mark.parametrize("lines", [["cat > /dev/null"], []], ids=["at the end", "at once"])
def test_a_disk_that_is_full_is_told(window, tmp_path, monkeypatch, lines):
    in_place_of_ffmpeg(
        monkeypatch,
        tmp_path / "ffmpeg",
        [*lines, "echo '/x/.part: No space left on device' >&2", "echo Failed >&2", "exit 228"],
    )
    (tmp_path / "films").mkdir()
    (outcome,) = filmed(window, tmp_path / "films" / "run.gif")
    assert isinstance(outcome, OSError)
    assert (outcome.errno, outcome.filename) == (errno.ENOSPC, str(tmp_path / "films" / "run.gif"))
    assert list((tmp_path / "films").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a shell stands in for ffmpeg")
@pytest.mark.parametrize("ending", [".gif", ".mp4"])
def test_whichever_call_fails_the_old_film_stays(window, tmp_path, monkeypatch, ending):
    in_place_of_ffmpeg(monkeypatch, tmp_path / "ffmpeg", ["cat > /dev/null", 'for last; do :; done; date > "$last"'])
    path = tmp_path / "films" / f"run{ending}"
    path.parent.mkdir()

    def film():
        outcome = filmed(window, path, STEPS[:2]).pop()
        if isinstance(outcome, Exception):
            raise outcome

    fail_each_call(monkeypatch, path, film)


def test_a_film_replaces_what_a_link_without_an_ending_points_to(window, tmp_path):
    (tmp_path / "data").write_bytes(b"old")
    (tmp_path / "run.gif").symlink_to(tmp_path / "data")
    assert filmed(window, tmp_path / "run.gif") == [tmp_path / "run.gif"]
    assert (tmp_path / "data").read_bytes()[:3] == b"GIF"
    assert (tmp_path / "run.gif").is_symlink()


def test_a_missing_ffmpeg_is_told(window, tmp_path, monkeypatch):
    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", lambda: str(tmp_path / "nothing"))
    (outcome,) = filmed(window, tmp_path / "run.gif")
    assert isinstance(outcome, OSError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a shell stands in for ffmpeg")
def test_pictures_wait_for_an_ffmpeg_that_is_slow(window, tmp_path, monkeypatch):
    in_place_of_ffmpeg(monkeypatch, tmp_path / "ffmpeg", ["sleep 60"])
    monkeypatch.setattr(film_file, "MOST_WAITING", 3_000)
    window.maker.start(window.picture, STEPS * 100, tmp_path / "run.gif")
    for _ in range(50):
        window.answer()
        window.qtbot.wait(2)
    assert len(window.asked) < 50, "what the pipe holds, and little more"
    window.maker.cancel()
    assert window.outcomes == [None]


def test_a_short_run_shows_each_moment_for_longer(window, tmp_path):
    path = tmp_path / "run.gif"
    filmed(window, path, film_steps([0, 10], 0.24))
    assert window.asked == [0, 10, None]
    assert imageio.improps(path, index=None).shape[0] in (2, 6)


def test_the_present_comes_back_at_the_end(window, tmp_path):
    filmed(window, tmp_path / "run.gif")
    assert window.asked == [*STEPS, None]


def test_cancelling_leaves_no_file(window, tmp_path):
    window.maker.start(window.picture, STEPS, tmp_path / "run.mp4")
    window.answer()
    window.maker.cancel()
    assert window.outcomes == [None]
    assert window.asked[-1] is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(window, tmp_path):
    window.maker.start(window.picture, STEPS, tmp_path / "nowhere" / "run.gif")
    (outcome,) = window.outcomes
    assert isinstance(outcome, OSError)
    assert not window.maker.working


def test_another_ending_is_told(window, tmp_path):
    window.maker.start(window.picture, STEPS, tmp_path / "run.txt")
    (outcome,) = window.outcomes
    assert isinstance(outcome, ValueError)
    assert list(tmp_path.iterdir()) == []


def test_an_old_film_is_replaced_only_by_a_whole_one(window, tmp_path):
    path = Path(tmp_path / "run.gif")
    path.write_bytes(b"old")
    window.maker.start(window.picture, STEPS, path)
    window.answer()
    assert path.read_bytes() == b"old"
    window.maker.cancel()
    assert path.read_bytes() == b"old"


def test_the_pictures_are_spread_over_the_run():
    steps = film_steps(list(range(0, 1000, 10)), 2)
    assert len(steps) == 2 * PICTURES_A_SECOND
    assert (steps[0], steps[-1]) == (0, 990)
    assert steps == sorted(steps)
