"""A small picture for each lesson of the course, of what is learned in it: real where it is small enough."""

from __future__ import annotations

from math import exp, hypot, log, sin, tanh

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from playground.ui.lessons.course.pen import BLUE, ORANGE, SIDE, Pen
from playground.ui.theme import Theme


def paint_picture(painter: QPainter, number: int, place: QRectF, theme: Theme) -> None:
    """The picture of the lesson with this number; a page with words for one that the course does not have."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / SIDE, place.height() / SIDE)
    PICTURES.get(number, _page)(Pen(painter, theme))
    painter.restore()


def _tensor(pen: Pen) -> None:
    pen.cells([[0.25, 0.5], [0.7, 0.95]], [["1", "2"], ["3", "4"]])


def _ranks(pen: Pen) -> None:
    pen.cells([[0.3, 0.6, 0.95], [-0.5, 0.1, 0.35], [-0.95, -0.3, 0.5]])


def _bits(pen: Pen) -> None:
    """123456789 in 32 bits: the lower 16, all that an int16 keeps, in blue."""
    bits = f"{123456789:032b}"
    for at, bit in enumerate(bits):
        row, column = divmod(at, 8)
        kept = BLUE if row >= 2 else ORANGE
        colour = kept if bit == "1" else pen.theme.colour("line")
        pen.box(QRectF(1 + column * 6.9, 13 + row * 8, 5.4, 5.4), colour, 1.2)


def _product(pen: Pen) -> None:
    """[[1, 2], [3, 4]] @ [[5, 6], [7, 8]]."""
    pen.cells([[0.4, 0.46], [0.88, 1.0]], [["19", "22"], ["43", "50"]])


def _slice(pen: Pen) -> None:
    """x[0:5:2, 0:5:2] of six rows and columns."""
    pen.cells([[0.95 if not (row % 2 or column % 2) else 0.0 for column in range(6)] for row in range(6)])


def _shapes(pen: Pen) -> None:
    pen.cells([[0.2, 0.65], [0.35, 0.8], [0.5, 0.95]], [["1", "4"], ["2", "5"], ["3", "6"]])


def _broadcast(pen: Pen) -> None:
    """[10, 20, 30] + [[1], [2], [3]]."""
    sums = [[10 * column + row for column in (1, 2, 3)] for row in (1, 2, 3)]
    pen.cells([[value / 35 for value in row] for row in sums], [[str(value) for value in row] for row in sums])


def _join(pen: Pen) -> None:
    for at in range(5):
        pen.box(QRectF(3 + at * 10.4, 10, 8.4, 36), BLUE if at < 2 else ORANGE, 2)


def _summaries(pen: Pen) -> None:
    """softmax(2, 1, 0.1)."""
    pen.axes()
    pen.bars((0.659, 0.242, 0.099), (BLUE, ORANGE, pen.theme.colour("muted")), 11, 4)


def _surface(pen: Pen) -> None:
    """sin(r)/r over a square, seen from above one side."""
    steps = 22
    for row in range(0, steps + 1, 2):
        points = []
        for column in range(steps + 1):
            x, y = -8 + 16 * column / steps, -8 + 16 * row / steps
            r = hypot(x, y)
            height = sin(r) / r if r else 1.0
            points.append((28 + (x - y * 0.5) * 2.25, 40 + y * 1.25 - 30 * height))
        pen.line(points, pen.signed(0.25 + 0.7 * row / steps), 1.0)


def _step(pen: Pen) -> None:
    pen.axes()
    pen.line([(5, 29), (51, 29)], pen.theme.colour("muted"), 1.0, dots=True)
    pen.line([(5, 48), (28, 48), (28, 10), (51, 10)])


def _three_ways(pen: Pen) -> None:
    for at, (letter, share) in enumerate((("W", 0.4), ("D", 0.7), ("▣", 1.0))):
        place = QRectF(1 + at * 19, 15, 16, 26)
        pen.box(place, pen.signed(share), 3)
        pen.word(letter, place, share, 17)
    for x in (17.5, 36.5):
        pen.line([(x, 26.5), (x + 2, 26.5)], pen.theme.colour("ink"), 1.0)
        pen.line([(x, 29.5), (x + 2, 29.5)], pen.theme.colour("ink"), 1.0)


def _chain(pen: Pen) -> None:
    """y1 = 1 · 2 + 1, y2 = 3 · 2 + 1."""
    pen.line([(10, 22), (46, 22)], pen.theme.colour("accent"), 2.2)
    for at, number in enumerate((1, 3, 7)):
        place = QRectF(2 + at * 19, 15, 14, 14)
        pen.outline(place, rounding=4)
        pen.letters(str(number), place, 0.62)
    pen.arrow_back(47, 29, 35)
    pen.arrow_back(27, 9, 35)


def _sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x))


def _tangent(pen: Pen) -> None:
    pen.axes()
    pen.curve(_sigmoid, (-6, 6), (0, 1))
    pen.line([(17, 49), (39, 9)], ORANGE, 1.6)
    pen.dot(28, 29, 3.4, ORANGE)


def _back(pen: Pen) -> None:
    left, right = [(7.0, 18.0), (7.0, 38.0)], [(49.0, 18.0), (49.0, 38.0)]
    middle = [(28.0, 10.0), (28.0, 28.0), (28.0, 46.0)]
    for before, after in ((left, middle), (middle, right)):
        for a, start in enumerate(before):
            for b, end in enumerate(after):
                pen.line([start, end], BLUE if (a + b) % 2 else ORANGE, 1.0)
    for x, y in (*left, *middle, *right):
        pen.dot(x, y, 4, ring=True)


def _layers(pen: Pen) -> None:
    """784, 256, 128, 64, 10."""
    for at, (height, share) in enumerate(((50, 0.35), (36, 0.5), (25, 0.65), (15, 0.8), (7, 1.0))):
        pen.box(QRectF(2 + at * 11.2, 28 - height / 2, 7.5, height), pen.signed(share), 2)


def _activations(pen: Pen) -> None:
    pen.axes()
    pen.curve(_sigmoid, (-4, 4), (-1, 4), pen.theme.colour("muted"))
    pen.curve(tanh, (-4, 4), (-1.5, 4), ORANGE)
    pen.curve(lambda x: max(0.0, x), (-4, 4), (-1, 4))


def _vanishing(pen: Pen) -> None:
    """The gradients of eight sigmoid layers (1.5e-6 to 3.8e-2), by their powers of ten."""
    powers = (-5.8, -5.0, -4.3, -3.6, -3.1, -2.5, -1.9, -1.4)
    shares = [(power + 6.6) / 5.4 for power in powers]
    pen.bars(shares, [pen.signed(0.3 + 0.7 * share) for share in shares], 4.6)


def _losses(pen: Pen) -> None:
    pen.axes()
    pen.curve(lambda x: min(3.0, -log(x)), (0.02, 1), (0, 3.1))
    pen.curve(lambda x: 2 * (1 - x) ** 2, (0.02, 1), (0, 3.1), ORANGE)


def _overfit(pen: Pen) -> None:
    pen.curve(lambda x: sin(x), (-3, 3), (-1.6, 1.6))
    points = [
        (-2.7, -0.1),
        (-2.2, -1.25),
        (-1.5, -0.75),
        (-0.8, -1.0),
        (0, 0.3),
        (0.7, 0.4),
        (1.4, 1.3),
        (2.1, 0.6),
        (2.7, 0.7),
    ]
    places = [(5 + 46 * (x + 3) / 6, 29 - y * 14.4) for x, y in points]
    pen.line(places, ORANGE, 1.3)
    for x, y in places:
        pen.dot(x, y, 1.9)


def _fit(pen: Pen) -> None:
    pen.axes()
    pen.curve(lambda x: exp(-x), (0.0, 4), (0, 1))
    pen.curve(lambda x: 0.18 + 0.82 * exp(-0.9 * x), (0.0, 4), (0, 1), ORANGE)


def _disk(pen: Pen) -> None:
    accent = pen.theme.colour("accent")
    pen.line([(8, 8), (40, 8), (48, 16), (48, 48), (8, 48), (8, 8)], accent, 1.8)
    pen.line([(18, 8), (18, 19), (35, 19), (35, 8)], accent, 1.6)
    pen.outline(QRectF(16, 28, 24, 20), accent, 1.5, fill=False)


def _meter(pen: Pen) -> None:
    place = QRectF(6, 8, 44, 44)
    pen.arc(place, -30, 240, pen.theme.colour("line"))
    pen.arc(place, 210, -180, pen.theme.colour("accent"))
    pen.letters(".75", QRectF(0, 20, SIDE, 22), 0.85, bold=True)


def _formula(pen: Pen) -> None:
    pen.outline(QRectF(4, 12, 48, 32), pen.theme.colour("accent"), 7, fill=False)
    pen.letters("f(x)", QRectF(4, 12, 48, 32), 0.95, pen.theme.colour("accent"))


def _table(pen: Pen) -> None:
    """A head, a column of classes, a value that is missing."""
    for row in range(4):
        for column in range(3):
            place = QRectF(3 + 17 * column, 6 + 12 * row, 15, 9)
            if (row, column) == (2, 1):
                pen.outline(place, pen.theme.colour("edge"), 1.5, fill=False)
            else:
                colour = BLUE if row in (1, 3) else ORANGE
                shade = pen.theme.colour("accent") if row == 0 else pen.theme.colour("line")
                pen.box(place, colour if column == 0 and row else shade, 2)


def _painted(pen: Pen) -> None:
    """Four corners in two colours, and the line that cannot part them."""
    for x, y, colour in ((14, 14, BLUE), (42, 42, BLUE), (42, 14, ORANGE), (14, 42, ORANGE)):
        for right, down in ((-5, 2), (4, -4), (3, 5), (-3, -6)):
            pen.dot(x + right, y + down, 2.4, colour)
    pen.line([(6, 30), (50, 25)], pen.theme.colour("ink"), 1.6, dots=True)


def _page(pen: Pen) -> None:
    pen.outline(QRectF(11, 5, 34, 46), pen.theme.colour("edge"), 4)
    for at, length in enumerate((22, 22, 15)):
        pen.line([(17, 17 + at * 9), (17 + length, 17 + at * 9)], pen.theme.colour("accent"), 1.6)


PICTURES = {
    1: _tensor, 2: _ranks, 3: _bits, 4: _product, 5: _slice, 6: _shapes, 7: _broadcast, 8: _join, 9: _summaries,
    10: _surface, 11: _step, 12: _three_ways, 13: _chain, 14: _tangent, 15: _back, 16: _layers, 17: _activations,
    18: _vanishing, 19: _losses, 20: _overfit, 21: _fit, 22: _disk, 23: _meter, 24: _formula, 25: _table,
    26: _painted,
}  # fmt: skip
