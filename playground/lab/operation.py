"""What the lab knows of an operation: a row of its table."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from playground.lab.values import Call, Value

# How it is found where a result cell comes from:
# "moved" values by running on numbered cells; "computed" ones by where the Jacobian is not 0 at random values; of
# "chosen" ones at the real values, as these decide; "place" by broadcasting alone (comparisons, texts, kinds); "none"
# where nothing comes in.
Origin = Literal["moved", "computed", "chosen", "place", "none"]

# How the numbers of one result cell are written out.
Form = Literal["copy", "infix", "products", "sum", "mean", "largest", "function", "squares"]

# What may be said for a parameter, and how large.
Kind = Literal[
    "axis", "axes", "shape", "count", "parts", "counts", "flag", "dtype", "number", "deviation", "seed", "order",
    "choice", "index", "length",
]  # fmt: skip

KINDS: dict[str, Kind] = {
    "axis": "axis", "axes": "axes", "perm": "axes", "shape": "shape", "dims": "shape", "depth": "count", "num": "count",
    "num_rows": "count", "num_or_size_splits": "parts", "multiples": "counts", "paddings": "counts",
    "keepdims": "flag", "transpose_a": "flag", "transpose_b": "flag", "trainable": "flag", "dtype": "dtype",
    "stddev": "deviation", "seed": "seed", "ord": "order", "mode": "choice", "unit": "choice", "index": "index",
    "n": "count", "input_dim": "count", "output_dim": "count", "width": "count", "negative_slope": "number",
    "shape_x": "shape", "shape_y": "shape",
}  # fmt: skip
"""What a parameter is, by the name that TensorFlow has for it."""

CHOICES: dict[str, tuple[str, ...]] = {
    "mode": ("CONSTANT", "REFLECT", "SYMMETRIC"),
    "unit": ("BYTE", "UTF8_CHAR"),
}


SYMBOLS = {
    "tf.pow": "^", "tf.multiply": "*", "tf.add": "+", "tf.matmul": "@", "v.assign_add": "+", "v.assign_sub": "-",
}  # fmt: skip


@dataclass(frozen=True)
class Operation:
    """One operation of the lab.

    template: TensorFlow's code, whose free names are inputs and parameters. What is not said of a call is left out.
    example: a whole call with small inputs, which the lab begins with.
    parameters: the free names that are no inputs.
    also: other ways of writing it, which are read.
    data: the inputs whose values are followed; the others say where (places, masks). All, where nothing is said.
    proxy: another template that is followed in its place, as the largest value in place of its place.
    mistakes: whole calls that people write, which fail or surprise.
    course: other calls worth a look.
    start: in place of an example, what an operation of several lines begins with.
    way: calls of this and other operations that are best looked at one after another.
    variables: inputs that have to be a tf.Variable, which the operation changes.
    """

    name: str
    group: str
    row: str
    template: str
    example: str
    parameters: tuple[str, ...] = ()
    origin: Origin = "computed"
    form: Form = "function"
    also: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    proxy: str = ""
    mistakes: tuple[str, ...] = ()
    course: tuple[str, ...] = ()
    start: tuple[tuple[str, Value], ...] = ()
    way: tuple[Call, ...] = ()
    variables: tuple[str, ...] = ()

    @cached_property
    def program(self) -> ast.Module:
        """The template, read."""
        return ast.parse(self.template)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Inputs and parameters in the order in which the template has them."""
        return free_names(self.program)

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name not in self.parameters)

    @property
    def followed(self) -> tuple[str, ...]:
        """The inputs whose cells a result may come from."""
        return self.data or self.inputs

    @property
    def symbol(self) -> str:
        """What stands between the two inputs, "" where it is no such operation: "+"."""
        body = self.program.body[0]
        if isinstance(body, ast.Expr) and isinstance(body.value, ast.BinOp | ast.Compare):
            return ast.unparse(body.value)[len(self.inputs[0]) : -len(self.inputs[1])].strip()
        return SYMBOLS.get(self.template.partition("(")[0], "")


KNOWN_NAMES = ("tf", "np", "float", "bool")


def free_names(program: ast.AST) -> tuple[str, ...]:
    """The names that a program needs and does not make, in their order."""
    made, needed = set(KNOWN_NAMES), []
    nodes = [node for node in ast.walk(program) if isinstance(node, ast.Name)]
    made |= {node.id for node in nodes if isinstance(node.ctx, ast.Store)}
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if node.id not in made and node.id not in needed:
            needed.append(node.id)
    return tuple(needed)
