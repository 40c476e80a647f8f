"""The document as a Python script that stands alone."""

from __future__ import annotations

from playground.datasets.code import data_code
from playground.document.code.python_code import python_code
from playground.engine.session import Session
from playground.tables.code import table_code


def content(session: Session) -> bytes:
    """The same data, network and training in Keras; see `python_code`."""
    document = session.document
    own = document.data.own
    return python_code(document, data_code(document.data, table_code(own) if own else None)).encode()
