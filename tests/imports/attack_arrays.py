"""Files that mean harm by their arrays, HDF5 and ONNX, and good files with damage; see attacks.py."""

import attacks
import h5py
import numpy as np
from attacks import CODE
from keras_files import archive, dense, entry, layer, legacy, sequential, weights
from onnx_files import field, model, node, tensor, value, varint


def corpus(bait):
    """All of them: name -> bytes. Paths that must not be touched lie in the folder `bait`."""
    attacks.BAIT, made = bait, {}
    parts = {**vars(attacks), **globals()}
    for name in sorted(parts):
        if name.startswith("of_"):
            made.update(parts[name]())
    return {**made, **dict(damaged())}


def _replaced(path, make):
    def change(file):
        del file[path]
        make(file)

    return change


AT = "layers/dense/vars/0"


def links():
    """What stands in the place of an array, and is none in this file."""

    def external(file):
        file[AT] = h5py.ExternalLink(str(attacks.BAIT / "secret.h5"), "/secret")

    def relative(file):
        file[AT] = h5py.ExternalLink("secret.h5", "/secret")

    def soft(file):
        file[AT] = h5py.SoftLink("/layers/dense/vars/1")

    def soft_loop(file):
        file[AT] = h5py.SoftLink(f"/{AT}")

    def stored_outside(file):
        file.create_dataset(AT, (2, 3), "f4", external=[(str(attacks.BAIT / "secret"), 0, 24)])

    def virtual(file):
        layout = h5py.VirtualLayout((2, 3), "f4")
        layout[:] = h5py.VirtualSource(str(attacks.BAIT / "secret.h5"), "secret", (2, 3))
        file.create_virtual_dataset(AT, layout)

    return {
        "external": external,
        "relative": relative,
        "soft": soft,
        "soft_loop": soft_loop,
        "outside": stored_outside,
        "virtual": virtual,
    }


def odd_arrays():
    """Arrays that are none of Keras's."""

    def group(file):
        file.create_group(AT)

    def bomb(file):
        file.create_dataset(AT, (60_000, 60_000), "f4", chunks=(1_000, 1_000), compression="gzip")

    def filter_plugin(file):
        made = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        made.set_chunk((2, 3))
        made.set_filter(32_015, h5py.h5z.FLAG_OPTIONAL, (1,))
        space = h5py.h5s.create_simple((2, 3))
        h5py.h5d.create(file["layers/dense/vars"].id, b"0", h5py.h5t.IEEE_F32LE, space, made)

    values = {
        "int": np.zeros((2, 3), int),
        "text": np.array(b"evil"),
        "complex": np.zeros((2, 3), complex),
        "scalar": np.float32(1),
        "shape": np.zeros((3, 2), "f4"),
        "flat": np.zeros(6, "f4"),
        "bool": np.zeros((2, 3), bool),
        "axes": np.zeros([1] * 9),
        "record": np.zeros((2, 3), [("a", "f4")]),
        "huge_zeros": np.zeros((3, 1_000_000), "f4"),
    }
    made = {name: (lambda file, v=v: file.create_dataset(AT, data=v)) for name, v in values.items()}
    others = {"empty": lambda file: file.create_dataset(AT, data=h5py.Empty("f4")), "gone": lambda file: None}
    return {**made, **others, "group": group, "bomb": bomb, "filter": filter_plugin}


def of_hdf5():
    for name, make in {**links(), **odd_arrays()}.items():
        yield f"h5_{name}", archive(content=weights(change=_replaced(AT, make)))

    def linked_group(kind):
        def change(file):
            del file["layers/dense"]
            file["layers/dense"] = kind

        return change

    yield (
        "h5_group_external",
        archive(content=weights(change=linked_group(h5py.ExternalLink(str(attacks.BAIT / "secret.h5"), "/")))),
    )
    yield "h5_group_soft", archive(content=weights(change=linked_group(h5py.SoftLink("/"))))

    def crowded(file):
        for number in range(10_000):
            file.create_group(f"layers/evil_{number}")

    yield "ok_h5_10000_groups", archive(content=weights(change=crowded))

    def looped(file):
        file["layers/dense/again"] = file["layers"]

    yield "ok_h5_hard_loop", archive(content=weights(change=looped))


def of_numbers():
    odd = {"nan": np.nan, "inf": np.inf, "huge": 1e300}
    for name, number in odd.items():
        full = np.full((2, 3), number)
        yield (
            f"ok_h5_{name}",
            archive(content=weights(change=_replaced(AT, lambda f, v=full: f.create_dataset(AT, data=v)))),
        )
    more = {"dense": [(2, 3), (3,), (3,)]}
    yield "h5_more", archive(content=weights(more))
    yield "h5_no_layers", archive(content=weights(root="other"))
    yield "h5_weights_alone", weights()
    yield "h5_not", b"\x89HDF\r\n\x1a\n" + bytes(100)


def of_legacy():
    evil = sequential(entry(), layer("Lambda", "evil", function=CODE))
    yield "legacy_lambda", legacy(evil)
    yield "legacy_dense_huge", legacy(sequential(entry(), dense(units=10**9)))
    yield "legacy_not_json", legacy("evil")
    yield "legacy_bytes", legacy(b"\xff\xfe")
    for at, path in enumerate(("../dense/kernel", "../../x", "gone", "/etc/passwd", "")):
        layers = {"dense": ((path, (2, 3)), ("dense/bias", (3,)))}

        def change(file, path=path):
            file["model_weights/dense"].attrs["weight_names"] = [path.encode(), b"dense/bias"]

        yield (
            f"legacy_path_{at}",
            legacy(layers={"dense": (("dense/kernel", (2, 3)), *layers["dense"][1:])}, change=change),
        )

    def external(file):
        del file["model_weights/dense/dense/kernel"]
        file["model_weights/dense/dense/kernel"] = h5py.ExternalLink(str(attacks.BAIT / "secret.h5"), "/secret")

    def soft(file):
        del file["model_weights"]
        file["model_weights"] = h5py.SoftLink("/")

    def many(file):
        file["model_weights/dense"].attrs["weight_names"] = np.array([b"k"] * 5_000)

    def number(file):
        file.attrs["model_config"] = 7

    yield "legacy_external", legacy(change=external)
    yield "legacy_soft", legacy(change=soft)
    yield "legacy_many_names", legacy(change=many)
    yield "legacy_config_number", legacy(change=number)
    yield "legacy_no_group", legacy(layers={})
    yield "ok_legacy", legacy()


W, B = np.ones((2, 1), np.float32), np.ones(1, np.float32)


def of_onnx():
    good = node("Gemm", ["x", "w", "b"], ["y"])
    both = {"w": W, "b": B}
    yield "ok_onnx", model([good], both)
    outside = field(13, field(1, "location") + field(2, "../../../etc/passwd")) + field(14, 1)
    for at, extra in enumerate(
        (outside, field(13, field(1, "location") + field(2, str(attacks.BAIT / "secret"))), field(14, 1))
    ):
        yield f"onnx_external_{at}", model([good], {"w": tensor("w", W, extra), "b": B})
    yield "onnx_external_attribute", model([node("Constant", [], ["c"], value=W), good], {"w": tensor("w", W, outside)})
    yield "onnx_functions", model([good], both, extra=field(25, field(1, "Gemm")))
    yield "onnx_training", model([good], both, extra=field(20, b""))
    yield "onnx_sparse", model([good], both, graph_extra=field(15, b""))
    for domain in ("com.microsoft", "ai.onnx.ml", "evil", "ai.onnx.preview.training", "../evil"):
        yield (
            f"onnx_domain_{domain.replace('/', '')}",
            model([node("Gemm", ["x", "w", "b"], ["y"], domain)], both, domains=("", domain)),
        )
    kinds = (
        "Loop",
        "If",
        "Scan",
        "RandomNormalLike",
        "RandomUniform",
        "SequenceMap",
        "Einsum",
        "PyOp",
        "ATen",
        "StringConcat",
        "ImageDecoder",
        "Optional",
        "TfIdfVectorizer",
        "Erf",
        "Conv3D",
        "evil",
        "",
    )
    for kind in kinds:
        yield f"onnx_kind_{kind}", model([node(kind, ["x"], ["y"])])


def of_onnx_values():
    good = node("Gemm", ["x", "w", "b"], ["y"])
    yield "onnx_subgraph", model([node("Identity", ["x"], ["y"], body=field(1, good))])
    yield "onnx_cycle", model([node("Add", ["x", "y"], ["z"]), node("Relu", ["z"], ["y"])])
    yield "onnx_self", model([node("Add", ["x", "y"], ["y"])])
    yield "onnx_undefined", model([node("Relu", ["gone"], ["y"])])
    yield "onnx_twice", model([node("Relu", ["x"], ["y"]), node("Tanh", ["x"], ["y"])])
    sizes = {
        "huge": (1 << 40,),
        "product": (1 << 20, 1 << 20, 1 << 20),
        "negative": (-5, 2),
        "overflow": (1 << 62, 4),
        "short": (2, 900),
    }
    for name, shape in sizes.items():
        lying = b"".join(field(1, size) for size in shape) + field(2, 1) + field(8, "w") + field(9, W.tobytes())
        yield f"onnx_size_{name}", model([good], {"w": lying, "b": B})
    for kind in (0, 8, 14, 16, 99):
        yield (
            f"onnx_type_{kind}",
            model([good], {"w": field(1, 2) + field(2, kind) + field(8, "w") + field(9, b"12345678"), "b": B}),
        )


def of_onnx_graphs():
    good, both = node("Gemm", ["x", "w", "b"], ["y"]), {"w": W, "b": B}
    yield "onnx_two_inputs", model([node("Add", ["x", "z"], ["y"])], {}, [value("x", "n", 2), value("z", "n", 2)])
    yield "onnx_no_inputs", model([good], both, [])
    yield "onnx_two_outputs", model([good, node("Relu", ["y"], ["z"])], both, outputs=("y", "z"))
    yield "onnx_opset_999", model([good], both, opset=999)
    yield "onnx_opset_1", model([good], both, opset=1)
    yield "onnx_free_input", model([good], both, [value("x", "n", "m")])
    yield "onnx_giant_input", model([good], both, [value("x", "n", 1 << 40)])
    yield "onnx_no_graph", field(1, 8) + field(8, field(2, 20))
    yield "onnx_two_graphs", model([good], both) + model([good], both)
    yield "onnx_dead_end", model([good, node("Relu", ["x"], ["z"])], both)
    yield "onnx_wrong_shape", model([good], {"w": np.ones((3, 1), np.float32), "b": B})
    yield "onnx_output_constant", model([node("Identity", ["w"], ["y"])], both)
    yield "onnx_alpha", model([node("Gemm", ["x", "w", "b"], ["y"], alpha=2.0)], both)
    yield "onnx_expand", model([node("Expand", ["w", "s"], ["y"])], {"w": W, "s": np.array([1 << 40, 2])})
    yield "onnx_reshape", model([node("Reshape", ["x", "s"], ["y"])], {"s": np.array([7, 1 << 40])})
    yield "onnx_rows", model([node("Reshape", ["x", "s"], ["y"])], {"s": np.array([-1, 1])})
    many = [node("Relu", ["x" if at == 0 else f"v{at - 1}"], [f"v{at}"]) for at in range(6_000)]
    yield "onnx_many", model(many, outputs=("v5999",))
    doubled = [node("Concat", ["a", "a"] if at == 0 else [f"c{at - 1}"] * 2, [f"c{at}"], axis=0) for at in range(64)]
    yield "onnx_doubling", model([*doubled, good], {"a": np.zeros(1 << 10, np.int64), **both})
    yield (
        "onnx_lstm_state",
        model(
            [node("LSTM", ["x", "w", "w", "", "", "s"], ["y"], hidden_size=1)],
            {"w": W, "s": B},
            [value("x", "t", "n", 2)],
        ),
    )
    yield "onnx_varint", varint(1 << 3) + b"\xff" * 40
    yield "onnx_length", varint(7 << 3 | 2) + varint(1 << 60) + b"1234"
    yield "onnx_groups", b"\x0b" * 100


def damaged():
    """Good files with bytes changed; they may open, and must not hang, crash or reach anything."""
    random = np.random.default_rng(1)
    good = {
        "zip": archive(),
        "h5": legacy(),
        "weights": archive(content=weights()),
        "onnx": model([node("Gemm", ["x", "w", "b"], ["y"])], {"w": W, "b": B}),
    }
    for name, content in good.items():
        for at in range(12):
            changed = bytearray(content)
            for place in random.integers(0, len(content), 1 + at):
                changed[place] = random.integers(0, 256)
            yield f"any_{name}_{at}", bytes(changed)
    for at, content in enumerate(
        (b"", b"P", b"PK", b"\x89HDF", b"{", bytes(1_000), b"\xff" * 1_000, b"#!/bin/sh\n", b"%PDF-1.7")
    ):
        yield f"head_{at}", content
