"""The GPU that a process is bound to: what TensorFlow is told to see. There is none here, so its list is made up."""

from __future__ import annotations

import json
from multiprocessing import Pipe

import pytest
import tensorflow as tf

from playground.engine.worker.devices import bind, gpu_names
from playground.frames.device import DeviceError, is_device
from playground.runs import worker


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """What TensorFlow is told to see, and which may grow, of two GPUs."""
    found: dict[str, list[object]] = {"seen": ["all"], "growing": []}
    monkeypatch.setattr(tf.config, "list_physical_devices", lambda _=None: ["first", "second"])
    monkeypatch.setattr(tf.config, "set_visible_devices", lambda devices, _: found.update(seen=devices))
    monkeypatch.setattr(tf.config.experimental, "set_memory_growth", lambda one, _: found["growing"].append(one))
    monkeypatch.setattr(tf.config.experimental, "get_device_details", lambda one: {"device_name": one})
    return found


@pytest.mark.parametrize(
    ("device", "place", "seen"),
    [("cpu", 0, []), ("gpu:0", 3, ["first"]), ("gpu:1", 0, ["second"]), ("gpu", 0, ["first"]), ("gpu", 3, ["second"]),
     ("", 1, ["all"])],
)  # fmt: skip
def test_a_process_sees_its_own_device_alone(told: dict[str, list[object]], device: str, place: int, seen) -> None:
    bind(device, place)
    assert told["seen"] == seen
    assert told["growing"] == (["first", "second"] if not device else seen)
    assert gpu_names() == ("first", "second")


def test_a_gpu_that_is_not_there_is_told_by_the_process(told: dict[str, list[object]]) -> None:
    with pytest.raises(DeviceError) as refused:
        bind("gpu:2", 0)
    assert (refused.value.device, refused.value.found) == ("gpu:2", 2)


@pytest.mark.parametrize(
    ("name", "right"), [("cpu", True), ("gpu:12", True), ("gpu:", False), ("tpu", False), (3, False)]
)
def test_what_names_a_device(name: str, right: bool) -> None:
    assert is_device(name) == right


def test_without_a_gpu_the_process_ends_with_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tf.config, "list_physical_devices", lambda _=None: [])
    monkeypatch.setattr(worker.signal, "signal", lambda *_: None)
    monkeypatch.setattr(worker, "ONE_THREAD", {})
    ours, theirs = Pipe()
    worker.live(theirs, "gpu:0")
    assert json.loads(ours.recv_bytes()) == {"gpus": 0}
