"""The dialog of known picture sets: a card for each, which says where it comes from, fetches it and takes it."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.galleries.copies import edition_here, home
from playground.datasets.galleries.fetching import SAFE, fetch
from playground.datasets.galleries.gallery import GALLERIES, Gallery, GalleryError
from playground.datasets.galleries.reading import Pictures, read_gallery
from playground.datasets.galleries.rows import FEWEST, Chosen, chosen_in, chosen_of, gallery_data
from playground.document.own_data import OwnData
from playground.ui.pictures.known_said import class_names, facts_text, gallery_error_text, licence_text
from playground.ui.pictures.sheet import Strip
from playground.ui.texts.numbers import size_text
from playground.ui.theme import Theme
from playground.ui.widgets.beside import Beside
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel
from playground.ui.widgets.screen_room import Scrolled


class GalleryCard(QFrame):
    """`taken(OwnData)`: a person wants its pictures, and they are read."""

    taken = Signal(object)

    def __init__(self, gallery: Gallery, own: OwnData | None, theme: Theme, schemes: tuple[str, ...] = SAFE) -> None:
        super().__init__()
        self.gallery, self._schemes = gallery, schemes
        self._stopped = self._damaged = False
        self.setProperty("look", "choice")
        self._beside = Beside(self)
        present = chosen_in(own) if own is not None else None
        count = own.rows if own and present and present.gallery is gallery else gallery.most
        self.strip = Strip(theme, self)
        self.state = TextLabel("", scale=SMALL, wrap=True)
        self.pictures = NumberBox(count, FEWEST, gallery.most, 100, True)
        self.row = FormRow(self.tr("Pictures"), self.pictures, above=True)
        self.button, self.cancel_button = QPushButton(), QPushButton(self.tr("Cancel"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        # How far it is stands below, in bytes.
        self.bar.setTextVisible(False)
        self.button.clicked.connect(self._go)
        self.cancel_button.clicked.connect(self.stop)
        self._arrange()
        self._rest()
        if edition_here(gallery) is not None:
            self._beside.begin(partial(read_gallery, gallery), self._show_strip)

    def _arrange(self) -> None:
        gallery, grid = self.gallery, QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(TextLabel(gallery.title, bold=True))
        told.addWidget(TextLabel(facts_text(gallery), wrap=True))
        told.addWidget(TextLabel(licence_text(gallery), scale=SMALL, muted=True, wrap=True))
        # Beside higher buttons it stays together.
        told.addStretch(1)
        grid.addLayout(told, 0, 0)
        for row, part in enumerate((self.strip, self.bar, self.state), 1):
            grid.addWidget(part, row, 0, 1, 2)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.row)
        for button in (self.button, self.cancel_button):
            button.setMinimumWidth(120)
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch()
        self.cancel_button.setProperty("look", "outlined")
        self.button.setAccessibleDescription(gallery.title)
        grid.addLayout(side, 0, 1)

    # How far it is

    def _rest(self, words: str = "") -> None:
        """Nothing is under way: it can be taken where it is here, else fetched."""
        here = self.here
        self.button.setText(self.tr("Use these") if here else self.tr("Download"))
        self.button.setProperty("look", "primary" if here else "outlined")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)
        self.button.setEnabled(True)
        self.button.setVisible(True)
        self.row.setVisible(here)
        if self.cancel_button.hasFocus():
            self.button.setFocus()
        for part in (self.bar, self.cancel_button):
            part.setVisible(False)
        size = size_text(self.gallery.editions[0].size)
        self.state.setText(words or ("" if here else self.tr("{size} to download.").format(size=size)))
        self.state.setVisible(bool(self.state.text()))

    def _busy(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(True)
        self.button.setEnabled(False)

    @property
    def here(self) -> bool:
        """Whether a copy is there of which nothing bad is known."""
        return edition_here(self.gallery) is not None and not self._damaged

    def _go(self) -> None:
        if self.here:
            self._busy(self.tr("Reading…"))
            self._beside.begin(self._made, self._take)
        else:
            self.fetch()

    def _made(self) -> OwnData:
        return gallery_data(self.chosen, read_gallery(self.gallery), class_names(self.gallery))

    @property
    def chosen(self) -> Chosen:
        return chosen_of(self.gallery, round(self.pictures.value))

    def _take(self, answer: object) -> None:
        if isinstance(answer, OwnData):
            self._rest()
            self.taken.emit(answer)
        else:
            self._fail(answer)

    def _show_strip(self, answer: object) -> None:
        """A picture of each class."""
        if isinstance(answer, Exception):
            self._fail(answer)
            return
        pixels, labels = found(answer)
        firsts = [int(np.argmax(labels == label)) for label in range(len(self.gallery.classes))]
        self.strip.show_pictures([pixels[at] for at in firsts], class_names(self.gallery))

    # Fetching

    def fetch(self) -> None:
        self._stopped = False
        self.bar.setVisible(True)
        self.cancel_button.setVisible(True)
        # Else it went on to the next card, where Space would begin another download.
        if self.button.hasFocus():
            self.cancel_button.setFocus()
        self.button.setVisible(False)
        self.row.setVisible(False)
        edition = self.gallery.editions[0]

        def work() -> object:
            tell = partial(self._beside.hand, self._show_progress)
            return fetch(edition, tell, lambda: self._stopped, self._schemes)

        self._beside.begin(work, self._fetched)

    def stop(self) -> None:
        """What has come stays, and another time it goes on from there."""
        self._stopped = True
        self._rest(self.tr("Stopped; what has come is kept, and Download goes on from there."))

    def leave(self) -> None:
        """Nobody looks any more."""
        self._stopped = True

    def _show_progress(self, count: object) -> None:
        assert isinstance(count, int)
        if self._stopped or not self.bar.isVisible():
            return
        size = self.gallery.editions[0].size
        self.bar.setValue(1000 * count // size)
        words = self.tr("{done} of {size}").format(done=size_text(count), size=size_text(size))
        self.state.setText(words)
        self.state.setVisible(True)

    def _fetched(self, answer: object) -> None:
        if self._stopped:
            return
        if isinstance(answer, Exception):
            self._fail(answer)
            return
        self._damaged = False
        self._rest()
        self._beside.begin(partial(read_gallery, self.gallery), self._show_strip)

    def _fail(self, error: object) -> None:
        assert isinstance(error, Exception)
        # Then it is fetched anew.
        self._damaged = isinstance(error, GalleryError) and error.key in ("damaged", "unreadable")
        self._rest(gallery_error_text(error))


def found(answer: object) -> Pictures:
    assert isinstance(answer, tuple)
    return answer


class KnownPictures(QDialog):
    """`data` are the document's once it was accepted; `train_share` in percent splits them as their makers do."""

    def __init__(
        self, own: OwnData | None, theme: Theme, parent: QWidget | None = None, schemes: tuple[str, ...] = SAFE
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Known picture sets"))
        self.data: OwnData | None = None
        self.train_share = 50.0
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 20, 14)
        whole.setSpacing(10)
        whole.addWidget(TextLabel(self.tr("Known picture sets"), scale=1.25, bold=True))
        words = self.tr("Copies lie in {folder}, where Keras keeps and finds them too. The project names them only.")
        whole.addWidget(TextLabel(words.format(folder=home()), muted=True, wrap=True))
        self.cards = {name: GalleryCard(each, own, theme, schemes) for name, each in GALLERIES.items()}
        cards, column = QWidget(), QVBoxLayout()
        cards.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in self.cards.values():
            card.taken.connect(partial(self._take, card))
            column.addWidget(card)
        column.addStretch(1)
        whole.addWidget(Scrolled(cards), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)
        self.finished.connect(self._end)
        self.resize(720, 640)

    def _take(self, card: GalleryCard, own: OwnData) -> None:
        self.data, self.train_share = own, card.chosen.train_share
        self.accept()

    def _end(self) -> None:
        for card in self.cards.values():
            card.leave()
