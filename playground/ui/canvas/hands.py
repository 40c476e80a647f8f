"""The commands and fields of one canvas, for those who choose among them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.ui.canvas.forms import Forms
from playground.ui.canvas.grouping import Grouping
from playground.ui.canvas.node_tools import NodeTools
from playground.ui.canvas.note_edit import NoteEdit
from playground.ui.canvas.renaming import NameEdit
from playground.ui.canvas.selection import Selection
from playground.ui.canvas.weight_edit import WeightEdit


@dataclass(frozen=True, slots=True)
class Hands:
    """What a press, a key or a menu on the canvas can call."""

    selection: Selection
    grouping: Grouping
    forms: Forms
    note_edit: NoteEdit
    name_edit: NameEdit
    weight_edit: WeightEdit
    tools: NodeTools
