"""One network on two devices: the losses and weights are those of one, step by step."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
# In a process of its own, as devices are split before TensorFlow has run anything.
COMPARE = """
import json, sys
from dataclasses import replace
from importlib.util import find_spec
from playground.document.edits import edits
from playground.document.examples import example
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.engine.spread import SpreadLoops, devices_of
from playground.ui.assets import asset

loops, found = SpreadLoops(devices_of("cpu:2")), {}
for name, clipping in (("circle", "none"), ("digits", "norm"), ("iris", "global_norm")):
    document = example(name, asset("examples"))
    training = replace(document.training, clipping=clipping, clip_at=0.05)
    document = edits.set_training(document, training)
    one, two = Session(document, Loops()), Session(document, loops)
    for session in (one, two):
        session.train(session.plain.steps_per_epoch)
    rows = [session.course.row(session.epoch) for session in (one, two)]
    weights = [abs(a.numpy() - b.numpy()).max() for a, b in zip(one.state, two.state) if a.dtype.is_floating]
    found[name] = [max(abs(rows[0][key] - rows[1][key]) for key in rows[0]), float(max(weights)), rows[0]["train_loss"]]
unused = ("IPython", "matplotlib", "pandas", "sklearn")
hidden = [name for name in ("matplotlib", "sklearn") if find_spec(name) is None]
print(json.dumps([found, [name for name in unused if name in sys.modules], hidden]))
"""


def asked(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-P", *words], cwd=ROOT, capture_output=True, text=True, timeout=110)


@pytest.fixture(scope="module")
def compared() -> list[Any]:
    """Of each example, how far one and two devices are apart; which unused packages are loaded; which stay hidden."""
    told: list[Any] = json.loads(asked("-c", COMPARE).stdout)
    return told


def test_the_engine_loads_none_of_what_keras_would_take_along_and_hides_none(compared) -> None:
    assert compared[1:] == [[], []]


def test_two_devices_learn_as_one_does(compared) -> None:
    """Also where a batch has an odd number of rows, and where gradients are clipped, which is of their sum."""
    found = compared[0]
    assert list(found) == ["circle", "digits", "iris"]
    for numbers, weights, loss in found.values():
        assert loss > 0
        assert numbers < 1e-5
        assert weights < 1e-5


def test_devices_that_are_not_there_are_told() -> None:
    ended = asked("-m", "playground", "train", "circle", "--epochs", "1", "--devices", "7")
    assert ended.returncode == 2
    assert "--devices 7: TensorFlow sees 0 of GPU here." in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("told", ["0", "two", "gpu:2", "cpu:0"])
def test_what_is_no_number_of_devices_is_told(told: str, capsys) -> None:
    from playground.cli import main

    with pytest.raises(SystemExit):
        main(["train", "circle", "--devices", told])
    assert f"{told} is neither a number of GPUs" in capsys.readouterr().err
