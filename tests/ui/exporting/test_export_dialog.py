"""Several kinds of files at once: chosen by mouse and keys, told how each went, and proved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.frames.formats import FORMATS
from playground.frames.proof import Proof
from playground.frames.reply import Failure, Reply
from playground.ui.assets import asset
from playground.ui.exporting.dialog import ExportDialog
from playground.ui.exporting.guide import WANTS, Guide
from playground.ui.exporting.said import again, groups, purpose
from playground.ui.theme import LIGHT


@pytest.fixture
def desk(qtbot):
    """What the dialog stands over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    return window


@pytest.fixture
def dialog(desk, tmp_path):
    made = ExportDialog(example("spiral", asset("examples")), tmp_path, "spiral", "", LIGHT, desk)
    made.show()
    return made


def test_each_kind_of_file_has_a_card_and_what_it_is_for() -> None:
    rows = [row for _, rows in groups() for row in rows]
    assert sorted(row.name for row in rows) == sorted(FORMATS)
    assert all(purpose(FORMATS[name]) for name in ("keras", "weights", "saved_model", "onnx", "script", "history"))


def test_lines_to_open_a_file_are_python_whatever_its_name() -> None:
    for row in FORMATS.values():
        lines = again(row, Path('/tmp/it\'s "mine"' + row.ending))
        if lines and not lines.startswith(("python ", "tensorboard ", "jupyter ")):
            compile(lines, row.name, "exec")


def test_one_after_the_other_is_written_and_each_is_told(dialog, tmp_path) -> None:
    asked: list[str] = []
    dialog.asked.connect(lambda row, path: asked.append(path.name))
    assert not dialog.export_button.isEnabled()
    for name in ("keras", "onnx", "history"):
        QTest.mouseClick(dialog.cards[name], Qt.MouseButton.LeftButton)
    assert dialog.export_button.text() == "Export 3"
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert asked == ["spiral.keras"]
    assert dialog.cards["onnx"].state.text() == "waiting its turn"
    path = tmp_path / "spiral.keras"
    assert dialog.take(Reply(path))
    assert asked == ["spiral.keras", "spiral.onnx"]
    assert dialog.take(Reply(path, proof=Proof(path, 100, 250, 1.2e-7)))
    assert dialog.cards["keras"].state.text() == "loaded back, 250 rows, largest difference 1.2e−7"
    assert dialog.take(Reply(tmp_path / "spiral.onnx", Failure(28, "No space left on device")))
    assert dialog.cards["onnx"].state.text() == "The disk is full"
    assert dialog.take(Reply(tmp_path / "spiral.csv"))
    assert dialog.progress.text() == "2 of 3 written"
    assert not dialog.take(Reply(tmp_path / "another.csv"))


def test_a_card_says_what_it_cannot_hold_before_it_is_written(desk, tmp_path) -> None:
    document = example("waves", asset("examples"))
    kind = next(node for node in document.graph.nodes if node.layer.kind in ("LSTM", "GRU", "SimpleRNN"))
    document = edits.rename(document, kind.id, "Memory <b>")
    made = ExportDialog(document, tmp_path, "x", "", LIGHT, desk)
    whole = made.cards["tflite_int8"]
    assert not whole.tick.isEnabled()
    assert whole.state.text().startswith("Memory <b>: a recurrent layer cannot be")
    assert made.cards["tflite"].tick.isEnabled()
    assert "about" in made.cards["weights"].state.text()


def test_the_panel_names_every_layer_that_works_only_in_training(desk, tmp_path) -> None:
    made = ExportDialog(example("dropout", asset("examples")), tmp_path, "x", "", LIGHT, desk)
    made.cards["onnx"].looked_at.emit(FORMATS["onnx"])
    assert made.side.lost.text() == "Dropout: works only while training, so it is left out; answers stay the same."


def test_forms_stand_side_by_side_and_one_that_gains_nothing_says_so(dialog, tmp_path) -> None:
    whole, small = FORMATS["tflite"], FORMATS["tflite_float16"]
    dialog.cards["tflite"].looked_at.emit(whole)
    dialog.take(Reply(dialog.path_of(whole), proof=Proof(dialog.path_of(whole), 2_600, 250, 1.2e-7, 1.0, 0.985)))
    dialog.take(Reply(dialog.path_of(small), proof=Proof(dialog.path_of(small), 3_100, 250, 4.6e-4, 1.0, 0.985)))
    cells = {name: [cell.text() for cell in row] for name, row in dialog.side.forms.cells.items()}
    assert cells["tflite"] == ["float32", "2.6 kB", "1.2e−7", "98.5%"]
    assert cells["tflite_float16"][:2] == ["float16: nothing gained, no smaller than float32", "3.1 kB"]
    assert cells["tflite_int8"][1:] == ["–", "–", "–"]


def failed_check(dialog, content=b"wrong", size=5):
    """A file that was written and differs, looked at."""
    row = FORMATS["onnx"]
    path = dialog.path_of(row)
    path.write_bytes(content)
    dialog.cards["onnx"].setFocus()
    dialog.cards["onnx"].looked_at.emit(row)
    dialog.take(Reply(path, proof=Proof(path, size, 250, 0.42, fault="different")))
    return path


def test_a_file_that_failed_its_check_is_deleted_only_when_asked(dialog) -> None:
    assert dialog.side.delete.isHidden()
    path = failed_check(dialog)
    assert path.exists()
    assert not dialog.side.delete.isHidden()
    dialog.side.keep.click()
    assert path.exists()
    assert dialog.side.delete.isHidden()
    failed_check(dialog)
    dialog.side.delete.click()
    assert not path.exists()
    assert dialog.cards["onnx"].state.text() == "deleted"
    assert dialog.side.delete.isHidden()


def test_another_file_that_came_in_its_place_is_not_deleted(dialog) -> None:
    path = failed_check(dialog, b"somebody else's", 5)
    dialog.side.delete.click()
    assert path.read_bytes() == b"somebody else's"
    assert dialog.cards["onnx"].state.text() == "not deleted: it is another file by now"


def test_the_last_proof_is_there_with_its_time_when_the_dialog_is_opened_again(dialog, desk, tmp_path) -> None:
    for name in ("keras", "page"):
        path = dialog.path_of(FORMATS[name])
        path.write_bytes(b"x")
        dialog.take(Reply(path, proof=Proof(path, 1, 250, 1.2e-7)))
    dialog.path_of(FORMATS["page"]).unlink()
    again_open = ExportDialog(example("spiral", asset("examples")), tmp_path, "spiral", "", LIGHT, desk, dialog.proofs)
    words = again_open.cards["keras"].state.text()
    assert words.endswith(": loaded back, 250 rows, largest difference 1.2e−7")
    assert not words.startswith("loaded")
    assert "loaded back" not in again_open.cards["page"].state.text()


def test_the_guide_has_each_kind_of_file_once_and_leads_to_its_card(dialog, qtbot) -> None:
    assert sorted(name for _, names in WANTS for name in names if name in FORMATS) == sorted(FORMATS)
    dialog.side.which.click()
    (guide,) = dialog.findChildren(Guide)
    guide.links["onnx"].click()
    assert not guide.isVisible()
    qtbot.waitUntil(lambda: dialog.side.title.text().endswith("(.onnx)"))


def test_cancel_begins_no_more_and_keeps_what_was_written(dialog, qtbot, tmp_path) -> None:
    for name in ("keras", "tflite"):
        dialog.cards[name].tick.setChecked(True)
    dialog.export_button.click()
    assert dialog.cancel_button.text() == "Cancel"
    with qtbot.waitSignal(dialog.stopped, timeout=1000):
        dialog.cancel_button.click()
    assert dialog.isVisible()
    assert dialog.cards["tflite"].state.text() == "not written"
    path = tmp_path / "spiral.keras"
    dialog.take(Reply(path))
    dialog.take(Reply(path, proof=Proof(path, 9, fault="stopped")))
    assert dialog.cards["keras"].state.text() == "written; loading it back was stopped."
    assert dialog.cancel_button.text() == "Close"
    dialog.cancel_button.click()
    assert not dialog.isVisible()


def test_keys_walk_choose_and_leave(dialog) -> None:
    first, second = list(dialog.cards.values())[:2]
    assert dialog.side.title.text() == "Keras network (.keras)"
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert [row.name for row in dialog.chosen] == [second.row.name]
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_a_network_only_the_picture_can_be_taken(desk, tmp_path) -> None:
    made = ExportDialog(Document(), tmp_path, "x", "Connect Data to Output first.", LIGHT, desk)
    assert {card.row.name for card in made.cards.values() if card.tick.isEnabled()} == {"picture"}


def test_the_window_writes_what_is_chosen(window, tmp_path, monkeypatch) -> None:
    told: list[Path] = []
    monkeypatch.setattr(window.trainer, "export", told.append, raising=False)

    def choose(dialog: ExportDialog) -> int:
        dialog._folder = tmp_path
        for name in ("keras", "picture"):
            dialog.cards[name].tick.setChecked(True)
        dialog.export_button.click()
        window.exporting.tell(Reply(dialog.path_of(FORMATS["keras"])))
        return 0

    monkeypatch.setattr(ExportDialog, "exec", choose)
    window.exporting.export_several()
    assert [path.suffix for path in told] == [".keras"]
    assert len(list(tmp_path.glob("*.png"))) == 1
