"""What the canvas says of an open lesson: whose network is kept aside, and what the lesson hides."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from playground.document.document import Document
from playground.document.edits import edits
from playground.lessons.lesson import Lesson
from playground.ui.canvas.view import CanvasView
from playground.ui.docks.docks import Docks
from playground.ui.lessons.banners import AWAY, HIGH, Banner
from playground.ui.texts.data import feature_title
from playground.ui.texts.said import QT_TRANSLATE_NOOP, later, said

VIEW = "view:"
# What a link can hide; beside these there are inputs, by the names that a link has for them.
TITLES = {
    "playButton": QT_TRANSLATE_NOOP("Text", "Play button"),
    "resetButton": QT_TRANSLATE_NOOP("Text", "Reset button"),
    "stepButton": QT_TRANSLATE_NOOP("Text", "Step button"),
    "learningRate": QT_TRANSLATE_NOOP("Text", "learning rate"),
    "activation": QT_TRANSLATE_NOOP("Text", "activation"),
    "regularization": QT_TRANSLATE_NOOP("Text", "regularization"),
    "regularizationRate": QT_TRANSLATE_NOOP("Text", "regularization rate"),
    "problem": QT_TRANSLATE_NOOP("Text", "kind of problem"),
    "dataset": QT_TRANSLATE_NOOP("Text", "data set"),
    "percTrainData": QT_TRANSLATE_NOOP("Text", "train share"),
    "noise": QT_TRANSLATE_NOOP("Text", "noise"),
    "batchSize": QT_TRANSLATE_NOOP("Text", "batch"),
    "numHiddenLayers": QT_TRANSLATE_NOOP("Text", "number of layers"),
    "showTestData": QT_TRANSLATE_NOOP("Text", "validation points"),
    "discretize": QT_TRANSLATE_NOOP("Text", "discretize"),
}
INPUTS = {
    "x": "x1", "y": "x2", "xSquared": "x1_squared", "ySquared": "x2_squared", "xTimesY": "x1_x2", "sinX": "sin_x1",
    "sinY": "sin_x2",
}  # fmt: skip


class Hiding(QObject):
    """Closes the views that a lesson does without, and opens them again. `return_asked` is the link at the top."""

    return_asked = Signal()

    def __init__(self, canvas: CanvasView, docks: Docks) -> None:
        super().__init__(canvas)
        self._canvas, self._docks = canvas, docks
        self._lesson: Lesson | None = None
        # Views that were open before the lesson closed them.
        self._closed: list[str] = []
        self.aside = Banner(canvas, self.tr("Return to it"))
        self.hidden = Banner(canvas, self.tr("Show"), bottom=True)
        self.aside.asked.connect(self.return_asked)
        self.hidden.asked.connect(self._show_all)

    def show_lesson(self, lesson: Lesson) -> None:
        """What that lesson hides is hidden, where it is another one than before."""
        if self._lesson is None or self._lesson.name != lesson.name:
            self._open_views()
            for name in (hidden.removeprefix(VIEW) for hidden in lesson.hides if hidden.startswith(VIEW)):
                dock = self._docks.docks.get(name)
                if dock is not None and not dock.isHidden():
                    dock.hide()
                    self._closed.append(name)
        self._lesson = lesson
        self.aside.say(self.tr("Your own network is kept aside."))
        self._keep_free(AWAY + HIGH)
        self.show_document(self._canvas.editor.document)

    def end(self) -> None:
        """No lesson is open."""
        self._lesson = None
        self._open_views()
        self.aside.say("")
        self.hidden.say("")
        self._keep_free(0)

    def _keep_free(self, pixels: int) -> None:
        """The network is not to lie below the sentence at the top."""
        self._canvas.kept_free = pixels
        self._canvas.fit_untouched()

    def _open_views(self) -> None:
        for name in self._closed:
            self._docks.docks[name].show()
        self._closed = []

    def show_document(self, document: Document) -> None:
        if self._lesson is not None:
            controls = (name for name in self._lesson.hides if name in document.view.hidden)
            titles = [feature_title(INPUTS[name]) if name in INPUTS else said(TITLES, name) for name in controls]
            titles += [self._docks.docks[name].windowTitle() for name in self._closed]
            names = self.tr(", ", "between the names of what is hidden").join(titles)
            self.hidden.say(self.tr("Hidden by this lesson: {names}.").format(names=names) if titles else "")

    def _show_all(self) -> None:
        self._open_views()
        editor = self._canvas.editor
        editor.apply(later("Text", "Show hidden controls"), edits.show_controls(editor.document))
        self.show_document(editor.document)
