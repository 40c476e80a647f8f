"""What a person does in the lab, without a window."""

import numpy as np
import pytest

from playground.frames.lab import LabTensor
from playground.lab.code import code_of
from playground.lab.matching import read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable
from playground.lab.values import Call, Chain, Dtype, Typed
from playground.ui.lab import work as working
from playground.ui.lab.tensors.sheet import sheet_of, stretched, united, whole


def tensor(values, dtype="int32"):
    array = np.array(values)
    return LabTensor(array, array.shape, dtype, array.nbytes)


def test_a_typed_cell_becomes_part_of_the_code():
    work = working.of_chain(read_code("tf.constant([[1], [2]]) + tf.constant([10, 20, 30])"))
    changed = working.with_cell(work, "y", tensor([10, 20, 30]), 1, "-2.5")
    assert code_of(changed.call) == "tf.constant([[1], [2]]) + tf.constant([10, -2.5, 30])"
    with pytest.raises(Unreadable):
        working.with_cell(work, "y", tensor([10, 20, 30]), 1, "two")


def test_a_filled_tensor_becomes_typed_as_soon_as_a_cell_is():
    work = working.of_chain(read_code("tf.nn.relu(tf.zeros([2, 2]))"))
    changed = working.with_cell(work, "features", tensor([[0.0, 0.0], [0.0, 0.0]]), 3, "7")
    assert code_of(changed.call) == "tf.nn.relu(tf.constant([[0.0, 0.0], [0.0, 7]]))"


def test_a_shape_keeps_the_cells_there_are_and_a_large_one_is_filled():
    work = working.of_chain(read_code("tf.square([1., 2., 3.])"))
    square = working.with_shape(work, "x", tensor([1.0, 2.0, 3.0]), (2, 2))
    assert code_of(square.call) == "tf.square([[1.0, 2.0], [3.0, 1.0]])"
    assert "stateless_uniform([40, 40]" in code_of(working.with_shape(work, "x", tensor([1.0]), (40, 40)).call)


def test_parameters_are_said_or_left_to_tensorflow():
    work = working.begin("reduce_sum")
    assert working.parameter_text(work, "axis") == "0"
    assert code_of(working.with_parameter(work, "axis", "").call).endswith("]]))")
    assert code_of(working.with_parameter(work, "axis", "[0, 1]").call).endswith("axis=[0, 1])")
    index = working.with_parameter(working.begin("index"), "index", "..., tf.newaxis, ::2")
    assert working.parameter_text(index, "index") == "..., tf.newaxis, ::2"
    cast = working.with_value(working.begin("cast"), "dtype", Dtype("uint8"))
    assert code_of(cast.call) == "tf.cast(123456789, tf.uint8)"


def test_the_result_goes_into_the_next_operation_up_to_eight_steps():
    work = working.begin("matmul")
    for _ in range(7):
        assert work.has_room
        work = working.go_on(work, "square")
    assert not work.has_room
    assert code_of(work.call) == "tf.square(step7)"
    again = working.go_on(work.look_at(0), "transpose")
    assert [call.operation for call in again.chain.calls] == ["matmul", "transpose"]


@pytest.mark.parametrize("name", OPERATIONS)
def test_each_parameter_reads_as_it_is_shown(name):
    work = working.begin(name)
    for parameter, value in work.call.parameters:
        shown = working.parameter_text(work, parameter)
        if not isinstance(value, Dtype):
            assert code_of(working.with_parameter(work, parameter, shown).call) == code_of(work.call)


@pytest.mark.parametrize("shape", [(), (5,), (3, 4), (2, 3, 4), (2, 3, 4, 5), (2, 2, 3, 4, 5)])
def test_each_cell_is_found_where_it_stands(shape):
    sheet = sheet_of(shape)
    corners = [sheet.corner(place) for place in range(int(np.prod(shape)))]
    assert len(set(corners)) == len(corners)
    assert [sheet.at(x + 0.5, y + 0.5) for x, y in corners] == list(range(len(corners)))
    assert sheet.at(-0.1, 0) is None
    assert sheet.at(sheet.width + 0.1, 0) is None


@pytest.mark.parametrize("shape", [(5, 3, 4), (2, 3, 4, 5)])
def test_of_fanned_pages_the_one_in_front_is_seen_whole_and_a_strip_of_each_other(shape):
    sheet, size = sheet_of(shape, is_fanned=True), shape[-2] * shape[-1]
    assert sheet.width < sheet_of(shape).width
    for front in range(sheet.pages):
        assert sheet.behind(front)[-1] == front
        at = [sheet.corner(place) for place in range(front * size, (front + 1) * size)]
        assert [sheet.at(x + 0.5, y + 0.5, front) for x, y in at] == list(range(front * size, (front + 1) * size))
        points = [(x / 4, y / 4) for x in range(int(4 * sheet.width)) for y in range(int(4 * sheet.height))]
        seen = {place // size for x, y in points if (place := sheet.at(x, y, front)) is not None}
        assert seen == set(range(sheet.pages))


@pytest.mark.parametrize("name", ["assign", "assign_add", "assign_cells", "scatter_assign", "scatter_add"])
@pytest.mark.parametrize("value", [np.float32(3.5), np.array([1, 2, 3]), np.ones((2, 2), np.float32)])
def test_an_assignment_that_follows_fits_the_variable(name, value):
    from playground.engine.lab.running import Lab

    if name.startswith("scatter") and value.ndim == 0:
        return
    work = working.of_chain(Chain((Call("constant", (("value", Typed(_tuples(value.tolist()))),)),)))
    tensor = LabTensor(value, value.shape, value.dtype.name.replace("64", "32"), value.nbytes)
    after = working.go_on(work, name, tensor)
    assert [call.operation for call in after.chain.calls] == ["constant", "variable", name]
    answer = Lab().answer(after.question)
    assert answer.trouble is None
    again = working.go_on(after, "assign_sub", answer.results[0])
    assert len(again.chain.calls) == 4
    assert [moment.step for moment in Lab().answer(again.question).history] == [1, 2, 3]


def _tuples(value):
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def test_long_rows_show_their_ends_and_broadcasting_shows_each_reading():
    assert whole((20,)).tolist() == [0, 1, 2, 3, 4, -1, 15, 16, 17, 18, 19]
    assert whole((2, 12)).shape == (2, 12)
    assert stretched((3,), (2, 3)).tolist() == np.broadcast_to(np.arange(3), (2, 3)).tolist()
    assert stretched((2, 3), (2, 3)) is None
    assert stretched((2,), (2, 3)) is None


@pytest.mark.parametrize(("places", "runs"), [([3, 4, 5], 1), ([1, 4], 1), ([0, 5], 2), ([2, 3], 2), ([5, 6], 2)])
def test_a_row_or_a_column_has_one_ring(places, runs):
    assert len(united(places, sheet_of((2, 2, 3)))) == runs
