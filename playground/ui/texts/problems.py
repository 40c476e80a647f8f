"""Problems, their fixes, refusals and states, as sentences."""

from __future__ import annotations

from playground.document.checks.problems import Fix, Problem
from playground.document.layers.layer import Shape
from playground.frames.run import ENGINE_GONE, OUT_OF_MEMORY, Status, Stop
from playground.ui.texts.data import task_title
from playground.ui.texts.layers import layer_title, shape_text
from playground.ui.texts.running import stop_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.texts.settings import choice_title

PROBLEMS = {
    "not_connected": QT_TRANSLATE_NOOP("Text", "Inputs needed: {needed}, connected: {got}."),
    "dead_end": QT_TRANSLATE_NOOP("Text", "Its values lead nowhere. Connect it on towards Output."),
    "loop": QT_TRANSLATE_NOOP("Text", "It stands on or behind a loop. Take one connection of the loop away."),
    "unreachable": QT_TRANSLATE_NOOP("Text", "No values from the data reach it."),
    "output_size": QT_TRANSLATE_NOOP("Text", "Values needed: {needed}, values that come: {got}."),
    "not_flat": QT_TRANSLATE_NOOP("Text", "It needs values in one row and gets the shape {shape}."),
    "shape_merge": QT_TRANSLATE_NOOP("Text", "Its inputs must have one shape. They have {shapes}."),
    "shape_concatenate": QT_TRANSLATE_NOOP("Text", "Its inputs may differ only in the last size. They have {shapes}."),
    "shape_reshape": QT_TRANSLATE_NOOP("Text", "Both shapes must hold as many values: {shapes}."),
    "shape_normalization": QT_TRANSLATE_NOOP(
        "Text", "It has a mean and a variance for each of so many values: {shapes} differ."
    ),
    "shape_needs_picture": QT_TRANSLATE_NOOP("Text", "It needs a picture (height, width, channels), gets {shapes}."),
    "shape_too_small": QT_TRANSLATE_NOOP("Text", "The picture is smaller than the window: {shapes}."),
    "shape_needs_sequence": QT_TRANSLATE_NOOP("Text", "It needs a sequence (length, features), gets {shapes}."),
    "whole_numbers": QT_TRANSLATE_NOOP("Text", "It takes whole numbers, so nothing before it can learn."),
    "loss_task": QT_TRANSLATE_NOOP("Text", "The loss {loss} does not suit data with {task}."),
    "wants_probabilities": QT_TRANSLATE_NOOP("Text", "The loss {loss} expects probabilities, and other values come."),
    "double_softmax": QT_TRANSLATE_NOOP(
        "Text",
        "The values are probabilities already, and this loss makes such of them again: that loss is shown. "
        "Keras trains on another, of the values before them.",
    ),
    "double_softmax_hidden": QT_TRANSLATE_NOOP(
        "Text", "Values are turned into probabilities twice: here and in the loss."
    ),
    "loss_behind": QT_TRANSLATE_NOOP(
        "Text",
        "Keras trains on the values before the {function}, where this loss looks. "
        "The loss shown is another: that of the outputs.",
    ),
    "loss_behind_one": QT_TRANSLATE_NOOP(
        "Text",
        "A softmax over one value always gives 1. Keras trains on the value before it, where this loss looks; "
        "the loss shown is another: that of the outputs.",
    ),
    "out_of_reach": QT_TRANSLATE_NOOP(
        "Text", "Values of {function} never lie below {low:g}, and there are targets below that."
    ),
    "out_of_reach_above": QT_TRANSLATE_NOOP(
        "Text",
        "Values of {function} never exceed {high:g}, and standardised targets lie farther from their mean.",
    ),
    "wants_logits": QT_TRANSLATE_NOOP(
        "Text", "The loss wants logits, values of either sign and any size, and {function} does not give them."
    ),
    "softmax_of_one": QT_TRANSLATE_NOOP("Text", "A softmax over one value always gives 1, whatever comes."),
    "unit_of_one": QT_TRANSLATE_NOOP(
        "Text", "Of one value this leaves only the sign, 1 or −1, so nothing before it can learn."
    ),
    "layer_of_one": QT_TRANSLATE_NOOP(
        "Text", "One value less its own mean is always 0, so nothing before it can learn."
    ),
    "batch_of_one": QT_TRANSLATE_NOOP(
        "Text", "In a batch of 1 each value is its own mean and becomes 0, so nothing before it can learn."
    ),
    "second_softmax": QT_TRANSLATE_NOOP(
        "Text", "Its values are probabilities already: the layer before has a softmax."
    ),
    "step_activation": QT_TRANSLATE_NOOP("Text", "A step has no slope, so nothing before it can learn."),
    "data_absent": QT_TRANSLATE_NOOP(
        "Text", "The pictures of {name} are not on this machine. Data > MNIST and others… fetches them."
    ),
    "table_absent": QT_TRANSLATE_NOOP(
        "Text", "The rows of {name} are not on this machine. Data > Change the table… reads them again."
    ),
    "no_features": QT_TRANSLATE_NOOP("Text", "No feature is chosen, so the network sees nothing."),
    "too_large": QT_TRANSLATE_NOOP("Text", "The network needs {needed_gib} GiB of memory; {free_gib} GiB are free."),
    "too_deep": QT_TRANSLATE_NOOP(
        "Text", "{layers} layers lie one behind the other: building them takes about {minutes} min and {gib} GiB."
    ),
    "no_weights": QT_TRANSLATE_NOOP("Text", "There is nothing to learn: no layer has weights. Add Dense."),
}

BRIEF = {
    ("output_size", 1): QT_TRANSLATE_NOOP("Text", "Output needs 1 value, gets {got}."),
    ("output_size", None): QT_TRANSLATE_NOOP("Text", "Output needs {needed} values, gets {got}."),
    ("not_connected", 1): QT_TRANSLATE_NOOP("Text", "Nothing is connected to its input."),
    ("not_connected", None): QT_TRANSLATE_NOOP("Text", "It needs {needed} inputs and has {got}."),
}

FIXES = {
    "insert_dense": QT_TRANSLATE_NOOP("Text", "Insert Dense, units: {units}"),
    "set_units": QT_TRANSLATE_NOOP("Text", "Set units to {units}"),
    "insert_reshape": QT_TRANSLATE_NOOP("Text", "Insert Reshape to {shape}"),
    "use_same": QT_TRANSLATE_NOOP("Text", "Use same padding"),
    "return_sequences": QT_TRANSLATE_NOOP("Text", "Return sequences before it"),
    "insert_flatten": QT_TRANSLATE_NOOP("Text", "Insert Flatten"),
    "set_loss": QT_TRANSLATE_NOOP("Text", "Use {loss}"),
    "insert_activation": QT_TRANSLATE_NOOP("Text", "Insert {kind}"),
    "remove_softmax": QT_TRANSLATE_NOOP("Text", "Remove Softmax"),
    "remove_layer": QT_TRANSLATE_NOOP("Text", "Remove {kind}"),
    "set_activation": QT_TRANSLATE_NOOP("Text", "Set activation to {activation}"),
    "set_batch": QT_TRANSLATE_NOOP("Text", "Set batch to {size}"),
    "remove_sigmoid": QT_TRANSLATE_NOOP("Text", "Remove Sigmoid"),
    "use_sigmoid": QT_TRANSLATE_NOOP("Text", "Use a sigmoid"),
    "use_features": QT_TRANSLATE_NOOP("Text", "Use x₁ and x₂"),
}
INSERT_ONE_UNIT = QT_TRANSLATE_NOOP("Text", "Insert Dense, 1 unit")

REFUSALS = {
    "loop": QT_TRANSLATE_NOOP("Text", "That would close a loop."),
    "same_node": QT_TRANSLATE_NOOP("Text", "A layer cannot feed itself."),
    "into_data": QT_TRANSLATE_NOOP("Text", "Data takes no inputs."),
    "from_output": QT_TRANSLATE_NOOP("Text", "Nothing comes after Output."),
    "already": QT_TRANSLATE_NOOP("Text", "These two are already connected."),
    "full": QT_TRANSLATE_NOOP("Text", "It takes one input and has one."),
    "shapes": QT_TRANSLATE_NOOP("Text", "The shapes do not fit."),
    "group_loop": QT_TRANSLATE_NOOP("Text", "A path would leave the group and come back to it."),
    "groups_too_deep": QT_TRANSLATE_NOOP("Text", "At most 16 groups lie in one another."),
    "no_layers": QT_TRANSLATE_NOOP("Text", "Choose the layers of the group first."),
    "different_groups": QT_TRANSLATE_NOOP("Text", "These layers lie in different groups."),
}
CLASH = QT_TRANSLATE_NOOP("Text", "Shapes {there} and {coming} do not fit together in {layer}.")

STATES = {
    "loading": QT_TRANSLATE_NOOP("Text", "Loading TensorFlow…"),
    "building": QT_TRANSLATE_NOOP("Text", "Building the network…"),
    "unfinished": QT_TRANSLATE_NOOP("Text", "The network is not finished"),
    "ready": QT_TRANSLATE_NOOP("Text", "Ready"),
    "training": QT_TRANSLATE_NOOP("Text", "Training"),
    "paused": QT_TRANSLATE_NOOP("Text", "Paused"),
    "diverged": QT_TRANSLATE_NOOP("Text", "Diverged: try a smaller learning rate"),
    "broken_formula": QT_TRANSLATE_NOOP("Text", "A formula has no value here"),
    "will_play": QT_TRANSLATE_NOOP("Text", "Loading TensorFlow… training starts in a moment"),
    "failed": QT_TRANSLATE_NOOP("Text", "Training stopped with an error"),
    "getting_ready": QT_TRANSLATE_NOOP("Text", "Getting ready…"),
}


DIVERGED = QT_TRANSLATE_NOOP(
    "Text",
    "The loss grew beyond all numbers in epoch {epoch}, so the run was stopped. {kept} "
    "Try a smaller learning rate, gradient clipping, or smaller inputs (fewer squared features).",
)
BROKEN_FORMULA = QT_TRANSLATE_NOOP(
    "Text",
    "In epoch {epoch} the formula {formula} had no value or no slope for what came in: NaN, or infinity. {kept} "
    "Give it one everywhere, as sqrt(abs(x) + 0.01) has.",
)
KEPT = QT_TRANSLATE_NOOP("Text", "The weights are those of epoch {epoch}.")
KEPT_FIRST = QT_TRANSLATE_NOOP("Text", "The weights are the first ones again.")
FAILED = QT_TRANSLATE_NOOP(
    "Text", "The training engine stopped: {error}. Your network is safe; save it, change it, or start again."
)
MEMORY = QT_TRANSLATE_NOOP(
    "Text",
    "There is not enough memory to train this network. It is safe; make its layers or the batch smaller, "
    "or close other programs.",
)
GONE = QT_TRANSLATE_NOOP("Text", "The training engine stopped. Your network is safe; Play starts the engine again.")


def _words(values: tuple[tuple[str, object], ...]) -> dict[str, object]:
    """The values of a problem or a fix, as they are said in a sentence."""
    return {name: _word(name, value) for name, value in values}


def _word(name: str, value: object) -> object:
    match name, value:
        case "loss" | "activation" | "function", str():
            return choice_title(value)
        case "task", str():
            return task_title(value)
        case "kind", str():
            return layer_title(value)
        case "shape", tuple():
            return shape_text(value)
        case "shapes", tuple():
            return ", ".join(shape_text(shape) for shape in value)
        case "low" | "high", float():
            return value
        case _, float():
            return f"{value:.1f}"
    return value


def problem_text(problem: Problem) -> str:
    """What is wrong, as a sentence; the node is not named in it."""
    values = _words(problem.values)
    needed = values.get("needed")
    brief = BRIEF.get((problem.code, 1 if needed == 1 else None))
    # One that has too many inputs is not told that nothing is connected.
    if brief and not (problem.code == "not_connected" and needed == 1 and values["got"]):
        return say(brief, **values)
    return say(PROBLEMS[problem.code], **values) if problem.code in PROBLEMS else said(PROBLEMS, problem.code)


def fix_text(fix: Fix) -> str:
    """What a click does, in the words of a button."""
    values = _words(fix.values)
    if fix.code == "insert_dense" and values.get("units") == 1:
        return say(INSERT_ONE_UNIT)
    return say(FIXES[fix.code], **values) if fix.code in FIXES else said(FIXES, fix.code)


def refusal_text(code: str) -> str:
    """Why a connection or group cannot be made, for a code of `refusal` or `wrap_refusal`; "" where it can."""
    return said(REFUSALS, code) if code else ""


def clash_text(there: Shape, coming: Shape, kind: str) -> str:
    """Why two shapes cannot go into one layer of this kind."""
    return say(CLASH, there=shape_text(there), coming=shape_text(coming), layer=layer_title(kind))


def status_text(status: Status) -> str:
    """What the trainer is doing, in a few words; why a run stopped by itself, in a sentence."""
    stop = dict(status.values).get("stop")
    if isinstance(stop, Stop):
        return stop_text(stop)
    if dict(status.values).get("formula"):
        return said(STATES, "broken_formula")
    return said(STATES, status.code or status.state) if status.code in STATES else said(STATES, status.state)


def explanation(status: Status) -> str:
    """Why a run stopped and what to try, in whole sentences; "" while there is nothing to explain."""
    values = dict(status.values)
    match status.state:
        case "diverged":
            sentence = BROKEN_FORMULA if values.get("formula") else DIVERGED
            return say(
                sentence,
                formula=values.get("formula"),
                epoch=values["epoch"],
                kept=_kept(int(str(values["epoch"])) - 1),
            )
        case "failed" if status.code == ENGINE_GONE:
            return say(GONE)
        case "failed" if status.code == OUT_OF_MEMORY:
            return say(MEMORY)
        case "failed":
            return say(FAILED, error=values.get("error", ""))
    return ""


def _kept(epoch: int) -> str:
    return say(KEPT_FIRST) if epoch == 0 else say(KEPT, epoch=epoch)
