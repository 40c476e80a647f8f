"""Which kind of file for what one wants to do: a page of short answers, each of which leads to its card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.frames.formats import FORMATS
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.widgets.parts import TextLabel

SIZE = (640, 600)
# What one wants, and the kinds of files for it, the likeliest first.
WANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Text", "go on training in Keras"), ("keras",)),
    (QT_TRANSLATE_NOOP("Text", "fill a network that I build myself"), ("weights",)),
    (
        QT_TRANSLATE_NOOP("Text", "have the weights without Keras"),
        ("weights_npz", "weights_json", "weights_csv"),
    ),
    (QT_TRANSLATE_NOOP("Text", "go on in an old Keras"), ("h5",)),
    (QT_TRANSLATE_NOOP("Text", "serve it with TensorFlow"), ("saved_model",)),
    (QT_TRANSLATE_NOOP("Text", "run it from C++, C#, Java or a browser"), ("onnx",)),
    (
        QT_TRANSLATE_NOOP("Text", "run it on a phone or a small board"),
        ("tflite", "tflite_float16", "tflite_dynamic", "tflite_int8"),
    ),
    (QT_TRANSLATE_NOOP("Text", "send it to a friend, or put it on a class's page"), ("page",)),
    (QT_TRANSLATE_NOOP("Text", "read and change it as a program"), ("script", "class", "tensors", "notebook")),
    (QT_TRANSLATE_NOOP("Text", "say what it is and how well it does"), ("card",)),
    (QT_TRANSLATE_NOOP("Text", "put a figure of it into a paper"), ("figure", "figure_pdf")),
    (QT_TRANSLATE_NOOP("Text", "plot the run elsewhere"), ("history", "history_json", "tensorboard")),
    (QT_TRANSLATE_NOOP("Text", "show the window as it is"), ("picture",)),
)


class Guide(QDialog):
    """`chosen(row)`: the kind of file that was picked; then it is closed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which format for what?"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(TextLabel(self.tr("I want to"), muted=True), 0, 0)
        grid.addWidget(TextLabel(self.tr("Take"), muted=True), 0, 1)
        self.links: dict[str, QPushButton] = {}
        known = [(want, there) for want, names in WANTS if (there := tuple(filter(FORMATS.__contains__, names)))]
        for place, (want, names) in enumerate(known, 1):
            grid.addWidget(TextLabel(say(want), wrap=True), place, 0)
            grid.addLayout(self._links(names), place, 1)
        grid.setRowStretch(len(known) + 1, 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(area.Shape.NoFrame)
        area.setWidget(inside)
        close = QPushButton(self.tr("Close"))
        close.setProperty("look", "outlined")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(*SIZE)

    def _links(self, names: tuple[str, ...]) -> QVBoxLayout:
        """Two beside each other, as endings are short."""
        column, row = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(0)
        for name in names:
            if row.count() == 2:
                row.addStretch()
                column.addLayout(row)
                row = QHBoxLayout()
            link = QPushButton(FORMATS[name].ending or self.tr("a folder"))
            link.setProperty("look", "link")
            link.setAutoDefault(False)
            link.clicked.connect(lambda _, name=name: self._choose(name))
            row.addWidget(link)
            self.links[name] = link
        row.addStretch()
        column.addLayout(row)
        return column

    def _choose(self, name: str) -> None:
        self.chosen.emit(FORMATS[name])
        self.accept()
