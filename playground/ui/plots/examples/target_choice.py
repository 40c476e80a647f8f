"""Which of several targets a view shows."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy

from playground.document.document import Document
from playground.ui.plots.charts.flat import FLAT
from playground.ui.widgets.live_view import LiveView


class TargetChoice(QComboBox):
    """Stands in a view's title where the data have several targets. What is chosen holds for all views."""

    def __init__(self, view: LiveView, place: int) -> None:
        super().__init__(view)
        self.setAccessibleName(self.tr("Target"))
        self.setToolTip(self.tr("Which of the targets is shown, here and in the other views."))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(64)
        self.setStyleSheet(FLAT)
        self._titles: tuple[str, ...] = ()
        # `activated` is of a person alone.
        self.activated.connect(lambda at: view.view_chosen.emit("shown_target", at))
        view.heading.row.insertWidget(place, self)
        self.hide()

    def show_document(self, document: Document) -> None:
        targets = document.data.own.targets if document.data.own is not None else ()
        titles = tuple(each.name for each in targets) if len(targets) > 1 else ()
        if titles != self._titles:
            self._titles = titles
            self.clear()
            self.addItems(titles)
            self.setVisible(bool(titles))
        self.setCurrentIndex(document.target if titles else -1)
