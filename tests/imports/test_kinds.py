"""Files like those that people have, by the layouts that Keras 2.3 to 3.15 and PyTorch write, open as what they are."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from keras_files import archive, dense, entry, numbers, sequential, weights
from onnx_files import model, node, value
from real_files import FILES, PICTURES, PRICES

from playground import app, cli
from playground.document.checks.problems import can_train
from playground.document.checks.shapes import flow
from playground.imports.reading import read
from playground.imports.refused import Refused
from playground.ui.texts.imports.sentences import import_remark_text
from playground.ui.trainer import Trainer


def opened(content, tmp_path, beneath=None):
    path = tmp_path / "stranger.odd"
    path.write_bytes(content)
    return read(path, beneath)


def kinds(found):
    return " ".join(node.layer.kind for node in found.document.graph.nodes[1:-1])


@pytest.mark.parametrize("name", FILES)
def test_a_file_opens_as_layers_with_weights_on_data_that_fit(name, tmp_path):
    content, layers, data = FILES[name]
    found = opened(content, tmp_path)
    assert kinds(found) == layers
    assert found.document.data.name == data
    assert can_train(found.document)
    parameters = flow(found.document).parameters
    for node_id, arrays in found.weights.items():
        assert sum(array.size for array in arrays) == parameters[node_id]


def test_arrays_are_those_of_the_file_in_their_places(tmp_path):
    weights_of = opened(PICTURES, tmp_path).weights
    np.testing.assert_array_equal(weights_of["conv2d_1"][0], numbers(3, 3, 1, 2))
    gamma, beta, mean, variance = weights_of["batch_normalization_1"]
    np.testing.assert_array_equal(gamma, [1, 1])
    for array in (beta, mean, variance):
        np.testing.assert_array_equal(array, numbers(2))


def test_what_is_left_out_of_a_layer_is_told(tmp_path):
    told = [import_remark_text(remark) for remark in opened(PRICES, tmp_path).remarks]
    assert told == ["“one”: dropout is left out, which changes training alone."]


def test_data_that_no_set_here_has_are_told(tmp_path):
    found = opened(archive(sequential(entry(13), dense()), weights({"dense": [(13, 3), (3,)]})), tmp_path)
    assert "13 inputs" in import_remark_text(found.remarks[-1])
    assert found.weights["dense_1"][0].shape == (13, 3)


def test_weights_alone_come_onto_the_network_that_is_open(tmp_path):
    beneath = opened(archive(), tmp_path).document
    found = opened(weights({"dense": [(9, 9), (9,)], "dense_1": [(2, 3), (3,)]}), tmp_path, beneath)
    np.testing.assert_array_equal(found.weights["dense_1"][0], numbers(2, 3))
    assert found.document == beneath
    assert [
        "dense" in import_remark_text(remark) and "9×9" in import_remark_text(remark) for remark in found.remarks
    ] == [True]
    with pytest.raises(Refused, match="network first"):
        opened(weights(), tmp_path)


def test_open_takes_a_network_of_keras_or_says_in_a_line_why_not(monkeypatch, capsys, tmp_path) -> None:
    opened = []
    monkeypatch.setattr(app, "open_window", lambda *arguments: opened.append(arguments) or 0)
    monkeypatch.setattr("playground.ui.logs.keep_window_log", lambda: None)
    monkeypatch.setattr(Trainer, "start", lambda trainer: None)
    for name, content in (
        ("good.onnx", model([node("MatMul", ["x", "w"], ["y"])], {"w": np.ones((2, 1), np.float32)})),
        ("bad.h5", b"nothing"),
        ("gone.keras", None),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        code = cli.main([str(tmp_path / name)])
        assert code == (0 if name == "good.onnx" else 2)
        assert capsys.readouterr().err.count("\n") == code // 2
    ((*_, stranger, _),) = opened
    assert stranger[0] == tmp_path / "good.onnx"
    assert [array.tolist() for array in stranger[1].weights["dense_1"]] == [[[1.0], [1.0]]]


# ONNX


def run_mlp(x, w1, b1, w2, b2):
    hidden = np.maximum(x @ w1 + b1, 0)
    return hidden @ w2 + b2


def test_a_plain_chain_of_pytorch_has_its_functions_and_weights(tmp_path):
    w1, b1, w2, b2 = numbers(3, 2), numbers(3), numbers(1, 3), numbers(1)
    nodes = [
        node("Gemm", ["x", "w1", "b1"], ["h"], alpha=1.0, beta=1.0, transB=1),
        node("Relu", ["h"], ["r"]),
        node("Gemm", ["r", "w2", "b2"], ["y"], transB=1),
    ]
    found = opened(model(nodes, {"w1": w1, "b1": b1, "w2": w2, "b2": b2}, opset=11), tmp_path)
    assert [(n.layer.units, n.layer.activation) for n in found.document.graph.nodes[1:-1]] == [
        (3, "relu"),
        (1, "linear"),
    ]
    x = numbers(5, 2)
    expected = run_mlp(x, w1.T, b1, w2.T, b2)
    np.testing.assert_allclose(run_mlp(x, *found.weights["dense_1"], *found.weights["dense_2"]), expected)


def test_a_picture_of_pytorch_is_flattened_in_our_order(tmp_path):
    kernel, dense_weights = numbers(2, 1, 3, 3), numbers(10, 2 * 4 * 4)
    nodes = [
        node(
            "Conv",
            ["x", "k", "b"],
            ["c"],
            kernel_shape=[3, 3],
            pads=[1, 1, 1, 1],
            strides=[1, 1],
            dilations=[1, 1],
            group=1,
        ),
        node("Relu", ["c"], ["r"]),
        node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        node("Flatten", ["p"], ["f"], axis=1),
        node("Gemm", ["f", "w"], ["y"], transB=1),
    ]
    constants = {"k": kernel, "b": numbers(2), "w": dense_weights}
    found = opened(model(nodes, constants, [value("x", 1, 1, 8, 8)]), tmp_path)
    assert kinds(found) == "Reshape Conv2D MaxPooling2D Flatten Dense"
    assert found.document.data.name == "digits"
    pooled = np.random.default_rng(1).normal(size=(3, 4, 4, 2)).astype(np.float32)
    theirs = pooled.transpose(0, 3, 1, 2).reshape(3, -1) @ dense_weights.T
    np.testing.assert_allclose(pooled.reshape(3, -1) @ found.weights["dense_1"][0], theirs, rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(found.weights["conv2d_1"][0][:, :, 0, 1], kernel[1, 0])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def keras_lstm(x, kernel, recurrent, bias):
    """By hand, gates i f c o; (rows, steps, features)."""
    state = memory = np.zeros((len(x), len(recurrent)))
    for step in range(x.shape[1]):
        i, f, c, o = np.split(x[:, step] @ kernel + state @ recurrent + bias, 4, axis=1)
        memory = sigmoid(f) * memory + sigmoid(i) * np.tanh(c)
        state = sigmoid(o) * np.tanh(memory)
    return state


def onnx_lstm(x, w, r, b):
    """By hand as ONNX has it, gates i o f c; (steps, rows, features)."""
    units = r.shape[2]
    state = memory = np.zeros((x.shape[1], units))
    both = b[0, : 4 * units] + b[0, 4 * units :]
    for now in x:
        i, o, f, c = np.split(now @ w[0].T + state @ r[0].T + both, 4, axis=1)
        memory = sigmoid(f) * memory + sigmoid(i) * np.tanh(c)
        state = sigmoid(o) * np.tanh(memory)
    return state


def test_an_lstm_has_its_gates_in_keras_order(tmp_path):
    w, r, b = numbers(1, 12, 1), numbers(1, 12, 3), numbers(1, 24)
    nodes = [
        node("Transpose", ["x"], ["t"], perm=[1, 0, 2]),
        node("Shape", ["x"], ["s"]),
        node("Gather", ["s", "zero"], ["n"], axis=0),
        node("Unsqueeze", ["n", "axes"], ["n1"]),
        node("Concat", ["one", "n1", "three"], ["size"], axis=0),
        node("ConstantOfShape", ["size"], ["h"]),
        node("LSTM", ["t", "w", "r", "b", "", "h", "h"], ["all", "last", ""], hidden_size=3),
        node("Squeeze", ["last", "axes"], ["q"]),
        node("MatMul", ["q", "d"], ["y"]),
    ]
    constants = {
        "w": w,
        "r": r,
        "b": b,
        "d": numbers(3, 3),
        "zero": np.array(0),
        "axes": np.array([0]),
        "one": np.array([1]),
        "three": np.array([3]),
    }
    found = opened(model(nodes, constants, [value("x", "rows", 32, 1)]), tmp_path)
    assert kinds(found) == "Reshape LSTM Dense"
    x = np.random.default_rng(2).normal(size=(4, 32, 1))
    np.testing.assert_allclose(
        keras_lstm(x, *found.weights["lstm_1"]), onnx_lstm(x.transpose(1, 0, 2), w, r, b), atol=1e-6
    )


def test_scales_and_offsets_become_a_normalization(tmp_path):
    scale, offset = np.array([2, 0.5], np.float32), np.array([1, -1], np.float32)
    nodes = [
        node("Mul", ["x", "s"], ["m"]),
        node("Add", ["m", "o"], ["a"]),
        node("MatMul", ["a", "w"], ["d"]),
        node("Add", ["d", "b"], ["e"]),
        node("Sigmoid", ["e"], ["g"]),
        node("Mul", ["e", "g"], ["y"]),
    ]
    found = opened(model(nodes, {"s": scale, "o": offset, "w": numbers(2, 1), "b": numbers(1)}), tmp_path)
    assert kinds(found) == "Normalization Dense"
    first, second = found.document.graph.nodes[1:-1]
    np.testing.assert_allclose(
        (numbers(3, 2) - first.layer.mean) / np.sqrt(first.layer.variance), numbers(3, 2) * scale + offset
    )
    assert (second.layer.activation, second.layer.use_bias) == ("silu", True)
