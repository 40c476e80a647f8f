"""The start page: what it shows, plays, and asks for; and the tour that begins there."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from playground.document import examples
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.frames.run import Status
from playground.ui.assets import asset
from playground.ui.settings import Settings
from playground.ui.start.coach import place_below
from playground.ui.start.films import read_film
from playground.ui.start.grid import cells
from playground.ui.start.new_data import NewData
from playground.ui.texts.start import LINK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def started(open_window):
    """A window with its start page."""

    def start(**settings):
        window = open_window(settings=replace(Settings(), **settings))
        window.welcome.show()
        QTest.qWait(10)
        return window

    return start


@pytest.mark.parametrize("columns", [1, 4, 7])
def test_sections_follow_each_other_and_one_without_room_begins_a_row(columns):
    sections = [list("abcdefg"), list("hijk"), list("lm"), list("n")]
    found = cells(sections, columns)
    assert list(found) == list("abcdefghijklmn")
    assert len(set(found.values())) == len(found)
    assert all(column < columns for column, _ in found.values())
    if columns == 7:
        assert [found[name] for name in "ahln"] == [(0, 0), (0, 1), (4, 1), (6, 1)]


@pytest.mark.parametrize("name", examples.names())
def test_every_example_has_a_film_that_ends_with_what_it_has_learned(name):
    film = read_film(asset("films"), name)
    assert film is not None
    if film.epochs:
        assert len(film.frames) == len(film.epochs) == 18
        assert film.epochs[0] == 0
        assert all(a <= b for a, b in itertools.pairwise(film.epochs))
        assert film.frames[0] != film.frames[-1]


def test_a_damaged_film_is_none(tmp_path):
    (tmp_path / "circle.npz").write_bytes(b"PK\x03\x04 nonsense")
    assert read_film(tmp_path, "circle") is None
    assert read_film(tmp_path, "no such example") is None


def test_the_page_takes_the_place_of_all_but_the_status_bar_and_escape_leaves_it(started):
    window = started()
    assert window.welcome.page.isVisible()
    assert window.status.isVisible()
    assert not window.canvas.isVisible()
    assert not window.toolbar.isVisible()
    QTest.keyClick(window.welcome.page, Qt.Key.Key_Escape)
    assert window.canvas.isVisible()
    assert window.canvas.hasFocus()


def test_play_by_its_keys_leaves_the_page(started):
    window = started()
    window.trainer.status = Status("training")
    window.show_newest()
    assert window.canvas.isVisible()


def test_an_example_is_opened_by_a_click_and_by_the_keys(started):
    window = started()
    tiles = window.welcome.page.grid.tiles
    assert set(tiles) == {*examples.names(), LINK}
    QTest.mouseClick(tiles["gauss"], LEFT)
    assert window.editor.document.data.name == "gauss"
    assert window.canvas.isVisible()
    window.welcome.show()
    tiles["circle"].setFocus()
    QTest.keyClick(tiles["circle"], Qt.Key.Key_Right)
    QTest.keyClick(tiles["xor"], Qt.Key.Key_Return)
    assert window.editor.document.data.name == "xor"


def test_a_tile_plays_its_film_once_and_says_the_epoch_meanwhile(started, qtbot):
    tile = started().welcome.page.grid.tiles["circle"]
    assert tile.line == "a first network"
    tile.play()
    assert tile.line == "epoch 0 of 62"
    qtbot.waitUntil(lambda: tile.at > 0)
    qtbot.waitUntil(lambda: tile.at == -1, timeout=4_000)
    assert tile.line == "a first network"


def test_recent_files_open_and_one_that_is_gone_is_taken_out_by_del(started, tmp_path):
    path = tmp_path / "mine.playground"
    path.write_bytes(asset("examples/spiral.playground").read_bytes())
    window = started(recent=(str(path), str(tmp_path / "gone.playground")), tour_done=True)
    there, gone = window.welcome.page.recent.rows
    assert (there.is_there, there.film is not None) == (True, True)
    assert gone.line == "not found"
    QTest.keyClick(gone, Qt.Key.Key_Delete)
    assert window.recent_menu.paths == (str(path),)
    QTest.mouseClick(window.welcome.page.strip.button, LEFT)
    assert window.files.path == path
    assert window.canvas.isVisible()


def test_an_empty_canvas_asks_for_data_and_offers_the_first_steps(started, qtbot):
    window = started()
    QTest.mouseClick(window.welcome.page.empty, LEFT)
    dialog = window.findChild(NewData)
    QTest.mouseClick(dialog.thumbnails["moons"], LEFT)
    document = window.editor.document
    assert (document.data.name, document.graph.edges) == ("moons", ())
    assert {node.id for node in document.graph.nodes} == {DATA, OUTPUT}
    assert window.canvas.first_steps.isVisible()
    QTest.mouseClick(window.canvas.first_steps.connecting, LEFT)
    assert [(edge.source, edge.target) for edge in window.editor.document.graph.edges] == [(DATA, OUTPUT)]
    assert not window.canvas.first_steps.isVisible()
    window.editor.undo()
    QTest.mouseClick(window.canvas.first_steps.adding, LEFT)
    QTest.keyClicks(window.canvas.quick_add.search, "dense")
    QTest.keyClick(window.canvas.quick_add.search, Qt.Key.Key_Return)
    joined = {(edge.source, edge.target) for edge in window.editor.document.graph.edges}
    assert joined == {(DATA, "dense_1"), ("dense_1", OUTPUT)}
    boxes = window.canvas.canvas.boxes()
    assert boxes[DATA].x < boxes["dense_1"].x < boxes[OUTPUT].x
    assert not any(a.meets(b) for a, b in itertools.combinations(boxes.values(), 2))


def test_the_tour_goes_on_by_what_is_done_and_ends_for_good(started):
    window = started()
    QTest.mouseClick(window.welcome.page.strip.button, LEFT)
    welcome = window.welcome
    assert (welcome.step, welcome.coach.isVisible()) == ("data", True)
    QTest.mouseClick(welcome.coach.next, LEFT)
    assert welcome.step == "play"
    welcome.show_status(Status("training"))
    assert welcome.step == "neuron"
    document = window.editor.document
    window.editor.apply("Grow", edits.set_layer(document, "dense_1", Dense(5)))
    assert welcome.step == "spiral"
    window.editor.apply("Choose data", edits.choose_data(window.editor.document, "spiral"))
    assert (welcome.step, welcome.coach.isVisible()) == ("", False)
    window.editor.mark_saved()
    window.close()
    assert window.settings.tour_done


@pytest.mark.parametrize("target", [QRect(10, 40, 38, 38), QRect(990, 300, 20, 20), QRect(400, 690, 50, 20)])
def test_a_bubble_stays_inside_and_its_tip_stands_under_what_it_points_at(target):
    room, size = QRect(0, 0, 1024, 720), QSize(216, 150)
    at, tip = place_below(target, size, room)
    assert room.contains(QRect(at, size))
    if room.adjusted(30, 0, -30, 0).contains(target):
        assert abs(at.x() + tip - target.center().x()) <= 1
    assert isinstance(at, QPoint)
