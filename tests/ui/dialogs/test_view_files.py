"""Views as files, read back."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.dialogs.view_files import write_view
from playground.ui.docks.view_dock import ViewDock
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.text import failure_text
from playground.ui.theme import LIGHT
from tests.faults import fail_each_call
from tests.made_curves import made_curves

CURVES = made_curves(
    np.arange(0, 50, 10), *(np.linspace(0.9, low, 5).astype(np.float32) for low in (0.1, 0.2, 0.3, 0.4))
)


@pytest.fixture
def view(qtbot) -> CurvesPanel:
    dock = ViewDock("curves", CurvesPanel, LIGHT)
    view = dock.view
    assert isinstance(view, CurvesPanel)
    qtbot.addWidget(dock)
    dock.resize(560, 260)
    dock.show()
    document = Document()
    view.show_document(document)
    view.show_frame(Frame(document.graph, curves=CURVES))
    return view


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_csv_holds_the_numbers_in_full(view, tmp_path: Path) -> None:
    path = tmp_path / "curves.csv"
    assert write_view(view, path, ".csv").failure is None
    with open(path, encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["epoch", "train loss", "validation loss", "train accuracy", "validation accuracy"]
    read = np.array(rows, float).T
    for column, values in zip(read, (CURVES.epochs, *CURVES.values.T), strict=True):
        np.testing.assert_array_equal(column, values.astype(float))


@pytest.mark.parametrize("ending", [".csv", ".svg", ".png"])
def test_whichever_call_fails_the_old_picture_stays_and_that_is_told(view, tmp_path, monkeypatch, ending: str) -> None:
    path = tmp_path / f"curves{ending}"

    def write() -> None:
        reply = write_view(view, path, ending)
        if reply.failure is not None:
            assert failure_text(reply.failure) != reply.failure.text, "the system's own words"
            raise OSError(reply.failure.number, reply.failure.text, str(reply.path))

    fail_each_call(monkeypatch, path, write)


def test_a_png_is_twice_as_fine_as_the_screen(view, tmp_path: Path) -> None:
    path = tmp_path / "curves.png"
    assert write_view(view, path, ".png").failure is None
    image = QImage(str(path))
    assert image.width() == 2 * view.width()
    assert image.height() > 2 * view.height()
    assert {LIGHT.train, LIGHT.validation, LIGHT.panel} <= colours(image)


def test_an_svg_can_be_drawn_and_explains_itself(view, tmp_path: Path) -> None:
    path = tmp_path / "curves.svg"
    assert write_view(view, path, ".svg").failure is None
    text = path.read_text(encoding="utf-8")
    assert "Loss and metrics" in text
    assert "How wrong the network is" in text
    renderer = QSvgRenderer(QByteArray(text.encode()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() * 2, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert {LIGHT.train, LIGHT.validation, LIGHT.panel} <= colours(image)
    # Lines, not a picture of them.
    assert "<image" not in text


@pytest.mark.parametrize("ending", [".png", ".svg", ".csv"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(view, tmp_path: Path, ending: str) -> None:
    (tmp_path / "file").write_text("no folder")
    path = tmp_path / "file" / f"view{ending}"
    assert write_view(view, path, ending).failure is not None
    assert [found.name for found in tmp_path.iterdir()] == ["file"]
