"""The rows of a large table that a project only names, once it is opened."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from playground.datasets.dataset import load
from playground.document.document import Document
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.tables.blocks import Step, StoppedError
from playground.tables.opening import MANY_CELLS
from playground.tables.reading import TableError
from playground.tables.renewing import renewed
from playground.ui.tables.beside import beside
from playground.ui.tables.said import error_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

PREPARING = QT_TRANSLATE_NOOP("Text", "Preparing the rows of {title}…")
STOPPED = QT_TRANSLATE_NOOP("Text", "Reading its table was stopped.")


def with_rows(document: Document) -> tuple[Document, str]:
    """The document with its rows at hand, and what stands against that; the network is as it was either way."""
    own = document.data.own
    if own is None or not own.apart:
        return document, ""
    data = document.data
    try:
        found = beside(_words(own), lambda step: _at_hand(data, own, step), _window(), stoppable=True)
        return replace(document, data=found), ""
    except TableError as error:
        lost = error_text(error)
    except StoppedError:
        lost = say(STOPPED)
    except OSError as error:
        lost = error.strerror or str(error)
    return replace(document, data=replace(data, own=replace(own, absent=True))), lost


def loaded(data: DataSettings) -> None:
    """What is split and shuffled of many rows is at hand when the window asks for it."""
    own = data.own
    if own is not None and (own.apart or own.rows * (len(own.columns) + 1) > MANY_CELLS):
        beside(_words(own), lambda step: load(data), _window())


def _at_hand(data: DataSettings, own: OwnData, step: Step) -> DataSettings:
    found = replace(data, own=renewed(own, step))
    load(found)
    return found


def _words(own: OwnData) -> str:
    return say(PREPARING, title=own.title)


def _window() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()
