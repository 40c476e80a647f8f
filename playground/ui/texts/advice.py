"""What the adviser says of a run, why, and what its button does."""

from __future__ import annotations

from playground.advice.finding import Finding
from playground.document.document import Document
from playground.frames.run import Status
from playground.ui.texts.numbers import number_text, power_text, share_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

FINDINGS = {
    "jumps": QT_TRANSLATE_NOOP("Text", "The loss jumps: a learning rate of {rate} is too high."),
    "thrown": QT_TRANSLATE_NOOP("Text", "A learning rate of {rate} has thrown {layer} out of reach."),
    "faded_first": QT_TRANSLATE_NOOP("Text", "The gradient does not reach the first {count} of {all} layers."),
    "faded": QT_TRANSLATE_NOOP("Text", "The gradient does not reach {count} of {all} layers."),
    "saturated": QT_TRANSLATE_NOOP("Text", "The output is saturated."),
    "dead_all": QT_TRANSLATE_NOOP("Text", "All neurons of {layer} are dead."),
    "dead_half": QT_TRANSLATE_NOOP("Text", "Half of the neurons of {layer} are dead."),
    "dead": QT_TRANSLATE_NOOP("Text", "Most neurons of {layer} are dead."),
    "parts": QT_TRANSLATE_NOOP("Text", "Validation parts from training since epoch {epoch}."),
    "still": QT_TRANSLATE_NOOP("Text", "Learning has stood still for {epochs} epochs."),
}
NUMBERS = {
    "jumps": QT_TRANSLATE_NOOP("Text", "{low} to {high}"),
    "faded": QT_TRANSLATE_NOOP("Text", "below {below}"),
    "saturated": QT_TRANSLATE_NOOP("Text", "flat at {share} of the points"),
    "dead": QT_TRANSLATE_NOOP("Text", "{dead} of {units}"),
    "parts": QT_TRANSLATE_NOOP("Text", "{best} → {now}"),
    "still": QT_TRANSLATE_NOOP("Text", "loss {loss}"),
}
REASONS = {
    "jumps": QT_TRANSLATE_NOOP(
        "Text",
        "Each step is so long that it leaps over the valley it should go down into, so the loss goes up again. It led "
        "the weights to where smaller steps are lost as well, so a lower rate begins anew.",
    ),
    "thrown": QT_TRANSLATE_NOOP(
        "Text",
        "Steps that were too long have made its weights more than ten times as large. There its activation is flat, so "
        "no gradient gets through, and smaller steps alone do not bring it back: it takes new first weights.",
    ),
    "faded": QT_TRANSLATE_NOOP(
        "Text",
        "Back through each layer the gradient loses a part of its size, and next to nothing is left of it for these: "
        "their weights stand still. Leaky ReLU lets it through, and He first weights keep its size; it takes both.",
    ),
    "saturated": QT_TRANSLATE_NOOP(
        "Text",
        "Its function is flat at nearly every point, right or wrong, so next to no gradient comes back from there. "
        "A linear output has a slope everywhere.",
    ),
    "dead": QT_TRANSLATE_NOOP(
        "Text",
        "A ReLU that gives 0 for every point has no slope, so its weights get no gradient and it stays that way. "
        "Leaky ReLU has a small slope there, which brings such neurons back.",
    ),
    "parts": QT_TRANSLATE_NOOP(
        "Text",
        "The network learns its train points by heart: their loss still falls, and that of other points rises. "
        "More points, fewer neurons, dropout or penalties help; or the weights of the best epoch.",
    ),
    "still": QT_TRANSLATE_NOOP(
        "Text",
        "The loss has not changed by more than 1 % for so long, and it is far from learned: the network is too small "
        "for these data, sits on a plateau, or takes steps that are too short.",
    ),
}
FIXES = {
    "set_rate": QT_TRANSLATE_NOOP("Text", "Set the rate to {rate}"),
    "use_leaky_he": QT_TRANSLATE_NOOP("Text", "Use Leaky ReLU with He"),
    "use_leaky": QT_TRANSLATE_NOOP("Text", "Use Leaky ReLU there"),
    "unbound_output": QT_TRANSLATE_NOOP("Text", "Use cross-entropy"),
    "linear_output": QT_TRANSLATE_NOOP("Text", "Use a linear output"),
    "grow": QT_TRANSLATE_NOOP("Text", "Grow {layer} to {units}"),
    "best": QT_TRANSLATE_NOOP("Text", "Go back to epoch {epoch}"),
}
ANEW = QT_TRANSLATE_NOOP("Text", "It begins a new run, with new first weights.")
GOES_ON = QT_TRANSLATE_NOOP("Text", "The run goes on with the weights it has.")
QUIET = {
    "loading": QT_TRANSLATE_NOOP("Text", "Loading TensorFlow"),
    "problems": QT_TRANSLATE_NOOP("Text", "Not all is well before it learns: the list of problems says what."),
    "ready": QT_TRANSLATE_NOOP("Text", "Ready to learn. No problems found."),
    "running": QT_TRANSLATE_NOOP("Text", "Nothing stands out."),
    "off": QT_TRANSLATE_NOOP("Text", "Adviser is off."),
}


def finding_text(finding: Finding, document: Document) -> str:
    """What stands out, in a sentence."""
    values, kind = _words(finding, document), str(finding.kind)
    found = dict(finding.values)
    if kind == "faded" and found["first"]:
        kind = "faded_first"
    if kind == "dead":
        alive = int(str(found["units"])) - int(str(found["dead"]))
        kind = "dead_all" if not alive else "dead_half" if alive == found["dead"] else "dead"
    return say(FINDINGS[kind], **values)


def finding_number(finding: Finding, document: Document) -> str:
    """The number behind it, in a word or three; "" where there is none."""
    return say(NUMBERS[finding.kind], **_words(finding, document)) if finding.kind in NUMBERS else ""


def finding_reason(finding: Finding) -> str:
    """Why, and what helps."""
    return say(REASONS[finding.kind])


def remedy_text(finding: Finding, document: Document) -> str:
    """What its button does; "" where it has none."""
    remedy = finding.remedy
    if remedy is None:
        return ""
    if remedy.fix is None:
        return say(FIXES["best"], **_words(finding, document))
    return say(FIXES[remedy.fix.code], **_written(remedy.fix.values, document))


def remedy_help(finding: Finding) -> str:
    """What becomes of the run."""
    remedy = finding.remedy
    return "" if remedy is None or remedy.fix is None else say(ANEW if remedy.anew else GOES_ON)


def quiet_text(status: Status, epoch: int, problems: bool, on: bool) -> str:
    """What stands there while there is nothing to say."""
    if not on:
        return say(QUIET["off"])
    if status.state == "loading":
        return say(QUIET["loading"])
    if epoch or status.state == "training":
        return say(QUIET["running"])
    return say(QUIET["problems" if problems else "ready"])


def _words(finding: Finding, document: Document) -> dict[str, object]:
    return _written(finding.values, document)


def _written(values: tuple[tuple[str, object], ...], document: Document) -> dict[str, object]:
    return {"layer" if name == "node" else name: _word(name, value, document) for name, value in values}


def _word(name: str, value: object, document: Document) -> object:
    match name, value:
        case "node", str():
            # Several layers of a kind have one title, so that an unnamed one is called by what Keras calls it.
            node = document.graph.by_id.get(value)
            return (node.name if node else "") or value
        case "share", float():
            return share_text(value)
        case "below", float():
            return power_text(value)
        case "rate", float():
            return number_text(value, 3)
        case _, bool():
            return value
        case _, float():
            return number_text(value, 3 if name == "loss" else 2)
        case _, int():
            return f"{value:,}"
    return value
