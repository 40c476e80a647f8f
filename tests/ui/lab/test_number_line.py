"""Numbers that are cut at ends, on a line: where the ends are and how many are cut, against numpy."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.frames.lab import LabAnswer, LabQuestion, LabTensor
from playground.lab.matching import default_call
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain
from playground.ui.lab.number_line import NumberLine, ends
from playground.ui.lab.number_pictures import NumberPictures
from playground.ui.theme import LIGHT


def answered(call, values) -> LabAnswer:
    """What numpy makes of these numbers."""
    values = np.asarray(values, np.float32)
    found = ends(call)
    result = values if found is None else np.clip(values, *found)
    tensors = [LabTensor(one, one.shape, "float32", one.nbytes) for one in (values, result)]
    return LabAnswer(LabQuestion(Chain((call,))), inputs=(("t", tensors[0]),), results=(tensors[1],))


def clipping(low, high):
    call = default_call(OPERATIONS["clip_by_value"])
    return call.with_parameter("clip_value_min", low).with_parameter("clip_value_max", high)


@pytest.mark.parametrize(
    ("call", "values", "cut"),
    [
        (clipping(2, 7), np.arange(10), 4),
        (clipping(-1.5, 0.5), [-2, -1.5, 0.5, 3, np.inf], 2),
        (default_call(OPERATIONS["relu"]), [-2, -0.5, 0, 3], 2),
        (default_call(OPERATIONS["relu"]), [[1, 2], [3, 4]], 0),
    ],
)
def test_it_tells_how_many_are_cut(qtbot, call, values, cut):
    line = NumberLine(LIGHT)
    qtbot.addWidget(line)
    line.show_answer(answered(call, values))
    assert not line.isHidden()
    assert line.said.startswith(f"{cut} of {np.isfinite(values).sum()} ")
    line.resize(line.sizeHint())
    picture = line.grab().toImage()
    moved = LIGHT.colour("validation")
    seen = {QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}
    assert (moved.name() in seen) == (cut > 0)


@pytest.mark.parametrize("operation", ["abs", "square", "normal"])
def test_others_have_none(qtbot, operation):
    line = NumberLine(LIGHT)
    qtbot.addWidget(line)
    line.show_answer(answered(default_call(OPERATIONS[operation]), [1, 2, 3]))
    assert line.isHidden()


def test_ends_the_wrong_way_round_have_none():
    assert ends(clipping(7, 2)) is None


def test_one_picture_at_most(qtbot):
    pictures = NumberPictures(LIGHT)
    qtbot.addWidget(pictures)
    for call, count in (
        (clipping(2, 7), 1),
        (default_call(OPERATIONS["normal"]), 1),
        (default_call(OPERATIONS["abs"]), 0),
    ):
        pictures.show_answer(answered(call, np.linspace(-1, 9, 20)))
        assert pictures.isHidden() == (count == 0)
