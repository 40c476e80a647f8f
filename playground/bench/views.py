"""What each live view costs a frame: asking the engine, taking the numbers, drawing them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from playground.itself import module_command

if TYPE_CHECKING:
    from playground.engine.session import Session
    from playground.frames.frame import Frame
    from playground.frames.wanted import Wanted

ROUNDS = 30
EPOCHS_A_ROUND = 20


@dataclass(frozen=True, slots=True)
class ViewCost:
    """Milliseconds a frame, medians: `look_ms` in the trainer's thread, beyond a look that asks for nothing;
    `show_ms` and `paint_ms` in the window's.
    """

    view: str
    look_ms: float
    show_ms: float
    paint_ms: float


def measure_in_new_process() -> str:
    """JSON of one ViewCost for each view, from a process of its own."""
    command = module_command("playground.bench.views")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise OSError(f"the views could not be measured: {done.stderr.strip()[-500:]}")
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Measure and print one JSON list."""
    import json
    from dataclasses import asdict

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps([asdict(cost) for cost in _measure()]), flush=True)
    os._exit(0)


def _measure() -> list[ViewCost]:
    from PySide6.QtWidgets import QWidget

    from playground.app import chosen_theme, make_application, make_window
    from playground.document.examples import example
    from playground.engine.loops import Loops
    from playground.engine.session import Session
    from playground.frames.wanted import Wanted
    from playground.ui.assets import asset
    from playground.ui.settings import Settings

    application = make_application()
    document = example("circle", asset("examples"))
    # Its trainer is never started: this thread owns the engine, so that nothing else runs while it measures.
    window = make_window(document, Settings(pace="flat_out"), chosen_theme("light"))
    window.show()
    window.docks.open_all()
    application.processEvents()
    session = Session(document, Loops())
    nothing = Wanted(0, 0)
    canvas = Wanted(0, 32, window.canvas.visible_nodes())
    views: dict[str, tuple[QWidget, Wanted]] = {"canvas": (window.canvas, canvas)}
    for name, dock in window.docks.docks.items():
        views[name] = (dock.view, dock.view.wanted(nothing))
    frames = _frames(session, window.docks.wanted(canvas))
    base = _looking(session, nothing)
    costs = []
    for name, (view, wanted) in views.items():
        show, paint = _drawing(view, frames, application.processEvents)
        costs.append(ViewCost(name, max(0.0, _looking(session, wanted) - base), show, paint))
    return costs


def _frames(session: Session, wanted: Wanted) -> list[Frame]:
    """Moments of one run with everything in them that any view wants."""
    frames = []
    for _ in range(ROUNDS):
        session.train(EPOCHS_A_ROUND * session.plain.steps_per_epoch)
        frames.append(session.look(wanted))
    return frames


def _looking(session: Session, wanted: Wanted) -> float:
    session.look(wanted)  # traced
    return median(_milliseconds(lambda: session.look(wanted)) for _ in range(ROUNDS))


def _drawing(view: object, frames: list[Frame], settle: Callable[[], None]) -> tuple[float, float]:
    """Of taking a frame's numbers, and of painting the whole view once more."""
    shown, painted = [], []
    for frame in frames:
        shown.append(_milliseconds(lambda frame=frame: view.show_frame(frame)))  # type: ignore[attr-defined,misc]
        painted.append(_milliseconds(view.grab))  # type: ignore[attr-defined]
        settle()
    return median(shown), median(painted)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
