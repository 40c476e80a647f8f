"""Pictures of the window with nobody at it: what is opened in them, and the time they go back to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from playground import cli, picturing
from playground.datasets.sources import TABLES
from playground.ui.main_window import MainWindow


@pytest.mark.parametrize("name", picturing.OPENED_FIRST)
def test_each_view_comes_to_the_front(window: MainWindow, qtbot, name: str) -> None:
    picturing.OPENED_FIRST[name](window)
    qtbot.waitUntil(window.docks.docks[name].view.isVisible)


def test_each_place_is_gone_to(window: MainWindow) -> None:
    for name, button in window.course.places.buttons.items():
        picturing.OPENED_LAST[name](window)
        assert button.isChecked()


@pytest.mark.parametrize(
    ("words", "in_front"),
    [(("circle", "--epochs", "3", "--moment", "1", "--show", "export"), True), ((str(TABLES / "iris.csv"),), True),
     (("circle",), False)],
)  # fmt: skip
def test_what_is_opened_stands_in_front_and_is_closed_again(
    engine_in_a_thread, monkeypatch, tmp_path: Path, words: tuple[str, ...], in_front: bool
) -> None:
    monkeypatch.setattr(picturing, "SETTLES_MS", 200)
    out, moments = tmp_path / "out.png", []
    went = picturing.TimeBar.go_to
    monkeypatch.setattr(picturing.TimeBar, "go_to", lambda bar, epoch: (moments.append(epoch), went(bar, epoch)))
    assert cli.main(["picture", words[0], str(out), *words[1:], "--size", "1280x720"]) == 0
    image = QImage(str(out))
    # Behind a dialog the window is in its shade.
    assert (image.pixelColor(1, 300).lightness() < 220) == in_front
    assert moments == ([1] if "--moment" in words else [])
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def test_views_that_are_opened_leave_the_left_as_wide_as_it_is(engine_in_a_thread, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(picturing, "SETTLES_MS", 200)
    composed, widths = picturing._composed, []
    monkeypatch.setattr(
        picturing, "_composed", lambda window: (widths.append(window.docks.left.width()), composed(window))[1]
    )
    for shown in ([], ["--show", "outputs"]):
        assert cli.main(["picture", "circle", str(tmp_path / "out.png"), *shown, "--size", "1280x800"]) == 0
    assert widths[0] == widths[1] < 300
