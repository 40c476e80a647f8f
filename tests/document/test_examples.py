"""The bundled examples: each opens, could train at once, and stands neatly on the canvas."""

from pathlib import Path

import pytest

from playground.document.checks.problems import find_problems
from playground.document.examples import example, names
from playground.document.files.file import ENDING, dumps, loads
from playground.document.graph import DATA, OUTPUT
from playground.document.settings import DATASETS

FOLDER = Path(__file__).parents[2] / "assets" / "examples"


def test_every_file_has_a_name_and_every_name_a_file():
    assert sorted(names()) == sorted(path.name.removesuffix(ENDING) for path in FOLDER.iterdir())


def test_every_data_set_has_an_example():
    assert {example(name, FOLDER).data.name for name in names()} == set(DATASETS)


@pytest.mark.parametrize("name", names())
def test_an_example_round_trips(name):
    document = example(name, FOLDER)
    assert loads(dumps(document)) == document


@pytest.mark.parametrize("name", names())
def test_an_example_has_no_problems_but_those_it_teaches(name):
    problems = {problem.code for problem in find_problems(example(name, FOLDER))}
    assert problems == ({"step_activation"} if name == "step" else set())


@pytest.mark.parametrize("name", names())
def test_every_node_of_an_example_is_trained_and_has_a_place_of_its_own(name):
    document = example(name, FOLDER)
    ids = {node.id for node in document.graph.nodes}
    assert set(document.graph.trained) == ids == set(document.positions)
    assert len(set(document.positions.values())) == len(ids)


@pytest.mark.parametrize("name", names())
def test_an_example_reads_from_left_to_right(name):
    document = example(name, FOLDER)
    places = document.positions
    assert all(places[edge.source][0] + 80 <= places[edge.target][0] for edge in document.graph.edges)
    assert all(places[DATA][0] <= x <= places[OUTPUT][0] for x, _ in places.values())


def test_the_first_example_is_the_circle():
    document = example(names()[0], FOLDER)
    assert document.data.name == "circle"
    assert [node.layer.units for node in document.graph.nodes if node.layer.kind == "Dense"] == [4, 2, 1]


@pytest.mark.parametrize("name", names())
def test_an_example_holds_no_words_of_any_language(name: str) -> None:
    # Its title and all else that is read of it is said by the window, in the language of the window.
    document = example(name, FOLDER)
    named = [*(node.name for node in document.graph.nodes), *(rival.name for rival in document.rivals)]
    assert (set(named), document.notes, document.groups) == ({""}, (), ())
