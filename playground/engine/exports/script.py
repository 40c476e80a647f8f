"""The document as a Python script that stands alone."""

from __future__ import annotations

from playground.datasets.code import data_code
from playground.document.code.python_code import python_code
from playground.engine.session import Session


def content(session: Session) -> bytes:
    """The same data, network and training in Keras; see `python_code`."""
    document = session.document
    return python_code(document, data_code(document.data)).encode()
