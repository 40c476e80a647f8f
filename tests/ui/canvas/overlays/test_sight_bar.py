"""The bar in the corner of the canvas: neurons or layers, and all of it again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.graph import Graph

LEFT = Qt.MouseButton.LeftButton


def test_it_opens_all_layers_to_their_neurons_and_back_a_step_each(view, editor):
    bar, first = view.sight_bar, editor.document
    assert bar.layers.isChecked()
    QTest.mouseClick(bar.neurons, LEFT)
    opened = {name for name, item in view.canvas.nodes.items() if item.card.content.form == "neurons"}
    assert opened == {name for name, item in view.canvas.nodes.items() if item.card.content.opens}
    assert {"first", "second", "third"} <= opened
    assert bar.neurons.isChecked()
    # What had been in sight still is.
    assert view.seen().contains(view.canvas.nodes_rect())
    QTest.mouseClick(bar.layers, LEFT)
    assert editor.document.forms == {}
    editor.undo()
    assert bar.neurons.isChecked()
    editor.undo()
    assert editor.document == first
    assert bar.layers.isChecked()


def test_it_says_how_large_all_is_and_shows_all_of_it_again(view):
    bar = view.sight_bar
    view.zoom_to(2.0)
    assert bar.fit.text().startswith("200")
    view.look_at(QPointF(4000, 4000))
    assert not view.seen().intersects(view.canvas.nodes_rect())
    QTest.mouseClick(bar.fit, LEFT)
    assert view.seen().contains(view.canvas.nodes_rect())
    assert bar.fit.text() == f"{round(100 * view.zoom / view.canvas.fonts.letters)} %"


def test_it_keeps_to_its_corner_and_leaves_a_small_or_new_canvas_alone(view, editor):
    bar = view.sight_bar
    view.resize(700, 500)
    assert view.rect().right() - bar.geometry().right() == view.rect().bottom() - bar.geometry().bottom() == 13
    view.resize(400, 200)
    assert not bar.isVisible()
    view.resize(700, 500)
    assert bar.isVisible()
    ends = tuple(node for node in editor.document.graph.nodes if node.id in ("data", "output"))
    editor.open(Document(Graph(ends, ())))
    assert not bar.isVisible()
