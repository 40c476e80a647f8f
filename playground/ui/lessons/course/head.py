"""The head of the course page: how much is done, where to go on, the language of the lessons, and the search."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.lessons.course import Entry
from playground.ui.icons import icon
from playground.ui.lessons.course.pictures import paint_picture
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, letters, scaled_font
from playground.ui.widgets.parts import CutLabel, TextLabel
from playground.ui.widgets.plain import tip
from playground.ui.widgets.share_bar import ShareBar

HIGH, CONTINUE, PICTURE, SEARCH, NARROW = 105, QSize(430, 80), QSize(50, 50), 250, 1150
# Qt's own: no bound.
MOST = (1 << 24) - 1
LANGUAGES = {"en": "English", "zh_CN": "中文"}


class Picture(QWidget):
    """The picture of one lesson."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._number = theme, 0
        self.setFixedSize(PICTURE)

    def show_number(self, number: int, theme: Theme) -> None:
        self._number, self._theme = number, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_picture(QPainter(self), self._number, QRectF(self.rect()), self._theme)


class GoOn(QFrame):
    """The lesson to go on with, or to begin with."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("continue")
        self.picture = Picture(theme)
        self.when, self.step = CutLabel(scale=SMALL, muted=True), CutLabel(scale=SMALL, muted=True)
        self.title = CutLabel(scale=1.15, bold=True)
        self.button = QPushButton()
        self.button.setDefault(True)
        self.button.clicked.connect(self.asked)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(15, 8, 16, 8)
        row.setSpacing(16)
        words.setSpacing(2)
        words.addStretch()
        for label in (self.when, self.title, self.step):
            words.addWidget(label)
        words.addStretch()
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.show_theme(theme)

    def show_entry(self, entry: Entry, when: str, step: str, theme: Theme) -> None:
        self.picture.show_number(entry.number, theme)
        self.when.setText(when)
        self.title.setText(entry.lesson.title)
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.button.setText(self.tr("Continue") if entry.begun else self.tr("Begin"))

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#continue {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 10px; }}"
        )


class Languages(QFrame):
    """English and Chinese, one of them chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languages")
        self.setAccessibleName(self.tr("Language of the lessons"))
        row, group = QHBoxLayout(self), QButtonGroup(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self.buttons = {name: QPushButton(title) for name, title in LANGUAGES.items()}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            # Bold it is wider.
            button.setMinimumWidth(QFontMetrics(scaled_font(bold=True)).horizontalAdvance(LANGUAGES[name]) + 30)
            button.setToolTip(tip(self.tr("The lessons in {language}").format(language=LANGUAGES[name])))
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            group.addButton(button)
            row.addWidget(button)
        self.show_theme(theme)

    def show_language(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#languages {{ border: 1px solid {theme.edge}; border-radius: 7px; background: {theme.panel}; }}"
            "#languages QPushButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 13px;"
            f" background: transparent; color: {theme.muted}; }}"
            f"#languages QPushButton:checked {{ background: {theme.hover}; color: {theme.ink}; font-weight: bold; }}"
            f"#languages QPushButton:focus {{ border-color: {theme.accent}; }}"
        )


class CourseHead(QFrame):
    """Stays where it is while the lessons scroll; in a narrow window the search goes below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.line = TextLabel(self.tr("Learn"), scale=1.85, bold=True), CutLabel(muted=True)
        self.bar, self.count = ShareBar(theme), TextLabel(scale=SMALL)
        self.go_on, self.languages, self.choosing = GoOn(theme), Languages(theme), QWidget()
        row = QHBoxLayout(self.choosing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self.tr("Lessons in"), scale=SMALL, muted=True))
        row.addWidget(self.languages)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Lesson, word or row (B3)"))
        self.search.setAccessibleName(self.tr("Search lessons"))
        self.search.setToolTip(self.tr("A lesson, a word, or a row of the curriculum"))
        self.search.setClearButtonEnabled(True)
        self.search.setProperty("look", "search")
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(40, 8, 40, 8)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._left, self._finding, self._narrow = self._progress(), QWidget(), False
        self._place()
        self.show_theme(theme)

    def _progress(self) -> QWidget:
        made = QWidget()
        column, row = QVBoxLayout(made), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addStretch()
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addLayout(row)
        column.addStretch()
        return made

    def _place(self) -> None:
        """Three blocks beside each other; where there is no room, language and search in a row below the two."""
        finding = QHBoxLayout() if self._narrow else QVBoxLayout()
        finding.setContentsMargins(0, 0, 0, 0)
        finding.setSpacing(10)
        old, self._finding = self._finding, QWidget()
        self._finding.setLayout(finding)
        if self._narrow:
            finding.addWidget(self.search, 1)
            finding.addWidget(self.choosing)
        else:
            finding.addStretch()
            finding.addWidget(self.choosing, 0, Qt.AlignmentFlag.AlignRight)
            finding.addWidget(self.search)
            finding.addStretch()
        old.deleteLater()
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self.go_on, 0, 1)
        self._grid.addWidget(self._finding, *((1, 0, 1, 2) if self._narrow else (0, 2)))
        self._measure()

    def _measure(self) -> None:
        scale = letters()
        size = CONTINUE * scale
        self.go_on.setFixedSize(min(size.width(), max(CONTINUE.width(), self.width() // 2 - 60)), size.height())
        self.go_on.picture.setFixedSize(PICTURE * scale)
        self.search.setMinimumWidth(round(SEARCH * scale))
        self.search.setMaximumWidth(MOST if self._narrow else round(SEARCH * scale))
        rows = HIGH * scale + (self.choosing.sizeHint().height() + 8 if self._narrow else 0)
        self.setFixedHeight(round(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * letters()
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()
        else:
            self._measure()

    def show_theme(self, theme: Theme) -> None:
        self._glass.setIcon(icon("search", theme, "muted"))
        for part in (self.bar, self.go_on, self.languages):
            part.show_theme(theme)
        self._measure()
