"""The GPUs that TensorFlow sees, and the one that a process is bound to."""

from __future__ import annotations

import tensorflow as tf

from playground.frames.device import gpu_number
from playground.frames.news import GPU


def gpu_names() -> tuple[str, ...]:
    """What each is called, in TensorFlow's order."""
    details = (tf.config.experimental.get_device_details(device) for device in tf.config.list_physical_devices(GPU))
    return tuple(str(one.get("device_name", "")) for one in details)


def bind(device: str, place: int) -> None:
    """See no other device than that, in the process of that place; before TensorFlow has run anything.

    Several processes may share a GPU, so none takes all of its memory. Raises DeviceError.
    """
    there = tf.config.list_physical_devices(GPU)
    if device:
        number = gpu_number(device, place, len(there))
        there = [] if number is None else [there[number]]
        tf.config.set_visible_devices(there, GPU)
    for one in there:
        tf.config.experimental.set_memory_growth(one, True)
