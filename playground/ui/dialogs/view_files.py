"""A live view as a file: its picture in points or lines, its numbers as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from playground.document.files.saving import write_beside
from playground.frames.reply import Failure, Reply
from playground.ui.dialogs.files import Files
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.pictures import draw_3d, png_of

MARGIN = 12
SHARP = 2


def save_view(files: Files, view: LiveView, ending: str) -> Reply | None:
    """Ask where to, and write the view there; None where the person thought better of it."""
    path = files.ask_export(view.title(), ending, view.title())
    return None if path is None else write_view(view, path, ending)


def write_view(view: LiveView, path: Path, ending: str) -> Reply:
    """Write a .png, .svg or .csv; the reply tells how that went."""
    table = view.table() if ending == ".csv" else None
    try:
        match ending:
            case ".csv":
                write_beside(path, csv_bytes(table or Table((), ())))
            case ".svg":
                write_beside(path, svg_bytes(view))
            case _:
                write_beside(path, png_bytes(view))
    except OSError as error:
        return Reply(path, Failure.of(error))
    return Reply(path)


def csv_bytes(table: Table) -> bytes:
    """UTF-8; numbers in full, as Python writes them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return text.getvalue().encode()


def png_bytes(view: LiveView) -> bytes:
    """Twice as many points as on the screen."""
    image = QImage(_size(view) * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARP)
    with QPainter(image) as painter:
        _paint(painter, view)
        painter.translate(0, _top(view))
        draw_3d(painter, view)
    return png_of(image)


def svg_bytes(view: LiveView) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setTitle(view.title())
    generator.setDescription(view.explanation())
    generator.setResolution(view.logicalDpiX())
    generator.setSize(_size(view))
    generator.setViewBox(QRect(QPoint(0, 0), _size(view)))
    with QPainter(generator) as painter:
        _paint(painter, view)
    return bytes(buffer.data().data())


def _size(view: LiveView) -> QSize:
    return QSize(view.width(), view.height() + _top(view))


def _top(view: LiveView) -> int:
    return view.heading.height() + MARGIN


def _paint(painter: QPainter, view: LiveView) -> None:
    """The heading above the view, so that the picture tells what it is."""
    painter.fillRect(QRect(QPoint(0, 0), _size(view)), view.theme.colour("panel"))
    _render(painter, view.heading, QPoint(MARGIN, MARGIN // 2))
    _render(painter, view, QPoint(0, _top(view)))


def _render(painter: QPainter, widget: QWidget, at: QPoint) -> None:
    painter.save()
    painter.translate(at)
    widget.render(painter, QPoint(0, 0), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.restore()
