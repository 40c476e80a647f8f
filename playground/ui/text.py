"""Everything that a person reads about layers, settings, data and problems, translated when asked."""

from __future__ import annotations

from typing import Any

from playground.document.checks.problems import Problem
from playground.document.document import Document
from playground.document.graph import Node
from playground.document.layers.ends import Data
from playground.document.layers.merging import Merge
from playground.document.layers.normalization import Rescaling
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import Embedding
from playground.ui.texts.course import changes_text, event_text, run_text
from playground.ui.texts.data import class_title, data_help, data_title, feature_title, needs_text, task_title
from playground.ui.texts.files import error_text, example_title, failure_text, foreign_text
from playground.ui.texts.formula import formula_error_text
from playground.ui.texts.groups import colour_title, group_summary, group_title, own_layer_help
from playground.ui.texts.layers import family_title, layer_help, layer_title, shape_text
from playground.ui.texts.link import link_error_text, link_summary, remark_text, remarks_text
from playground.ui.texts.losses import short_loss_title
from playground.ui.texts.notes import note_colour_text, note_help, note_title
from playground.ui.texts.numbers import number_text
from playground.ui.texts.problems import clash_text, explanation, fix_text, problem_text, refusal_text, status_text
from playground.ui.texts.running import pace_title, schedule_help, stop_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.texts.settings import changing, choice_title, optimizer_help, setting_help, setting_title

COUNTS = {
    "unit": (QT_TRANSLATE_NOOP("Text", "1 unit"), QT_TRANSLATE_NOOP("Text", "{count} units")),
    "input": (QT_TRANSLATE_NOOP("Text", "1 input"), QT_TRANSLATE_NOOP("Text", "{count} inputs")),
    "value": (QT_TRANSLATE_NOOP("Text", "1 value"), QT_TRANSLATE_NOOP("Text", "{count} values")),
    "point": (QT_TRANSLATE_NOOP("Text", "1 point"), QT_TRANSLATE_NOOP("Text", "{count} points")),
    "picture": (QT_TRANSLATE_NOOP("Text", "1 picture"), QT_TRANSLATE_NOOP("Text", "{count} pictures")),
    "sequence": (QT_TRANSLATE_NOOP("Text", "1 sequence"), QT_TRANSLATE_NOOP("Text", "{count} sequences")),
    "weight": (QT_TRANSLATE_NOOP("Text", "1 weight"), QT_TRANSLATE_NOOP("Text", "{count} weights")),
    "parameter": (QT_TRANSLATE_NOOP("Text", "1 parameter"), QT_TRANSLATE_NOOP("Text", "{count} parameters")),
    "problem": (QT_TRANSLATE_NOOP("Text", "1 problem"), QT_TRANSLATE_NOOP("Text", "{count} problems")),
}

SUMMARIES = {
    "slope": QT_TRANSLATE_NOOP("Text", "slope {value}"),
    "alpha": QT_TRANSLATE_NOOP("Text", "alpha {value}"),
    "rate": QT_TRANSLATE_NOOP("Text", "rate {value}"),
    "deviation": QT_TRANSLATE_NOOP("Text", "deviation {value}"),
    "momentum": QT_TRANSLATE_NOOP("Text", "momentum {value}"),
    "reach": QT_TRANSLATE_NOOP("Text", "reach {value}"),
    "turn": QT_TRANSLATE_NOOP("Text", "turn {value}"),
}

OF_MEMBER = QT_TRANSLATE_NOOP("Text", "{layer}: {problem}")


def count_text(thing: str, count: int) -> str:
    """ "1 unit", "8 units", "1,284 weights"; `thing` is a key of COUNTS."""
    one, many = COUNTS[thing]
    return say(one) if count == 1 else say(many, count=f"{count:,}")


def node_title(node: Node, document: Document | None = None) -> str:
    """What a person calls the node: its name, else its layer's; Data bears the data's name where known."""
    if node.name:
        return node.name
    if isinstance(node.layer, Data) and document is not None:
        return data_title(document.data.origin)
    return layer_title(node.layer.kind)


def problem_sentence(problem: Problem, document: Document) -> str:
    """What is wrong, as a sentence; of a layer in a closed group with its name: "Gate: …"."""
    member = document.graph.by_id.get(problem.member)
    if member is None:
        return problem_text(problem)
    return say(OF_MEMBER, layer=node_title(member, document), problem=problem_text(problem))


def node_summary(node: Node, document: Document) -> str:
    """The settings that matter, in a line: "8 units · tanh"; "" where there are none."""
    match node.layer:
        case Data() if document.data.facts.planar:
            return "  ".join(feature_title(name) for name in document.data.features)
        case Data():
            return count_text("input", len(document.data.input_names))
        case Conv2D(filters=filters, kernel_size=size, activation=activation):
            return f"{filters} × {size}×{size} · {choice_title(activation)}"
        case Embedding(input_dim=known, output_dim=values):
            return f"{known:,} → {values:,}"
        case Rescaling(scale=scale, offset=offset):
            sign, shift = "−" if offset < 0 else "+", number_text(abs(offset), 6)
            return f"{number_text(scale, 6)} x" + (f" {sign}{shift}" if offset else "")
        case Merge():
            return count_text("input", len(document.graph.sources[node.id]))
    return " · ".join(_in_brief(name, getattr(node.layer, name)) for name in node.layer.shown)


def _in_brief(name: str, value: Any) -> str:
    """A setting as a node shows it: "8 units", "Tanh", "rate 0.2"."""
    match name:
        case "units":
            return count_text("unit", value)
        case "activation":
            return choice_title(value)
        case "loss":
            return short_loss_title(value)
        case "pool_size":
            return f"{value}×{value}"
        case "target":
            return shape_text(value)
        case "formula":
            return str(value)
        case _ if name in SUMMARIES:
            return say(SUMMARIES[name], value=number_text(value, 6))
    return f"{setting_title(name)} {number_text(value, 6)}"


__all__ = [
    "changes_text",
    "changing",
    "choice_title",
    "clash_text",
    "class_title",
    "colour_title",
    "count_text",
    "data_help",
    "data_title",
    "error_text",
    "event_text",
    "example_title",
    "explanation",
    "failure_text",
    "family_title",
    "feature_title",
    "fix_text",
    "foreign_text",
    "formula_error_text",
    "group_summary",
    "group_title",
    "layer_help",
    "layer_title",
    "link_error_text",
    "link_summary",
    "needs_text",
    "node_summary",
    "node_title",
    "note_colour_text",
    "note_help",
    "note_title",
    "optimizer_help",
    "own_layer_help",
    "pace_title",
    "problem_text",
    "refusal_text",
    "remark_text",
    "remarks_text",
    "run_text",
    "say",
    "schedule_help",
    "setting_help",
    "setting_title",
    "shape_text",
    "status_text",
    "stop_text",
    "task_title",
]
