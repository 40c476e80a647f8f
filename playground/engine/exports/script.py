"""The document as a Python script that stands alone, in one of several styles."""

from __future__ import annotations

from playground.datasets.code import data_code
from playground.document.code.python_code import KERAS, Style, python_code
from playground.document.code.tensors.style import TENSORS
from playground.document.code.whole_class import CLASSES
from playground.engine.session import Session
from playground.tables.code import table_code


def content(session: Session) -> bytes:
    """The same data, network and training in Keras; see `python_code`."""
    return written(session, KERAS).encode()


def tensors_content(session: Session) -> bytes:
    """The same by variables, products and a tape of gradients."""
    return written(session, TENSORS).encode()


def class_content(session: Session) -> bytes:
    """The same with the network as a class."""
    return written(session, CLASSES).encode()


def written(session: Session, style: Style) -> str:
    """The script in that style."""
    own = session.document.data.own
    return python_code(session.document, data_code(session.document.data, table_code(own) if own else None), style)
