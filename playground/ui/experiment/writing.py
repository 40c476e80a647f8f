"""An experiment as files: its table as CSV and Markdown, its pictures as PNG and SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from playground.document.files.saving import write_beside
from playground.runs.axes import value_text
from playground.runs.lines import Look, lines, names_of, spread_of
from playground.runs.rows import write_table
from playground.ui.experiment.cells import spread_text
from playground.ui.experiment.picture import Picture
from playground.ui.experiment.runs_model import Shown
from playground.ui.texts.exports.markdown import escaped, table
from playground.ui.texts.runs.plan import axis_title, measure_text, measure_title
from playground.ui.widgets.pictures import png_of

GAP, SHARP = 16, 2


def write_experiment(shown: Shown, look: Look, pictures: Sequence[Picture], path: Path) -> None:
    """By the ending of the path. Raises OSError."""
    trials = shown.experiment.trials if shown.experiment is not None else ()
    match path.suffix.lower():
        case ".csv":
            write_table(trials, shown.rows, path)
        case ".md":
            write_beside(path, markdown(shown, look).encode())
        case ".svg":
            write_beside(path, _svg(pictures))
        case _:
            write_beside(path, _png(pictures))


def markdown(shown: Shown, look: Look) -> str:
    """The lines of the table: groups with mean, deviation, median and number, or single runs where there are none."""
    experiment = shown.experiment
    if experiment is None:
        return ""
    names = [name for name in names_of(experiment.trials) if not look.grouped_by or name in look.grouped_by]
    titles = [axis_title(experiment.base, name) for name in names]
    heads = [*titles, *(measure_title(name) for name in ("test_loss", "median", "n", "test_accuracy", "epochs"))]
    rows = [[escaped(head) for head in heads]]
    for line in lines(experiment.trials, shown.rows, Look(look.grouped_by, look.sorted_by, look.descending)):
        loss = spread_of(line.trials, "test_loss", shown.rows)
        others = [spread_of(line.trials, name, shown.rows) for name in ("test_accuracy", "epochs")]
        told = [
            spread_text(name, found) if found is not None else ""
            for name, found in zip(("test_accuracy", "epochs"), others, strict=True)
        ]
        of = f"{loss.n if loss is not None else 0} / {len(line.trials)}"
        middle = measure_text("test_loss", loss.median) if loss is not None else ""
        settings = [value_text(line.settings[name]) for name in names]
        rows.append([*settings, spread_text("test_loss", loss) if loss is not None else "", middle, of, *told])
    return table(rows[0], [[escaped(cell) for cell in row] for row in rows[1:]], numbers=5) + "\n"


def _size(pictures: Sequence[Picture]) -> QSize:
    wide = sum(picture.width() for picture in pictures) + GAP * (len(pictures) + 1)
    return QSize(wide, max(picture.height() for picture in pictures) + 2 * GAP)


def _draw(painter: QPainter, pictures: Sequence[Picture]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, _size(pictures).width(), _size(pictures).height()), pictures[0].theme.colour("panel"))
    left = float(GAP)
    for picture in pictures:
        picture.draw(painter, QRectF(left, GAP, picture.width(), picture.height()))
        left += picture.width() + GAP


def _png(pictures: Sequence[Picture]) -> bytes:
    image = QImage(_size(pictures) * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARP)
    with QPainter(image) as painter:
        _draw(painter, pictures)
    return png_of(image)


def _svg(pictures: Sequence[Picture]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(_size(pictures))
    generator.setViewBox(QRect(0, 0, _size(pictures).width(), _size(pictures).height()))
    with QPainter(generator) as painter:
        _draw(painter, pictures)
    return bytes(buffer.data().data())
