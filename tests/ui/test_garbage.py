"""Python's garbage collection: in the window's thread, and where it holds nothing up."""

from __future__ import annotations

import gc
import weakref

from playground.document.edits import edits
from playground.frames.run import Status


class Network:
    """Something that refers to itself, as TensorFlow's graphs do."""

    def __init__(self) -> None:
        self.itself = self


def aged() -> weakref.ref[Network]:
    """A network that nobody holds any more, too old for a collection of what is young."""
    network = Network()
    found = weakref.ref(network)
    gc.collect(1)
    gc.collect(1)
    return found


def test_networks_of_before_an_edit_are_collected_at_rest(window) -> None:
    gone = aged()
    window.editor.apply("Rename layer", edits.rename(window.editor.document, "dense_1", "first"))
    window.trainer.status = Status("training")
    window.garbage.collect()
    assert gone() is not None
    window.trainer.status = Status("paused")
    window.garbage.collect()
    assert gone() is None


def test_they_are_collected_once_a_minute_while_it_trains(window) -> None:
    gone = aged()
    window.editor.apply("Rename layer", edits.rename(window.editor.document, "dense_1", "first"))
    window.trainer.status = Status("training")
    for _ in range(12):
        window.garbage.collect()
    assert gone() is None


def test_python_itself_collects_nothing(window) -> None:
    assert not gc.isenabled()
    assert window.garbage.isActive()
