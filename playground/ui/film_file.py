"""The file of a film: grows picture by picture, made by ffmpeg in a process of its own."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSize, Signal
from PySide6.QtGui import QImage

PICTURES_A_SECOND = 25
# Bytes that may wait for ffmpeg, as a film of pictures takes more memory than there is.
MOST_WAITING = 64 << 20

WRITTEN_AS = {
    # Good enough to read what is written in it, and made faster than the run can be shown again.
    ".mp4": ("-f", "mp4", "-c:v", "libx264", "-preset", "veryfast", "-crf", "10", "-pix_fmt", "yuv420p"),
    # Each picture with colours of its own: common ones are known only once all have been seen.
    ".gif": ("-f", "gif", "-vf", "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1", "-loop", "0"),
}
ENDINGS = tuple(WRITTEN_AS)


class FilmFile(QObject):
    """`has_room` changes with `drained`; `ended` carries None of a whole film, else what went wrong."""

    drained = Signal()
    ended = Signal(object)

    def __init__(self, path: Path, ending: str, size: QSize, parent: QObject | None = None) -> None:
        """The ending, one of ENDINGS, says which kind. Raises OSError where there is no ffmpeg."""
        super().__init__(parent)
        self._size = size
        self._process = QProcess(self)
        self._process.bytesWritten.connect(lambda _: self.drained.emit())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        shape = f"{size.width()}x{size.height()}"
        given = ("-f", "rawvideo", "-pix_fmt", "bgr0", "-s", shape, "-r", str(PICTURES_A_SECOND), "-i", "-")
        self._process.start(_ffmpeg(), ["-v", "error", "-y", *given, *WRITTEN_AS[ending], str(path)])

    @property
    def has_room(self) -> bool:
        return self._process.bytesToWrite() < MOST_WAITING

    def add(self, picture: QImage) -> None:
        """One more picture, cut or stretched to the size of the film."""
        if picture.width() < self._size.width() or picture.height() < self._size.height():
            picture = picture.scaled(self._size)
        if picture.size() != self._size:
            picture = picture.copy(0, 0, self._size.width(), self._size.height())
        self._process.write(bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()))

    def close(self) -> None:
        """That was all; it ends once ffmpeg is done."""
        self._process.closeWriteChannel()

    def drop(self) -> None:
        """Leave it as it is; nothing more is told."""
        self.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
            self.ended.emit(None)
        else:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            self.ended.emit(_error(code, said))

    def _failed(self, error: QProcess.ProcessError) -> None:
        # What else goes wrong ends the process, which is told then.
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(OSError(self._process.errorString()))


def _error(code: int, said: str) -> OSError:
    """What ended ffmpeg: the system's error, whose number is minus its exit code, or its last words."""
    number = -code % 256
    if os.strerror(number) in said:
        return OSError(number, os.strerror(number))
    return OSError(said.splitlines()[-1] if said else "ffmpeg ended without a word")


def _ffmpeg() -> str:
    from imageio_ffmpeg import get_ffmpeg_exe

    try:
        program: str = get_ffmpeg_exe()
    except RuntimeError as error:
        raise OSError(str(error)) from error
    return program
