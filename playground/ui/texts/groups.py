"""Groups and their colours, as words."""

from __future__ import annotations

from playground.document.files.clipping import read_clip
from playground.document.files.own_layers import OwnLayer
from playground.document.graph import DATA, OUTPUT
from playground.document.group import Group
from playground.ui.texts.layers import layer_title
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

SUMMARY = (QT_TRANSLATE_NOOP("Text", "1 layer"), QT_TRANSLATE_NOOP("Text", "{count} layers"))
WITH_PARAMETERS = (
    QT_TRANSLATE_NOOP("Text", "{layers} · 1 parameter"),
    QT_TRANSLATE_NOOP("Text", "{layers} · {count} parameters"),
)

MOST_NAMED = 8

COLOURS = {
    "blue": QT_TRANSLATE_NOOP("Text", "Blue"),
    "green": QT_TRANSLATE_NOOP("Text", "Green"),
    "violet": QT_TRANSLATE_NOOP("Text", "Violet"),
    "amber": QT_TRANSLATE_NOOP("Text", "Amber"),
    "rose": QT_TRANSLATE_NOOP("Text", "Rose"),
    "grey": QT_TRANSLATE_NOOP("Text", "Grey"),
}


def group_title(group: Group) -> str:
    """What a person calls it."""
    return group.name or layer_title("Folded")


def group_summary(layers: int, parameters: int | None) -> str:
    """ "3 layers · 114 parameters"; the layers alone where nothing is known of their parameters."""
    words = say(SUMMARY[0]) if layers == 1 else say(SUMMARY[1], count=layers)
    if parameters is None:
        return words
    if parameters == 1:
        return say(WITH_PARAMETERS[0], layers=words)
    return say(WITH_PARAMETERS[1], layers=words, count=f"{parameters:,}")


def own_layer_help(own: OwnLayer) -> str:
    """What a layer of one's own holds: "Dense, Dropout, Dense"."""
    kinds = [layer_title(node.layer.kind) for node in read_clip(own.text).graph.nodes if node.id not in (DATA, OUTPUT)]
    shown = ", ".join(kinds[:MOST_NAMED])
    return f"{shown}, …" if len(kinds) > MOST_NAMED else shown


def colour_title(colour: str) -> str:
    """The name of a group's colour."""
    return said(COLOURS, colour)
