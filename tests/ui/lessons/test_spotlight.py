"""The ring stands round the control wherever it goes, the bubble never over it, and clicks go through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from playground.ui.lessons.spotlight import STAYS_MS, Spot, Spotlight, place_bubble
from playground.ui.theme import DARK, LIGHT

ROOM = QRect(2, 2, 1276, 716)


@given(st.integers(2, 1200), st.integers(2, 680), st.integers(10, 900), st.integers(10, 500), st.integers(40, 200))
def test_a_bubble_stays_in_the_room_and_off_its_target_where_one_side_has_room(x, y, width, height, high) -> None:
    ring, size = QRect(x, y, width, height) & ROOM, QSize(232, high)
    bubble = place_bubble(ring, size, ROOM)
    assert ROOM.contains(bubble)
    free = max(ring.left() - ROOM.left(), ROOM.right() - ring.right()) >= 232 + 20
    if free or max(ring.top() - ROOM.top(), ROOM.bottom() - ring.bottom()) >= high + 20:
        assert not bubble.intersects(ring)


@given(st.lists(st.tuples(st.integers(100, 1100), st.integers(200, 400)), min_size=1, max_size=5))
def test_a_bubble_covers_no_card_where_it_can_stand_above_or_below_them_all(corners) -> None:
    cards = [QRect(QPoint(*corner), QSize(110, 120)) for corner in corners]
    ring = QRect(560, 300, 100, 40)
    bubble = place_bubble(ring, QSize(232, 90), ROOM, cards)
    assert ROOM.contains(bubble)
    assert not any(bubble.intersects(one) for one in (ring, *cards))


@pytest.fixture
def room(qtbot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    window.button = QPushButton("Play", window)
    window.button.setGeometry(300, 200, 100, 30)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def light(room) -> Spotlight:
    made = Spotlight(LIGHT, room)
    made.point_at(lambda: Spot(room.button, room.button.rect()) if room.button.isVisible() else None, "Press **this**.")
    return made


def pixel(room: QWidget, at: QPoint) -> str:
    return room.grab().toImage().pixelColor(at).name()


def test_the_ring_follows_its_control_and_goes_with_it(room, light, qtbot) -> None:
    assert light.target.contains(room.button.geometry())
    assert pixel(room, QPoint(350, light.target.top())) == LIGHT.accent
    room.button.move(500, 420)
    qtbot.waitUntil(lambda: light.target.contains(room.button.geometry()))
    room.button.hide()
    qtbot.waitUntil(lambda: light.isHidden())
    room.button.show()
    qtbot.waitUntil(lambda: light.isVisible())


def test_what_its_words_are_measured_with_goes_too(room, light, monkeypatch) -> None:
    # 20 kB each time, as Qt's copies belong to nobody.
    clone, copies = QTextDocument.clone, []

    def cloned(page: QTextDocument) -> QTextDocument:
        copies.append(clone(page))
        return copies[-1]

    monkeypatch.setattr(QTextDocument, "clone", cloned)
    for x in (100, 500):
        room.button.move(x, 420)
        light.place()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(copy) for copy in copies] == [False, False]


@pytest.mark.parametrize(
    "words", ["每条线就是一个权值。点一下上面那条，输入1，按回车。", "Each line is one weight: $w_1$. Click it."]
)
def test_words_stand_side_by_side_in_either_language(room, light, words) -> None:
    light.point_at(lambda: Spot(room.button, room.button.rect()), words)
    assert 150 < light.bubble.width() <= 232
    assert light.bubble.height() < 110


def test_a_click_goes_through_ring_and_bubble(room, light, qtbot) -> None:
    behind = QPushButton("Behind", room)
    behind.setGeometry(light.bubble)
    behind.show()
    light.raise_()
    for button in (room.button, behind):
        middle = room.mapToGlobal(button.geometry().center())
        with qtbot.waitSignal(button.clicked):
            qtbot.mouseClick(room.childAt(room.mapFromGlobal(middle)), Qt.MouseButton.LeftButton)


def test_it_paints_nothing_while_nothing_moves(room, light, monkeypatch) -> None:
    QTest.qWait(80)
    painted: list[object] = []
    monkeypatch.setattr(light, "update", lambda *_: painted.append(1))
    monkeypatch.setattr(light, "setGeometry", lambda *_: painted.append(2))
    QTest.qWait(220)
    assert not painted


def test_reached_it_is_green_for_a_moment_and_then_fades(room, light, qtbot) -> None:
    light.show_reached()
    assert pixel(room, QPoint(330, light.target.top())) == LIGHT.good
    with qtbot.waitSignal(light.faded, timeout=STAYS_MS + 2_000):
        pass
    assert light.isHidden()
    light.show_reached()
    assert light.isHidden()


def test_it_takes_the_colours_of_the_theme(room, light) -> None:
    light.show_theme(DARK)
    assert pixel(room, QPoint(350, light.target.top())) == DARK.accent


def test_in_a_window_of_its_own_the_ring_is_there(room, light, qtbot) -> None:
    other = QWidget()
    other.resize(400, 300)
    qtbot.addWidget(other)
    room.button.setParent(other)
    room.button.move(20, 20)
    other.show()
    room.button.show()
    qtbot.waitUntil(lambda: light.window() is other and light.isVisible())
    light.leave()
    light.setParent(room)


def test_words_open_no_file(room, light, tmp_path) -> None:
    red = QImage(60, 60, QImage.Format.Format_RGB32)
    red.fill("#ff0000")
    assert red.save(str(tmp_path / "red.png"))
    light.point_at(
        lambda: Spot(room.button, room.button.rect()), f"![]({(tmp_path / 'red.png').as_uri()}) <img src='x'>"
    )
    image = room.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, 800, 4) for y in range(0, 600, 4)}
    assert "#ff0000" not in seen
    assert LIGHT.panel in seen
    assert "<img" in light.accessibleName()
