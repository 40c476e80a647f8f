"""Formulas, from LaTeX to pictures that are sharp on any screen and sit on the line of the text around them.

What sets them is imported with the first one, which takes half a second: on a thread before anybody asks, where there
was time for it.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from threading import Lock
from types import ModuleType

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from playground.lessons.tex import TexError, check_tex, drawable
from playground.ui.assets import asset
from playground.ui.fonts import OWN_FONT
from playground.ui.theme import Theme

MOST_KEPT, MOST_LIVE = 500, 32
# Pixels of an em while it is set; free room around, as curves are antialiased.
EM, MARGIN = 24.0, 1.0
# Seconds that those which are set ahead leave to others.
BETWEEN = 0.01
# How large an em is beside that of the text, so that the letters look as high.
INLINE, DISPLAY = 1.25, 1.4
# It knows its fonts and styles by globals of its own.
_ONE_AT_A_TIME = Lock()
_COLOUR = re.compile(r'(fill|stroke)="(\w+)"')


@dataclass(frozen=True, slots=True)
class Formula:
    """Outlines without a colour of their own, as SVG. How wide it is, and how far it reaches above and below the
    line that its letters stand on, in em."""

    tex: str
    svg: str
    width: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Room:
    """What a picture takes, in pixels of the window: its sides, and where from its top the letters stand."""

    width: int
    height: int
    baseline: float


@cache
def _ziamath() -> ModuleType:
    with warnings.catch_warnings():
        # It looks for its fonts in a way that Python would rather see gone.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    # Qt draws the other kind of SVG as crumbs.
    ziamath.config.svg2 = False
    # The only way to letters that the font of formulas lacks; `drawable` makes nothing else italic.
    ziamath.config.math.italic_font = str(asset(f"fonts/{OWN_FONT}"))
    return ziamath


def _typeset(tex: str, display: bool) -> Formula:
    check_tex(tex)
    try:
        with _ONE_AT_A_TIME:
            svg = _ziamath().Latex(drawable(tex), size=EM, inline=not display, margin=MARGIN).svg()
        sides = re.search(r'viewBox="([-\d.e]+) ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)"', svg)
        assert sides is not None
    except Exception as error:
        # It raises whatever it stumbled over, mostly without words.
        raise TexError("other") from error
    _, top, width, height = map(float, sides.groups())
    return Formula(tex, svg, width / EM, -top / EM, (height + top) / EM)


# Only by position: what is kept is known by how it was called.
@lru_cache(maxsize=MOST_KEPT)
def formula(tex: str, display: bool = False, /) -> Formula:
    """The formula as it was set once, for every colour and size. Raises TexError."""
    return _typeset(tex, display)


def set_ahead(coming: Iterable[tuple[str, bool]]) -> None:
    """Set these, by LaTeX and whether each stands by itself, while nobody waits; not in the window's thread."""
    for tex, display in coming:
        # What is wrong with one is said where it is shown.
        with suppress(TexError):
            formula(tex, display)
        # Whoever needs one now comes first.
        time.sleep(BETWEEN)


@lru_cache(maxsize=MOST_LIVE)
def live_formula(tex: str, display: bool = False, /) -> Formula:
    """One whose numbers change all the time, which others are not forgotten for. Raises TexError."""
    return _typeset(tex, display)


def room_on_line(made: Formula, pixels: float, font: QFont) -> Room:
    """The room of a formula in a line of text in that font, an em of it so many pixels.

    A picture that is put to the middle of a line stands with its `(height + half an x) / 2` on the line of the
    letters; one shorter than they are is put to the top. So it has empty room where it needs some.
    """
    letters, half = QFontMetricsF(font), QFontMetrics(font).xHeight() / 2
    up, down = made.up * pixels, made.down * pixels
    height = ceil(max(2 * up - half, 2 * down + half, 2 * letters.ascent() - half))
    return Room(ceil(made.width * pixels), height, (height + half) / 2)


def room_alone(made: Formula, pixels: float) -> Room:
    """The room of a formula with nothing beside it."""
    up, down = ceil(made.up * pixels), ceil(made.down * pixels)
    return Room(ceil(made.width * pixels), up + down, up)


def picture(made: Formula, pixels: float, room: Room, theme: Theme, ratio: float) -> QImage:
    """Drawn into that room, in the theme's ink where the formula names no colour, for a screen of that pixel ratio.

    It may name those of the theme too: `{\\color{accent} w_1}`.
    """
    image = QImage(ceil(room.width * ratio), ceil(room.height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        place = QRectF(0, room.baseline - made.up * pixels, made.width * pixels, (made.up + made.down) * pixels)
        QSvgRenderer(QByteArray(_coloured(made.svg, theme).encode())).render(painter, place)
    return image


def _coloured(svg: str, theme: Theme) -> str:
    def colour(found: re.Match[str]) -> str:
        name = "ink" if found[2] == "black" else found[2]
        return f'{found[1]}="{theme.colour(name).name()}"' if name in Theme.__slots__ else found[0]

    return _COLOUR.sub(colour, svg)
