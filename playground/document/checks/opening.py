"""From which version of Keras on an exported network opens; tried with each version from 3.6 on."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.settings import Nadam, Optimizer

# Older ones cannot read the state of these optimizers: its arrays had other shapes.
SINCE: dict[type[Optimizer], str] = {Nadam: "3.10"}
OLDEST = "3.6"


def opens_from(document: Document) -> str:
    """The oldest version of Keras 3 that opens the document's .keras file."""
    return SINCE.get(type(document.training.optimizer), OLDEST)
