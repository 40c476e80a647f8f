"""Export: several kinds of files at once, each loaded back and compared with the network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from playground.document.checks.holding import lost_by
from playground.document.checks.weighing import about_bytes
from playground.document.document import Document
from playground.frames.formats import Format
from playground.frames.proof import Proof
from playground.frames.reply import Failure, Reply
from playground.ui.exporting.card import FormatCard
from playground.ui.exporting.guide import Guide
from playground.ui.exporting.kept import Kept, delete, failed
from playground.ui.exporting.said import groups
from playground.ui.exporting.side import SidePanel
from playground.ui.text import failure_text
from playground.ui.texts.exports.sentences import lost_text, proof_text
from playground.ui.texts.numbers import size_text
from playground.ui.texts.said import say
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import CutLabel, TextLabel

SIZE, COLUMNS = (1188, 744), 3
# How a proof looks, by its fault.
KINDS = {"": "good", "no_reader": "warn", "no_room": "warn", "stopped": "warn"}


class ExportDialog(QDialog):
    """`asked(row, path)` wants one file written; `take` brings how it went, and later its proof. `stopped`: no more."""

    asked = Signal(object, object)
    stopped = Signal()

    def __init__(
        self,
        document: Document,
        folder: Path,
        name: str,
        ready: str,
        theme: Theme,
        parent: QWidget,
        before: Mapping[str, Kept] = MappingProxyType({}),
    ) -> None:
        """`ready` says why there is no network to be exported; empty where there is one.

        before: the last proofs, by the formats' names, as `proofs` of the dialog that was open last.
        """
        super().__init__(parent)
        self._document, self._folder, self._name, self._theme = document, folder, name, theme
        self._proofs: dict[str, Proof] = {}
        self.proofs = dict(before)
        self._asks: set[str] = set()
        self._waiting: list[Format] = []
        self._open: dict[Path, Format] = {}
        self._unproven: set[str] = set()
        self._done = self._total = 0
        self._looked_at: Format | None = None
        self.cards: dict[str, FormatCard] = {}
        self.setWindowTitle(self.tr("Export"))
        self._build(name, ready)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 32), min(SIZE[1], room.height() - 48))
        self.show_folder(self._folder)
        for row_name, kept in before.items():
            self._show_before(self.cards[row_name], kept)
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
        self.side = SidePanel(self._theme)
        self.side.deleted.connect(self._delete)
        self.side.kept.connect(self._keep)
        self.side.asked_which.connect(self._show_guide)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(18)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

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
                self._begin_card(card, closed)
                card.looked_at.connect(self._look_at)
                card.toggled.connect(self._count)
                card.walked.connect(self._walk)
                self.cards[row.name] = card
                grid.addWidget(card, *divmod(place, COLUMNS))
            column.addLayout(grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(area.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _begin_card(self, card: FormatCard, closed: bool) -> None:
        """What is known before anything is written: what stops it, what it cannot hold, how large it will be."""
        row, lost = card.row, lost_by(self._document, card.row.name)
        stops = row.missing or any(one.stops for one in lost)
        card.tick.setEnabled(row.by_window or not (closed or stops))
        if row.missing:
            card.say(self.tr("needs pip install neuroplayground[export]"), "warn")
        elif lost and not closed:
            card.say(lost_text(lost[0], self._document), "warn")
        elif (size := about_bytes(self._document, row.name)) and not closed:
            card.say(self.tr("about {size}").format(size=size_text(size)))

    def _show_before(self, card: FormatCard, kept: Kept) -> None:
        """In grey, with its time; of a file at another place nothing is said."""
        if kept.proof.path == self.path_of(card.row) and kept.proof.path.exists():
            at = QLocale().toString(kept.at, QLocale.FormatType.ShortFormat)
            card.say(self.tr("{time}: {proof}").format(time=at, proof=proof_text(kept.proof)))

    def _foot(self) -> QHBoxLayout:
        self.progress = TextLabel("", bold=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(120, 4)
        self.bar.hide()
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
        row.addWidget(self.bar)
        row.addWidget(self.place, 1)
        for part in (change, self.cancel_button, self.export_button):
            row.addWidget(part)
        return row

    # Choosing

    def path_of(self, row: Format) -> Path:
        """Where a file of that kind is written."""
        return self._folder / f"{self._name}{row.ending}"

    def _look_at(self, row: Format) -> None:
        lost = "\n".join(lost_text(one, self._document) for one in lost_by(self._document, row.name))
        proof, words = self._proofs.get(row.name), self.cards[row.name].state.text()
        if proof is not None:
            words = f"{size_text(proof.size)}: {words}"
        words, asks = "" if words in lost else words, row.name in self._asks and not self._busy
        self.side.show_format(row, self.path_of(row), words, lost, self._proofs, asks)
        self._looked_at = row

    def _keep(self) -> None:
        assert self._looked_at is not None
        self._asks.discard(self._looked_at.name)
        self._look_at(self._looked_at)

    def _delete(self) -> None:
        """Delete the file that failed its check, if it is still that."""
        row = self._looked_at
        assert row is not None
        proof, card = self._proofs.pop(row.name), self.cards[row.name]
        self._asks.discard(row.name)
        self.proofs.pop(row.name, None)
        try:
            card.say(self.tr("deleted") if delete(proof) else self.tr("not deleted: it is another file by now"))
        except OSError as error:
            card.say(failure_text(Failure.of(error)), "bad")
        self._look_at(row)

    def _show_guide(self) -> None:
        guide = Guide(self)
        guide.chosen.connect(lambda row: self.cards[row.name].setFocus())
        guide.open()

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
            self.show_folder(self._folder)

    def show_folder(self, folder: Path) -> None:
        """Say that the files go there."""
        self.place.setText(self.tr("to {folder}").format(folder=folder / self._name))

    # Writing

    @property
    def _busy(self) -> bool:
        return bool(self._waiting or self._open or self._unproven)

    def _begin(self) -> None:
        self._waiting, self._done, self._total = self.chosen, 0, len(self.chosen)
        for row in self._waiting:
            self._proofs.pop(row.name, None)
            self._asks.discard(row.name)
            self.cards[row.name].say(self.tr("waiting its turn"))
        self._next()

    def _next(self) -> None:
        self.progress.setText(self.tr("{done} of {total} written").format(done=self._done, total=self._total))
        if self._waiting:
            row = self._waiting.pop(0)
            self._open[self.path_of(row)] = row
            self.cards[row.name].say(self.tr("being written"), "busy")
            self.asked.emit(row, self.path_of(row))
        self._show_busy()

    def _show_busy(self) -> None:
        self.bar.setVisible(self._busy)
        self.bar.setRange(0, 2 * self._total)
        self.bar.setValue(2 * self._total - 2 * len(self._waiting) - 2 * len(self._open) - len(self._unproven))
        self.cancel_button.setText(self.tr("Cancel") if self._busy else self.tr("Close"))
        self._count()

    def take(self, reply: Reply) -> bool:
        """How a file went; whether it was one of these."""
        row = next((card.row for card in self.cards.values() if self.path_of(card.row) == reply.path), None)
        if row is None:
            return False
        card = self.cards[row.name]
        self._unproven.discard(row.name)
        if reply.failure is not None:
            card.say(failure_text(reply.failure), "bad")
        elif reply.proof is not None:
            self._proofs[row.name] = reply.proof
            self.proofs[row.name] = Kept(reply.proof, QDateTime.currentDateTime())
            if failed(reply.proof):
                self._asks.add(row.name)
            card.say(proof_text(reply.proof), KINDS.get(reply.proof.fault, "bad"))
        elif row.by_window:
            card.say(self.tr("written"), "good")
        else:
            self._unproven.add(row.name)
            card.say(self.tr("written; being loaded back"), "busy")
        if self._open.pop(reply.path, None) is not None:
            self._done += reply.failure is None
            self._next()
        self._show_busy()
        if self._looked_at is not None and (self._looked_at == row or reply.proof is not None):
            self._look_at(self._looked_at)
        return True

    def reject(self) -> None:
        """What was written stays; what waits is not begun, and what is under way is stopped. Else it closes."""
        if not self._busy:
            super().reject()
            return
        for row in self._waiting:
            self.cards[row.name].say(self.tr("not written"))
        self._waiting = []
        self.stopped.emit()
        self._show_busy()
