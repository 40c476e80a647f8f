"""The view of predictions: its pages, its numbers, and what a person does with mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from sklearn import metrics
from sklearn.datasets import load_iris

from playground.datasets.dataset import load, sample
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.plots.predictions.confusion_matrix import ConfusionMatrix
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.theme import DARK, LIGHT
from playground.ui.widgets.fonts import SMALLER, scaled_font

LEFT, NONE, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.Key


@pytest.fixture
def shown(qtbot, make_document):
    """A panel that shows this data set, docked small, and a function that gives it predictions."""

    def show(name: str, size: tuple[int, int] = (275, 230), **settings):
        document = make_document(name, **settings)
        panel = PredictionsPanel(LIGHT)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show_document(document)
        panel.show()
        return panel, document

    return show


def predict(panel: PredictionsPanel, document, output: np.ndarray, **others) -> Frame:
    frame = Frame(document.graph, data=document.data, predicted=output.astype(np.float32), **others)
    panel.show_frame(frame)
    panel._look_again()
    return frame


def noisy_shares(document, seed: int = 1) -> np.ndarray:
    """Probabilities that are right for most rows of the sample."""
    dataset = load(document.data)
    labels = dataset.labels[sample(dataset)].astype(int)
    drawn = np.random.default_rng(seed).normal(size=(len(labels), document.data.facts.outputs))
    powers = np.exp(drawn + 2.5 * np.eye(document.data.facts.outputs)[labels])
    return powers / powers.sum(axis=1, keepdims=True)


def noisy_values(document, seed: int = 1, by: float = 0.5) -> np.ndarray:
    dataset = load(document.data)
    labels = dataset.labels[sample(dataset)]
    return (labels + by * np.random.default_rng(seed).normal(size=len(labels)))[:, np.newaxis]


def choose_part(panel: PredictionsPanel, word: str) -> None:
    QTest.mouseClick(panel.switch.buttons[word], LEFT)


# Scores


@pytest.mark.parametrize(("width", "upright"), [(240, True), (1400, False)])
def test_names_that_are_wider_than_their_columns_stand_upright(qtbot, width: int, upright: bool) -> None:
    names = [
        f"Number {word}"
        for word in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    ]
    matrix = ConfusionMatrix(LIGHT)
    qtbot.addWidget(matrix)
    matrix.resize(width, 240)
    matrix.names, matrix.counts = tuple(names), np.eye(12, dtype=np.int64)
    matrix.show()
    small = QFontMetricsF(scaled_font(SMALLER, of=matrix.font()))
    room = matrix.grid().top() - small.height() - 4
    # Upright, a good part of the longest name can be read.
    assert (room > 3 * small.height()) == upright
    if not upright:
        assert max(map(small.horizontalAdvance, names)) <= matrix.cell_rect((0, 0)).width()


def test_the_matrix_counts_the_part_that_is_chosen(shown) -> None:
    panel, document = shown("iris")
    output = noisy_shares(document)
    predict(panel, document, output)
    dataset = load(document.data)
    true, guessed = dataset.labels.astype(int), output.argmax(axis=1)
    rows = {"Validation": slice(dataset.train_count, None), "Train": slice(dataset.train_count), "Both": slice(None)}
    for word, part in rows.items():
        choose_part(panel, word)
        known = metrics.confusion_matrix(true[part], guessed[part], labels=range(3))
        np.testing.assert_array_equal(panel.matrix.counts, known)
        assert panel.table().rows[1] == ("versicolor", *known[1].tolist())
        accuracy = metrics.accuracy_score(true[part], guessed[part])
        assert panel.headline.fields[0] == ("Accuracy", f"{100 * accuracy:.1f} %")


def test_precision_and_recall_stand_in_a_table(shown) -> None:
    panel, document = shown("digits")
    output = noisy_shares(document)
    panel.choose_page("scores")
    predict(panel, document, output)
    choose_part(panel, "Both")
    dataset = load(document.data)
    true, guessed = dataset.labels[sample(dataset)].astype(int), output.astype(np.float32).argmax(axis=1)
    known = metrics.classification_report(true, guessed, output_dict=True, zero_division=0)
    for row, key in enumerate([*"0123456789", "macro avg", "weighted avg"]):
        texts = [panel.scores.item(row, column).text() for column in range(1, 5)]
        values = [f"{known[key][name]:.3f}" for name in ("precision", "recall", "f1-score")]
        assert texts == [*values, str(round(known[key]["support"]))]


def test_two_classes_have_one_curve_and_its_ring_at_the_sign(shown) -> None:
    panel, document = shown("circle", noise=40)
    values = noisy_values(document, by=1.2).clip(-1, 1)
    panel.choose_page("roc")
    predict(panel, document, values)
    choose_part(panel, "Both")
    dataset = load(document.data)
    belongs = dataset.labels[sample(dataset)] > 0
    (curve,) = panel.roc.curves
    assert curve.curve.area == pytest.approx(metrics.roc_auc_score(belongs, values[:, 0]), abs=1e-6)
    assert curve.now == pytest.approx((np.mean(values[~belongs] > 0), np.mean(values[belongs] > 0)))
    assert panel.headline.fields == (("AUC", f"{curve.curve.area:.3f}"),)


def test_several_classes_have_a_curve_each(shown) -> None:
    panel, document = shown("iris")
    output = noisy_shares(document)
    panel.choose_page("roc")
    predict(panel, document, output)
    choose_part(panel, "Both")
    labels = load(document.data).labels.astype(int)
    assert panel.roc.mean_area == pytest.approx(
        metrics.roc_auc_score(np.eye(3)[labels], output, average="macro"), abs=1e-4
    )
    assert panel.table().columns[0] == "Class"


def test_values_have_errors_and_residuals(shown) -> None:
    panel, document = shown("sine", points=300)
    output = noisy_values(document, by=0.1)
    predict(panel, document, output)
    choose_part(panel, "Both")
    labels = load(document.data).labels
    known = metrics.r2_score(labels, output), metrics.root_mean_squared_error(labels, output)
    assert panel.page == "true"
    assert [number for _, number in panel.headline.fields][:2] == [f"{value:.3f}" for value in known]
    panel.choose_page("residuals")
    assert sum(int(counts.sum()) for counts in panel.residuals.counts.values()) == len(labels)
    rows = np.array(panel.table().rows)
    missed = output[:, 0].astype(np.float32) - labels
    np.testing.assert_array_equal(rows[:, 2:].sum(axis=1), np.histogram(missed, panel.residuals.edges)[0])


def test_what_is_of_other_data_or_no_number_is_not_shown(shown) -> None:
    panel, document = shown("iris")
    output = noisy_shares(document)
    predict(panel, document, np.full_like(output, np.nan))
    assert panel.nothing.isVisible()
    assert panel.headline.fields == ()
    other = replace(document, data=replace(document.data, seed=9))
    panel.show_frame(Frame(document.graph, data=other.data, predicted=output.astype(np.float32)))
    assert panel.table() is None
    predict(panel, document, output)
    assert not panel.nothing.isVisible()


def test_a_backlog_of_frames_is_worked_out_once_and_the_last_is_never_left_out(shown, qtbot) -> None:
    panel, document = shown("iris")
    predict(panel, document, noisy_shares(document))
    before = panel.matrix.counts
    for seed in range(2, 12):
        output = noisy_shares(document, seed).astype(np.float32)
        panel.show_frame(Frame(document.graph, data=document.data, predicted=output))
    assert panel.matrix.counts is before
    choose = slice(load(document.data).train_count, None)
    known = metrics.confusion_matrix(load(document.data).labels[choose].astype(int), output[choose].argmax(axis=1))
    qtbot.waitUntil(lambda: np.array_equal(panel.matrix.counts, known))


def test_a_hidden_view_does_nothing_and_catches_up(qtbot, make_document) -> None:
    panel = PredictionsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_document(make_document("sine"))
    assert panel.page == "confusion"
    panel.show()
    assert panel.page == "true"


# The worst examples


def test_the_worst_examples_are_those_whose_class_is_least_likely(shown) -> None:
    panel, document = shown("iris")
    output = noisy_shares(document)
    panel.choose_page("worst")
    predict(panel, document, output)
    dataset = load(document.data)
    rows = np.arange(dataset.train_count, len(dataset.points))
    truth = output[rows, dataset.labels[rows].astype(int)]
    assert panel.worst.found.rows.tolist() == rows[np.argsort(truth)][:12].tolist()
    words = panel.worst.spoken(0)
    assert f"Row {panel.worst.found.rows[0] + 1} · validation" in words
    # In centimetres, as the table has the flower.
    row, table = panel.worst.found.rows[0], load_iris().data
    (flower,) = table[np.isclose((table - table.mean(axis=0)) / table.std(axis=0), dataset.points[row]).all(axis=1)]
    assert f"sepal length {flower[0]:.1f}\u00a0cm" in words
    assert f"petal width {flower[3]:.1f}\u00a0cm" in words
    assert panel.table().columns[2:6] == tuple(load_iris().feature_names)
    np.testing.assert_allclose(panel.table().rows[0][2:6], flower)
    assert len(panel.table().rows) == 12


def test_a_click_on_a_cell_shows_the_worst_of_it_and_the_chip_lets_go(shown) -> None:
    panel, document = shown("iris")
    predict(panel, document, noisy_shares(document))
    cell = next((r, c) for r, c in np.argwhere(panel.matrix.counts).tolist() if r != c)
    QTest.mouseClick(panel.matrix, LEFT, NONE, panel.matrix.cell_rect(cell).center().toPoint())
    assert panel.page == "worst"
    assert len(panel.worst.found.rows) == min(panel.matrix.counts[cell], 12)
    assert set(panel.worst.found.true.tolist()) == {cell[0]}
    assert set(panel.worst.found.guessed.tolist()) == {cell[1]}
    QTest.mouseClick(panel.beside.filter, LEFT)
    assert panel.cell is None
    assert len(panel.worst.found.rows) == 12


def test_keys_choose_a_cell_and_where_there_is_room_the_page_stays(shown) -> None:
    panel, document = shown("iris", (800, 500))
    predict(panel, document, noisy_shares(document))
    panel.matrix.setFocus()
    for key in (KEYS.Key_Down, KEYS.Key_Right, KEYS.Key_Return):
        QTest.keyClick(panel.matrix, key)
    assert panel.cell == (1, 1)
    assert panel.page == "confusion"
    assert panel.worst.isVisible()
    assert set(panel.worst.found.true.tolist()) == {1}
    QTest.keyClick(panel.matrix, KEYS.Key_Escape)
    assert panel.cell is None


def test_a_click_on_an_example_tries_it(shown, qtbot) -> None:
    panel, document = shown("digits")
    panel.choose_page("worst")
    predict(panel, document, noisy_shares(document))
    row = int(panel.worst.found.rows[1])
    place = panel.worst.visualItemRect(panel.worst.item(1)).center()
    with qtbot.waitSignal(panel.wanted_changed):
        QTest.mouseClick(panel.worst.viewport(), LEFT, NONE, place)
    assert panel.page == "try"
    assert panel.try_page.tried == tuple(load(document.data).points[row].tolist())
    assert panel.wanted(Wanted()).tried == panel.try_page.tried


def test_enter_tries_an_example_too(shown) -> None:
    panel, document = shown("iris")
    panel.choose_page("worst")
    predict(panel, document, noisy_shares(document))
    panel.worst.setFocus()
    panel.worst.setCurrentRow(0)
    QTest.keyClick(panel.worst, KEYS.Key_Down)
    row = int(panel.worst.found.rows[1])
    QTest.keyClick(panel.worst, KEYS.Key_Return)
    assert panel.try_page.tried == tuple(load(document.data).points[row].tolist())


# Doors


def test_only_what_the_page_needs_is_wanted(shown) -> None:
    panel, _ = shown("circle")
    assert panel.wanted(Wanted()) == Wanted(points=True)
    panel.choose_page("try")
    wanted = panel.wanted(Wanted(points=True))
    assert wanted.points
    assert len(wanted.tried) == 2


def test_pages_follow_the_task_and_the_choice_stays(shown, make_document) -> None:
    panel, _ = shown("circle")
    panel.choose_page("try")
    panel.show_document(make_document("sine"))
    assert panel.page == "try"
    assert panel.choice.findData("roc") < 0
    assert len(panel.try_page.tried) == 1
    panel.choose_page("residuals")
    panel.show_document(make_document("iris"))
    assert panel.page == "confusion"


def test_it_is_drawn_small_and_large_in_both_themes(shown) -> None:
    for name in ("circle", "sine", "digits"):
        for size in ((200, 150), (900, 600)):
            panel, document = shown(name, size)
            decides = document.data.facts.task != "regression"
            output = noisy_shares(document) if name == "digits" else noisy_values(document)
            predict(panel, document, np.clip(output, -1, 1) if decides else output)
            for place in range(panel.choice.count()):
                panel.choice.setCurrentIndex(place)
                for theme in (LIGHT, DARK):
                    panel.show_theme(theme)
                    assert not panel.grab().isNull()


def test_a_tool_tip_reads_a_cell(shown) -> None:
    panel, document = shown("iris")
    predict(panel, document, noisy_shares(document))
    count, rows = panel.matrix.counts[0, 0], panel.matrix.counts[0].sum()
    assert panel.matrix.spoken((0, 0)).startswith(f"{count} of {rows} rows of class setosa are predicted as setosa")
    assert panel.matrix.cell_at(QPoint(0, 0).toPointF()) is None


def test_in_its_dock_it_asks_while_it_is_seen(window) -> None:
    dock = window.docks.docks["predictions"]
    assert not window.trainer.wanted.tried
    dock.show()
    dock.raise_()
    QTest.qWait(20)
    dock.view.choose_page("try")
    assert window.trainer.wanted.tried == dock.view.try_page.tried
    _, slider, _ = dock.view.try_page.rows.rows[0]
    slider.setFocus()
    QTest.keyClick(slider, KEYS.Key_Home)
    assert window.trainer.wanted.tried[0] == -6
    dock.hide()
    QTest.qWait(20)
    assert window.trainer.wanted.tried is None


def test_a_sample_says_of_how_many_rows_it_is(shown) -> None:
    panel, document = shown("waves", points=5_000)
    predict(panel, document, noisy_shares(document))
    test_rows = load(document.data).test_count
    assert panel.heading.note.text() == f"{len(panel.found.rows):,} of {test_rows:,} rows"
    panel.choose_page("try")
    assert not panel.heading.note.text()
