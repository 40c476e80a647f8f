"""The curves of a model card: a line of blocks for each side, and a table of chosen epochs.

Viewers of Markdown block pictures that stand inside; both of these are shown by all of them.
"""

from __future__ import annotations

from math import isfinite, log10
from unicodedata import east_asian_width

import numpy as np

from playground.frames.frame import Frame
from playground.frames.run import Curves
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import table
from playground.ui.texts.metrics import side_text
from playground.ui.texts.numbers import NOTHING, loss_text, metric_text
from playground.ui.texts.settings import choice_title, setting_title

BLOCKS = "▁▂▃▄▅▆▇█"
WIDE, MOST_ROWS = 48, 12
# From here on the small part of the range is where most happens.
LOGARITHMIC = 20.0


def curves(frame: Frame) -> str:
    """Both losses as lines of blocks on one scale, and what stood at some epochs; empty before the first."""
    found = frame.curves
    if len(found.epochs) < 2:
        return ""
    sides = [("train", found.train_loss), ("validation", found.validation_loss)]
    whole = np.concatenate([values for _, values in sides])
    whole = whole[np.isfinite(whole)]
    if not len(whole):
        return ""
    low, high = float(whole.min()), float(whole.max())
    logarithmic = low > 0 and high / low > LOGARITHMIC
    lines = [_line(word(name), values, (low, high), logarithmic) for name, values in sides]
    blocks = "```text\n" + "\n".join(lines) + "\n```"
    return "\n\n".join((word("spark_log" if logarithmic else "spark"), blocks, _table(found)))


def best_epoch(found: Curves) -> tuple[int, float] | None:
    """The epoch of the lowest validation loss, and the loss; None before any was trained."""
    losses = found.validation_loss
    if len(losses) < 2 or not np.isfinite(losses).any():
        return None
    at = int(np.nanargmin(np.where(np.isfinite(losses), losses, np.nan)))
    return int(found.epochs[at]), float(losses[at])


def _line(name: str, values: np.ndarray, span: tuple[float, float], logarithmic: bool) -> str:
    """ "train       █▆▄▂▁▁  0.6931 → 0.0129"."""
    low, high = (log10(end) if logarithmic else end for end in span)
    shown = []
    for part in np.array_split(values, min(WIDE, len(values))):
        part = part[np.isfinite(part)]
        if not len(part):
            shown.append(" ")
            continue
        mean = float(np.log10(part).mean() if logarithmic else part.mean())
        share = (mean - low) / (high - low) if high > low else 0.0
        shown.append(BLOCKS[min(int(share * len(BLOCKS)), len(BLOCKS) - 1)])
    # Chinese letters are two columns wide.
    wide = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in name)
    return f"{name}{' ' * max(12 - wide, 1)}{''.join(shown)}  {loss_text(values[0])} → {loss_text(values[-1])}"


def _table(found: Curves) -> str:
    best = best_epoch(found)
    chosen = chosen_rows(found, best[0] if best else None)
    heads = [setting_title("epochs")]
    for name in found.names:
        side, _, measure = name.partition("_")
        heads.append(choice_title(name) if measure == "loss" else side_text(side, measure))
    rows = [[f"{int(found.epochs[at]):,}", *_values(found, at)] for at in chosen]
    return table(heads, rows, numbers=len(heads))


def _values(found: Curves, at: int) -> list[str]:
    shown = []
    for name, value in zip(found.names, found.values[at].tolist(), strict=True):
        measure = name.partition("_")[2]
        known = isfinite(value)
        shown.append((loss_text(value) if measure == "loss" else metric_text(measure, value)) if known else NOTHING)
    return shown


def chosen_rows(found: Curves, best: int | None) -> list[int]:
    """Rows of the curves: the first, the best and the last, and others between, closer where more happens."""
    epochs = found.epochs
    wanted = [0.0, *np.geomspace(1, max(int(epochs[-1]), 1), MOST_ROWS - 1).tolist(), float(best or 0)]
    rows = {int(np.abs(epochs - epoch).argmin()) for epoch in wanted}
    return sorted({*rows, len(epochs) - 1})
