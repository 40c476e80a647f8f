"""Differences and events in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.differences import Difference, differences
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.settings import Adam, DataSettings
from playground.frames.run import Event, Stop
from playground.ui.text import changes_text, event_text, run_text


def trained(**settings: object) -> Document:
    return replace(Document(), training=replace(Document().training, **settings))


def two_layers(activation: str) -> Document:
    document = Document()
    for _ in range(2):
        document, _ = edits.add_node(document, Dense(4, activation), 0, 0, after=DATA)
    return document


@pytest.mark.parametrize(
    ("other", "changed", "run"),
    [
        (trained(learning_rate=0.1), "learning rate 0.03 → 0.1", "Run 3 · learning rate 0.1"),
        (trained(seed=2), "seed 1 → 2", "Run 3 · seed 2"),
        (trained(optimizer=Adam()), "SGD → Adam", "Run 3 · Adam"),
        (replace(Document(), data=DataSettings(name="xor")), "Circle → Exclusive or", "Run 3 · Exclusive or"),
        (edits.add_node(Document(), Dropout(), 0, 0)[0], "Dropout added", "Run 3 · with Dropout"),
        (Document(), "", "Run 3 · the same settings"),
    ],
)
def test_what_differs_in_words(other: Document, changed: str, run: str) -> None:
    found = differences(Document(), other)
    assert changes_text(found) == changed
    assert run_text(3, found) == run


def test_what_layers_share_is_told_once() -> None:
    found = differences(two_layers("tanh"), two_layers("relu"))
    assert changes_text(found) == "tanh → relu (2 layers)"


def test_of_many_differences_a_few_are_told() -> None:
    found = differences(Document(), trained(learning_rate=0.1, seed=2, batch_size=5, clip_at=2.0, order="as_made"))
    assert changes_text(found) == "learning rate 0.03 → 0.1, batch 10 → 5, clip at 1 → 2 and 2 more"


@pytest.mark.parametrize(
    ("code", "values", "sentence"),
    [
        ("rate", {"before": 0.03, "after": 0.3}, "Learning rate 0.03 → 0.3."),
        ("edited", {"differences": (Difference("setting", "units", 4, 8),)}, "Edited: units 4 → 8."),
        ("weight", {"node": "dense_1", "value": -0.5}, "A weight was set to −0.5."),
        ("resumed", {}, "Resumed after a pause."),
        ("went_back", {"newest": 1_234}, "Gone on from here; the run had come to epoch 1,234."),
        ("stopped", {"stop": Stop("until_epochs", 9)}, "Stopped at epoch 9, as set."),
        ("diverged", {}, "The loss exploded after this epoch; the network went back to it."),
    ],
)
def test_events_are_sentences(code: str, values: dict[str, object], sentence: str) -> None:
    assert event_text(Event(9, code, tuple(values.items()))) == sentence
