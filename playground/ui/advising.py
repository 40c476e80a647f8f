"""What the adviser's buttons do, in the canvas, the views and the run."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from playground.advice.finding import Finding
from playground.ui.across.changes import Changes
from playground.ui.canvas.view import CanvasView
from playground.ui.docks.docks import Docks
from playground.ui.editor import Editor
from playground.ui.panels.adviser import AdviserLine
from playground.ui.panels.layer import LayerPanel
from playground.ui.plots.weights.weights import WeightsPanel
from playground.ui.texts.advice import finding_reason, remedy_text
from playground.ui.trainer import Trainer

# The view that proves each kind of finding.
PROOFS = {
    "jumps": "curves", "parts": "curves", "still": "curves",
    "faded": "weights", "thrown": "weights", "dead": "outputs", "saturated": "outputs",
}  # fmt: skip


class Advising(QObject):
    """Shows what is meant and takes that back, mends it as one undo step; `toggle` is for a menu."""

    def __init__(
        self,
        line: AdviserLine,
        layer: LayerPanel,
        canvas: CanvasView,
        docks: Docks,
        run: tuple[Editor, Changes, Trainer],
    ) -> None:
        super().__init__(line)
        self._line, self._layer, self._canvas, self._docks = line, layer, canvas, docks
        self._editor, self._changes, self._trainer = run
        # What was selected, and the view that was opened, before something was shown.
        self._before: tuple[tuple[str, ...], str] | None = None
        self.toggle = QAction(self.tr("Adviser"), self)
        self.toggle.setCheckable(True)
        self.toggle.setChecked(True)
        self.toggle.toggled.connect(line.switch)
        self._editor.opened.connect(lambda _: line.begin())
        line.told.connect(canvas.tools.show_told)
        line.show_asked.connect(self._show)
        line.remedy_asked.connect(self._mend)
        line.left.connect(lambda: canvas.setFocus(Qt.FocusReason.ShortcutFocusReason))
        canvas.adviser_asked.connect(line.take_focus)

    def _show(self, finding: Finding, on: bool) -> None:
        """Select what is meant, say why, and open the view that proves it; or take all that back."""
        name = PROOFS[finding.kind]
        dock = self._docks.docks[name]
        if not on:
            if self._before is not None:
                selected, opened = self._before
                self._canvas.select(selected)
                if opened:
                    self._docks.docks[opened].hide()
            self._before = None
            return
        self._before = (tuple(self._canvas.canvas.selected), "" if dock.isVisible() else name)
        self._canvas.select(finding.nodes)
        self._layer.explain(finding_reason(finding))
        dock.show()
        dock.raise_()
        if name == "weights":
            self._docks.of(WeightsPanel).show_now()

    def _mend(self, finding: Finding) -> None:
        remedy = finding.remedy
        if remedy is None:
            return
        name = partial(remedy_text, finding, self._editor.document)
        if remedy.fix is None:
            self._changes.go_to_best(name)
            return
        self._editor.apply(name, remedy.fix.apply(self._editor.document))
        if remedy.anew:
            # First weights are drawn only for a run that begins.
            self._trainer.reset()
