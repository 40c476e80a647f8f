"""Everything that can be shown has words, and they say what they should."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from playground.datasets import sets
from playground.document import layers as document_layers
from playground.document.checks import learning, outputs, problems, shape_fixes, shapes
from playground.document.checks.problems import Fix, Problem, find_problems
from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Folded, Output
from playground.document.layers.layer import ACTIVATIONS, Layer
from playground.document.layers.layers import LAYERS
from playground.document.layers.regularization import Dropout
from playground.document.layers.shaping import Reshape
from playground.document.limits import Choice, limits
from playground.document.losses import LOSSES
from playground.document.metrics import METRICS
from playground.document.schedules import SCHEDULES
from playground.document.settings import DATASETS, FEATURES, OPTIMIZERS, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.frames.formats import FORMATS
from playground.frames.run import GETTING_READY, State, Status
from playground.ui import text
from playground.ui.assets import asset
from playground.ui.texts import data, layers, losses, metrics, running, settings
from playground.ui.texts import problems as problem_texts
from playground.ui.texts.exports import sentences as exported
from playground.ui.texts.exports.sentences import export_title
from playground.ui.trainer import WILL_PLAY

SETTINGS = (*LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values(), Stopping, TrainingSettings, DataSettings)


def lacks(kind: type[Layer]) -> list[str]:
    """What a class of layer needs beside itself and has not: its row, its texts, its icon."""
    name, table = kind.__name__, "playground/ui/texts/layers.py"
    needed = {
        "a row in LAYERS, playground/document/layers/layers.py": LAYERS.get(name) is kind or kind is Folded,
        f"a title in {table}": name in layers.TITLES,
        f"a help in {table}, a sentence": layers.HELP.get(name, "").endswith("."),
        f"a heading for its family in {table}": kind.family in layers.FAMILIES,
        f"assets/icons/layers/{name}.svg": asset(f"icons/layers/{name}.svg").is_file(),
    }
    return [f"{name} lacks {thing}" for thing, is_there in needed.items() if not is_there]


def layers_written() -> list[type[Layer]]:
    """Every class of layer in the document's modules that has none below it."""
    names = [module.name for module in pkgutil.iter_modules(document_layers.__path__)]
    modules = [importlib.import_module(f"{document_layers.__name__}.{name}") for name in names]
    written = {thing for module in modules for thing in vars(module).values() if isinstance(thing, type)}
    kinds = [kind for kind in written if issubclass(kind, Layer)]
    return [kind for kind in kinds if not any(issubclass(other, kind) for other in kinds if other is not kind)]


def test_every_layer_has_a_row_a_title_a_help_and_an_icon() -> None:
    written = layers_written()
    assert [lack for kind in written for lack in lacks(kind)] == []
    assert {*LAYERS.values(), Folded} == set(written)


def test_a_new_layer_is_told_what_it_lacks() -> None:
    class Permute(Layer):
        family = "order"

    assert lacks(Permute) == [
        "Permute lacks a row in LAYERS, playground/document/layers/layers.py",
        "Permute lacks a title in playground/ui/texts/layers.py",
        "Permute lacks a help in playground/ui/texts/layers.py, a sentence",
        "Permute lacks a heading for its family in playground/ui/texts/layers.py",
        "Permute lacks assets/icons/layers/Permute.svg",
    ]


def test_every_format_has_a_title() -> None:
    assert set(exported.FORMATS) == set(FORMATS)
    assert [export_title(FORMATS[name]) for name in ("weights", "saved_model")] == [
        "Weights (.weights.h5)",
        "SavedModel folder",
    ]


@pytest.mark.parametrize("owner", SETTINGS, ids=lambda owner: owner.__name__)
def test_every_setting_has_a_title_and_a_help_and_its_words(owner: type) -> None:
    for name in {field.name for field in fields(owner)} - {"own"}:
        assert name in settings.TITLES
        assert settings.HELP[name].endswith(".")
    for name, limit in limits(owner).items():
        if isinstance(limit, Choice) and name != "name":
            assert set(limit.options) <= set(settings.WORDS)


def data_set_lacks(name: str) -> list[str]:
    """What a data set needs in its four places and has not."""
    module, table = f"playground/datasets/sets/{name.replace('-', '_')}.py", "playground/ui/texts/data.py"
    needed = {
        module: Path(module).stem in sets_written(),
        "a row in DATASETS, playground/document/settings.py": name in DATASETS,
        f"a title in {table}": name in data.TITLES,
        f"a help in {table}, a sentence": data.HELP.get(name, "").endswith("."),
    }
    return [f"{name} lacks {thing}" for thing, is_there in needed.items() if not is_there]


def sets_written() -> set[str]:
    return {module.name for module in pkgutil.iter_modules(sets.__path__)}


def test_every_data_set_has_a_module_facts_a_title_and_a_help() -> None:
    named = {name.replace("-", "_") for name in DATASETS}
    unnamed = sorted(sets_written() - named)
    assert [lack for name in [*DATASETS, *data.TITLES, *data.HELP, *unnamed] for lack in data_set_lacks(name)] == []


def test_a_new_data_set_is_told_what_it_lacks() -> None:
    assert data_set_lacks("two-rings") == [
        "two-rings lacks playground/datasets/sets/two_rings.py",
        "two-rings lacks a row in DATASETS, playground/document/settings.py",
        "two-rings lacks a title in playground/ui/texts/data.py",
        "two-rings lacks a help in playground/ui/texts/data.py, a sentence",
    ]


def test_every_loss_has_a_title() -> None:
    assert set(losses.WORDS) == set(LOSSES)


def test_every_metric_has_a_title_a_word_and_a_help() -> None:
    assert set(metrics.TITLES) == set(metrics.WORDS) == set(metrics.HELP) == set(METRICS)
    assert all(help.endswith(".") for help in metrics.HELP.values())


def test_a_choice_of_metrics_in_a_few_words() -> None:
    assert [metrics.several_text(names) for names in ((), ("auc",), ("r2", "auc", "recall"))] == [
        "none", "AUC", "R² +2",
    ]  # fmt: skip


def test_every_feature_and_optimizer_has_words() -> None:
    assert set(FEATURES) <= set(data.FEATURES)
    assert set(settings.OPTIMIZERS) == set(OPTIMIZERS)
    assert set(SCHEDULES) <= set(settings.WORDS)
    assert set(running.SCHEDULES) == set(SCHEDULES)
    assert {facts.task for facts in DATASETS.values()} == set(data.TASKS)


def codes_in(module, call: str) -> set[str]:
    """The literal codes that a module's source gives as the first argument of a call."""
    with open(module.__file__, encoding="utf-8") as source:
        return set(re.findall(call + r"\(\s*\"([a-z_0-9]+)\"", source.read()))


def test_every_problem_fix_refusal_and_state_has_a_sentence() -> None:
    shape_codes = set()
    for module in {sys.modules[kind.__module__] for kind in LAYERS.values()}:
        shape_codes |= {f"shape_{code}" for code in codes_in(module, "ShapeError")}
    assert {"shape_merge", "shape_too_small", "shape_needs_sequence"} <= shape_codes
    for module in (problems, outputs, learning, shape_fixes):
        assert codes_in(module, "Problem") | shape_codes <= set(problem_texts.PROBLEMS)
        assert codes_in(module, "Fix") <= set(problem_texts.FIXES)
    refusals = set()
    for module in (shapes, groups):
        with open(module.__file__, encoding="utf-8") as source:
            refusals |= set(re.findall(r'return "(\w+)"', source.read()))
    assert refusals == set(problem_texts.REFUSALS)
    assert {*State.__args__, WILL_PLAY, GETTING_READY} == set(problem_texts.STATES) - {"broken_formula"}


def test_a_problem_says_what_was_needed_and_what_came() -> None:
    document, dense = edits.add_node(Document(), Dense(8), 0, 0, after=DATA)
    (problem,) = find_problems(edits.connect(document, dense, OUTPUT))
    assert text.problem_text(problem) == "Output needs 1 value, gets 8."
    assert [text.fix_text(fix) for fix in problem.fixes] == ["Set units to 1", "Insert Dense, 1 unit"]


def test_counts_agree_with_their_nouns() -> None:
    assert text.problem_text(Problem("output_size", OUTPUT, "error", (("needed", 3), ("got", 1)))) == (
        "Output needs 3 values, gets 1."
    )
    assert text.problem_text(Problem("not_connected", "a", "error", (("needed", 1), ("got", 0)))) == (
        "Nothing is connected to its input."
    )
    assert text.problem_text(Problem("not_connected", "a", "error", (("needed", 2), ("got", 1)))) == (
        "It needs 2 inputs and has 1."
    )
    assert text.fix_text(Fix("insert_dense", (("units", 3),), lambda d: d)) == "Insert Dense, units: 3"
    assert text.count_text("weight", 1) == "1 weight"
    assert text.count_text("weight", 12_345) == "12,345 weights"


def test_every_sentence_can_be_filled_with_what_its_problem_brings() -> None:
    values = (
        ("needed", 2), ("got", 1), ("shape", (8, 8, 1)), ("shapes", ((2,), (3,))), ("loss", "hinge"),
        ("task", "classes"), ("needed_gib", 12.25), ("free_gib", 3.0), ("units", 4), ("kind", "Sigmoid"),
            ("function", "relu"), ("low", -0.17), ("activation", "softmax"), ("size", 10),
            ("layers", 402), ("minutes", 1), ("gib", 0.4), ("name", "MNIST"), ("high", 1.0),
    )  # fmt: skip
    for code in problem_texts.PROBLEMS:
        assert "{" not in text.problem_text(Problem(code, "", "error", values))
    for code in problem_texts.FIXES:
        assert "{" not in text.fix_text(Fix(code, values, lambda d: d))
    assert "(2), (3)" in text.problem_text(Problem("shape_merge", "a", "error", values))


def test_unknown_codes_are_shown_as_words() -> None:
    assert text.problem_text(Problem("too_green", "", "error")) == "too green"
    assert text.refusal_text("") == ""
    assert text.status_text(Status("paused")) == "Paused"


def test_a_node_says_its_name_and_what_matters_in_it() -> None:
    document = edits.set_data(Document(), DataSettings("spiral", features=("x1", "sin_x1")))
    by_id = document.graph.by_id
    assert text.node_title(by_id[DATA]) == "Data"
    assert text.node_title(by_id[DATA], document) == "Spiral"
    assert text.node_title(Node("a", Dense(), "first")) == "first"
    assert text.node_summary(by_id[DATA], document) == "x₁  sin x₁"
    assert text.node_summary(Node("a", Dense(8)), document) == "8 units · tanh"
    assert text.node_summary(Node("a", Dense(1, "relu")), document) == "1 unit · relu"
    assert text.node_summary(Node("a", Dropout(0.25)), document) == "rate 0.25"
    assert text.node_summary(Node("a", Reshape((8, 8, 1))), document) == "(8, 8, 1)"
    assert text.node_summary(Node(OUTPUT, Output("hinge")), document) == "hinge"
    digits = edits.set_data(document, replace(document.data, name="digits"))
    assert text.node_summary(by_id[DATA], digits) == "64 inputs"


@pytest.mark.parametrize("kind", LAYERS)
def test_every_layer_has_a_summary_even_if_an_empty_one(kind: str) -> None:
    document, node_id = edits.add_node(Document(), LAYERS[kind](), 0, 0)
    assert isinstance(text.node_summary(document.graph.by_id[node_id], document), str)


def test_undo_names_read_as_one_would_say_them() -> None:
    assert text.changing("units")() == "Change units"
    assert text.changing("kernel_initializer")() == "Change kernel initializer"
    assert text.changing("l2")() == "Change L2"
    assert text.changing("amsgrad")() == "Change AMSGrad"


def test_what_output_needs() -> None:
    assert text.needs_text(1, DATASETS["circle"]) == "Needs 1 value"
    assert text.needs_text(3, DATASETS["iris"]) == "Needs 3 values, one for each class"
    assert text.needs_text(None, DATASETS["sinc"]) == "This loss does not suit the data"


class Shouting(QTranslator):
    """Translates all of "Text" to capitals, so that a test sees what was translated."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return source.upper().replace("{COUNT}", "{count}") if context == "Text" else ""


def test_words_follow_the_language_at_the_time_of_the_call(qapp: QCoreApplication) -> None:
    translator = Shouting()
    assert text.layer_title("Dense") == "Dense"
    assert qapp.installTranslator(translator)
    try:
        assert text.layer_title("Dense") == "DENSE"
        assert text.count_text("unit", 8) == "8 UNITS"
        assert all(text.choice_title(word).isupper() for word in ACTIVATIONS)
    finally:
        qapp.removeTranslator(translator)
    assert text.layer_title("Dense") == "Dense"
