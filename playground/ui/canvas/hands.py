"""The commands and fields of one canvas, for those who choose among them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.ui.canvas.commands.forms import Forms
from playground.ui.canvas.commands.grouping import Grouping
from playground.ui.canvas.commands.selection import Selection
from playground.ui.canvas.overlays.node_tools import NodeTools
from playground.ui.canvas.overlays.note_edit import NoteEdit
from playground.ui.canvas.overlays.renaming import NameEdit
from playground.ui.canvas.overlays.weight_edit import WeightEdit


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
