"""Icons from assets/icons, in any colour of the theme and sharp on any screen."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from playground.ui.assets import asset
from playground.ui.theme import Theme, group_colour

# The opacity of what is disabled.
PALER = 0.35


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


@lru_cache(maxsize=2_048)
def _picture(name: str, colour: int, opacity: float, width: int, height: int) -> QPixmap:
    picture = QPixmap(width, height)
    if picture.isNull():
        # Where a button has no room, Qt asks for a picture of no size, on which nothing can be painted.
        return picture
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        side = min(width, height)
        place = QRectF((width - side) / 2, (height - side) / 2, side, side)
        _renderer(name, QColor.fromRgba(colour)).render(painter, place)
        # All of it at once: lines that cross would show.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(picture.rect(), QColor.fromRgbF(0, 0, 0, opacity))
    return picture


class _Drawing(QIconEngine):
    """Draws an icon in the sizes that are asked for, once they are: most never are."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._colour)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        opacity = PALER if mode == QIcon.Mode.Disabled else 1.0
        return _picture(self._name, self._colour.rgba(), opacity, size.width(), size.height())

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size * scale, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))


@lru_cache(maxsize=512)
def icon(name: str, theme: Theme, colour: str = "ink") -> QIcon:
    """assets/icons/<name>.svg in a colour of the theme, by its name there or as #rrggbb; paler where disabled."""
    return QIcon(_Drawing(name, QColor(colour) if colour.startswith("#") else theme.colour(colour)))


def layer_icon(kind: str, theme: Theme, colour: str = "ink") -> QIcon:
    """The icon of a layer kind, as "Dense"; they stand apart since some file systems ignore case."""
    return icon(f"layers/{kind}", theme, colour)


def own_layer_icon(colour: str, theme: Theme) -> QIcon:
    """A closed group, in its colour."""
    return icon("group", theme, group_colour(colour, theme).name())


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icons/playground.svg")))
