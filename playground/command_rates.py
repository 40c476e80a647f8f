"""The search for a learning rate without a window: `playground rates`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from playground.command_rivals import begin
from playground.command_stopping import load_engine
from playground.command_train import refuse_problems
from playground.document.files.saving import refuse_unwritable, write_beside
from playground.frames.rates import Rates, RateSearch, Reading
from playground.projects.project import Project
from playground.terminal import complain, plain, tell
from playground.ui.texts.command import command_text
from playground.ui.texts.runs.rates import reading_text


def rates(project: Project, options: argparse.Namespace) -> int:
    """Search and tell what the curve says; exit code 2 where it says nothing. Raises ValueError, OSError."""
    document, learned = project.document, project.training if options.resume else None
    if options.resume and learned is None:
        raise ValueError(command_text("not_trained"))
    refuse_problems(document)
    out: Path | None = options.out
    if out is not None:
        refuse_unwritable(out)
    load_engine()
    from playground.engine.rates import search

    session, _ = begin(document, learned)
    found, reading = search(session, RateSearch(from_first=learned is None))
    if out is not None:
        write_beside(out, _table(found, reading).encode())
    if options.json:
        result = {"learning_rate": reading.rate, "why": reading.why or None, "broken_at": reading.broken_at}
        tell(json.dumps({**result, "present": document.training.learning_rate}))
    told, more = reading_text(reading, learned is not None)
    if reading.rate is None:
        complain(plain(f"{told} {more}"))
        return 2
    if not options.json:
        tell(plain(told))
        tell(plain(more))
    return 0


def _table(found: Rates, reading: Reading) -> str:
    """The curve as CSV: the rate, the loss of its batch, and the smoothed loss up to where it breaks."""
    smooth = [*map(repr, map(float, reading.smooth)), *[""] * (len(found.rates) - len(reading.smooth))]
    rows = zip(found.rates, found.losses, smooth, strict=True)
    return "learning_rate,loss,smoothed\n" + "".join(f"{float(x)!r},{float(y)!r},{z}\n" for x, y, z in rows)
