"""The second chart shows the metric that a person chooses, on an axis that suits it."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from playground.document.document import Document
from playground.document.settings import DataSettings, TrainingSettings
from playground.frames.run import EndedRun
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.theme import LIGHT
from tests.made_curves import made_curves

EPOCHS = np.arange(0, 101, 4)
RISING = (EPOCHS / 100).astype(np.float32)


def document(*metrics: str, data: str = "circle") -> Document:
    return Document(data=DataSettings(data), training=TrainingSettings(metrics=metrics))


def run_of(**values: np.ndarray):
    """Losses of 1, and each metric with these train values, and half of them."""
    columns = [part for value in values.values() for part in (value, 0.5 * value)]
    return made_curves(EPOCHS, np.ones(26), np.ones(26), *columns, metrics=tuple(values))


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    made = CurvesPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.show()
    return made


def drawn(panel: CurvesPanel, side: str = "train") -> list[float]:
    return list(panel.metric_chart.chart.curves[side][0].getData()[1])


def choose(panel: CurvesPanel, name: str) -> None:
    choice = panel.metric_chart.choice
    choice.setCurrentIndex(choice.findData(name))
    choice.activated.emit(choice.currentIndex())


def words(panel: CurvesPanel) -> list[str]:
    return [text for _, text in panel.metric_chart.chart.y_axis[2]]


def test_one_metric_is_a_heading_and_several_are_a_choice(panel: CurvesPanel) -> None:
    chart = panel.metric_chart
    panel.show_document(document("auc"))
    assert not chart.heading.title.isHidden()
    assert chart.heading.title.text() == chart.chart.accessibleName() == "AUC"
    assert chart.choice.isHidden()
    panel.show_document(document("accuracy", "auc", "r2"))
    assert [chart.choice.itemText(at) for at in range(chart.choice.count())] == ["Accuracy", "AUC"]
    assert (chart.choice.isHidden(), chart.heading.title.isHidden()) == (False, True)
    assert chart.choice.currentText() == "AUC", "the one that was shown stays"
    panel.show_document(document("accuracy", "recall"))
    assert chart.choice.currentText() == "Accuracy"


def test_the_chosen_metric_is_drawn(panel: CurvesPanel, make_frame) -> None:
    panel.show_document(document("accuracy", "auc"))
    panel.show_frame(make_frame(curves=run_of(accuracy=RISING, auc=RISING**2)))
    np.testing.assert_allclose(drawn(panel), RISING)
    assert words(panel)[-1] == "100 %"
    choose(panel, "auc")
    np.testing.assert_allclose(drawn(panel), RISING**2)
    np.testing.assert_allclose(drawn(panel, "validation"), 0.5 * RISING**2)
    assert words(panel)[-1] == "1.0"
    readout = panel.metric_chart.chart.readout(48)
    assert readout is not None
    assert [line.text for line in readout.lines] == ["0.2304", "0.1152"]


def test_earlier_runs_are_drawn_behind_where_they_have_the_metric(panel: CurvesPanel, make_frame) -> None:
    chosen = document("accuracy", "auc")
    old = EndedRun(1, chosen, run_of(accuracy=0.5 * RISING))
    panel.show_document(chosen)
    panel.show_frame(make_frame(curves=run_of(accuracy=RISING, auc=RISING), ended=(old,)))
    assert np.nanmax(drawn(panel, "ghost train")) == 0.5
    choose(panel, "auc")
    assert not np.isfinite(drawn(panel, "ghost train")).any()
    choose(panel, "accuracy")
    assert np.nanmax(drawn(panel, "ghost train")) == 0.5


def test_before_a_metric_is_measured_its_chart_is_empty(panel: CurvesPanel, make_frame) -> None:
    panel.show_document(document("accuracy"))
    panel.show_frame(make_frame(curves=run_of(accuracy=RISING)))
    panel.show_document(document("auc"))
    panel.show_frame(make_frame(curves=run_of(accuracy=RISING)))
    assert drawn(panel) == []


def test_what_is_measured_only_from_some_epoch_on_begins_there(panel: CurvesPanel, make_frame) -> None:
    late = RISING.copy()
    late[:10] = np.nan
    panel.show_document(document("auc"))
    panel.smoothings[1].trigger()
    panel.show_frame(make_frame(curves=run_of(auc=late)))
    panel.grab()
    assert np.isnan(drawn(panel)).tolist() == [True] * 10 + [False] * 16
    table = panel.table()
    assert table is not None
    assert [row[3] for row in table.rows][8:12] == [None, None, *RISING[10:12].tolist()]


@pytest.mark.parametrize(
    ("metric", "values", "axis"),
    [
        ("r2", RISING * 3 - 2.2, (-3.0, 1.0)),
        ("cosine_similarity", RISING - 0.5, (-0.5, 1.0)),
        ("mean_absolute_error", 4 * RISING, (0.0, 4.0)),
    ],
)
def test_each_metric_has_an_axis_that_holds_it(panel: CurvesPanel, make_frame, metric, values, axis) -> None:
    panel.show_document(document(metric, data="sinc"))
    panel.show_frame(make_frame(curves=run_of(**{metric: values})))
    assert panel.metric_chart.chart.y_axis[:2] == pytest.approx(axis)


def test_errors_follow_the_scale_of_the_loss_and_shares_do_not(panel: CurvesPanel, make_frame) -> None:
    errors = (10.0 ** -(EPOCHS / 50)).astype(np.float32)
    panel.show_document(document("mean_squared_error", "r2", data="sinc"))
    panel.show_frame(make_frame(curves=run_of(mean_squared_error=errors, r2=RISING)))
    panel.logarithmic.trigger()
    np.testing.assert_allclose(drawn(panel), -EPOCHS / 50, atol=1e-6)
    choose(panel, "r2")
    np.testing.assert_allclose(drawn(panel), RISING)


def test_the_numbers_of_all_metrics_are_saved(panel: CurvesPanel, make_frame) -> None:
    panel.show_document(document("accuracy", "auc"))
    panel.show_frame(make_frame(curves=run_of(accuracy=RISING, auc=RISING**2)))
    table = panel.table()
    assert table is not None
    assert table.columns[3:] == ("train accuracy", "validation accuracy", "train AUC", "validation AUC")
    np.testing.assert_allclose([row[5] for row in table.rows], RISING**2)


def test_runs_are_compared_by_their_metrics(panel: CurvesPanel, make_frame) -> None:
    chosen = document("auc")
    old = EndedRun(1, document("accuracy"), run_of(accuracy=RISING))
    panel.show_document(chosen)
    panel.show_frame(make_frame(curves=run_of(auc=RISING**2), ended=(old,)))
    panel.show_runs()
    table = panel.runs.table
    assert [table.horizontalHeaderItem(at).text() for at in (4, 5, 6)] == ["Best", "AUC", "Accuracy"]
    assert [[table.item(row, at).text() for at in (5, 6)] for row in (0, 1)] == [["0.5000", "–"], ["–", "50.0 %"]]
    assert table.cellWidget(1, 7) is not None
    panel.show_frame(make_frame(curves=replace(run_of(auc=0.5 * RISING)), ended=(old,)))
    assert table.item(0, 5).text() == "0.2500"
    panel.runs.close()
