"""From the arrays of a frame to pictures that Qt draws fast."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from playground.ui.theme import class_rgb, signed_rgb


def picture(rgb: NDArray[np.uint8]) -> QImage:
    """An 8-bit RGB array, (height, width, 3), as an image that holds its own copy in the format drawn fastest."""
    height, width, _ = rgb.shape
    rgb = np.ascontiguousarray(rgb)
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def map_pictures(maps: NDArray[np.floating], most: int, discretize: bool = False) -> list[QImage]:
    """Neurons' maps, (units, height, width), from -1 to +1, as at most `most` pictures; `discretize` shows signs."""
    return [picture(rgb) for rgb in signed_rgb(signs(maps[:most]) if discretize else maps[:most])]


def scaled(maps: NDArray[np.floating], together: bool) -> NDArray[np.floating]:
    """Maps (units, height, width) whose largest magnitude is 1, of all `together` or of each: shown for their form."""
    with np.errstate(invalid="ignore"):
        largest = np.abs(np.nan_to_num(maps)).max(axis=None if together else (1, 2), keepdims=True, initial=0)
    return maps / np.where(largest > 0, largest, 1)


def surface_picture(surface: NDArray[np.floating], discretize: bool = False) -> QImage:
    """The output over the plane, (height, width, 1) signed or (height, width, classes) probabilities.

    `discretize` shows the sign or the winner alone.
    """
    # Finer grids are for the output view: a card has some 100 pixels.
    finer = max(surface.shape[0] // 100, 1)
    surface = surface[::finer, ::finer]
    if surface.shape[-1] == 1:
        return picture(signed_rgb(signs(surface[..., 0]) if discretize else surface[..., 0]))
    if discretize:
        surface = np.eye(surface.shape[-1])[np.nan_to_num(surface).argmax(axis=-1)]
    return picture(class_rgb(surface))


def signs(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """-1 below 0, else +1; what is no number stays none."""
    return np.where(np.isnan(values), values, np.where(values >= 0, 1.0, -1.0))
