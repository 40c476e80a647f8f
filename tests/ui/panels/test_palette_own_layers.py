"""A person's own layers in the palette: found, chosen, removed and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.layers.layers import PALETTE
from playground.ui.own_layers import KEPT, OwnLayers
from playground.ui.panels.palette import KIND, PalettePanel
from playground.ui.theme import LIGHT
from playground.ui.widgets.drags import LAYER_MIME
from tests.ui.test_own_layers import pair


@pytest.fixture
def panel(shown) -> PalettePanel:
    made = PalettePanel(LIGHT, OwnLayers())
    made.heard = []
    made.chosen.connect(made.heard.append)
    made.own_layers.keep(pair())
    return shown(made, 213)


def kinds(panel: PalettePanel) -> list[str]:
    return [item.data(0, KIND) for item in panel.tree.shown()]


def select_own(panel: PalettePanel) -> None:
    panel.tree.setCurrentItem(next(item for item in panel.tree.layers() if item.data(0, KIND) == KEPT + "Pair"))


def test_they_stand_above_the_others(panel: PalettePanel) -> None:
    assert panel.tree.families()[0].text(0) == "Own layers"
    assert kinds(panel)[0] == KEPT + "Pair"
    assert len(kinds(panel)) == len(PALETTE) + 1
    assert panel.tree.layers()[0].toolTip(0) == "Dense, Dense"


def test_one_that_comes_chooses_nothing(panel: PalettePanel) -> None:
    panel.own_layers.keep(pair("Another"))
    assert panel.tree.currentItem() is None


def test_search_finds_them_and_enter_takes_them(panel: PalettePanel) -> None:
    QTest.keyClicks(panel.search, "pair")
    assert kinds(panel) == [KEPT + "Pair"]
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.heard == [KEPT + "Pair"]


def test_a_drag_carries_the_word(panel: PalettePanel) -> None:
    data = panel.tree.mimeData([panel.tree.layers()[0]])
    assert bytes(data.data(LAYER_MIME)).decode() == KEPT + "Pair"


def test_delete_removes_one_and_a_link_brings_it_back(panel: PalettePanel) -> None:
    select_own(panel)
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert sorted(kinds(panel)) == sorted(PALETTE)
    assert panel.said.isVisible()
    QTest.mouseClick(panel.said.undo, Qt.MouseButton.LeftButton)
    assert kinds(panel)[0] == KEPT + "Pair"
    assert not panel.said.isVisible()


def test_delete_on_a_plain_layer_does_nothing(panel: PalettePanel) -> None:
    panel.tree.setCurrentItem(panel.tree.layers()[-1])
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert len(kinds(panel)) == len(PALETTE) + 1


def test_a_file_that_cannot_be_used_is_named(shown, tmp_path: Path) -> None:
    (tmp_path / "old.playground-layer").write_text("{")
    panel = shown(PalettePanel(LIGHT, OwnLayers(tmp_path)), 213)
    assert panel.said.isVisible()
    assert "old.playground-layer" in panel.said.words.text()
    QTest.mouseClick(panel.said.away, Qt.MouseButton.LeftButton)
    assert not panel.said.isVisible()
