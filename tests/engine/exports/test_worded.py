"""Files for people, in the language in use: true to the run, and of a skeleton that no name changes."""

from __future__ import annotations

import json
import re
import statistics
from dataclasses import replace

import numpy as np
import pytest
from markdown_it import MarkdownIt
from PySide6.QtWidgets import QApplication
from scipy.stats import binomtest

from playground.command_train import write
from playground.datasets.galleries.gallery import GALLERIES
from playground.datasets.packing import packed
from playground.document.examples import example
from playground.document.own_data import GALLERY, MAKERS, OwnColumn, OwnData, OwnTarget
from playground.document.settings import DataSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.projects.project import Project
from playground.tables.choices import first_choices, recipe_text
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.assets import asset
from playground.ui.texts.language import speak
from playground.ui.texts.numbers import loss_text, number_text, share_text
from playground.ui.writing.card.data import data_section, licence_of, source_of
from playground.ui.writing.card.limits import wilson

EPOCHS = 30


@pytest.fixture(scope="module")
def session():
    document = example("iris", asset("examples"))
    session = Session(replace(document, training=replace(document.training, epochs=EPOCHS)), Loops())
    session.train(EPOCHS * session.plain.steps_per_epoch)
    return session


@pytest.fixture
def chinese(qapp: QApplication):
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def tables(text: str) -> list[list[list[str]]]:
    """The cells of each table of a Markdown text, as a viewer shows them."""
    found: list[list[list[str]]] = []
    for token in (tokens := iter(MarkdownIt().enable("table").parse(text))):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("td_open", "th_open"):
            found[-1][-1].append(next(tokens).content)
    return found


def test_a_card_tells_what_keras_counts_and_the_run_was(session, tmp_path):
    write(session, Project(session.document), tmp_path / "net.md", EPOCHS)
    text = (tmp_path / "net.md").read_text(encoding="utf-8")
    classes, inputs, layers, results, curves = tables(text)
    assert sum(int(cell) for row in classes[1:] for cell in row[1:]) == 150
    assert [row[0] for row in inputs[1:3]] == ["sepal length (cm)", "sepal width (cm)"]
    network, row = session.keras_network(), session.recorder.row(EPOCHS)
    assert {r[0].strip("`"): int(r[-1] or 0) for r in layers[1:]} == {
        layer.name: layer.count_params() for layer in network.layers
    }
    assert f"Parameters altogether: {network.count_params():,}" in text
    assert results[1][1:] == [loss_text(row["train_loss"]), loss_text(row["validation_loss"])]
    assert results[2][1:] == [share_text(row["train_accuracy"]), share_text(row["validation_accuracy"])]
    told = {int(line[0]): line[1] for line in curves[1:]}
    assert {0, 1, EPOCHS} <= set(told)
    assert told == {epoch: loss_text(session.recorder.row(epoch)["train_loss"]) for epoch in told}
    assert len(re.findall("^(?:train|validation) .*[▁-█]{10,}", text.lower(), re.MULTILINE)) == 2
    assert "TensorFlow**: 2." in text


def test_a_card_is_chinese_where_the_window_is(session, tmp_path, chinese):
    write(session, Project(session.document), tmp_path / "net.md", EPOCHS)
    words = re.sub("`[^`]*`|SHA-256|[A-Z][A-Za-z0-9. ,()]*; UCI", "", (tmp_path / "net.md").read_text(encoding="utf-8"))
    assert "# 模型卡片：鸢尾花" in words
    english = set(re.findall(r"\b[A-Za-z]{5,}\b", words)) - {"Playground", "Python", "Keras", "AMSGrad", "Wilson"}
    # Terms that are so in Chinese too.
    assert english <= {"TensorFlow", "NumPy", "Epsilon", "Dense", "logits"}


@pytest.mark.parametrize(("right", "rows"), [(45, 45), (40, 45), (0, 9), (731, 750)])
def test_the_interval_is_wilson_s(right, rows):
    theirs = binomtest(right, rows).proportion_ci(0.95, method="wilson")
    assert wilson(right / rows, rows) == pytest.approx((theirs.low, theirs.high), abs=1e-4)


def own_data(maker: str, recipe: str = "") -> DataSettings:
    rows = np.array([[0.0, -1.0], [0.5, 1.0], [1.0, 1.0], [0.2, -1.0]], np.float32)
    values, digest = packed(rows[:, :1], rows[:, 1:].ravel())
    own = OwnData(
        (OwnColumn("a"),), ("no", "yes"), "mine", "binary", (OwnTarget("b"),), 4, digest, values=values, maker=maker
    )
    return DataSettings(own=replace(own, recipe=recipe))


@pytest.mark.parametrize("maker", MAKERS)
def test_data_of_every_origin_tell_where_they_come_from(maker):
    assert source_of(own_data(maker))
    assert licence_of(own_data(maker)).startswith("not known")


def test_pictures_that_are_fetched_tell_their_licence():
    known = [own_data(GALLERY, json.dumps({"name": name, "train": 3, "test": 1})) for name in GALLERIES]
    assert [source_of(data).split(",")[0] for data in known] == [gallery.title for gallery in GALLERIES.values()]
    assert licence_of(known[0]) == GALLERIES["mnist"].licence
    assert "not known" not in " ".join(map(licence_of, known))


@pytest.mark.parametrize("unsplit", ["drop", "train"])
def test_a_card_tells_of_rows_that_no_word_splits_and_whose_means_are_taken(unsplit):
    lines = [f"{at}.5,{'ab'[at % 2]},{('train', 'test', '')[at % 3]}" for at in range(60)]
    table = pasted_table("\n".join(["x,y,part", *lines]))
    choices = replace(first_choices(table.columns, "y", "part"), unsplit=unsplit)
    own = prepare(table, choices, "t").own
    recipe = recipe_text("a.csv", "", table.reading, choices)
    told = data_section(DataSettings(own=replace(own, recipe=recipe)))
    assert ("Rows that have none train" in told) == (unsplit == "train")
    used = [at + 0.5 for at in range(60) if unsplit == "train" or at % 3 < 2]
    assert f"(value − {number_text(statistics.mean(used), 6)})" in told
    assert "those of all rows that are used, also of those that validate" in told
    plain = prepare(table, replace(choices, scaling="none"), "t").own
    assert "also of those" not in data_section(DataSettings(own=replace(plain, recipe=recipe)))
