"""Changes of the run by hand, which undo takes back as it does edits of the document."""

from __future__ import annotations

from PySide6.QtCore import QObject

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.history import Name
from playground.frames.walk import WalkQuestion
from playground.ui.canvas.items.single_weight import Weight
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.panels.time_bar import TimeBar
from playground.ui.texts.said import later
from playground.ui.trainer import Trainer


class Changes(QObject):
    """Each is an undo step and goes to the trainer, with the number by which it is taken back."""

    def __init__(self, editor: Editor, trainer: Trainer, bar: TimeBar) -> None:
        super().__init__(bar)
        self._editor, self._trainer, self._bar = editor, trainer, bar
        # The number of the change under way, 0 for none.
        self._turning = 0
        bar.go_on_asked.connect(self.play)
        editor.change_crossed.connect(self._take_back)

    def listen(self, canvas: CanvasView) -> None:
        """To the weights that are typed and turned there."""
        turn = canvas.weight_edit.turn
        canvas.weight_edit.typed.connect(self.set_weight)
        turn.turned.connect(self.turn_weight)
        turn.kept.connect(self.keep_weight)
        turn.given_back.connect(self.give_weight_back)

    def set_weight(self, weight: Weight, value: float) -> None:
        """A typed number."""
        change = self._editor.change_run(later("Text", "Type a weight"))
        self._trainer.set_weight(weight.node, weight.array, weight.place, value, change)

    def turn_weight(self, weight: Weight, value: float) -> None:
        """A number on the way, of a weight in somebody's hand; all of them are one step."""
        change = 0 if self._turning else self._editor.begin_change()
        self._trainer.set_weight(weight.node, weight.array, weight.place, value, change, bool(self._turning))
        self._turning = self._turning or change

    def keep_weight(self) -> None:
        """It stays as it has been turned."""
        change, self._turning = self._turning, 0
        self._editor.end_change(later("Text", "Turn a weight"), change)

    def give_weight_back(self) -> None:
        """It was turned and is not to be: the run is what it was before."""
        change, self._turning = self._turning, 0
        self._trainer.take_back(change)

    def learn_one(self, sample: WalkQuestion) -> None:
        """One step of the optimizer for this sample alone, from what is shown."""
        self._trainer.learn_one(sample, self._editor.change_run(later("Text", "Step for one sample")))

    def play(self) -> None:
        """Train on, from the moment of the past that is shown where one is."""
        self._become_past()
        self._trainer.play()

    def step(self, epoch: bool) -> None:
        """Train one batch, or to the end of the epoch, from what is shown."""
        self._become_past()
        if epoch:
            self._trainer.train_epochs(1)
        else:
            self._trainer.step()

    def go_to_best(self, name: Name) -> None:
        """The network becomes what it was at its best epoch, as a step of that name."""
        self._trainer.go_to_best(self._editor.change_run(name))

    def _become_past(self) -> None:
        epoch = self._bar.past
        if epoch is not None and can_train(self._editor.document):
            name = later("Text", "Go on from epoch {epoch}", epoch=f"{epoch:,}")
            self._trainer.become_past(self._editor.change_run(name))

    def _take_back(self, document: Document, change: int) -> None:
        # The run was changed in this document, which others may follow on the way.
        self._trainer.show_document(document)
        self._trainer.take_back(change)
