"""What the runs of an experiment are trained on, where there is a choice."""

from __future__ import annotations

import re

CPU, EACH = "cpu", "gpu"
"""Each process takes the next GPU, where there are several."""
NAMES = re.compile(r"cpu|gpu(:\d{1,2})?")


class DeviceError(RuntimeError):
    """TensorFlow sees `found` GPUs, and the one that was asked for is not among them."""

    def __init__(self, device: str, found: int) -> None:
        super().__init__(f"{device}: {found} GPUs")
        self.device, self.found = device, found


def is_device(told: object) -> bool:
    """Whether it names one: cpu, gpu:0, or gpu; "" leaves it to TensorFlow."""
    return isinstance(told, str) and (not told or NAMES.fullmatch(told) is not None)


def gpu_number(device: str, place: int, count: int) -> int | None:
    """Which of so many GPUs the process in that place takes, None for none. Raises DeviceError."""
    if device == CPU:
        return None
    number = place % count if device == EACH and count else int(device.partition(":")[2] or 0)
    if number >= count:
        raise DeviceError(device, count)
    return number
