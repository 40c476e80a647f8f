"""What is said of a walk, on the screen and to a screen reader."""

from __future__ import annotations

from playground.datasets.measures import measures
from playground.document.checks.behind import CHANGING_IN_TRAINING
from playground.document.document import Document
from playground.document.graph import DATA
from playground.frames.walk import HALF, Walk
from playground.tables.by_hand import Preparing
from playground.ui.text import node_title
from playground.ui.texts.data import feature_title, input_titles
from playground.ui.texts.numbers import decimals_text, number_text, with_unit
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.walk.acts import FOLDED_AWAY, Act, folded_nodes
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.formula import Weight
from playground.ui.walk.losses import loss_of

# A difference between float32 and the hand's arithmetic that is none.
SAME = 1e-6
# So many inputs are told in their own numbers.
MOST_TOLD = 4

ACTS = {
    "row": QT_TRANSLATE_NOOP("Text", "The row as the table has it, and how it becomes what the network sees."),
    "sample": QT_TRANSLATE_NOOP(
        "Text", "The sample: what comes into the network. ↑ and ↓ or a click in the views choose another."
    ),
    "scaled": QT_TRANSLATE_NOOP(
        "Text", "The sample, scaled as the network sees it: {inputs}. ↑ and ↓ or a click in the views choose another."
    ),
    "forward": QT_TRANSLATE_NOOP("Text", "Forward: {layer} makes its values of what comes in."),
    "answer": QT_TRANSLATE_NOOP("Text", "The answer in the unit of {target}, beside what the table has."),
    "loss": QT_TRANSLATE_NOOP("Text", "The loss compares the output with the target: {loss}."),
    "back": QT_TRANSLATE_NOOP("Text", "Back: the gradient of {layer}, through its activation's slope."),
    "box": QT_TRANSLATE_NOOP("Text", "Back: the gradient of {layer}, as long as {norm}."),
    "folded": QT_TRANSLATE_NOOP("Text", "{count} layers are folded away here: the walk passes them at once."),
    "weights": QT_TRANSLATE_NOOP(
        "Text", "The gradient of every weight; click a line for its formula, a neuron for its bias's."
    ),
}

NOTES = {
    "training": QT_TRANSLATE_NOOP("Text", "Dropout and noise rest, as when the network predicts."),
    "behind": QT_TRANSLATE_NOOP("Text", "Keras trains by the logits, which here gives another gradient."),
    "half": QT_TRANSLATE_NOOP("Text", "½ Σ (o − t)²; Keras's mean squared error: {factor} of this."),
    "shares": QT_TRANSLATE_NOOP("Text", "Keras divides by Σ o first: ∂L/∂o = Σt/Σo − t/o."),
}

FACTORS = {
    "error": QT_TRANSLATE_NOOP("Text", "error"),
    "output": QT_TRANSLATE_NOOP("Text", "loss by output"),
    "slope": QT_TRANSLATE_NOOP("Text", "slope, {layer} {unit}"),
    "way": QT_TRANSLATE_NOOP("Text", "weight on the way"),
    "input": QT_TRANSLATE_NOOP("Text", "input"),
    "sum": QT_TRANSLATE_NOOP("Text", "Σ over {count} neurons"),
    "delta": QT_TRANSLATE_NOOP("Text", "δ, {layer} {unit}"),
    "one": QT_TRANSLATE_NOOP("Text", "of the bias"),
    "share": QT_TRANSLATE_NOOP("Text", "of the mean"),
}

WEIGHTS = {
    "kernel": QT_TRANSLATE_NOOP("Text", "Weight from {source} to {layer} {unit}"),
    "bias": QT_TRANSLATE_NOOP("Text", "Bias of {layer} {unit}"),
}

STOPS = {
    "row": QT_TRANSLATE_NOOP("Text", "Row"),
    "answer": QT_TRANSLATE_NOOP("Text", "Answer"),
    "sample": QT_TRANSLATE_NOOP("Text", "Sample"),
    "loss": QT_TRANSLATE_NOOP("Text", "Loss"),
    "weights": QT_TRANSLATE_NOOP("Text", "Weights"),
}


def layer_of(document: Document, node: str) -> str:
    """What a person calls it."""
    return node_title(document.graph.by_id[node], document)


def stop_text(act: Act, document: Document) -> str:
    """An act in a word, below its dot."""
    if act.node == FOLDED_AWAY:
        return FOLDED_AWAY
    return said(STOPS, act.kind) if act.kind in STOPS else layer_of(document, act.node)


def act_text(act: Act, walk: Walk, document: Document, prepared: Preparing | None) -> str:
    """An act in a sentence."""
    match act.kind:
        case "answer" if prepared is not None and prepared.targets:
            return say(ACTS["answer"], target=", ".join(each.column for each in prepared.targets))
        case "sample" if prepared is None and (told := _own_inputs(walk, document)):
            return say(ACTS["scaled"], inputs=told)
        case "forward" | "back" if act.node == FOLDED_AWAY:
            return say(ACTS["folded"], count=len(folded_nodes(walk)))
        case "loss":
            return say(ACTS["loss"], loss=number_text(walk.loss, 4))
        case "forward" | "back":
            stop = walk.stop(act.node)
            if act.kind == "back" and stop is not None and stop.z is None:
                return say(ACTS["box"], layer=layer_of(document, act.node), norm=number_text(stop.norm))
            return say(ACTS[act.kind], layer=layer_of(document, act.node))
    return said(ACTS, act.kind)


def _own_inputs(walk: Walk, document: Document) -> str:
    """The first inputs in their own numbers, "body_mass_g 3,750, …"; "" where the network sees these."""
    known = measures(document.data.origin)
    values = walk.stops[0].value.ravel()
    if document.data.facts.planar or len(values) != len(known) or not any(each.scaled for each in known):
        return ""
    told = zip(document.data.facts.inputs, known, values.tolist(), strict=True)
    said_inputs = [
        f"{feature_title(name)} {with_unit(decimals_text(each.own(value), each.decimals), each.unit)}"
        for name, each, value in list(told)[:MOST_TOLD]
    ]
    return ", ".join((*said_inputs, *(["…"] if len(known) > MOST_TOLD else [])))


def notes_of(walk: Walk, document: Document) -> list[str]:
    """Where a calculation by hand would come out otherwise."""
    found = []
    nodes = [document.graph.by_id[stop.node] for stop in walk.stops]
    loss = loss_of(document.graph)
    outputs = walk.stops[-1].value.size
    if walk.question.loss == HALF:
        found.append(say(NOTES["half"], factor="2" if outputs == 1 else f"2/{outputs}"))
    elif loss.keras == "CategoricalCrossentropy" and loss.takes == "probabilities":
        found.append(said(NOTES, "shares"))
    if any(isinstance(node.layer, CHANGING_IN_TRAINING) for node in nodes):
        found.append(said(NOTES, "training"))
    if walk.behind > SAME:
        found.append(said(NOTES, "behind"))
    return found


def weight_text(weight: Weight, hand: ByHand, document: Document) -> str:
    """ "Weight from x₁ to Hidden 1"."""
    node, array, place = weight
    layer, unit = layer_of(document, node), place[-1] + 1
    if array == 1:
        return say(WEIGHTS["bias"], layer=layer, unit=unit)
    stop = hand.walk.stop(node)
    assert stop is not None
    source, at = stop.sources[0], place[0]
    name = f"{layer_of(document, source)} {at + 1}"
    if source == DATA:
        planar = document.data.facts.planar
        titles = tuple(map(feature_title, document.data.features)) if planar else input_titles(document.data.origin)
        name = titles[at] if at < len(titles) else name
    return say(WEIGHTS["kernel"], source=name, layer=layer, unit=unit)


def spoken_weight(weight: Weight, by_hand: float, by_tape: float, hand: ByHand, document: Document) -> str:
    """A weight's gradient in words."""
    numbers = f"∂L/∂w {number_text(by_hand, 6)}, {number_text(by_tape, 6)}"
    return f"{weight_text(weight, hand, document)}: {numbers}"
