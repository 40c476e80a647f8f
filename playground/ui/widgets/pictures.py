"""Pictures of widgets, with what the graphics card draws in them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


def picture_of(widget: QWidget) -> QPixmap:
    """The widget as it looks now."""
    made = widget.grab()
    with QPainter(made) as painter:
        draw_3d(painter, widget)
    return made


def png_of(picture: QPixmap | QImage) -> bytes:
    """As a file holds it, for the one door that writes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def draw_3d(painter: QPainter, widget: QWidget) -> None:
    """Its 3D views once more: Qt's own pictures of a widget lack the words that are painted over a 3D scene."""
    # Not sooner: a window without 3D views does without.
    from PySide6.QtOpenGLWidgets import QOpenGLWidget

    for child in (widget, *widget.findChildren(QOpenGLWidget)):
        if isinstance(child, QOpenGLWidget) and child.isVisible():
            place = QPoint() if child is widget else child.mapTo(widget, QPoint())
            painter.drawImage(QRect(place, child.size()), child.grabFramebuffer())
