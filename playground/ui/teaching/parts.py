"""What of the window an open lesson moves."""

from __future__ import annotations

from dataclasses import dataclass

from playground.ui.across.changes import Changes
from playground.ui.across.examples import Examples
from playground.ui.across.guide import Guide
from playground.ui.across.walking import Walking
from playground.ui.canvas.view import CanvasView
from playground.ui.dialogs.files import Files
from playground.ui.docks.docks import Docks
from playground.ui.editor import Editor
from playground.ui.lessons.side import Side
from playground.ui.trainer import Trainer


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the window that a lesson moves."""

    editor: Editor
    changes: Changes
    trainer: Trainer
    files: Files
    docks: Docks
    canvas: CanvasView
    side: Side
    guide: Guide
    walking: Walking
    examples: Examples
