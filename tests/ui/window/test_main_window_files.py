"""Files, exports and closing, from the window."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from playground.document.edits import edits
from playground.document.examples import example
from playground.document.files import file
from playground.frames.comparing import Apart, Comparison, LayerDifference
from playground.frames.formats import FORMATS
from playground.frames.reply import Failure, Reply
from playground.frames.run import Status
from playground.ui.assets import asset
from playground.ui.panels.notices.changed import ChangedBar
from playground.ui.settings import MOST_RECENT

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def commands(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_opened_files_are_remembered_newest_first(window, tmp_path) -> None:
    paths = [tmp_path / f"{place}.playground" for place in range(MOST_RECENT + 2)]
    for path in paths:
        file.write(example("xor", asset("examples")), path)
        window.files.open(path)
    window.files.open(paths[5])
    names = [path.name for path in (paths[5], *reversed([path for path in paths if path != paths[5]]))]
    assert commands(window.recent_menu) == names[:MOST_RECENT]
    window.recent_menu.actions()[1].trigger()
    assert window.files.path == paths[-1]


def test_a_recent_file_that_is_gone_is_forgotten(window, tmp_path, told) -> None:
    path = tmp_path / "mine.playground"
    file.write(example("xor", asset("examples")), path)
    window.files.open(path)
    path.unlink()
    window.recent_menu.actions()[0].trigger()
    assert told == ["mine.playground cannot be opened. There is no such file."]
    assert not window.recent_menu.isEnabled()


def test_saving_under_a_new_name_is_remembered_too(window, tmp_path) -> None:
    window.files.path = tmp_path / "mine.playground"
    window.files.save()
    assert commands(window.recent_menu) == ["mine.playground"]


def test_a_project_dropped_anywhere_opens_and_starts_anew(window, tmp_path, qtbot) -> None:
    path = tmp_path / "new.playground"
    file.write(example("iris", asset("examples")), path)
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(name)) for name in (tmp_path / "notes.txt", path)])
    place = window.rect().center()
    entered = QDragEnterEvent(place, copy, data, LEFT, NONE)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, LEFT, NONE))
    qtbot.waitUntil(lambda: window.files.path == path)
    assert window.editor.document == example("iris", asset("examples"))
    assert window.trainer.told == ["begin"]
    assert window.canvas.selected_nodes() == ("dense_1",)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("net.IPYNB", "This is a notebook."),
        ("notes.txt", "This is not a project file"),
    ],
)
def test_what_cannot_be_opened_is_answered_when_it_is_dropped(name, what, window, tmp_path, told, qtbot) -> None:
    before, data, place = window.editor.document, QMimeData(), window.rect().center()
    (tmp_path / name).write_bytes(b"1,2")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    entered = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, NONE))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith(f"{name} cannot be opened. {what}")
    assert window.editor.document is before


def keras_json(kind):
    first = {"name": "first", "units": 3, "activation": "relu", "batch_input_shape": [None, 2]}
    layers = [{"class_name": "Dense", "config": first}, {"class_name": kind, "config": {"name": "last", "units": 1}}]
    return json.dumps({"class_name": "Sequential", "config": {"layers": layers}})


def test_a_strangers_network_opens_beside_what_of_it_is_another_here(window, tmp_path, qtbot) -> None:
    (tmp_path / "theirs.json").write_text(keras_json("Dense"))
    assert window.files.open(tmp_path / "theirs.json")
    qtbot.waitUntil(lambda: window.files.title == "theirs", timeout=30_000)
    assert [node.layer.kind for node in window.editor.document.graph.nodes] == ["Data", "Dense", "Dense", "Output"]
    assert window.files.path is None
    assert window.files.unsaved
    assert window.trainer.told == ["begin"]
    assert "The file holds no weights" in window.notice.words.text()


def test_a_strangers_file_is_refused_by_its_layer(window, tmp_path, told, qtbot) -> None:
    before = window.editor.document
    (tmp_path / "theirs.json").write_text(keras_json("Lambda"))
    window.files.open(tmp_path / "theirs.json")
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "“last”" in told[0]
    assert "Lambda" in told[0]
    assert window.editor.document is before


def test_an_export_tells_how_it_went(window, tmp_path, monkeypatch, told) -> None:
    monkeypatch.setattr(window.files, "ask_export", lambda *_: tmp_path / "net.keras")
    window.exporting.export(FORMATS["keras"])
    assert window.trainer.exported == [tmp_path / "net.keras"]
    window.trainer.reply = Reply(tmp_path / "net.keras")
    window.show_newest()
    assert window.status.state.text() == "net.keras written."
    window.trainer.reply = Reply(tmp_path / "net.keras", Failure(28, "No space left on device"))
    window.show_newest()
    assert told == ["net.keras could not be written. The disk is full"]


def test_an_unfinished_network_is_not_exported_as_an_older_one(window, tmp_path, monkeypatch, told) -> None:
    monkeypatch.setattr(window.files, "ask_export", lambda *_: tmp_path / "net.keras")
    window.trainer.status = Status("unfinished")
    window.exporting.export(FORMATS["keras"])
    assert window.trainer.exported == []
    assert "The network is not finished" in told[0]


def test_a_picture_of_the_window_is_written_or_told_of(window, tmp_path, monkeypatch, told) -> None:
    monkeypatch.setattr(window.files, "ask_export", lambda *_: tmp_path / "window.png")
    window.exporting.export(FORMATS["picture"])
    assert (tmp_path / "window.png").stat().st_size > 10_000
    assert window.status.state.text() == "window.png written."
    monkeypatch.setattr(window.files, "ask_export", lambda *_: tmp_path / "window.png" / "window.png")
    window.exporting.export(FORMATS["picture"])
    assert told == ["window.png could not be written. A part of the path is a file, not a folder"]


def test_closing_asks_about_changes_and_can_be_cancelled(window, monkeypatch) -> None:
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.pop(0))
    window.editor.apply("Rename layer", edits.rename(window.editor.document, "dense_1", "first"))
    assert not window.close()
    assert window.isVisible()
    assert window.tick.isActive()
    assert window.close()
    assert answers == []


def comparing(window, monkeypatch, path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asked: (str(path), ""))
    actions = window.menuBar().actions()[0].menu().actions()
    next(action for action in actions if action.text().startswith("Compare")).trigger()


def said_of(window, found: Comparison) -> tuple[str, str]:
    window.trainer.comparison = found
    window.show_newest()
    box = window.findChildren(QMessageBox)[-1]
    words = box.text(), box.informativeText()
    box.close()
    return words


def test_a_saved_file_is_loaded_back_and_what_was_found_is_said(window, monkeypatch, tmp_path) -> None:
    path = tmp_path / "a.keras"
    comparing(window, monkeypatch, path)
    assert window.trainer.asked_to_compare == [path]
    window.teaching.knowing.begin()
    apart = Comparison(path, "keras", 250, 1, Apart(3, 0, 0.5, 0.25))
    assert "0.25, at row 4, output 1: 0.5 in the file, 0.25 here" in said_of(window, apart)[1]
    rounded = Comparison(path, "saved_model", 250, 1, Apart(3, 0, 0.5, 0.50000006))
    assert "as much as rounding makes" in said_of(window, rounded)[1]
    assert window.teaching.knowing.facts()["compared"] is False
    headline, details = said_of(window, Comparison(path, "keras", 250, 2))
    assert headline == "a.keras gives the same as this network, to the last bit."
    assert "250 rows of the data: 500 numbers" in details
    assert window.teaching.knowing.facts()["compared"] is True


def test_weights_that_do_not_fit_name_the_layer_as_the_canvas_does(window, tmp_path) -> None:
    window.editor.apply("", edits.rename(window.editor.document, "dense_1", "first"))
    differences = (LayerDifference("dense_1", ((2, 4), (4,)), ((2, 5), (5,))), LayerDifference("lstm", ((1, 8),), ()))
    headline, details = said_of(window, Comparison(tmp_path / "a.weights.h5", "weights", differences=differences))
    assert "do not fit" in headline
    assert "first (dense_1): [2, 4] + [4] in the file, [2, 5] + [5] here" in details
    assert "lstm: [1, 8] in the file, no such layer here" in details


def test_an_unfinished_network_is_compared_with_nothing(window, monkeypatch, tmp_path) -> None:
    window.trainer.status = Status("unfinished")
    comparing(window, monkeypatch, tmp_path / "a.keras")
    assert window.trainer.asked_to_compare == []
    assert "not complete" in window.findChildren(QMessageBox)[-1].informativeText()


def test_a_bar_tells_of_somebody_else_s_change_and_reloads(window, tmp_path, qtbot) -> None:
    path = tmp_path / "mine.playground"
    file.write(example("xor", asset("examples")), path)
    window.files.open(path)
    bar = window.panels.of(ChangedBar)
    assert not bar.isVisible()
    file.write(example("iris", asset("examples")), path)
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.text() == "mine.playground was changed by somebody else since it was opened."
    qtbot.mouseClick(bar.reload, LEFT)
    assert window.editor.document == example("iris", asset("examples"))
    assert not bar.isVisible()
