"""Cards of picture data: the chosen example, weights as pictures, what each layer makes of it, the answer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QAccessible

from playground.datasets.dataset import load
from playground.datasets.example import Example, example_of
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.pictures import Conv2D
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from playground.ui.canvas.scene.faced import kernel_pictures
from playground.ui.canvas.scene.scene import CanvasScene
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT, signed_rgb

DOCUMENT = example("pictures", asset("examples"))
ROW = 1_775


@pytest.fixture
def view(qtbot) -> CanvasView:
    view = CanvasView(Editor(DOCUMENT), LIGHT)
    qtbot.addWidget(view)
    view.resize(1_600, 900)
    view.show()
    view.canvas.show_example(example_of(load(DOCUMENT.data), ROW))
    return view


def frame_of(view: CanvasView, shares: np.ndarray) -> Frame:
    draw = np.random.default_rng(1).normal
    maps = {
        "conv2d_1": draw(size=(8, 8, 8)), "max_pooling2d_1": draw(size=(8, 4, 4)),
        "flatten_1": draw(size=(128, 1, 1)), "dense_1": draw(size=(10, 1, 1)), OUTPUT: shares.reshape(-1, 1, 1),
    }  # fmt: skip
    weights = {"conv2d_1": (draw(size=(3, 3, 1, 8)), np.zeros(8))}
    wanted = Wanted(example=view.canvas.example.values)
    return Frame(DOCUMENT.graph, data=DOCUMENT.data, maps=maps, weights=weights, wanted=wanted)


def pixels(image) -> np.ndarray:
    places = [[image.pixelColor(x, y).getRgb()[:3] for x in range(image.width())] for y in range(image.height())]
    return np.array(places)


@pytest.mark.parametrize(
    ("name", "faces"),
    [
        ("pictures", {
            "data": "picture", "reshape_1": "picture", "conv2d_1": "filters", "max_pooling2d_1": "maps",
            "flatten_1": "strip", "dense_1": "bars", "output": "classes",
        }),
        ("digits", {
            "data": "picture", "dense_1": "kernels", "dense_2": "strip", "dense_3": "bars", "output": "classes",
        }),
        ("waves", {
            "data": "waves", "reshape_1": "waves", "lstm_1": "bars", "dense_1": "bars", "output": "classes",
        }),
        ("iris", dict.fromkeys(example("iris", asset("examples")).graph.by_id, "")),
    ],
)  # fmt: skip
def test_each_card_has_the_face_that_its_values_ask_for(qtbot, name, faces) -> None:
    view = CanvasView(Editor(example(name, asset("examples"))), LIGHT)
    qtbot.addWidget(view)
    assert {node: item.card.content.face for node, item in view.canvas.nodes.items()} == faces


def test_a_convolution_over_several_channels_shows_its_maps_alone(view) -> None:
    document, node = edits.add_node(DOCUMENT, Conv2D(4, padding="same"), 0, 0, after="conv2d_1")
    view.show_document(document)
    assert view.canvas.nodes[node].card.content.face == "maps"


def test_data_shows_the_chosen_example_whatever_is_learned(view) -> None:
    data, item = load(DOCUMENT.data), view.canvas.nodes[DATA]
    assert item.told.caption == "picture 1,776: a 7"
    np.testing.assert_array_equal(pixels(item.pictures[0]), signed_rgb(data.points[ROW].reshape(8, 8)))
    view.forget()
    assert item.told.caption == "picture 1,776: a 7"
    view.canvas.show_example(Example((0.0,) * 64))
    assert item.told.caption == "your picture"


def test_filters_show_their_weights_by_the_layers_largest_beside_their_maps(view) -> None:
    frame, item = frame_of(view, np.full(10, 0.1)), view.canvas.nodes["conv2d_1"]
    view.show_frame(frame)
    kernel, maps = frame.weights["conv2d_1"][0], frame.maps["conv2d_1"]
    assert len(item.pictures) == len(item.card.maps) == 16
    for unit in range(8):
        weights = kernel[:, :, 0, unit] / np.abs(kernel).max()
        np.testing.assert_array_equal(pixels(item.pictures[2 * unit]), signed_rgb(weights))
        np.testing.assert_array_equal(pixels(item.pictures[2 * unit + 1]), signed_rgb(maps[unit] / np.abs(maps).max()))
    assert item.unit_at(item.pos() + item.card.maps[5].center()) == 2
    values = frame.maps["flatten_1"].reshape(32, 4)
    strip = view.canvas.nodes["flatten_1"].pictures[0]
    np.testing.assert_array_equal(pixels(strip), signed_rgb(values / np.abs(values).max()))


def heights(image, length: int) -> np.ndarray:
    """Where the line of a sequence's picture stands at each step, from -1 to 1: the middle of what is coloured."""
    found = []
    for step in range(length):
        x = round(8 + step / (length - 1) * (image.width() - 16))
        column = np.array([image.pixelColor(x, y).getRgb()[:3] for y in range(image.height())], int)
        inked = np.flatnonzero(np.ptp(column, axis=1) > 60)
        middle = (inked.min() + inked.max() + 1) / 2
        found.append((image.height() / 2 - middle) / (image.height() / 2 - 12))
    return np.array(found)


def test_a_sequence_is_a_line_on_the_cards_of_data_and_of_layers(qtbot) -> None:
    document = example("waves", asset("examples"))
    data = load(document.data)
    # A sine, whose line is nowhere upright.
    row = int(np.flatnonzero(data.labels == 0)[0])
    view = CanvasView(Editor(document), LIGHT)
    qtbot.addWidget(view)
    view.resize(1_600, 900)
    view.show()
    chosen = example_of(data, row)
    view.canvas.show_example(chosen)
    item, values = view.canvas.nodes[DATA], data.points[row]
    assert item.told.caption == f"sequence {row + 1}: a sine"
    np.testing.assert_allclose(heights(item.pictures[0], 32), values / 1.5, atol=0.12)
    assert item.unit_at(item.pos() + item.card.maps[0].center()) is None
    maps = {"reshape_1": values.reshape(1, 1, 32), OUTPUT: np.array([0.2, 0.7, 0.1]).reshape(3, 1, 1)}
    view.show_frame(Frame(document.graph, data=document.data, maps=maps, wanted=Wanted(example=chosen.values)))
    (shown,) = view.canvas.nodes["reshape_1"].pictures
    np.testing.assert_allclose(heights(shown, 32), values / np.abs(values).max(), atol=0.12)
    assert view.canvas.nodes[OUTPUT].told.caption == "reads square, is a sine"


def test_a_neurons_weights_over_the_steps_are_a_line(qtbot) -> None:
    document, node = edits.add_node(example("waves", asset("examples")), Dense(3), 0, 0, after=DATA)
    view = CanvasView(Editor(document), LIGHT)
    qtbot.addWidget(view)
    view.resize(1_600, 900)
    view.show()
    kernel = np.sin(np.arange(32)[:, np.newaxis] / 6 + np.arange(3)) * [1.0, 0.5, 0.25]
    frame = Frame(document.graph, data=document.data, maps={node: np.zeros((3, 1, 1))}, weights={node: (kernel,)})
    view.show_frame(frame)
    item = view.canvas.nodes[node]
    assert item.card.content.face == "wave_kernels"
    for unit in range(3):
        np.testing.assert_allclose(heights(item.pictures[unit], 32), kernel[:, unit] / np.abs(kernel).max(), atol=0.12)


def test_a_neurons_weights_over_the_pixels_are_a_picture() -> None:
    kernel = np.random.default_rng(2).normal(size=(64, 3))
    found = kernel_pictures((kernel, np.zeros(3)), 8)
    for unit in range(3):
        np.testing.assert_array_equal(found[unit], kernel[:, unit].reshape(8, 8))
    assert kernel_pictures((), 8) is None
    assert kernel_pictures((kernel[:60],), 8) is None


def test_the_answer_says_what_is_read_and_what_it_is(view) -> None:
    wrong, item = np.eye(10)[9] * 0.5 + 0.05, view.canvas.nodes[OUTPUT]
    view.show_frame(frame_of(view, wrong))
    assert (item.told.caption, item.told.is_wrong, item.told.right) == ("reads 9, is a 7", True, 7)
    np.testing.assert_array_equal(item.told.values, wrong)
    view.show_frame(frame_of(view, np.eye(10)[7]))
    assert (item.told.caption, item.told.is_wrong) == ("reads 7, right", False)
    canvas = QAccessible.queryAccessibleInterface(view)
    names = [canvas.child(part).text(QAccessible.Text.Name) for part in range(canvas.childCount())]
    assert any(name.startswith("Output") and name.endswith("reads 7, right") for name in names)
    # Another one was chosen since: what the frame says is of the one before.
    older = frame_of(view, np.eye(10)[1])
    view.canvas.show_example(example_of(load(DOCUMENT.data), 3))
    view.show_frame(older)
    assert item.told.caption == "reads 7, right"
    view.forget()
    assert item.told.values is None


def test_no_card_keeps_the_words_of_other_data(view):
    # Both have three classes, so their last cards differ in nothing but the words.
    for name in ("waves", "iris"):
        document = example(name, asset("examples"))
        view.canvas.show_document(document)
    fresh = CanvasScene(document, view.canvas.fonts, view.canvas.theme)
    for node_id, item in view.canvas.nodes.items():
        assert item.card.content == fresh.nodes[node_id].card.content
