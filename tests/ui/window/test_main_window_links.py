"""Links in the window: opened, dropped, copied; and the view settings and hidden controls that they bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from playground.document.edits import edits
from playground.document.files.link import PAGE, read_link
from playground.document.files.link_writing import write_link
from playground.document.settings import CONTROLS, Adam
from playground.ui.dialogs.link import LinkDialog
from playground.ui.panels.data import DataPanel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LINK = PAGE + "#dataset=xor&networkShape=5,3&seed=0.7"


@pytest.fixture
def window(window_again):
    return window_again


def command(window, menu: str, words: str):
    """The action of a menu command."""
    menus = {each.title().replace("&", ""): each for each in window.menuBar().findChildren(QMenu)}
    return next(action for action in menus[menu].actions() if action.text() == words)


def drop(part, data: QMimeData) -> bool:
    """Whether the window, or a part of it, takes what is dropped there."""
    place, copy = part.rect().center(), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(place, copy, data, LEFT, NONE)
    QApplication.sendEvent(part, entered)
    if entered.isAccepted():
        QApplication.sendEvent(part, QDropEvent(QPointF(place), copy, data, LEFT, NONE))
    return entered.isAccepted()


def mime(text: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data


def as_in_a_link(document):
    """Without the places on the canvas, which a link does not say."""
    return replace(document, layout=())


def test_a_link_opens_as_a_file_does(window) -> None:
    window.files.open_link(LINK)
    assert as_in_a_link(window.editor.document) == read_link(LINK)[0]
    assert window.windowTitle() == "Link[*] – Playground"
    assert window.files.path is None
    assert not window.isWindowModified()
    assert not window.notice.isVisible()
    assert window.trainer.told == ["begin"]
    assert window.layer.name.text() == "Dense"


def test_an_example_is_untitled_again_and_sends_the_remarks_away(window) -> None:
    window.files.open_link(LINK + "&sofa=1")
    assert "sofa is no setting of TensorFlow Playground" in window.notice.words.text()
    window.files.open_example("xor")
    assert window.windowTitle() == "Untitled[*] – Playground"
    assert not window.notice.isVisible()


def test_remarks_outlast_the_trainers_news_and_close(window) -> None:
    window.files.open_link("#networkShape=4,-2")
    seed = window.editor.document.data.seed_text
    lines = ["networkShape=4,-2 was not understood; 4,2 is used instead", f"There is no seed; one was drawn: {seed}"]
    window.trainer.status = replace(window.trainer.status, state="building")
    window.show_newest()
    assert window.notice.words.text().splitlines()[1:] == lines
    QTest.mouseClick(window.notice.away, LEFT)
    assert not window.notice.isVisible()


def test_unsaved_changes_are_asked_about(window, told) -> None:
    window.editor.apply("Rename", edits.rename(window.editor.document, "output", "Mine"))
    before = window.editor.document
    assert not window.files.open_link(LINK)
    assert told == ["Save the changes to Untitled? What is not saved is lost."]
    assert window.editor.document is before


def test_what_is_no_link_is_said_to_be_none(window, told) -> None:
    before = window.editor.document
    assert not window.files.open_link("https://example.org")
    assert told == ["The link cannot be opened. This is no link with a network: it has no # with settings behind it"]
    assert window.editor.document is before


def test_the_dialog_opens_what_it_shows(window, monkeypatch) -> None:
    QApplication.clipboard().setText(LINK)
    monkeypatch.setattr(LinkDialog, "exec", lambda dialog: dialog.open_button.isEnabled())
    command(window, "File", "Open link…").trigger()
    QApplication.clipboard().clear()
    assert as_in_a_link(window.editor.document) == read_link(LINK)[0]


@pytest.mark.parametrize(
    "data",
    [
        mime(text=LINK),
        mime(text=f"{LINK}\nA Neural Network Playground"),
        mime(urls=(LINK,)),
        mime(text=LINK, urls=(LINK,)),
        mime(text=LINK.removeprefix(PAGE)),
    ],
)
def test_a_dropped_link_opens(window, qtbot, data) -> None:
    assert drop(window, data)
    qtbot.waitUntil(lambda: as_in_a_link(window.editor.document) == read_link(LINK)[0])


@pytest.mark.parametrize("part", ["canvas", "surface", "layer"])
def test_a_link_can_be_dropped_on_any_part(window, qtbot, part) -> None:
    widget = window.canvas.viewport() if part == "canvas" else getattr(window, part)
    assert drop(widget, mime(text=LINK))
    qtbot.waitUntil(lambda: as_in_a_link(window.editor.document) == read_link(LINK)[0])


@pytest.mark.parametrize("data", [mime(text="hello"), mime(urls=("https://example.org/",)), mime()])
def test_anything_else_that_is_dropped_is_refused(window, data) -> None:
    assert not drop(window, data)


def test_a_document_from_a_link_is_copied_as_one(window) -> None:
    window.files.open_link(LINK)
    command(window, "File", "Copy as TensorFlow Playground link").trigger()
    assert QApplication.clipboard().text() == PAGE + write_link(read_link(LINK)[0])[0]
    assert window.status.state.text() == "The link is on the clipboard."
    QApplication.clipboard().clear()


def test_what_a_link_cannot_say_is_named(window) -> None:
    window.files.open_link(LINK)
    document = window.editor.document
    window.editor.apply("Adam", edits.set_training(document, replace(document.training, optimizer=Adam())))
    QApplication.clipboard().setText("before")
    command(window, "File", "Copy as TensorFlow Playground link").trigger()
    assert window.notice.words.text().splitlines() == [
        "A link of TensorFlow Playground cannot say all of this network:",
        "The optimizer is Adam; a link means plain SGD",
    ]
    assert QApplication.clipboard().text() == "before"


def test_the_boxes_of_the_surface_are_the_documents(window) -> None:
    window.files.open_link("#seed=1&showTestData=true&discretize=true")
    assert (window.surface.test_points.isChecked(), window.surface.discretize.isChecked()) == (True, True)
    window.files.open_link("#seed=1")
    assert (window.surface.test_points.isChecked(), window.surface.discretize.isChecked()) == (False, False)


@pytest.mark.parametrize(
    ("box", "name", "words"),
    [("test_points", "show_test", "Change test points"), ("discretize", "discretize", "Change discretize")],
)
def test_a_click_on_a_box_is_one_undo_step(window, box, name, words) -> None:
    field = getattr(window.surface, box)
    field.click()
    assert getattr(window.editor.document.view, name)
    assert [step.title for step in window.editor.history.steps[1:]] == [words]
    assert window.isWindowModified()
    window.editor.undo()
    assert not field.isChecked()
    window.editor.redo()
    assert field.isChecked()


def controls(window) -> dict[str, bool]:
    """Whether each control that a link can hide is seen."""
    bar, data, surface = window.toolbar, window.panels.of(DataPanel), window.surface
    parts = {
        "playButton": bar.play, "resetButton": bar.reset, "stepButton": bar.step, "learningRate": bar.rate,
        "batchSize": bar.batch, "dataset": data.thumbnails["circle"], "percTrainData": data.rows["train_share"],
        "noise": data.rows["noise"], "showTestData": surface.test_points, "discretize": surface.discretize,
    }  # fmt: skip
    return {name: part.isVisible() for name, part in parts.items()}


@pytest.mark.parametrize("control", CONTROLS)
def test_a_hidden_control_is_away_and_all_others_stay(window, control) -> None:
    window.files.open_link(f"#seed=1&{control}_hide=true")
    assert [name for name, seen in controls(window).items() if not seen] == [control] * (control in controls(window))


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_all_controls_can_be_hidden_and_come_back_in_one_step(window, size) -> None:
    show = command(window, "View", "Show hidden controls")
    assert not show.isEnabled()
    before = controls(window)
    window.resize(*size)
    window.files.open_link("#seed=1&" + "&".join(f"{name}_hide=true" for name in CONTROLS))
    assert not any(controls(window).values())
    show.trigger()
    assert controls(window) == before
    assert not show.isEnabled()
    assert [step.title for step in window.editor.history.steps[1:]] == ["Show hidden controls"]
    window.editor.undo()
    assert not any(controls(window).values())
    assert write_link(window.editor.document)[0].count("_hide=true") == len(CONTROLS)


def test_a_lesson_can_be_dropped(window, tmp_path: Path, qtbot) -> None:
    lesson = tmp_path / "made.md"
    lesson.write_text("---\ntitle: Made\nrows: B3\n---\n\n## First\n\nText.\n")
    assert drop(window, mime(urls=(lesson.as_uri(),)))
    qtbot.waitUntil(lambda: window.teaching.lesson is not None)
    assert window.teaching.lesson.title == "Made"
