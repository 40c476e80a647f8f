"""The line for a formula: right ones reach the document when finished, wrong ones never."""

import pytest

from playground.document.formula import FormulaError, parse
from playground.document.limits import Expression
from playground.ui.panels.formula_box import FormulaBox
from playground.ui.texts.formula import ERRORS, formula_error_text


@pytest.fixture
def box(qtbot):
    box = FormulaBox(Expression())
    qtbot.addWidget(box)
    box.setToolTip("What it is.")
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


def test_a_wrong_formula_is_marked_while_typed_and_then_forgotten(box) -> None:
    heard = []
    box.chosen.connect(heard.append)
    write(box, "sin(x")
    assert box.property("wrong")
    assert box.toolTip() == "Expected ) at 6."
    write(box, "sin(x)")
    assert not box.property("wrong")
    assert box.toolTip() == "What it is."
    write(box, "sin(")
    box.editingFinished.emit()
    assert (box.text(), heard, box.property("wrong")) == ("x", [], False)


def test_every_error_has_its_sentence() -> None:
    wrong = ["x +", "(x", "x)", "y", "1", "x + 1/0", "x" * 300, "(" * 99]
    errors = []
    for text in wrong:
        with pytest.raises(FormulaError) as caught:
            parse(text)
        errors.append(caught.value)
    assert {error.code for error in errors} == set(ERRORS)
    assert not any("{" in formula_error_text(error) for error in errors)
