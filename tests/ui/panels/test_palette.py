"""The palette: searching, choosing and dragging layers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.layers.layers import PALETTE
from playground.ui.panels import palette
from playground.ui.panels.palette import KIND, PalettePanel
from playground.ui.theme import DARK, LIGHT
from playground.ui.widgets.drags import LAYER_MIME


@pytest.fixture
def panel(shown) -> PalettePanel:
    made = PalettePanel(LIGHT)
    made.heard = []
    made.chosen.connect(made.heard.append)
    return shown(made, 213)


def kinds(panel: PalettePanel) -> list[str]:
    return [item.data(0, KIND) for item in panel.tree.shown()]


def test_every_layer_of_the_palette_is_there(panel: PalettePanel) -> None:
    assert sorted(kinds(panel)) == sorted(PALETTE)


def test_search_finds_by_title_and_by_kind(panel: PalettePanel) -> None:
    QTest.keyClicks(panel.search, "leaky relu")
    assert kinds(panel) == ["LeakyReLU"]
    panel.search.clear()
    QTest.keyClicks(panel.search, "BatchNorm")
    assert kinds(panel) == ["BatchNormalization"]
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert len(kinds(panel)) == len(PALETTE)


def test_enter_in_the_search_takes_the_first_found(panel: PalettePanel) -> None:
    QTest.keyClicks(panel.search, "drop")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.heard == ["Dropout"]


def test_nothing_found_and_enter_does_nothing(panel: PalettePanel) -> None:
    QTest.keyClicks(panel.search, "transformer")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert kinds(panel) == []
    assert panel.heard == []


def test_the_keyboard_reaches_every_layer(panel: PalettePanel) -> None:
    panel.search.setFocus()
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Home)
    for _ in range(len(PALETTE) + 8):
        QTest.keyClick(panel.tree, Qt.Key.Key_Return)
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert set(panel.heard) == set(PALETTE)


def test_a_double_click_chooses(panel: PalettePanel) -> None:
    item = next(item for item in panel.tree.layers() if item.data(0, KIND) == "Tanh")
    where = panel.tree.visualItemRect(item).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert panel.heard == ["Tanh"]


def test_a_drag_carries_the_kind_and_a_picture(panel: PalettePanel, monkeypatch) -> None:
    dragged = []

    class Drag(QDrag):
        """Notes what would be dragged; the real one waits for a drop."""

        def exec(self, *actions):
            dragged.append((bytes(self.mimeData().data(LAYER_MIME)), self.pixmap().width()))
            return Qt.DropAction.CopyAction

    monkeypatch.setattr(palette, "QDrag", Drag)
    where = panel.tree.visualItemRect(panel.tree.layers()[0]).center()
    view = panel.tree.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseMove(view, where + QPoint(QApplication.startDragDistance() + 5, 0))
    QTest.mouseMove(view, where + QPoint(QApplication.startDragDistance() + 15, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where)
    assert dragged
    assert dragged[0][0] == b"Dense"
    assert dragged[0][1] > 60


def test_layers_say_what_they_do(panel: PalettePanel) -> None:
    assert all(item.toolTip(0) for item in panel.tree.layers())


def test_icons_follow_the_theme(panel: PalettePanel) -> None:
    before = panel.tree.layers()[0].icon(0).pixmap(18).toImage()
    panel.show_theme(DARK)
    assert panel.tree.layers()[0].icon(0).pixmap(18).toImage() != before


def test_a_search_that_finds_nothing_says_so(panel: PalettePanel) -> None:
    assert not panel.nothing.isVisible()
    QTest.keyClicks(panel.search, "xyzzy")
    assert panel.nothing.isVisible()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert not panel.nothing.isVisible()
