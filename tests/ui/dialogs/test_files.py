"""Opening, saving and exporting, with each question answered as a person would."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from playground.document.document import Document
from playground.document.files import file
from playground.document.settings import Adam, Nadam, TrainingSettings
from playground.frames.formats import FORMATS
from playground.frames.run import Status
from playground.ui.texts.exports.sentences import export_caption
from tests.ui.dialogs.conftest import change, saved

Button = QMessageBox.StandardButton


def test_saving_asks_where_once(files, editor, answers, tmp_path) -> None:
    answers.path = tmp_path / "mine.playground"
    first = change(editor)
    assert files.save()
    assert (file.read(answers.path), files.path, files.title) == (first, answers.path, "mine")
    assert not editor.unsaved
    second = change(editor)
    assert files.save()
    assert file.read(answers.path) == second
    assert len(answers.asked) == 1


def test_saving_as_goes_on_in_the_new_file(files, editor, answers, tmp_path) -> None:
    files.open(saved(tmp_path))
    answers.path = tmp_path / "copy.playground"
    assert files.save_as()
    assert files.path == answers.path
    change(editor)
    files.save()
    assert file.read(tmp_path / "spiral.playground") != editor.document == file.read(answers.path)


def test_giving_up_the_dialog_saves_nothing(files, editor, answers, tmp_path) -> None:
    change(editor)
    assert not files.save()
    assert editor.unsaved
    assert files.path is None


@pytest.mark.parametrize("name", ["mine", "v1.2", "网络"])
def test_a_name_without_the_ending_gets_it(files, answers, tmp_path, name) -> None:
    answers.path = tmp_path / name
    assert files.save()
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.playground"]


def test_an_added_ending_never_replaces_a_file_unasked(files, editor, answers, tmp_path) -> None:
    old = saved(tmp_path)
    before = old.read_bytes()
    answers.path, answers.button = tmp_path / "spiral", Button.No
    assert not files.save()
    assert "spiral.playground" in answers.asked[-1]
    assert old.read_bytes() == before
    answers.button = Button.Yes
    assert files.save()
    assert file.read(old) == editor.document


@pytest.mark.parametrize("way", ["new", "open_example", "ask_and_open", "open"])
@pytest.mark.parametrize(("button", "writes"), [(Button.Save, True), (Button.Discard, False)])
def test_changes_are_asked_about_before_anything_else_opens(
    files, editor, answers, tmp_path, way, button, writes
) -> None:
    files.open(saved(tmp_path))
    mine, other = change(editor), saved(tmp_path, "xor")
    answers.button, answers.path = button, other
    files.data_asked.connect(lambda: files.begin("xor"))
    {
        "new": files.new,
        "open_example": lambda: files.open_example("iris"),
        "ask_and_open": files.ask_and_open,
        "open": lambda: files.open(other),
    }[way]()
    assert answers.asked[0] == "Save the changes to spiral? What is not saved is lost."
    assert (file.read(tmp_path / "spiral.playground") == mine) is writes
    assert editor.document != mine
    assert not editor.unsaved


@pytest.mark.parametrize("way", ["new", "open_example", "ask_and_open", "open"])
def test_cancel_leaves_everything(files, editor, answers, tmp_path, way) -> None:
    files.open(saved(tmp_path))
    mine = change(editor)
    answers.path = saved(tmp_path, "xor")
    {
        "new": files.new,
        "open_example": lambda: files.open_example("iris"),
        "ask_and_open": files.ask_and_open,
        "open": lambda: files.open(answers.path),
    }[way]()
    assert (editor.document, editor.unsaved, files.title) == (mine, True, "spiral")


def test_save_in_the_question_can_still_be_given_up(files, editor, answers) -> None:
    mine = change(editor)
    answers.button = Button.Save
    assert not files.may_close()
    assert (editor.document, editor.unsaved) == (mine, True)


def test_nothing_to_save_is_not_asked_about(files, answers) -> None:
    assert files.may_close()
    assert answers.asked == []


BAD = {
    "cut_short": ('{"format": "playground", "ver', "line 1"),
    "other_json": ('{"format": "cooking"}', "format"),
    "newer": ('{"format": "playground", "version": 99}', "newer"),
    "binary": (b"\x89PNG\xff\x00", "byte"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_leaves_the_open_document_and_says_where(files, editor, answers, tmp_path, qtbot, name) -> None:
    content, said = BAD[name]
    path = tmp_path / f"{name}.playground"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = editor.document
    with qtbot.assertNotEmitted(editor.changed), qtbot.assertNotEmitted(files.opened):
        assert not files.open(path)
    assert (editor.document, files.path) == (before, None)
    assert f"{name}.playground cannot be opened." in answers.asked[-1]
    assert said in answers.asked[-1]


def test_a_wrong_value_is_named_with_its_place(files, answers, tmp_path) -> None:
    path = saved(tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["graph"]["nodes"][1]["units"] = -3
    path.write_text(json.dumps(content), encoding="utf-8")
    assert not files.open(path)
    assert "graph.nodes[1].units" in answers.asked[-1]


def test_a_missing_file_or_a_folder_is_said_plainly(files, answers, tmp_path) -> None:
    assert not files.open(tmp_path / "gone.playground")
    assert not files.open(tmp_path)
    assert ["There is no such file" in answers.asked[0], "This is a folder" in answers.asked[1]] == [True, True]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_an_unwritable_folder_is_told_and_nothing_counts_as_saved(files, editor, answers, tmp_path) -> None:
    change(editor)
    tmp_path.chmod(0o500)
    answers.path = tmp_path / "mine.playground"
    try:
        assert not files.save()
    finally:
        tmp_path.chmod(0o700)
    assert "mine.playground could not be saved." in answers.asked[-1]
    assert (editor.unsaved, files.path) == (True, None)


def test_a_failed_save_is_told_and_nothing_counts_as_saved(files, editor, answers, tmp_path) -> None:
    change(editor)
    (tmp_path / "a file").write_text("")
    answers.path = tmp_path / "a file" / "mine.playground"
    assert not files.save()
    assert "mine.playground could not be saved." in answers.asked[-1]
    assert (editor.unsaved, files.path) == (True, None)
    answers.button = Button.Save
    assert not files.may_close()


def test_an_export_is_named_after_the_project(files, answers, tmp_path, monkeypatch) -> None:
    files.open(saved(tmp_path))
    given: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: given.append(a) or (str(tmp_path / "net"), ""))
    assert files.ask_export("Keras network", ".keras") == tmp_path / "net.keras"
    assert files.ask_export("Weights", ".weights.h5") == tmp_path / "net.weights.h5"
    assert files.ask_export("SavedModel folder", "") == tmp_path / "net"
    assert [str(arguments[2]) for arguments in given] == [
        str(tmp_path / name) for name in ("spiral.keras", "spiral.weights.h5", "spiral")
    ]


def test_an_export_can_be_given_up_and_asks_before_replacing(files, answers, tmp_path) -> None:
    assert files.ask_export("Keras network", ".keras") is None
    (tmp_path / "net.keras").write_text("precious")
    answers.path, answers.button = tmp_path / "net", Button.No
    assert files.ask_export("Keras network", ".keras") is None
    answers.button = Button.Yes
    assert files.ask_export("Keras network", ".keras") == tmp_path / "net.keras"


@pytest.mark.parametrize(("optimizer", "version"), [(Adam(), "3.6"), (Nadam(), "3.10")])
def test_the_dialog_says_which_keras_opens_the_network(optimizer, version) -> None:
    document = Document(training=TrainingSettings(optimizer))
    assert export_caption(FORMATS["keras"], document) == f"Keras network (.keras), opens in Keras {version} or later"
    assert "later" not in export_caption(FORMATS["weights"], document)


def test_more_than_a_minute_of_training_is_asked_about_like_an_edit(files, answers, monkeypatch) -> None:
    now = [0.0]
    monkeypatch.setattr("playground.ui.dialogs.unsaved_training.time.monotonic", lambda: now[0])
    marks, trainer = [], files.unsaved_training._trainer
    files.path_changed.connect(lambda: marks.append(files.unsaved))
    files.unsaved_training.look()
    trainer.status = Status("training")
    for seconds in (40, 79):
        now[0] = seconds
        files.unsaved_training.look()
    assert files.unsaved
    assert marks == [True]
    answers.button = Button.Cancel
    assert not files.may_close()
    assert "learned" in answers.asked[-1]
    trainer.status = Status("ready")
    assert files.may_close()


def test_a_damaged_state_is_said_and_the_document_opens_without_it(files, editor, answers, tmp_path) -> None:
    path = saved(tmp_path)
    document = file.loads(path.read_text())
    path.write_text(file.dumps_trained(document, '{"version": 1}'))
    assert files.open(path)
    assert editor.document == document
    assert "without what it had learned" in answers.asked[-1]
