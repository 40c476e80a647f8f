"""Export: several kinds of files at once, each loaded back and compared with the network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.frames.formats import Format
from playground.frames.reply import Reply
from playground.ui.exporting.card import FormatCard
from playground.ui.exporting.said import again, groups, purpose
from playground.ui.text import failure_text
from playground.ui.texts.files import export_title, proof_text
from playground.ui.texts.said import say
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import CutLabel, TextLabel, heading

SIZE, SIDE_WIDE, COLUMNS = (1188, 744), 340, 3


class ExportDialog(QDialog):
    """`asked(row, path)` wants one file written; `take` brings how it went, and later its proof."""

    asked = Signal(object, object)

    def __init__(self, summary: str, folder: Path, name: str, ready: str, theme: Theme, parent: QWidget) -> None:
        """`ready` says why there is no network to be exported; empty where there is one."""
        super().__init__(parent)
        self._folder, self._name, self._theme = folder, name, theme
        self._waiting: list[Format] = []
        self._open: dict[Path, Format] = {}
        self._done = 0
        self._looked_at: Format | None = None
        self.cards: dict[str, FormatCard] = {}
        self.setWindowTitle(self.tr("Export"))
        self._build(summary, ready)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 32), min(SIZE[1], room.height() - 48))
        self._show_folder()
        self._count()
        next(iter(self.cards.values())).setFocus()

    def _build(self, summary: str, ready: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(TextLabel(self.tr("Export"), scale=1.25, bold=True))
        head.addWidget(CutLabel(summary, muted=True), 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(head)
        if ready:
            left.addWidget(TextLabel(ready, wrap=True))
        left.addWidget(self._cards(bool(ready)), 1)
        left.addLayout(self._foot())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(18)
        whole.addLayout(left, 1)
        whole.addWidget(self._side())

    def _cards(self, closed: bool) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for title, rows in groups():
            column.addWidget(TextLabel(say(title), scale=SMALL, muted=True))
            grid = QGridLayout()
            grid.setSpacing(8)
            for place in range(COLUMNS):
                grid.setColumnStretch(place, 1)
            for place, row in enumerate(rows):
                card = FormatCard(row, self._theme)
                card.tick.setEnabled(not closed or row.by_window)
                card.looked_at.connect(self._look_at)
                card.toggled.connect(self._count)
                card.walked.connect(self._walk)
                self.cards[row.name] = card
                grid.addWidget(card, *divmod(place, COLUMNS))
            column.addLayout(grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(area.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE_WIDE)
        self.title, self.words = heading(""), TextLabel("", muted=True, wrap=True)
        self.proof = TextLabel("", wrap=True)
        self.code = QPlainTextEdit()
        self.code.setReadOnly(True)
        self.code.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.code.setProperty("look", "code")
        self.code.setAccessibleName(self.tr("Open it again"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setProperty("look", "link")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.code.toPlainText()))
        self._again = TextLabel(self.tr("Open it again"), muted=True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.title, self.words, self.proof, self._again, self.code):
            column.addWidget(part)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return side

    def _foot(self) -> QHBoxLayout:
        self.progress = TextLabel("", bold=True)
        self.place = CutLabel("", muted=True)
        change = QPushButton(self.tr("Change…"))
        change.setProperty("look", "link")
        change.setAutoDefault(False)
        change.clicked.connect(self._ask_folder)
        self.cancel_button = QPushButton(self.tr("Close"))
        self.cancel_button.setProperty("look", "outlined")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button = QPushButton()
        self.export_button.setProperty("look", "primary")
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self._begin)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.progress)
        row.addWidget(self.place, 1)
        for part in (change, self.cancel_button, self.export_button):
            row.addWidget(part)
        return row

    # Choosing

    def path_of(self, row: Format) -> Path:
        """Where a file of that kind is written."""
        return self._folder / f"{self._name}{row.ending}"

    def _look_at(self, row: Format) -> None:
        self.title.setText(export_title(row))
        self.words.setText(purpose(row))
        self.proof.setText(self.cards[row.name].state.text())
        lines = again(row, self.path_of(row))
        self.code.setPlainText(lines)
        self.code.setFixedHeight((lines.count("\n") + 2) * self.code.fontMetrics().lineSpacing() + 24)
        for part in (self._again, self.code, self.copy):
            part.setVisible(bool(lines))
        self._looked_at = row

    def _walk(self, card: FormatCard, by: int) -> None:
        cards = list(self.cards.values())
        cards[min(max(cards.index(card) + by, 0), len(cards) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def chosen(self) -> list[Format]:
        return [card.row for card in self.cards.values() if card.tick.isChecked()]

    def _count(self) -> None:
        count = len(self.chosen)
        self.export_button.setText(self.tr("Export {count}").format(count=count) if count else self.tr("Export"))
        self.export_button.setEnabled(bool(count) and not self._busy)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._show_folder()

    def _show_folder(self) -> None:
        self.place.setText(self.tr("to {folder}").format(folder=self._folder / self._name))

    # Writing

    @property
    def _busy(self) -> bool:
        return bool(self._waiting or self._open)

    def _begin(self) -> None:
        self._waiting, self._done = self.chosen, 0
        for row in self._waiting:
            self.cards[row.name].say(self.tr("waiting its turn"))
        self._next()

    def _next(self) -> None:
        total = len(self.chosen)
        self.progress.setText(self.tr("{done} of {total} written").format(done=self._done, total=total))
        if self._waiting:
            row = self._waiting.pop(0)
            self._open[self.path_of(row)] = row
            self.cards[row.name].say(self.tr("being written"), "busy")
            self.asked.emit(row, self.path_of(row))
        self._count()

    def take(self, reply: Reply) -> bool:
        """How a file went; whether it was one of these."""
        row = next((card.row for card in self.cards.values() if self.path_of(card.row) == reply.path), None)
        if row is None:
            return False
        card = self.cards[row.name]
        if reply.failure is not None:
            card.say(failure_text(reply.failure), "bad")
        elif reply.proof is not None:
            card.say(proof_text(reply.proof), "bad" if reply.proof.fault not in ("", "no_reader") else "good")
        else:
            card.say(self.tr("written") if row.by_window else self.tr("written; being loaded back"), "busy")
        if self._open.pop(reply.path, None) is not None:
            self._done += reply.failure is None
            self._next()
        if self._looked_at == row:
            self.proof.setText(card.state.text())
        return True

    def reject(self) -> None:
        """What was written stays; what waits is not begun."""
        self._waiting = []
        super().reject()
