"""What the trainer is asked to look at: all that is seen, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from playground.datasets.example import Example
from playground.document.graph import OUTPUT
from playground.frames.frame import Frame
from playground.frames.pace import PACES
from playground.frames.walk import WalkQuestion
from playground.frames.wanted import Wanted
from playground.ui.canvas.view import CanvasView
from playground.ui.docks.docks import Docks
from playground.ui.plots.output.output import OutputPanel
from playground.ui.trainer import Trainer

MAP_SIDE = 32


class Looking:
    """Asks for what canvas and views show."""

    def __init__(self, trainer: Trainer, canvas: CanvasView, docks: Docks) -> None:
        self._trainer, self._canvas, self._docks = trainer, canvas, docks
        self._surface = docks.of(OutputPanel).surface

    def ask(self, pace_name: str, example: Example, tried: bool, walk: WalkQuestion | None = None) -> None:
        """`tried`: what every layer makes of the example is wanted too; `walk`: the walk that is open."""
        nodes, axes = self._canvas.visible_nodes(), self._surface.axes
        document = self._canvas.editor.document
        # Flat out, no eye could follow the numbers of one batch.
        pace = PACES[pace_name]
        slow = self._trainer.status.state != "training" or (pace.per_second is not None and not pace.gently)
        # The Output's own card shows the surface, whoever else does; of pictures it shows the answer to one.
        side = MAP_SIDE if OUTPUT in nodes and not document.data.facts.pictured else 0
        wanted = self._docks.wanted(
            Wanted(side, MAP_SIDE, nodes, axes, document.target, sizes=True, passing=slow, example=example.values)
        )
        if (tried or self._canvas.canvas.neurons.writes_values) and wanted.tried is None:
            wanted = replace(wanted, tried=example.values)
        self._trainer.look(replace(wanted, walk=walk))

    def is_answered_by(self, frame: Frame) -> bool:
        """Whether it is of the data, the plane and the target that are looked at now."""
        document, wanted = self._canvas.editor.shown, frame.wanted
        seen = (self._surface.axes, document.target)
        return frame.data.origin == document.data.origin and (wanted.axes, wanted.target) == seen
