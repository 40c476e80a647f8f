"""The data: which set, how much of it, how noisy, and what the network sees of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files.link import FEATURES as LINK_FEATURES
from playground.document.limits import Expression, Real, Text, Whole, limits
from playground.document.settings import DATASETS, FEATURES, DataSettings
from playground.ui.editor import Editor
from playground.ui.panels.form import TextBox, with_setting
from playground.ui.panels.formula_box import FormulaBox
from playground.ui.text import changing, data_title, feature_title, setting_help, setting_title
from playground.ui.texts.data import own_facts
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.drags import DATA_MIME, FEATURE_MIME, DragSource
from playground.ui.widgets.first_paint import AfterFirstPaint
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import Chip, FormRow, TextLabel, heading
from playground.ui.widgets.plain import tip
from playground.ui.widgets.thumbnail import MakerTile, Thumbnail, Tile, data_picture

COLUMNS = 5
NUMBERS = ("train_share", "seed", "seed_text", "noise", "points")
# A link's names of the numbers that a lesson can do without.
CONTROLS = {"train_share": "percTrainData", "noise": "noise"}
# Of each maker of data of one's own: its icon, what lessons call its tile, and the signal that asks for it.
MAKERS = {
    "drawn": ("pencil", "draw data", "draw"),
    "typed": ("function", "type a function", "function"),
    "sequence": ("wave", "make sequences", "sequence"),
    "table": ("table", "open table", "table"),
    "pictures": ("picture", "open pictures", "pictures"),
    "gallery": ("pictures", "known pictures", "known"),
}
STEPS = {"noise": 5, "train_share": 10, "points": 100, "seed": 1}


class DataPanel(Panel):
    """Pictures of the data sets, the numbers of the chosen one, and its features; what is in data of one's own.

    `draw_asked()`, `function_asked()`, `sequence_asked()`, `table_asked()`, `pictures_asked()`, `known_asked()`: a
    person wants to paint data, to type what they are, to make sequences, to open a table, pictures or known ones.
    `change_asked()`: and here to choose anew how a table is read.
    """

    draw_asked = Signal()
    function_asked = Signal()
    sequence_asked = Signal()
    table_asked = Signal()
    pictures_asked = Signal()
    known_asked = Signal()
    change_asked = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        # Moves aside what the names of other inputs would cover; the window puts its own in this place.
        self.with_room: Callable[[Document], Document] = lambda document: document
        self.setProperty("look", "panel")
        self.chosen_name = TextLabel(muted=True)
        self.thumbnails: dict[str, Thumbnail] = {}
        self.makers: dict[str, MakerTile] = {}
        self._tiles: list[Tile] = []
        self.rows: dict[str, FormRow] = {}
        self._shown: list[str] = []
        self._boundary = ""
        self.chips: dict[str, Chip] = {}
        self._shown_chips: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        title = QHBoxLayout()
        title.addWidget(heading(self.tr("Data")))
        title.addStretch()
        title.addWidget(self.chosen_name)
        column.addLayout(title)
        column.addWidget(self._pictures())
        column.addWidget(self._own())
        self.boundary = self._formula(theme)
        self.boundary.setObjectName("setting:boundary")
        column.addWidget(self.boundary)
        column.addLayout(self._numbers())
        column.addWidget(self._features())
        self.show_document(editor.document)

    def _pictures(self) -> QWidget:
        self.pictures = QWidget()
        self.pictures.setObjectName("setting:dataset")
        grid = QGridLayout(self.pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for name in DATASETS:
            thumbnail = Thumbnail(name)
            thumbnail.clicked.connect(lambda _=False, n=name: self._choose(n))
            DragSource(thumbnail, DATA_MIME, name)
            self.thumbnails[name] = thumbnail
            self._place(thumbnail, grid)
        self._makers(grid)
        AfterFirstPaint(self.pictures, *(partial(self._draw, name) for name in DATASETS))
        return self.pictures

    def _makers(self, grid: QGridLayout) -> None:
        """Data of one's own, behind the others: a tile for each way to them."""
        words = {
            "drawn": self.tr("Paint points of up to six classes, or a curve: the network learns them."),
            "typed": self.tr("Type z = f(x, y), y = f(x) or a boundary: the network learns it."),
            "sequence": self.tr(
                "The next value of a wave or of a table's column, an echo, parity: the network learns them."
            ),
            "table": self.tr("A CSV file, a spreadsheet, Parquet: the network learns one of its columns."),
            "pictures": self.tr(
                "A folder with a folder of pictures for each class: the network learns to tell them apart."
            ),
            "gallery": self.tr("MNIST, Fashion-MNIST or CIFAR-10, from this machine or downloaded."),
        }
        titles = (
            self.tr("Draw…"), self.tr("Function…"), self.tr("Sequence…"), self.tr("Table…"), self.tr("Pictures…"),
            self.tr("MNIST and others…"),
        )  # fmt: skip
        for (kind, help), title in zip(words.items(), titles, strict=True):
            icon, name, asked = MAKERS[kind]
            tile = MakerTile(icon, title, help)
            tile.setObjectName(f"button:{name}")
            tile.clicked.connect(getattr(self, f"{asked}_asked"))
            self.makers[kind] = tile
            self._place(tile, grid)

    def _place(self, tile: Tile, grid: QGridLayout) -> None:
        """Behind those that are there."""
        place = len(self._tiles)
        self._tiles.append(tile)
        tile.walked.connect(lambda down, right: self._walk(place + right + down * COLUMNS))
        grid.addWidget(tile, *divmod(place, COLUMNS))

    def _own(self) -> QWidget:
        self.own = QWidget()
        self.own_facts = TextLabel("", muted=True, wrap=True)
        self.change_button = QPushButton(self.tr("Change the table…"))
        self.change_button.setProperty("look", "outlined")
        self.change_button.clicked.connect(lambda: self.change_asked.emit())
        column = QVBoxLayout(self.own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.own_facts)
        column.addWidget(self.change_button)
        return self.own

    def _draw(self, name: str) -> None:
        # Drawn as it is typed, chosen or not.
        self._boundary = self._editor.document.data.boundary
        self.thumbnails[name].show_picture(data_picture(DataSettings(name, boundary=self._boundary)))

    def _formula(self, theme: Theme) -> FormRow:
        limit = limits(DataSettings)["boundary"]
        assert isinstance(limit, Expression)
        box = FormulaBox(limit, theme.colour("problem"))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.chosen.connect(lambda text: self._editor.apply(changing("boundary"), self._with("boundary", text)))
        return FormRow(self.tr("Blue where y >"), box, setting_help("boundary"), above=True, below=box.message)

    def _numbers(self) -> QGridLayout:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        for name in NUMBERS:
            self.rows[name] = self._seed_text() if name == "seed_text" else self._number(name)
            # One that is never shown would be nobody's, and keep the panel and its window for ever.
            self.rows[name].setParent(self)
            self.rows[name].setObjectName(f"setting:{name}")
        return self._grid

    def _place_numbers(self, shown: list[str]) -> None:
        """Side by side in twos, with no gap where one is left out."""
        if shown == self._shown:
            return
        self._shown = shown
        for name, row in self.rows.items():
            self._grid.removeWidget(row)
            row.setVisible(name in shown)
        for place, name in enumerate(shown):
            self._grid.addWidget(self.rows[name], *divmod(place, 2))

    def _seed_text(self) -> FormRow:
        limit = limits(DataSettings)["seed_text"]
        assert isinstance(limit, Text)
        field = TextBox(limit)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        field.chosen.connect(lambda text: self._editor.apply(changing("seed"), self._with("seed_text", text)))
        return FormRow(setting_title("seed"), field, setting_help("seed_text"), above=True)

    def _number(self, name: str) -> FormRow:
        limit = limits(DataSettings)[name]
        assert isinstance(limit, Whole | Real)
        whole = isinstance(limit, Whole)
        suffix = "" if whole else "%"
        box = NumberBox(limit.low, limit.low, limit.high, STEPS[name], whole, suffix)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.moved.connect(lambda value: self._editor.preview(self._with(name, value)))
        box.finished.connect(lambda value: self._editor.apply(changing(name), self._with(name, value)))
        box.cancelled.connect(self._editor.cancel)
        return FormRow(setting_title(name), box, setting_help(name), above=True)

    def _features(self) -> QWidget:
        self.features = QWidget()
        self.features.setObjectName("setting:features")
        self.features.setAccessibleName(setting_title("features"))
        column = QVBoxLayout(self.features)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        title = TextLabel(setting_title("features"), muted=True)
        title.setToolTip(tip(setting_help("features")))
        column.addWidget(title)
        self._chip_grid = QGridLayout()
        self._chip_grid.setSpacing(5)
        for name in FEATURES:
            chip = Chip(feature_title(name))
            chip.setParent(self.features)
            chip.clicked.connect(lambda _=False, n=name: self._toggle(n))
            DragSource(chip, FEATURE_MIME, name)
            self.chips[name] = chip
        self._place_chips(list(FEATURES))
        column.addLayout(self._chip_grid)
        return self.features

    def _place_chips(self, shown: list[str]) -> None:
        """Four short ones above, three with room for "sin x" below; with no gap where a lesson leaves some out."""
        if shown == self._shown_chips:
            return
        self._shown_chips = shown
        for name, chip in self.chips.items():
            self._chip_grid.removeWidget(chip)
            chip.setVisible(name in shown)
        for place, name in enumerate(shown):
            row, at, width = (0, 3 * place, 3) if place < 4 else (1, 4 * (place - 4), 4)
            self._chip_grid.addWidget(self.chips[name], row, at, 1, width)

    def _with(self, name: str, value: float | str) -> Document:
        document = self._editor.document
        return edits.set_data(document, with_setting(document.data, name, value))

    def _choose(self, name: str) -> None:
        document = self._editor.document
        if name != document.data.origin:
            self._editor.apply(later("Text", "Choose data"), self.with_room(edits.choose_data(document, name)))

    def _walk(self, place: int) -> None:
        if 0 <= place < len(self._tiles):
            self._tiles[place].setFocus()

    def _toggle(self, name: str) -> None:
        document = self._editor.document
        chosen = set(document.data.features) ^ {name}
        if chosen:
            features = tuple(feature for feature in FEATURES if feature in chosen)
            changed = edits.set_data(document, replace(document.data, features=features))
            self._editor.apply(later("Text", "Choose features"), changed)
        else:
            self.show_document(document)

    def show_document(self, document: Document) -> None:
        data = document.data
        self.chosen_name.setText(data_title(data.origin))
        for name, thumbnail in self.thumbnails.items():
            with QSignalBlocker(thumbnail):
                thumbnail.setChecked(name == data.origin)
        for kind, tile in self.makers.items():
            with QSignalBlocker(tile):
                tile.setChecked(data.own is not None and data.own.maker == kind)
        self.own.setVisible(data.own is not None)
        self.change_button.setVisible(data.own is not None and data.own.maker == "table")
        self.own_facts.setText(own_facts(data))
        self._show_boundary(data)
        self._place_numbers([name for name in NUMBERS if _has(document, name)])
        self.pictures.setVisible("dataset" not in document.view.hidden)
        for name, row in self.rows.items():
            with QSignalBlocker(row.field):
                row.field.set_value(getattr(data, name))  # type: ignore[attr-defined]
        self.features.setVisible(data.facts.planar)
        left_out = {LINK_FEATURES.get(control) for control in document.view.hidden}
        self._place_chips([name for name in FEATURES if name not in left_out])
        for name, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(name in data.features)

    def _show_boundary(self, data: DataSettings) -> None:
        box = self.boundary.field
        assert isinstance(box, FormulaBox)
        if not data.facts.typed:
            box.forget()
        box.set_value(data.boundary)
        self.boundary.setVisible(data.facts.typed)
        if self._boundary and data.boundary != self._boundary:
            for name in (name for name, facts in DATASETS.items() if facts.typed):
                self._draw(name)

    def show_theme(self, theme: Theme) -> None:
        """Its other colours come from the palette and the style sheet."""
        assert isinstance(self.boundary.field, FormulaBox)
        self.boundary.field.show_colour(theme.colour("problem"))
        self.update()


def _has(document: Document, name: str) -> bool:
    """Whether this number is shown for the document's data."""
    if name in ("seed", "seed_text"):
        return (name == "seed_text") == (document.data.generator == "seedrandom")
    if name == "train_share" and document.data.own is not None and document.data.own.by_column:
        # A column of the table says it; the facts above tell how many train.
        return False
    made = document.data.facts.made or name not in ("noise", "points")
    return made and CONTROLS.get(name) not in document.view.hidden
