"""The tensor lab among the places of the window, with a real engine."""

import pytest

from tests.ui.driven_trainer import small_document, starting, wait_for


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def test_the_lab_is_a_place_whose_questions_the_engine_answers(start, qtbot):
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from playground.ui.across.laboratory import Laboratory
    from playground.ui.theme import DARK, LIGHT
    from playground.ui.widgets.places import Places

    trainer, places, pages = start(small_document()), Places(), QStackedWidget()
    pages.addWidget(QWidget())
    qtbot.addWidget(places)
    qtbot.addWidget(pages)
    pages.show()
    laboratory = Laboratory(places, pages, trainer, LIGHT)
    places.buttons["lab"].click()
    assert pages.currentWidget() is laboratory.lab
    wait_for(trainer, lambda: [laboratory._listen(), laboratory.lab._answer][1] is not None)
    assert laboratory.lab._answer.results[0].values.tolist() == [[11, 21, 31], [12, 22, 32]]
    laboratory.show_theme(DARK)
    pages.setCurrentIndex(0)
    laboratory._listen()
    assert not laboratory._clock.isActive()
