"""What the engine says of itself once it is loaded."""

from __future__ import annotations

import tensorflow as tf

from playground.frames.news import Hello


def hello() -> Hello:
    """TensorFlow's version, and what it trains on."""
    devices = tuple(dict.fromkeys(device.device_type for device in tf.config.get_visible_devices()))
    return Hello(tf.__version__, "GPU" if "GPU" in devices else "CPU", devices)
