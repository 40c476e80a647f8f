"""The adviser on recorded runs, as the window sees them: a frame after the other, with the losses until then."""

from __future__ import annotations

import numpy as np
import pytest

from playground.advice.adviser import Adviser, Watch
from playground.advice.finding import Finding
from playground.document.examples import names
from playground.frames.frame import Frame
from tests.advice.recorded import curves_of, documents
from tests.made_curves import made_curves

FRAMES, FRAME_SECONDS = 100, 0.25


def lines_said(name: str) -> list[tuple[int, Finding | None]]:
    """After which epoch which line came, None for a quiet one."""
    document, _ = documents()[name]
    curves = curves_of(name)
    watch, adviser, said = Watch(), Adviser(), [(0, None)]
    for at in range(1, FRAMES + 1):
        count = 1 + (len(curves.epochs) - 1) * at // FRAMES
        seen = made_curves(np.arange(count), curves.train_loss[:count], curves.validation_loss[:count], metrics=())
        frame = Frame(document.graph, epoch=count - 1, curves=seen)
        line = adviser.show(watch.look(document, frame), frame.epoch, at * FRAME_SECONDS)
        if (line and line.kind) != (said[-1][1] and said[-1][1].kind):
            said.append((frame.epoch, line))
    return said


@pytest.mark.parametrize("name", names())
def test_nothing_is_said_of_a_bundled_example(name: str) -> None:
    assert lines_said(name) == [(0, None)]


@pytest.mark.parametrize(("name", "between"), [("jumps", (35, 120)), ("still", (500, 800)), ("parts", (330, 560))])
def test_what_goes_wrong_is_said_once(name: str, between: tuple[int, int]) -> None:
    _, (epoch, line), *after = lines_said(name)
    assert line.kind == name
    assert between[0] <= epoch <= between[1]
    # It may come to rest for good.
    assert [line for _, line in after] in ([], [None])


def test_the_numbers_are_those_of_the_run() -> None:
    curves = curves_of("parts")
    line = lines_said("parts")[-1][1]
    best = int(curves.validation_loss.argmin())
    assert dict(line.values)["epoch"] == pytest.approx(best, abs=60)
    assert line.remedy is not None
