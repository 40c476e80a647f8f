"""Which of several targets a view shows."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy

from playground.document.document import Document
from playground.ui.plots.charts.flat import FLAT
from playground.ui.texts.data import target_names
from playground.ui.widgets.live_view import LiveView

WIDEST = 120


class TargetChoice(QComboBox):
    """Stands in a view's title where the data have several targets. What is chosen holds for all views."""

    def __init__(self, view: LiveView, place: int) -> None:
        super().__init__(view)
        self.setAccessibleName(self.tr("Target"))
        self.setToolTip(self.tr("Which of the targets is shown, here and in the other views."))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(FLAT)
        self._names: tuple[str, ...] = ()
        # `activated` is of a person alone.
        self.activated.connect(lambda at: view.view_chosen.emit("shown_target", at))
        view.heading.row.insertWidget(place, self)
        self.hide()

    def show_document(self, document: Document) -> None:
        names = target_names(document.data)
        if names != self._names:
            self._names = names
            self.clear()
            self.addItems(names)
            # The name of what is shown beside it gives way first.
            self.setMinimumWidth(min(self.sizeHint().width(), WIDEST))
            self.show_where(True)
        self.setCurrentIndex(document.target if names else -1)

    def show_where(self, one: bool) -> None:
        """Whether one target is shown, of several."""
        self.setVisible(one and bool(self._names))
