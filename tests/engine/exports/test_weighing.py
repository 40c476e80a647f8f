"""What the dialog tells of a file's size before it is written."""

import pytest

from playground.document.checks.weighing import MEASURED, about_bytes
from playground.document.examples import example
from playground.engine.exports.export import EXPORTERS
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.ui.assets import asset


@pytest.fixture(scope="module")
def session():
    return Session(example("digits", asset("examples")), Loops())


NAMES = sorted(name for name in {*MEASURED} & {*EXPORTERS} if not name.startswith(("saved", "tflite")))


@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_is_told_to_take_is_about_what_it_takes(name, session):
    size = len(EXPORTERS[name].content(session))
    assert about_bytes(session.document, name) == pytest.approx(size, rel=0.25)
