"""A folder of class folders becomes data, against Pillow's own reading of the same files."""

from __future__ import annotations

import base64
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from playground.datasets.dataset import load
from playground.datasets.own import own_rows
from playground.datasets.own_code import numbers_inside
from playground.datasets.pictures import Shape, picture_data, shape_of
from playground.document.document import Document
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.settings import DataSettings
from playground.ui.pictures.dialog import OpenPictures
from playground.ui.pictures.finding import PicturesError, find_pictures
from playground.ui.pictures.reading import MOST_PIXELS, Refusal, read_all, read_one, spread
from playground.ui.theme import LIGHT


def some(folder: Path, each: int = 6, size: tuple[int, int] = (40, 30)) -> Path:
    """Bright pictures in "day", dark ones in "night", as PNG, JPEG and BMP in turn."""
    random = np.random.default_rng(1)
    for name, low in (("day", 150), ("night", 0)):
        (folder / name).mkdir(parents=True)
        for at in range(each):
            ending = ("png", "jpg", "bmp")[at % 3]
            pixels = random.integers(low, low + 100, (size[1], size[0], 3), np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{at + 1}.{ending}")
    return folder


def bomb(path: Path) -> None:
    """A head that promises more pixels than are decoded, with hardly any bytes behind it."""
    Image.new("L", (MOST_PIXELS // 1000 + 1, 1000)).save(path, optimize=True)


@pytest.mark.parametrize("colour", [False, True])
def test_a_picture_is_its_middle_square_scaled(tmp_path: Path, colour: bool) -> None:
    path = tmp_path / "one.png"
    gradient = np.linspace(0, 255, 60).astype(np.uint8)
    pixels = np.stack([np.tile(gradient, (40, 1)), np.full((40, 60), 90, np.uint8), np.zeros((40, 60), np.uint8)], 2)
    Image.fromarray(pixels).save(path)
    found = read_one(path, Shape(20, colour))
    known = (
        Image.open(path).crop((10, 0, 50, 40)).convert("RGB" if colour else "L").resize((20, 20), Image.Resampling.BOX)
    )
    apart = np.abs(found.astype(int) - np.asarray(known).reshape(-1).astype(int))
    assert found.shape == (20 * 20 * (3 if colour else 1),)
    assert apart.max() <= 8


def test_classes_are_folders_and_a_picture_or_one_class_means_all(tmp_path: Path) -> None:
    folder = some(tmp_path / "sky")
    (folder / "notes.txt").write_text("none")
    (folder / "day" / "readme.md").write_text("none")
    (folder / ".hidden").mkdir()
    for place in (folder, folder / "day", folder / "night" / "2.jpg"):
        found = find_pictures(place)
        assert (found.classes, len(found.files), found.others) == (("day", "night"), 12, 1)


@pytest.mark.parametrize(("made", "code"), [((), "no_pictures"), (("day",), "one_class")])
def test_a_folder_without_classes_says_what_is_missing(tmp_path: Path, made: tuple[str, ...], code: str) -> None:
    for name in made:
        (tmp_path / name).mkdir()
        Image.new("L", (8, 8)).save(tmp_path / name / "1.png")
    with pytest.raises(PicturesError) as caught:
        find_pictures(tmp_path)
    assert caught.value.key == code


def test_what_is_too_large_is_refused_by_its_head_and_what_is_none_is_named(tmp_path: Path) -> None:
    folder = some(tmp_path / "sky", 2)
    bomb(folder / "day" / "camera.png")
    (folder / "night" / "text.png").write_text("no picture")
    os.mkfifo(folder / "night" / "pipe.png")
    read = read_all(find_pictures(folder), Shape(8), lambda _: None, lambda: False)
    told = {each.path.name: each.code for each in read.refused}
    assert told == {"camera.png": "too_large", "text.png": "unreadable"}
    assert len(read.pixels) == 4
    assert isinstance(read_one(folder / "day" / "camera.png", Shape(8)), Refusal)


def test_ten_thousand_are_told_of_as_they_are_read_and_can_be_stopped(tmp_path: Path) -> None:
    folder = some(tmp_path / "sky", 1, (8, 8))
    found = find_pictures(folder)
    many = replace(found, files=tuple(sorted(found.files * 5_000, key=lambda each: each[1])))
    told: list[int] = []
    read = read_all(many, Shape(8), told.append, lambda: False)
    assert len(read.pixels) == 10_000
    assert told == sorted(told)
    assert len(told) > 100
    assert read_all(many, Shape(8), told.append, lambda: len(told) > 160) is None
    assert [label for _, label in spread(many, 100)].count(0) == 50


def test_pictures_are_kept_as_bytes_in_the_project_and_come_back(tmp_path: Path) -> None:
    random = np.random.default_rng(2)
    pixels, labels = random.integers(0, 256, (30, 48), np.uint8), np.arange(30, dtype=np.uint8) % 3
    own = picture_data(pixels, labels, ("a", "b", "c"), "sky", Shape(4, True))
    document = replace(Document(), data=DataSettings(own=own))
    back = file.loads(file.dumps(document)).data.own
    assert back == own
    assert back.values == own.values
    dataset = load(DataSettings(own=back))
    known = {tuple(row): label for row, label in zip(pixels, labels, strict=True)}
    for row, label in zip(dataset.points, dataset.labels, strict=True):
        assert known[tuple((255 * row).round().astype(np.uint8))] == label
    assert shape_of(48) == (4, 4, 3)
    made: dict[str, object] = {"np": np, "base64": base64}
    exec(numbers_inside(own).points, made)
    for ours, theirs in zip(own_rows(own), (made["points"], made["labels"][:, np.newaxis]), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    wrong = replace(own, classes=("a", "b"), task="binary")
    with pytest.raises(FileError):
        file.loads(file.dumps(replace(document, data=DataSettings(own=wrong))))


def test_the_dialog_opens_without_those_that_are_left_out_once_that_was_said(qtbot, tmp_path: Path) -> None:
    folder = some(tmp_path / "sky")
    bomb(folder / "day" / "camera.png")
    dialog = OpenPictures(folder, DataSettings(), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [name for name, _, _ in dialog.sheet.rows] == ["day", "night"]
    dialog.sheet.grab()
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "camera.png" in dialog.told.text())
    assert dialog.data is None
    dialog.open_button.click()
    assert (dialog.data.rows, dialog.data.classes, dialog.data.look) == (12, ("day", "night"), "picture")
    assert dialog.data.title == "sky"
