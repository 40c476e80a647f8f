"""Files as Keras lays them out, made by hand: no Keras is needed to make them, nor asked what they mean."""

import io
import json
import warnings
import zipfile

import h5py
import numpy as np


def layer(kind, name, module="keras.layers", registered=None, **config):
    return {
        "module": module, "class_name": kind, "config": {"name": name, **config}, "registered_name": registered,
    }  # fmt: skip


def entry(size=2, **config):
    return layer("InputLayer", "input", **{"batch_shape": [None, size], "dtype": "float32", **config})


def dense(name="dense", units=3, **config):
    return layer("Dense", name, **{"units": units, "activation": "relu", "use_bias": True, **config})


def sequential(*layers, **top):
    content = {"module": "keras", "class_name": "Sequential", "config": {"name": "s", "layers": list(layers)}}
    return {**content, "registered_name": None, **top}


def joined(record, *sources, kwargs=None):
    """A layer of a Functional, called once with these layers' values."""
    tensors = [
        {"class_name": "__keras_tensor__", "config": {"shape": [None], "dtype": "float32", "keras_history": [s, 0, 0]}}
        for s in sources
    ]
    args = tensors if len(tensors) == 1 else [tensors]
    return {**record, "name": record["config"]["name"],
            "inbound_nodes": [{"args": args, "kwargs": kwargs or {}}] if sources else []}  # fmt: skip


def functional(*layers, outputs=None, **top):
    last = layers[-1]["config"]["name"]
    config = {"name": "f", "layers": list(layers), "output_layers": outputs or [last, 0, 0]}
    return {"module": "keras.src.models.functional", "class_name": "Functional", "config": config, **top}


SHAPES = {"dense": [(2, 3), (3,)]}


def numbers(*shape):
    return (np.arange(np.prod(shape, dtype=int), dtype=np.float32).reshape(shape) % 7 - 3) / 4


def weights(groups=None, root="layers", change=None):
    """The bytes of model.weights.h5; `change` is given the open file."""
    made = io.BytesIO()
    with h5py.File(made, "w") as file:
        for name, shapes in (SHAPES if groups is None else groups).items():
            for at, shape in enumerate(shapes):
                file[f"{root}/{name}/vars/{at}"] = numbers(*shape)
        if change is not None:
            change(file)
    return made.getvalue()


def archive(config=None, content=None, entries=None, **options):
    """The bytes of a .keras file; `entries` are put behind the usual ones."""
    made = io.BytesIO()
    config = sequential(entry(), dense()) if config is None else config
    with zipfile.ZipFile(made, "w", **options) as file:
        file.writestr("metadata.json", json.dumps({"keras_version": "3.10.0"}))
        file.writestr("config.json", config if isinstance(config, bytes) else json.dumps(config))
        file.writestr("model.weights.h5", weights() if content is None else content)
        with warnings.catch_warnings():
            # Of names that are there twice.
            warnings.simplefilter("ignore")
            for name, value in entries or ():
                file.writestr(name, value)
    return made.getvalue()


def legacy(config=None, version="3.8.0", change=None, layers=None):
    """The bytes of a legacy .h5 file: name -> ((array's name, shape), …)."""
    made = io.BytesIO()
    layers = {"dense": (("dense/kernel", (2, 3)), ("dense/bias", (3,)))} if layers is None else layers
    with h5py.File(made, "w") as file:
        config = sequential(entry(), dense()) if config is None else config
        file.attrs["model_config"] = config if isinstance(config, str | bytes) else json.dumps(config)
        file.attrs["keras_version"] = version
        file.attrs["training_config"] = json.dumps({"optimizer_config": {"class_name": "os.system"}})
        top = file.create_group("model_weights")
        for name, arrays in layers.items():
            group = top.require_group(name)
            group.attrs["weight_names"] = [name.encode() for name, _ in arrays]
            for path, shape in arrays:
                group[path] = numbers(*shape)
        if change is not None:
            change(file)
    return made.getvalue()
