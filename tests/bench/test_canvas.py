"""The networks of the canvas bench, and what undo keeps of them."""

import json

from playground import cli
from playground.bench import canvas
from playground.document.checks.problems import can_train
from playground.document.checks.shapes import flow


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


def test_the_command_prints_what_was_measured(capsys, monkeypatch):
    text = json.dumps([{"nodes": 50, "edit_ms": 1.5}, {"nodes": 500, "edit_ms": 4.25}])
    monkeypatch.setattr(canvas, "measure_in_new_process", lambda: text)
    assert cli.main(["bench", "--canvas", "--json"]) == 0
    assert capsys.readouterr().out == text + "\n"
    assert cli.main(["bench", "--canvas"]) == 0
    assert "edit ms" in capsys.readouterr().out
