"""Fields that lose no digits and make one gesture one change; icons and style."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from playground.ui.assets import FOLDER, asset
from playground.ui.icons import app_icon, icon
from playground.ui.style import style_sheet
from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.widgets.number_box import NumberBox, field_text, next_round, read_number
from playground.ui.widgets.parts import FormRow, Switch
from playground.ui.widgets.slider import Slider

COMMANDS = (
    "play", "pause", "step", "reset", "undo", "redo", "sun", "moon", "search", "plus", "minus", "close", "camera",
    "fullscreen", "chevron-up", "chevron-down", "chevron-left", "chevron-right", "check", "warning", "data",
)  # fmt: skip


@pytest.fixture
def box(qtbot):
    """A learning rate beside another field, shown and without focus."""
    window = QWidget()
    column = QVBoxLayout(window)
    made, other = NumberBox(0.03, 0.0, 10.0), NumberBox(1, 0, 10, whole=True)
    column.addWidget(other)
    column.addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    other.setFocus()
    made.window_ = window
    made.seen = []
    made.moved.connect(lambda value: made.seen.append(("moved", value)))
    made.finished.connect(lambda value: made.seen.append(("finished", value)))
    made.cancelled.connect(lambda: made.seen.append(("cancelled",)))
    return made


def write(box: NumberBox, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.003, "0.003"),
        (1e-5, "1e−5"),
        (1.23456e-5, "1.23456e−5"),
        (1e-7, "1e−7"),
        (8.0, "8"),
        (0.0, "0"),
        (0.9999, "0.9999"),
    ],
)
def test_numbers_are_shown_with_all_their_digits(value: float, shown: str) -> None:
    assert field_text(value) == shown
    assert read_number(shown) == value


@pytest.mark.parametrize(
    ("words", "value"), [("0,003", 0.003), ("1e-5", 1e-5), ("10 %", 10), ("−2", -2), ("x", None), ("nan", None)]
)
def test_numbers_are_read_as_people_write_them(words: str, value: float | None) -> None:
    assert read_number(words) == value


def test_steps_go_to_round_numbers() -> None:
    assert next_round(0.03, 1) == 0.04
    assert next_round(0.9, 1) == 1.0
    assert next_round(1.0, -1) == 0.9
    assert next_round(0.035, -1) == 0.03
    assert next_round(0.0, 1, smallest=0.001) == 0.001
    assert next_round(0.001, -1, smallest=0.001) == 0.0


def test_a_small_number_that_is_typed_stays(box: NumberBox) -> None:
    write(box, "0.003")
    assert box.seen == [("finished", 0.003)]
    assert box.text() == "0.003"
    write(box, "1e-5")
    assert box.value == 1e-5


def test_what_is_no_number_is_marked_and_forgotten(box: NumberBox) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "many")
    assert box.property("wrong") is True
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "0.03"
    assert box.property("wrong") is False
    assert box.seen == []


def test_a_number_out_of_reach_is_brought_back(box: NumberBox) -> None:
    write(box, "400")
    assert box.seen == [("finished", 10.0)]


def test_leaving_without_a_change_tells_nothing_and_keeps_hidden_digits(box: NumberBox) -> None:
    box.set_value(0.123456789)
    box.setFocus()
    box.clearFocus()
    assert box.value == 0.123456789
    assert box.seen == []


def test_a_key_held_down_is_one_change(box: NumberBox) -> None:
    box.setFocus()
    for _ in range(3):
        QTest.keyPress(box, Qt.Key.Key_Up)
    QTest.keyRelease(box, Qt.Key.Key_Up)
    assert box.seen == [("moved", 0.04), ("moved", 0.05), ("moved", 0.06), ("finished", 0.06)]


def test_escape_takes_the_way_back(box: NumberBox) -> None:
    box.setFocus()
    QTest.keyPress(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.value == 0.03
    assert box.seen[-1] == ("cancelled",)


def test_a_drag_moves_and_its_release_finishes(box: NumberBox) -> None:
    middle = box.rect().center()
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=middle)
    for across in (6, 12, 18):
        QTest.mouseMove(box, middle + QPoint(across, 0))
        QApplication.processEvents()
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=middle + QPoint(18, 0))
    assert box.seen[-1] == ("finished", 0.06)
    assert [kind for kind, *_ in box.seen].count("finished") == 1


def test_a_click_lets_one_type(box: NumberBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    QTest.keyClicks(box, "0.5")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.seen == [("finished", 0.5)]


def wheel(box: NumberBox) -> None:
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)


def test_the_wheel_is_for_the_field_with_focus_only(box: NumberBox, qtbot) -> None:
    wheel(box)
    assert box.seen == []
    box.setFocus()
    with qtbot.waitSignal(box.finished):
        wheel(box)
        wheel(box)
    assert box.seen == [("moved", 0.04), ("moved", 0.05), ("finished", 0.05)]


def test_setting_a_value_tells_nothing_and_spares_what_is_being_typed(box: NumberBox) -> None:
    box.set_value(0.5)
    assert box.text() == "0.5"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.7")
    box.set_value(0.5)
    assert box.text() == "0.7"
    assert box.seen == []


def test_a_whole_number_takes_no_fraction(qtbot) -> None:
    box = NumberBox(8, 1, 4096, step=1, whole=True)
    qtbot.addWidget(box)
    write(box, "2.5")
    assert box.value == 8
    write(box, "1,024")
    assert box.value == 1024
    assert isinstance(box.value, int)


def test_a_unit_is_shown_and_need_not_be_typed(qtbot) -> None:
    box = NumberBox(10.0, 0.0, 50.0, step=5, suffix="%")
    qtbot.addWidget(box)
    assert box.text() == "10 %"
    write(box, "25")
    assert box.text() == "25 %"
    write(box, "30 %")
    assert box.value == 30


def test_a_switch_turns_on_a_click_anywhere_and_on_space(qtbot) -> None:
    switch = Switch()
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_a_form_row_names_its_field_for_screen_readers(qtbot) -> None:
    field = NumberBox(1, 0, 2)
    row = FormRow("Units", field, "How many neurons the layer has.")
    qtbot.addWidget(row)
    assert field.accessibleName() == "Units"
    assert field.toolTip() == "How many neurons the layer has."


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_icon_in_the_colour_asked_for(name: str, qtbot) -> None:
    assert not icon(name, LIGHT).isNull()
    picture = icon(name, LIGHT, "#ff0000").pixmap(QSize(24, 24), 2.0).toImage()
    assert (picture.width(), picture.height()) == (48, 48)
    inked = [picture.pixelColor(x, y) for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all(colour.red() > 200 and colour.green() < 40 for colour in inked)


def test_an_icon_that_is_disabled_is_paler_and_keeps_its_shape_in_any_room(qtbot) -> None:
    made = icon("play", LIGHT, "#ff0000")
    pictures = [made.pixmap(QSize(40, 24), 1.0, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)]
    strong, pale = ([[picture.pixelColor(x, y).alpha() for x in range(40)] for y in range(24)] for picture in pictures)
    assert max(map(max, pale)) == pytest.approx(0.35 * max(map(max, strong)), abs=2)
    assert all(row[:8] == row[-8:] == [0] * 8 for row in strong)


def test_icons_take_their_colour_from_the_theme() -> None:
    for path in FOLDER.glob("icons/layers/*.svg"):
        assert "currentColor" in path.read_text(encoding="utf-8")
    assert not app_icon().isNull()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_and_its_pictures_exist(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    for part in sheet.split('url("')[1:]:
        assert asset(part.split('"')[0]).is_file()


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""

    def light(colour: str) -> float:
        channels = QColor(colour).getRgbF()[:3]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_what_it_stands_on(theme: Theme) -> None:
    for ink in (theme.ink, theme.muted, theme.accent, theme.train, theme.validation, theme.problem):
        assert contrast(ink, theme.panel) >= 4.5
    assert contrast(theme.ink, theme.hover) >= 4.5
    assert contrast(theme.note_ink, theme.note) >= 4.5


@pytest.mark.parametrize("place", [0, 37, 150, 263, 300])
def test_a_click_on_a_slider_jumps_there_and_drags_on(place: int, qtbot) -> None:
    slider = Slider()
    qtbot.addWidget(slider)
    slider.resize(300, 24)
    slider.setMaximum(1_000)
    slider.show()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(min(place, 299), 12))
    assert slider.value() == pytest.approx(place / 300 * 1_000, abs=30)
    assert slider.isSliderDown()
    QTest.mouseMove(slider, QPoint(150, 12))
    assert slider.value() == pytest.approx(500, abs=30)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(150, 12))


def test_a_word_may_stand_for_0_and_is_read_as_it(qtbot) -> None:
    box = NumberBox(0, 0, 8, whole=True, step=1)
    qtbot.addWidget(box)
    box.zero = "auto"
    box.set_value(0)
    assert box.text() == "auto"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.text(), box.value) == ("1", 1)
    box.selectAll()
    QTest.keyClicks(box, "auto")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.text(), box.value) == ("auto", 0)
