"""What a search for a learning rate says."""

from __future__ import annotations

from playground.frames.rates import Reading
from playground.ui.texts.numbers import loss_text, number_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

FOUND = QT_TRANSLATE_NOOP("Text", "The loss falls steepest at {rate}.")
WHY = {
    "flat": QT_TRANSLATE_NOOP("Text", "No rate stands out: the loss hardly falls at any of them."),
    "rises": QT_TRANSLATE_NOOP("Text", "No rate stands out: the loss never falls, and rises in the end."),
    "broken": QT_TRANSLATE_NOOP("Text", "The curve says nothing: the loss breaks at once."),
}
LEARNED = QT_TRANSLATE_NOOP(
    "Text", "The network has learned already, and is where there is little left to fall: begin with its first weights."
)
HINTS = {
    "flat": QT_TRANSLATE_NOOP(
        "Text",
        "Perhaps nothing in the network learns, or it needs more steps than one a rate: see its weights and loss.",
    ),
    "rises": QT_TRANSLATE_NOOP(
        "Text", "Its first weights are no place to fall from: try another seed, another initializer or another loss."
    ),
    "broken": QT_TRANSLATE_NOOP(
        "Text", "Even the smallest steps are too large for it: look at the size of the inputs, and of the weights."
    ),
}
LOWEST = QT_TRANSLATE_NOOP("Text", "It is lowest, {loss}, at {rate}.")
BREAKS = QT_TRANSLATE_NOOP("Text", "It is lowest, {loss}, at {rate}; from {broken} on it breaks.")


def reading_text(reading: Reading, has_learned: bool) -> tuple[str, str]:
    """What a curve says, and what is behind it. `has_learned`: by the network that it began with."""
    if reading.rate is None:
        hint = LEARNED if has_learned and reading.why != "broken" else HINTS[reading.why]
        return say(WHY[reading.why]), say(hint)
    told, least = say(FOUND, rate=number_text(reading.rate)), number_text(reading.least[0], 2)
    loss = loss_text(reading.least[1])
    if reading.broken_at is None:
        return told, say(LOWEST, loss=loss, rate=least)
    return told, say(BREAKS, loss=loss, rate=least, broken=number_text(reading.broken_at, 2))
