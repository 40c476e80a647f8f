"""Known picture sets: read in every form, fetched from a server on loopback, named and not kept by the document."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.galleries.copies import home
from playground.datasets.galleries.fetching import fetch
from playground.datasets.galleries.gallery import GALLERIES, GalleryError
from playground.datasets.galleries.reading import read_gallery
from playground.datasets.galleries.rows import chosen_of, gallery_data, gallery_rows, looked_for
from playground.datasets.own_code import numbers_inside
from playground.document.checks.carrying import same_points
from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.settings import DataSettings
from playground.projects.project import read_project
from tests.datasets.small_galleries import TEST, TRAIN, pickled, pictures_of, put, served, small, tar

PLAIN = ("http",)
FORMS = [("mnist", "npz"), ("fashion-mnist", "idx"), ("cifar-10", "binary"), ("cifar-10", "pickled")]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    gallery_rows.cache_clear()
    return home()


def same(found, gallery) -> bool:
    x, y = pictures_of(gallery)
    return np.array_equal(found[0], x.reshape(len(x), -1)) and np.array_equal(found[1], y)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_copy_of_keras_is_read_in_each_form(name: str, form: str, folder: Path) -> None:
    gallery, files = small(name, form)
    for path in range(len(gallery.editions[0].parts[0].paths)):
        put(folder, gallery, files, path)
        assert same(read_gallery(gallery), gallery)


@pytest.mark.parametrize(("name", "form"), FORMS)
@pytest.mark.parametrize("how", ["one bit", "one byte more", "gone"])
def test_a_copy_that_is_another_is_not_read(name: str, form: str, how: str, folder: Path) -> None:
    gallery, files = small(name, form)
    put(folder, gallery, files)
    path = folder / gallery.editions[0].parts[-1].paths[0]
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content) if how == "one bit" else bytes(content) + b"x")
    if how == "gone":
        path.unlink()
    with pytest.raises(GalleryError) as refused:
        read_gallery(gallery)
    assert refused.value.key == ("damaged" if how == "one bit" else "absent")


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_file_of_its_checksum_but_not_its_layout_is_refused(name: str, form: str, folder: Path) -> None:
    made, files = small(name, form)
    put(folder, made, files)
    # Another count of pictures than the file has.
    for gallery in (replace(made, train=TRAIN + TEST), replace(made, train=TRAIN - TEST, test=2 * TEST)):
        with pytest.raises(GalleryError, match="unreadable"):
            read_gallery(gallery)


def test_a_pickle_is_never_obeyed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = b"cos\nsystem\n(U" + bytes([len(str(tmp_path)) + 12]) + f"touch {tmp_path}/owned".encode() + b"tR0"
    monkeypatch.setattr("tests.datasets.small_galleries.pickled", lambda x, y: pickled(x, y, trap))
    gallery, files = small("cifar-10", "pickled")
    put(folder, gallery, files)
    assert same(read_gallery(gallery), gallery)
    assert not (tmp_path / "owned").exists()


def test_a_path_out_of_an_archive_is_never_looked_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.datasets.small_galleries.binary", lambda x, y: tar("../cifar-10-batches-bin", {"data_batch_1.bin": b"1"})
    )
    gallery, files = small("cifar-10")
    put(folder, gallery, files)
    with pytest.raises(GalleryError, match="unreadable"):
        read_gallery(gallery)
    assert sorted(path.name for path in folder.iterdir()) == ["cifar-10-binary.tar.gz"]


# Fetching


@pytest.mark.parametrize("name", GALLERIES)
def test_all_files_are_fetched_with_progress_and_only_once(name: str) -> None:
    with served(*small(name)) as (server, gallery):
        told: list[int] = []
        assert fetch(gallery.editions[0], told.append, lambda: False, PLAIN)
        assert (told[-1], told) == (gallery.editions[0].size, sorted(told))
        assert same(read_gallery(gallery), gallery)
        count = len(server.asked)
        assert fetch(gallery.editions[0], told.append, lambda: False, PLAIN)
        assert len(server.asked) == count == len(gallery.editions[0].parts)
    assert not list(home().rglob("*.part"))


@pytest.mark.parametrize(
    ("how", "then", "key"),
    [("cut", "well", "cut_short"), ("cut", "whole", "cut_short"), ("slow", "well", ""), ("missing", "well", "refused")],
)
def test_what_was_broken_off_goes_on_where_it_was(how: str, then: str, key: str) -> None:
    with served(*small("mnist")) as (server, gallery):
        edition, there = gallery.editions[0], gallery.editions[0].size // 2
        server.how = how
        if key:
            with pytest.raises(GalleryError) as told:
                fetch(edition, lambda _: None, lambda: False, PLAIN)
            assert told.value.key == key
        else:
            # A person stops it, once something has come; what came is kept.
            counts: list[int] = []
            assert not fetch(edition, counts.append, lambda: counts[-1] > 0, PLAIN)
        beside = home() / "mnist.npz.part"
        had = beside.stat().st_size if beside.exists() else 0
        assert 0 < had <= there or how == "missing"
        server.how = then
        assert fetch(edition, lambda _: None, lambda: False, PLAIN)
        assert server.asked[-1] == (had if then == "well" else 0)
        assert same(read_gallery(gallery), gallery)


def test_what_is_beside_of_another_file_is_fetched_anew() -> None:
    with served(*small("mnist")) as (server, gallery):
        beside = home() / "mnist.npz.part"
        beside.parent.mkdir(parents=True)
        beside.write_bytes(b"of something else")
        assert fetch(gallery.editions[0], lambda _: None, lambda: False, PLAIN)
        assert server.asked == [17, 0]
        assert same(read_gallery(gallery), gallery)


@pytest.mark.parametrize(("how", "key"), [("other", "wrong_sum"), ("longer", "too_large"), ("away", "unsafe")])
def test_what_is_not_the_file_is_never_put_in_its_place(how: str, key: str) -> None:
    with served(*small("mnist")) as (server, gallery):
        server.how = how
        with pytest.raises(GalleryError) as refused:
            fetch(gallery.editions[0], lambda _: None, lambda: False, ("http",))
        assert refused.value.key == key
    assert not (home() / "mnist.npz").exists()
    assert sum(path.stat().st_size for path in home().rglob("*")) == 0


def test_only_safe_addresses_are_asked_and_nobody_there_is_said() -> None:
    assert all(each.editions[0].base.startswith("https://") for each in GALLERIES.values())
    with served(*small("mnist")) as (server, gallery):
        with pytest.raises(GalleryError, match="unsafe"):
            fetch(gallery.editions[0], lambda _: None, lambda: False)
        assert not server.asked
    with pytest.raises(GalleryError) as told:
        fetch(gallery.editions[0], lambda _: None, lambda: False, PLAIN)
    assert (told.value.key, told.value.values) == ("offline", {"host": "127.0.0.1"})


# The document


def chosen_data(monkeypatch: pytest.MonkeyPatch, name: str = "mnist", count: int = 60):
    gallery, files = small(name)
    monkeypatch.setitem(GALLERIES, name, gallery)
    put(home(), gallery, files)
    chosen = chosen_of(gallery, count)
    return gallery, chosen, gallery_data(chosen, read_gallery(gallery))


@pytest.mark.parametrize("name", GALLERIES)
def test_the_document_names_a_gallery_and_has_its_pictures(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gallery, chosen, own = chosen_data(monkeypatch, name)
    document = edits.choose_own(Document(), own, chosen.train_share, 1)
    text = file.dumps(document)
    assert len(text) < 400 * len(own.columns)
    assert own.values == ""
    data = load(file.loads(text).data)
    assert (len(data.points), data.train_count) == (60, 50)
    x, y = pictures_of(gallery)
    known = {tuple(row): label for row, label in zip(x[::2].reshape(60, -1), y[::2], strict=True)}
    pairs = zip(np.rint(255 * data.points).astype(int), data.labels, strict=True)
    assert all(known[tuple(row)] == label for row, label in pairs)
    # Those that train are of those that train in the whole.
    first = {tuple(row) for row in x[:TRAIN].reshape(TRAIN, -1)}
    assert all(tuple(row) in first for row in np.rint(255 * data.train_points).astype(int))
    # The script has Keras's own loading make the same.
    loaded = (x[:TRAIN], y[:TRAIN, None]), (x[TRAIN:], y[TRAIN:, None])
    keras = SimpleNamespace(datasets=SimpleNamespace(**{gallery.keras: SimpleNamespace(load_data=lambda: loaded)}))
    made: dict[str, object] = {"np": np, "keras": keras}
    exec(numbers_inside(own).points, made)
    expected = np.frombuffer(gallery_rows(own), np.uint8).reshape(60, -1)
    np.testing.assert_array_equal(np.rint(255 * np.asarray(made["points"])), expected[:, :-1])
    np.testing.assert_array_equal(made["labels"], expected[:, -1])


def test_rows_come_from_the_copy_where_those_kept_are_gone_or_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, own = chosen_data(monkeypatch)
    (kept,) = (home() / "playground").iterdir()
    right = gallery_rows(own)
    for damage in (lambda: kept.unlink(), lambda: kept.write_bytes(b"x" * len(right))):
        damage()
        gallery_rows.cache_clear()
        assert gallery_rows(own) == right
        if not kept.exists():
            kept.write_bytes(right)


def test_a_project_whose_pictures_are_not_here_says_so_and_keeps_its_network(monkeypatch, tmp_path: Path) -> None:
    _, chosen, own = chosen_data(monkeypatch)
    document = edits.choose_own(Document(), own, chosen.train_share, 1)
    path = tmp_path / "p.playground"
    path.write_text(file.dumps(document), encoding="utf-8")
    assert read_project(path).document == document
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "elsewhere"))
    gallery_rows.cache_clear()
    absent = read_project(path).document
    assert absent.graph == document.graph
    assert [each.code for each in find_problems(absent)][:1] == ["data_absent"]
    assert len(load(absent.data).points) == 60
    assert same_points(absent, document)
    # Once a copy is there, so are the pictures.
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    assert looked_for(absent.data.own) == own


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('\\"name\\": \\"mnist\\"', '\\"name\\": \\"other\\"'),
        ('\\"train\\": 50', '\\"train\\": 51'),
        ('\\"train\\": 50', '\\"train\\": -50'),
    ],
)
def test_a_file_that_names_no_gallery_of_ours_has_none_of_its_pictures(
    before, after, monkeypatch, tmp_path: Path
) -> None:
    _, chosen, own = chosen_data(monkeypatch)
    text = file.dumps(edits.choose_own(Document(), own, chosen.train_share, 1))
    assert before in text
    path = tmp_path / "p.playground"
    path.write_text(text.replace(before, after), encoding="utf-8")
    found = read_project(path).document
    assert found.data.own.absent
    assert "data_absent" in [each.code for each in find_problems(found)]
    assert not load(found.data).points.any()


@pytest.mark.parametrize("change", ['"packing": "f4"', '"rows": 20000000', '"values": "AAAA"'])
def test_rows_that_are_named_are_bounded(change: str, monkeypatch) -> None:
    _, chosen, own = chosen_data(monkeypatch)
    record = json.loads(file.dumps(edits.choose_own(Document(), own, chosen.train_share, 1)))
    record["data"]["own"] |= json.loads("{" + change + "}")
    with pytest.raises(FileError):
        file.loads(json.dumps(record))


def test_as_many_as_fit_are_taken_of_the_real_ones() -> None:
    counts = {name: (each.pictures, each.most) for name, each in GALLERIES.items()}
    assert counts == {"mnist": (70_000, 10_686), "fashion-mnist": (70_000, 10_686), "cifar-10": (60_000, 2_729)}
    for gallery in GALLERIES.values():
        for count in (100, 101, gallery.most):
            chosen = chosen_of(gallery, count)
            settings = DataSettings(train_share=chosen.train_share)
            assert int(count * settings.train_share / 100) == chosen.train
            assert len(set(chosen.rows.tolist())) == count
            assert chosen.rows.max() < gallery.pictures
