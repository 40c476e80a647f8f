"""Maps of a canvas that is seen from afar."""

import numpy as np
from PySide6.QtGui import QColor

from playground.document.edits import edits
from playground.ui.canvas.items.maps import scaled
from playground.ui.canvas.items.mosaic import FROM_AFAR, mosaics
from playground.ui.theme import POSITIVE

WHITE = QColor("white")


def test_each_map_stands_in_its_cell_with_gaps_between():
    maps = np.full((5, 32, 32), -1, np.float32)
    maps[4] = 1
    picture = mosaics({"a": maps}, False, 0.5, WHITE)["a"]
    assert (picture.width(), picture.height()) == (4 * 12, 2 * 12)
    assert picture.pixelColor(5, 17) == QColor(*POSITIVE)
    assert picture.pixelColor(17, 5) == QColor(245, 147, 34)
    assert picture.pixelColor(11, 5) == WHITE
    assert picture.pixelColor(17, 17) == WHITE


def test_scaled_maps_show_their_form_and_discretized_ones_their_sign():
    ramp = np.full((1, 8, 8), 0.1, np.float32)
    assert mosaics({"a": scaled(ramp, together=False)}, False, 0.5, WHITE)["a"].pixelColor(3, 3) == QColor(*POSITIVE)
    assert mosaics({"a": ramp}, True, 0.5, WHITE)["a"].pixelColor(3, 3) == QColor(*POSITIVE)
    assert mosaics({"a": ramp}, False, 0.5, WHITE)["a"].pixelColor(3, 3) != QColor(*POSITIVE)


def test_what_is_no_number_and_what_is_empty_breaks_nothing():
    assert mosaics({"a": scaled(np.full((2, 4, 4), np.nan), True)}, True, 0.3, WHITE)["a"].height() == 7
    assert mosaics({"a": np.zeros((0, 4, 4))}, False, 0.3, WHITE) == {}


def test_a_canvas_zoomed_in_and_out_keeps_showing_maps(view, frame, qtbot):
    view.zoom_to(0.5)
    view.show_frame(frame)
    first = view.canvas.nodes["first"]
    assert first.shows_maps
    assert first.pictures == ()
    view.zoom_to(1.5)
    view.ensureVisible(first)
    qtbot.waitUntil(lambda: bool(first.pictures))
    view.zoom_to(0.2)
    view.show_frame(frame)
    view.zoom_to(FROM_AFAR)
    qtbot.waitUntil(lambda: first.shows_maps)


def test_an_edited_layer_shows_no_old_maps(view, editor, frame):
    from playground.document.layers.dense import Dense

    editor.apply("Edit", edits.set_layer(editor.document, "first", Dense(3)))
    view.zoom_to(0.5)
    view.show_frame(frame)
    assert not view.canvas.nodes["first"].shows_maps
    assert view.canvas.nodes["second"].shows_maps
