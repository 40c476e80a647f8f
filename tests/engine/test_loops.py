"""Compiled loops: shared by structure, bounded, and which of them move to XLA."""

from dataclasses import replace

import pytest

from playground.document.checks import xla
from playground.document.checks.shapes import Flow, flow
from playground.document.checks.xla import LARGE_WORK
from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.pictures import PictureLayer
from playground.document.layers.regularization import Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import Adam, DataSettings
from playground.engine.build import structure
from playground.engine.loops import MOST_PLAIN, MOST_TWINS, Loops
from playground.engine.session import Session
from tests.engine.around import around


def suits_xla(spec, known):
    return xla.suits_xla((node for node, _ in spec.nodes), known, spec.batches.width)


def spec_of(document, batch_size=5):
    inputs = len(document.data.input_names)
    training = replace(document.training, batch_size=batch_size)
    return structure(document.graph, training, inputs, 1, "binary", (23, 23), ("accuracy",))


def test_what_training_does_not_see_shares_one_loop(chain, with_training, loops):
    document = chain(Dense(3), Dense(1))
    other = edits.move(edits.rename(document, "dense_1", "First"), {"dense_1": (77, 88)})
    other = with_training(other, seed=99, learning_rate=1.5, epochs=3)
    one, two = Session(document, loops), Session(other, loops)
    assert one.plain is two.plain
    one.twin_to_compile()()
    assert one.loop is two.loop is not one.plain
    assert two.twin_to_compile() is None


def test_another_structure_gets_a_loop_of_its_own(chain, with_training, loops):
    document = chain(Dense(3), Dense(1))
    kept = loops.plain(spec_of(document))[0]
    assert loops.plain(spec_of(with_training(document, optimizer=Adam())))[0] is not kept
    assert loops.plain(spec_of(chain(Dense(4), Dense(1))))[0] is not kept
    assert loops.plain(spec_of(document))[0] is kept


def test_sessions_that_share_a_loop_do_not_disturb_each_other(chain, with_training, loops):
    document = chain(Dense(3), Dense(1))
    alone = Session(document, loops)
    alone.train(12)
    one, two = Session(document, loops), Session(with_training(document, seed=2, learning_rate=0.5), loops)
    for _ in range(4):
        one.train(3)
        two.train(3)
    assert one.recorder.curves().train_loss.tolist() == alone.recorder.curves().train_loss.tolist()
    assert one.recorder.curves().train_loss[0] != two.recorder.curves().train_loss[0]


def test_only_the_newest_plain_loops_are_kept(chain):
    loops = Loops()
    specs = [replace(spec_of(chain(Dense(1))), rows=(100 + at, 50)) for at in range(MOST_PLAIN + 2)]
    first = loops.plain(specs[0])
    for spec in specs[1:MOST_PLAIN]:
        loops.plain(spec)
    assert loops.plain(specs[0]) is first, "used lately, so kept longest"
    second = loops.plain(specs[1])
    for spec in specs[MOST_PLAIN:]:
        loops.plain(spec)
    assert loops.plain(specs[0]) is first
    assert loops.plain(specs[1]) is second
    assert len(loops._plain) == MOST_PLAIN


def test_xla_twins_are_bounded_and_kept_for_good(chain, loops):
    document = chain(Dense(2), Dense(1))
    session, full = Session(document, loops), Loops()
    for at in range(MOST_TWINS):
        assert full.has_room()
        full.add_twin(replace(session.spec, rows=(100 + at, 50)), session.plain)
    assert not full.has_room()
    assert Session(document, full).twin_to_compile() is None
    assert full.twin(replace(session.spec, rows=(100, 50))) is session.plain


@pytest.mark.parametrize("layer", [Dropout(), GaussianNoise()], ids=lambda layer: layer.kind)
def test_networks_that_draw_random_numbers_get_their_twin_whatever_was_compiled_before(chain, layer):
    session, full = Session(chain(Dense(2), layer, Dense(1)), Loops()), Loops()
    for at in range(MOST_TWINS):
        full.add_twin(replace(session.spec, rows=(100 + at, 50)), session.plain)
    late = Session(session.document, full)
    assert not late.ready
    assert late.twin_to_compile() is not None


def test_a_twin_that_cannot_be_compiled_is_not_tried_again(chain, loops):
    session = Session(chain(Dense(2), Dropout(), Dense(1)), loops)
    no_state = loops.twin_to_compile(session.spec, [], session.arrays)
    with pytest.raises(IndexError):
        no_state()
    assert session.twin_to_compile() is None
    assert session.ready, "on the plain graph, for its whole run"


def test_large_networks_stay_on_the_plain_graph(chain):
    document = chain(Dense(1024), Dense(1024), Dense(1))
    assert not suits_xla(spec_of(document), flow(document))


PLAIN = {kind for kind in PALETTE if issubclass(LAYERS[kind], PictureLayer)}


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_windows_over_pictures_stay_on_the_plain_graph(chain, kind):
    document = chain(*around(kind))
    assert not suits_xla(spec_of(document), flow(document))


@pytest.mark.parametrize(("units", "suits"), [(32, True), (33, False)])
@pytest.mark.parametrize("layer", [SimpleRNN, LSTM, GRU])
def test_recurrent_layers_move_to_xla_up_to_32_units(chain, layer, units, suits):
    document = chain(Reshape((2, 1)), layer(units), Dense(1))
    assert suits_xla(spec_of(document), flow(document)) == suits


def test_a_dense_layer_works_at_each_place_of_a_picture(chain):
    row = (Dense(4096, use_bias=False), Reshape((64, 64, 1)), Dense(12), Flatten(), Dense(1))
    document = chain(*row, data=DataSettings("sine"))
    weights = sum(flow(document).parameters.values())
    values = 1 + 2 * 4096 + 2 * 4096 * 12 + 2
    batch_size = LARGE_WORK // (weights + values)
    assert not suits_xla(spec_of(document, batch_size), flow(document))


@pytest.mark.parametrize("kind", sorted(set(PALETTE) - PLAIN))
def test_small_networks_of_every_other_layer_move_to_xla(chain, kind):
    document = chain(*around(kind))
    assert suits_xla(spec_of(document), flow(document))


def test_the_rule_counts_the_work_of_one_batch(chain):
    document = chain(Dense(1), data=DataSettings())
    # Values: 2 from Data, 1 from the layer, 1 into Output; weights: as many as make the work just fit.
    values, batch_size = 4, 10
    fits = LARGE_WORK // batch_size - values
    known = flow(document)
    assert suits_xla(spec_of(document, batch_size), Flow(known.shapes, {"dense_1": fits}, {}))
    assert not suits_xla(spec_of(document, batch_size), Flow(known.shapes, {"dense_1": fits + 1}, {}))
    assert not suits_xla(spec_of(document, batch_size + 1), Flow(known.shapes, {"dense_1": fits}, {}))


def test_the_rule_knows_nothing_of_what_was_compiled_before(chain, loops):
    document = chain(Dense(3), Dense(1))
    before = suits_xla(spec_of(document), flow(document))
    Session(document, loops).train(3)
    assert suits_xla(spec_of(document), flow(document)) == before
