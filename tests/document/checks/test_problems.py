"""Problems: each is found where it is, and gone after one click on any of its fixes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from playground.document.checks.problems import can_train, find_problems
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.activations import LeakyReLU, Sigmoid, Softmax, Step
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.merging import Add, Concatenate
from playground.document.layers.pictures import Conv2D, MaxPooling2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.sequences import LSTM, Embedding, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.losses import LOSSES
from playground.document.settings import DATASETS, DataSettings
from tests.document.random_documents import documents, few

EXAMPLES = Path(__file__).parents[3] / "assets" / "examples"


def chain(*layers, data="circle", loss="mean_squared_error"):
    document, last = Document(data=DataSettings(data)), DATA
    for layer in layers:
        document, last = edits.add_node(document, layer, 0, 0, after=last)
    return edits.set_layer(edits.connect(document, last, OUTPUT), OUTPUT, Output(loss))


def loose(layer, document=None, after=""):
    return edits.add_node(document or chain(Dense(1)), layer, 0, 0, after)[0]


def merged(layer, *units):
    """A merge of Dense layers of so many units, led to the output by a Dense of one."""
    document, merge = edits.add_node(Document(), layer, 0, 0)
    for count in units:
        document, node = edits.add_node(document, Dense(count), 0, 0, after=DATA)
        document = edits.connect(document, node, merge)
    document, last = edits.add_node(document, Dense(1), 0, 0, after=merge)
    return edits.connect(document, last, OUTPUT)


def fed_by_nothing():
    """A merge behind Data whose second input starts at a layer without any."""
    document = merged(Add(), 1, 1)
    return edits.disconnect(document, Edge(DATA, "dense_2"))


def looped():
    nodes = (Node("a", Add()), Node("b", Dense(1)))
    edges = (Edge(DATA, "a"), Edge("a", "b"), Edge("b", "a"), Edge("b", OUTPUT))
    return Document(Graph((*Graph().nodes, *nodes), edges))


def unreachable():
    document, first = edits.add_node(chain(Dense(1)), Dense(1), 0, 0)
    return edits.add_node(document, Dense(1), 0, 0, after=first)[0]


SCE, BCE, CCE = (f"{name}_crossentropy" for name in ("sparse_categorical", "binary", "categorical"))

# The documents, and (code, node, severity, values) of the problems in each.
FOUND = {
    "nothing is connected": (
        Document(),
        [("not_connected", OUTPUT, "error", {"needed": 1, "got": 0}), ("dead_end", DATA, "warning", {})],
    ),
    "a loose layer": (loose(Dense(1)), [("not_connected", "dense_2", "warning", {"needed": 1, "got": 0})]),
    "a dead end": (loose(Dense(1), after=DATA), [("dead_end", "dense_2", "warning", {})]),
    "unreachable": (
        unreachable(),
        [("not_connected", "dense_2", "warning", {"needed": 1, "got": 0}), ("unreachable", "dense_3", "warning", {})],
    ),
    "a merge of one": (merged(Add(), 3), [("not_connected", "add_1", "error", {"needed": 2, "got": 1})]),
    "a merge with a loose input": (
        fed_by_nothing(),
        [("not_connected", "dense_2", "error", {"needed": 1, "got": 0})],
    ),
    "a loop": (looped(), [("loop", OUTPUT, "error", {}), ("loop", "a", "error", {}), ("loop", "b", "error", {})]),
    "too many values": (chain(Dense(8)), [("output_size", OUTPUT, "error", {"needed": 1, "got": 8})]),
    "too many values behind another layer": (
        chain(Dense(8), Dropout()),
        [("output_size", OUTPUT, "error", {"needed": 1, "got": 8})],
    ),
    "too few classes": (
        chain(Dense(4), data="iris", loss=SCE + "_logits"),
        [("output_size", OUTPUT, "error", {"needed": 3, "got": 4})],
    ),
    "not flat": (chain(Dense(1), Reshape((1, 1))), [("not_flat", OUTPUT, "error", {"shape": (1, 1)})]),
    "sizes differ in a merge": (merged(Add(), 2, 3), [("shape_merge", "add_1", "error", {"shapes": ((2,), (3,))})]),
    "a reshape that does not fit": (
        chain(Reshape((3, 1)), Flatten(), Dense(1)),
        [("shape_reshape", "reshape_1", "error", {"shapes": ((2,), (3, 1))})],
    ),
    "classes with a binary loss": (
        chain(Dense(3, "sigmoid"), data="iris", loss=BCE),
        [("loss_task", OUTPUT, "error", {"loss": BCE, "task": "classes"})],
    ),
    "values with a loss for classes": (
        chain(Dense(1), data="sine", loss="hinge"),
        [("loss_task", OUTPUT, "error", {"loss": "hinge", "task": "regression"})],
    ),
    "one probability without bounds": (
        chain(Dense(1), loss=BCE),
        [("wants_probabilities", OUTPUT, "warning", {"loss": BCE})],
    ),
    "one linear value for a probability": (
        chain(Dense(1, "linear"), loss=BCE),
        [("wants_probabilities", OUTPUT, "warning", {"loss": BCE})],
    ),
    "class probabilities without bounds": (
        chain(Dense(3), data="iris", loss="kl_divergence"),
        [("wants_probabilities", OUTPUT, "warning", {"loss": "kl_divergence"})],
    ),
    "sigmoid before a loss that applies it": (
        chain(Dense(1), Sigmoid(), loss=BCE + "_logits"),
        [("double_softmax", OUTPUT, "warning", {})],
    ),
    "softmax before a loss that applies it": (
        chain(Dense(3, "softmax"), data="iris", loss=CCE + "_logits"),
        [("double_softmax", OUTPUT, "warning", {})],
    ),
    "a softmax behind a softmax": (
        chain(Dense(3, "softmax"), Softmax(), data="iris", loss=CCE),
        [("second_softmax", "softmax_1", "warning", {})],
    ),
    "a step": (chain(Dense(4), Step(), Dense(1)), [("step_activation", "step_1", "warning", {})]),
    "a step in a dense layer": (chain(Dense(4, "step"), Dense(1)), [("step_activation", "dense_1", "warning", {})]),
    "no features": (
        edits.set_data(chain(Dense(1)), DataSettings(features=())),
        [("no_features", DATA, "error", {})],
    ),
    "nothing to learn": (
        edits.set_data(chain(LeakyReLU()), DataSettings(features=("x1",))),
        [("no_weights", OUTPUT, "warning", {})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUND)
def test_each_problem_is_found_where_it_is(name):
    document, expected = FOUND[name]
    found = [(p.code, p.node, p.severity, dict(p.values)) for p in find_problems(document)]
    assert found == expected


@pytest.mark.parametrize("name", FOUND)
def test_each_fix_mends_its_problem_and_makes_no_other(name):
    document, _ = FOUND[name]
    before = {(p.code, p.node) for p in find_problems(document)}
    for problem in find_problems(document):
        for fix in problem.fixes:
            after = {(p.code, p.node) for p in find_problems(fix.apply(document))}
            assert after <= before - {(problem.code, problem.node)}, fix


def test_concatenating_other_leading_sizes_is_a_problem():
    document, join = edits.add_node(Document(), Concatenate(), 0, 0)
    for shape in ((1, 2), (2, 1)):
        document, node = edits.add_node(document, Reshape(shape), 0, 0, after=DATA)
        document = edits.connect(document, node, join)
    document = edits.connect(document, join, OUTPUT)
    assert [problem.code for problem in find_problems(document)] == ["shape_concatenate"]


FIXES = {
    "too many values": ["set_units", "insert_dense"],
    "too many values behind another layer": ["insert_dense"],
    "not flat": ["insert_flatten"],
    "classes with a binary loss": ["set_loss"],
    "one probability without bounds": ["set_activation"],
    "one linear value for a probability": ["set_loss", "insert_activation"],
    "class probabilities without bounds": ["set_activation"],
    "sigmoid before a loss that applies it": ["remove_sigmoid", "set_loss"],
    "softmax before a loss that applies it": ["remove_softmax", "set_loss"],
    "a softmax behind a softmax": ["remove_softmax"],
    "a step": ["use_sigmoid"],
    "a step in a dense layer": ["use_sigmoid"],
    "no features": ["use_features"],
}


@pytest.mark.parametrize("name", FIXES)
def test_each_problem_offers_its_fixes(name):
    (problem,) = find_problems(FOUND[name][0])
    assert [fix.code for fix in problem.fixes] == FIXES[name]


def test_a_new_last_layer_suits_the_loss():
    def inserted(document):
        (problem,) = find_problems(document)
        layer = problem.fixes[-1].apply(document).graph.nodes[-1].layer
        return layer.units, layer.activation

    assert inserted(chain(Dense(8))) == (1, "tanh")
    assert inserted(chain(Dense(8), data="sine")) == (1, "linear")
    assert inserted(chain(Dense(8), data="iris", loss=SCE + "_logits")) == (3, "linear")


def test_a_layer_put_in_stands_between_and_output_makes_way():
    document = edits.move(chain(Dense(8)), {"dense_1": (200, 40), OUTPUT: (400, 40)})
    (problem,) = find_problems(document)
    after = problem.fixes[-1].apply(document)
    x, _ = after.positions["dense_2"]
    assert 200 < x < after.positions[OUTPUT][0]


def test_errors_come_first_and_stop_training():
    document = loose(Dense(1), chain(Dense(4), Step(), Dense(2)))
    assert [problem.severity for problem in find_problems(document)] == ["error", "warning", "warning"]
    assert not can_train(document)


def test_warnings_do_not_stop_training():
    assert can_train(FOUND["a step"][0])
    assert can_train(FOUND["a dead end"][0])


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("data", ["circle", "sine", "iris"])
def test_clicking_fixes_leads_to_a_network_without_problems(loss, data):
    document = chain(Dense(5), data=data, loss=loss)
    for _ in range(5):
        fixes = [fix for problem in find_problems(document) for fix in problem.fixes]
        document = fixes[0].apply(document) if fixes else document
    assert find_problems(document) == ()


def test_one_click_takes_every_softmax_before_a_loss_that_applies_it():
    document = chain(Dense(3, "softmax"), Softmax(), data="iris", loss=CCE + "_logits")
    assert layers_of(fixed(document, "double_softmax")) == [Dense(3, "linear")]


def test_a_softmax_that_others_need_stays_and_output_goes_around_it():
    document = chain(Dense(3, "linear"), Softmax(), data="iris", loss=CCE + "_logits")
    document, other = edits.add_node(document, Dense(2), 0, 0, after="softmax_1")
    mended = fixed(document, "double_softmax")
    assert mended.graph.sources[OUTPUT] == ("dense_1",)
    assert mended.graph.sources[other] == ("softmax_1",)


def test_one_click_sets_the_units_that_the_classes_need():
    assert layers_of(fixed(chain(Dense(4), data="iris"), "output_size")) == [Dense(3)]


def test_a_softmax_for_two_classes_is_no_problem():
    assert DATASETS["circle"].task == "binary"
    assert find_problems(chain(Dense(2), Softmax(), loss=SCE)) == ()


@pytest.mark.parametrize("loss", [row.name for row in LOSSES.values() if row.takes == "values"])
def test_a_value_that_tells_two_classes_by_its_sign_is_made_by_tanh(loss):
    (problem,) = find_problems(chain(Dense(3), loss=loss))
    assert layers_of(problem.fixes[1].apply(chain(Dense(3), loss=loss))) == [Dense(3), Dense(1, "tanh")]


@few
@given(documents)
def test_no_document_is_too_odd_to_judge(document):
    for problem in find_problems(document):
        assert problem.node == "" or problem.node in document.graph.by_id
        for fix in problem.fixes:
            left = {(p.code, p.node) for p in find_problems(fix.apply(document))}
            assert (problem.code, problem.node) not in left


def test_problems_are_equal_when_they_say_the_same():
    document = FOUND["too many values"][0]
    assert find_problems(document) == find_problems(replace(document))


def fixed(document, code):
    """The document after the first fix of that problem."""
    (problem,) = [problem for problem in find_problems(document) if problem.code == code]
    return problem.fixes[0].apply(document)


def layers_of(document):
    return [document.graph.by_id[node_id].layer for node_id in document.graph.trained][1:-1]


def test_digits_become_a_picture_for_a_convolution():
    row = (Conv2D(), Flatten(), Dense(10, "linear"))
    loss = "sparse_categorical_crossentropy_logits"
    document = fixed(chain(*row, data="digits", loss=loss), "shape_needs_picture")
    assert layers_of(document) == [Reshape((8, 8, 1)), *row]
    assert find_problems(document) == ()


def test_values_in_a_row_become_steps_for_a_recurrent_layer():
    row = (SimpleRNN(), Dense(10, "linear"))
    document = fixed(chain(*row, data="digits"), "shape_needs_sequence")
    assert layers_of(document) == [Reshape((64, 1)), *row]


def test_a_recurrent_layer_gives_every_step_to_the_next():
    document = chain(Reshape((2, 1)), LSTM(4), SimpleRNN(3), Dense(1))
    (problem,) = [problem for problem in find_problems(document) if problem.severity == "error"]
    assert [fix.code for fix in problem.fixes] == ["return_sequences", "insert_reshape"]
    assert layers_of(fixed(document, "shape_needs_sequence"))[1] == LSTM(4, return_sequences=True)


def test_a_window_that_is_too_large_reaches_over_the_edge():
    document = fixed(chain(Reshape((2, 1, 1)), MaxPooling2D(3), Flatten(), Dense(1)), "shape_too_small")
    assert layers_of(document)[1] == MaxPooling2D(3, "same")


def test_a_row_that_is_no_square_is_no_picture():
    (problem,) = find_problems(chain(Conv2D(), Flatten(), Dense(1)))
    assert (problem.code, problem.fixes) == ("shape_needs_picture", ())


def test_what_needs_whole_numbers_keeps_others_from_learning():
    assert [p.code for p in find_problems(chain(Dense(2), Embedding(), Flatten(), Dense(1)))] == ["whole_numbers"]
    assert find_problems(chain(Embedding(), Flatten(), Dense(1))) == ()


def test_a_convolution_with_a_step_cannot_learn():
    document = fixed(chain(Reshape((2, 1, 1)), Conv2D(4, 1, activation="step"), Flatten(), Dense(1)), "step_activation")
    assert layers_of(document)[1] == Conv2D(4, 1, activation="sigmoid")


@pytest.mark.parametrize("start", ["circle", "spiral", "plane", "iris"])
@pytest.mark.parametrize("loss", ["", "sparse_categorical_crossentropy", "categorical_crossentropy_logits", "hinge"])
@pytest.mark.parametrize("data", ["three-blobs", "four-blobs", "three-spiral", "rings"])
def test_fixes_lead_from_any_network_to_one_for_more_classes_on_the_plane(start, loss, data):
    document = edits.choose_data(example(start, EXAMPLES), data)
    if loss:
        document = edits.set_layer(document, OUTPUT, Output(loss))
    for _ in range(4):
        fixes = [fix for problem in find_problems(document) for fix in problem.fixes]
        document = fixes[0].apply(document) if fixes else document
    assert find_problems(document) == ()
    assert flow(document).shapes[OUTPUT] == (DATASETS[data].outputs,)
