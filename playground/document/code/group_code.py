"""Groups as Keras classes: their layers made in `__init__`, joined in `call`."""

from __future__ import annotations

import builtins
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property

from playground.document.checks.shapes import flow
from playground.document.code.layer_code import call, is_typed, made, readable, taken, wrapped
from playground.document.document import Document
from playground.document.edits.folding import looped_group
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.group import Tree
from playground.document.keras_call import PLAYGROUND_UNIFORM
from playground.document.layers.normalization import Normalization

KERNELS = "first_kernels"
# So that a file which keeps the network is read by whoever has its classes.
KNOWN = "@keras.saving.register_keras_serializable()"


class Grouped:
    """What of a document trains, in the groups that its script has; `variables`: node id -> its variable's name."""

    # Names that no class of a group may take: Python's, and that of a class which scripts may have.
    taken = frozenset({*dir(builtins), "Compared"})

    def __init__(self, document: Document, variables: Mapping[str, str]) -> None:
        self.document, self.variables = document, variables
        # No class can hold what leaves it and comes back.
        self.tree = Tree(()) if looped_group(document) else document.tree
        self._live = {*document.graph.trained, DATA}
        self.order = tuple(node_id for node_id in document.graph.trained if node_id not in (DATA, OUTPUT))

    @cached_property
    def classes(self) -> dict[str, str]:
        """Group id -> the name of its class, inner groups first."""
        found: dict[str, str] = {}
        for group_id in self._inner_first(""):
            found[group_id] = class_name(self.tree.by_id[group_id].name, {*found.values(), *self.taken})
        return found

    def _inner_first(self, level: str) -> Iterator[str]:
        for card in self.cards(level):
            if card in self.tree.by_id:
                yield from self._inner_first(card)
                yield card

    def cards(self, level: str) -> tuple[str, ...]:
        """The nodes and groups that stand on a level, each after those it takes values from."""
        found: dict[str, None] = {}
        inside: dict[str, list[str]] = {}
        for node_id in self.order:
            if card := self.tree.standing(node_id, level):
                inside.setdefault(card, []).append(node_id)

        def put(card: str) -> None:
            for source in (source for node_id in inside[card] for source in self.sources(node_id)):
                before = self.tree.standing(source, level)
                if before in inside and before != card and before not in found:
                    put(before)
            found[card] = None

        for card in inside:
            if card not in found:
                put(card)
        return tuple(found)

    def sources(self, node_id: str) -> list[str]:
        """The nodes of the network that the node takes values from."""
        return [source for source in self.document.graph.sources[node_id] if source in self._live]

    def within(self, group_id: str) -> list[str]:
        inside = set(self.tree.within(group_id))
        return [node_id for node_id in self.order if node_id in inside]

    def takes(self, group_id: str) -> list[str]:
        """The nodes outside that the group takes values from: what `call` is given. The whole network's id is ""."""
        if not group_id:
            return [DATA]
        inside = self.within(group_id)
        sources = (source for node_id in inside for source in self.sources(node_id))
        return list(dict.fromkeys(source for source in sources if source not in inside))

    def gives(self, group_id: str) -> list[str]:
        """The nodes inside that give values to others outside: what `call` returns."""
        if not group_id:
            return self.sources(OUTPUT)
        inside, targets = self.within(group_id), self.document.graph.targets
        outside = self._live - set(inside)
        return [node_id for node_id in inside if not outside.isdisjoint(targets[node_id])]

    def preparing(self, node: Node) -> list[str]:
        """Lines that stand before the one that makes the node's layer."""
        if not is_typed(node):
            return []
        (source,) = self.sources(node.id)
        return [f"x = keras.Input({flow(self.document).shapes.get(source, (None,))!r})"]

    def ends_in_step(self, node: Node) -> bool:
        """Whether the function `step` is called after the node's layer."""
        return node.layer.ends_in_step

    def made(self, node: Node) -> tuple[str, list[str]] | None:
        """The class and arguments that make a node's layer; None where nothing has to be made."""
        early = f'lambda shape, dtype: {KERNELS}["{node.id}"]'
        return made(node, self.document.training.seed, early if node.id in self.kernels else PLAYGROUND_UNIFORM)

    @cached_property
    def kernels(self) -> dict[str, tuple[int, int]]:
        """The shapes of kernels to be drawn before any layer is made, as Keras makes a group's in another order."""
        shapes, by_id = flow(self.document).shapes, self.document.graph.by_id
        drawing = [node_id for node_id in self.order if by_id[node_id].layer.draws_with_data and node_id in shapes]
        if not self.draws_early(drawing):
            return {}
        return {name: (shapes[self.sources(name)[0]][-1], shapes[name][-1]) for name in drawing}

    def draws_early(self, drawing: list[str]) -> bool:
        """Whether Keras makes some of these layers in another order than the script names them."""
        return any(node_id in self.tree.parents for node_id in drawing)

    def found_by(self, node_id: str) -> str:
        """An expression for the node's layer in the finished network."""
        around = self.tree.around(node_id)
        if not around:
            return f'network.get_layer("{node_id}")'
        return ".".join([f'network.get_layer("{around[0]}")', *map(_attribute, (*around[1:], node_id))])


def class_name(name: str, taken: set[str]) -> str:
    """A group's name as a class's: its Latin letters and digits, or Group1, and none that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain if re.search("[A-Za-z]", plain) else "")
    # The script's constants are words of capitals; CNN and the like can stay.
    stem = "".join(
        word.capitalize() if word.isupper() and len(word) > 3 else word[0].upper() + word[1:] for word in words
    )
    stem = stem.capitalize() if stem.isupper() and len(stem) > 3 else stem
    stem = stem if not stem or stem[0].isalpha() else f"Group{stem}"
    if stem and stem not in taken:
        return stem
    number = 2 if stem else 1
    while f"{stem or 'Group'}{number}" in taken:
        number += 1
    return f"{stem or 'Group'}{number}"


def _attribute(member: str) -> str:
    """What a layer calls one inside: its id, where Keras has no attribute of that name."""
    return member if re.search("_[0-9]+$", member) else f"{member}_"


def class_code(grouped: Grouped, group_id: str) -> str:
    """The group as a class, each of whose layers keeps its name, so that its first weights stay what they are."""
    name = readable(grouped.tree.by_id[group_id].name) or grouped.classes[group_id]
    told = name.replace("\\", "\\\\").replace('"', '\\"')
    return joined_class(grouped, group_id, f"{grouped.classes[group_id]}(keras.layers.Layer)", told)


def joined_class(grouped: Grouped, group_id: str, head: str, told: str) -> str:
    """A class of that head and docstring, which makes what stands on a level, and joins it; "" is the network's."""
    lines = [KNOWN, f"class {head}:", f'    """{told}"""', ""]
    cards = grouped.cards(group_id)
    parts = [line for card in cards for line in _making(grouped, card)]
    if parts:
        lines += ["    def __init__(self, **settings):", "        super().__init__(**settings)"]
        lines += [*(f"        {line}" for line in parts), ""]
    given = [grouped.variables[source] for source in grouped.takes(group_id)]
    inside = [grouped.document.graph.by_id[card].layer for card in cards if card not in grouped.classes]
    asked = sorted({f"{name}={value!r}" for layer in inside for name, value in layer.called_with.items()})
    if not group_id and not asked:
        # A network of its own is told whether it trains, and so are its layers.
        asked = ["training=None"]
    lines.append("    " + wrapped("def call(", ["self", *given, *asked], "):", 4))
    for card in cards:
        lines += [f"        {line}" for line in _joining(grouped, card)]
    returned = [grouped.variables[node_id] for node_id in grouped.gives(group_id)]
    line = f"return {', '.join(returned)}"
    lines.append("        " + (line if len(line) <= 80 else wrapped("return (", returned, ")", 8)))
    return "\n".join(lines)


def _making(grouped: Grouped, card: str) -> Iterator[str]:
    """Lines of `__init__` that make what stands on a card."""
    if card in grouped.classes:
        yield f'self.{_attribute(card)} = {grouped.classes[card]}(name="{card}")'
        return
    node = grouped.document.graph.by_id[card]
    if name := readable(node.name):
        yield f"# {name}"
    yield from grouped.preparing(node)
    if (made := grouped.made(node)) is not None:
        yield call(f"self.{_attribute(card)} = {made[0]}", made[1], indent=8)
    if isinstance(node.layer, Normalization):
        shape = flow(grouped.document).shapes.get(grouped.sources(card)[0], ())
        yield "# Built at once: what is built inside of a call belongs to that call."
        yield f"self.{_attribute(card)}.build({(None, *shape)!r})"


def _joining(grouped: Grouped, card: str) -> Iterator[str]:
    """Lines of `call` that put the card's values into variables."""
    variables = grouped.variables
    if card in grouped.classes:
        yield group_line(grouped, card, f"self.{_attribute(card)}", 8)
        return
    node = grouped.document.graph.by_id[card]
    values, variable = taken(node.layer, [variables[source] for source in grouped.sources(card)]), variables[card]
    values = ", ".join((values, *(f"{name}={name}" for name in node.layer.called_with)))
    if grouped.made(node) is not None:
        yield f"{variable} = self.{_attribute(card)}({values})"
        values = variable
    if grouped.ends_in_step(node):
        yield f"{variable} = step({values})"


def group_line(grouped: Grouped, group_id: str, function: str, indent: int = 0) -> str:
    """A group called with what it takes, into the variables of what it gives."""
    given = [grouped.variables[source] for source in grouped.takes(group_id)]
    returned = ", ".join(grouped.variables[node_id] for node_id in grouped.gives(group_id))
    return call(f"{returned} = {function}", given, indent=indent)


def kernel_lines(grouped: Grouped) -> list[str]:
    """A table of first weights, where they follow the data's random numbers."""
    drawn = [f'"{node_id}": playground_uniform({shape!r})' for node_id, shape in grouped.kernels.items()]
    if not drawn:
        return []
    return ["# First weights, in the order of the layers.", wrapped(f"{KERNELS} = {{", drawn, "}")]
