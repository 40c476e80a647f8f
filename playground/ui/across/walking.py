"""The walk of the chosen example, over the canvas: what it asks for, and what belongs to it in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from playground.datasets.dataset import load
from playground.datasets.example import Example, belongs, example_of
from playground.datasets.measures import own_points, spans_of
from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits.rivals import runs_alike
from playground.frames.frame import Frame
from playground.frames.walk import Walk, WalkQuestion
from playground.tables.by_hand import preparing_of
from playground.ui.across.changes import Changes
from playground.ui.across.examples import Examples
from playground.ui.canvas.view import CanvasView
from playground.ui.docks.docks import Docks
from playground.ui.theme import Theme
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.formula import Weight
from playground.ui.walk.losses import loss_of
from playground.ui.walk.sight import Shown
from playground.ui.walk.view import WalkView


class Walking(QObject):
    """Opens and leaves it; `look` asks for frames of it. `action` is its command, checked while it is open.
    `came_back` is that it has come to the weights; `walked(walk, loss)` tells each one with the document's loss, also
    to who only follows."""

    came_back = Signal()
    walked = Signal(object, object)

    def __init__(
        self, canvas: CanvasView, docks: Docks, changes: Changes, examples: Examples, look: Callable[[], object]
    ) -> None:
        super().__init__(canvas)
        self._changes, self._editor = changes, canvas.editor
        self._canvas, self.docks, self._examples, self._look = canvas, docks, examples, look
        self._document: Document | None = None
        self._loss, self._weight = "", None  # type: str, Weight | None
        # Whether it has come to the weights since it was opened.
        self.walked_back = self._followed = False
        self.view = WalkView(canvas, canvas.theme)
        self.view.left.connect(self.leave)
        self.view.sample_asked.connect(self._choose)
        self.view.walked_back.connect(self._note_back)
        self.view.step_asked.connect(self._step)
        self.action = QAction(self.tr("Walk forward and back"), canvas)
        self.action.setShortcut("Ctrl+Shift+B")
        self.action.setCheckable(True)
        self.action.triggered.connect(lambda on: self.open() if on else self.leave())

    @property
    def walking(self) -> bool:
        return self.action.isChecked()

    @property
    def question(self) -> WalkQuestion | None:
        """What frames are to tell; None while it is closed, or the example has no target."""
        example = self._examples.chosen
        if not (self.walking or self._followed) or not example.labels:
            return None
        return WalkQuestion(example.values, example.labels, self._loss if self.walking else "")

    def facts(self) -> dict[str, object]:
        """What lessons may ask for."""
        return {"walking": self.walking, "walked_back": self.walking and self.walked_back}

    def open(self, loss: str = "", weight: Weight | None = None, example: Example | None = None) -> None:
        """Begin with an example, without one with the chosen one; `loss` is that of WalkQuestion, `weight` one whose
        formula is to be shown."""
        if example is not None:
            self._examples.choose(example)
        self._need_target()
        self._loss, self._weight, self.walked_back = loss, weight, False
        self.action.setChecked(True)
        self.docks.make_way(True)
        # Points of the plane and rows of the predictions choose the sample.
        self.docks.let_choose(True)
        self.view.kept_free = self._canvas.kept_free
        self.view.begin()
        self._look()

    def follow(self, on: bool) -> None:
        """Tell each frame's walk of the chosen example, without one that is seen."""
        if on == self._followed:
            return
        self._followed = on
        if on:
            self._need_target()
        self._look()

    def _need_target(self) -> None:
        """An input of one's own has none."""
        if not self._examples.chosen.labels:
            self._examples.choose(example_of(load(self._editor.document.data)))

    def leave(self) -> None:
        """The canvas as it was."""
        self.action.setChecked(False)
        self.view.hide()
        self.docks.make_way(False)
        self.docks.let_choose(False)
        self._canvas.setFocus()
        self._look()

    def take_over(self, old: Walking) -> None:
        """Whether preprocessing is walked too."""
        self.view.show_preparing(old.view.bar.preparing.isChecked())

    def _step(self) -> None:
        if self.question is not None:
            self._changes.learn_one(self.question)

    def _note_back(self) -> None:
        self.walked_back = True
        self.came_back.emit()

    def _choose(self, by: int) -> None:
        """The sample so many rows on."""
        dataset, row = load(self._editor.document.data), self._examples.chosen.row
        self._examples.choose(example_of(dataset, ((row or 0) + by) % len(dataset.points)))

    # The doors of every part

    def show_document(self, document: Document) -> None:
        if self.walking and self._document is not None and runs_alike(self._document, document):
            # Only what is not trained is another: names, notes.
            given = self.view.given
            self.view.show_walk(None if given is None else replace(given, document=document))
        elif self.walking:
            self.view.show_walk(None)
        self._document = document
        self.view.waiting = self._waiting(document)

    def _waiting(self, document: Document) -> str:
        """What it says while there are no numbers."""
        if can_train(document):
            return self.tr("The numbers come in a moment.")
        return self.tr("The network cannot run yet: first mend what is marked in red.")

    def show_frame(self, frame: Frame) -> None:
        document = self._editor.document
        if frame.walk is None or frame.walk.question != self.question or not frame.graph.is_alike(document.graph):
            return
        self.walked.emit(frame.walk, loss_of(document.graph))
        if self.walking:
            self.view.show_walk(self._shown(frame.walk, frame, document))
            if self._weight is not None:
                weight, self._weight = self._weight, None
                self.view.choose(weight)

    def _shown(self, walk: Walk, frame: Frame, document: Document) -> Shown:
        """With the neurons' maps where they are over a plane, and the sample's place on it where that is all inputs."""
        hand, facts, axes = ByHand(walk, document.graph), document.data.facts, frame.wanted.axes
        prepared = preparing_of(document.data, walk.question.values)
        if facts.by_example or len(facts.inputs) < 2:
            return Shown(walk, hand, document, {}, None, prepared)
        place, example = None, self._examples.chosen
        if len(facts.inputs) == 2 and belongs(example, dataset := load(document.data)):
            own = example.values if example.row is None else own_points(dataset, np.array([example.row]))[0]
            (low, high), (bottom, top) = spans_of(document.data.origin, axes)
            place = (
                (float(own[axes[0]]) - low) / (high - low), (top - float(own[axes[1]])) / (top - bottom)
            )  # fmt: skip
        return Shown(walk, hand, document, frame.maps, place, prepared)

    def forget(self) -> None:
        if self.walking:
            self.view.show_walk(None)

    def show_theme(self, theme: Theme) -> None:
        self.view.show_theme(theme)
