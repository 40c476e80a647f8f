"""The line for a formula: right ones reach the document when finished, wrong ones never."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import parse
from playground.document.limits import Expression
from playground.ui.panels.formula_box import FormulaBox
from playground.ui.texts.formula import ERRORS, formula_error_text
from playground.ui.theme import LIGHT
from playground.ui.widgets.parts import FormRow


@pytest.fixture
def box(qtbot):
    box = FormulaBox(Expression(), LIGHT.colour("problem"))
    row = FormRow("Formula", box, "What it is.", below=box.message)
    qtbot.addWidget(row)
    row.resize(240, 80)
    row.show()
    box.row = row
    box.set_value("x")
    return box


def write(box, text):
    """As typed, without Enter."""
    box.setText(text)
    box.textEdited.emit(text)


def test_a_formula_is_told_when_it_is_finished(box) -> None:
    heard = []
    box.chosen.connect(heard.append)
    write(box, " sin(x) ")
    assert heard == []
    box.editingFinished.emit()
    box.editingFinished.emit()
    assert heard == ["sin(x)"]


def test_a_wrong_formula_is_marked_and_stays_to_be_mended(box) -> None:
    heard = []
    box.chosen.connect(heard.append)
    write(box, "sin(x")
    assert box.property("wrong")
    assert (box.message.isVisible(), box.message.text()) == (True, "Expected ) at 6.")
    assert box.accessibleDescription() == "Expected ) at 6."
    write(box, "sin(x)")
    assert not box.property("wrong")
    assert not box.message.isVisible()
    assert (box.toolTip(), box.accessibleDescription()) == ("What it is.", "What it is.")
    write(box, "sin(")
    box.editingFinished.emit()
    box.set_value("x")
    assert (box.text(), heard, box.property("wrong")) == ("sin(", [], True)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), heard, box.property("wrong")) == ("x", [], False)


def test_another_value_takes_the_place_of_a_wrong_formula(box) -> None:
    write(box, "sin(")
    box.set_value("x * 2")
    assert (box.text(), box.property("wrong")) == ("x * 2", False)


@pytest.mark.parametrize(
    ("text", "wrong"), [("x + why * 2", "why"), ("x * )", ")"), ("x > 2", ">"), ("x + 1 / 0", "1 / 0"), ("sin(x", " ")]
)
def test_the_wrong_letters_are_underlined(box, text, wrong) -> None:
    write(box, text)
    metrics, text = box.fontMetrics(), text + " "
    first = text.rindex(wrong) if wrong == " " else text.index(wrong)
    start = QLineEdit.cursorRect(box).center().x() - metrics.horizontalAdvance(box.text()[: box.cursorPosition()])
    place = box.underlined
    assert place.left() - start == pytest.approx(metrics.horizontalAdvance(text[:first]), abs=1)
    assert place.width() == pytest.approx(metrics.horizontalAdvance(wrong), abs=1)
    picture, seen = box.grab().toImage(), LIGHT.colour("problem")
    inside = [
        picture.pixelColor(x, y)
        for x in range(round(place.left()), round(place.right()) + 1)
        for y in range(round(place.top()), round(place.bottom()) + 1)
    ]
    assert any(abs(colour.red() - seen.red()) < 40 and colour.green() < 140 for colour in inside)


def test_nothing_is_underlined_in_a_formula(box) -> None:
    write(box, "where(x > 0, x, 0)")
    assert box.underlined.isEmpty()
    assert not box.message.isVisible()


def test_every_error_has_its_sentence() -> None:
    wrong = [
        "x +",
        "x^2",
        "(x",
        "x)",
        "y",
        "1",
        "x + 1/0",
        "x" * 300,
        "(" * 99,
        "x < 1",
        "where(x, 1, 2)",
        "where(1<2, x, x)",
        "where(0<x<1,x,x)",
    ]
    errors = []
    for text in wrong:
        with pytest.raises(FormulaError) as caught:
            parse(text)
        errors.append(caught.value)
    # That one is told of what is unexpected.
    assert {error.code for error in errors} | {"power"} == set(ERRORS)
    assert "**" in formula_error_text(errors[wrong.index("x^2")])
    assert not any("{" in formula_error_text(error) for error in errors)
