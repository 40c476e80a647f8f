"""The window as a person uses it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import Edge
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from playground.ui.main_window import MainWindow
from playground.ui.panels.data import DataPanel
from playground.ui.panels.palette import PalettePanel
from playground.ui.plots.activation.activation import ActivationPanel
from playground.ui.theme import DARK
from playground.ui.trainer import WILL_PLAY
from playground.ui.widgets.drags import LAYER_MIME
from tests.made_curves import made_curves

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def frame_of(window: MainWindow, epoch: int = 42, **parts: object) -> Frame:
    losses = [np.array([0.5, value], np.float32) for value in (0.1234, 0.2345, 0.9, 0.875)]
    curves = made_curves(np.array([0, epoch]), *losses)
    document = window.editor.document
    made = Frame(document.graph, epoch=epoch, curves=curves, data=document.data, wanted=window.trainer.wanted)
    return replace(made, **parts)  # type: ignore[arg-type]


def click(widget: QWidget, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(widget, LEFT, keys)


def show_status(window: MainWindow, *parts: object) -> None:
    window.trainer.status = Status(*parts)  # type: ignore[misc, arg-type]
    window.show_newest()


def steps(window: MainWindow) -> list[str]:
    return [step.title for step in window.editor.history.steps[1:]]


# Training


def test_play_and_pause_by_the_button_and_by_the_keys(window) -> None:
    show_status(window, "ready")
    click(window.toolbar.play)
    assert window.trainer.told == ["play"]
    show_status(window, "training")
    click(window.toolbar.play)
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    assert window.trainer.told == ["play", "pause", "pause"]
    show_status(window, "paused")
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    assert window.trainer.told[-1] == "play"


def test_play_before_tensorflow_is_there_can_be_taken_back(window) -> None:
    show_status(window, "loading")
    click(window.toolbar.play)
    show_status(window, "loading", WILL_PLAY)
    assert window.toolbar.play.toolTip() == "Pause"
    click(window.toolbar.play)
    assert window.trainer.told == ["play", "pause"]


def test_steps_and_reset(window) -> None:
    show_status(window, "ready")
    click(window.toolbar.step)
    click(window.toolbar.step, SHIFT)
    click(window.toolbar.reset)
    QTest.keyClick(window, Qt.Key.Key_Right, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Right, CONTROL | SHIFT)
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert window.trainer.told == ["step", "train 1", "reset"] * 2


def test_the_newest_frame_reaches_every_view_that_shows_it(window, qtbot) -> None:
    ramp = np.tile(np.linspace(-1, 1, 100, dtype=np.float32), (100, 1))[..., None]
    window.trainer.frame = frame_of(window, 42, surface=ramp, epochs_per_second=6240.0)
    window.trainer.status = Status("training")
    qtbot.waitUntil(lambda: window.toolbar.epoch.number.text() == "42")
    assert window.toolbar.train_loss.number.text() == "0.1234"
    assert window.toolbar.metrics[0].number.text() == "87.5 %"
    assert "6,240" in window.status.state.text()


def test_a_frame_of_other_data_is_passed_over(window) -> None:
    other = replace(window.editor.document.data, name="xor")
    window.show_newest_frame(frame_of(window, 7, data=other))
    window.show_newest_frame(frame_of(window, 7, wanted=Wanted(axes=(2, 3))))
    assert window.toolbar.epoch.number.text() != "7"


def test_the_trainer_looks_at_what_is_on_screen(window, qtbot) -> None:
    nodes = {node.id for node in window.editor.document.graph.nodes}
    qtbot.waitUntil(lambda: set(window.trainer.wanted.nodes) == nodes)
    assert window.trainer.wanted.selected == "dense_1"
    assert window.trainer.wanted.surface_side > 0


# Editing


def carry_layer(window: MainWindow, kind: str, at: QPointF) -> None:
    """Drag a layer from the palette and let it fall there, in the scene."""
    tree, view = window.panels.of(PalettePanel).tree, window.canvas
    item = next(item for item in tree.layers() if item.data(0, Qt.ItemDataRole.UserRole) == kind)
    data: QMimeData = tree.mimeData([item])
    assert data.hasFormat(LAYER_MIME)
    place, copy = view.mapFromScene(at), Qt.DropAction.CopyAction
    for event in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(view.viewport(), event(place, copy, data, LEFT, NONE))
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), copy, data, LEFT, NONE))


def test_a_layer_dropped_on_a_connection_goes_into_it_and_undo_takes_it_out(window) -> None:
    before = window.editor.document
    edge = next(edge for edge in before.graph.edges if edge.source == "dense_1")
    carry_layer(window, "Dropout", window.canvas.canvas.edges[edge].middle)
    (new,) = set(window.editor.document.graph.by_id) - set(before.graph.by_id)
    assert {Edge(edge.source, new), Edge(new, edge.target)} <= set(window.editor.document.graph.edges)
    assert window.trainer.document == window.editor.document
    assert len(steps(window)) == 1
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.editor.document == before == window.trainer.document
    click(window.toolbar.redo)
    assert new in window.editor.document.graph.by_id


def test_the_learning_rate_changes_while_it_trains(window) -> None:
    show_status(window, "training")
    field = window.toolbar.rate.lineEdit()
    field.selectAll()
    QTest.keyClicks(field, "0.003")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.trainer.document.training.learning_rate == 0.003
    assert window.trainer.told == []
    assert len(steps(window)) == 1


def test_selecting_a_layer_shows_its_settings_and_its_activation(window) -> None:
    graph = window.editor.document.graph
    last = graph.sources["output"][0]
    item = window.canvas.canvas.nodes[last]
    place = window.canvas.mapFromScene(item.body.topLeft() + QPointF(item.body.width() / 2, 14))
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, place)
    assert window.canvas.selected_nodes() == (last,)
    assert window.trainer.wanted.selected == last
    assert window.layer.name.isVisible()
    assert "parameters" in window.layer.facts.text()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.layer.training.isVisible()
    assert window.trainer.wanted.selected == ""


def test_enter_in_the_palette_places_a_layer_after_the_selected_one(window) -> None:
    before = window.editor.document.graph
    QTest.keyClicks(window.panels.of(PalettePanel).search, "relu")
    QTest.keyClick(window.panels.of(PalettePanel).search, Qt.Key.Key_Return)
    (new,) = set(window.editor.document.graph.by_id) - set(before.by_id)
    assert window.editor.document.graph.sources[new] == ("dense_1",)


def test_a_problem_is_mended_by_its_button_in_one_step(window) -> None:
    document = window.editor.document
    last = document.graph.sources["output"][0]
    window.editor.apply("Change units", edits.set_layer(document, last, Dense(8)))
    assert window.status.problems.isVisible()
    click(window.status.problems)
    row = window.problems.rows[0]
    click(row.fixes[0])
    assert window.editor.document.graph.by_id[last].layer.units == 1
    assert len(steps(window)) == 2
    assert not window.status.problems.isVisible()


def test_a_click_on_a_problem_shows_where_it_is(window) -> None:
    document = window.editor.document
    edge = next(edge for edge in document.graph.edges if edge.source == "dense_1")
    window.editor.apply("Remove connection", edits.disconnect(document, edge))
    click(window.status.problems)
    row = next(row for row, problem in zip(window.problems.rows, window.problems._problems, strict=True)
               if problem.node == edge.target)  # fmt: skip
    click(row)
    assert window.canvas.selected_nodes() == (edge.target,)


def test_a_diverged_run_is_explained_and_a_lower_rate_is_one_step(window) -> None:
    show_status(window, "diverged", "diverged", (("epoch", 3), ("loss", float("nan"))))
    assert window.notice.isVisible()
    assert "weights are those of epoch 2" in window.notice.words.text()
    rate = window.editor.document.training.learning_rate
    click(window.notice.lower_rate)
    assert window.trainer.document.training.learning_rate == pytest.approx(rate / 10)
    assert not window.notice.isVisible()
    assert len(steps(window)) == 1


# The window itself


def test_switching_the_theme_restyles_every_part_and_is_remembered(window) -> None:
    click(window.toolbar.light)
    assert window.settings.theme == "dark"
    assert QApplication.palette().window().color().name() == DARK.window
    assert window.canvas.grab().toImage().pixelColor(3, 3).lightness() < 60
    assert window.toolbar.grab().toImage().pixelColor(3, 3).lightness() < 60
    click(window.toolbar.light)
    assert window.settings.theme == "light"
    assert window.canvas.grab().toImage().pixelColor(3, 3).lightness() > 200


@pytest.mark.parametrize("name", ["circle", "digits", "sine", "branches"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 640)])
def test_everything_fits_a_small_screen(open_window, name, size) -> None:
    window = open_window(example(name, asset("examples")), size)
    window.trainer.frame = frame_of(window, 88_888)
    window.show_newest()
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    data, activation = window.panels.of(DataPanel), window.docks.of(ActivationPanel)
    for part in (window.toolbar, window.status, data, window.curves, activation):
        layout = part.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        high = layout.minimumHeightForWidth(part.width()) if wraps else part.minimumSizeHint().height()
        assert part.minimumSizeHint().width() <= part.width(), type(part).__name__
        assert high <= part.height(), type(part).__name__
    for part in window.toolbar.findChildren(QWidget):
        if part.isVisible() and part.parentWidget() is window.toolbar:
            assert window.toolbar.rect().contains(part.geometry()), part.accessibleName()


def test_long_and_chinese_names_change_no_size(window, tmp_path) -> None:
    before = window.minimumSizeHint()
    document = window.editor.document
    for node_id, name in (("dense_1", "第一层" * 20), ("dense_2", "W" * 80), ("dense_3", "隐藏层 – 二")):
        document = edits.rename(document, node_id, name)
    window.editor.apply("Rename layer", document)
    window.files.show_path(tmp_path / ("很长的名字" * 12 + ".playground"))
    window.canvas.select(("dense_2",))
    QApplication.processEvents()
    assert window.size().toTuple() == (1440, 900)
    assert window.minimumSizeHint().width() <= max(before.width(), 1024)
    assert "很长的名字" in window.windowTitle()


def test_the_title_tells_of_unsaved_changes(window, tmp_path) -> None:
    assert not window.isWindowModified()
    document = window.editor.document
    window.editor.apply("Rename layer", edits.rename(document, "dense_1", "first"))
    assert window.isWindowModified()
    window.files.path = tmp_path / "mine.playground"
    window.files.save()
    assert not window.isWindowModified()
    assert window.windowTitle() == "mine[*] – Playground"


def test_sizes_come_back_at_the_next_start(open_window) -> None:
    first = open_window(size=(1200, 800))
    dock = first.docks.docks["curves"]
    first.docks.resizeDocks([dock], [400], Qt.Orientation.Vertical)
    QApplication.processEvents()
    size = dock.size()
    assert size.height() == 400
    first.close()
    second = open_window(size=(1200, 800), settings=first.settings)
    assert second.docks.docks["curves"].size() == size
