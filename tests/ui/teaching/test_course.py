"""From the course page into a lesson, and what a lesson is handed in, packed and presented as."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from playground.lessons.handing_in import keep_shown, read_shown
from playground.ui import main_window
from playground.ui.theme import DARK

LESSON = """---
title: Made here
rows: B1
author: Ada
---
## First
Look.
```note
Ask the room **first**.
```
```goal
- more epochs | learning_rate >= 0.5
```
## Second
```question
In your words?
words: So.
```
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(main_window, "data_folder", lambda: tmp_path / "own layers")
    own = tmp_path / "lessons"
    own.mkdir()
    (own / "made.md").write_text(LESSON, encoding="utf-8")
    return tmp_path


@pytest.fixture
def course(window):
    QTest.mouseClick(window.course.places.buttons["learn"], Qt.MouseButton.LeftButton)
    return window.course


def own_card(course):
    return next(card for card in course.page.cards.values() if not card.entry.number)


def rate(window, value: float) -> None:
    window.toolbar.rate.chosen.emit(value)


def test_the_places_lead_to_the_page_and_back_by_mouse_and_keys(window, course, qtbot) -> None:
    assert course.is_shown
    assert course.places.buttons["learn"].isChecked()
    assert not window.canvas.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.canvas.isVisible()
    assert course.places.buttons["network"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert course.is_shown
    qtbot.keyClick(course.page, Qt.Key.Key_Escape)
    assert not course.is_shown


def test_a_card_opens_its_lesson_and_the_page_knows_what_was_done(window, course) -> None:
    card = own_card(course)
    assert card.entry.lesson.author == "Ada"
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not course.is_shown
    assert window.teaching.lesson.title == "Made here"
    rate(window, 1.0)
    window.teaching.go_to(1)
    course.show()
    assert (own_card(course).entry.share, own_card(course).entry.step) == (0.5, 1)
    own_card(course).again_asked.emit()
    assert window.teaching.number == 0
    course.show()
    assert own_card(course).entry.share == 0


def test_the_notes_of_the_step_follow_it_both_ways(window, course, qtbot) -> None:
    own_card(course).present_asked.emit()
    notes = course.presenter
    assert notes.isVisible()
    assert notes.notes == ["Ask the room **first**."]
    assert notes.next.text() == "Then: Second"
    qtbot.keyClick(notes, Qt.Key.Key_PageDown)
    assert window.teaching.number == 1
    assert notes.title.text() == "Second"
    window.teaching.go_to(0)
    assert notes.title.text() == "First"
    window.teaching.close()
    assert notes.isHidden()


def test_handed_in_is_one_file_with_the_name_the_tick_and_the_network(window, course, folder, monkeypatch) -> None:
    QTest.mouseClick(own_card(course), Qt.MouseButton.LeftButton)
    assert window.status.lesson.isHidden()
    rate(window, 1.0)
    asked = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("<script>Ada</script>", True))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), (str(folder / "ada"), ""))[1]
    )
    course.hand_in.trigger()
    assert Path(asked[0]).name == "Made here - _script_Ada__script_.html"
    text = (folder / "ada.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;Ada&lt;/script&gt;" in text
    assert "<script" not in text
    assert 'class="done">more epochs' in text
    assert text.count("data:image/png;base64,") == 2
    assert "1 of 1 goals reached" in text
    assert "Learning rate</td><td>1<" in text


def test_what_stood_there_when_a_goal_was_reached_is_still_there_in_another_window(window, course, folder) -> None:
    QTest.mouseClick(own_card(course), Qt.MouseButton.LeftButton)
    rate(window, 0.9)
    rate(window, 0.001)
    kept = read_shown(folder / "handing in" / "made.json")
    assert ("Learning rate", "0.9") in kept[0].settings
    assert kept[0].network.startswith(b"\x89PNG")
    keep_shown(folder / "again.json", kept)
    assert read_shown(folder / "again.json") == kept
    for damaged in ("", "[]", '{"0": 3}', '{"x": {}}', '{"0": {"network": "?", "curves": "", "settings": []}}'):
        (folder / "again.json").write_text(damaged)
        assert read_shown(folder / "again.json") == {}


def test_the_open_lesson_is_packed_into_one_file(window, course, folder, monkeypatch) -> None:
    QTest.mouseClick(own_card(course), Qt.MouseButton.LeftButton)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "made"), ""))
    course.pack_lesson.trigger()
    assert ZipFile(folder / "made.lesson").namelist() == ["made.md"]


def test_the_page_speaks_the_language_that_is_chosen_there_and_takes_the_theme(window, course) -> None:
    title = next(card for card in course.page.cards.values() if card.entry.number).entry.lesson.title
    QTest.mouseClick(course.page.head.languages.buttons["zh_CN"], Qt.MouseButton.LeftButton)
    assert title not in {card.entry.lesson.title for card in course.page.cards.values()}
    before = course.page.grab().toImage()
    window.show_theme(DARK)
    assert course.page.grab().toImage() != before


def test_the_status_bar_says_which_lesson_of_the_course_is_open(window, course) -> None:
    card = next(card for card in course.page.cards.values() if card.entry.number == 13)
    course.page.opened.emit(card.entry, 0)
    assert (window.status.lesson.isVisible(), window.status.lesson.text()) == (True, "Lesson 13 of 26")
    window.teaching.close()
    assert window.status.lesson.isHidden()


def test_on_the_page_that_one_begins_on_no_place_is_chosen(window) -> None:
    window.welcome.show()
    assert not any(button.isChecked() for button in window.course.places.buttons.values())
    QTest.mouseClick(window.course.places.buttons["network"], Qt.MouseButton.LeftButton)
    assert [name for name, button in window.course.places.buttons.items() if button.isChecked()] == ["network"]


def test_a_lesson_that_cannot_be_written_is_not_said_to_be_closed(window, folder, monkeypatch) -> None:
    (folder / "file").write_text("no folder", encoding="utf-8")
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(window.files, "_complain", lambda *words: told.append(words))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "file" / "mine.md"), ""))
    window.library.new_lesson.trigger()
    assert told == [("mine.md could not be written.", "A part of the path is a file, not a folder")]
