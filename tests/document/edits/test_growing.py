"""How large a layer is, and whether it learns: what one click at a node changes."""

from __future__ import annotations

import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.growing import can_freeze, freeze, grow, grown, is_frozen
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.layers import LAYERS
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import GRU, LSTM, Embedding, SimpleRNN
from playground.document.layers.shaping import Flatten
from playground.document.limits import limits


@pytest.mark.parametrize(
    ("layer", "name"),
    [
        (Dense(), "units"), (SimpleRNN(), "units"), (LSTM(), "units"), (GRU(), "units"),
        (Conv2D(), "filters"), (Embedding(), "output_dim"), (ReLU(), ""), (Flatten(), ""),
    ],
)  # fmt: skip
def test_the_main_size_is_known(layer, name):
    assert layer.size_field == name


@pytest.mark.parametrize("kind", [kind for kind in LAYERS.values() if kind.size_field])
def test_one_more_and_one_less_stay_within_the_limits(kind):
    name = kind.size_field
    limit = limits(kind)[name]
    assert getattr(grown(kind(), 1), name) == getattr(kind(), name) + 1
    assert grown(kind(**{name: limit.low}), -1) is None
    assert grown(kind(**{name: limit.high}), 1) is None


def test_several_grow_together_and_others_stay():
    document, first = edits.add_node(Document(), Dense(4), 0, 0)
    document, second = edits.add_node(document, Conv2D(1), 0, 0)
    document, third = edits.add_node(document, ReLU(), 0, 0)
    less = grow(document, (first, second, third, "gone"), -1)
    assert [less.graph.by_id[name].layer for name in (first, second, third)] == [Dense(3), Conv2D(1), ReLU()]


def test_freezing_a_mixed_lot_freezes_all_and_then_frees_all():
    document, first = edits.add_node(Document(), Dense(trainable=False), 0, 0)
    document, second = edits.add_node(document, Conv2D(), 0, 0)
    document, third = edits.add_node(document, ReLU(), 0, 0)
    ids = (first, second, third)
    frozen = freeze(document, ids)
    assert [is_frozen(frozen.graph.by_id[name].layer) for name in ids] == [True, True, False]
    free = freeze(frozen, ids)
    assert [is_frozen(free.graph.by_id[name].layer) for name in ids] == [False, False, False]


def test_what_has_no_weights_cannot_be_frozen():
    document, node = edits.add_node(Document(), ReLU(), 0, 0)
    assert not can_freeze(ReLU())
    assert freeze(document, (node,)) == document
