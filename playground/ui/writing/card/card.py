"""The model card as Markdown: data, layers, training, results, curves, seeds, versions and limits on one page."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

import playground
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import OUTPUT
from playground.frames.frame import Frame
from playground.ui.text import data_title, task_title
from playground.ui.texts.exports.card import card_text as word
from playground.ui.texts.exports.markdown import escaped
from playground.ui.writing.card.curves import curves
from playground.ui.writing.card.data import data_section
from playground.ui.writing.card.layers import layers_section
from playground.ui.writing.card.limits import limits
from playground.ui.writing.card.told import facts
from playground.ui.writing.card.training import results, training_section

PACKAGES = ("TensorFlow", "Keras", "NumPy")


def card(document: Document, frame: Frame) -> bytes:
    """The card of the network as the frame has it; each fact of the document or the run, none typed by hand."""
    sections = [
        f"# {word('title', name=escaped(data_title(document.data.origin)))}",
        _about(document, frame),
        _headed("data", data_section(document.data)),
        _headed("layers", layers_section(document)),
        _headed("training", training_section(document, frame)),
        _headed("results", results(document, frame)),
        _headed("curves", curves(frame)),
        _headed("versions", _versions(document)),
        _headed("limits", "\n".join(f"- {line}" for line in limits(document, frame))),
    ]
    return ("\n\n".join(filter(None, sections)) + "\n").encode()


def _headed(key: str, body: str) -> str:
    return f"## {word(key)}\n\n{body}" if body else ""


def _about(document: Document, frame: Frame) -> str:
    inside = [node for node in document.graph.trained if node != OUTPUT]
    parameters = sum(flow(document).parameters.get(node, 0) for node in inside)
    # Data is no layer.
    lines = [word("about", layers=len(inside) - 1, parameters=f"{parameters:,}", version=playground.__version__)]
    data = document.data
    task = task_title(data.facts.task)
    lines.append(word("learns", task=task, inputs=len(data.input_names), epochs=f"{frame.epoch:,}"))
    return "\n".join(lines if frame.epoch else [*lines, word("untrained")])


def _versions(document: Document) -> str:
    data = document.data
    seed = escaped(data.seed_text) if data.generator == "seedrandom" else str(data.seed)
    rows = [(word("seed_data"), seed), (word("seed_network"), str(document.training.seed))]
    rows += [("Playground", playground.__version__), ("Python", platform.python_version())]
    rows += [(name, _version(name)) for name in PACKAGES]
    return f"{facts(rows)}\n\n{word('repeat')}"


def _version(name: str) -> str:
    try:
        return version(name.lower())
    except PackageNotFoundError:
        return ""
