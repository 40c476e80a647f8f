"""The table of panels: one row puts a panel into the window, with its command."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from playground.document.document import Document
from playground.document.edits import edits
from playground.frames.run import Status
from playground.ui.editor import Editor
from playground.ui.menus import menu_keys
from playground.ui.own_layers import OwnLayers
from playground.ui.panels import panels
from playground.ui.panels.panels import PANELS, Entry, Given, Panels
from playground.ui.theme import DARK, LIGHT
from playground.ui.widgets.panel import Panel

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Told(Panel):
    """A panel that keeps what its doors were told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, object] = {}

    def show_document(self, document) -> None:
        self.told["document"] = document

    def show_frame(self, frame) -> None:
        self.told["frame"] = frame

    def show_status(self, status) -> None:
        self.told["status"] = status

    def show_selection(self, node_ids) -> None:
        self.told["selection"] = node_ids

    def show_theme(self, theme) -> None:
        self.told["theme"] = theme


def made(monkeypatch, *entries: Entry) -> Panels:
    monkeypatch.setattr(panels, "PANELS", entries)
    return Panels(Given(Editor(Document()), LIGHT, OwnLayers()))


def test_a_row_is_all_that_a_panel_of_the_window_needs(open_window, monkeypatch) -> None:
    monkeypatch.setattr(
        panels, "PANELS", (*PANELS, Entry("lesson", "right", lambda given: Told(), "Lesson", "Ctrl+Alt+L"))
    )
    # The window is smaller than all that stands at its right would like.
    window = open_window(size=(1280, 720))
    panel = window.panels.of(Told)
    assert not panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert panel.isVisible()
    assert window.docks.side.isAncestorOf(panel)
    document = edits.rename(window.editor.document, "dense_1", "first")
    window.editor.apply("Rename layer", document)
    window.trainer.status = Status("training")
    window.show_newest()
    window.canvas.select(("dense_2",))
    window.show_theme(DARK)
    assert panel.told == {
        "document": document, "status": window.trainer.status, "selection": ("dense_2",), "theme": DARK,
    }  # fmt: skip
    view = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&View")
    assert "Lesson" in [action.text() for action in view.actions()]
    assert ("Ctrl+Alt+L", "Lesson") in dict(menu_keys(window.menuBar()))["View"]


def test_panels_stand_around_the_middle_in_the_order_of_the_table(qtbot, monkeypatch) -> None:
    sides = ("above", "above", "below", "below")
    kinds = [type(f"Panel{place}", (Told,), {}) for place in range(4)]
    entries = (Entry(side, side, lambda given, kind=kind: kind()) for side, kind in zip(sides, kinds, strict=True))
    found = made(monkeypatch, *entries)
    middle = Told()
    whole = found.around(middle)
    qtbot.addWidget(whole)
    layout = found.pages.currentWidget().layout()
    widgets = [layout.itemAt(place).widget() for place in range(layout.count())]
    first, second, third, fourth = map(found.of, kinds)
    assert widgets == [first, second, widgets[2], third, fourth]
    assert widgets[2].isAncestorOf(middle)


def test_a_line_parts_a_panel_from_the_middle(qtbot, monkeypatch) -> None:
    found = made(monkeypatch, *(Entry(side, side, lambda given: Told(), line=True) for side in ("above", "below")))
    middle = Told()
    whole = found.around(middle)
    qtbot.addWidget(whole)
    layout = found.pages.currentWidget().layout()
    looks = [layout.itemAt(place).widget().property("look") for place in range(layout.count())]
    assert looks == [None, "line", None, "line", None]


def test_a_panel_with_a_title_opens_and_closes(qtbot, monkeypatch) -> None:
    found = made(monkeypatch, Entry("lesson", "left", lambda given: Told(), "Lesson", "Ctrl+Alt+L"))
    left = found.left()
    qtbot.addWidget(left)
    left.show()
    ((title, keys, toggle),) = found.toggles()
    assert (title, keys) == ("Lesson", "Ctrl+Alt+L")
    seen = []
    for _ in range(2):
        toggle()
        seen.append(found.of(Told).isVisible())
    assert seen == [True, False]
