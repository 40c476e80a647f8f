"""Which module makes each of the files that are in the language in use."""

from __future__ import annotations

from collections.abc import Callable

from playground.document.document import Document
from playground.frames.formats import Format
from playground.frames.frame import Frame
from playground.ui.writing.card.card import card
from playground.ui.writing.figure.pdf import pdf
from playground.ui.writing.figure.svg import svg
from playground.ui.writing.notebook.notebook import notebook

# By the names of FORMATS: those that are `worded`.
WRITERS: dict[str, Callable[[Document, Frame], bytes]] = {
    "card": card,
    "notebook": notebook,
    "figure": svg,
    "figure_pdf": pdf,
}


def worded(row: Format, document: Document, frame: Frame | None) -> bytes:
    """The file of that kind, of the network as the frame has it; where there is none, of one that has not learned."""
    return WRITERS[row.name](document, frame or Frame(document.graph, data=document.data))
