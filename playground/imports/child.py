"""The process that reads a stranger's file: its answer goes into a folder."""

from __future__ import annotations

from pathlib import Path

from playground.document.files import file
from playground.imports import answer, guard
from playground.imports.found import Imported
from playground.imports.reading import read
from playground.imports.refused import Refused


def main(answers: str, name: str, project: str = "") -> None:
    """Reads the file within bounds; ends without an answer where these do not do."""
    folder, path = Path(answers), Path(name)
    beneath = file.read(Path(project)) if project else None
    _warm_up()
    guard.bound_memory()
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


def _warm_up() -> None:
    """Whatever is loaded only when it is used is loaded before the watch begins."""
    import encodings.cp437
    import encodings.utf_8_sig  # noqa: F401
    import io

    import h5py

    with h5py.File(io.BytesIO(), "w") as made:
        made.create_dataset("a", data=[1.0, 2.0], compression="gzip", shuffle=True)
        made.attrs["names"] = ["a"]
        made["a"][()].astype("f2").astype("f4").tolist()
        made.get("a", getlink=True)
        made["a"].id.get_create_plist().get_nfilters()
        made.attrs.get_id("names").get_storage_size(), list(made.attrs["names"])
