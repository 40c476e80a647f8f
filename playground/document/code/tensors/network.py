"""The network as variables and a function of tensors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from playground.document.checks.shapes import flow
from playground.document.code.group_code import Grouped
from playground.document.code.layer_code import WIDEST, readable
from playground.document.code.network_code import UNIFORM_CODE, variables_of
from playground.document.code.tensors.functions import BY_NAME, WEIGHTS_OF
from playground.document.code.tensors.layers import applied, computed, drawn_by, penalty
from playground.document.code.tensors.losses import behind
from playground.document.code.tensors.weights import Weight, weights_of
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.layers.regularization import ActivityRegularization

TAKEN = frozenset({
    "tf", "keras", "weights", "draws", "learned", "learn", "judge", "measured", "training", "tape", "loss", "logits",
    "passed", "predicted", "gradients", "weights_of", "loss_of", "loss_of_outputs", "held", "train", "batch", "y",
    *BY_NAME,
})  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """A document's network and what its parts are called in the script."""

    document: Document

    @cached_property
    def grouped(self) -> Grouped:
        """The nodes in their order, with their variables."""
        return Grouped(self.document, variables_of(self.document, TAKEN))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(self.document.graph.by_id[node_id] for node_id in self.grouped.order)

    @cached_property
    def weights(self) -> dict[str, list[Weight]]:
        """Node id -> its weights."""
        shapes, seed = flow(self.document).shapes, self.document.training.seed
        return {
            node.id: weights_of(node, [shapes[source] for source in self.grouped.sources(node.id)], seed)
            for node in self.nodes
        }

    @cached_property
    def returns(self) -> list[str]:
        """What the network gives beside its outputs: values before their last function, and a penalty on values."""
        passes = any(isinstance(node.layer, ActivityRegularization) for node in self.nodes)
        return (["logits"] if behind(self.document) else []) + (["passed"] if passes else [])

    @property
    def given(self) -> str:
        """What a call of the network is put into."""
        return ", ".join(["predicted", *self.returns])

    @cached_property
    def penalties(self) -> list[str]:
        """What is added to the loss in training, as expressions."""
        found = [penalty(node) for node in self.nodes]
        return [line for line in found if line] + [name for name in self.returns if name == "passed"]


def tensor_network(document: Document) -> str:
    """The weights with their first values, the functions that are needed, and the network, a function of rows."""
    sheet = Sheet(document)
    network = _network(sheet)
    needed = [code for name, code in BY_NAME.items() if f"{name}(" in network]
    needed = [WEIGHTS_OF, *needed] if any("weights_of(" in code for code in needed) else needed
    drawn = [UNIFORM_CODE] if any(node.layer.draws_with_data for node in sheet.nodes) else []
    above = "".join(f"\n{code.strip()}\n\n\n" for code in drawn)
    return above + "\n\n\n".join([_weights(sheet), *map(str.strip, needed), network])


def _weights(sheet: Sheet) -> str:
    every = [weight for node in sheet.nodes for weight in sheet.weights[node.id]]
    lines = ["# The weights: what learning changes. Each begins with a seed of its own.", "weights = {"]
    lines += [_made(weight) for weight in every] + ["}"]
    if all(weight.learns for weight in every):
        lines.append("learned = list(weights.values())")
    else:
        lines += ["# The others stay as they are, or are averages of batches.", "learned = ["]
        lines += [f'    weights["{weight.name}"],' for weight in every if weight.learns] + ["]"]
    seeds = {node.id: drawn_by(node, sheet.document.training.seed) for node in sheet.nodes}
    draws = {node_id: draw for node_id, draw in seeds.items() if draw}
    if draws:
        lines += ["# What is drawn anew in each step.", "draws = {"]
        lines += [f'    "{name}": {draw},' for name, draw in draws.items()] + ["}"]
    return "\n".join(lines)


def _made(weight: Weight) -> str:
    line = f'    "{weight.name}": tf.Variable({weight.first}),'
    return line if len(line) <= WIDEST else line.replace("tf.Variable(", "tf.Variable(\n        ", 1)[:-2] + "\n    ),"


def _network(sheet: Sheet) -> str:
    told = "What the network makes of rows of data."
    also = {"logits": "the values before the last function", "passed": "the penalty on values"}
    if sheet.returns:
        told = f"{told[:-1]}; {', '.join(also[name] for name in sheet.returns)}."
    lines = [f'"""{told}"""'] + (["passed = 0.0"] if "passed" in sheet.returns else [])
    for node in sheet.nodes:
        lines += _lines(sheet, node)
    ends = [sheet.grouped.variables[source] for source in sheet.grouped.sources(OUTPUT)]
    lines.append(f"return {', '.join([*ends, *sheet.returns])}")
    first = f"def network({sheet.grouped.variables[DATA]}, training=False):"
    return "\n".join([first, *(f"    {line}" for line in lines)])


def _lines(sheet: Sheet, node: Node) -> list[str]:
    sources, variables = sheet.grouped.sources(node.id), sheet.grouped.variables
    name, variable = readable(node.name), variables[node.id]
    shape, function = flow(sheet.document).shapes[sources[0]], applied(node)
    made = computed(node, variable, [variables[source] for source in sources], shape)
    lines = [f"# {name}"] if name else []
    last = behind(sheet.document)
    if last is not None and last.node.id == node.id:
        return [*lines, *made.lines, f"logits = {made.found}", f"{variable} = {function}(logits)"]
    lines += made.lines
    if function or made.found != variable:
        lines.append(f"{variable} = {function}({made.found})" if function else f"{variable} = {made.found}")
    if isinstance(node.layer, ActivityRegularization):
        lines.append(f"passed += penalized({variable}, {node.layer.l1!r}, {node.layer.l2!r})")
    return [_fitted(line) for line in lines]


def _fitted(line: str) -> str:
    """A call in a function's line, on lines of its own where it is too long."""
    if len(line) + 4 <= WIDEST or "\n" in line or not line.endswith(")"):
        return line
    head, _, inside = line.partition("(")
    return f"{head}(\n        {inside[:-1]}\n    )"
