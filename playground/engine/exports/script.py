"""The document as a Python script that stands alone."""

from __future__ import annotations

from pathlib import Path

from playground.datasets.code import data_code
from playground.document.code.python_code import python_code
from playground.engine.session import Session


def write(session: Session, path: Path) -> None:
    """The same data, network and training in Keras; see `python_code`."""
    document = session.document
    path.write_text(python_code(document, data_code(document.data)), encoding="utf-8", newline="\n")
