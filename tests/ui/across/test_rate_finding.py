"""The search for a learning rate in the window: what it asks, shows and gives to the document."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.frames.rates import Rates, RateSearch, RatesRefused, tried_rates
from playground.ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, monkeypatch):
    trainer = window.trainer
    trainer.asked, trainer.rates = [], None
    monkeypatch.setattr(trainer, "search_rates", trainer.asked.append, raising=False)
    monkeypatch.setattr(trainer, "take_rates", lambda: trainer.__dict__.pop("rates", None), raising=False)
    window.finding.action.trigger()
    yield window.finding.dialog
    if window.finding.dialog is not None:
        window.finding.dialog.reject()


def found(losses, share: float = 1.0) -> Rates:
    rates = tried_rates()
    made = np.array([losses(rate) for rate in rates])
    return Rates(RateSearch(), rates, made, np.full(len(rates), made[0]), share, 0)


def falling(rate: float) -> float:
    """Steepest at 0.01."""
    return float(1 / (1 + np.exp(4 * (np.log10(rate) + 2))))


def test_one_click_takes_the_rate_as_one_step_of_undo(dialog, window: MainWindow) -> None:
    before = window.editor.document.training.learning_rate
    assert window.trainer.asked == [RateSearch(from_first=False)]
    assert not dialog.take.isEnabled()
    window.trainer.rates = found(falling)
    window.show_newest()
    assert dialog.reading.rate == pytest.approx(0.01, rel=0.15)
    assert not dialog.share.isVisible()
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert window.editor.document.training.learning_rate == dialog.reading.rate
    assert window.trainer.asked[-1] is None
    assert window.finding.dialog is None
    window.editor.undo()
    assert window.editor.document.training.learning_rate == before


def test_another_place_of_the_curve_can_be_taken(dialog, window: MainWindow) -> None:
    dialog.show_rates(found(falling))
    there = dialog.chart.pixel(-4.0, dialog.chart.y_axis[0]).toPoint() - QPoint(0, 40)
    QTest.mouseClick(dialog.chart.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert dialog.chart.rate == pytest.approx(1e-4, rel=0.05)
    dialog.take.click()
    assert window.editor.document.training.learning_rate == pytest.approx(1e-4, rel=0.05)


def test_what_says_nothing_gives_nothing_to_take(dialog, window: MainWindow) -> None:
    dialog.show_rates(found(falling, share=0.5))
    assert dialog.reading is None
    assert dialog.share.isVisible()
    for news in (found(lambda _: 1.0), RatesRefused()):
        dialog.show_rates(news)
        assert not dialog.take.isEnabled()
        assert dialog.told.text()
        assert dialog.more.text()
    QTest.mouseClick(dialog.begin.button(1), Qt.MouseButton.LeftButton)
    assert window.trainer.asked[-1] == RateSearch(from_first=True)
