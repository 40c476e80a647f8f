"""What differs between two documents, and what happened to a run, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from playground.document.edits.differences import Difference
from playground.frames.run import Event, Stop
from playground.ui.texts.data import data_title, feature_title
from playground.ui.texts.layers import layer_title
from playground.ui.texts.losses import short_loss_title
from playground.ui.texts.numbers import number_text
from playground.ui.texts.running import stop_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.texts.settings import choice_title, setting_title

# Of which the value alone tells which setting it is.
PLAIN = ("name", "activation", "optimizer", "loss")
MOST_NAMED = 3

WORDS = {
    "change": QT_TRANSLATE_NOOP("Text", "{setting} {before} → {after}"),
    "plain_change": QT_TRANSLATE_NOOP("Text", "{before} → {after}"),
    "value": QT_TRANSLATE_NOOP("Text", "{setting} {value}"),
    "times": QT_TRANSLATE_NOOP("Text", "{change} ({count} layers)"),
    "added": QT_TRANSLATE_NOOP("Text", "{layer} added"),
    "removed": QT_TRANSLATE_NOOP("Text", "{layer} removed"),
    "with": QT_TRANSLATE_NOOP("Text", "with {layer}"),
    "without": QT_TRANSLATE_NOOP("Text", "without {layer}"),
    "connections": QT_TRANSLATE_NOOP("Text", "other connections"),
    "run": QT_TRANSLATE_NOOP("Text", "Run {number}"),
    "run_with": QT_TRANSLATE_NOOP("Text", "Run {number} · {what}"),
    "same": QT_TRANSLATE_NOOP("Text", "the same settings"),
    "list": QT_TRANSLATE_NOOP("Text", "{first}, {next}"),
    "more": QT_TRANSLATE_NOOP("Text", "{first} and {count} more"),
    "on": QT_TRANSLATE_NOOP("Text", "on"),
    "off": QT_TRANSLATE_NOOP("Text", "off"),
}

EVENTS = {
    "rate": QT_TRANSLATE_NOOP("Text", "Learning rate {before} → {after}."),
    "edited": QT_TRANSLATE_NOOP("Text", "Edited: {what}."),
    "weight": QT_TRANSLATE_NOOP("Text", "A weight was set to {value}."),
    "learned_one": QT_TRANSLATE_NOOP("Text", "One step for a single sample."),
    "imported": QT_TRANSLATE_NOOP("Text", "It began with the weights of a file."),
    "resumed": QT_TRANSLATE_NOOP("Text", "Resumed after a pause."),
    "went_back": QT_TRANSLATE_NOOP("Text", "Gone on from here; the run had come to epoch {newest}."),
    "restored": QT_TRANSLATE_NOOP("Text", "The best weights, of epoch {best}, were restored."),
    "diverged": QT_TRANSLATE_NOOP("Text", "The loss exploded after this epoch; the network went back to it."),
}


def changes_text(differences: Sequence[Difference]) -> str:
    """What became otherwise, as in "Dense: tanh → relu, Dropout added"."""
    return _listed([_change(found) for found in differences])


def having_text(differences: Sequence[Difference]) -> str:
    """What the second of two networks has that the first has not: "tanh, learning rate 0.03"."""
    return _listed([_having(found) for found in differences])


def comparison_text(differences: Sequence[Difference]) -> str:
    """From one network to another beside it, where nothing became otherwise: "relu → tanh, without Dropout"."""
    joins = ("added", "removed")
    return _listed([_having(found) if found.code in joins else _change(found) for found in differences])


def run_text(number: int, differences: Sequence[Difference] | None = None) -> str:
    """An earlier run by its number and what it has that this one has not: "Run 3 · learning rate 0.03, tanh"."""
    if differences is None:
        return say(WORDS["run"], number=number)
    what = having_text(differences) or said(WORDS, "same")
    return say(WORDS["run_with"], number=number, what=what)


def event_text(event: Event) -> str:
    """What happened to a run, in a sentence."""
    values = dict(event.values)
    match event.code:
        case "stopped" if isinstance(stop := values["stop"], Stop):
            return stop_text(stop)
        case "edited":
            return say(EVENTS["edited"], what=changes_text(values["differences"]))  # type: ignore[arg-type]
        case "went_back":
            return say(EVENTS["went_back"], newest=f"{values['newest']:,}")
    return say(EVENTS[event.code], **{name: _written(value) for name, value in values.items()})


def _listed(texts: list[str]) -> str:
    """A few of them after each other; what several layers share is told once."""
    counted = Counter(texts)
    told = [text if times == 1 else say(WORDS["times"], change=text, count=times) for text, times in counted.items()]
    shown = "".join(told[:1])
    for text in told[1:MOST_NAMED]:
        shown = say(WORDS["list"], first=shown, next=text)
    return say(WORDS["more"], first=shown, count=len(told) - MOST_NAMED) if len(told) > MOST_NAMED else shown


def _change(found: Difference) -> str:
    if found.code in ("added", "removed"):
        return say(WORDS[found.code], layer=_layer(found))
    if found.code == "connections":
        return said(WORDS, "connections")
    sentence = WORDS["plain_change" if found.code == "layer" or found.name in PLAIN else "change"]
    return say(
        sentence, setting=_setting(found.name), before=_value(found, found.before), after=_value(found, found.after)
    )


def _having(found: Difference) -> str:
    if found.code in ("added", "removed"):
        return say(WORDS["with" if found.code == "added" else "without"], layer=_layer(found))
    if found.code == "connections":
        return said(WORDS, "connections")
    value = _value(found, found.after)
    plain = found.code == "layer" or found.name in PLAIN
    return value if plain else say(WORDS["value"], setting=_setting(found.name), value=value)


def _layer(found: Difference) -> str:
    return (found.node.name or layer_title(found.node.layer.kind)) if found.node else ""


def _setting(name: str) -> str:
    """A setting's title within a sentence."""
    title = setting_title(name)
    rest = title[1:]
    return (
        title
        if any(letter.isupper() or letter.isdigit() for letter in rest.split(" ")[0])
        else title[:1].lower() + rest
    )


def _value(found: Difference, value: object) -> str:
    if found.code == "layer":
        return layer_title(str(value))
    if found.name == "name":
        return data_title(str(value))
    if found.name == "features" and isinstance(value, tuple):
        return " ".join(feature_title(str(name)) for name in value)
    if found.name == "loss":
        return short_loss_title(str(value))
    return _written(value)


def _written(value: object) -> str:
    match value:
        case bool():
            return said(WORDS, "on" if value else "off")
        case float():
            return number_text(value, 4)
        case tuple():
            return ", ".join(map(_written, value))
    return choice_title(value) if isinstance(value, str) else str(value)
