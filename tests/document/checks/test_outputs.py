"""What comes to Output against what its loss compares: the recorded documents, and each kind of function."""

from dataclasses import replace
from pathlib import Path

import pytest

from playground.datasets.dataset import load
from playground.document.checks.problems import find_problems
from playground.document.files.file import read
from playground.document.graph import OUTPUT
from playground.document.layers.activations import Linear, Sigmoid
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import LayerNormalization, UnitNormalization
from playground.document.layers.regularization import ActivityRegularization, Dropout
from playground.document.settings import DataSettings
from playground.tables.choices import first_choices
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.text import problem_text
from tests.document.checks.test_problems import BCE, CCE, SCE, chain

CASES = Path(__file__).parents[2] / "reference" / "cases"

# Of each recorded document: the problems, at which node, and what each fix makes of it.
TOLD = {
    "actreg_confident_bce": [],
    "actreg_sigmoid_cce": [("loss_behind", OUTPUT, [("set_activation", "softmax")])],
    "bn_batch1": [
        ("batch_of_one", "batchnormalization_2", [("set_batch", 10), ("remove_layer", "BatchNormalization")])
    ],
    "double_dense": [("double_softmax", OUTPUT, [("remove_softmax", None), ("set_loss", SCE)])],
    "earlystop_end": [],
    "earlystop_patience": [],
    "earlystop_until": [],
    "relu_bce_logits": [("wants_logits", OUTPUT, [("set_activation", "linear")])],
    "relu_logits": [("wants_logits", OUTPUT, [("set_activation", "linear")])],
    "relu_mse": [("out_of_reach", OUTPUT, [("set_activation", "tanh")])],
    "sigmoid_hinge": [("out_of_reach", OUTPUT, [("set_activation", "tanh"), ("set_loss", BCE)])],
    "sigmoid_mse": [("out_of_reach", OUTPUT, [("set_activation", "tanh"), ("set_loss", BCE)])],
    "softmax1_bce": [
        ("loss_behind_one", OUTPUT, [("set_activation", "sigmoid")]),
    ],
    "softmax1_bcelogits": [
        ("loss_behind_one", OUTPUT, [("set_activation", "linear")]),
    ],
    "softmax1_hidden": [("softmax_of_one", "dense_1", [("set_activation", "tanh")])],
    "softmax1_mse": [("softmax_of_one", "dense_2", [("set_activation", "tanh")])],
    "softmax_dropout_logits": [("double_softmax_hidden", OUTPUT, [("remove_softmax", None), ("set_loss", SCE)])],
    "softmax_linear_probs": [],
    "unitnorm1": [("unit_of_one", "unitnormalization_4", [("remove_layer", "UnitNormalization")])],
}


@pytest.mark.parametrize("name", TOLD)
def test_a_document_that_cannot_learn_is_told_why_and_each_fix_leaves_it_without_problems(name):
    document = read(CASES / f"{name}.playground")
    found = find_problems(document)
    offered = [[(fix.code, dict(fix.values)) for fix in problem.fixes] for problem in found]
    values = [[(code, next(iter(said.values()), None)) for code, said in fixes] for fixes in offered]
    assert [(p.code, p.node, fixes) for p, fixes in zip(found, values, strict=True)] == TOLD[name]
    assert {problem.severity for problem in found} <= {"warning"}
    assert all(find_problems(fix.apply(document)) == () for problem in found for fix in problem.fixes)


@pytest.mark.parametrize(
    ("layers", "settings", "codes"),
    [
        ((Dense(1, "linear"), Sigmoid()), {}, ["out_of_reach"]),
        ((Dense(1, "softplus"),), {"data": "sine"}, ["out_of_reach"]),
        ((Dense(1, "gelu"),), {"loss": "hinge"}, ["out_of_reach"]),
        ((Dense(1, "selu"),), {}, []),
        ((Dense(3, "relu"),), {"data": "iris", "loss": "mean_squared_error"}, []),
        ((Dense(3, "relu"),), {"data": "iris", "loss": "hinge"}, ["out_of_reach"]),
        ((Dense(1, "tanh"),), {"loss": BCE + "_logits"}, []),
        ((Dense(1, "softplus"),), {"loss": BCE + "_logits"}, ["wants_logits"]),
        ((Dense(3, "elu"),), {"data": "iris", "loss": SCE + "_logits"}, []),
        ((Dense(3, "tanh"),), {"data": "iris", "loss": SCE + "_logits"}, []),
        ((Dense(3, "sigmoid"),), {"data": "iris", "loss": SCE + "_logits"}, ["loss_behind"]),
        ((Dense(3, "softmax"), Dropout(), Linear()), {"data": "iris", "loss": CCE}, []),
        ((Dense(3, "sigmoid"),), {"data": "iris", "loss": "kl_divergence"}, ["wants_probabilities"]),
        ((Dense(1, "sigmoid"), ActivityRegularization()), {"loss": BCE}, []),
        ((Dense(1), LayerNormalization(), Dense(1)), {}, ["layer_of_one"]),
        ((Dense(2), LayerNormalization(), UnitNormalization(), Dense(1)), {}, []),
    ],
)  # fmt: skip
def test_what_comes_out_is_held_against_what_the_loss_compares(layers, settings, codes):
    document = chain(*layers, **settings)
    assert [problem.code for problem in find_problems(document)] == codes
    for problem in find_problems(document):
        assert find_problems(problem.fixes[0].apply(document)) == ()


def test_standardised_numbers_of_a_table_are_farther_than_a_bound() -> None:
    table = pasted_table("a,b\n" + "\n".join(f"{n * 7 % 31},{n * n}" for n in range(30)))
    own = prepare(table, first_choices(table.columns, ["b"]), "t").own
    document = replace(chain(Dense(1, "tanh"), data="sine"), data=DataSettings(own=own))
    (problem,) = find_problems(document)
    assert (problem.code, problem.severity) == ("out_of_reach_above", "warning")
    assert max(load(document.data).labels) > 1.5
    assert (
        problem_text(problem) == "Values of tanh never exceed 1, and standardised targets lie farther from their mean."
    )
    assert find_problems(problem.fixes[0].apply(document)) == ()
    # What is drawn or bundled is learned as it is.
    assert find_problems(chain(Dense(1, "tanh"), data="sine")) == ()
