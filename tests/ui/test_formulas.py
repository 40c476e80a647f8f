"""Formulas: on the line of their text, in the theme's colours, with Chinese; and nonsense is refused."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextDocument
from pytestqt.qtbot import QtBot

from playground.lessons.tex import TexError, drawable
from playground.ui.formulas import INLINE, Room, formula, picture, room_alone, room_on_line, set_ahead
from playground.ui.theme import DARK, LIGHT

COURSE = (
    r"\frac{\partial y_2}{\partial w_1} = \underbrace{\frac{\partial y_2}{\partial y_1}}_{w_2 = 2} \cdot 2.06",
    r"f(x) = \begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}",
    r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \odot W^\top",
    r"H(p, q) = -\sum_{i=1}^n p_i \log_2 q_i",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
    r"\|x\| \le 95\,\%, \quad \hat{y} = \sigma(\mathbf{W} x + b)",
    r"L = \text{损失}, \quad \text{总的 gradient} = 0.5",
)


def inked(image: QImage) -> NDArray[np.float64]:
    """How much ink each pixel has, from 0 to 1, on a ground of none."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(bytes(plain.constBits()), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return raw[:, : plain.width(), 3] / 255.0


def bottom(image: QImage, ratio: float) -> float:
    """Where the lowest ink ends, in pixels of the window; a row that is half covered counts half."""
    rows = inked(image).max(axis=1)
    last = int(np.flatnonzero(rows > 0.02).max())
    return (last + rows[last]) / ratio


@pytest.mark.parametrize("points", [9.0, 10.5, 14.0])
@pytest.mark.parametrize("tex", ["x", "x = 1", r"\frac{x}{\frac{x}{x}} x"])
def test_a_formula_stands_on_the_line_of_the_text_around_it(qtbot: QtBot, points: float, tex: str) -> None:
    ratio, font = 4.0, QFont("DejaVu Sans")
    font.setPointSizeF(points)
    pixels = INLINE * 1.33 * points
    made = formula(tex)
    room = room_on_line(made, pixels, font)
    page = QTextDocument()
    page.setDefaultFont(font)
    page.setDocumentMargin(0)
    page.addResource(QTextDocument.ResourceType.ImageResource, QUrl("f:0"), picture(made, pixels, room, LIGHT, ratio))
    page.setHtml(f'<p>H<img src="f:0" width="{room.width}" height="{room.height}" style="vertical-align: middle"></p>')
    size = page.size()
    image = QImage(int(ratio * size.width()), int(ratio * size.height()), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    page.drawContents(painter)
    painter.end()
    # The letter at the left stands on the line; the last x of the formula is what stands at the right.
    letter = image.copy(0, 0, int(ratio * 6), image.height())
    right = int(ratio * (page.idealWidth() - room.width + made.width * pixels))
    last = image.copy(right - int(ratio * 0.35 * pixels), 0, int(ratio * 0.35 * pixels), image.height())
    assert bottom(last, ratio) == pytest.approx(bottom(letter, ratio), abs=0.5)


def test_the_formulas_of_the_course_are_drawn_in_the_colour_of_the_theme(qtbot: QtBot) -> None:
    for tex in COURSE:
        made = formula(tex, True)
        room = room_alone(made, 20.0)
        for theme in (LIGHT, DARK):
            image = picture(made, 20.0, room, theme, 2.0)
            darkest = np.unravel_index(inked(image).argmax(), (image.height(), image.width()))
            assert image.pixelColor(int(darkest[1]), int(darkest[0])).name() == theme.ink
        assert (image.width(), image.height()) == (2 * room.width, 2 * room.height)


def test_a_colour_of_the_theme_can_be_named(qtbot: QtBot) -> None:
    made = formula(r"{\color{accent} w_1}")
    image = picture(made, 40.0, room_alone(made, 40.0), DARK, 1.0)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert DARK.accent in colours
    assert DARK.ink not in colours


def test_the_point_of_a_number_is_no_box(qtbot: QtBot) -> None:
    # A box is as wide as two digits.
    assert formula("2.06").width == pytest.approx(formula("206").width + 0.26, abs=0.1)


def test_chinese_is_drawn_by_our_own_font(qtbot: QtBot) -> None:
    made = formula(r"\text{损失}")
    # A Han character is an em wide, and ink fills much of it; a box would be an outline.
    assert made.width == pytest.approx(2.0, abs=0.15)
    assert formula(r"\text{损失}").svg != formula(r"\text{精度}").svg
    assert drawable(r"\text{损失 loss}") == r"\textit{损失}\text{ loss}"


@pytest.mark.parametrize(
    ("tex", "code", "word"),
    [
        (r"\nosuch{x}", "command", r"\nosuch"),
        (r"\frac{1}{2", "brace", "{"),
        ("x}", "brace", "}"),
        (r"\begin{cases} x", "brace", r"\begin{cases}"),
        (r"\begin{quiz} x \end{quiz}", "command", r"\begin{quiz}"),
        (r"\def\a{\a\a}\a", "command", r"\def"),
        ("a & b", "other", ""),
        ("x_{", "brace", "{"),
        (r"\left( x", "other", ""),
        (" ", "empty", ""),
        ("x" * 2_001, "long", "2001"),
    ],
)
def test_nonsense_is_refused(qtbot: QtBot, tex: str, code: str, word: str) -> None:
    with pytest.raises(TexError) as refused:
        formula(tex)
    assert (refused.value.code, refused.value.word) == (code, word)


def test_a_picture_is_never_smaller_than_what_it_shows(qtbot: QtBot) -> None:
    for tex in COURSE:
        made = formula(tex)
        room = room_on_line(made, 16.0, QFont())
        assert room.baseline >= made.up * 16.0
        assert room.height - room.baseline >= made.down * 16.0
        assert isinstance(room, Room)


def test_what_was_set_ahead_is_there_when_it_is_shown() -> None:
    set_ahead([("x^{41}", True), ("\\nothing", False), ("y^{42}", False)])
    before = formula.cache_info().hits
    formula("x^{41}", True)
    formula("y^{42}", False)
    assert formula.cache_info().hits == before + 2
