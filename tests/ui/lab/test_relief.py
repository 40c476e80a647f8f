"""Results as surfaces: which are, what of them is drawn, and their extremes."""

import numpy as np
import pytest

from playground.frames.lab import LabAnswer, LabQuestion, LabTensor
from playground.lab.matching import default_call, read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain


def answer_of(values, chain=None):
    tensor = LabTensor(values, values.shape, str(values.dtype), values.nbytes)
    return LabAnswer(LabQuestion(chain or read_code("tf.zeros([2, 2])")), results=(tensor,))


def sinc(num):
    line = np.linspace(-8, 8, num)
    x, y = np.meshgrid(line, line)
    r = np.hypot(x, y)
    with np.errstate(invalid="ignore"):
        values = np.sin(r) / r
    return answer_of(values.astype(np.float32), Chain((default_call(OPERATIONS["surface"]),)))


@pytest.mark.parametrize(
    "values",
    [np.zeros((100, 100)), np.ones((8, 40)), np.eye(20, dtype=np.int32), np.random.default_rng(0).random((2, 20, 20))],
)
def test_what_is_flat_small_or_no_matrix_of_floats_is_no_surface(values):
    from playground.ui.lab.relief import surface_of

    assert surface_of(answer_of(values)) is None


def test_a_large_surface_is_thinned_and_keeps_its_hole():
    from playground.ui.lab.relief import surface_of

    surface = surface_of(sinc(101))
    assert surface.heights.shape == (56, 56)
    assert np.isnan(surface.heights).sum() == 1
    assert np.nanmax(surface.heights) > 0.98
    assert surface.spans == ((-8, 8), (-8, 8))
    assert not np.isnan(surface_of(sinc(100)).heights).any()


@pytest.mark.parametrize(
    ("num", "said"), [(100, "highest 0.998 [49, 49]"), (100, "no NaN"), (101, "NaN: 1 [50, 50]"), (101, "OpenGL")]
)
def test_its_extremes_are_said_also_where_nothing_can_be_drawn(qtbot, num, said):
    from playground.ui.lab.relief import Relief
    from playground.ui.theme import LIGHT

    relief = Relief(LIGHT, lambda _: None)
    qtbot.addWidget(relief)
    relief.show_answer(sinc(num))
    assert not relief.isHidden()
    assert said in relief.said.text()
    relief.show_answer(answer_of(np.zeros((3, 3))))
    assert relief.isHidden()


def test_the_view_gets_heights_from_minus_1_to_1_and_a_mark_over_the_hole(qtbot):
    from PySide6.QtWidgets import QWidget

    from playground.ui.across.lab_surface import LabSurface
    from playground.ui.lab.relief import surface_of
    from playground.ui.theme import DARK, LIGHT

    class View(QWidget):
        def __init__(self):
            super().__init__()
            self.shown = {}

        def __getattr__(self, name):
            return lambda *given: self.shown.update({name: given})

    view = View()
    drawn = LabSurface(LIGHT, view)
    qtbot.addWidget(drawn)
    drawn.show_surface(surface_of(sinc(101)))
    heights, rgb = view.shown["show_surface"]
    assert np.isfinite(heights).all()
    # Row 0 lies at the largest y, which is symmetric here: the mark is what tells.
    middle = view.shown["show_points"][0]
    assert np.abs(middle).max() < 0.05
    row, column = np.argwhere((rgb == LIGHT.colour("problem").getRgb()[:3]).all(axis=-1)).tolist()[0]
    assert heights[row, column] == pytest.approx(0.98, abs=0.02)
    drawn.show_theme(DARK)
    assert view.shown["show_theme"] == (DARK,)
