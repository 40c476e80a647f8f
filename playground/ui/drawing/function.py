"""Asks for a function that makes the data: what it is, from where to where, how many points, how much noise."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.making.typed import FEWEST, MOST, Made, TypedData, made_of
from playground.document.formula.typed import BOUNDARY, CURVE
from playground.ui.drawing.form import MakingForm
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.texts.said import sentences
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel

EXAMPLES = ("z = sin(x) * cos(y)", "z = x ** 2 - y ** 2", "y = sin(x) * x / 3", "x ** 2 + y ** 2 > 9", "y > sin(x)")
MOST_DRAWN = 2_000


class TypeFunction(MakingForm):
    """`typed` is what the fields say."""

    def __init__(self, typed: TypedData, theme: Theme, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        title, field = translate("TypeFunction", "Type a function"), translate("TypeFunction", "Function")
        super().__init__(title, field, typed, parent)
        self.points = NumberBox(typed.points, FEWEST, MOST, 100, True)
        self.plane = PlaneView(theme, self)
        self.plane.setMinimumSize(300, 300)
        self._arrange()
        self.listen(*self._boxes)
        self.show_fields()
        self.text.selectAll()

    def _arrange(self) -> None:
        whole, grid, row = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        kinds = self.tr("A surface z = …, a curve y = …, or a boundary with < or >, of x and y.")
        whole.addWidget(TextLabel(kinds, muted=True, wrap=True))
        whole.addWidget(self.text)
        for example in EXAMPLES:
            button = QPushButton(example)
            button.setProperty("look", "row chip")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, text=example: self.text.setText(text))
            row.addWidget(button)
        row.addStretch()
        whole.addLayout(row)
        titles = (self.tr("From"), self.tr("To"), self.tr("Points"), self.tr("Noise"))
        for place, (title, box) in enumerate(zip(titles, self._boxes, strict=True)):
            grid.addWidget(FormRow(title, box, above=True), 0, place)
        whole.addLayout(grid)
        whole.addWidget(self.plane, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.buttons)
        self.resize(620, 640)

    @property
    def _boxes(self) -> tuple[NumberBox, ...]:
        return (self.low, self.high, self.points, self.noise)

    @property
    def typed(self) -> TypedData:
        low, high, points, noise = (box.value for box in self._boxes)
        return TypedData(self.text.text().strip(), low, high, round(points), noise, self.seed)

    def make_shown(self) -> str:
        made = made_of(self.typed)
        self._draw(made)
        return self._summary(made)

    def _summary(self, made: Made) -> str:
        count = len(made.points)
        match made.typing.kind:
            case k if k == BOUNDARY:
                words = self.tr("{count} points in two classes: blue where it holds.").format(count=f"{count:,}")
            case k if k == CURVE:
                words = self.tr("{count} points; the network learns y for each x.").format(count=f"{count:,}")
            case _:
                words = self.tr("{count} points on an even grid; the network learns z.").format(count=f"{count:,}")
        if made.lost:
            lost = self.tr("At {count} places it has no finite value; they are left out.")
            words = sentences(words, lost.format(count=made.lost))
        return words

    def _draw(self, made: Made) -> None:
        typed, step = self.typed, -(-len(made.points) // MOST_DRAWN)
        points, labels = made.points[::step], made.labels[::step]
        span, largest = (typed.low, typed.high), float(np.abs(made.labels).max()) or 1.0
        if made.typing.kind == CURVE:
            self.plane.show_axes((span, (-largest, largest)), ("x", "y"))
            points = np.column_stack((points[:, 0], labels))
        else:
            self.plane.show_axes((span, span), ("x", "y"))
        self.plane.show_points(points, signed_rgb(labels / largest), np.zeros(len(points), bool))
