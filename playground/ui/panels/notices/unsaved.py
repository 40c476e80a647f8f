"""What a window that is no more had not saved: open it, or discard it. Nothing happens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.ui.icons import icon
from playground.ui.texts.data import data_title
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, tool_button


@dataclass(frozen=True, slots=True)
class Offer:
    """Unsaved work: `at` in seconds since 1970, the stem of its file or "", its data, and the epoch of what was
    learned, None where nothing was kept of that."""

    at: float
    name: str
    data: str
    epoch: int | None


class UnsavedBar(Panel):
    """One offer at a time, the newest first. `open_asked` and `discard_asked` are about the one that is shown.

    Sent away, all are left for the next start.
    """

    open_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.open, self.discard = QPushButton(self.tr("Open")), QPushButton(self.tr("Discard"))
        self.open.setToolTip(self.tr("Open it as a project of its own; no file is changed"))
        self.discard.setToolTip(self.tr("Remove it for good"))
        self.away = tool_button(icon("close", theme), self.tr("Ask again at the next start"))
        self.open.clicked.connect(self.open_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        for button in (self.open, self.discard):
            button.setProperty("look", "link")
            row.addWidget(button)
        row.addWidget(self.away)
        self.show_theme(theme)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """These are still to be decided on; without any it is gone."""
        if offers:
            words = self._words(offers[0])
            if len(offers) > 1:
                words = self.tr("{words} ({count} more)").format(words=words, count=len(offers) - 1)
            self.words.setText(words)
        self.setVisible(bool(offers))

    def _words(self, offer: Offer) -> str:
        when = QDateTime.fromSecsSinceEpoch(int(offer.at))
        is_today = when.date() == QDateTime.currentDateTime().date()
        time = QLocale().toString(when, "HH:mm" if is_today else self.tr("d MMMM, HH:mm"))
        name = offer.name or data_title(offer.data)
        if offer.epoch is None:
            return self.tr("Unsaved work from {time}, {name}").format(time=time, name=name)
        words = self.tr("Unsaved work from {time}, {name}, epoch {epoch}")
        return words.format(time=time, name=name, epoch=f"{offer.epoch:,}")

    def show_theme(self, theme: Theme) -> None:
        self.words.setStyleSheet(f"color: {theme.note_ink}")
        self.away.setIcon(icon("close", theme, "note_ink"))
        self.away.setIconSize(QSize(14, 14))
