"""A film of the run: each moment is shown, and the chosen view's picture goes into a GIF or an MP4."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from playground.document.files.saving import replace_with
from playground.frames.frame import Frame

PICTURES_A_SECOND = 25
ENDINGS = (".gif", ".mp4")


class FilmMaker(QObject):
    """Asks for one moment after another and takes a picture of each; a view like the others, told last.

    `progressed` carries pictures taken and all of them; `finished` the path, or what went wrong, or None of a
    film that was cancelled.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, ask: Callable[[int | None], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._folder: Path | None = None

    @property
    def working(self) -> bool:
        return self._folder is not None

    def start(self, picture: Callable[[], QPixmap], steps: Sequence[int], path: Path) -> None:
        """Begin a film of the moments at these steps; the ending of the path says which kind."""
        import imageio.v2 as imageio

        try:
            self._folder = Path(tempfile.mkdtemp(prefix=".film-", dir=path.parent))
            self._made = self._folder / path.name
            self._writer: Any = imageio.get_writer(self._made, **_writer_settings(path.suffix.lower()))
        except (OSError, ValueError) as error:
            self._end(error)
            return
        self._picture, self._steps, self._path, self._taken = picture, list(steps), path, 0
        self._size: tuple[int, int] | None = None
        self._ask(self._steps[0])

    def show_frame(self, frame: Frame) -> None:
        """Where this is the moment that was waited for, its picture is taken."""
        # One that was thinned out since the film began is answered by the one before it.
        if not self.working or frame.past is None or frame.past != frame.reel.at(self._steps[self._taken]):
            return
        try:
            self._take()
        except (OSError, ValueError) as error:
            self._end(error)
            return
        self.progressed.emit(self._taken, len(self._steps))
        # Whoever hears of the progress may have cancelled.
        if self.working:
            self._finish() if self._taken == len(self._steps) else self._ask(self._steps[self._taken])

    def _take(self) -> None:
        """One picture; a run with few moments shows each for longer."""
        step, pixels = self._steps[self._taken], self._pixels()
        while self._taken < len(self._steps) and self._steps[self._taken] == step:
            self._writer.append_data(pixels)
            self._taken += 1

    def _pixels(self) -> NDArray[np.uint8]:
        image = self._picture().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if self._size is None:
            # Films want even sides, and one size from first to last, whatever happens to the window.
            self._size = (image.width() // 2 * 2, image.height() // 2 * 2)
        width, height = self._size
        if image.width() < width or image.height() < height:
            image = image.scaled(width, height)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:height, : 3 * width].reshape(height, width, 3).copy()

    def _finish(self) -> None:
        try:
            self._writer.close()
            replace_with(self._path, lambda beside: shutil.move(self._made, beside))
        except (OSError, ValueError) as error:
            self._end(error)
        else:
            self._end(self._path)

    def cancel(self) -> None:
        if self.working:
            self._writer.close()
            self._end(None)

    def _end(self, outcome: Path | Exception | None) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        self._ask(None)
        self.finished.emit(outcome)


def _writer_settings(ending: str) -> dict[str, Any]:
    if ending == ".gif":
        return {"duration": 1000 / PICTURES_A_SECOND, "loop": 0}
    if ending == ".mp4":
        return {"fps": PICTURES_A_SECOND, "macro_block_size": 2, "quality": 8}
    raise ValueError(f"a film is written as .gif or .mp4, not {ending or 'without an ending'}")


def film_steps(kept: Sequence[int], seconds: float) -> list[int]:
    """Which kept moments a film of that length shows, one for each picture, evenly over the run."""
    count = max(2, round(seconds * PICTURES_A_SECOND))
    places = np.linspace(0, len(kept) - 1, count).round().astype(int)
    return [int(kept[place]) for place in places]
