"""The course page, by mouse and keys."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from playground.lessons.course import NUMBERS, Entry
from playground.lessons.lesson import Fault, Lesson, Step
from playground.ui.lessons.course.page import CoursePage
from playground.ui.lessons.course.pictures import PICTURES
from playground.ui.style import style_sheet
from playground.ui.theme import DARK, LIGHT

ROWS = {7: ("A10",), 11: ("B1",), 12: ("B2", "C1"), 13: ("B3",), 14: ("B4",), 15: ("B5",)}
KEY = Qt.Key


def entry(number: int, **others) -> Entry:
    steps = tuple(Step(1, title, ()) for title in ("What it is", "Turn one weight"))
    title = "Broadcasting" if number == 7 else f"Lesson {number}"
    lesson = Lesson(f"{number:02d}-x", title, steps, ROWS.get(number, ()), row_steps=(("C1", 2),), minutes=10)
    lesson = replace(lesson, summary=f"About {number}.", needs=("B3",) if number == 14 else ())
    return replace(Entry(lesson, Path(f"{number}.md"), number), **others)


@pytest.fixture
def page(qtbot) -> CoursePage:
    made = CoursePage(LIGHT)
    made.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(made)
    made.resize(1440, 845)
    entries = [entry(7), *(entry(number, done=number < 13) for number in range(11, 25))]
    entries[3] = entry(13, step=1, share=0.5, seen=time.time() - 720)
    made.show_entries(entries, "en")
    made.show()
    qtbot.waitExposed(made)
    return made


def card(page: CoursePage, number: int):
    return next(card for card in page.cards.values() if card.entry.number == number)


def opened(page: CoursePage) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    page.opened.connect(lambda entry, step: seen.append((entry.number, step)))
    return seen


def test_it_tells_how_much_is_done_and_goes_on_where_one_was(page, qtbot) -> None:
    seen = opened(page)
    assert page.head.count.text() == "2 of 15 · about 2 h 5 min to go"
    assert page.head.go_on.when.text() == "Where you were, 12 min ago"
    assert page.head.go_on.step.text() == "Step 2 of 2 · Turn one weight"
    qtbot.mouseClick(page.head.go_on.button, Qt.MouseButton.LeftButton)
    assert seen == [(13, 1)]


def test_before_the_first_lesson_it_says_where_to_begin_and_after_the_last_nothing(page) -> None:
    page.show_entries([entry(11), entry(12)], "en")
    assert (page.head.go_on.when.text(), page.head.go_on.title.text()) == ("Begin with", "Lesson 11")
    assert page.head.go_on.button.text() == "Begin"
    page.show_entries([entry(11, done=True)], "en")
    assert page.head.go_on.isHidden()
    assert page.head.count.text() == "1 of 1"


def test_a_click_or_enter_opens_a_lesson_where_one_was(page, qtbot) -> None:
    seen = opened(page)
    qtbot.mouseClick(card(page, 11), Qt.MouseButton.LeftButton)
    card(page, 13).setFocus()
    qtbot.keyClick(card(page, 13), KEY.Key_Return)
    assert seen == [(11, 0), (13, 1)]


def test_arrows_walk_the_grid_from_one_part_into_the_next(page, qtbot) -> None:
    card(page, 7).setFocus()
    walked = []
    for way in ("Down", "Right", "Right", "Down", "Left", "Up", "Up", "Up"):
        qtbot.keyClick(page.focusWidget(), KEY[f"Key_{way}"])
        walked.append(page.focusWidget().entry.number)
    assert walked == [11, 12, 13, 18, 17, 12, 7, 7]


def test_a_row_is_filled_where_it_is_learned_and_leads_to_the_step_that_shows_it(page, qtbot) -> None:
    seen = opened(page)
    chips = {row: chip for group in page.groups.values() for row, chip in group.rows.chips.items()}
    assert len(chips) == 33
    qtbot.mouseClick(chips["C1"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips["B3"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips["A1"], Qt.MouseButton.LeftButton)
    assert seen == [(12, 1), (13, 0)]
    assert chips["A1"].toolTip().endswith("It comes later.")
    filled, bare = (chips[row].grab().toImage().pixelColor(4, 4) for row in ("B1", "B3"))
    assert filled != bare


def test_the_search_finds_by_name_or_row_and_says_where_to_look_when_nothing_is_found(page, qtbot) -> None:
    seen = opened(page)
    qtbot.keyClicks(page.head.search, "b3")
    assert [one.entry.number for one in page.cards.values() if one.isVisible()] == [13]
    qtbot.keyClick(page.head.search, KEY.Key_Return)
    assert seen == [(13, 1)]
    qtbot.keyClicks(page.head.search, "zzz")
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Nothing here; A10 is Broadcasting."
    qtbot.keyClick(page.head.search, KEY.Key_Escape)
    assert page.head.search.text() == ""
    assert card(page, 24).isVisible()
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.head.search, KEY.Key_Escape)


def test_what_a_lesson_builds_on_is_advice_and_no_lock(page, qtbot) -> None:
    seen = opened(page)
    assert "It builds on B3, Lesson 13, which is still to come." in card(page, 14).toolTip()
    qtbot.mouseClick(card(page, 14), Qt.MouseButton.LeftButton)
    assert seen == [(14, 0)]


def test_the_right_button_offers_to_start_again_to_present_and_to_hand_in(page, qtbot) -> None:
    asked = []
    for signal in (page.again_asked, page.present_asked, page.hand_in_asked):
        signal.connect(lambda entry: asked.append(entry.number))
    menu: QMenu = card(page, 13).menu()
    for action in menu.actions():
        action.trigger()
    assert asked == [13, 13, 13]


def test_lessons_of_ones_own_come_last_with_author_or_fault(page, qtbot) -> None:
    own = Entry(Lesson("noise", "On noise", (Step(1, "s", ()),), author="Ada"), Path("own/noise.md"))
    bad = replace(own, path=Path("own/bad.md"), faults=(Fault(12, "no_goal"),))
    page.show_entries([entry(11), own, bad], "en")
    assert [one.entry for one in page.groups["own"].cards] == [own, bad]
    assert "line 12" in page.cards["own/bad.md"].toolTip()
    for button, signal in ((page.own.open, page.open_asked), (page.own.new, page.new_asked)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "columns"), [(1440, 5), (1280, 4), (1024, 3)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(page, width: int, columns: int) -> None:
    page.resize(width, 600)
    QTest.qWait(20)
    for group in (page.groups[part] for part in NUMBERS):
        assert group.columns == columns
        assert all(group.rect().contains(one.geometry()) for one in group.cards)
    head = page.head
    for part in (head.go_on, head.search, head.languages, head.count):
        assert head.rect().contains(part.rect().translated(part.mapTo(head, QPoint(0, 0))))


def test_the_language_of_the_lessons_is_chosen_there(page, qtbot) -> None:
    with qtbot.waitSignal(page.language_chosen) as asked:
        qtbot.mouseClick(page.head.languages.buttons["zh_CN"], Qt.MouseButton.LeftButton)
    assert asked.args == ["zh_CN"]


def test_every_lesson_of_the_course_has_a_picture_which_follows_the_theme(page) -> None:
    assert set(PICTURES) == {number for part in NUMBERS.values() for number in part}
    before = {number: card(page, number).grab().toImage() for number in range(11, 25)}
    page.show_theme(DARK)
    assert all(card(page, number).grab().toImage() != before[number] for number in before)
    assert len({image.copy(15, 23, 56, 56).constBits().tobytes() for image in before.values()}) == len(before)
