"""A film of the run: each moment is shown, and the chosen view's picture goes into a GIF or an MP4."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from playground.document.files.saving import Beside, naming
from playground.frames.frame import Frame
from playground.ui.film_file import ENDINGS, PICTURES_A_SECOND, FilmFile
from playground.ui.texts.files import film_ending_text


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
        self._beside: Beside | None = None
        self._file: FilmFile | None = None

    @property
    def working(self) -> bool:
        return self._beside is not None

    def start(self, picture: Callable[[], QPixmap], steps: Sequence[int], path: Path) -> None:
        """Begin a film of the moments at these steps; the ending of the path says which kind."""
        self._picture, self._steps, self._path, self._taken = picture, list(steps), path, 0
        try:
            if path.suffix.lower() not in ENDINGS:
                raise ValueError(film_ending_text(path))
            if not path.absolute().parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
            self._beside = Beside(path)
        except (OSError, ValueError) as error:
            self._end(error)
            return
        self._ask_next()

    def _ask_next(self) -> None:
        self._waits = False
        self._ask(self._steps[self._taken])

    def show_frame(self, frame: Frame) -> None:
        """Where this is the moment that was waited for, its picture is taken."""
        if not self.working or self._waits or self._taken == len(self._steps) or frame.past is None:
            return
        # One that was thinned out since the film began is answered by the one before it.
        if frame.past != frame.reel.at(self._steps[self._taken]):
            return
        # A run with few moments shows each for longer.
        same = self._steps.count(self._steps[self._taken])
        self._taken, self._waits = self._taken + same, True
        # The next moment is looked for while this one's picture is taken.
        self._go_on()
        try:
            self._add(self._picture().toImage(), same)
        except OSError as error:
            self._end(error)
        else:
            self.progressed.emit(self._taken, len(self._steps))

    def _add(self, image: QImage, times: int) -> None:
        if self._file is None:
            # Films want even sides, and one size from first to last, whatever happens to the window.
            size = QSize(image.width() // 2 * 2, image.height() // 2 * 2)
            assert self._beside is not None
            with naming(self._path):
                self._file = FilmFile(self._beside.made, self._path.suffix.lower(), size, self)
            self._file.drained.connect(self._go_on)
            self._file.ended.connect(self._finish)
        for _ in range(times):
            self._file.add(image)
        if self._taken == len(self._steps):
            self._file.close()

    def _go_on(self) -> None:
        """The next moment, once there is room for its picture."""
        has_room = self._file is None or self._file.has_room
        if self._waits and has_room and self._taken < len(self._steps):
            self._ask_next()

    def _finish(self, error: OSError | None) -> None:
        assert self._beside is not None
        try:
            with naming(self._path):
                if error is not None:
                    raise error
            self._beside.put()
        except OSError as failure:
            self._end(failure)
        else:
            self._end(self._path)

    def cancel(self) -> None:
        if self.working:
            self._end(None)

    def _end(self, outcome: Path | Exception | None) -> None:
        if self._file is not None:
            self._file.drop()
            self._file.deleteLater()
            self._file = None
        if self._beside is not None:
            self._beside.drop()
            self._beside = None
        self._ask(None)
        self.finished.emit(outcome)


def film_steps(kept: Sequence[int], seconds: float) -> list[int]:
    """Which kept moments a film of that length shows, one for each picture, evenly over the run."""
    count = max(2, round(seconds * PICTURES_A_SECOND))
    places = np.linspace(0, len(kept) - 1, count).round().astype(int)
    return [int(kept[place]) for place in places]
