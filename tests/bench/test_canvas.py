"""The networks of the canvas bench, and what undo keeps of them."""

from playground.bench import canvas
from playground.document.problems import can_train
from playground.document.shapes import flow


def test_the_large_network_is_as_large_as_it_says_and_flows():
    document = canvas.large(500)
    assert len(document.graph.nodes) == 500
    assert 650 < len(document.graph.edges) < 750
    known = flow(document)
    assert not known.errors
    assert len(known.shapes) == 500
    assert len(document.positions) == 500


def test_its_only_errors_are_those_of_an_end_too_wide():
    assert not can_train(canvas.large(50))


def test_five_thousand_undo_steps_of_a_large_network_fit_in_memory(monkeypatch):
    monkeypatch.setattr(canvas, "UNDO_STEPS", 500)
    assert canvas.undo_mib(canvas.large(500)) < 10
