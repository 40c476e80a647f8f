"""The script makes the network that the Playground trains: every layer, loss and optimizer."""

import inspect
from dataclasses import fields, replace

import keras
import numpy as np
import pytest

from playground.datasets.code import data_code
from playground.document.checks.targets import wanted_outputs
from playground.document.code.python_code import KERAS, python_code
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files.link import read_link
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.keras_call import PLAYGROUND_BIAS, PLAYGROUND_UNIFORM
from playground.document.layers.activations import ELU, LeakyReLU, PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add, Concatenate, Merge, Multiply
from playground.document.layers.normalization import BatchNormalization, LayerNormalization, Rescaling
from playground.document.layers.pictures import AveragePooling2D, Conv2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.losses import LOSSES
from playground.document.metrics import METRICS
from playground.document.schedules import CosineDecay, ExponentialDecay, OnPlateau, StepDecay
from playground.document.settings import DATASETS, GENERATORS, OPTIMIZERS, SGD, Adam, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.wanted import Wanted

LOOPS = Loops()


def chain(*row, data=DataSettings(points=40), loss="mean_squared_error", **training):  # noqa: B008
    document = Document(data=data, training=TrainingSettings(**training))
    last = DATA
    for layer in row:
        source = last
        document, last = edits.add_node(document, layer, 0, 0, after=source)
        if isinstance(layer, Merge):
            document, beside = edits.add_node(document, Dense(3), 0, 0, after=DATA)
            document = edits.connect(document, beside, last)
    return edits.set_layer(edits.connect(document, last, OUTPUT), OUTPUT, Output(loss))


def run(document, epochs, style=KERAS):
    """What the script's lines leave behind, after so many epochs."""
    code = python_code(document, data_code(document.data), style)
    assert f"EPOCHS = {document.training.epochs}\n" in code
    code = code.replace(f"EPOCHS = {document.training.epochs}\n", f"EPOCHS = {epochs}\n")
    made = {"__name__": "script"}
    exec(compile(code, "script", "exec"), made)
    return made


def first_weights(document):
    return [weights.numpy() for weights in Session(document, LOOPS).keras_network().weights]


def assert_same_weights(document, epochs=0):
    session = Session(document, LOOPS)
    session.train(epochs * session.plain.steps_per_epoch)
    made = run(document, epochs)["network"].weights
    expected = session.keras_network().weights
    assert [weights.path.split("/")[0] for weights in made] == [w.path.split("/")[0] for w in expected]
    for ours, theirs in zip(expected, made, strict=True):
        np.testing.assert_allclose(theirs, ours, rtol=1e-4, atol=1e-5)
    return made


LEARNING = [BatchNormalization(momentum=0.5, epsilon=0.01), LayerNormalization(epsilon=0.01)]


@pytest.mark.parametrize("kind", PALETTE)
def test_each_layer_computes_the_same(kind, capsys):
    own = {"Reshape": Reshape((1, 16)), "LeakyReLU": LeakyReLU(0.3), "ELU": ELU(0.5)}
    layer = own.get(kind, LAYERS[kind]())
    shape = {"pictures": (4, 4, 1), "sequences": (8, 2)}.get(layer.family, (16,))
    width = 3 if isinstance(layer, Merge) else 16
    before = [Dense(width, kernel_initializer="random_normal"), *([Reshape(shape)] if len(shape) > 1 else [])]
    document = chain(*before, layer, Dense(2), Flatten(), Dense(1))
    made = run(document, 0)["network"]
    expected = Session(document, LOOPS).keras_network()
    x = np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32)
    np.testing.assert_allclose(made(x), expected(x), rtol=1e-6, atol=1e-7)


def test_a_network_with_everything_learns_the_same(capsys):
    row = [Dense(6), *LEARNING, Dropout(0.3), GaussianNoise(0.2), Reshape((2, 3)), Dense(3, "softplus")]
    row += [Flatten(), Dense(3, use_bias=False, l1=0.01), Add(), Dense(2, trainable=False), Multiply()]
    row[-2] = Dense(3, trainable=False)
    row += [Concatenate(), BatchNormalization(trainable=False), Dense(1)]
    assert_same_weights(chain(*row, batch_size=7, seed=5), epochs=2)


PICTURE = Conv2D(3, 2, 2, "same", "step", False, "he_normal", "ones", 0.1, 0.2, trainable=False)


@pytest.mark.parametrize(
    "row",
    [
        [Reshape((4, 4, 1)), PICTURE, Conv2D(2, l2=0.1, padding="same"), AveragePooling2D(2, "same")],
        [Reshape((8, 2)), SimpleRNN(3, True, False, "relu"), GRU(2, True), LSTM(3)],
        [PReLU(0.1, trainable=False), Rescaling(0.5, -1.0), ActivityRegularization(0.1, 0.1)],
    ],
    ids=["pictures", "sequences", "values"],
)
def test_settings_of_layers_learn_the_same(row, capsys):
    assert_same_weights(chain(Dense(16), *row, Flatten(), Dense(1), batch_size=10, seed=5), epochs=2)


@pytest.mark.parametrize("loss", ["half_squared_error", "hinge"])
def test_a_report_leaves_out_the_penalty_on_values(loss, capsys):
    document = chain(Dense(3), ActivityRegularization(0.5, 0.5), Dense(1), loss=loss)
    run(document, 2)
    session = Session(document, LOOPS)
    session.train(2 * session.plain.steps_per_epoch)
    validation = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  validation")][-1]
    shown = float(validation.split()[2].rstrip(","))
    assert shown == pytest.approx(session.recorder.curves().validation_loss[-1], rel=1e-3)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_each_activation_of_a_dense_layer_computes_the_same(activation, capsys):
    document = chain(Dense(3, activation, kernel_initializer="random_normal"), Dense(1))
    x = np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32)
    made, expected = run(document, 0)["network"], Session(document, LOOPS).keras_network()
    np.testing.assert_allclose(made(x), expected(x), rtol=1e-6, atol=1e-7)


def test_each_initializer_draws_the_same(capsys):
    kernels, biases = (*INITIALIZERS, "orthogonal", PLAYGROUND_UNIFORM), (*INITIALIZERS, PLAYGROUND_BIAS, "zeros")
    row = [Dense(4, "tanh", True, *names) for names in zip(kernels, biases, strict=True)]
    assert_same_weights(chain(*row, Dense(1), seed=3))


@pytest.mark.parametrize("generator", GENERATORS)
@pytest.mark.parametrize("name", DATASETS)
def test_first_weights_follow_the_data_in_the_order_of_layers(name, generator, capsys):
    """Not in the order in which they were put on the canvas."""
    data = DataSettings(name, points=30, noise=5.0, generator=generator, seed_text='a\\"b')
    loss = "sparse_categorical_crossentropy_logits" if data.facts.task == "classes" else "half_squared_error"
    last = Dense(data.facts.outputs if data.facts.task == "classes" else 1, kernel_initializer=PLAYGROUND_UNIFORM)
    document = chain(Dense(2), last, data=data, loss=loss)
    first = document.graph.edges[0]
    document, _ = edits.insert_node(document, Dense(3, kernel_initializer=PLAYGROUND_UNIFORM), first, 0, 0)
    assert_same_weights(document)


def with_optimizer(name):
    """A network with that optimizer, none of its switches and few of its numbers as Keras has them."""
    kind = OPTIMIZERS[name]
    changed = {setting.name: not setting.default for setting in fields(kind) if isinstance(setting.default, bool)}
    changed |= {setting.name: 0.8 for setting in fields(kind) if setting.name in ("momentum", "beta_1", "rho")}
    clipping = {"SGD": "value", "Adam": "norm", "RMSprop": "global_norm"}.get(name, "none")
    return chain(
        Dense(2), Dense(1), optimizer=kind(**changed), learning_rate=0.02, clipping=clipping, clip_at=0.1, batch_size=10
    )


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_each_optimizer_is_the_same(name, capsys):
    document = with_optimizer(name)
    made, expected = run(document, 0)["optimizer"], Session(document, LOOPS).keras_network().optimizer
    assert type(made) is type(expected) is getattr(keras.optimizers, name)
    assert {**made.get_config(), "name": ""} == {**expected.get_config(), "name": ""}


@pytest.mark.parametrize("name", ["SGD", "RMSprop"])
def test_an_optimizer_takes_the_same_steps(name, capsys):
    assert_same_weights(with_optimizer(name), epochs=2)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_settings_left_out_are_as_keras_has_them(name):
    theirs = inspect.signature(getattr(keras.optimizers, name)).parameters
    assert {s.name: theirs[s.name].default for s in fields(OPTIMIZERS[name])} == {
        s.name: s.default for s in fields(OPTIMIZERS[name])
    }


@pytest.mark.parametrize("kind", [BatchNormalization, LayerNormalization])
def test_settings_of_normalization_left_out_are_as_keras_has_them(kind):
    theirs = inspect.signature(getattr(keras.layers, kind.__name__)).parameters
    for setting in fields(kind):
        if setting.name != "trainable":
            assert theirs[setting.name].default == setting.default


PAIRS = [
    (loss, data)
    for loss in LOSSES
    for data in ("spiral", "reg-plane", "iris", "four-blobs")
    if wanted_outputs(LOSSES[loss], DATASETS[data]) is not None
]


@pytest.mark.parametrize(("loss", "data"), PAIRS)
def test_each_loss_and_metric_is_judged_the_same(loss, data, capsys):
    units = wanted_outputs(LOSSES[loss], DATASETS[data])
    last = ("sigmoid" if units == 1 else "softmax") if LOSSES[loss].takes == "probabilities" else "linear"
    document = chain(Dense(units, last), data=DataSettings(data, points=60), loss=loss, metrics=tuple(METRICS))
    made, row = run(document, 0), Session(document, LOOPS).recorder.row(0)
    network = made["network"]
    judged = network.evaluate(made["validation_x"], made["validation_y"], verbose=0, return_dict=True)
    assert set(judged) == {"loss", *document.metrics}
    for measure, value in judged.items():
        assert value == pytest.approx(row[f"validation_{measure}"], rel=1e-5), measure


def test_a_long_train_set_is_judged_by_the_rows_that_the_playground_judges(capsys):
    document = chain(Dense(1), data=DataSettings("reg-plane", points=5_000, train_share=60.0))
    made = run(document, 0)
    capsys.readouterr()
    made["report"](0)
    said = [float(line.split()[2]) for line in capsys.readouterr().out.splitlines()[1:]]
    curves = Session(document, LOOPS).recorder.curves()
    assert said == pytest.approx([curves.train_loss[0], curves.validation_loss[0]], rel=1e-4)


def test_ids_that_are_words_of_python_or_of_the_script_do_no_harm(capsys):
    names = ("if", "network", "train_x", "keras", "print", "if_", "step", "np", "range", "epoch", "data_")
    nodes = tuple(Node(name, Dense(2, "tanh")) for name in names)
    graph = Graph((*Graph().nodes, *nodes), tuple(map(Edge, (DATA, *names), (*names, "last"))))
    graph = Graph((*graph.nodes, Node("last", Dense(1))), (*graph.edges, Edge("last", OUTPUT)))
    document = replace(Document(graph), data=DataSettings(points=30))
    network = run(document, 1)["network"]
    assert [layer.name for layer in network.layers] == [DATA, *names, "last"]


LINKS = (
    "#seed=0.5",
    "#seed=7&dataset=spiral&batchSize=30&regularization=L2&regularizationRate=0.03&noise=20&sinX=true",
    "#seed=q'%22&problem=regression&regDataset=reg-gauss&batchSize=30&percTrainData=33&networkShape=4,4&noise=15",
    "#seed=1&dataset=gauss&initZero=true&activation=sigmoid&regularization=L1&regularizationRate=0.01&noise=50",
    "#seed=1&initZero=true&batchSize=16&xTimesY=true&networkShape=3&learningRate=0.3&percTrainData=10",
    "#seed=2&problem=regression&networkShape=&batchSize=4096&percTrainData=20",
)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_learns_the_same(link, capsys):
    assert_same_run(read_link(link)[0], capsys)


HELD = Dense(3, "tanh", l1=0.05, hold_zero=True)
DOCUMENTS = {
    "carried, shuffled": chain(Dense(3), Dense(1), batch_size=6, part_batches="carried"),
    "as made, short": chain(Dense(3), Dense(1), batch_size=6, order="as_made"),
    "held, short": chain(HELD, Dense(1, l1=0.01), batch_size=6, optimizer=SGD(momentum=0.5)),
    "held, carried": chain(HELD, replace(HELD, units=1, l1=0.2, l2=0.01), batch_size=6, part_batches="carried"),
    "driven away": chain(replace(HELD, l1=-0.05, l2=0.1), Dense(1, l1=-0.1, l2=-0.02), batch_size=6),
    "held by Adam": chain(HELD, Dense(1, hold_zero=True), batch_size=20, optimizer=Adam(), order="as_made"),
    "sinc, carried": chain(
        Dense(2), Dense(1), data=DataSettings("sinc", points=30), batch_size=5, part_batches="carried"
    ),
    "half loss with a penalty": chain(Dense(1, l2=0.1), loss="half_squared_error"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_orders_batches_and_penalties_are_the_same(name, capsys):
    document = DOCUMENTS[name]
    assert_same_run(replace(document, training=replace(document.training, learning_rate=0.05)), capsys)


def test_l1_holds_weights_at_0(capsys):
    link = "#seed=0.5&dataset=xor&batchSize=30&regularization=L1&regularizationRate=0.1&activation=relu"
    document, _ = read_link(link)
    made = assert_same_run(document, capsys)
    assert sum(np.sum(held) for held in made["held"].values()) > 0


SCHEDULES = {
    "steps": chain(Dense(3), Dense(1), batch_size=5, schedule=StepDecay(2, 0.5)),
    "exponential, held": chain(HELD, Dense(1), batch_size=5, schedule=ExponentialDecay(2, 0.5)),
    "cosine": chain(Dense(3), Dense(1), batch_size=5, schedule=CosineDecay(3, 0.1)),
    "on plateau": chain(Dense(3, l2=0.1), Dense(1), schedule=OnPlateau(0.5, 1, 0.1, "train_loss", 0.03)),
}


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_schedule_learns_the_same(name, capsys):
    document = SCHEDULES[name]
    made = assert_same_run(document, capsys, 6)
    session = Session(document, LOOPS)
    session.train(5 * session.plain.steps_per_epoch + 1)
    rate = session.look(Wanted(0, 0)).learning_rate
    assert rate < document.training.learning_rate
    if name != "on plateau":
        assert float(made["optimizer"].learning_rate) == pytest.approx(rate)


NOISY = DataSettings("xor", points=40, noise=40.0)
STOPPING = {
    "an epoch": Stopping(until_epochs=3),
    "a loss": Stopping(until_loss=0.9, watched="train_loss"),
    "an accuracy": Stopping(until_accuracy=60.0),
    "patience": Stopping(patience=4),
    "patience without restoring": Stopping(patience=4, restore_best=False, least_gain=0.01),
}


@pytest.mark.parametrize("name", STOPPING)
def test_the_script_stops_at_the_same_epoch_with_the_same_weights(name, capsys):
    document = chain(
        Dense(6), Dense(1), data=NOISY, optimizer=Adam(), learning_rate=0.05, batch_size=5, stopping=STOPPING[name]
    )
    session = Session(document, LOOPS)
    stop = session.train(60 * session.plain.steps_per_epoch)
    made = run(document, 60)
    assert stop is not None
    assert made["epoch"] + 1 == stop.epoch < 60
    assert f"Stopped at epoch {stop.epoch}.\n" in capsys.readouterr().out
    for theirs, ours in zip(made["network"].weights, session.keras_network().weights, strict=True):
        np.testing.assert_allclose(theirs, ours, rtol=1e-3, atol=1e-4)


def assert_same_run(document, capsys, epochs=3):
    """The losses that the script prints last, its weights, and which of them it holds at 0."""
    session = Session(document, LOOPS)
    session.train(epochs * session.plain.steps_per_epoch)
    made, curves = run(document, epochs), session.recorder.curves()
    printed = [line.split() for line in capsys.readouterr().out.splitlines() if ": loss" in line][-2:]
    losses = [float(words[2].rstrip(",")) for words in printed]
    assert losses == pytest.approx([curves.train_loss[epochs], curves.validation_loss[epochs]], rel=1e-4)
    for theirs, ours in zip(made["network"].weights, session.keras_network().weights, strict=True):
        np.testing.assert_allclose(theirs, ours, rtol=1e-4, atol=1e-5)
        np.testing.assert_array_equal(theirs.numpy() == 0, ours.numpy() == 0)
    return made
