"""What would hang TensorFlow, fill the memory or end the process is refused before it is run."""

from __future__ import annotations

import math
import random

import pytest

from playground.engine.lab import evaluate as evaluating
from playground.frames.lab import LabQuestion
from playground.lab import limits
from playground.lab.matching import default_call, read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable, read_index, read_value
from playground.lab.values import Call, Chain, Cut, Earlier, Filled, Index, NewAxis, Typed
from tests.engine.lab.asking import LAB, ask, ask_call

HUGE = [
    "tf.tile([1], [2 ** 40])", "tf.tile([[1]], [2 ** 62, 4])", "tf.zeros([10, 2 ** 40])", "tf.zeros([100000, 100000])",
    "tf.ones([2 ** 62, 2 ** 62])", "tf.fill([2 ** 31, 2 ** 31], 0)", "tf.range(1000000000000000000, delta=1)",
    "tf.range(0., 1., 0.0000000001)", "tf.one_hot([1], depth=2147483647)",
    "tf.one_hot(tf.zeros([1000], tf.int32), 9999)",
    "tf.strings.as_string([1], width=1073741824)", "tf.eye(100000)", "tf.linspace(0., 1., 1000000000)",
    "tf.pad([1], [[0, 2 ** 40]])", "tf.pad([1], [[2 ** 62, 2 ** 62]])", "tf.broadcast_to([1], [2 ** 20, 2 ** 20])",
    "tf.reshape(tf.zeros([1000000]), [1, 1, 1, 1, 1, 1, 1000000])", "tf.unstack(tf.zeros([1000000]))",
    "tf.split(tf.zeros([1000000]), 1000000)", "tf.zeros([1, 1, 1, 1, 1, 1, 1])",
    "tf.zeros([100000]) + tf.zeros([100000, 1])",
    "tf.matmul(tf.zeros([100000, 1]), tf.zeros([1, 100000]))", "tf.meshgrid(tf.zeros([10000]), tf.zeros([10000]))",
    "tf.tensordot(tf.zeros([100000]), tf.zeros([100000]), 0)", "tf.random.normal([2, 2], stddev=-1.)",
    "tf.random.stateless_uniform([100000, 100000], seed=[0, 0])", "tf.scatter_nd([[1]], [1], [2 ** 40])",
    "tf.keras.layers.Embedding(1000000000, 1000000000)([1])", "tf.norm(tf.ones([1000, 1000]))",
    "tf.stack([tf.zeros([1, 1, 1, 1, 1, 1]), tf.zeros([1, 1, 1, 1, 1, 1])])", "tf.strings.length('a', unit='WORD')",
    "tf.expand_dims(tf.zeros([1, 1, 1, 1, 1, 1]), axis=0)", "tf.zeros([2])[" + "tf.newaxis, " * 60 + "0]",
    "tf.gather(tf.zeros([1, 1, 1, 1, 1, 1]), tf.zeros([1, 1, 1], tf.int32))",
]  # fmt: skip


@pytest.mark.parametrize("code", HUGE)
def test_it_is_refused_and_not_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask(code)
    assert answer.trouble is not None
    assert (answer.trouble.error, answer.results) == ("", ())


TEXTS = [
    "[" * 5000 + "]" * 5000, "-" * 90_000 + "1", "9" * 6000, "2 ** 10 ** 10", "1e400 * 5",
    "__import__('os').system('ls')",
    "[x for x in range(9)]", "lambda: 0", "'a' * 10 ** 9", "[1, 2", "{1: 2}",
    "f'{1}'", "(1).__class__", "tf.zeros([2])",
    "0" * 200_000, "\x00", "1 if True else 2", "a := 3", "*[1]", "b'bytes'", "1j", "open('x')", "not " * 9000 + "1",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_typed_text_is_read_or_refused_and_never_run(text: str) -> None:
    for read in (read_value, read_index, read_code):
        try:
            read(text)
        except Unreadable:
            continue


def odd_value(chance: random.Random) -> object:
    whole = [0, -1, 1, 3, 64, 65, 254, 10_001, 2**31 - 1, 2**31, -(2**63), 2**63, 10**30]
    one = chance.choice([*whole, 0.5, math.nan, math.inf, -1e308, "x", "", True, None, (), ((),), ((1, 2), (3,))])
    return tuple(chance.choice(whole) for _ in range(chance.randint(1, 9))) if chance.random() < 0.3 else one


def odd_input(chance: random.Random) -> object:
    kinds = [None, "int16", "float16", "string", "bool", "float128"]
    if chance.random() < 0.5:
        return Typed(odd_value(chance), chance.choice(kinds), chance.random() < 0.5)
    if chance.random() < 0.1:
        return Earlier(chance.randint(-1, 3))
    shape = tuple(chance.choice([0, 1, 2, 7, 1000, 2**20, -3]) for _ in range(chance.randint(0, 7)))
    return Filled(chance.choice(["zeros", "ones", "count", "random"]), shape, chance.choice(kinds))


def odd_call(number: int) -> Call:
    """An operation with one or two of its values replaced by odd ones."""
    chance = random.Random(number)
    call = default_call(chance.choice(list(OPERATIONS.values())))
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(OPERATIONS[call.operation].names)
        if name in OPERATIONS[call.operation].inputs:
            call = call.with_input(name, odd_input(chance))
        elif name == "index":
            items = [Cut(), Cut(step=0), Cut(5, -9, -2), NewAxis(), 2**40, 1.5, "a", (0, 1)]
            call = call.with_parameter(name, Index(tuple(chance.choice(items) for _ in range(chance.randint(0, 20)))))
        else:
            call = call.with_parameter(name, odd_value(chance))
    return call


def test_two_hundred_odd_calls_are_answered_within_the_limits() -> None:
    run, refused = 0, 0
    for number in range(200):
        answer = LAB.answer(LabQuestion(Chain((odd_call(number),))))
        if answer.trouble is None:
            run += 1
            assert all(math.prod(one.shape) <= limits.MOST_CELLS for one in answer.results)
            assert all(len(one.shape) <= limits.MOST_AXES for one in answer.results)
            assert all(one.values is None or one.values.size <= 4096 for one in answer.results)
        else:
            assert answer.trouble.code != "failed", odd_call(number)
            refused += not answer.trouble.error
    assert run > 20
    assert refused > 50


def test_a_chain_is_bounded_and_knows_its_steps() -> None:
    call = read_code("tf.constant(1) + 1").last
    assert LAB.answer(LabQuestion(Chain((call,) * 9))).trouble.code == "too_many_steps"
    assert ask_call("add", {"x": Earlier(0), "y": Typed(1)}, {}).trouble.code == "no_such_step"
    assert ask_call("os.system", {}, {}).trouble.code == "no_such_operation"
    assert ask_call("add", {"z": Typed(1)}, {}).trouble.code == "no_such_name"


def test_a_template_cannot_reach_what_is_private() -> None:
    import ast

    with pytest.raises(TypeError):
        evaluating.evaluate(ast.parse("tf.__class__"), {})
