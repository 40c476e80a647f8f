"""Scripts of tensors, and with the network as a class, learn what the Playground learns; and keep it where asked."""

from __future__ import annotations

import re
from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.datasets.code import data_code
from playground.document.code.python_code import KERAS, python_code
from playground.document.code.tensors.losses import loss_code
from playground.document.code.tensors.style import TENSORS
from playground.document.code.whole_class import CLASSES
from playground.document.document import Document
from playground.document.edits import groups
from playground.document.keras_call import PLAYGROUND_UNIFORM
from playground.document.layers.activations import ELU, Formula, PReLU, Step
from playground.document.layers.dense import Dense
from playground.document.layers.layers import PALETTE
from playground.document.layers.normalization import BatchNormalization, Normalization
from playground.document.layers.pictures import AveragePooling2D, Conv2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.losses import LOSSES
from playground.document.metrics import METRICS
from playground.document.schedules import OnPlateau, StepDecay
from playground.document.settings import SGD, Adam, DataSettings
from playground.document.stopping import Stopping
from playground.engine.exports.weights.npz import content as npz
from playground.engine.layers import evaluated
from playground.engine.loops import Loops
from playground.engine.session import Session
from tests.engine.around import side_by_side
from tests.engine.code.test_python_code import chain, run

LOOPS = Loops()
IRIS = DataSettings("iris")
HELD = Dense(3, "tanh", l1=0.05, hold_zero=True)

SAVED = chain(Dense(4), Formula("x * sigmoid(1.5 * x)"), BatchNormalization(), Dense(3, "step"), Step(), Dense(1))
EVERYTHING = chain(
    Dense(6, l1=0.01, l2=0.02), BatchNormalization(momentum=0.5), PReLU(), Dense(4, trainable=False), Dropout(0.3),
    BatchNormalization(trainable=False), ActivityRegularization(0.1, 0.1), GaussianNoise(0.2), Dense(3, "step"), Step(),
    Dense(2, l2=0.1), Formula("where(x > 0, 1, x)"), ELU(0.5), Formula("x * sigmoid(1.5 * x)"),
    Normalization((0.5,), (4.0,)), Dense(1, kernel_initializer=PLAYGROUND_UNIFORM), batch_size=7,
)  # fmt: skip
BOTH = {
    "everything": EVERYTHING,
    "held at 0, carried": chain(
        HELD, Dense(1, l1=0.01), optimizer=SGD(momentum=0.5), clipping="norm", clip_at=0.1, batch_size=6,
        part_batches="carried", schedule=StepDecay(1, 0.5),
    ),
    "on a plateau, until the best": chain(
        Dense(6), Dense(1), optimizer=Adam(), schedule=OnPlateau(0.5, 1, 0.1, "train_loss", 0.03),
        stopping=Stopping(patience=1),
    ),
}  # fmt: skip
# What Keras's losses look behind, and what they do not; layers that have loops of their own.
TENSORS_ALONE = {
    f"{loss} of {last}": chain(Dense(units, last), data=data, loss=loss, metrics=tuple(METRICS), batch_size=20)
    for loss, units, last, data in (
        ("binary_crossentropy", 1, "sigmoid", DataSettings(points=40)),
        ("sparse_categorical_crossentropy", 3, "softmax", IRIS),
    )
}
TENSORS_ALONE["recurrent"] = chain(
    Dense(6), Reshape((3, 2)), SimpleRNN(3, True, False, "relu"), GRU(2, True), LSTM(3), Dense(1)
)
TENSORS_ALONE["pictures"] = chain(
    Dense(16), Reshape((4, 4, 1)), Conv2D(3, 2, 2, "same", "step", False), Conv2D(2, l2=0.1, padding="same"),
    AveragePooling2D(2, "same"), Flatten(), Dense(1),
)  # fmt: skip
CASES = [(TENSORS, name, document) for name, document in (BOTH | TENSORS_ALONE).items()]
CASES += [(CLASSES, name, document) for name, document in BOTH.items()]


def printed(said: str) -> list[float]:
    """The last losses that a script has printed, train and validation."""
    return [float(loss) for loss in re.findall(r"^  \w+: loss ([^\s,]+)", said, re.MULTILINE)[-2:]]


@pytest.mark.parametrize(
    ("style", "document"), [(s, d) for s, _, d in CASES], ids=[f"{s.made_with} {n}" for s, n, _ in CASES]
)
def test_it_learns_the_same(style, document, capsys):
    session = Session(document, LOOPS)
    session.train(2 * session.plain.steps_per_epoch)
    made, said = run(document, 2, style), capsys.readouterr().out
    row = session.course.row(session.epoch)
    assert printed(said) == pytest.approx([row["train_loss"], row["validation_loss"]], rel=1e-5, abs=1e-5)
    for name, value in re.findall(r"^    (\w+) (\S+)$", said, re.MULTILINE)[-len(document.metrics) + 1 :]:
        assert float(value) == pytest.approx(row[f"validation_{name}"], rel=1e-4, abs=1e-5), name
    assert ("held" in made) == (document is BOTH["held at 0, carried"])


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_is_what_keras_has(loss):
    row, draws = LOSSES[loss], np.random.default_rng(1)
    data = {"regression": DataSettings("reg-plane"), "binary": DataSettings(), "classes": IRIS}
    task = row.tasks[-1]
    single = task != "classes"
    made = {"tf": tf}
    exec(loss_code(chain(Dense(1 if single else 3), data=data[task], loss=loss)), made)
    output = draws.normal(size=(9, 1 if single else 3)).astype(np.float32)
    if row.takes == "probabilities":
        output = 1 / (1 + np.exp(-output)) if single else np.exp(output) / np.exp(output).sum(-1, keepdims=True)
    labels = draws.integers(0, 2 if single else 3, 9)
    target = {
        "as_is": 3 * draws.normal(size=(9, 1)), "bit": labels[:, None], "integer": labels[:, None],
        "one_hot": np.eye(3)[labels], "signed": 2 * np.eye(3)[labels] - 1,
    }[row.targets].astype(np.float32)  # fmt: skip
    theirs = row.weight * evaluated(row.keras_call)(target, output)
    np.testing.assert_allclose(made["loss_of"](target, output), theirs, rtol=1e-5)


@pytest.mark.parametrize("style", [TENSORS, CLASSES], ids=["tensors", "class"])
def test_every_layer_of_the_palette_stands_in_it_and_none_of_keras_with_weights_in_tensors(style):
    document = side_by_side(PALETTE, Document())
    code = python_code(document, data_code(document.data), style)
    compile(code, "script", "exec")
    layers = set(re.findall(r"keras\.layers\.(\w+)", code))
    assert (layers == {"RandomFlip", "RandomTranslation", "RandomRotation"}) == (style is TENSORS)
    assert all(f"{node.id} = " in code for node in document.graph.nodes if node.id in document.graph.trained[1:-1])


@pytest.mark.filterwarnings("ignore:`build..` was called on layer")  # A group builds its layers as it is called.
@pytest.mark.parametrize("style", [KERAS, TENSORS, CLASSES], ids=["keras", "tensors", "class"])
def test_it_can_end_with_saving_the_network(style, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    document, group = groups.wrap(SAVED, ["dense_1", "formula_1"], "Block")
    assert group
    code = python_code(document, data_code(document.data), style)
    code = re.sub(r"EPOCHS = \d+", "EPOCHS = 1", code).replace('SAVE_TO = ""', f'SAVE_TO = "{style.kept_as}"')
    made = {"__name__": "script"}
    exec(compile(code, "script", "exec"), made)
    session = Session(replace(document, training=replace(document.training, epochs=1)), LOOPS)
    session.train(session.plain.steps_per_epoch)
    if style is TENSORS:
        (tmp_path / "ours.npz").write_bytes(npz(session))
        kept, ours = np.load(tmp_path / style.kept_as), np.load(tmp_path / "ours.npz")
        assert list(kept) == list(ours)
        for name in ours:
            np.testing.assert_allclose(kept[name], ours[name], rtol=1e-4, atol=1e-6)
    else:
        network = keras.saving.load_model(tmp_path / style.kept_as, compile=False)
        x = session.arrays.validation_x
        np.testing.assert_allclose(network(x), session.keras_network()(x), rtol=1e-4, atol=1e-5)
