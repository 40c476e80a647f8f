"""What the engine trains on, and what it says of itself once it is loaded."""

from __future__ import annotations

import tensorflow as tf

from playground.engine.worker.devices import gpu_names
from playground.frames.news import CPU, GPU, Hello


def choose_device(device: str) -> None:
    """Train on that one; before anything else is done, since TensorFlow asks for it once."""
    if device != GPU:
        tf.config.set_visible_devices([], GPU)


def hello() -> Hello:
    """TensorFlow's version, and what it trains on."""
    there = {device.device_type for device in tf.config.list_physical_devices()}
    seen = {device.device_type for device in tf.config.get_visible_devices()}
    devices = tuple(name for name in (CPU, GPU) if name in there)
    return Hello(tf.__version__, GPU if GPU in seen else CPU, devices, gpu_names())
