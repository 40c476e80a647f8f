"""The weights of what is under the pointer: which numbers, in which order, and live."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.graph import DATA, Edge
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.ui.canvas.items.maps import map_pictures, surface_picture
from playground.ui.canvas.items.weights import MOST, edge_table, neuron_table, weight_text
from playground.ui.theme import DARK, NEGATIVE, POSITIVE


@pytest.fixture
def learned(editor, frame) -> Frame:
    """Weights of `first`, (2, 8), and of `second`, (8, 8), counted up."""
    kernels = {"first": (2, 8), "second": (8, 8)}
    weights = {
        name: (np.arange(np.prod(shape), dtype=np.float32).reshape(shape) / 100, np.arange(8, dtype=np.float32) / 10)
        for name, shape in kernels.items()
    }
    return replace(frame, graph=editor.document.graph, weights=weights)


def test_a_connection_has_a_row_for_each_input_and_a_column_for_each_neuron(editor, learned) -> None:
    table = edge_table(learned, editor.document, Edge(DATA, "first"))
    assert table is not None
    assert table.title == "Weights, Circle → Dense"
    assert table.rows == ("x₁", "x₂")
    assert table.columns == tuple("12345678")
    np.testing.assert_array_equal(table.values, learned.weights["first"][0])
    np.testing.assert_array_equal(table.bias, learned.weights["first"][1])


def test_between_layers_inputs_are_the_neurons_before(editor, learned) -> None:
    table = edge_table(learned, editor.document, Edge("first", "second"))
    assert table is not None
    assert table.rows == table.columns == tuple("12345678")
    assert table.values[2, 3] == learned.weights["second"][0][2, 3]


def test_a_neuron_has_its_own_weights_and_its_bias(editor, learned) -> None:
    table = neuron_table(learned, editor.document, "first", 3)
    assert table is not None
    assert table.title == "Dense, neuron 4"
    assert table.columns == ("4",)
    np.testing.assert_array_equal(table.values, learned.weights["first"][0][:, 3:4])
    np.testing.assert_array_equal(table.bias, learned.weights["first"][1][3:4])


def test_of_a_large_kernel_the_first_rows_and_columns_are_shown(editor, learned) -> None:
    large = (np.zeros((30, 64), np.float32), np.zeros(64, np.float32))
    changed = edits.set_layer(editor.document, "second", Dense(64))
    frame = replace(learned, graph=changed.graph, weights={"second": large})
    table = edge_table(frame, changed, Edge("first", "second"))
    assert table is not None
    assert (table.values.shape, table.size) == ((MOST, MOST), (30, 64))
    assert table.bias is not None
    assert len(table.bias) == MOST
    assert neuron_table(frame, changed, "second", 63).columns == ("64",)


def test_without_a_bias_none_is_shown(editor, learned) -> None:
    bare = replace(learned, weights={"first": learned.weights["first"][:1]})
    assert edge_table(bare, editor.document, Edge(DATA, "first")).bias is None


@pytest.mark.parametrize("edge", [Edge("second", "add"), Edge("add", "output"), Edge("third", "loose")])
def test_other_connections_have_no_weights(editor, learned, edge) -> None:
    assert edge_table(learned, editor.document, edge) is None


def test_what_has_been_edited_since_shows_no_weights_of_before(editor, learned) -> None:
    document = editor.document
    other = edits.set_layer(document, "first", Dense(4))
    assert edge_table(learned, other, Edge(DATA, "first")) is None
    rewired = edits.connect(document, "third", "second")
    assert edge_table(learned, rewired, Edge("third", "second")) is None
    assert edge_table(learned, rewired, Edge("first", "second")) is None
    assert neuron_table(learned, edits.remove_nodes(document, ["first"]), "first", 0) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (-0.424, "−0.42"),
        (9.999, "10.0"),
        (-12.34, "−12.3"),
        (107.4, "107"),
        (2e7, "2e7"),
        (float("nan"), "NaN"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
    ],
)
def test_weights_are_short(value, text) -> None:
    assert weight_text(value) == text


def test_hovering_a_connection_shows_its_weights_and_they_move(view, hand, learned) -> None:
    label = view._hover.weights
    hand.hover(view.canvas.edges[Edge("first", "second")])
    assert not label.isVisible()
    view.show_frame(learned)
    hand.hover(view.canvas.edges[Edge("first", "second")])
    assert label.isVisible()
    assert view.rect().contains(label.geometry())
    weights = {name: tuple(array + 1 for array in arrays) for name, arrays in learned.weights.items()}
    view.show_frame(replace(learned, weights=weights))
    assert label.table.values[0, 0] == 1
    view.show_theme(DARK)
    hand.hover(view.canvas.nodes["loose"])
    assert not label.isVisible()


def test_hovering_a_map_shows_the_neurons_weights(view, hand, learned) -> None:
    view.show_frame(learned)
    item = view.canvas.nodes["first"]
    hand.hover(item.pos() + item.card.maps[2].center())
    assert view._hover.weights.table.title == "Dense, neuron 3"
    assert view._hover.weights.isVisible()
    hand.hover(view.canvas.nodes[DATA])
    assert not view._hover.weights.isVisible()


def test_a_press_puts_the_weights_away(view, hand, learned) -> None:
    view.show_frame(learned)
    edge = view.canvas.edges[Edge("first", "second")]
    hand.hover(edge)
    hand.press(edge)
    assert not view._hover.weights.isVisible()
    hand.release()


def test_numbers_that_are_none_are_drawn_too(view, hand, learned) -> None:
    broken = (np.full((8, 8), np.nan, np.float32), np.full(8, np.inf, np.float32))
    view.show_frame(replace(learned, weights={"second": broken}))
    hand.hover(view.canvas.edges[Edge("first", "second")])
    assert view._hover.weights.isVisible()
    view.grab()


def test_discretized_maps_have_two_colours() -> None:
    ramp = np.linspace(-1, 1, 8, dtype=np.float32)
    (image,) = map_pictures(np.tile(ramp, (1, 8, 1)), most=4, discretize=True)
    surface = surface_picture(np.tile(ramp, (8, 1))[..., None], discretize=True)
    for shown in (image, surface):
        colours = {shown.pixelColor(x, 0).getRgb()[:3] for x in range(8)}
        assert colours == {NEGATIVE, POSITIVE}


def test_discretized_classes_show_the_winner_alone() -> None:
    unsure = np.full((2, 2, 3), 0.3, np.float32)
    unsure[..., 1] = 0.4
    assert surface_picture(unsure, discretize=True) != surface_picture(unsure)


def test_maps_follow_the_documents_view_at_once(view, editor, frame) -> None:
    view.show_frame(replace(frame, graph=editor.document.graph))

    def colours() -> int:
        image = view.canvas.nodes["first"].pictures[0]
        return len({image.pixelColor(x, 0).getRgb() for x in range(image.width())})

    assert colours() > 2
    editor.apply("View", edits.set_view(editor.document, replace(editor.document.view, discretize=True)))
    assert colours() == 2
    editor.undo()
    assert colours() > 2
