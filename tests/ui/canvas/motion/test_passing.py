"""Numbers pass along the connections, layer by layer, when a batch is learned alone; and only then."""

from dataclasses import replace

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from playground.frames.run import Reel
from playground.ui.canvas.motion import passing
from playground.ui.canvas.motion.passing import depths

VALUES = {"data": np.array([0.5, -1.25], np.float32), "first": np.array([0.1, -0.2, 0.3, 0.4], np.float32)}


@pytest.fixture
def clock(monkeypatch):
    """Seconds as a test says."""
    now = [100.0]
    monkeypatch.setattr(passing.time, "perf_counter", lambda: now[0])
    return now


@pytest.fixture
def learn(view, editor, frame, clock):
    """So many batches in all, so long after the frame before; the network is whole."""
    editor.apply("Connect", edits.connect(editor.document, "add", OUTPUT))
    view.zoom_to(1.0)
    reel = Reel(np.zeros(1, int), steps_per_epoch=25)

    def show(batches, seconds=1.0, values=VALUES, past=None):
        clock[0] += seconds
        view.show_frame(replace(frame, batch=batches, reel=reel, passing=values, past=past))
        view._dashes.numbers._timer.stop()
        return view._dashes.numbers

    return show


def shown(numbers, clock, seconds):
    clock[0] += seconds
    numbers.move()
    return {(item.edge.edge.source, item.edge.edge.target): item for item in numbers.items if item.isVisible()}


def test_the_first_layer_s_numbers_set_out_first(learn, clock):
    numbers = learn(1)
    first = shown(numbers, clock, 0.05)
    assert {source for source, _ in first} == {"data"}
    assert first["data", "first"].texts == ["0.50", "−1.25"]
    later = shown(numbers, clock, 0.4)
    assert "data" not in {source for source, _ in later}


def test_they_lie_on_their_connection(learn, clock):
    item = shown(learn(1), clock, 0.1)["data", "first"]
    nearest = min((item.edge.path.pointAtPercent(at / 500) - item.pos()).manhattanLength() for at in range(501))
    assert nearest < 2


def test_at_most_three_are_written_and_the_rest_told_by_dots(learn):
    numbers = learn(1)
    item = next(item for item in numbers.items if item.edge.edge.source == "first")
    assert item.texts == ["0.10", "−0.20", "0.30"]
    assert item._more == "…"


def test_when_the_wave_is_over_nothing_is_left(learn, clock, view):
    numbers = learn(1)
    assert numbers.items
    shown(numbers, clock, 5.0)
    assert not numbers.items
    assert not any(isinstance(item, passing.PassingItem) for item in view.canvas.items())


def test_many_batches_at_once_have_none(learn):
    assert not learn(30).items


def test_batches_that_come_too_fast_have_none(learn):
    learn(1)
    assert not learn(2, seconds=0.02).items


def test_the_past_and_frames_without_numbers_have_none(learn):
    assert not learn(1, past=1).items
    assert not learn(2, values={}).items


def test_from_afar_there_are_none(learn, view):
    view.zoom_to(0.2)
    assert not learn(1).items


def test_a_connection_that_is_removed_takes_its_numbers_along(learn, clock, view, editor):
    numbers = learn(1)
    edge = next(edge for edge in editor.document.graph.edges if edge.source == "data")
    editor.apply("Remove", edits.disconnect(editor.document, edge))
    assert (edge.source, edge.target) not in shown(numbers, clock, 0.1)
    shown(numbers, clock, 5.0)
    assert not numbers.items


def test_depth_is_the_longest_way_from_data():
    document, one = edits.add_node(Document(), Dense(2), 0, 0, after=DATA)
    document, two = edits.add_node(document, Dense(2), 0, 0, after=one)
    document, both = edits.add_node(document, Add(), 0, 0, after=two)
    document = edits.connect(document, one, both)
    document = edits.connect(document, both, OUTPUT)
    assert depths(document) == {DATA: 0, one: 1, two: 2, both: 3, OUTPUT: 4}
