"""Groups, their colours, and why some layers cannot become one, as words."""

from __future__ import annotations

from playground.document.group import Group
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say

UNNAMED = QT_TRANSLATE_NOOP("Text", "Group")
SUMMARY = (QT_TRANSLATE_NOOP("Text", "1 layer"), QT_TRANSLATE_NOOP("Text", "{count} layers"))
WITH_PARAMETERS = (
    QT_TRANSLATE_NOOP("Text", "{layers} · 1 parameter"),
    QT_TRANSLATE_NOOP("Text", "{layers} · {count} parameters"),
)

COLOURS = {
    "blue": QT_TRANSLATE_NOOP("Text", "Blue"),
    "green": QT_TRANSLATE_NOOP("Text", "Green"),
    "violet": QT_TRANSLATE_NOOP("Text", "Violet"),
    "amber": QT_TRANSLATE_NOOP("Text", "Amber"),
    "rose": QT_TRANSLATE_NOOP("Text", "Rose"),
    "grey": QT_TRANSLATE_NOOP("Text", "Grey"),
}

REFUSALS = {
    "no_layers": QT_TRANSLATE_NOOP("Text", "Select the layers that belong together first. Data and Output stay out."),
    "different_groups": QT_TRANSLATE_NOOP("Text", "These lie in different groups. Choose layers of one group."),
    "group_loop": QT_TRANSLATE_NOOP("Text", "Values would leave this group and come back to it."),
}


def group_title(group: Group) -> str:
    """What a person calls it."""
    return group.name or say(UNNAMED)


def group_summary(layers: int, parameters: int | None) -> str:
    """ "3 layers · 114 parameters"; the layers alone where nothing is known of their parameters."""
    words = say(SUMMARY[0]) if layers == 1 else say(SUMMARY[1], count=layers)
    if parameters is None:
        return words
    if parameters == 1:
        return say(WITH_PARAMETERS[0], layers=words)
    return say(WITH_PARAMETERS[1], layers=words, count=f"{parameters:,}")


def colour_title(colour: str) -> str:
    """The name of a group's colour."""
    return said(COLOURS, colour)


def wrap_refusal_text(code: str) -> str:
    """Why some layers cannot become a group, for a code of `groups.wrap_refusal`."""
    return said(REFUSALS, code)
