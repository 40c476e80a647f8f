"""A figure as SVG: plain shapes and text, a group for each layer, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from playground.document.code.layer_code import readable
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.writing.figure.drawing import figure
from playground.ui.writing.figure.marks import Circle, Mark, Path, Point, Rect, Text

FONTS = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
HEAD = 7.0


def svg(document: Document, _frame: Frame) -> bytes:
    """The figure of the network; names are text in it, whatever they hold."""
    made = figure(document)
    size = f'width="{made.width:.1f}pt" height="{made.height:.1f}pt" viewBox="0 0 {made.width:.1f} {made.height:.1f}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={quoteattr(FONTS)}>',
        f"<title>{escape(readable(made.title))}</title>",
        f'<rect width="{made.width:.1f}" height="{made.height:.1f}" fill="#ffffff"/>',
    ]
    for part in made.parts:
        lines.append(f'<g id="{part.id or "connections"}">')
        lines += [line for mark in part.marks for line in _written(mark)]
        lines.append("</g>")
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, "</svg>", ""]).encode()


def _written(mark: Mark) -> Iterator[str]:
    match mark:
        case Text():
            bold = ' font-weight="bold"' if mark.bold else ""
            place = f'x="{mark.x:.1f}" y="{mark.y:.1f}" font-size="{mark.size:g}" text-anchor="{mark.side}"'
            yield f'<text {place} fill="{mark.ink}"{bold}>{escape(readable(mark.text))}</text>'
        case Rect():
            place = f'x="{mark.x:.1f}" y="{mark.y:.1f}" width="{mark.width:.1f}" height="{mark.height:.1f}"'
            yield f'<rect {place} rx="{mark.round:g}" fill="{mark.fill}" stroke="#000000"/>'
        case Circle():
            place = f'cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.radius:g}"'
            yield f'<circle {place} fill="{mark.fill}" stroke="#000000"/>'
        case Path():
            steps = " ".join(f"{'L' if len(step) == 1 else 'C'} {' '.join(map(_at, step))}" for step in mark.steps)
            yield f'<path d="M {_at(mark.start)} {steps}" fill="none" stroke="#000000" stroke-width="{mark.width:g}"/>'
            if mark.head:
                yield f'<path d="M {" L ".join(map(_at, head(mark)))} Z" fill="#000000"/>'


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def head(path: Path) -> tuple[Point, Point, Point]:
    """The three corners of an arrow's point at the end of the path."""
    x, y = path.steps[-1][-1]
    if path.down:
        return (x, y + 1), (x - 0.45 * HEAD, y - HEAD), (x + 0.45 * HEAD, y - HEAD)
    return (x + 2, y), (x + 2 - HEAD, y - 0.45 * HEAD), (x + 2 - HEAD, y + 0.45 * HEAD)
