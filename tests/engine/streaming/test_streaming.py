"""Rows that stay on the disk train as they do in memory: against Keras's own fit on the whole array."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.disk import streamed
from playground.datasets.disk.streamed import Streamed
from playground.datasets.packing import place_of
from playground.document.layers.dense import Dense
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings, TrainingSettings
from playground.engine.loops import Loops
from playground.engine.schedule import EndlessSchedule, batch_sizes
from playground.engine.session import Session
from playground.engine.streaming.feed import Feed
from playground.tables.choices import first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.tables.renewing import kept
from playground.tables.stored import DISK

ROWS = 230


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnData:
    """A table of numbers, words and gaps, streamed in small blocks."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(streamed, "MOST_ROWS", 32)
    random, path = np.random.default_rng(0), tmp_path / "t.csv"
    rows = [f"{a:.4f},{b:.3f},{'uvw'[at % 3]},{a * b:.4f}" for at, (a, b) in enumerate(random.normal(3, 2, (ROWS, 2)))]
    rows[7] = rows[7].replace(rows[7].split(",")[0], "", 1)
    path.write_text("\n".join(["a,b,kind,y", *rows]), encoding="utf-8")
    table = open_table(path, held=DISK)
    choices = replace(first_choices(table.columns, ["y"]).with_role("kind", "input"), filling="fill")
    found = kept(prepare(table, choices, "t", apart=True)).own
    assert found is not None
    assert [column.name for column in found.columns] == ["a", "b", "kind = u", "kind = v", "kind = w"]
    return replace(found, streamed=True)


def arrays_of(own: OwnData, data: DataSettings) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """All rows on either side, in the file's order."""
    rows = np.fromfile(place_of(own), "<f4").reshape(own.rows, -1)
    trains = Streamed.of(data)._trains(np.arange(own.rows), rows)
    return rows[trains, :-1], rows[trains, -1:], rows[~trains, :-1], rows[~trains, -1:]


@pytest.mark.parametrize(("twin", "split"), [(False, "random"), (True, "last")], ids=["plain", "xla"])
def test_one_ends_where_keras_does_on_the_whole_array(chain, own: OwnData, twin: bool, split: str) -> None:
    data = DataSettings(own=replace(own, split=split), train_share=70.0, seed=4, noise=0)
    training = TrainingSettings(batch_size=16, learning_rate=0.05, order="as_made")
    session = Session(chain(Dense(4), Dense(1), data=data, training=training), Loops())
    x, y, test_x, test_y = arrays_of(own, data)
    assert session.spec.rows == (len(x), len(test_x))
    network = session.keras_network()
    first = session.recorder.row(0)["validation_loss"]
    assert first == pytest.approx(network.evaluate(test_x, test_y, verbose=0), rel=1e-5)
    told = network.fit(x, y, 16, 3, verbose=0, shuffle=False, validation_data=(test_x, test_y)).history
    if twin:
        session.compile_twin()
        assert session.loop is not session.plain
    session.train(7)
    session.train(3 * session.plain.steps_per_epoch - 7)
    np.testing.assert_allclose(session.recorder.curves().validation_loss[1:], told["val_loss"], rtol=1e-5)
    assert session.recorder.row(3)["train_loss"] == pytest.approx(network.evaluate(x, y, verbose=0), rel=1e-5)
    for ours, other in zip(session.state, network.variables, strict=False):
        np.testing.assert_allclose(ours, other.numpy(), atol=1e-5)


def test_metrics_are_those_of_all_rows(chain, own: OwnData) -> None:
    data = DataSettings(own=own, train_share=50.0, seed=1, noise=0)
    training = TrainingSettings(metrics=("mean_absolute_error", "r2"))
    session = Session(chain(Dense(1), data=data, training=training), Loops())
    _, _, x, y = arrays_of(own, data)
    found, row = session.keras_network().predict(x, verbose=0), session.recorder.row(0)
    assert row["validation_mean_absolute_error"] == pytest.approx(np.abs(found - y).mean(), rel=1e-5)
    assert row["validation_r2"] == pytest.approx(1 - ((found - y) ** 2).sum() / ((y - y.mean()) ** 2).sum(), 1e-4)


def test_each_epoch_brings_every_train_row_once_in_an_order_of_its_seed(own: OwnData) -> None:
    rows = Streamed(own, 60.0, 3)
    count, (trained, tested) = rows.train_count, rows.sample()
    assert (len(trained), len(tested)) == rows.counts
    feed, plain = Feed(rows, True, 5, buffer=40), Feed(rows, True, 5, buffer=1)
    first, second = feed.take(0, count), feed.take(count, count)
    ordered = plain.take(0, count)
    assert not np.array_equal(first, second)
    for epoch in (first, second):
        assert sorted(map(tuple, epoch)) == sorted(map(tuple, ordered)) == sorted(map(tuple, trained))
    # Whoever goes back is given the same again, also from the middle of an epoch.
    np.testing.assert_array_equal(feed.take(count - 9, 20), np.concatenate([first[-9:], second[:11]]))
    np.testing.assert_array_equal(Feed(rows, True, 5, buffer=40).take(count, count), second)
    assert not np.array_equal(Feed(rows, True, 6, buffer=40).take(0, count), first)
    np.testing.assert_array_equal(plain.take(count, count), ordered)


@pytest.mark.parametrize("split", ["random", "last", "each_row", "each_class", "column"])
def test_both_sides_together_are_all_rows(own: OwnData, split: str) -> None:
    own = replace(own, split=split, train_rows=140 if split == "column" else 0)
    rows = Streamed(own, 60.0, 3)
    trained, tested = (sum(len(rows.block(number, side)) for number in range(rows.blocks)) for side in (True, False))
    assert (trained, tested) == rows.counts
    assert abs(trained - 0.6 * ROWS) < 25
    if split in ("last", "each_row", "column"):
        # In memory it is the same ones.
        whole = load(DataSettings(own=replace(own, streamed=False), train_share=60.0, seed=3, noise=0))
        assert whole.train_count == trained
        found = np.concatenate([rows.block(number, True) for number in range(rows.blocks)])
        assert sorted(found[:, -1].tolist()) == sorted(np.float32(whole.train_labels).tolist())


@pytest.mark.parametrize("carried", ["short", "carried"])
def test_batches_follow_each_other_without_a_gap(carried: str) -> None:
    sizes = batch_sizes(23, TrainingSettings(batch_size=5, part_batches=carried))
    indices, others = EndlessSchedule(23, sizes, False, 1).batches(0, 3 * sizes.steps)
    ends = indices[:, 0] + np.where(others, sizes.other, sizes.usual)
    assert indices[0, 0] == 0
    assert indices[1:, 0].tolist() == ends[:-1].tolist()
    assert ends[-1] == (69 if carried == "short" else 69 - 3)
