"""Icons from assets/icons, in any colour of the theme and sharp on any screen."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from playground.ui.assets import asset
from playground.ui.theme import Theme, group_colour

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


def _picture(drawn: QSvgRenderer, opacity: float, pixels: int) -> QPixmap:
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    drawn.render(painter, QRectF(picture.rect()))
    painter.end()
    return picture


@lru_cache(maxsize=512)
def icon(name: str, theme: Theme, colour: str = "ink") -> QIcon:
    """assets/icons/<name>.svg in a colour of the theme, by its name there or as #rrggbb; paler where disabled."""
    drawn = _renderer(name, QColor(colour) if colour.startswith("#") else theme.colour(colour))
    made = QIcon()
    for pixels in SIZES:
        made.addPixmap(_picture(drawn, 1.0, pixels))
        made.addPixmap(_picture(drawn, 0.35, pixels), QIcon.Mode.Disabled)
    return made


def layer_icon(kind: str, theme: Theme, colour: str = "ink") -> QIcon:
    """The icon of a layer kind, as "Dense"; they stand apart since some file systems ignore case."""
    return icon(f"layers/{kind}", theme, colour)


def own_layer_icon(colour: str, theme: Theme) -> QIcon:
    """A closed group, in its colour."""
    return icon("group", theme, group_colour(colour, theme).name())


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icons/playground.svg")))
