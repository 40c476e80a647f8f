"""Files that mean harm, made in a second: name -> bytes. Those whose name begins with ok_ are harmless, and open."""

import io
import json
import struct
import zipfile
from pathlib import Path

import numpy as np
from keras_files import archive, dense, entry, functional, joined, layer, sequential, weights

# Where paths lead that nobody may follow.
BAIT = Path()
LAYERS = (
    "Lambda",
    "TFOpLambda",
    "SlicingOpLambda",
    "TFSMLayer",
    "TorchModuleWrapper",
    "JaxLayer",
    "FlaxLayer",
    "StringLookup",
    "TextVectorization",
    "Hashing",
    "RNN",
    "Bidirectional",
    "TimeDistributed",
    "Wrapper",
    "MultiHeadAttention",
    "system",
    "Popen",
    "eval",
    "__import__",
    "GroupNormalization",
    "Conv3D",
    "Masking",
    "Sequential",
    "Functional",
    "Model",
)
MODULES = (
    "os",
    "posix",
    "subprocess",
    "builtins",
    "keras.utils",
    "keras.src.utils.file_utils",
    "keras.layers.evil",
    "my.layers",
    "keras.src.ops.evil",
    "tensorflow.raw_ops",
    "../keras.layers",
    "keras.layers\0",
    7,
    ["keras.layers"],
)
CODE = {"class_name": "__lambda__", "config": {"value": "4wEAAAAAAAAA", "defaults": None, "closure": None}}
SYSTEM = {"module": "os", "class_name": "function", "config": "system", "registered_name": "system"}
HOSTILE = {
    "units": (10**9, 10**18, -1, 0, 1.5, "8", None, True, [8], {}, CODE, 4097),
    "activation": (
        CODE,
        SYSTEM,
        "os.system",
        "step",
        "evil",
        3,
        ["relu"],
        {"class_name": "function", "config": "relu", "module": "os"},
        {"class_name": "Lambda", "module": "keras.layers", "config": {}},
    ),
    "kernel_initializer": (
        CODE,
        SYSTEM,
        "evil",
        3,
        {"class_name": "GlorotUniform", "module": "os"},
        {"class_name": "Evil", "module": "keras.initializers", "config": {}},
        {"class_name": "Zeros", "module": None, "registered_name": "evil>Zeros"},
    ),
    "kernel_regularizer": (
        CODE,
        SYSTEM,
        {"class_name": "L2", "module": "keras.regularizers", "config": {"l2": 1e300}},
        {"class_name": "L2", "module": "keras.regularizers", "config": {"l2": "x"}},
        4,
    ),
    "bias_constraint": (CODE, SYSTEM, "evil", {"class_name": "MaxNorm", "module": "evil"}),
    "activity_regularizer": (CODE, SYSTEM),
    "dtype": ("float64", "int8", "string", "bfloat16", CODE, {"class_name": "DTypePolicy", "config": {"name": "evil"}}),
    "name": ("", 7, None, "x" * 10_000, ["dense"]),
    "use_bias": (1, "yes", CODE),
    "lora_rank": (4,),
    "quantization_config": (CODE,),
    "evil": (1,),
    "function": (CODE,),
    "trainable": ("no",),
}


def of_layers():
    for kind in LAYERS:
        yield f"layer_{kind}", archive(sequential(entry(), dense(), layer(kind, "evil", function=CODE)))
    for at, module in enumerate(MODULES):
        yield f"module_{at}", archive(sequential(entry(), layer("Dense", "dense", module, units=3)))
    for at, name in enumerate(("evil>Dense", "Custom>Dense", "dense", "os>system", 7)):
        yield f"registered_{at}", archive(sequential(entry(), layer("Dense", "dense", registered=name, units=3)))
    tops = (
        {"class_name": "NestedDenseModel"},
        {"class_name": "Lambda"},
        {"module": "os"},
        {"module": "my.models"},
        {"registered_name": "evil>Sequential"},
        {"class_name": ["Sequential"]},
        {"config": []},
        {"config": None},
        {"module": "keras.src.models.functional.evil"},
        {"class_name": "function", "module": "builtins", "config": "exec"},
    )
    for at, top in enumerate(tops):
        yield f"top_{at}", archive(sequential(entry(), dense(), **top))
    for name in ("optimizer", "loss", "metrics"):
        evil = {"module": "os", "class_name": "system", "config": {"command": f"touch {BAIT}/owned"}}
        yield f"ok_compile_{name}", archive(sequential(entry(), dense(), compile_config={name: evil}))


def of_settings():
    for name, values in HOSTILE.items():
        for at, hostile in enumerate(values):
            kept = {"units": None, "name": None}
            if hostile is None and name not in kept:
                continue
            record = dense()
            record["config"][name] = hostile
            yield f"setting_{name}_{at}", archive(sequential(entry(), record))


def of_shapes():
    for at, shape in enumerate(
        (
            [None, 2**40],
            [2**40, 2],
            [None],
            [None, -2],
            "x",
            None,
            [None, None, None],
            [None] + [99] * 9,
            {"class_name": "__tensor__"},
            [None, 2.0],
            [None, 4096, 4096],
        )
    ):
        yield f"shape_{at}", archive(sequential(layer("InputLayer", "input", batch_shape=shape), dense()))
    for kind, config in (
        ("Reshape", {"target_shape": [2**60, 2**60]}),
        ("Reshape", {"target_shape": "evil"}),
        ("Dropout", {"rate": 2}),
        ("Dropout", {"rate": "x"}),
        ("Activation", {"activation": CODE}),
        ("Embedding", {"input_dim": 10**9, "output_dim": 10**9}),
        ("LSTM", {"units": 10**9}),
        ("LSTM", {"units": 2, "stateful": True}),
        ("Conv2D", {"filters": 10**9, "kernel_size": 3}),
        ("Normalization", {"mean": CODE, "variance": [1.0]}),
        ("BatchNormalization", {"axis": CODE}),
        ("Rescaling", {"scale": "x"}),
        ("PReLU", {"shared_axes": [1]}),
    ):
        yield f"layer_setting_{kind}_{len(str(config))}", archive(sequential(entry(), layer(kind, "one", **config)))


def of_structure():
    a, b = dense("a", 2), dense("b", 2)
    merged = layer("Add", "add")
    first = joined(entry(), *())
    yield "loop", archive(functional(first, joined(a, "b"), joined(b, "a")))
    yield "self_loop", archive(functional(first, joined(a, "a")))
    yield "loop_beside", archive(functional(first, joined(a, "input"), joined(b, "c"), joined(dense("c", 2), "b")))
    yield "source_missing", archive(functional(first, joined(a, "gone")))
    shared = joined(a, "input")
    shared["inbound_nodes"] *= 2
    yield "shared", archive(functional(first, shared))
    second = joined(a, "input")
    second["inbound_nodes"][0]["args"][0]["config"]["keras_history"] = ["input", 1, 0]
    yield "second_use", archive(functional(first, second))
    yield "twice_the_same", archive(functional(first, joined(merged, "input", "input")))
    yield "two_outputs", archive(functional(first, joined(a, "input"), joined(b, "input")))
    yield "two_told", archive(functional(first, joined(a, "input"), outputs=[["a", 0, 0], ["input", 0, 0]]))
    other = layer("InputLayer", "other", batch_shape=[None, 2])
    yield "two_inputs", archive(functional(first, joined(other), joined(merged, "input", "other")))
    yield "no_input", archive(functional(joined(a)))
    yield "two_of_a_name", archive(functional(first, joined(a, "input"), joined(a, "input")))
    yield "called_with_code", archive(functional(first, joined(a, "input", kwargs={"mask": CODE})))
    yield "many_layers", archive(sequential(entry(), *(dense(f"d{at}") for at in range(20_000))))
    yield "many_unconnected", archive(functional(first, *(joined(dense(f"d{at}", 1)) for at in range(900))))
    yield "wide", archive(sequential(entry(), *(dense(f"d{at}", 4096) for at in range(900))))
    yield "no_layers", archive(sequential())
    yield "layers_no_list", archive({**sequential(), "config": {"layers": "evil"}})
    yield (
        "nested",
        archive(sequential(entry(), {**sequential(entry(), dense()), "config": {"name": "in", "layers": []}})),
    )


def of_calls():
    a, first = dense("a", 2), joined(entry())
    deep = joined(a, "input")
    for _ in range(20):
        deep["inbound_nodes"] = [deep["inbound_nodes"]]
    yield "deep_inputs", archive(functional(first, deep))
    for at, bad in enumerate((None, 7, [[7]], [["input"]], {"args": []}, [[["input", 0, 0, {"evil": CODE}]]])):
        yield f"inbound_{at}", archive(functional(first, {**joined(a, "input"), "inbound_nodes": bad}))
    chain = [
        joined({**layer("Sin", f"s{at}", "keras.src.ops.numpy", "Sin")}, f"s{at - 1}" if at else "input")
        for at in range(900)
    ]
    yield "long_formula", archive(functional(first, *chain))
    for at, kind in enumerate(("Evil", "LoadData", "Cast", "Einsum", "Custom")):
        operation = layer(kind, "op", "keras.src.ops.numpy", kind)
        yield f"operation_{at}", archive(functional(first, joined(operation, "input")))
    names = (
        "../../etc/passwd",
        str(BAIT / "secret"),
        "<img src=x>",
        "__import__('os')",
        "a\nb",
        "';DROP TABLE",
        "\u202e",
        "$(id)",
    )
    for at, name in enumerate(names):
        yield f"ok_name_{at}", archive(sequential(entry(), dense(name)))


def of_json():
    good = json.dumps(sequential(entry(), dense()))
    texts = {
        "twice": good.replace('"units": 3', '"units": 3, "units": 1000000000'),
        "nan": good.replace("3", "NaN"),
        "infinity": good.replace("3", "-Infinity"),
        "digits": good.replace("3", "3" * 50_000),
        "cut": good[:-40],
        "empty": "",
        "list": "[]",
        "number": "1",
        "blanks": good + " " * (9 << 20),
        "deep": "[" * 200_000,
        "deep_both": '{"a":' * 5_000 + "1" + "}" * 5_000,
        "quotes": '"' + '\\"' * 1_000_000,
        "surrogate": good.replace("dense", "\\ud800"),
        "exponent": good.replace("3", "1e999"),
        "many": "[" + "[]," * 1_000_000 + "1]",
    }
    for name, text in texts.items():
        if name != "surrogate":
            yield f"json_{name}", archive(text.encode())
        else:
            yield f"ok_json_{name}", archive(text.encode())
    yield "json_latin", archive(good.replace("dense", "d\xe9nse").encode("latin-1"))
    yield "json_utf16", archive(good.encode("utf-16"))
    yield "plain_json_evil", json.dumps(sequential(entry(), layer("Lambda", "evil", function=CODE))).encode()
    yield "ok_plain_json", good.encode()


def of_zip():
    names = (
        "../evil",
        "../../tmp/evil",
        "/etc/evil",
        "a/../../evil",
        "..\\evil",
        "C:\\evil",
        "assets/vocabulary.txt",
        "model.weights.npz",
        "config.json/",
        "evil.py",
        "config.json\0evil",
        "CONFIG.JSON",
        "./config.json",
        "a" * 60_000,
    )
    for at, name in enumerate(names):
        yield f"zip_entry_{at}", archive(entries=[(name, b"evil")])
    link = zipfile.ZipInfo("assets")
    link.external_attr = 0o120777 << 16
    yield "zip_symlink", archive(entries=[(link, str(BAIT / "secret"))])
    for kept in ("config.json", "model.weights.h5"):
        link = zipfile.ZipInfo(kept)
        link.external_attr = 0o120777 << 16
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            file.writestr(link, str(BAIT / "secret"))
            file.writestr("config.json" if kept != "config.json" else "model.weights.h5", weights())
        yield f"zip_symlink_{kept}", made.getvalue()


def of_zip_contents():
    yield "zip_twice", archive(entries=[("config.json", "{}")])
    yield "zip_twice_weights", archive(entries=[("model.weights.h5", weights())])
    yield "zip_bz2", archive(compression=zipfile.ZIP_BZIP2)
    yield "zip_lzma", archive(compression=zipfile.ZIP_LZMA)
    yield "zip_bomb_config", archive(b" " * (60 << 20), compression=zipfile.ZIP_DEFLATED)
    yield "zip_bomb_weights", archive(content=bytes(100 << 20), compression=zipfile.ZIP_DEFLATED)
    yield "zip_many", archive(entries=[(f"e{at}", b"") for at in range(3_000)])
    yield "ok_zip_deflated", archive(compression=zipfile.ZIP_DEFLATED)


def of_zip_bytes():
    good = archive()
    yield (
        "zip_encrypted",
        good.replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\1\0").replace(
            b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"
        ),
    )
    for cut in (4, 30, 200, len(good) // 2, len(good) - 5):
        yield f"zip_cut_{cut}", good[:cut]
    end = good.rfind(b"PK\5\6")
    yield "zip_lies_count", good[: end + 10] + struct.pack("<H", 65_535) + good[end + 12 :]
    yield "zip_lies_size", good.replace(struct.pack("<I", len(weights())), struct.pack("<I", len(weights()) - 9))
    for missing in ("config.json", "model.weights.h5"):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            file.writestr("metadata.json", "{}")
            file.writestr(missing, b"{}")
        yield f"zip_only_{missing}", made.getvalue()
    arrays = io.BytesIO()
    np.savez(arrays, evil=np.array([{"a": 1}], dtype=object))
    yield "pickled_npz", arrays.getvalue()
    yield "weights_no_hdf5", archive(content=b"\x80\x04cposix\nsystem\n.")
