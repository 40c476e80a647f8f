"""A person's own layers: kept as files, forgotten, and found in the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.document.edits import groups
from playground.document.files.own_layers import OwnLayer, own_layer
from playground.ui.own_layers import KEPT, PROJECT, OwnLayers
from tests.faults import fail_each_call
from tests.ui.canvas.conftest import network


def pair(name: str = "Pair", of: tuple[str, ...] = ("second", "third")) -> OwnLayer:
    document, group_id = groups.wrap(network(), of, name)
    return own_layer(document, group_id)


def test_what_is_kept_is_there_at_the_next_start(qapp, tmp_path: Path) -> None:
    first = OwnLayers(tmp_path / "layers")
    first.keep(pair())
    first.keep(pair("Größe/∞"))
    second = OwnLayers(tmp_path / "layers")
    assert second.kept == {"Pair": pair(), "Größe/∞": pair("Größe/∞")}
    assert not second.troubles


def test_one_of_the_same_name_is_replaced_and_given_back(qapp, tmp_path: Path) -> None:
    own_layers = OwnLayers(tmp_path)
    assert own_layers.keep(pair()) is None
    assert own_layers.keep(pair()) is None
    other = pair(of=("second",))
    assert own_layers.keep(other) == pair()
    assert len(list(tmp_path.iterdir())) == 1
    assert OwnLayers(tmp_path).kept["Pair"] == other
    assert own_layers.free_name("Pair") == "Pair 2"


def test_whichever_call_fails_the_old_layer_stays(qapp, tmp_path: Path, monkeypatch) -> None:
    own_layers, path = OwnLayers(tmp_path), tmp_path / "kept"
    monkeypatch.setattr(own_layers, "_path", lambda _: path)
    fail_each_call(monkeypatch, path, lambda: own_layers.keep(pair()))


def test_what_is_forgotten_is_gone(qapp, tmp_path: Path) -> None:
    own_layers = OwnLayers(tmp_path)
    own_layers.keep(pair())
    assert own_layers.forget("Pair") == pair()
    assert own_layers.forget("Pair") is None
    assert not OwnLayers(tmp_path).kept


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"format": "playground", "version": 1}', b"[[[["])
def test_a_broken_file_is_skipped_and_named(qapp, tmp_path: Path, content: bytes) -> None:
    OwnLayers(tmp_path).keep(pair())
    (tmp_path / "broken.playground-layer").write_bytes(content)
    own_layers = OwnLayers(tmp_path)
    assert list(own_layers.kept) == ["Pair"]
    assert [name for name, _ in own_layers.troubles] == ["broken.playground-layer"]


def test_groups_of_the_project_are_offered_once(qtbot) -> None:
    own_layers = OwnLayers()
    document, _ = groups.wrap(network(), ("second", "third"), "Pair")
    with qtbot.waitSignal(own_layers.changed):
        own_layers.show_document(document)
    assert list(own_layers.words) == [PROJECT + "Pair"]
    own_layers.keep(own_layers.of_project["Pair"])
    assert list(own_layers.words) == [KEPT + "Pair"]


def test_a_group_without_a_name_is_not_offered(qtbot) -> None:
    own_layers = OwnLayers()
    document, group_id = groups.wrap(network(), ("second", "third"))
    own_layers.show_document(document)
    with qtbot.waitSignal(own_layers.changed):
        own_layers.show_document(groups.rename_group(document, group_id, "Now"))
    assert list(own_layers.words) == [PROJECT + "Now"]
