"""The process that reads a stranger's file: its answer goes into a folder."""

from __future__ import annotations

import codecs
import io
import sys
from contextlib import suppress
from pathlib import Path

import h5py
import numpy as np

from playground.document.files import file
from playground.imports import answer, guard
from playground.imports.found import Imported
from playground.imports.hdf5 import Tree
from playground.imports.reading import read
from playground.imports.refused import Refused


def main(answers: str, name: str, project: str = "") -> None:
    """Reads the file within bounds; ends without an answer where these do not do."""
    folder, path = Path(answers), Path(name)
    beneath = file.read(Path(project)) if project else None
    warm_up()
    guard.bound()
    guard.watch({str(path), *(str(folder / name) for name in (answer.TOLD, answer.ARRAYS))})
    told: Imported | Refused
    try:
        told = read(path, beneath)
    except Refused as refused:
        told = refused
    except MemoryError:
        told = Refused("It needs more memory than an import may take.")
    except RecursionError:
        told = Refused("It is nested deeper than {most} levels.", most=64)
    except OSError as error:
        told = Refused("It cannot be read: {error}.", error=error.strerror or type(error).__name__)
    answer.write(folder, told)


def warm_up() -> None:
    """Whatever is loaded only when it is used is loaded before the watch begins."""
    for name in ("ascii", "cp437", "utf-8-sig"):
        # Of names in zip files, and of JSON.
        codecs.lookup(name)
    made = io.BytesIO()
    with h5py.File(made, "w") as content:
        content.create_dataset("a", data=[1.0, 2.0], compression="gzip", shuffle=True)
        content.attrs["names"] = [b"a"]
        content.attrs["words"] = np.array(["a"], dtype=object)
        content.attrs["text"] = "a"
    tree = Tree(made)
    tree.array("a"), tree.texts("names"), tree.texts("words"), tree.text("text")
    tree.close()
    with suppress(Refused):
        Tree(io.BytesIO(b"\x89HDF\r\n\x1a\n" + bytes(100)))


if __name__ == "__main__":
    main(*sys.argv[1:])
