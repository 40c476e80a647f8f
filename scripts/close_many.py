"""Opens the real window and closes it at many moments; counts how often it left cleanly and soon.

Run it with the Python of the environment, from the top folder:

    .venv/bin/python scripts/close_many.py 40

Each run is a process of its own. Its window closes at one of MOMENTS, up to half a second into it.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
CLOSING = "closing"
SOON = 1.0
LONGEST = 90.0

MOMENTS: dict[str, Callable[[MainWindow], bool]] = {
    "shown": lambda window: True,
    "loading": lambda window: window.trainer.status.state == "loading",
    "building": lambda window: window.trainer.status.state == "building",
    "ready": lambda window: window.trainer.status.state == "ready",
    "compiling": lambda window: window.trainer.compiling,
    "training": lambda window: window.trainer.status.state == "training" and not window.trainer.compiling,
}
PLAYS = ("compiling", "training")


@dataclass(frozen=True, slots=True)
class Left:
    """How one run ended: its exit code (None where it had to be killed) and the seconds from close to exit."""

    moment: str
    code: int | None
    seconds: float
    errors: str

    @property
    def well(self) -> bool:
        return self.code == 0 and self.seconds < SOON


def close_once(moment: str, delay: float) -> Left:
    """Open the window in a process of its own and close it `delay` seconds into that moment."""
    with tempfile.TemporaryDirectory(prefix="playground-close-") as home:
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT), XDG_CONFIG_HOME=home)
        command = [sys.executable, __file__, "--one", moment, str(delay)]
        run = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace"
        )
        assert run.stdout is not None
        # The line comes as the window closes, and nothing where the process breaks before that.
        run.stdout.readline()
        start = time.monotonic()
        try:
            _, errors = run.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            run.kill()
            return Left(moment, None, LONGEST, run.communicate()[1])
        return Left(moment, run.returncode, time.monotonic() - start, errors)


def live(moment: str, delay: float) -> int:
    """The child: the real application, whose window closes itself."""
    from PySide6.QtCore import QTimer

    from playground import app
    from playground.document.examples import example
    from playground.projects.project import Project
    from playground.ui.assets import asset
    from playground.ui.trainer import Trainer

    make_window = app.make_window

    def make_closing_window(*arguments: object) -> MainWindow:
        window = make_window(*arguments)  # type: ignore[arg-type]
        if moment in PLAYS:
            QTimer.singleShot(0, window.trainer.play)
        poll = QTimer(window, interval=5)

        def close() -> None:
            print(CLOSING, flush=True)
            window.close()

        def look() -> None:
            if MOMENTS[moment](window):
                poll.stop()
                QTimer.singleShot(round(1000 * delay), window, close)

        poll.timeout.connect(look)
        poll.start()
        return window

    app.make_window = make_closing_window  # type: ignore[assignment]
    document = example("spiral", asset("examples"))
    return app.open_window(Project(document), None, Trainer(document))


def main(arguments: list[str]) -> int:
    """Close as many windows as asked for; the exit code is 1 if any left badly or late."""
    if arguments[:1] == ["--one"]:
        return live(arguments[1], float(arguments[2]))
    count = int(arguments[0]) if arguments else 40
    chance = random.Random(1)
    ends = []
    for number in range(count):
        moment = list(MOMENTS)[number % len(MOMENTS)]
        # A network is built, or compiled, for less than half a second.
        delay = chance.uniform(0, 0.1 if moment in ("building", "compiling") else 0.5)
        end = close_once(moment, delay)
        ends.append(end)
        print(f"{number + 1:4}  {moment:10} {delay:.2f} s in: exit {end.code} after {end.seconds:.2f} s", flush=True)
        if end.code != 0:
            print(end.errors[-2000:])
    print(f"{sum(end.well for end in ends)} of {count} left with 0 within {SOON:g} s")
    return int(not all(end.well for end in ends))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
