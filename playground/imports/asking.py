"""A stranger's file read in a process of its own, which is ended where it takes too long."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playground.document.document import Document
from playground.document.files import file
from playground.imports import answer
from playground.imports.found import Imported
from playground.imports.guard import SECONDS
from playground.imports.refused import Refused
from playground.itself import module_command

ENDINGS = (".keras", ".h5", ".hdf5", ".onnx", ".json")
CHILD = "playground.imports.child"
# A machine may be busy while the child loads numpy, which is no fault of the file.
LOADING = 20
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def is_network_file(path: Path) -> bool:
    """Whether the name is one that networks of others have."""
    return path.suffix.lower() in ENDINGS


class Reading:
    """The reading of one file, under way. Whoever asks looks at `answer` now and then, and closes it in the end."""

    def __init__(self, path: Path, beneath: Document | None = None) -> None:
        """Raises OSError where the file cannot be opened at all."""
        path = path.absolute()
        os.stat(path)
        self._folder = tempfile.TemporaryDirectory(prefix="playground-import-")
        folder = Path(self._folder.name)
        given = [str(folder), str(path)]
        if beneath is not None:
            file.write(beneath, folder / "open.playground")
            given.append(str(folder / "open.playground"))
        environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            module_command(CHILD, *given),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip

    def wait(self, seconds: float = SECONDS + LOADING) -> Imported:
        """The network, when it is read. Raises Refused; after so many seconds too."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.close()
            raise Refused("It takes longer than {seconds} seconds to read.", seconds=SECONDS) from None
        return self.answer()

    @property
    def is_done(self) -> bool:
        return self._process.poll() is not None

    def answer(self) -> Imported:
        """What the child told, once it is done. Raises Refused."""
        try:
            told = answer.read(Path(self._folder.name))
        except (OSError, ValueError, KeyError, TypeError):
            told = Refused("It cannot be read within the bounds of time and memory, or it is damaged.")
        finally:
            self.close()
        if isinstance(told, Refused):
            raise told
        return told

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()


def read_apart(path: Path, beneath: Document | None = None) -> Imported:
    """The network in a file. Raises Refused, or OSError where the file cannot be opened at all."""
    return Reading(path, beneath).wait()
