"""Files like those of public repositories, by the layouts that Keras 2.3 to 3.15 write: content, layers, data."""

import json

import numpy as np
from keras_files import archive, dense, entry, functional, joined, layer, legacy, sequential, weights

POLICY = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}, "registered_name": None}


def old(kind, name, **config):
    """As Keras 2 writes a layer."""
    return {"class_name": kind, "config": {"name": name, "trainable": True, "dtype": "float32", **config}}


def old_sequential(*layers, **top):
    return {"class_name": "Sequential", "config": {"name": "sequential", "layers": list(layers)}, **top}


CHURN = archive(
    sequential(
        entry(4),
        dense("dense_1", 6, dtype=POLICY, quantization_config=None),
        layer("Dropout", "drop", rate=0.2, seed=None),
        layer("LeakyReLU", "leaky", negative_slope=0.3),
        dense("out", 3, activation="softmax"),
    ),
    weights({"dense": [(4, 6), (6,)], "dense_1": [(6, 3), (3,)]}),
)
PRICES = archive(
    sequential(
        layer("InputLayer", "input", batch_shape=[None, 32, 1]),
        layer("LSTM", "one", units=4, return_sequences=True, dropout=0.1, seed=3),
        layer("LSTM", "two", units=3),
        dense("out", 3, activation="linear"),
    ),
    weights(
        {"lstm/cell": [(1, 16), (4, 16), (16,)], "lstm_1/cell": [(4, 12), (3, 12), (12,)], "dense": [(3, 3), (3,)]}
    ),
)
FLOW = archive(
    old_sequential(
        old("InputLayer", "dense_input", batch_input_shape=[None, 2]),
        old("Dense", "dense", units=3, activation="tanh", batch_input_shape=[None, 2]),
        old("Flatten", "flatten", data_format="channels_last"),
        old("Dense", "dense_1", units=1),
        module="keras",
        registered_name=None,
    ),
    weights({"dense": [(2, 3), (3,)], "dense_1": [(3, 1), (1,)]}, root="_layer_checkpoint_dependencies"),
)
NORMALIZED = legacy(
    old_sequential(
        old("Normalization", "normalization", axis=[-1], batch_input_shape=[None, 2]),
        old("Dense", "dense", units=1),
    ),
    "2.12.0",
    layers={
        "normalization": (
            ("normalization/mean:0", (2,)),
            ("normalization/variance:0", (2,)),
            ("normalization/count:0", ()),
        ),
        "dense": (("dense/kernel:0", (2, 1)), ("dense/bias:0", (1,))),
    },
)
KERAS_2_3 = legacy(
    {
        "class_name": "Sequential",
        "config": [
            old(
                "LSTM",
                "lstm_1",
                units=2,
                batch_input_shape=[None, 32, 1],
                recurrent_activation="sigmoid",
                implementation=2,
            ),
            old("Dense", "dense_1", units=3, activation="softmax"),
        ],
    },
    "2.3.1",
    layers={
        "lstm_1": (("lstm_1/kernel:0", (1, 8)), ("lstm_1/recurrent_kernel:0", (2, 8)), ("lstm_1/bias:0", (8,))),
        "dense_1": (("dense_1/kernel:0", (2, 3)), ("dense_1/bias:0", (3,))),
    },
)
NESTED_PATHS = legacy(layers={"dense": (("sequential_2/dense/kernel", (2, 3)), ("sequential_2/dense/bias", (3,)))})
BRANCHES = archive(
    functional(
        joined(entry(2)),
        joined(dense("left", 3), "input"),
        joined(dense("right", 3), "input"),
        joined(layer("Add", "add"), "left", "right"),
        joined(dense("out", 1, activation="sigmoid"), "add"),
    ),
    weights({"dense": [(2, 3), (3,)], "dense_1": [(2, 3), (3,)], "dense_2": [(3, 1), (1,)]}),
)
OLD_FUNCTIONAL = json.dumps(
    {
        "class_name": "Model",
        "keras_version": "2.15.0",
        "config": {
            "name": "m",
            "output_layers": [["out", 0, 0]],
            "layers": [
                {**old("InputLayer", "in", batch_input_shape=[None, 2]), "inbound_nodes": []},
                {**old("Dense", "out", units=1, activation="swish"), "inbound_nodes": [[["in", 0, 0, {}]]]},
            ],
        },
    },
).encode()
PICTURES = archive(
    sequential(
        layer("InputLayer", "input", batch_shape=[None, 8, 8, 1]),
        layer(
            "Conv2D",
            "conv",
            filters=2,
            kernel_size=[3, 3],
            strides=[1, 1],
            padding="same",
            activation="relu",
            dilation_rate=[1, 1],
            groups=1,
        ),
        layer("MaxPooling2D", "pool", pool_size=[2, 2], strides=[2, 2], padding="valid"),
        layer("BatchNormalization", "norm", axis=3, scale=False),
        layer("Flatten", "flat"),
        dense("out", 10, activation="softmax"),
    ),
    weights({"conv2d": [(3, 3, 1, 2), (2,)], "batch_normalization": [(2,), (2,), (2,)], "dense": [(32, 10), (10,)]}),
)
SEQUENCE_H5 = legacy(
    sequential(
        layer("InputLayer", "input", batch_shape=[None, 32, 1], dtype=POLICY),
        layer("LSTM", "lstm", units=2, dtype=POLICY, activation="tanh", unroll=False),
        dense("dense", 3, activation="softmax", dtype={**POLICY, "shared_object_id": 7}),
    ),
    "3.10.0",
    layers={
        "lstm": (
            ("lstm/lstm_cell/kernel", (1, 8)),
            ("lstm/lstm_cell/recurrent_kernel", (2, 8)),
            ("lstm/lstm_cell/bias", (8,)),
        ),
        "dense": (("dense/kernel", (2, 3)), ("dense/bias", (3,))),
        "top_level_model_weights": (),
    },
)


def with_optimizer(file):
    """What a trained network's file has beside its weights; the layers' own names stand in an attribute."""
    file["optimizer/vars/0"] = np.int64(120)
    file["optimizer/vars/1"] = np.float32(0.001)
    file["optimizer_weights/adam/iteration"] = np.int64(120)
    file["metrics/mean/vars/0"] = np.float32(1)


def named(file):
    with_optimizer(file)
    file["layers/dense/vars"].attrs["name"] = "flower_classes"


TRAINED = archive(
    sequential(
        layer("InputLayer", "input", batch_shape=[None, 4], dtype="float32", ragged=False),
        dense("flower_classes", 3, activation="softmax", dtype=POLICY),
        build_config={"input_shape": [None, 4]},
        compile_config={"optimizer": {"class_name": "Adam"}, "loss": "sparse_categorical_crossentropy"},
    ),
    weights({"dense": [(4, 3), (3,)]}, change=named),
)
TRAINED_H5 = legacy(sequential(entry(), dense(activation="softmax", dtype=POLICY)), "3.8.0", change=with_optimizer)
SOFTSIGN = archive(sequential(entry(), dense(activation="softsign")))

FILES = {
    "churn": (CHURN, "Dense Dropout LeakyReLU Dense", "iris"),
    "prices": (PRICES, "Reshape LSTM LSTM Dense", "waves"),
    "flow": (FLOW, "Dense Flatten Dense", "circle"),
    "normalized": (NORMALIZED, "Normalization Dense", "circle"),
    "2.3": (KERAS_2_3, "Reshape LSTM Dense", "waves"),
    "nested_paths": (NESTED_PATHS, "Dense", "three-blobs"),
    "branches": (BRANCHES, "Dense Dense Add Dense", "circle"),
    "old_functional": (OLD_FUNCTIONAL, "Dense", "circle"),
    "pictures": (PICTURES, "Reshape Conv2D MaxPooling2D BatchNormalization Flatten Dense", "digits"),
    "sequence_h5": (SEQUENCE_H5, "Reshape LSTM Dense", "waves"),
    "trained": (TRAINED, "Dense", "iris"),
    "trained_h5": (TRAINED_H5, "Dense", "three-blobs"),
    "softsign": (SOFTSIGN, "Dense Formula", "three-blobs"),
}
