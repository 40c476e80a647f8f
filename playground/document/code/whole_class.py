"""The network as a class, and each layer that Keras does not have as one too."""

from __future__ import annotations

from functools import cached_property

from playground.document.code.group_code import KNOWN, Grouped, class_code, class_name, joined_class, kernel_lines
from playground.document.code.layer_code import formula_code, steps
from playground.document.code.network_code import STEP_CODE, UNIFORM_CODE, variables_of
from playground.document.code.python_code import KERAS
from playground.document.document import Document
from playground.document.formula import formula
from playground.document.formula.parser import parse
from playground.document.graph import Node
from playground.document.layers.activations import Formula, Step

NETWORK = "MyNetwork"
_STEP_LAYER = f'''
{KNOWN}
class Step(keras.layers.Layer):
    """1 where x > 0, else 0."""

    def call(self, x):
        return step(x)
'''

_FORMULA_LAYER = f'''
{KNOWN}
class NAME(keras.layers.Layer):
    """y = FORMULA"""

    def call(self, x):
        return CODE
'''


class Classes(Grouped):
    """Nothing stands outside a class: the network is one, as are groups, steps and formulas."""

    taken = Grouped.taken | {NETWORK, "Step"}

    @cached_property
    def formulas(self) -> dict[str, str]:
        """Formula's text -> the name of the class of layers that compute it."""
        found: dict[str, str] = {}
        for node_id in self.order:
            if isinstance(layer := self.document.graph.by_id[node_id].layer, Formula) and layer.formula not in found:
                taken = {*self.classes.values(), *found.values()}
                found[layer.formula] = class_name(f"Formula {len(found) + 1}", taken)
        return found

    def preparing(self, node: Node) -> list[str]:
        return []

    def ends_in_step(self, node: Node) -> bool:
        return node.layer.ends_in_step and not isinstance(node.layer, Step)

    def made(self, node: Node) -> tuple[str, list[str]] | None:
        match node.layer:
            case Step():
                return "Step", [f'name="{node.id}"']
            case Formula(formula=text):
                return self.formulas[text], [f'name="{node.id}"']
        return super().made(node)

    def draws_early(self, drawing: list[str]) -> bool:
        return bool(drawing)


def class_network_code(document: Document) -> str:
    """Every class and function that the network needs, the network's own, and the network itself."""
    grouped = Classes(document, variables_of(document))
    nodes = [document.graph.by_id[node_id] for node_id in grouped.order]
    above = [STEP_CODE] if any(map(steps, nodes)) else []
    above += [UNIFORM_CODE] if any(node.layer.draws_with_data for node in nodes) else []
    classes = [_STEP_LAYER] if any(isinstance(node.layer, Step) for node in nodes) else []
    classes += [_formula_layer(text, name) for text, name in grouped.formulas.items()]
    classes += [class_code(grouped, group_id) for group_id in grouped.classes]
    whole = joined_class(grouped, "", f"{NETWORK}(keras.Model)", "The network, from its inputs to its outputs.")
    above += [*classes, whole]
    lines = [
        *kernel_lines(grouped),
        f'network = {NETWORK}(name="network")',
        "# The first rows that it sees make its weights.",
        "network(train_x[:1])",
    ]
    return "\n" + "\n\n\n".join([*map(str.strip, above), "\n".join(lines)])


def _formula_layer(text: str, name: str) -> str:
    expression = parse(text)
    parts = {"NAME": name, "FORMULA": formula.to_text(expression), "CODE": formula_code(expression)}
    code = _FORMULA_LAYER
    for word, part in parts.items():
        code = code.replace(word, part, 1)
    return code


CLASSES = KERAS._replace(network=class_network_code)
"""As `python_code` writes it: the network as a class."""
