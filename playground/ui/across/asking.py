"""What views ask of the engine beside frames, and the answers on their way back."""

from __future__ import annotations

from playground.frames.landscape import SurveyRefused
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.plots.meters.meters import MetersPanel
from playground.ui.plots.output.output import OutputPanel
from playground.ui.trainer import Trainer
from playground.ui.views import Docks


class Asking:
    """Joins each view that asks with the trainer."""

    def __init__(self, docks: Docks, trainer: Trainer) -> None:
        self._trainer = trainer
        self._landscape, self._output = docks.of(LossLandscapePanel), docks.of(OutputPanel)
        self._meters = docks.of(MetersPanel)
        self._landscape.survey_asked.connect(trainer.survey)
        self._output.projection_asked.connect(trainer.project)
        self._meters.asked.connect(trainer.ask_meter)

    def listen(self) -> None:
        """Take the answers that have come to those who asked."""
        if (found := self._trainer.take_landscape()) is not None:
            self._landscape.show_landscape(None if isinstance(found, SurveyRefused) else found)
        if (projection := self._trainer.take_projection()) is not None:
            self._output.show_projection(projection)
        if (answer := self._trainer.take_meter()) is not None:
            self._meters.show_answer(answer)
