"""Which rows each batch holds: as the peer's page and as Keras's fit split them, however the run is cut up."""

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.document.settings import TrainingSettings
from playground.engine.schedule import BLOCK, Schedule, batch_sizes

SIZES = [(250, 30), (250, 10), (23, 5), (7, 7), (7, 8), (7, 1), (8, 5), (3, 4096), (60, 31)]


def schedule(rows, batch_size, part_batches, order="as_made", seed=1):
    training = TrainingSettings(batch_size=batch_size, part_batches=part_batches, order=order)
    return Schedule(rows, batch_sizes(rows, training), order == "shuffled", seed)


def rows_of(made, first, count):
    """Each batch's rows, without the tail that is not read."""
    sizes = made.sizes
    indices, others = made.batches(first, count)
    assert (indices.shape, indices.dtype) == ((count, sizes.width), np.int32)
    assert (others.shape, others.dtype) == ((count,), np.bool_)
    return [
        batch[: sizes.other if other else sizes.usual].tolist() for batch, other in zip(indices, others, strict=True)
    ]


def page_batches(rows, batch_size, orders):
    """The rows that each update of the page's loop adds up, epoch by epoch.

    Every epoch goes through the points in order and updates after each `batch_size` of them; what is left
    over stays added up until the next epoch's first update.
    """
    added, epochs = [], []
    for order in orders:
        updates = []
        for place, row in enumerate(order):
            added.append(row)
            if (place + 1) % batch_size == 0:
                updates.append(added)
                added = []
        epochs.append(updates)
    return epochs


class Recording(keras.Model):
    """Keeps the rows of each batch that Keras's fit gives it."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def train_step(self, data):
        self.seen.append(np.ravel(data[0]).tolist())
        return {"loss": keras.ops.zeros(())}


def keras_batches(rows, batch_size, order):
    network = Recording()
    network.compile(run_eagerly=True)
    network.fit(np.asarray(order)[:, None], np.zeros((rows, 1)), batch_size=batch_size, shuffle=False, verbose=0)
    return network.seen


def shuffled_orders(rows, seed, epochs):
    """The definition: 64 epochs at once, permuted by numpy."""
    found = []
    for block in range(-(-epochs // BLOCK)):
        orders = np.tile(np.arange(rows), (BLOCK, 1))
        found.extend(np.random.default_rng((seed, block)).permuted(orders, axis=1).tolist())
    return found[:epochs]


@pytest.mark.parametrize(("rows", "batch_size"), SIZES)
def test_carried_batches_are_those_of_the_page(rows, batch_size):
    made = schedule(rows, batch_size, "carried")
    # The page never learns from fewer points than a batch; here a batch is never larger than the train set.
    expected = page_batches(rows, min(batch_size, rows), [range(rows)] * 4)
    assert {len(epoch) for epoch in expected} == {made.sizes.steps}
    assert rows_of(made, 0, 4 * made.sizes.steps) == [batch for epoch in expected for batch in epoch]


def test_carried_batches_of_shuffled_rows_carry_the_rows_of_the_epoch_before():
    made = schedule(23, 5, "carried", "shuffled", seed=3)
    expected = page_batches(23, 5, shuffled_orders(23, 3, BLOCK + 2))
    assert rows_of(made, 0, (BLOCK + 2) * made.sizes.steps) == [batch for epoch in expected for batch in epoch]


@pytest.mark.parametrize(("rows", "batch_size"), SIZES)
def test_short_batches_are_those_of_keras(rows, batch_size):
    made = schedule(rows, batch_size, "short")
    expected = keras_batches(rows, batch_size, range(rows))
    assert len(expected) == made.sizes.steps
    assert rows_of(made, 0, 2 * made.sizes.steps) == expected + expected


def test_short_batches_of_shuffled_rows_are_those_of_keras():
    made = schedule(23, 5, "short", "shuffled", seed=3)
    orders = shuffled_orders(23, 3, BLOCK + 2)
    for epoch in (0, 1, BLOCK - 1, BLOCK, BLOCK + 1):
        found = rows_of(made, epoch * made.sizes.steps, made.sizes.steps)
        assert found == keras_batches(23, 5, orders[epoch])


@settings(max_examples=50, deadline=None)
@given(
    st.integers(1, 40),
    st.integers(1, 50),
    st.sampled_from(["short", "carried"]),
    st.sampled_from(["as_made", "shuffled"]),
    st.lists(st.integers(1, 30), min_size=1, max_size=6),
)
def test_a_run_in_pieces_has_the_same_batches(rows, batch_size, part_batches, order, pieces):
    whole = rows_of(schedule(rows, batch_size, part_batches, order), 0, sum(pieces))
    made, found = schedule(rows, batch_size, part_batches, order), []
    for count in pieces:
        found += rows_of(made, len(found), count)
    assert found == whole


def epoch_by_epoch(made, epoch):
    """The batches of one epoch and which have the other size: as the first runs that were ever saved had them."""
    sizes = made.sizes

    def order(epoch):
        orders = np.tile(np.arange(made.rows, dtype=np.int32), (BLOCK, 1))
        if made.shuffled:
            np.random.default_rng((made.seed, epoch // BLOCK)).permuted(orders, axis=1, out=orders)
        return orders[epoch % BLOCK]

    split, others = np.zeros((sizes.steps, sizes.width), np.int32), np.zeros(sizes.steps, np.bool_)
    if sizes.other:
        others[0 if sizes.carried else -1] = epoch > 0 or not sizes.carried
    if not sizes.carried:
        split.ravel()[: made.rows] = order(epoch)
        return split, others
    whole = sizes.steps * sizes.usual
    split[:, : sizes.usual] = order(epoch)[:whole].reshape(sizes.steps, sizes.usual)
    if epoch and sizes.other:
        split[0] = np.concatenate([order(epoch - 1)[whole:], order(epoch)[: sizes.usual]])
    return split, others


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 40),
    st.integers(1, 50),
    st.sampled_from(["short", "carried"]),
    st.sampled_from(["as_made", "shuffled"]),
    st.integers(0, 2**31 - 1),
    st.integers(0, 6 * BLOCK),
    st.integers(1, 2 * BLOCK + 3),
)
def test_a_seed_keeps_the_history_it_always_had(rows, batch_size, part_batches, order, seed, first, epochs):
    made = schedule(rows, batch_size, part_batches, order, seed)
    parts = [epoch_by_epoch(made, epoch) for epoch in range(first, first + epochs)]
    made.batches(0, 1)  # What was asked for before changes nothing.
    indices, others = made.batches(first * made.sizes.steps, epochs * made.sizes.steps)
    np.testing.assert_array_equal(indices, np.concatenate([split for split, _ in parts]))
    np.testing.assert_array_equal(others, np.concatenate([other for _, other in parts]))


@pytest.mark.parametrize("part_batches", ["short", "carried"])
@pytest.mark.parametrize("order", ["as_made", "shuffled"])
def test_every_row_is_learned_from_once_in_an_epoch(part_batches, order):
    made = schedule(23, 5, part_batches, order)
    epochs = 7
    batches = rows_of(made, 0, epochs * made.sizes.steps)
    counts = np.bincount(np.concatenate(batches), minlength=23)
    # What the last epoch left over is still waiting.
    missing = 3 if part_batches == "carried" else 0
    assert counts.sum() == epochs * 23 - missing
    assert set(counts) <= {epochs, epochs - 1}


def test_rows_are_shuffled_anew_each_epoch_by_the_seed():
    first, again, other = (schedule(50, 50, "short", "shuffled", seed) for seed in (1, 1, 2))
    assert rows_of(first, 0, 3) == rows_of(again, 0, 3)
    assert rows_of(first, 0, 3) != rows_of(other, 0, 3)
    one, two, three = rows_of(first, 0, 3)
    assert one != two != three != one


def test_an_epoch_far_along_is_reached_without_those_before():
    """As when a run goes back: blocks may be asked for in any order."""
    made, fresh = schedule(23, 5, "carried", "shuffled"), schedule(23, 5, "carried", "shuffled")
    for epoch in (10 * BLOCK, 0, 7 * BLOCK + 3, 3, 5 * BLOCK, 9 * BLOCK, 2 * BLOCK, 10 * BLOCK):
        first = epoch * made.sizes.steps
        assert rows_of(made, first, made.sizes.steps) == rows_of(fresh, first, made.sizes.steps)
        fresh = schedule(23, 5, "carried", "shuffled")


@pytest.mark.parametrize("part_batches", ["short", "carried"])
@pytest.mark.parametrize(("rows", "batch_size"), SIZES)
def test_at_most_one_batch_of_an_epoch_has_another_size(rows, batch_size, part_batches):
    made = schedule(rows, batch_size, part_batches)
    sizes = [len(batch) for batch in rows_of(made, made.sizes.steps, made.sizes.steps)]
    others = [size for size in sizes if size != made.sizes.usual]
    assert others == [made.sizes.other] * bool(made.sizes.other)
    assert made.sizes.width >= max(sizes)
