"""Where the arrays of each layer lie in Keras's files, and whether they are those that belong there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from playground.document.layers.layer import Layer, Shape
from playground.document.layers.normalization import Normalization
from playground.document.layers.sequences import Recurrent
from playground.imports.found import Array, Found
from playground.imports.hdf5 import Tree
from playground.imports.keras.network import Described, Owner
from playground.imports.refused import Refused, quoted
from playground.imports.shapes import Shapes, array_shapes

# Where Keras 3 and 2.15, and 2.13 and before, keep the layers.
ROOTS = ("layers", "_layer_checkpoint_dependencies")
WEIGHTS, LAYER_NAMES, WEIGHT_NAMES = "model_weights", "layer_names", "weight_names"

# An entry of the list of layers -> the paths of its arrays, as many as there are.
Places = Callable[[Owner], Iterator[str]]


def fill(described: Described, tree: Tree, places: Places) -> None:
    """Give each part its arrays. Raises Refused where they are not of the shapes that belong there."""
    found = described.found
    shapes = Shapes(found.shape)
    for part in found.parts:
        shapes.add(part.layer, part.sources)
    for owner in described.owners:
        paths = places(owner)
        if owner.part is not None:
            try:
                _fill_part(found, owner, shapes.of(found.parts[owner.part].sources[0]), tree, paths)
            except Refused as refused:
                raise refused.within(quoted(owner.name)) from None
    found.remarks += tree.remarks


def _fill_part(found: Found, owner: Owner, shape: Shape, tree: Tree, paths: Iterator[str]) -> None:
    assert owner.part is not None
    part = found.parts[owner.part]
    if owner.statistics:
        mean, variance = (_fitting(tree, next(paths, ""), shape[-1:]) for _ in range(2))
        layer = Normalization(tuple(map(float, mean)), tuple(float(value) for value in np.maximum(variance, 0.0)))
        found.parts[owner.part] = replace(part, layer=layer)
        return
    absent, wanted = dict(owner.absent), array_shapes(part.layer, shape)
    arrays = tuple(
        np.full(size, absent[at], np.float32) if at in absent else _fitting(tree, next(paths, ""), size)
        for at, size in enumerate(wanted)
    )
    if wanted and (more := next(paths, "")) and tree.has(more):
        raise Refused("There is an array more than belongs there.", quoted(more))
    found.parts[owner.part] = replace(part, arrays=arrays)


def _fitting(tree: Tree, path: str, shape: Shape) -> Array:
    array = tree.array(path) if path else None
    if array is None:
        raise Refused("The array of shape {shape} is not there.", quoted(path) if path else "", shape=list(shape))
    if array.shape != shape and array.size == 1 and shape:
        array = np.full(shape, array.reshape(()), np.float32) if array.ndim == 0 else array
    if array.shape != shape:
        raise Refused(
            "The array is of shape {got} where {shape} belongs.", quoted(path), got=list(array.shape), shape=list(shape)
        )
    return array


def numbered(tree: Tree) -> Places:
    """Of .keras and .weights.h5: layers are counted by their class, and arrays by their place."""
    root = next((root for root in ROOTS if tree.has(root)), "")
    if not root:
        raise Refused("It holds no group of layers.")
    counts: Counter[str] = Counter()

    def places(owner: Owner) -> Iterator[str]:
        kind = "functional" if owner.part is None else group_name(owner.kind)
        group = f"{kind}_{counts[kind]}" if counts[kind] else kind
        counts[kind] += 1
        inside = "/cell" if owner.kind in ("LSTM", "GRU", "SimpleRNN") else ""
        return (f"{root}/{group}{inside}/vars/{at}" for at in range(8))

    return places


def listed(tree: Tree, root: str = WEIGHTS) -> Places:
    """Of legacy HDF5 files: each layer's group tells the paths of its arrays."""

    def places(owner: Owner) -> Iterator[str]:
        group = f"{root}/{owner.name}"
        names = tree.texts(WEIGHT_NAMES, group) if tree.has(group) else None
        for name in names or ():
            if ".." in name.split("/"):
                raise Refused("A path leads out of its group.", quoted(name))
            yield f"{group}/{name}"

    return places


def group_name(kind: str) -> str:
    """A class as Keras's files spell it: "max_pooling2d" for MaxPooling2D."""
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", kind)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


def cell_of(layer: Layer) -> str:
    """Where in its group a layer's arrays lie."""
    return "/cell" if isinstance(layer, Recurrent) else ""
