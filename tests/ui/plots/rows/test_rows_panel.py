"""The view of rows: what stands in it, its order, its filter, its other pages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from sklearn.datasets import load_iris

from playground.datasets.dataset import load
from playground.frames.frame import Frame
from playground.ui.plots.rows.head import bar_counts
from playground.ui.plots.rows.panel import RowsPanel
from playground.ui.theme import DARK, LIGHT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def iris(qtbot, make_document):
    """The panel over iris, with predictions: all right but for row 7, a little less sure from row to row."""
    document = make_document("iris")
    panel = RowsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show_document(document)
    panel.show()
    labels = load(document.data).labels.astype(int)
    sure = np.linspace(0.99, 0.5, 150)
    output = np.full((150, 3), ((1 - sure) / 2)[:, None])
    output[np.arange(150), labels] = sure
    output[7] = np.roll(np.eye(3)[labels[7]], 1)
    panel.show_frame(Frame(document.graph, data=document.data, predicted=output.astype(np.float32)))
    return panel


def shown(panel: RowsPanel, column: str) -> list[str]:
    """What stands in the column, from the top."""
    model = panel.grid.rows
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    return [model.index(row, titles.index(column)).data() for row in range(model.rowCount())]


def test_rows_stand_in_their_own_numbers_with_their_part_and_prediction(iris) -> None:
    dataset, flowers = load(iris._document.data), load_iris()
    assert shown(iris, "row") == [str(row) for row in range(1, 151)]
    assert shown(iris, "part").count("validation") == dataset.test_count
    lengths = sorted(map(float, shown(iris, "petal length (cm)")))
    np.testing.assert_allclose(lengths, np.sort(flowers.data[:, 2]))
    differs = [t != p for t, p in zip(shown(iris, "target"), shown(iris, "predicted"), strict=True)]
    assert np.flatnonzero(differs).tolist() == [7]
    assert iris.table().columns[:2] == ("row", "part")
    assert len(iris.table().rows) == 150


def test_the_worst_predicted_rows_are_one_click_away(iris) -> None:
    QTest.mouseClick(iris.worst, LEFT)
    assert shown(iris, "row")[:2] == ["8", "150"]
    assert shown(iris, "off by (%)")[:2] == ["100.0", "50.0"]


def test_a_click_on_a_head_sorts_down_then_up_then_not_at_all(iris) -> None:
    head = iris.grid.head
    column = 5
    place = QPoint(head.sectionViewportPosition(column) + 20, 10)
    orders = []
    for _ in range(3):
        QTest.mouseClick(head.viewport(), LEFT, NONE, place)
        orders.append([float(text) for text in shown(iris, "sepal length (cm)")])
    assert orders[0] == sorted(orders[0], reverse=True)
    assert orders[1] == sorted(orders[1])
    assert shown(iris, "row")[:3] == ["1", "2", "3"]


def test_the_filter_leaves_rows_on_every_page_and_says_what_it_lacks(iris) -> None:
    iris.sieve.setText("wrong")
    assert shown(iris, "row") == ["8"]
    iris.sieve.setText("target = setosa, sepal length > 5")
    wanted = int(((load_iris().target == 0) & (load_iris().data[:, 0] > 5.0001)).sum())
    assert len(shown(iris, "row")) == wanted
    assert iris.heading.note.text() == f"{wanted} of 150 rows"
    iris.choose_page("correlation")
    flowers = load_iris()
    part = (flowers.target == 0) & (flowers.data[:, 0] > 5.0001)
    names = list(iris.matrix.names)
    found = iris.matrix.values[names.index("sepal length"), names.index("sepal width")]
    assert found == pytest.approx(np.corrcoef(flowers.data[part].T)[0, 1], abs=1e-5)
    iris.sieve.setText("length = 3")
    assert iris.sieve.property("wrong")
    assert "length" in iris.heading.note.text()


def test_a_square_opens_its_two_columns_and_a_point_chooses_its_row(iris, qtbot) -> None:
    iris.choose_page("correlation")
    names = list(iris.matrix.names)
    pair = names.index("petal length"), names.index("sepal width")
    QTest.mouseClick(iris.matrix, LEFT, NONE, iris.matrix.rect_of(*pair).center().toPoint())
    assert (iris.page, iris.up.currentText(), iris.across.currentText()) == ("pair", "petal length", "sepal width")
    heard = []
    iris.example_chosen.connect(heard.append)
    plot = iris.pair
    qtbot.waitUntil(lambda: plot.width() > 200)
    where = plot.place(plot._x, plot._y)[20]
    QTest.mouseClick(plot, LEFT, NONE, QPointF(*where).toPoint())
    (chosen,) = heard
    np.testing.assert_allclose(np.abs(where - plot.place(plot._x, plot._y)[chosen.row]), 0, atol=3)


def test_bars_count_train_and_validation_apart(iris) -> None:
    column = iris.content.columns[-1]
    train, test = bar_counts(column, iris.content.tests)
    values, tests = column.values, iris.content.tests
    np.testing.assert_array_equal(train + test, np.histogram(values, 16)[0])
    assert (train.sum(), test.sum()) == ((~tests).sum(), tests.sum())
    assert len(values) == 150
    iris.show_theme(DARK)


def test_without_predictions_the_rows_are_there_and_worst_waits(qtbot, make_document) -> None:
    panel = RowsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_document(make_document("circle", points=200))
    panel.show()
    assert len(shown(panel, "row")) == 200
    assert not panel.worst.isEnabled()
    assert "predicted" not in [each.name for each in panel.content.columns]
