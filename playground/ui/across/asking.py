"""What views ask of the engine beside frames, and the answers on their way back."""

from __future__ import annotations

from playground.frames.landscape import SurveyRefused
from playground.ui.docks.docks import Docks
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.plots.output.output import OutputPanel
from playground.ui.trainer import Trainer


class Asking:
    """Joins each view that asks with the trainer."""

    def __init__(self, docks: Docks, trainer: Trainer) -> None:
        self._docks, self._trainer = docks, trainer
        docks.once_made(LossLandscapePanel, lambda view: view.survey_asked.connect(trainer.survey))
        docks.once_made(OutputPanel, lambda view: view.projection_asked.connect(trainer.project))
        docks.once_made(MetersPanel, lambda view: view.asked.connect(trainer.ask_meter))

    def listen(self) -> None:
        """Take the answers that have come to those who asked."""
        if (found := self._trainer.take_landscape()) is not None:
            self._docks.of(LossLandscapePanel).show_landscape(None if isinstance(found, SurveyRefused) else found)
        if (projection := self._trainer.take_projection()) is not None:
            self._docks.of(OutputPanel).show_projection(projection)
        if (answer := self._trainer.take_meter()) is not None:
            self._docks.of(MetersPanel).show_answer(answer)
