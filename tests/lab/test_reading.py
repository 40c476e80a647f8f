"""Typed cells, pasted lists and slices are read without being run; code is read as calls, and written again."""

from __future__ import annotations

import pytest

from playground.lab.code import code_of, script
from playground.lab.matching import default_call, read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable, read_cell, read_index, read_value
from playground.lab.values import Cut, Earlier, Filled, Index, NewAxis, Rest, Typed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3), (" -2.5 ", -2.5), ("[1, 2.0, [3]]", (1, 2.0, (3,))), ("(1, 2)", (1, 2)), ("true", True),
        ("[true, false]", (True, False)), ("'a'", "a"), ('["你好"]', ("你好",)), ("1e3", 1000.0),
        ("2 ** 40", 2**40), ("[]", ()),
    ],
)  # fmt: skip
def test_values(text: str, value: object) -> None:
    assert repr(read_value(text)) == repr(value)


def test_a_cell_is_read_as_its_neighbours_are() -> None:
    assert read_cell("12", "words") == "12"
    assert read_cell("12", 0) == 12
    with pytest.raises(Unreadable):
        read_cell("[1, 2]", 0)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("0, -1", (0, -1)), (":, 0:28:2, ::-1", (Cut(), Cut(0, 28, 2), Cut(step=-1))), ("..., 1", (Rest(), 1)),
        ("tf.newaxis, :", (NewAxis(), Cut())), ("None", (NewAxis(),)), ("[0, 2]", ((0, 2),)), ("1.5", (1.5,)),
    ],
)  # fmt: skip
def test_slices(text: str, items: tuple) -> None:
    assert read_index(text) == Index(items)


@pytest.mark.parametrize("text", ["", "x", "1:2:3:4", "a:b", "f()", "1]+[2"])
def test_what_is_no_slice(text: str) -> None:
    with pytest.raises(Unreadable):
        read_index(text)


# Shown in another light: adding as broadcasting, multiplying beside the matrix product.
THE_SAME_AS_OTHERS = ("broadcast_add", "hadamard")


@pytest.mark.parametrize("name", OPERATIONS)
def test_each_operation_begins_with_a_call_that_reads_as_it_is_written(name: str) -> None:
    operation = OPERATIONS[name]
    call = default_call(operation)
    assert {given for given, _ in call.inputs} <= set(operation.inputs)
    if not operation.start and name not in THE_SAME_AS_OTHERS:
        assert code_of(read_code(code_of(call)).last) == code_of(call)


@pytest.mark.parametrize("code", [code for one in OPERATIONS.values() for code in (*one.mistakes, *one.course)])
def test_the_mistakes_and_other_calls_are_read(code: str) -> None:
    assert read_code(code).calls


def test_what_stands_inside_is_an_earlier_step() -> None:
    chain = read_code("tf.constant([[1., 2.]]) @ tf.zeros([2, 3]) + tf.exp([.1, .2, .3])")
    assert [call.operation for call in chain.calls] == ["matmul", "exp", "add"]
    assert chain.last.inputs == (("x", Earlier(0)), ("y", Earlier(1)))
    assert chain.calls[0].given("b") == Filled("zeros", (2, 3))
    assert script(chain).splitlines()[-3:] == [
        "step2 = tf.exp([0.1, 0.2, 0.3])",
        "step3 = step1 + step2",
        "print(step3)",
    ]


def test_two_bare_lists_would_be_joined_by_python() -> None:
    call = (
        default_call(OPERATIONS["add"]).with_input("x", Typed((1, 2), bare=True)).with_input("y", Typed(3, bare=True))
    )
    assert code_of(call) == "tf.constant([1, 2]) + 3"
