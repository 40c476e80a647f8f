"""The rows of a large table that a project only names, once it is opened."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.tables.reading import TableError
from playground.tables.renewing import renewed
from playground.ui.tables.said import error_text


def with_rows(document: Document) -> tuple[Document, str]:
    """The document with its rows at hand, and what stands against that; the network is as it was either way."""
    own = document.data.own
    if own is None or not own.absent:
        return document, ""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return replace(document, data=replace(document.data, own=renewed(own))), ""
    except TableError as error:
        return document, error_text(error)
    except OSError as error:
        return document, error.strerror or str(error)
    finally:
        QApplication.restoreOverrideCursor()
