"""What a worker of a cluster runs: text comes, a line of JSON goes back."""

from __future__ import annotations

import json
import os
import platform
import time
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import TYPE_CHECKING, Any

from playground import __version__
from playground.runs.worker import BETWEEN_REPORTS, ONE_THREAD, Curves, run_trial

if TYPE_CHECKING:
    from playground.engine.alone import KeptLoops

PACKAGES = ("tensorflow", "keras", "numpy", "distributed")
"""With another version of one of these the same seed may give other numbers, or nothing at all."""
BUILDS = {"tensorflow": ("tensorflow", "tensorflow-cpu")}
_ONE = Lock()
_kept: list[KeptLoops] = []


class NotWantedError(EOFError):
    """Nobody waits for this run any more: to what trains, the end of whom it reports to."""


def versions() -> dict[str, str]:
    """What numbers depend on -> its version here."""
    found = {"playground": __version__, "python": platform.python_version()}
    return {**found, **{name: _version(name) for name in PACKAGES}}


def _version(name: str) -> str:
    for build in BUILDS.get(name, (name,)):
        try:
            return version(build)
        except PackageNotFoundError:
            continue
    return "-"


def train_away(text: str) -> str:
    """Train what the text asks for; its row, or the versions here where they are not those of the one who asks."""
    from distributed import get_worker

    asked: dict[str, Any] = json.loads(text)
    here = versions()
    if here != asked["versions"]:
        return json.dumps({"versions": here})
    worker, told = get_worker(), [0.0]
    task, topic = worker.get_current_task(), asked["topic"]

    def report(epoch: int, curves: Curves) -> None:
        known = worker.state.tasks.get(task)
        if known is None or known.state == "cancelled":
            raise NotWantedError
        if (now := time.monotonic()) - told[0] < BETWEEN_REPORTS:
            return
        told[0] = now
        worker.log_event(topic, {"key": asked["key"], "epoch": epoch, "curves": curves() if asked["keeps"] else {}})

    # A worker may have several threads; TensorFlow would fight with itself for the cores.
    with _ONE:
        os.environ.update(ONE_THREAD)
        return json.dumps({"row": run_trial(asked, _loops(), report).plain})


def _loops() -> KeptLoops:
    from playground.engine.alone import KeptLoops

    if not _kept:
        _kept.append(KeptLoops())
    return _kept[0]
