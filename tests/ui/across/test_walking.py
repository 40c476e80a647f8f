"""The walk of the chosen example in the window, by mouse and keys, with the engine's own numbers."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.datasets.dataset import load
from playground.document.edits.edits import add_node, connect, disconnect, rename, set_layer
from playground.document.examples import example
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.frames.losses import by_hand
from playground.frames.walk import HALF, WalkQuestion
from playground.frames.wanted import Wanted
from playground.lessons.lesson import Walk
from playground.ui.assets import asset
from playground.ui.lab.losses.work import begin
from playground.ui.plots.output.output import OutputPanel
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.walk.acts import FOLDED_AWAY, acts_of, folded_nodes
from playground.ui.walk.formula import factors_of, product


@pytest.fixture(scope="module")
def session():
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    session = Session(example("circle", asset("examples")), Loops())
    session.train(7)
    return session


@pytest.fixture
def walking(window, session):
    """A walk that has just been opened, with its first frame."""
    window.walking.open()
    show(window, session)
    return window.walking


def show(window, session):
    window.show_newest_frame(session.look(Wanted(0, 8, window.canvas.visible_nodes(), walk=window.walking.question)))


def keys(view, *pressed):
    for key in pressed:
        QTest.keyClick(view, key)


def test_without_numbers_it_says_whether_they_come(walking):
    assert walking.view.words().startswith("The sample")
    editor = walking._editor
    editor.apply("Disconnect", disconnect(editor.document, editor.document.graph.edges[-1]))
    assert "mend what is marked in red" in walking.view.words()
    editor.undo()
    assert "in a moment" in walking.view.words()


def test_keys_walk_from_the_sample_to_the_weights_and_back(walking):
    view, kinds = walking.view, [act.kind for act in acts_of(walking.view.walk)]
    assert kinds == ["sample", *["forward"] * 3, "loss", *["back"] * 3, "weights"]
    assert not walking.facts()["walked_back"]
    said = [view.words()]
    for _ in kinds[1:]:
        keys(view, Qt.Key.Key_Right)
        said.append(view.accessibleDescription())
    assert len(set(said)) >= 5
    assert walking.facts() == {"walking": True, "walked_back": True}
    keys(view, Qt.Key.Key_Right)
    assert view.at == len(kinds) - 1
    keys(view, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert view.at == 0
    keys(view, Qt.Key.Key_End)
    assert view.at == len(kinds) - 1


def test_esc_leaves_and_the_views_are_as_they_were(window, walking):
    assert not window.docks.docks["curves"].isVisible()
    keys(walking.view, Qt.Key.Key_Escape)
    assert not walking.view.isVisible()
    assert walking.question is None
    assert window.docks.docks["curves"].isVisible()
    assert window.canvas.hasFocus()


def test_a_click_on_a_line_shows_the_weights_formula(walking):
    view = walking.view
    keys(view, Qt.Key.Key_End)
    # Near the first neuron, where no other line is.
    line = next(
        line for line in view.sight.scene.lines if line.weight == (line.node, 0, (1, 3)) and line.source == "data"
    )
    at = line.path.pointAtPercent(0.97) * view.sight.scale + view.sight.shift
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    assert view.weight is not None
    assert view.card.isVisible()
    stop = view.walk.stop(view.weight[0])
    assert product(factors_of(view.shown.hand, view.weight)) == pytest.approx(
        stop.gradients[0][view.weight[2]], abs=1e-6
    )
    assert view.card.factors.agrees
    before = view.weight
    keys(view, Qt.Key.Key_Tab)
    assert view.weight != before
    keys(view, Qt.Key.Key_Escape)
    assert view.weight is None
    assert walking.walking


def test_no_number_covers_another_and_one_without_room_is_under_the_pointer(walking):
    view = walking.view
    keys(view, Qt.Key.Key_End)
    chips, cards = view.sight.scene.chips, [card.where for card in view.sight.scene.cards.values()]
    rooms = [chip.where for chip in chips.shown]
    assert not any(one.intersects(other) for one, other in combinations(rooms, 2))
    assert not any(room.intersects(card) for room in rooms for card in cards)
    lines = [line for line in view.sight.scene.lines if line.weight]
    assert len(rooms) + chips.left_out == len(lines) == 18
    assert chips.left_out
    line = next(line for line in lines if line not in [chip.line for chip in chips.shown])
    places = (line.path.pointAtPercent(step / 50) * view.sight.scale + view.sight.shift for step in range(51))
    at = next(place for place in places if view.sight.line_at(place) is line)
    QTest.mouseMove(view, QPoint(round(at.x()), round(at.y())))
    assert view.sight.scene.pointed is line


def test_a_click_on_a_neuron_shows_its_biass_formula(walking):
    view = walking.view
    card = view.sight.scene.cards[view.walk.stops[2].node]
    at = card.row_at(1).center() * view.sight.scale + view.sight.shift
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    assert view.weight == (card.node, 1, (1,))
    assert view.card.factors.agrees
    assert view.weight in view.sight.weights


def test_a_click_on_a_point_of_the_plane_walks_with_it(window, walking, session):
    panel, data = window.docks.of(OutputPanel), load(window.editor.document.data)
    plane, row = panel.surface.plane, 7
    x, y = plane.to_pixels(data.points[[row]])[0]
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    chosen = window.examples.chosen
    assert np.hypot(*np.subtract(plane.to_pixels(np.array([chosen.values]))[0], (x, y))) < 2
    show(window, session)
    assert walking.view.walk.question == WalkQuestion(chosen.values, chosen.labels)
    walking.leave()
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, plane.to_pixels(data.points[[9]])[0])))
    assert window.examples.chosen == chosen


def test_a_click_on_a_row_of_the_predictions_walks_with_it(window, walking):
    panel = window.docks.of(PredictionsPanel)
    window.docks.docks["predictions"].show()
    page = panel.page
    panel.worst.row_chosen.emit(11)
    assert window.examples.chosen.row == 11
    assert panel.page == page
    walking.leave()
    panel.worst.row_chosen.emit(12)
    assert panel.page == "try"


def test_a_click_on_a_point_over_one_input_walks_with_it(window):
    window.editor.apply("Other data", example("sine", asset("examples")))
    window.walking.open()
    surface, dataset = window.docks.of(OutputPanel).surface, load(window.editor.document.data)
    place = int(np.argmax(dataset.points[surface.pages.rows, 0]))
    row = int(surface.pages.rows[place])
    at = surface.line.pixel(float(dataset.points[row, 0]), float(dataset.labels[row]))
    QTest.mouseClick(surface.line.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))
    assert window.walking.question.values[0] == pytest.approx(float(dataset.points[row, 0]), abs=0.1)


def test_the_losses_lab_follows_the_networks_own_example(window, session):
    window.laboratory.open(begin("huber"))
    page, before = window.laboratory.losses, begin("huber")
    QTest.mouseClick(page.side.follow, Qt.MouseButton.LeftButton)
    assert window.walking.question is not None
    assert not window.walking.walking
    show(window, session)
    walk = session.look(Wanted(0, 0, walk=window.walking.question)).walk
    assert (page.question.loss, page.question.reading) == ("mean_squared_error", "values")
    assert by_hand(page.question).value == pytest.approx(walk.loss, abs=1e-5)
    page.take(begin("hinge"))
    assert not page.follows
    assert window.walking.question is None
    page.undo()
    page.undo()
    assert page.question == before


def test_every_weights_formula_is_the_tapes_number(walking):
    view = walking.view
    for stop in view.walk.stops:
        for array, gradients in enumerate(stop.gradients):
            for place in np.ndindex(gradients.shape):
                found = product(factors_of(view.shown.hand, (stop.node, array, place)))
                assert found == pytest.approx(gradients[place], abs=1e-6)


def test_the_table_has_every_gradient_by_hand_beside_the_tapes(walking):
    view = walking.view
    keys(view, Qt.Key.Key_T)
    assert view.table.isVisible()
    assert walking.walked_back
    weights, numbers = view.table.gradients.rows.weights, view.table.gradients.rows.numbers
    told = {weight: float(view.walk.stop(weight[0]).gradients[weight[1]][weight[2]]) for weight in weights}
    assert len(told) == sum(array.size for stop in view.walk.stops for array in stop.arrays) == 25
    np.testing.assert_array_equal(numbers[:, 2], list(told.values()))
    np.testing.assert_allclose(numbers[:, 1], numbers[:, 2], atol=1e-6)
    view.table.selectRow(3)
    assert view.weight == weights[3]
    assert view.card.isVisible()
    assert view.table.geometry().bottom() < view.card.y()
    keys(view.table, Qt.Key.Key_Down)
    assert view.weight == weights[4]
    keys(view.table, Qt.Key.Key_Escape, Qt.Key.Key_Left)
    assert view.weight is None
    assert not view.table.isVisible()
    QTest.mouseClick(view.bar.table, Qt.MouseButton.LeftButton)
    assert view.table.isVisible()


def test_it_plays_by_itself_to_the_end_and_begins_again(walking, qtbot):
    view, last = walking.view, len(acts_of(walking.view.walk)) - 1
    view.clock.setInterval(1)
    keys(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.at == last)
    assert not view.clock.isActive()
    view.clock.setInterval(60_000)
    keys(view, Qt.Key.Key_Space)
    assert (view.at, view.clock.isActive(), view.bar.play.isChecked()) == (0, True, True)
    walking.leave()
    assert not view.clock.isActive()


def test_neurons_show_their_maps_with_the_samples_place(walking):
    scene = walking.view.sight.scene
    assert {stop.node for stop in walking.view.walk.stops[:-1]} <= set(scene.maps)
    x, y = walking.question.values
    assert scene.place == pytest.approx(((x + 6) / 12, (6 - y) / 12))


def test_layers_of_a_long_network_are_folded_into_a_card(window):
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    document, last = example("circle", asset("examples")), DATA
    for number in range(14):
        document, last = add_node(document, Dense(1, "tanh"), 40 * number, 300, after=last)
    document = connect(document, last, "output")
    window.editor.apply("Change", document)
    window.walking.open()
    show(window, Session(document, Loops()))
    view = window.walking.view
    acts = acts_of(view.walk)
    assert len(folded_nodes(view.walk)) == len(view.walk.stops) - 2 - 12 >= 2
    assert [act.kind for act in acts if act.node == FOLDED_AWAY] == ["forward", "back"]
    cards = view.sight.scene.cards
    before, after = acts[6].node, acts[8].node
    assert cards[before].where.right() < cards[FOLDED_AWAY].where.left()
    assert cards[FOLDED_AWAY].where.right() < cards[after].where.left()
    ends = {(line.source, line.node) for line in view.sight.scene.lines}
    assert {(before, FOLDED_AWAY), (FOLDED_AWAY, after)} <= ends
    keys(view, *[Qt.Key.Key_Right] * 7)
    assert str(len(folded_nodes(view.walk))) in view.words()


def test_the_sum_over_ways_is_its_factor(walking):
    view = walking.view
    first = view.walk.stops[1].node
    total = next(factor for factor in factors_of(view.shown.hand, (first, 0, (0, 0))) if factor.name == "sum")
    assert len(total.ways) == 2
    assert sum(weight * delta for _, _, weight, delta in total.ways) == pytest.approx(total.value, abs=1e-9)


def test_another_example_is_another_question(window, walking, session):
    before, loss = walking.question, walking.view.walk.loss
    keys(walking.view, Qt.Key.Key_Down)
    assert walking.question != before
    # What answers the old question is passed over.
    frame = session.look(Wanted(0, 0, walk=before))
    walking.show_frame(frame)
    assert walking.view.walk.loss == loss
    show(window, session)
    assert walking.view.walk.question == walking.question


def test_a_step_is_one_undo_step_of_the_run(window, walking):
    keys(walking.view, Qt.Key.Key_End, Qt.Key.Key_Return)
    QTest.mouseClick(walking.view.card.step, Qt.MouseButton.LeftButton)
    ((sample, change),) = window.trainer.learned
    assert sample == walking.question
    window.editor.undo()
    assert window.trainer.told[-1] == f"take back {change}"


def test_another_network_waits_for_its_own_numbers(window, walking):
    graph = window.editor.document.graph
    loss = Output("half_squared_error")
    window.editor.apply("Change", set_layer(window.editor.document, "output", loss))
    assert walking.view.walk is None
    assert graph != window.editor.document.graph
    assert "moment" in walking.view.words()


def test_a_layer_that_is_called_otherwise_keeps_its_numbers(window, walking, session):
    first = window.editor.document.graph.trained[1]
    window.editor.apply("Rename", rename(window.editor.document, first, "Hidden one"))
    assert walking.view.walk is not None
    show(window, session)
    keys(walking.view, Qt.Key.Key_Right)
    assert "Hidden one" in walking.view.words()
    assert window.teaching.facts()["epoch"] == session.epoch


def test_beside_a_lesson_it_lies_below_what_the_canvas_says_of_it(window, session):
    window.canvas.kept_free = 50
    window.walking.open()
    show(window, session)
    view = window.walking.view
    top = min(card.where.top() for card in view.sight.scene.cards.values()) * view.sight.scale + view.sight.shift.y()
    assert view.sight.shift.y() >= 50
    assert top >= 50


def test_a_lessons_block_opens_it_at_its_sample_and_weight(window, session):
    node = window.editor.document.graph.trained[1]
    sample = ("sample", "x1 = 1, x2 = −2, t = 0.5")
    part = Walk(1, (sample, ("loss", "half squared error"), ("weight", f"{node}.bias[2]")))
    window.teaching._do_part(part)
    assert window.walking.question == WalkQuestion((1.0, -2.0), (0.5,), HALF)
    assert window.teaching.facts()["walking"]
    assert not window.teaching.facts()["walked_back"]
    show(window, session)
    view = window.walking.view
    assert view.weight == (node, 1, (2,))
    assert view.walk.loss == pytest.approx(0.5 * (float(view.walk.stops[-1].value[0]) - 0.5) ** 2, abs=1e-6)
    assert window.teaching.facts()["walked_back"]
    window.teaching._do_part(Walk(1, (("sample", "3"),)))
    assert window.examples.chosen.row == 2
