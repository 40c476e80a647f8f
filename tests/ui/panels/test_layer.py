"""The layer panel: a form for whatever is selected."""

from __future__ import annotations

import gc
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFrame
from shiboken6 import isValid

from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import LeakyReLU
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layers import LAYERS
from playground.document.layers.shaping import Reshape
from playground.document.limits import limits
from playground.document.losses import LOSSES
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings
from playground.ui.panels.form import SettingsForm, read_sizes
from playground.ui.panels.layer import LayerPanel
from playground.ui.panels.loss_box import MEANING
from playground.ui.theme import DARK, LIGHT


@pytest.fixture
def panel(editor, shown) -> LayerPanel:
    made = LayerPanel(editor, LIGHT)
    editor.changed.connect(made.show_document)
    return shown(made, 370)


def write(field, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def pick(box: QComboBox, word: str) -> None:
    """Choose a word with the arrow keys, as a person does."""
    box.setFocus()
    while box.currentData() != word:
        QTest.keyClick(box, Qt.Key.Key_Down if box.findData(word) > box.currentIndex() else Qt.Key.Key_Up)


def add(editor, layer) -> str:
    document, node_id = edits.add_node(editor.document, layer, 0, 0)
    editor.apply("Add", document)
    return node_id


@pytest.mark.parametrize("owner", [*LAYERS.values(), *OPTIMIZERS.values()], ids=lambda owner: owner.__name__)
def test_every_settings_class_gets_a_form_that_shows_its_values(owner: type, qtbot) -> None:
    form = SettingsForm(LIGHT)
    qtbot.addWidget(form)
    heard = []
    form.changed.connect(lambda name, value: heard.append(name))
    form.show_value(owner())
    assert list(form.rows) == list(limits(owner))
    assert heard == []


def test_typed_units_are_one_step(panel, editor, steps) -> None:
    panel.show_selection(("dense_1",))
    write(panel.form.rows["units"].field, "12")
    assert editor.document.graph.by_id["dense_1"].layer == Dense(12)
    assert steps(editor) == ["Change units"]
    assert "(2) → (12) · 36 parameters" in panel.facts.text()


def test_small_numbers_are_kept(panel, editor) -> None:
    panel.show_selection(("dense_1",))
    field = panel.form.rows["l2"].field
    write(field, "0.003")
    assert editor.document.graph.by_id["dense_1"].layer.l2 == 0.003
    write(field, "1e-5")
    assert editor.document.graph.by_id["dense_1"].layer.l2 == 1e-5
    assert field.text() == "1e−5"


def test_words_and_switches_are_steps(panel, editor, steps) -> None:
    panel.show_selection(("dense_1",))
    pick(panel.form.rows["activation"].field, "relu")
    QTest.keyClick(panel.form.rows["use_bias"].field, Qt.Key.Key_Space)
    layer = editor.document.graph.by_id["dense_1"].layer
    assert (layer.activation, layer.use_bias) == ("relu", False)
    assert steps(editor) == ["Change activation", "Change use bias"]


def test_a_shape_is_typed_as_text_and_a_wrong_one_is_forgotten(panel, editor) -> None:
    node_id = add(editor, Reshape((2, 1)))
    panel.show_selection((node_id,))
    field = panel.form.rows["target"].field
    assert field.text() == "2, 1"
    write(field, "4, 2")
    assert editor.document.graph.by_id[node_id].layer.target == (4, 2)
    write(field, "0, many")
    assert field.text() == "4, 2"
    assert editor.document.graph.by_id[node_id].layer.target == (4, 2)
    assert read_sizes("(8 × 8 × 1)") == (8, 8, 1)


def test_a_layer_can_be_renamed_and_an_empty_name_is_its_own_again(panel, editor, steps) -> None:
    panel.show_selection(("dense_1",))
    assert panel.name.text() == "Dense"
    write(panel.name, "hidden 1")
    assert editor.document.graph.by_id["dense_1"].name == "hidden 1"
    assert "Dense" in panel.facts.text()
    write(panel.name, " ")
    assert editor.document.graph.by_id["dense_1"].name == ""
    assert panel.name.text() == "Dense"
    assert steps(editor) == ["Rename layer", "Rename layer"]


def inked(field) -> list[int]:
    """How many pixels stand out from the ground in each column of the picture that has any, from the left."""
    # Of what lies behind it too, as a theme's field may be clear; without the frame, which some draw.
    inner = field.rect().adjusted(3, 3, -3, -3)
    picture = field.window().grab(QRect(field.mapTo(field.window(), inner.topLeft()), inner.size())).toImage()
    rows, columns = range(picture.height()), range(picture.width())
    # Most of it is ground, dark or light.
    lightness = [[picture.pixelColor(x, y).lightness() for y in rows] for x in columns]
    ground = median([value for column in lightness for value in column])
    counts = [sum(abs(value - ground) > 64 for value in column) for column in lightness]
    return [count for count in counts if count]


def test_a_long_name_ends_in_an_ellipsis_until_it_is_written(panel, editor) -> None:
    editor.apply("Rename", edits.rename(editor.document, "dense_1", "l" * 80))
    panel.show_selection(("dense_1",))
    panel.name.clearFocus()
    # Dots on the line are far lower than the letters before them.
    columns = inked(panel.name)
    assert columns[-1] <= max(columns) // 3
    panel.name.setFocus()
    assert panel.name.text() == "l" * 80
    editor.apply("Rename", edits.rename(editor.document, "dense_1", "lll"))
    panel.name.clearFocus()
    columns = inked(panel.name)
    assert columns[-1] > max(columns) // 3


def test_escape_forgets_a_name_that_is_being_typed(panel, editor, steps) -> None:
    panel.show_selection(("dense_1",))
    panel.name.setFocus()
    QTest.keyClicks(panel.name, "wrong")
    QTest.keyClick(panel.name, Qt.Key.Key_Escape)
    assert panel.name.text() == "Dense"
    panel.show_selection(())
    assert steps(editor) == []


def test_what_is_typed_belongs_to_the_node_that_was_selected(panel, editor) -> None:
    panel.show_selection(("dense_1",))
    field = panel.form.rows["units"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "5")
    panel.show_selection(("dense_2",))
    assert editor.document.graph.by_id["dense_1"].layer.units == 5
    assert editor.document.graph.by_id["dense_2"].layer.units == 1
    assert panel.form.rows["units"].field.text() == "1"


def test_several_of_one_kind_change_together(panel, editor, steps) -> None:
    panel.show_selection(("dense_1", "dense_2"))
    assert panel.title.text() == "2 layers selected"
    pick(panel.form.rows["activation"].field, "sigmoid")
    assert {editor.document.graph.by_id[i].layer.activation for i in ("dense_1", "dense_2")} == {"sigmoid"}
    assert steps(editor)[-1] == "Change activation"


def test_several_of_different_kinds_have_no_form(panel, editor) -> None:
    panel.show_selection(("dense_1", add(editor, LeakyReLU())))
    assert not panel.form.isVisible()
    assert panel.title.isVisible()


def test_data_says_its_inputs_and_output_what_it_needs(panel, editor) -> None:
    panel.show_selection((DATA,))
    assert "2 inputs\nx₁, x₂" in panel.facts.text()
    panel.show_selection((OUTPUT,))
    assert "Needs 1 value" in panel.facts.text()
    pick(panel.form.rows["loss"].field, "hinge")
    assert editor.document.graph.by_id[OUTPUT].layer == Output("hinge")
    editor.apply("Choose data", edits.set_data(editor.document, DataSettings("iris")))
    assert "Needs 3 values, one for each class" in panel.facts.text()


@pytest.mark.parametrize(
    ("data", "first", "greyed"),
    [
        ("circle", "mean_squared_error", set()),
        ("sine", "mean_squared_error", {name for name, loss in LOSSES.items() if "regression" not in loss.tasks}),
        (
            "iris",
            "sparse_categorical_crossentropy_logits",
            {"binary_crossentropy", "binary_crossentropy_logits"},
        ),
    ],
)
def test_losses_say_what_they_mean_the_usual_first_and_those_that_do_not_suit_greyed(
    panel, editor, data, first, greyed
) -> None:
    editor.apply("Choose data", edits.set_data(editor.document, DataSettings(data)))
    panel.show_selection((OUTPUT,))
    box = panel.form.rows["loss"].field
    rows = [box.model().item(row) for row in range(box.count())]
    assert {box.itemData(row) for row in range(box.count())} == set(LOSSES)
    assert box.itemData(0) == first
    assert {box.itemData(row) for row, item in enumerate(rows) if not item.isEnabled()} == greyed
    meanings = [item.data(MEANING) for item in rows if item.isEnabled()]
    assert meanings[0].startswith("recommended: ")
    assert len(set(meanings)) == len(meanings)
    assert box.currentData() == editor.document.graph.by_id[OUTPUT].layer.loss


def test_nothing_selected_shows_training_with_the_optimizer_s_own(panel, editor, steps) -> None:
    assert panel.training.isVisible()
    write(panel.training.optimizer.rows["momentum"].field, "0.9")
    assert editor.document.training.optimizer.momentum == 0.9
    editor.apply("x", edits.set_training(editor.document, TrainingSettings(OPTIMIZERS["Adam"]())))
    assert list(panel.training.optimizer.rows) == ["beta_1", "beta_2", "epsilon", "amsgrad"]
    assert panel.training.optimizer.rows["epsilon"].field.text() == "1e−7"
    assert not panel.training.settings.rows["clip_at"].isVisible()
    pick(panel.training.settings.rows["clipping"].field, "norm")
    assert panel.training.settings.rows["clip_at"].isVisible()
    assert steps(editor)[-1] == "Change gradient clipping"


def test_a_selected_layer_that_goes_away_leaves_the_panel(panel, editor) -> None:
    panel.show_selection(("dense_1",))
    editor.apply("Remove", edits.remove_nodes(editor.document, ("dense_1",)))
    assert panel.training.isVisible()


def test_another_theme_keeps_what_is_shown(panel, editor, steps) -> None:
    panel.show_selection(("dense_1",))
    panel.show_theme(DARK)
    assert panel.form.rows["units"].field.text() == "8"
    assert steps(editor) == []


def test_widgets_of_settings_that_are_gone_are_kept_by_nobody(panel, editor) -> None:
    for layer in (Dense(2, "relu"), LeakyReLU(), Output(), Dense(3)) * 3:
        panel.show_selection((add(editor, layer),) if not isinstance(layer, Output) else (OUTPUT,))
        panel.take_focus()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    # Of Qt's own parts, as the list of a combo box.
    parts = [one for one in gc.get_objects() if isinstance(one, QFrame) and not isValid(one)]
    assert parts == []
