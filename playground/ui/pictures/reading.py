"""Pictures as numbers, read beside the window: sizes from their heads first, so that none too large is ever decoded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter

from playground.datasets.pictures import Shape
from playground.ui.pictures.finding import Found

# Of more pixels than these no picture is decoded: 16 megabytes of them.
MOST_PIXELS = 4_000_000
FORMATS = frozenset((b"png", b"jpeg", b"jpg", b"bmp", b"gif", b"webp"))
EVERY = 64
# How light red, green and blue are to the eye (ITU-R BT.601).
LUMA = np.array((0.299, 0.587, 0.114))

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A picture that is left out: why by `code`, too_large (of `width` by `height` pixels) or unreadable."""

    path: Path
    code: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Pixels (n, numbers) by row, column and channel, the classes' indices (n,), and what is left out."""

    pixels: Bytes
    labels: Bytes
    refused: tuple[Refusal, ...]


def read_one(path: Path, shape: Shape) -> Bytes | Refusal:
    """A picture in that shape, (numbers,): its middle square, scaled; or why it is left out."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in FORMATS:
        return Refusal(path, "unreadable")
    # A head that says no size leaves none to be trusted.
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        width, height = (size.width(), size.height()) if size.isValid() else (0, 0)
        return Refusal(path, "too_large" if width else "unreadable", width, height)
    image = reader.read()
    if image.isNull():
        return Refusal(path, "unreadable")
    return pixels_of(image, shape)


def pixels_of(image: QImage, shape: Shape) -> Bytes:
    """Its middle square in that shape, (numbers,); what is transparent lies on white."""
    if image.hasAlphaChannel():
        ground = QImage(image.size(), QImage.Format.Format_RGB32)
        ground.fill(Qt.GlobalColor.white)
        with QPainter(ground) as painter:
            painter.drawImage(0, 0, image)
        image = ground
    side = min(image.width(), image.height())
    image = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    smooth = Qt.TransformationMode.SmoothTransformation
    image = image.scaled(shape.side, shape.side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    # Qt's lines begin at multiples of four bytes.
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(shape.side, image.bytesPerLine())
    rgb = lines[:, : 3 * shape.side].reshape(-1, 3)
    grey: Bytes = (rgb @ LUMA).round().astype(np.uint8)
    return rgb.reshape(-1).copy() if shape.colour else grey


def read_all(found: Found, shape: Shape, progress: Callable[[int], object], stopped: Callable[[], bool]) -> Read | None:
    """All of them, at most as many as fit, each class in its share; None where it was stopped."""
    files = spread(found, shape.most)
    pixels = np.zeros((len(files), shape.numbers), np.uint8)
    labels, refused, kept = np.zeros(len(files), np.uint8), [], 0
    for place, (path, label) in enumerate(files):
        if stopped():
            return None
        made = read_one(path, shape)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            pixels[kept], labels[kept] = made, label
            kept += 1
        if place % EVERY == EVERY - 1:
            progress(place + 1)
    return Read(pixels[:kept], labels[:kept], tuple(refused))


def spread(found: Found, most: int) -> tuple[tuple[Path, int], ...]:
    """At most so many of the files, evenly from first to last, so that every class keeps its share."""
    count = len(found.files)
    if count <= most:
        return found.files
    return tuple(found.files[place * count // most] for place in range(most))


class Reading(QObject):
    """Reads in a thread; `told(count)` as it goes, `ended(Read or None)` once. The newest question wins."""

    told = Signal(int)
    ended = Signal(object)
    _told = Signal(int, int)
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = 0
        self._told.connect(lambda asked, count: self.told.emit(count) if asked == self._asked else None)
        self._ended.connect(lambda asked, read: self.ended.emit(read) if asked == self._asked else None)

    def begin(self, found: Found, shape: Shape) -> None:
        """Read these; what was read before is let go."""
        self._asked += 1
        threading.Thread(target=self._run, args=(self._asked, found, shape), daemon=True).start()

    def stop(self) -> None:
        """Read no further, and tell nothing more."""
        self._asked += 1

    def _run(self, asked: int, found: Found, shape: Shape) -> None:
        def tell(count: int) -> None:
            if asked == self._asked:
                self._told.emit(asked, count)

        read = read_all(found, shape, tell, lambda: asked != self._asked)
        if asked == self._asked:
            self._ended.emit(asked, read)
