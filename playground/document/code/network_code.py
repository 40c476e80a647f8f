"""The document's network as lines of Keras."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Sequence

from playground.document.code.group_code import KERNELS, Grouped, class_code, group_line, kernel_lines
from playground.document.code.layer_code import call, called, is_typed, readable, steps
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT

# Words that mean something else where a node's variable would stand.
_TAKEN = frozenset({
    *keyword.kwlist, *dir(builtins), "keras", "np", "step", "accuracy", "report", "network", "optimizer",
    "train_x", "train_y", "validation_x", "validation_y", "epoch", "rows", "order", "orders", "generator", "math",
    "playground_uniform", "x", "self", KERNELS,
})  # fmt: skip

STEP_CODE = '''
def step(x):
    """1 where x > 0, else 0."""
    return keras.ops.relu(keras.ops.sign(x))
'''

UNIFORM_CODE = '''
def playground_uniform(shape, dtype="float32"):
    """U(-0.5, 0.5), neuron by neuron, of the random numbers that follow the data's."""
    inputs, units = shape
    return (generator.random((units, inputs)).T - 0.5).astype(dtype)
'''


def network_code(document: Document) -> str:
    """The layers in order, each group as a class, and the functions that they need."""
    grouped = grouped_code(document)
    nodes = [document.graph.by_id[node_id] for node_id in grouped.order]
    classes = [class_code(grouped, group_id) for group_id in grouped.classes]
    lines = [*kernel_lines(grouped), f'data = keras.Input(({len(document.data.input_names)},), name="{DATA}")']
    for card in grouped.cards(""):
        lines += _lines(grouped, card)
    ends = [grouped.variables[source] for source in grouped.sources(OUTPUT)] or ["data"]
    lines.append(f'network = keras.Model(data, {ends[0]}, name="network")')
    drawn = any("seed=" in line for line in (*lines, *classes))
    lines.insert(0, "# The network." + " Each part draws its first values by a seed of its own." * drawn)
    functions = [STEP_CODE] if any(map(steps, nodes)) else []
    functions += [UNIFORM_CODE] if any(node.layer.draws_with_data for node in nodes) else []
    above = [*map(str.strip, functions), *classes]
    return "\n" * bool(above) + "\n\n\n".join([*above, "\n".join(lines)])


def grouped_code(document: Document) -> Grouped:
    """What trains, in its groups, with the names that variables have in the script."""
    return Grouped(document, variables_of(document))


def variables_of(document: Document, taken: frozenset[str] = frozenset()) -> dict[str, str]:
    """Node id -> the name of its variable in the script, which is none of those taken."""
    return _variables([node.id for node in document.graph.nodes if node.id != OUTPUT], _TAKEN | taken)


def _variables(node_ids: Sequence[str], words: frozenset[str]) -> dict[str, str]:
    """Node id -> a variable's name: the id, longer where the script or Python has that word."""
    found, taken = {}, {*words, *node_ids}
    for node_id in node_ids:
        name = node_id
        while name in words or (name != node_id and name in taken):
            name += "_"
        taken.add(name)
        found[node_id] = name
    return found


def _lines(grouped: Grouped, card: str) -> list[str]:
    """A layer, or a group, made and called."""
    if card in grouped.classes:
        return [group_line(grouped, card, f'{grouped.classes[card]}(name="{card}")')]
    node, variable = grouped.document.graph.by_id[card], grouped.variables[card]
    values, name = (
        called(node.layer, [grouped.variables[source] for source in grouped.sources(card)]),
        readable(node.name),
    )
    lines = [f"# {name}"] if name else []
    lines += [f"x = keras.Input({values}.shape[1:])"] if is_typed(node) else []
    if (made := grouped.made(node)) is not None:
        lines.append(call(f"{variable} = {made[0]}", made[1], f"({values})"))
        values = variable
    return [*lines, f"{variable} = step({values})"] if node.layer.ends_in_step else lines
