"""What stops or spoils the network, each with the clicks that mend it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.document.checks.problems import Problem, find_problems
from playground.document.document import Document
from playground.ui.editor import Editor
from playground.ui.icons import icon
from playground.ui.text import fix_text, node_title, problem_text
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, heading
from playground.ui.widgets.plain import PlainLabel


class ProblemRow(QFrame):
    """One problem: where it is, what it is, and its fixes. `asked()` on a click or Enter."""

    asked = Signal()
    fix_asked = Signal(int)

    def __init__(self, problem: Problem, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}: {problem_text(problem)}")
        picture = PlainLabel()
        name, colour = ("error", "problem") if problem.severity == "error" else ("warning", "validation")
        picture.setPixmap(icon(name, theme, colour).pixmap(QSize(18, 18), self.devicePixelRatioF()))
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(title, bold=True, wrap=True), 0, 1)
        grid.addWidget(TextLabel(problem_text(problem), wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        self.fixes: list[QPushButton] = []
        for place, fix in enumerate(problem.fixes):
            button = QPushButton(fix_text(fix))
            button.setProperty("look", "link")
            button.clicked.connect(lambda _=False, p=place: self.fix_asked.emit(p))
            self.fixes.append(button)
            line = QHBoxLayout()
            line.setContentsMargins(-6, 0, 0, 0)
            line.addWidget(button)
            line.addStretch()
            grid.addLayout(line, 2 + place, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class ProblemsPanel(Panel):
    """All problems of the document. `node_asked(node_id)` where one is to be seen, `fix_asked(fix)` to mend it."""

    node_asked = Signal(str)
    fix_asked = Signal(object)

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self._problems: tuple[Problem, ...] = ()
        self._seen: tuple[object, ...] = ()
        self.rows: list[ProblemRow] = []
        self.setProperty("look", "panel")
        self.none = TextLabel(self.tr("No problems: the network can be trained."), muted=True, wrap=True)
        inside = QWidget()
        inside.setProperty("look", "panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(4, 12, 4, 12)
        self._column.setSpacing(4)
        for part in (heading(self.tr("Problems")), self.none):
            part.setContentsMargins(8, 0, 8, 0)
            self._column.addWidget(part)
        self._column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.show_document(editor.document)

    def show_document(self, document: Document) -> None:
        self._problems = find_problems(document)
        titles = tuple(self._title(problem, document) for problem in self._problems)
        if (self._problems, titles) != self._seen:
            self._seen = (self._problems, titles)
            self._rebuild(titles)

    def _title(self, problem: Problem, document: Document) -> str:
        node = document.graph.by_id.get(problem.node)
        return node_title(node, document) if node else self.tr("Network")

    def _rebuild(self, titles: tuple[str, ...]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(place, title) for place, title in enumerate(titles)]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(2 + place, row)
        self.none.setVisible(not self.rows)

    def _row(self, place: int, title: str) -> ProblemRow:
        row = ProblemRow(self._problems[place], title, self._theme)
        row.asked.connect(lambda: self.node_asked.emit(self._problems[place].node))
        row.fix_asked.connect(lambda number: self._mend(place, number))
        return row

    def _mend(self, place: int, number: int) -> None:
        # Equal problems may come from a newer document, whose fix is the one to use.
        self.fix_asked.emit(self._problems[place].fixes[number])

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._rebuild(tuple(self._title(problem, self._editor.shown) for problem in self._problems))
