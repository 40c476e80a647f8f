"""Icons from assets/icons, in any colour of the theme and sharp on any screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from playground.ui.assets import asset
from playground.ui.theme import Theme

# Pixels that Qt may choose from: common sizes of icons at 1×, 1.5× and 2×.
SIZES = (16, 18, 20, 24, 27, 32, 36, 40, 48)


@cache
def _drawing(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    # Qt's renderer knows no currentColor.
    drawing = _drawing(name).replace("currentColor", colour.name())
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint_icon(painter: QPainter, name: str, rectangle: QRectF, colour: QColor) -> None:
    """Draw an icon where a painter is at work, as on the canvas."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour).render(painter, rectangle)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """A square picture of an icon, `side` logical pixels wide, for a screen with `ratio` pixels to each."""
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(picture.rect()), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, theme: Theme, colour: str = "ink") -> QIcon:
    """assets/icons/<name>.svg in a colour of the theme, by its name there or as #rrggbb; paler where disabled."""
    drawn = QColor(colour) if colour.startswith("#") else theme.colour(colour)
    paler = QColor(drawn)
    paler.setAlphaF(0.35)
    made = QIcon()
    for side in SIZES:
        made.addPixmap(icon_pixmap(name, drawn, side))
        made.addPixmap(icon_pixmap(name, paler, side), QIcon.Mode.Disabled)
    return made


def layer_icon(kind: str, theme: Theme, colour: str = "ink") -> QIcon:
    """The icon of a layer kind, as "Dense"; they stand apart since some file systems ignore case."""
    return icon(f"layers/{kind}", theme, colour)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icons/playground.svg")))
