"""A variable watched over its assignments, on made answers."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF

from playground.frames.lab import LabAnswer, LabMoment, LabQuestion, LabTensor
from playground.lab.matching import read_code
from playground.ui.lab.watch import Watch, moments_of
from playground.ui.theme import LIGHT


def answer_of(code, *values):
    arrays = [np.asarray(one) for one in values]
    tensors = [LabTensor(one, one.shape, "int32", one.nbytes) for one in arrays]
    history = tuple(LabMoment(step, tensor) for step, tensor in enumerate(tensors))
    return LabAnswer(LabQuestion(read_code(code)), facts=(("name", "v:0"), ("trainable", True)), history=history)


CODE = "tf.Variable([1, 2, 3]).assign_add([0, 1, 0])"


def watched():
    return answer_of(
        'tf.Variable([1, 2, 3], name="v").assign_add([0, 1, 0]).assign([9, 3, 3])', [1, 2, 3], [1, 3, 3], [9, 3, 3]
    )


def test_each_moment_tells_what_its_assignment_changed():
    moments = moments_of(watched(), "start")
    assert [one.title for one in moments] == ["start", "assign_add([0, 1, 0])", "assign([9, 3, 3])"]
    assert [one.changed for one in moments] == [frozenset(), {1}, {0}]
    assert moments_of(answer_of("tf.Variable([1])", [1]), "start") == []


def test_a_cells_history_is_a_row_and_tells_exactly_what_it_was(qtbot):
    watch = Watch(LIGHT)
    qtbot.addWidget(watch)
    watch.show_answer(watched(), True)
    watch.resize(900, 260)
    watch.show()
    rows = watch.rows
    assert len({rows.box(number, 1).center().y() for number in range(3)}) == 1
    assert rows.told(rows.box(1, 1).center()) == "2 → 3"
    assert rows.told(rows.box(2, 1).center()) == "3"
    assert rows.told(QPointF(-5, -5)) == ""
    assert "v:0" in watch._said.text()
    qtbot.waitUntil(lambda: all(rows.rect().contains(rows.box(2, at).toAlignedRect()) for at in range(3)))
    followed = []
    watch.followed.connect(followed.append)
    watch.again.menu().actions()[0].trigger()
    assert followed == ["assign"]
    watch.show_answer(watched(), False)
    assert not watch.again.isEnabled()


def test_points_of_a_grid_are_pointed_at_and_tell_their_cell(qtbot):
    from playground.ui.lab.plane import Plane

    xs, ys = np.meshgrid(np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0]))
    tensors = tuple(LabTensor(one, one.shape, "float32", one.nbytes) for one in (xs, ys))
    plane = Plane(LIGHT)
    qtbot.addWidget(plane)
    plane.show_answer(LabAnswer(LabQuestion(read_code("tf.meshgrid([0., 1., 2.], [0., 1.])")), results=tensors))
    plane.resize(400, 300)
    plane.show()
    places = plane.places()
    # Further right with x, further up with y.
    assert (np.diff(places[:3, 0]) > 0).all()
    assert places[3, 1] < places[0, 1]
    told = []
    plane.pointed.connect(told.append)
    for cell in (4, 0):
        qtbot.mouseMove(plane, QPoint(*places[cell].round().astype(int).tolist()))
    qtbot.mouseMove(plane, QPoint(1, 1))
    assert told[-3:] == [4, 0, -1]
    plane.show_answer(answer_of(CODE, [1, 2, 3]))
    assert plane.isHidden()
