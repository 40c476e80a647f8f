"""The text of a trained state: what is damaged or hostile is refused with its place, only values come."""

import copy
import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits.differences import Difference
from playground.document.files.checked import FileError
from playground.document.graph import Node
from playground.document.layers.dense import Dense
from playground.frames.run import Curves, EndedRun, Event, Restored, Status, Stop
from playground.frames.sizes import SizeHistory
from playground.frames.trained import BeforeBest, Moment, Remembered, Rows, TrainedRun, Training, Waited, Watching
from playground.projects.arrays import TooLargeError
from playground.projects.codec import decode, encode, loads

NAMES = ("train_loss", "validation_loss")


def made() -> Training:
    values = (np.arange(6, dtype=np.float32).reshape(2, 3), np.array(7, np.int64), np.array([1, 2], np.uint32))
    moment = Moment(20, values)
    rows = np.array([[0.5, 0.6], [0.4, np.nan], [0.3, 0.4]], np.float32)
    epochs = np.arange(3)
    events = (
        Event(1, "edited", (("differences", (Difference("setting", "units", 2, 3, Node("dense", Dense(3))),)),)),
        Event(2, "stopped", (("stop", Stop("patience", 2, "validation_loss", 0.25, 3, 1)),)),
    )
    course = Remembered(
        2, None, Rows(3, NAMES, epochs, rows, np.zeros((3, 2))), events,
        (Restored(2, 1, {"train_loss": 0.4, "validation_loss": float("nan")}),),
        (EndedRun(1, Document(), Curves(epochs, NAMES, rows)),), 20, np.ones(4, np.float32),
        SizeHistory(("dense",), np.array([0, 2]), np.zeros((2, 1, 3), np.float32)), np.ones((1, 6), np.float32),
    )  # fmt: skip
    watching = Watching(0.5, ((0, 1.0), (1, 0.5)), Waited(float("inf"), 0, 0), Waited(0.3, 2, 0), ("until_loss",))
    best = BeforeBest(Moment(10, values), np.ones(2, np.float32), True)
    run = TrainedRun(None, moment, moment, best, True, watching, course)
    return Training(run, (("rival_1", run),), (("rival_1", Status("paused", "stopped", events[1].values)),))


def content() -> Any:
    return json.loads(encode(made()))


def test_what_is_written_is_read_again() -> None:
    training = decode(content())
    assert encode(training) == encode(made())
    weights = training.present.present.values[0]
    np.testing.assert_array_equal(weights, [[0, 1, 2], [3, 4, 5]])
    assert not weights.flags.writeable
    assert training.present.course.events == made().present.course.events
    assert training.epoch == 2


def test_arrays_are_little_endian_float32_with_a_digest_and_each_is_there_once() -> None:
    arrays = content()["arrays"]
    told = np.arange(6, dtype="<f4").tobytes()
    entry = next(one for one in arrays if one["shape"] == [2, 3] and one["type"] == "float32")
    assert entry["base64"] == b64encode(told).decode()
    assert entry["sha256"] == sha256(told).hexdigest()
    assert len({json.dumps(one) for one in arrays}) == len(arrays)


def set_at(place: str, value: object) -> Any:
    """The content with another value at a place, as run.present.good.step."""
    changed = content()
    here, *path = changed, *place.split(".")
    for step in path[:-1]:
        here = here[int(step) if step.isdecimal() else step]
    last: Any = int(path[-1]) if path[-1].isdecimal() else path[-1]
    here[last] = value
    return changed


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ("version", 2, "newer_version"),
        ("version", True, "newer_version"),
        ("other", 1, "unknown_setting"),
        ("arrays.0.base64", "AAAA", "damaged_array"),
        ("arrays.0.base64", "*" * 32, "damaged_array"),
        ("arrays.0.sha256", "0" * 64, "damaged_array"),
        ("arrays.0.sha256", None, "damaged_array"),
        ("arrays.0.shape", [3, 2.0], "wrong_type"),
        ("arrays.0.shape", [1 << 31, 1 << 31], "too_large"),
        ("arrays.0.shape", [0] * 9, "too_many"),
        ("arrays.0.type", "object", "wrong_type"),
        ("arrays.0.type", ["float32"], "wrong_type"),
        ("arrays", {}, "wrong_type"),
        ("run.present.present.values.0", 10_000, "missing_part"),
        ("run.present.present.values.0", -1, "wrong_type"),
        ("run.present.present.values", None, "wrong_type"),
        ("run.present.present.step", 1e30, "wrong_type"),
        ("run.present.present.step", 1 << 50, "impossible_run"),
        ("run.present.present.step", 3, "impossible_run"),
        ("run.present.on_twin", 1, "wrong_type"),
        ("run.present.watching.drops", [], "impossible_run"),
        ("run.present.watching.share", "nan", "impossible_run"),
        ("run.present.course.rows.count", 4, "impossible_run"),
        ("run.present.course.rows.count", 10**400, "wrong_type"),
        ("run.present.course.rows.names", ["a", "b"], "impossible_run"),
        ("run.present.course.rows.epochs", 0, "wrong_type"),
        ("run.present.course.events.0.code", "boom", "impossible_run"),
        ("run.present.course.events.0.values", [], "impossible_run"),
        ("run.present.course.events.0.values.0.1.0.difference.name", "boom", "impossible_run"),
        ("run.present.course.events.0.values.0.1.0.difference.code", "boom", "wrong_type"),
        ("run.present.course.events.0.values.0.1", [{"Path": "/"}], "wrong_type"),
        ("run.present.course.events.1.values.0.1.stop.rule", "<img src=/x>", "impossible_run"),
        ("run.present.course.ended.0.document.graph", 3, "wrong_type"),
        ("run.present.course.restored.0.row", {"boom": 1}, "impossible_run"),
        ("run.present.document", "x", "wrong_type"),
        ("run.halted.0.1.code", "boom", "impossible_run"),
        ("run.halted.0.1.state", "boom", "wrong_type"),
        ("run", [], "wrong_type"),
    ],
)  # fmt: skip
def test_every_damage_is_refused_with_its_place(place: str, value: object, code: str) -> None:
    with pytest.raises(FileError) as refused:
        decode(set_at(place, value))
    assert refused.value.code == code
    assert refused.value.place.startswith("trained")


def test_no_part_may_be_missing() -> None:
    def leave_out(record: Any, at: tuple[Any, ...]) -> Any:
        changed = copy.deepcopy(whole)
        here = changed
        for step in at:
            here = here[step]
        del here[record]
        return changed

    whole = content()
    places = [(name, ()) for name in whole] + [(name, ("run",)) for name in whole["run"]]
    places += [(name, ("run", "present")) for name in whole["run"]["present"]]
    places += [(name, ("arrays", 0)) for name in whole["arrays"][0]]
    for name, at in places:
        with pytest.raises(FileError):
            decode(leave_out(name, at))


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"NaN", b"[1" + b"0" * 5_000 + b"]"])
def test_no_text_does_more_than_be_refused(text: bytes) -> None:
    with pytest.raises(FileError):
        decode(loads(text))


def test_what_is_not_finite_is_no_state() -> None:
    training = made()
    training.present.present.values[0][0, 0] = np.nan
    with pytest.raises(FileError, match=r"trained.present.present.values\[0\]"):
        decode(json.loads(encode(training)))


def test_too_much_is_not_written() -> None:
    with pytest.raises(TooLargeError):
        encode(made(), most_bytes=50)
