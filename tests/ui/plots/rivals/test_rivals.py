"""The networks side by side: names, figures, outputs, one chart; wishes by mouse and keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.edits import rivals
from playground.document.edits.edits import set_layer, set_training
from playground.document.edits.rivals import PRESENT
from playground.document.layers.dense import Dense
from playground.document.settings import Adam
from playground.frames.frame import Frame, RivalFrame
from playground.frames.run import Status, Stop
from playground.frames.wanted import Wanted
from playground.ui.plots.planes.colouring import output_rgb
from playground.ui.plots.rivals.rival_chart import RivalChart, Run, loss_axis
from playground.ui.plots.rivals.rivals import RivalsPanel
from playground.ui.texts.rivals import rival_text, rival_title
from playground.ui.theme import DARK, LIGHT
from tests.made_curves import made_curves as curves_of

SIZE = (900, 500)


@pytest.fixture
def document(make_document):
    """tanh with Adam, and two rivals: relu with SGD, and tanh with SGD."""
    tanh = make_document()
    relu = rivals.add_rival(tanh)
    relu = rivals.swap_with_rival(set_layer(relu, "hidden", Dense(3, "relu")), "rival_1")
    made = rivals.add_rival(relu)
    return set_training(made, replace(made.training, optimizer=Adam()))


@pytest.fixture
def panel(qtbot):
    made = RivalsPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    return made


def made_curves(at, last=400):
    epochs = np.arange(0, last + 1, 4)
    fall = np.exp(-epochs / 100).astype(np.float32)
    return curves_of(epochs, 0.5 * fall + at, 0.5 * fall + 0.05 + at, 1 - 0.5 * fall, 0.9 - 0.4 * fall - at)


def rival_frame(name, at=0.1, status=None, last=400, surface=None):
    curves = made_curves(at, last)
    return RivalFrame(name, status or Status("training"), last, curves, curves.newest(), surface, 0.03)


@pytest.fixture
def frame(document, rising):
    others = (rival_frame("rival_1", 0.1, surface=-rising), rival_frame("rival_2", 0, surface=rising * 0))
    return Frame(
        document.graph,
        400,
        curves=made_curves(0.02),
        surface=rising,
        data=document.data,
        rivals=others,
        wanted=Wanted(),
    )


def texts(column):
    return [figure.text for figure in column.figures.figures]


def best(column):
    return [figure.name for figure in column.figures.figures if figure.best]


def seen(panel):
    """Its columns, once they have their places."""
    QTest.qWait(0)
    return [column for column in panel.columns if column.isVisible()]


def test_without_rivals_it_says_what_they_are_and_offers_one(panel, document, qtbot):
    panel.show_document(replace(document, rivals=()))
    assert panel.words.isVisible()
    with qtbot.waitSignal(panel.add_asked):
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert panel.table() is None


def test_without_rivals_it_wants_nothing(panel, document):
    panel.show_document(replace(document, rivals=()))
    assert panel.wanted(Wanted(0)) == Wanted(0)
    panel.show_document(document)
    assert panel.wanted(Wanted(0)) == Wanted(64, rivals=True)
    assert panel.wanted(Wanted(100)).surface_side == 100


def test_a_column_for_each_network_with_what_it_has(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(frame)
    assert [column.name.text() for column in seen(panel)] == ["Present network", "relu, SGD", "SGD"]
    assert [column.what.text() for column in seen(panel)] == ["on the canvas", "tanh → relu, Adam → SGD", "Adam → SGD"]
    panel.show_document(rivals.remove_rival(document, "rival_1"))
    assert [column.rival_id for column in seen(panel)] == [PRESENT, "rival_2"]


def test_their_figures_and_the_best_of_each(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(frame)
    losses = [made_curves(at) for at in (0.02, 0.1, 0)]
    for column, curves in zip(panel.columns, losses, strict=True):
        assert texts(column) == [
            "400",
            f"{curves.newest()['validation_loss']:.4f}",
            f"{curves.newest()['train_loss']:.4f}",
            f"{100 * curves.newest()['validation_accuracy']:.1f} %",
        ]
    assert [best(column) for column in panel.columns] == [[], [], ["validation", "train", "accuracy"]]


def test_the_first_metric_is_a_figure_and_the_others_stand_in_the_tooltip(panel, document, frame):
    metrics = ("mean_squared_error", "r2")
    document = replace(document, data=replace(document.data, name="sinc"))
    document = set_training(document, replace(document.training, metrics=metrics))
    row = dict.fromkeys(("train_loss", "validation_loss"), 0.5)
    rows = [{**row, "validation_mean_squared_error": 0.25 * at, "validation_r2": 0.9 + 0.01 * at} for at in (1, 2, 3)]
    others = tuple(replace(one, row=row) for one, row in zip(frame.rivals, rows[1:], strict=True))
    panel.show_document(document)
    panel.show_frame(replace(frame, past_row=rows[0], rivals=others, data=document.data))
    assert [texts(column)[3] for column in panel.columns] == ["0.2500", "0.5000", "0.7500"]
    assert [best(column) for column in panel.columns] == [["mean squared error"], [], []], "the least is the best"
    assert panel.columns[2].figures.toolTip().splitlines()[-2:] == ["mean squared error: 0.7500", "R²: 0.9300"]


def test_their_outputs_have_the_same_colours(panel, document, frame, rising):
    panel.show_document(document)
    panel.show_frame(frame)
    for column, values in zip(panel.columns, (rising, -rising, rising * 0), strict=True):
        middle = column.plane._image.pixelColor(50, 0).getRgb()[:3]
        assert middle == tuple(output_rgb(values, 1.0)[0, 50])
        assert len(column.plane._points) == len(panel.columns[0].plane._points) > 0
    assert (panel.planes.legend.low, panel.planes.legend.high) == ("−1", "+1")


def test_one_chart_has_the_losses_of_all(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(frame)
    curves = panel.chart.chart.curves
    for colour, at in (("ink", 0.02), ("first_rival", 0.1), ("second_rival", 0)):
        for name in ("train", "validation"):
            drawn, colour_drawn, style, *_ = curves[f"{colour} {name}"]
            np.testing.assert_allclose(drawn.yData, getattr(made_curves(at), f"{name}_loss"), rtol=1e-6)
            assert colour_drawn == colour
            assert style == (Qt.PenStyle.DashLine if name == "train" else Qt.PenStyle.SolidLine)
    assert panel.chart.legend.titles == ("Present network", "relu, SGD", "SGD")
    low, high, _ = panel.chart.chart.y_axis
    assert low <= 0 <= 0.65 <= high


def test_the_chart_can_be_logarithmic(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(frame)
    panel.logarithmic.trigger()
    np.testing.assert_allclose(
        panel.chart.chart.curves["ink train"][0].yData, np.log10(made_curves(0.02).train_loss), rtol=1e-5
    )


def test_an_axis_holds_all_losses():
    losses = np.array([0.02, np.nan, 3.0, np.inf])
    assert loss_axis(losses, False)[:2] == (0.0, 3.0)
    low, high, _ = loss_axis(losses, True)
    assert low <= np.log10(0.02) < np.log10(3) <= high
    assert loss_axis(losses[:0], True)[0] < loss_axis(losses[:0], True)[1]


def test_the_pointer_reads_all_at_one_epoch(qtbot):
    chart = RivalChart(LIGHT)
    qtbot.addWidget(chart)
    chart.show_runs((Run("A", made_curves(0)), Run("B", made_curves(0.1, last=200))))
    readout = chart._readout(101)
    assert (readout.title, [line.name for line in readout.lines]) == ("Epoch 100", ["A", "B"])
    assert readout.lines[1].y == pytest.approx(float(made_curves(0.1).validation_loss[25]))


def test_those_that_stand_still_say_so(panel, document, frame):
    panel.show_document(document)
    stopped = Status("paused", "stopped", (("stop", Stop("until_epochs", 100)),))
    others = (rival_frame("rival_1", status=stopped, last=100), RivalFrame("rival_2", Status("unfinished")))
    panel.show_frame(replace(frame, rivals=others))
    assert panel.columns[1].what.text() == "Stopped at epoch 100, as set."
    assert panel.columns[2].what.text() == "Unfinished: edit it to mend it"
    assert texts(panel.columns[2]) == ["–", "–", "–", "–"]
    assert best(panel.columns[0]) == ["validation", "train", "accuracy"]


def test_one_that_is_behind_catches_up(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(replace(frame, rivals=(rival_frame("rival_1", last=40), rival_frame("rival_2", last=396))))
    assert [column.what.text() for column in panel.columns[1:]] == ["Catching up", "Adam → SGD"]


def test_a_frame_of_before_is_no_harm(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(replace(frame, rivals=()))
    assert panel.columns[1].what.text() == "Being built"
    panel.show_frame(replace(frame, surface=None))


def test_a_copy_without_changes_asks_for_some(panel, document):
    panel.show_document(rivals.add_rival(replace(document, rivals=())))
    assert "change something" in panel.heading.note.text()
    panel.show_document(document)
    assert panel.heading.note.text() == ""


def test_a_network_is_renamed_in_place(panel, document, frame, qtbot):
    panel.show_document(document)
    panel.show_frame(frame)
    name = panel.columns[1].name
    qtbot.mouseDClick(name, Qt.MouseButton.LeftButton)
    assert name.selectedText() == name.text()
    with qtbot.waitSignal(panel.renamed) as asked:
        qtbot.keyClicks(name, "Sharp")
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert asked.args == ["rival_1", "Sharp"]


def test_f2_names_and_escape_leaves_the_name(panel, document, frame, qtbot):
    panel.show_document(document)
    panel.show_frame(frame)
    panel.activateWindow()
    column = panel.columns[0]
    column.plane.setFocus()
    qtbot.keyClick(column.plane, Qt.Key.Key_F2)
    assert column.name.hasFocus()
    with qtbot.assertNotEmitted(panel.renamed):
        qtbot.keyClicks(column.name, "Other")
        qtbot.keyClick(column.name, Qt.Key.Key_Escape)
        column.plane.setFocus()
    assert seen(panel)[0].name.text() == "Present network"


def test_rivals_are_edited_and_removed_by_their_buttons(panel, document, qtbot):
    panel.show_document(document)
    assert not panel.columns[0].edit.isVisible()
    with qtbot.waitSignal(panel.edit_asked) as asked:
        qtbot.mouseClick(panel.columns[2].edit, Qt.MouseButton.LeftButton)
    assert asked.args == ["rival_2"]
    with qtbot.waitSignal(panel.remove_asked) as asked:
        qtbot.mouseClick(panel.columns[1].remove, Qt.MouseButton.LeftButton)
    assert asked.args == ["rival_1"]


def test_a_third_cannot_be_added(panel, document):
    panel.show_document(document)
    assert not panel.adding.isEnabled()
    panel.show_document(rivals.remove_rival(document, "rival_2"))
    assert panel.adding.isEnabled()
    assert not panel.plus.isHidden()


@pytest.mark.parametrize(
    ("size", "networks", "chart"), [((275, 215), True, False), ((420, 300), True, False), ((560, 700), True, True),
                                    ((1200, 300), True, True)]
)  # fmt: skip
def test_it_shows_what_there_is_room_for(panel, document, frame, size, networks, chart):
    panel.resize(*size)
    panel.show_document(document)
    panel.show_frame(frame)
    assert (panel.board.isVisible(), panel.chart.isVisible()) == (networks, chart)
    # The switch stands in the dock's title bar, which is not here.
    assert panel.switch.isHidden() == chart
    assert panel.minimumSizeHint().width() <= size[0]


def test_where_one_half_has_room_it_can_be_chosen(panel, document, frame, qtbot):
    panel.resize(275, 215)
    panel.show_document(document)
    panel.show_frame(frame)
    panel.switch.show_word("Loss")
    panel.switch.chosen.emit("Loss")
    assert (panel.board.isVisible(), panel.chart.isVisible()) == (False, True)


def test_one_input_is_drawn_as_a_curve(panel, make_document, frame):
    document = rivals.add_rival(make_document("sine"))
    panel.show_document(document)
    line = np.linspace(-1, 1, 50, dtype=np.float32).reshape(1, 50, 1)
    panel.show_frame(
        replace(frame, data=document.data, surface=line, rivals=(rival_frame("rival_1", surface=2 * line),))
    )
    np.testing.assert_array_equal(panel.columns[1].line._y_values, 2 * line[0, :, 0])
    assert panel.columns[0].line.y_axis == panel.columns[1].line.y_axis
    assert not panel.planes.legend.isVisible()


def test_more_classes_have_one_legend(panel, make_document, frame):
    document = rivals.add_rival(make_document("iris"))
    panel.show_document(document)
    surface = np.full((8, 8, 3), 1 / 3, np.float32)
    panel.show_frame(
        replace(frame, data=document.data, surface=surface, rivals=(rival_frame("rival_1", surface=surface),))
    )
    assert len(panel.planes.legend.names) == 3
    assert panel.columns[0].plane.names == panel.columns[1].plane.names


def test_the_table_has_the_losses_of_all(panel, document, frame):
    panel.show_document(document)
    panel.show_frame(replace(frame, rivals=(rival_frame("rival_1", last=200), frame.rivals[1])))
    table = panel.table()
    assert table.columns[:3] == ("epoch", "Present network: train loss", "Present network: validation loss")
    assert len(table.columns) == 7
    assert len(table.rows) == 101
    assert table.rows[10][3] == pytest.approx(float(made_curves(0.1).train_loss[10]))
    assert table.rows[100][3] is None


def test_a_name_is_kept_and_what_it_has_is_told(document):
    named = rivals.rename_rival(document, "rival_1", "Sharp")
    assert rival_title(named, "rival_1") == "Sharp"
    assert rival_text(named, "rival_1") == "tanh → relu, Adam → SGD"
    alike = rivals.add_rival(replace(document, rivals=()))
    assert (rival_title(alike, "rival_1"), rival_text(alike, "rival_1")) == (
        "Rival 1",
        "the same as the present network",
    )
    assert rival_title(alike, "gone") == ""


def test_dark_and_unseen(panel, document, frame):
    panel.hide()
    panel.show_document(document)
    panel.show_frame(frame)
    panel.show_theme(DARK)
    panel.show()
    assert [column.name.text() for column in seen(panel)] == ["Present network", "relu, SGD", "SGD"]
    assert texts(panel.columns[0])[0] == "400"
