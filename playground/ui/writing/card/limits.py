"""What a model card warns of: each where it holds, with the numbers of this network."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from playground.datasets.dataset import class_names, load
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.text import class_title
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import escaped
from playground.ui.texts.numbers import share_text
from playground.ui.writing.card.data import counted
from playground.ui.writing.card.training import changed_by_hand

# The normal distribution's, for 95 %.
Z = 1.96
# One class of so many times its even share makes accuracy easy.
UNEVEN = 1.5


def limits(document: Document, frame: Frame) -> Iterator[str]:
    """The sentences that hold."""
    yield word("limit_same")
    yield word("limit_test")
    accuracy, dataset = frame.row.get("validation_accuracy"), load(document.data)
    if accuracy is not None and accuracy == accuracy and frame.epoch:
        low, high = wilson(accuracy, dataset.counts[1])
        rows = f"{dataset.counts[1]:,}"
        yield word("limit_interval", rows=rows, low=share_text(low), high=share_text(high))
    if document.data.facts.task != "regression":
        counts, names = counted(dataset, dataset.test_labels), class_names(document.data)
        most = max(counts)
        if most * len(counts) >= UNEVEN * dataset.test_count:
            name = escaped(class_title(names[counts.index(most)]))
            yield word("limit_uneven", name=name, share=share_text(most / dataset.test_count))
    if document.data.own is None and document.data.facts.made:
        yield word("limit_made")
    yield word("limit_range")
    if changed_by_hand(frame):
        yield word("limit_hands")


def wilson(share: float, count: int) -> tuple[float, float]:
    """The interval of 95 % for a share seen in so many rows (E. B. Wilson, 1927)."""
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z / (1 + Z * Z / count) * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    return max(middle - half, 0.0), min(middle + half, 1.0)
