"""The output of one run over the plane of its inputs, with the data on it, flat or as a landscape."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from playground.datasets.dataset import Dataset, load
from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.plots.output.pages import Drawn, Pages
from playground.ui.plots.planes.answers import Answers
from playground.ui.texts.output import output_word
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

AXES = (0, 1)
LEAST_HIGH, MOST_HIGH = 150, 304
DRAWN = Drawn(test_points=True, discretize=False, contours=False, boundary=True, wrong=False, target=False)


class RunOutput(QWidget):
    """A plane or a landscape, a line where there is one input, or a sentence where there is neither."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._seen: tuple[Document, Floats] | None = None
        self._in_3d = False
        self.none = TextLabel(self.tr("A run's output is drawn here once it is done."), muted=True, wrap=True)
        self.pages = Pages(theme, self)
        self.pages.addWidget(self.none)
        self.setLayout(self.pages)
        self.setMinimumHeight(LEAST_HIGH)
        self.setMaximumHeight(MOST_HIGH)

    def show_in_3d(self, on: bool) -> bool:
        """Flat, or as a landscape; whether there is one, as it needs OpenGL."""
        self._in_3d = on and self.pages.make_landscape()
        self._draw()
        return self._in_3d == on

    def show_output(self, document: Document | None, surface: Floats | None, is_over: bool = False) -> None:
        """What a run of that document makes of the plane, shaped as `Frame.surface`; None for not known."""
        if document is None or surface is None or document.data.facts.by_example:
            self.none.setText(self._why_none(document, is_over))
            self._seen = None
            self.pages.setCurrentWidget(self.none)
            return
        self._seen = document, surface
        self._draw()

    def _why_none(self, document: Document | None, is_over: bool) -> str:
        if document is not None and document.data.facts.by_example:
            return self.tr("Pictures and sequences have no plane: open the run to see what it makes of them.")
        if is_over:
            # As of those that `playground sweep` has trained.
            return self.tr("This run has kept no output: open it, and Play trains it again.")
        return self.tr("A run's output is drawn here once it is done.")

    def _draw(self) -> None:
        if self._seen is None:
            return
        document, surface = self._seen
        dataset = self._show_data(document.data)
        answers = Answers(dataset, replace(Frame(document.graph, data=document.data), surface=surface), None)
        values = answers.values()
        self.pages.choose(answers.one_input, self._in_3d)
        limit = 1.0 if values is None else answers.limit(values)
        self.pages.show_answers(answers, values, limit, DRAWN, output_word("output"))

    def _show_data(self, data: DataSettings) -> Dataset:
        if self._dataset is None or data != self._dataset.settings:
            self._dataset = load(data)
            self.pages.show_data(self._dataset, AXES, DRAWN)
        return self._dataset

    def show_theme(self, theme: Theme) -> None:
        self.pages.show_theme(theme)
