"""The kinds of files that what was built can be written as: one row each, which menu and command line read."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from playground.document.words import words


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. Its title stands in the texts under its name, its writer in the engine's table of exports.

    A folder has no ending. The window draws its own picture; what is `worded` is made where the language is known, by
    the window or the command line, what is `drawn` where there are fonts; all else comes from the engine. reader:
    what loads it back, in the table of `readback`; the name where none is given. allowed: the largest difference of
    outputs around 1 that is none, 0 where only the same answers count. needs: packages beside our own, by the extra
    `export`.
    """

    name: str
    ending: str
    by_window: bool = False
    worded: bool = False
    drawn: bool = False
    read_by: str = ""
    allowed: float = 1e-5
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """Whether it cannot be written or checked here for want of a package."""
        return any(find_spec(name) is None for name in self.needs)

    @property
    def by_engine(self) -> bool:
        """Whether the engine makes it by itself."""
        return not (self.by_window or self.worded)

    @property
    def reader(self) -> str:
        return self.read_by or self.name


FORMATS = {
    row.name: row
    for row in (
        Format("keras", ".keras"),
        Format("weights", ".weights.h5"),
        Format("weights_npz", ".weights.npz"),
        Format("weights_json", ".weights.json"),
        Format("weights_csv", ".weights.csv"),
        Format("h5", ".h5", read_by="keras"),
        Format("saved_model", ""),
        Format("onnx", ".onnx", needs=("onnx", "onnxruntime")),
        Format("tflite", ".tflite"),
        Format("tflite_float16", ".float16.tflite", read_by="tflite_coarse", allowed=1e-2),
        Format("tflite_dynamic", ".dynamic.tflite", read_by="tflite", allowed=0.0),
        Format("tflite_int8", ".int8.tflite", read_by="tflite_coarse", allowed=0.0),
        Format("page", ".html"),
        Format("script", ".py"),
        Format("tensors", ".tensors.py", read_by="script"),
        Format("class", ".class.py", read_by="script"),
        Format("notebook", ".ipynb", worded=True),
        Format("card", ".md", worded=True),
        Format("figure", ".svg", worded=True),
        Format("figure_pdf", ".pdf", worded=True, drawn=True),
        Format("history", ".csv"),
        Format("history_json", ".json"),
        Format("tensorboard", ".tensorboard"),
        Format("picture", ".png", by_window=True),
    )
}

ENDINGS = tuple(row.ending for row in FORMATS.values() if row.ending)


class UnknownEndingError(ValueError):
    """A path whose ending names no format that can be exported."""

    def __init__(self, path: Path) -> None:
        sentence = "{name}: expected one of {endings}, or no ending for a SavedModel folder"
        self.words = words(sentence, name=path.name, endings=", ".join(ENDINGS))
        super().__init__(str(self.words))
        self.path, self.endings = path, ENDINGS


def format_of(path: Path) -> Format:
    """The format that the path's ending names, in capitals too. Raises UnknownEndingError."""
    name = path.name.lower()
    fitting = [row for row in FORMATS.values() if row.ending and name.endswith(row.ending) and name != row.ending]
    if fitting:
        # `.weights.h5` is one of its own, not an `.h5`.
        return max(fitting, key=lambda row: len(row.ending))
    if path.suffix:
        raise UnknownEndingError(path)
    return FORMATS["saved_model"]
