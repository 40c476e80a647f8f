"""Opening a table: how it is read, which column is learned from which, and what becomes of what does not fit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.sources import TABLES
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.tables.choices import FILLINGS, SCALINGS, Choices, Recipe, first_choices, recipe_text
from playground.tables.opening import ENDINGS, Table
from playground.tables.preparing import Prepared, prepare
from playground.tables.reading import Reading, TableError
from playground.tables.renewing import kept
from playground.ui.tables.beside import beside
from playground.ui.tables.foot import Foot
from playground.ui.tables.guesses import Guesses
from playground.ui.tables.reader import Reader
from playground.ui.tables.said import FILLINGS as FILLING_WORDS
from playground.ui.tables.said import SCALINGS as SCALING_WORDS
from playground.ui.tables.said import error_text, no_room_text, remark_text
from playground.ui.tables.sheet import TableSheet
from playground.ui.tables.splitting import Splitting
from playground.ui.texts.exports.card import bundled_source
from playground.ui.texts.numbers import size_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say, sentences
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import CutLabel, FormRow, TextLabel, heading
from playground.ui.widgets.plain import tip
from playground.ui.widgets.screen_room import Scrolled

SIZE, SIDE_WIDE = (1280, 780), 216


class OpenTable(QDialog):
    """`data` is what was chosen, once it is accepted; `train_share` and `seed` go with it."""

    def __init__(
        self,
        source: Path | str,
        settings: DataSettings,
        theme: Theme,
        chinese: bool,
        parent: QWidget | None = None,
        recipe: Recipe | None = None,
    ) -> None:
        """`recipe` is how the table was read and what was chosen of it, when it was opened before."""
        super().__init__(parent)
        self._theme, self._source = theme, source
        self._table: Table | None = None
        self._choices = Choices(())
        self._prepared = Prepared(None)
        self._chosen_names: tuple[str, ...] = ()
        self.setWindowTitle(self.tr("Open table"))
        self.setAcceptDrops(True)
        self._build(settings)
        room = parent.window().size() if parent else QSize(*SIZE)
        self.resize(QSize(*SIZE).boundedTo(room - QSize(40, 60) if parent else room))
        self._reader = Reader(chinese, self)
        self._reader.found.connect(self._take)
        self._reader.far.connect(self.foot.show_far)
        self._reader.prepared.connect(self._show_prepared)
        self._touched = recipe is not None
        if recipe is not None:
            self._choices, self._chosen_names = recipe.choices, tuple(each.name for each in recipe.choices.columns)
        self._ask(source, recipe.reading if recipe else None)

    # Parts

    def _build(self, settings: DataSettings) -> None:
        self.facts = CutLabel("", muted=True)
        other = QPushButton(self.tr("Another file…"))
        other.setProperty("look", "outlined")
        other.setAutoDefault(False)
        other.clicked.connect(self._ask_other)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(TextLabel(self.tr("Open table"), scale=1.25, bold=True))
        head.addWidget(self.facts, 1)
        head.addWidget(other)
        self.guesses = Guesses()
        self.guesses.changed.connect(lambda reading: self._ask(self._source, reading))
        self.sheet = TableSheet(self._theme)
        self.sheet.changed.connect(self._change)
        self.message = TextLabel("", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.sheet)
        self.middle.addWidget(self.message)
        self.remarks = CutLabel("", scale=SMALL, muted=True)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.middle, 1)
        left.addWidget(self.remarks)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left, 1)
        body.addWidget(self._side(settings))
        self.foot = Foot(self._theme)
        self.foot.open_button.clicked.connect(self.accept)
        self.foot.cancel_button.clicked.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 20, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.guesses)
        whole.addLayout(body, 1)
        whole.addWidget(self.foot)

    def _side(self, settings: DataSettings) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.scaling = self._choice([(each, said(SCALING_WORDS, each)) for each in SCALINGS], "scaling")
        self.filling = self._choice([(each, said(FILLING_WORDS, each)) for each in FILLINGS], "filling")
        self.splitting = Splitting(settings)
        self.splitting.changed.connect(self._change)
        column.addWidget(heading(self.tr("Inputs")))
        column.addWidget(FormRow(self.tr("Numbers"), self.scaling, above=True))
        column.addWidget(FormRow(self.tr("Rows with a missing input"), self.filling, above=True))
        column.addSpacing(4)
        column.addWidget(self.splitting)
        column.addStretch()
        scrolled = Scrolled(side)
        scrolled.setFixedWidth(SIDE_WIDE)
        return scrolled

    def _choice(self, options: list[tuple[str, str]], name: str) -> QComboBox:
        box = QComboBox()
        for value, words in options:
            box.addItem(words, value)
        box.activated.connect(lambda: self._change(replace(self._choices, **{name: box.currentData()})))
        return box

    # What is read

    def _ask(self, source: Path | str, reading: Reading | None = None) -> None:
        # What was made of another reading is no longer what would be opened.
        self._source, self._prepared = source, Prepared(None)
        self.foot.open_button.setEnabled(False)
        if self._table is None:
            self._say(self.tr("Reading…"))
        self._reader.read(source, reading)

    def _ask_other(self) -> None:
        chosen = ask_table(self)
        if chosen:
            self._table = None
            self._ask(chosen)

    def _take(self, answer: object) -> None:
        if isinstance(answer, Table):
            self._show(answer)
            return
        self._table = None
        self._prepared = Prepared(None)
        self.facts.setText(str(self._source) if isinstance(self._source, Path) else "")
        if isinstance(answer, TableError):
            self._say(error_text(answer))
        elif isinstance(answer, OSError):
            self._say(say(CANNOT_READ, reason=answer.strerror or str(answer)))
        else:
            self._say(self.tr("There is not enough memory for this table."))
        self.foot.show_prepared(self._prepared, None)

    def _say(self, words: str) -> None:
        """Words in the place of the table."""
        self.message.setText(words)
        self.middle.setCurrentWidget(self.message)

    def _show(self, table: Table) -> None:
        names = table.grid.names
        kept = names == self._chosen_names and self._touched
        self._table, self._chosen_names = table, names
        path = table.path or self.tr("from the clipboard")
        rows = "" if table.is_preview else f" · {say(ROWS, count=f'{len(table.grid.rows):,}')}"
        self.facts.setText(f"{path} · {size_text(table.size)}{rows}")
        self.facts.setToolTip(tip(path))
        self.guesses.show_table(table)
        # Of a table that comes with the program, whose it is.
        source = bundled_source(Path(path).stem) if Path(path).parent == TABLES else ""
        told = sentences(f"{source}." if source else "", *map(remark_text, table.remarks))
        self.remarks.setText(told)
        self.remarks.setToolTip(tip(told))
        self.middle.setCurrentWidget(self.sheet)
        self._choose(self._choices if kept else first_choices(table.columns))

    def _change(self, choices: Choices) -> None:
        self._touched = True
        self._choose(choices)

    def _choose(self, choices: Choices) -> None:
        table = self._table
        if table is None:
            return
        self._choices, self._prepared = choices, Prepared(None)
        title = table.title or self.tr("Pasted table")
        if table.is_large:
            self._reader.prepare(table, choices, title)
        elif not table.is_preview:
            self._prepared = prepare(table, choices, title)
        for box, value in (
            (self.scaling, choices.scaling),
            (self.filling, choices.filling),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        self._show_prepared(self._prepared)
        if table.is_preview or table.is_large:
            self.foot.show_far(0.0 if table.is_preview else 1.0)

    def _show_prepared(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.sheet.show_table(self._table, self._choices, prepared)
        self.foot.show_prepared(prepared, self._choices)
        self.splitting.show_table(self._table, self._choices, prepared)

    @property
    def data(self) -> OwnData | None:
        """The data that were chosen, with how they were made."""
        table, own = self._table, self._prepared.own
        if table is None or own is None:
            return None
        choices = self._choices.settled(self._prepared.sides)
        return replace(own, recipe=recipe_text(table.path, table.fingerprint, table.reading, choices))

    @property
    def train_share(self) -> float:
        return self.splitting.share.value

    @property
    def shuffle_seed(self) -> int:
        return int(self.splitting.seed.value)

    def done(self, result: int) -> None:
        self._reader.stop()
        super().done(result)

    def accept(self) -> None:
        if self._prepared.own is None:
            self.sheet.next_fault()
            return
        try:
            prepared = self._prepared
            if prepared.rows is not None:
                prepared = beside(self.tr("Preparing…"), lambda step: kept(prepared), self)
            self._prepared = prepared
        except OSError as error:
            self._say(no_room_text(error))
            return
        super().accept()

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.guesses.own.hasFocus():
            # There it adds a word.
            return
        if event.key() == Qt.Key.Key_F6:
            self.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._table = None
        self._ask(Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())))


CANNOT_READ = QT_TRANSLATE_NOOP("Text", "The file cannot be read: {reason}")
ROWS = QT_TRANSLATE_NOOP("Text", "{count} rows")


def ask_table(parent: QWidget) -> Path | None:
    """A table's file that a person chooses, or None."""
    kinds = " ".join(f"*{ending}" for ending in (*ENDINGS, ".txt"))
    words = say(QT_TRANSLATE_NOOP("Text", "Tables"))
    everything = say(QT_TRANSLATE_NOOP("Text", "All files"))
    title = say(QT_TRANSLATE_NOOP("Text", "Open table"))
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", f"{words} ({kinds});;{everything} (*)")
    return Path(chosen) if chosen else None
