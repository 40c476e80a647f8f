"""Small parts that several rooms of the window share."""

from playground.ui.widgets.drags import DATA_MIME, FEATURE_MIME, LAYER_MIME, DragSource
from playground.ui.widgets.legend import ColourLegend
from playground.ui.widgets.number_box import NumberBox, number_text
from playground.ui.widgets.parts import (
    Chip,
    CutLabel,
    FormRow,
    Line,
    Switch,
    TextLabel,
    column,
    follow_font,
    heading,
    splitter,
    tool_button,
)

__all__ = [
    "DATA_MIME",
    "FEATURE_MIME",
    "LAYER_MIME",
    "Chip",
    "ColourLegend",
    "CutLabel",
    "DragSource",
    "FormRow",
    "Line",
    "NumberBox",
    "Switch",
    "TextLabel",
    "column",
    "follow_font",
    "heading",
    "number_text",
    "splitter",
    "tool_button",
]
