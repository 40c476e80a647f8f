"""Weights without a network, fitted to the layers of one that is there, by shape."""

from __future__ import annotations

from collections.abc import Iterator

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import Node
from playground.document.words import Words, words
from playground.imports.found import Array
from playground.imports.hdf5 import Tree
from playground.imports.keras.arrays import LAYER_NAMES, ROOTS, WEIGHT_NAMES, WEIGHTS, cell_of, group_name
from playground.imports.refused import Refused, quoted
from playground.imports.shapes import array_shapes

# More layers of one class than the network has are looked for, so that they can be named.
MORE = 8


def fit(tree: Tree, document: Document) -> tuple[dict[str, tuple[Array, ...]], list[Words]]:
    """Node id -> its arrays, and what does not fit. Raises Refused where nothing does."""
    shapes = flow(document).shapes
    graph = document.graph
    wanted = {
        node_id: array_shapes(graph.by_id[node_id].layer, shapes[graph.sources[node_id][0]])
        for node_id in graph.trained
        if graph.sources[node_id] and graph.sources[node_id][0] in shapes
    }
    waiting = [graph.by_id[node_id] for node_id, arrays in wanted.items() if arrays]
    found: dict[str, tuple[Array, ...]] = {}
    remarks: list[Words] = []
    for name, told, kind, arrays in _groups(tree, waiting):
        sizes = tuple(array.shape for array in arrays)
        fitting = [node for node in waiting if node.id not in found and wanted[node.id] == sizes]
        fitting = [node for node in fitting if kind in ("", node.layer.kind)]
        if fitting:
            found[next((node for node in fitting if node.id == told), fitting[0]).id] = arrays
        else:
            got = ", ".join("×".join(map(str, size)) or "1" for size in sizes)
            remarks.append(words("{layer} of the file fits no layer here: {got}.", layer=quoted(name), got=got))
    if not found:
        raise Refused("These weights fit no layer of the network that is open.")
    missing = [node.name or node.id for node in waiting if node.id not in found]
    remarks += [words("{layer} gets no weights from the file.", layer=quoted(name)) for name in missing]
    return found, remarks + tree.remarks


Group = tuple[str, str, str, tuple[Array, ...]]


def _groups(tree: Tree, waiting: list[Node]) -> Iterator[Group]:
    """The layers of the file that have arrays: their name there, what they were called, their class, their arrays."""
    root = next((root for root in ROOTS if tree.has(root)), "")
    if root:
        yield from _numbered(tree, root, waiting)
        return
    legacy = WEIGHTS if tree.has(WEIGHTS) else ""
    names = tree.texts(LAYER_NAMES, legacy)
    if names is None:
        raise Refused("It holds neither a network nor weights of one.")
    for name in names:
        group = f"{legacy}/{name}" if legacy else name
        paths = tree.texts(WEIGHT_NAMES, group) or ()
        if any(".." in path.split("/") for path in paths):
            raise Refused("A path leads out of its group.", quoted(name))
        arrays = tuple(filter(lambda a: a is not None, (tree.array(f"{group}/{path}") for path in paths)))
        if arrays:
            yield name, name, "", arrays  # type: ignore[misc]


def _numbered(tree: Tree, root: str, waiting: list[Node]) -> Iterator[Group]:
    kinds = dict.fromkeys(type(node.layer) for node in waiting)
    for kind in kinds:
        layer = next(node.layer for node in waiting if type(node.layer) is kind)
        count = sum(type(node.layer) is kind for node in waiting)
        for at in range(count + MORE):
            name = group_name(layer.kind) + (f"_{at}" if at else "")
            place = f"{root}/{name}{cell_of(layer)}/vars"
            arrays: list[Array] = []
            while len(arrays) < 8 and (array := tree.array(f"{place}/{len(arrays)}")) is not None:
                arrays.append(array)
            if arrays:
                yield name, tree.text("name", f"{root}/{name}/vars") or "", layer.kind, tuple(arrays)
