"""Opens a folder of pictures, a folder for each class: how large, grey or in colour, and what is left out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.pictures import SIDES, Shape, picture_data
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.tables.reading import printable
from playground.ui.pictures.finding import Found, PicturesError, find_pictures
from playground.ui.pictures.reading import Read, Reading, Refusal, read_one
from playground.ui.pictures.said import error_text, refusals_text
from playground.ui.pictures.sheet import MOST_CLASSES, MOST_EACH, Sheet
from playground.ui.plots.charts.segments import Segments
from playground.ui.texts.said import sentences
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import CutLabel, FormRow, TextLabel

# As many files are tried for the pictures that are shown of a class.
MOST_TRIED = 3 * MOST_EACH


class OpenPictures(QDialog):
    """`data` are the document's once it was accepted; `train_share` in percent and `seed` split them."""

    def __init__(self, place: Path, settings: DataSettings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open pictures"))
        self.data: OwnData | None = None
        self.found: Found | None = None
        self._read: Read | None = None
        self._asked = False
        self.facts, self.told = CutLabel("", muted=True), TextLabel(wrap=True)
        self.side = QComboBox()
        for side in SIDES:
            self.side.addItem(f"{side} × {side}", side)
        self.side.setCurrentIndex(self.side.findData(Shape().side))
        words = (self.tr("Grey"), self.tr("Colour"))
        self.colours = Segments(words, theme, self)
        self._colour_word = words[1]
        self.share = NumberBox(settings.train_share, 1.0, 99.0, 5.0, suffix="%")
        self.seed = NumberBox(settings.seed, 0, 2**31 - 1, 1, True)
        self.sheet = Sheet(theme, self)
        self.progress = QProgressBar()
        self.progress.setVisible(False)
        self.open_button, self.cancel_button = QPushButton(self.tr("Open")), QPushButton(self.tr("Cancel"))
        self._reading = Reading(self)
        self._arrange()
        self._connect()
        self._find(place)

    def _arrange(self) -> None:
        whole, choices, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(20, 14, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(TextLabel(self.tr("Open pictures"), scale=1.25, bold=True))
        whole.addWidget(self.facts)
        choices.addWidget(FormRow(self.tr("Size"), self.side, above=True))
        choices.addWidget(self.colours)
        choices.addWidget(FormRow(self.tr("Train share"), self.share, above=True))
        choices.addWidget(FormRow(self.tr("Seed"), self.seed, above=True))
        whole.addLayout(choices)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.progress)
        self.open_button.setProperty("look", "primary")
        self.open_button.setDefault(True)
        self.cancel_button.setProperty("look", "outlined")
        self.cancel_button.setAutoDefault(False)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.open_button)
        whole.addLayout(foot)
        self.resize(640, 560)

    def _connect(self) -> None:
        self.side.currentIndexChanged.connect(lambda _: self._show())
        self.colours.chosen.connect(lambda _: self._show())
        self.open_button.clicked.connect(self._open)
        self.cancel_button.clicked.connect(self.reject)
        self._reading.told.connect(self.progress.setValue)
        self._reading.ended.connect(self._take)
        self.finished.connect(lambda _: self._reading.stop())

    @property
    def shape(self) -> Shape:
        return Shape(int(self.side.currentData()), self.colours.word == self._colour_word)

    @property
    def train_share(self) -> float:
        return self.share.value

    @property
    def shuffle_seed(self) -> int:
        return round(self.seed.value)

    def _find(self, place: Path) -> None:
        try:
            self.found = find_pictures(place)
        except PicturesError as error:
            self.told.setText(error_text(error))
        except OSError as error:
            self.told.setText(self.tr("The folder cannot be read: {why}.").format(why=error.strerror or error))
        if self.found is None:
            self.open_button.setEnabled(False)
            return
        words = self.tr("{folder} · {count} pictures in {classes} classes")
        if self.found.others:
            words += self.tr(" · {others} other files are passed over").format(others=f"{self.found.others:,}")
        counts = {"count": f"{len(self.found.files):,}", "classes": len(self.found.classes)}
        self.facts.setText(words.format(folder=printable(str(self.found.folder)), **counts))
        self._show()

    def _show(self) -> None:
        """Some pictures of each class in this size, and what of all of them has room."""
        found, shape = self.found, self.shape
        if found is None:
            return
        self._again()
        counts = Counter(label for _, label in found.files)
        rows = []
        for place, name in enumerate(found.classes[:MOST_CLASSES]):
            files = [path for path, label in found.files if label == place][:MOST_TRIED]
            made = (read_one(path, shape) for path in files)
            pictures = [each for each in made if not isinstance(each, Refusal)][:MOST_EACH]
            rows.append((name, f"{counts[place]:,}", pictures))
        self.sheet.show_rows(rows)
        self.told.setText(self._room(found, shape))
        self.open_button.setEnabled(shape.fits)

    def _room(self, found: Found, shape: Shape) -> str:
        if not shape.fits:
            return self.tr(
                "{numbers} numbers are more inputs than a network has here: choose grey, or a smaller size."
            ).format(numbers=f"{shape.numbers:,}")
        words = self.tr("Each picture is {numbers} inputs: its middle square, scaled.").format(
            numbers=f"{shape.numbers:,}"
        )
        if len(found.files) > shape.most:
            some = self.tr("A project holds {most} of this size; they are taken evenly from the {count}.")
            words = sentences(words, some.format(most=f"{shape.most:,}", count=f"{len(found.files):,}"))
        return words

    def _again(self) -> None:
        """What was read is of another size."""
        self._reading.stop()
        self._read, self._asked = None, False
        self.progress.setVisible(False)
        self.open_button.setText(self.tr("Open"))

    # Reading

    def _open(self) -> None:
        if self.found is None:
            return
        if self._read is not None:
            self._accept(self._read)
        elif not self._asked:
            self._asked = True
            self.open_button.setEnabled(False)
            self.progress.setRange(0, min(len(self.found.files), self.shape.most))
            self.progress.setValue(0)
            self.progress.setVisible(True)
            self._reading.begin(self.found, self.shape)

    def _take(self, read: Read) -> None:
        """All are read: open them, or first say which are left out."""
        self.progress.setVisible(False)
        self._read = read
        if not read.refused:
            self._accept(read)
            return
        self.told.setText(
            self.tr("Pictures that are left out: {count}").format(count=f"{len(read.refused):,}")
            + "\n"
            + refusals_text(read.refused)
        )
        self.open_button.setText(self.tr("Open without them"))
        self.open_button.setEnabled(len(set(read.labels.tolist())) > 1)

    def _accept(self, read: Read) -> None:
        assert self.found is not None
        # A class whose pictures are all left out is none.
        kept = sorted(set(read.labels.tolist()))
        if len(kept) < 2:
            return
        labels = read.labels.copy()
        for place, label in enumerate(kept):
            labels[read.labels == label] = place
        names = [self.found.classes[label] for label in kept]
        folder = printable(self.found.folder.name)
        self.data = picture_data(read.pixels, labels, names, folder, self.shape, str(self.found.folder))
        self.accept()


def ask_pictures(parent: QWidget, title: str) -> Path | None:
    """A folder that a person chooses, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None
