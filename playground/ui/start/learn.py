"""Learn, on the start page: how many lessons there are, which is next, and all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import CutLabel, TextLabel, heading
from playground.ui.widgets.share_bar import ShareBar


class Learn(QWidget):
    """`go_on_asked` opens the lesson that is named, `all_asked` the course page."""

    go_on_asked = Signal()
    all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self.bar, self.next = TextLabel(scale=SMALL, muted=True), ShareBar(theme), CutLabel()
        self.go_on, self.all = QPushButton(), QPushButton(self.tr("All lessons"))
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head.addWidget(heading(self.tr("Learn")))
        head.addStretch()
        head.addWidget(self.count)
        for button, asked in ((self.go_on, self.go_on_asked), (self.all, self.all_asked)):
            button.setProperty("look", "link")
            button.clicked.connect(asked)
            foot.addWidget(button)
        foot.insertStretch(1)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.next)
        column.addLayout(foot)

    def show_course(self, done: int, count: int, title: str, begun: bool) -> None:
        """`title` is of the lesson to go on with, "" where all are done."""
        self.setVisible(count > 0)
        lessons = self.tr("{done} of {count}") if done else self.tr("{count} lessons")
        self.count.setText(lessons.format(done=done, count=count))
        self.bar.setVisible(done > 0)
        self.bar.show_share(done / count if count else 0.0)
        words = self.tr("Next: {title}") if done or begun else self.tr("First: {title}")
        self.next.setText(words.format(title=title))
        self.next.setVisible(bool(title))
        self.go_on.setVisible(bool(title))
        self.go_on.setText(self.tr("Continue") if begun else self.tr("Begin"))

    def show_theme(self, theme: Theme) -> None:
        self.bar.show_theme(theme)
