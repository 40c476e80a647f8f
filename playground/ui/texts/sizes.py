"""How many bytes there are, as people say it."""

from __future__ import annotations

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

# The first whose step the size does not reach; each is a thousand of the one before.
STEPS = (
    (1e3, QT_TRANSLATE_NOOP("Text", "{count} bytes")),
    (1e6, QT_TRANSLATE_NOOP("Text", "{count} kB")),
    (1e9, QT_TRANSLATE_NOOP("Text", "{count} MB")),
    (1e12, QT_TRANSLATE_NOOP("Text", "{count} GB")),
)


def size_text(size: int) -> str:
    """ "812 bytes", "2.6 kB", "104 MB", "1.5 GB"."""
    step, sentence = next((each for each in STEPS if size < 0.9995 * each[0]), STEPS[-1])
    count = 1e3 * size / step
    return say(sentence, count=f"{count:,.1f}" if step > 1e3 and count < 99.95 else f"{count:,.0f}")
