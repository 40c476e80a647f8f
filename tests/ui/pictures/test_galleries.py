"""The dialog of known picture sets, with a server on loopback in place of the great ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground import cli
from playground.command_data import show_data
from playground.command_load import CommandError, load_project
from playground.datasets.dataset import load
from playground.datasets.galleries.copies import home
from playground.datasets.galleries.gallery import GALLERIES
from playground.datasets.galleries.rows import gallery_rows
from playground.ui.pictures.galleries import KnownPictures
from playground.ui.theme import LIGHT
from tests.datasets.small_galleries import TEST, TRAIN, put, served, small

PLAIN = ("http",)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    gallery_rows.cache_clear()
    return home()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    with served(*small("mnist")) as (server, gallery):
        monkeypatch.setitem(GALLERIES, "mnist", gallery)
        yield server


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def dialog(qtbot, server) -> KnownPictures:
    made = KnownPictures(None, LIGHT, schemes=PLAIN)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_is_fetched_shown_and_taken(dialog: KnownPictures, qtbot) -> None:
    card = dialog.cards["mnist"]
    assert card.button.text() == "Download"
    click(card.button)
    qtbot.waitUntil(lambda: card.button.text() == "Use these")
    qtbot.waitUntil(lambda: len(card.strip.pictures) == 10)
    click(card.button)
    qtbot.waitUntil(lambda: dialog.data is not None)
    data = load(replace(load_project("circle")[0].document.data, own=dialog.data, train_share=dialog.train_share))
    assert (data.train_count, data.test_count) == (TRAIN, TEST)


def test_cancel_keeps_what_has_come_and_download_goes_on(dialog: KnownPictures, qtbot, server) -> None:
    card, server.how = dialog.cards["mnist"], "slow"
    card.button.setFocus()
    QTest.keyClick(card.button, Qt.Key.Key_Space)
    assert dialog.focusWidget() is card.cancel_button
    qtbot.waitUntil(lambda: card.bar.value() > 0)
    # No card is higher than what stands in it.
    assert all(each.height() == each.heightForWidth(each.width()) for each in dialog.cards.values())
    QTest.keyClick(card.cancel_button, Qt.Key.Key_Space)
    assert dialog.focusWidget() is card.button
    assert card.button.isVisible()
    assert "kept" in card.state.text()
    server.go_on.set()
    beside = home() / "mnist.npz.part"
    assert beside.stat().st_size > 0
    server.how = "well"
    click(card.button)
    qtbot.waitUntil(lambda: card.button.text() == "Use these")
    assert server.asked[-1] > 0


@pytest.mark.parametrize(
    ("how", "words"),
    [("other", "SHA-256"), ("missing", "404"), ("cut", "broke off"), ("gone", "Is this machine on the internet")],
)
def test_what_goes_wrong_is_said_in_plain_words(dialog: KnownPictures, qtbot, server, how: str, words: str) -> None:
    card, server.how = dialog.cards["mnist"], how
    if how == "gone":
        server.shutdown()
        server.server_close()
    click(card.button)
    qtbot.waitUntil(lambda: words in card.state.text())
    assert card.button.text() == "Download"
    assert card.button.isEnabled()


def test_a_damaged_copy_is_told_and_fetched_anew(qtbot, server, folder: Path) -> None:
    gallery, files = GALLERIES["mnist"], {"mnist.npz": bytes(GALLERIES["mnist"].editions[0].size)}
    put(folder, gallery, files)
    dialog = KnownPictures(None, LIGHT, schemes=PLAIN)
    qtbot.addWidget(dialog)
    dialog.show()
    card = dialog.cards["mnist"]
    qtbot.waitUntil(lambda: "damaged" in card.state.text())
    click(card.button)
    qtbot.waitUntil(lambda: card.button.text() == "Use these")


def test_the_command_line_lists_fetches_and_trains_them(server, capsys) -> None:
    assert show_data([]) == 0
    assert "mnist: not on this machine" in capsys.readouterr().out
    assert cli.main(["train", "mnist"]) == 2
    assert "playground data mnist" in capsys.readouterr().err
    with pytest.raises(CommandError, match="only https"):
        show_data(["mnist"])
    assert show_data(["mnist"], PLAIN) == 0
    assert show_data([]) == 0
    out = capsys.readouterr().out
    assert f"{TRAIN + TEST} of its pictures" in out
    assert "mnist: on this machine" in out
    document = load_project("mnist")[0].document
    assert document.graph.by_id["output"].layer.loss
    assert len(load(document.data).points) == TRAIN + TEST
    assert cli.main(["data", "emnist"]) == 2
