"""Data as code: run on its own, it makes the arrays that the Playground trains on."""

import ast
import re
import subprocess
import sys
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.datasets.code import data_code
from playground.datasets.dataset import load, make, random_numbers
from playground.datasets.features import columns
from playground.document.settings import DATASETS, FEATURES, GENERATORS, DataSettings

QUOTES = ["'", '"', """'"'""", "\\", "\\'", '\\"', "{}", "%s", "# no comment", "a\\n"]


def run(settings):
    made = names_of(settings)
    return made["inputs"], made["labels"]


def names_of(settings):
    made = {"__name__": "script"}
    exec(compile(data_code(settings), "data", "exec"), made)
    return made


def assert_same_arrays(settings):
    data = load(settings)
    inputs, labels = run(settings)
    np.testing.assert_array_equal(inputs.astype(np.float32), columns(settings, data.points))
    np.testing.assert_array_equal(labels, data.labels)


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize(("points", "noise", "seed"), [(500, 0.0, 1), (21, 50.0, 7), (333, 12.3, 2**31 - 1)])
def test_code_makes_the_same_arrays(name, points, noise, seed):
    assert_same_arrays(DataSettings(name, points, noise, 33.0, seed))


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize(("points", "noise", "seed_text"), [(500, 0.0, "0.49123"), (21, 35.0, "")])
def test_code_makes_the_same_arrays_of_seedrandoms_numbers(name, points, noise, seed_text):
    assert_same_arrays(DataSettings(name, points, noise, seed=7, generator="seedrandom", seed_text=seed_text))


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=64).filter(str.isprintable) | st.sampled_from(QUOTES))
def test_any_text_can_be_a_seed_and_none_can_be_code(seed_text):
    data = DataSettings("reg-plane", 20, generator="seedrandom", seed_text=seed_text)
    assert_same_arrays(data)
    assert names_of(data)["DATA_SEED"] == seed_text


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("name", DATASETS)
def test_the_generator_goes_on_where_the_data_end(name, generator):
    """So that first weights drawn from it are those of the Playground."""
    settings = DataSettings(name, 50, generator=generator, seed_text="0.1")
    random = random_numbers(settings)
    make(settings, random)
    following = names_of(settings)["generator"].random((2, 3))
    np.testing.assert_array_equal(following, random.random((2, 3)))


def test_code_makes_the_chosen_features_in_their_order():
    settings = DataSettings("spiral", noise=10.0)
    points = load(settings).points
    for features in (FEATURES, FEATURES[::-1], ("sin_x2",)):
        inputs, _ = run(replace(settings, features=features))
        np.testing.assert_array_equal(inputs.astype(np.float32), columns(replace(settings, features=features), points))


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("name", DATASETS)
def test_code_has_no_types(name, generator):
    code = data_code(DataSettings(name, generator=generator, noise=10.0))
    for node in ast.walk(ast.parse(code)):
        assert not isinstance(node, ast.AnnAssign)
        assert getattr(node, "annotation", None) is None
        assert getattr(node, "returns", None) is None


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("name", DATASETS)
def test_code_calls_each_function_that_it_defines(name, generator):
    code = data_code(DataSettings(name, generator=generator, noise=10.0))
    defined = [node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    assert [word for word in defined if len(re.findall(rf"\b{word}\(", code)) < 2] == []


def test_code_lacks_no_name_and_reads_as_a_formatter_leaves_it(tmp_path):
    for name, generator in product(DATASETS, GENERATORS):
        code = data_code(DataSettings(name, generator=generator, noise=10.0))
        (tmp_path / f"{name}_{generator}.py").write_text(code, encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    for command in (["check", "--select", "F,E,W", "--line-length", "88"], ["format", "--check"]):
        checked = subprocess.run(
            [*ruff, *command, "--isolated", "--no-cache", tmp_path], capture_output=True, text=True
        )
        assert checked.returncode == 0, checked.stdout
