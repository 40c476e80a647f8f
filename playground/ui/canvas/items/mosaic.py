"""Many small maps as one picture for each card: what is drawn while the canvas is seen from afar."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.ui.canvas.items.card import COLUMNS, MOST_MAPS
from playground.ui.canvas.items.maps import signs
from playground.ui.theme import SIGNED_COLOURS

# Below this scale corners and single pixels of a map cannot be told apart.
FROM_AFAR = 0.6
CELL, GAP = 20.0, 4.0
WORDS = 0xFF000000 | (SIGNED_COLOURS.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32))


def mosaics(
    maps: Mapping[str, NDArray[np.floating]], discretize: bool, detail: float, ground: QColor
) -> dict[str, QImage]:
    """Node id -> its neurons' maps, (units, height, width), side by side as on its card, on the card's colour.

    `detail` is pixels of the screen for one of the scene.
    """
    cell, gap = max(2, round(CELL * detail)), max(1, round(GAP * detail))
    small = {name: _sampled(found[:MOST_MAPS], cell) for name, found in maps.items() if len(found)}
    if not small:
        return {}
    # One look into the table for all the cards costs much less than one for each.
    values = np.concatenate(list(small.values()))
    values = signs(values) if discretize else values
    index = np.nan_to_num((np.clip(values, -1, 1) + 1) * 127.5, nan=127.5).astype(np.uint8)
    words, at, made = WORDS[index], 0, {}
    for name, found in small.items():
        made[name] = _tiled(words[at : at + len(found)], gap, ground.rgb())
        at += len(found)
    return made


def _sampled(maps: NDArray[np.floating], cell: int) -> NDArray[np.floating]:
    rows, columns = (((np.arange(cell) + 0.5) * size / cell).astype(int) for size in maps.shape[1:])
    return maps[:, rows[:, None], columns]


def _tiled(cells: NDArray[np.uint32], gap: int, ground: int) -> QImage:
    """Cells, (count, side, side), in rows of four with gaps between and behind them."""
    count, side, _ = cells.shape
    columns = min(COLUMNS, count)
    rows = ceil(count / columns)
    whole = np.full((rows * columns, side, side), ground, np.uint32)
    whole[:count] = cells
    tiles = np.full((rows, side + gap, columns, side + gap), ground, np.uint32)
    tiles[:, :side, :, :side] = whole.reshape(rows, columns, side, side).transpose(0, 2, 1, 3)
    height, width = rows * (side + gap), columns * (side + gap)
    return QImage(tiles.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
