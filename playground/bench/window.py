"""How smooth the real window is: until it shows, while TensorFlow loads, and while training flat out."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise

from playground.itself import module_command

MEASURED_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Smoothness:
    """Seconds and milliseconds as named; gaps are between two turns of the event loop while training."""

    visible_seconds: float
    loading_worst_stall_seconds: float
    gap_p50_ms: float
    gap_p99_ms: float
    gap_max_ms: float
    frames_per_second: float
    epochs_per_second: float


def measure_in_new_process() -> str:
    """JSON of Smoothness, from a process that starts as the application does."""
    command = module_command("playground.bench.window", repr(time.time()))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise OSError(f"the window could not be measured: {done.stderr.strip()[-500:]}")
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Measure and print one JSON object; the process's start (time.time()) is the first argument."""
    import json
    import os
    from dataclasses import asdict

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(asdict(_measure(float(sys.argv[1])))), flush=True)
    os._exit(0)


def _measure(started: float) -> Smoothness:
    from PySide6.QtCore import QTimer

    from playground.app import chosen_theme, make_application, make_window
    from playground.document.examples import example
    from playground.ui.assets import asset
    from playground.ui.settings import Settings

    application = make_application()
    window = make_window(example("circle", asset("examples")), Settings(pace="flat_out"), chosen_theme("light"))
    window.show()
    application.processEvents()
    window.grab()
    visible = time.time() - started
    window.docks.open_all()
    turns: list[float] = []
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(time.perf_counter()))
    clock.start()
    trainer = window.trainer
    trainer.start()
    live(lambda: trainer.status.state == "ready")
    stall = max(gaps(turns))

    window.canvas.select(("dense_1",))
    live(lambda: False, 1.0)
    window.play_or_pause()
    live(lambda: trainer.status.state == "training" and not trainer.compiling, 30)
    live(lambda: False, 2.0)
    frames = Frames(window)
    turns.clear()
    live(lambda: False, MEASURED_SECONDS)
    found = sorted(1000 * gap for gap in gaps(turns))
    speed = frames.epochs_per_second()
    per_second = frames.count / MEASURED_SECONDS
    return Smoothness(
        visible, stall, found[len(found) // 2], found[int(len(found) * 0.99)], found[-1], per_second, speed
    )


def gaps(turns: list[float]) -> list[float]:
    """Gaps of the event loop over 1 ms; shorter ones are its idle spinning and say nothing of smoothness."""
    found = [later - earlier for earlier, later in pairwise(turns)]
    return [gap for gap in found if gap > 0.001] or [0.0]


def live(done, seconds: float = 120.0) -> None:
    """The window goes on until that is done, or so many seconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    ends = time.perf_counter() + seconds
    poll = QTimer(interval=5)
    poll.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > ends else None)
    poll.start()
    loop.exec()
    poll.stop()


class Frames:
    """Counts the frames that the window really shows."""

    def __init__(self, window) -> None:
        self.count = 0
        self._first: tuple[float, int] | None = None
        self._last = (0.0, 0)
        show = window.show_newest_frame

        def counted(frame) -> None:
            show(frame)
            self.count += 1
            self._last = (time.perf_counter(), frame.epoch)
            self._first = self._first or self._last

        window.show_newest_frame = counted

    def epochs_per_second(self) -> float:
        """Between the first and the last frame."""
        assert self._first is not None, "no frame was shown"
        (start, first), (end, last) = self._first, self._last
        return (last - first) / (end - start)


if __name__ == "__main__":
    main()
