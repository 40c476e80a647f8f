"""What is said of links: each remark and each obstacle is a sentence."""

from __future__ import annotations

import pytest

from playground.document.files.link import Remark
from playground.ui.text import link_error_text, remark_text, remarks_text
from playground.ui.texts.link import ERRORS, REMARKS


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        (
            Remark("bad_value", "networkShape", "4,-2", "4,2"),
            "networkShape=4,-2 was not understood; 4,2 is used instead",
        ),
        (
            Remark("bad_value", "networkShape", "-", ""),
            "networkShape=- was not understood; nothing is used instead",
        ),
        (Remark("unknown_key", "sofa", "1"), "sofa is no setting of TensorFlow Playground; it is passed over"),
        (Remark("drawn_seed", "seed", "", "0.12345"), "There is no seed; one was drawn: 0.12345"),
        (Remark("optimizer", value="Adam"), "The optimizer is Adam; a link means plain SGD"),
        (Remark("optimizer", value="SGD"), "SGD has momentum; a link means plain SGD"),
        (Remark("activation", "activation", "softmax"), "The activation softmax is not one that a link can name"),
        (Remark("layer", value="LeakyReLU"), "A layer is Leaky ReLU; a link holds dense layers alone"),
        (Remark("data", value="moons"), "The data are Moons, which TensorFlow Playground does not have"),
        (
            Remark("setting", "order", "shuffled", "as_made"),
            "Order of rows: “shuffled”; a link means “as made”",
        ),
        (Remark("setting", "use_bias", "false", "true"), "Use bias: “off”; a link means “on”"),
        (Remark("range", "networkShape", "300"), "networkShape=300 is out of a link's range"),
        (
            Remark("bad_value", "noise", "a\nb{c}\u202e", "0"),
            "noise=a\ufffdb{c}\ufffd was not understood; 0 is used instead",
        ),
    ],
)
def test_remarks_are_plain_sentences_on_one_line(remark, words) -> None:
    assert remark_text(remark) == words


def test_every_code_has_its_sentence() -> None:
    for code in REMARKS.keys() - {"momentum"}:
        assert "{" not in remark_text(Remark(code, "seed", "SGD", "1"))
    for code in ERRORS:
        assert "{" not in link_error_text(code)


def test_lines_past_the_most_are_counted() -> None:
    remarks = [Remark("branches")] * 5
    assert remarks_text(remarks, 5).count("\n") == 4
    assert remarks_text(remarks, 4).endswith("\nand 1 more")
    assert remarks_text(remarks, 2).endswith("\nand 3 more")
    assert remarks_text([], 2) == ""
