"""What a notebook says between its cells: of this data, this network and this training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playground.document.checks.shapes import flow
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.ui.text import data_help, data_title, layer_help, layer_title, node_summary, shape_text, task_title
from playground.ui.texts.exports.card import card_text
from playground.ui.texts.exports.markdown import escaped, table
from playground.ui.texts.exports.notebook import notebook_text as word
from playground.ui.texts.losses import full_loss_title, loss_meaning
from playground.ui.texts.running import schedule_help
from playground.ui.texts.settings import optimizer_help
from playground.ui.writing.card.data import licence_of, source_of


def title(document: Document, packages: Sequence[str]) -> str:
    """The heading, what has to be installed, and how to run it."""
    needed = " ".join((*packages, "matplotlib"))
    installing = f"```\npip install {needed}\n```"
    return "\n\n".join((f"# {escaped(data_title(document.data.origin))}", word("about"), word("install"), installing))


def about_data(document: Document) -> str:
    """What the data are, where they come from, and what is to be learned."""
    data = document.data
    lines = [
        f"## {card_text('data')}",
        escaped(data_help(data.origin)),
        word("source", source=source_of(data), licence=licence_of(data)),
        word("learned", task=task_title(data.facts.task)),
    ]
    return "\n\n".join(lines)


def about_network(document: Document) -> str:
    """Each kind of layer with what it does, and a table of all."""
    rows = [[f"`{name}`", kind, summary, shape, count] for name, kind, summary, shape, count in _layers(document)]
    kinds = dict.fromkeys(document.graph.by_id[name].layer.kind for name in document.graph.trained if name != OUTPUT)
    heads = [card_text(key) for key in ("id", "layer", "settings", "shape", "parameters")]
    helps = [f"- **{layer_title(kind)}**: {escaped(layer_help(kind))}" for kind in kinds if kind != "Data"]
    return "\n\n".join((f"## {word('network')}", table(heads, rows, numbers=2), *(["\n".join(helps)] if helps else [])))


def _layers(document: Document) -> Iterator[tuple[str, str, str, str, str]]:
    found = flow(document)
    for name in document.graph.trained:
        if name == OUTPUT:
            continue
        node = document.graph.by_id[name]
        kind = layer_title(node.layer.kind)
        called = f"{escaped(node.name)} ({kind})" if node.name else kind
        count = "" if name == DATA else f"{found.parameters.get(name, 0):,}"
        shape = shape_text(found.shapes[name]) if name in found.shapes else ""
        yield name, called, escaped(node_summary(node, document)), shape, count


def about_training(document: Document) -> str:
    """The loss, the optimizer, and how the learning rate changes."""
    loss, training = loss_of(document), document.training
    optimizer = type(training.optimizer).__name__
    lines = [
        f"- **{full_loss_title(loss.name)}**: {loss_meaning(_plain(loss.name))}",
        f"- **{optimizer}**: {optimizer_help(optimizer)}",
        f"- {schedule_help(type(training.schedule).__name__)}",
    ]
    return "\n\n".join((f"## {word('training')}", word("compile"), "\n".join(lines)))


def _plain(loss: str) -> str:
    """The loss that measures the same, and whose meaning can be told without another's."""
    return loss.removesuffix("_logits").removeprefix("sparse_").replace("half_", "mean_", 1)
