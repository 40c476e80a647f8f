"""The steps between a table and a network with the numbers put in: to what it sees, and back from what it says."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.frames.walk import Walk
from playground.tables.by_hand import Number, Preparing, Scale, Word
from playground.ui.texts.data import feature_title
from playground.ui.texts.numbers import NOTHING, number_text, power_text, with_minus, with_unit
from playground.ui.theme import Theme, signed_rgb
from playground.ui.walk.pens import is_dark
from playground.ui.walk.sheet import Sheet, side_of
from playground.ui.walk.sight import Shown, steps_beside
from playground.ui.widgets.plain import tip

Index = QModelIndex | QPersistentModelIndex
# From here on, and below, numbers are powers of ten; so many digits of them, and at most so many after a point.
LARGEST, LEAST, DIGITS, MOST_DIGITS = 1e12, 1e-4, 6, 9
# Digits after the point of what a network says, so that its own unit comes out as it is written.
SAID = 5
# At both sides of a cell, pixels; the colour of a cell's chip.
PADDING, CHIP = 9, Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """What it is, what comes in, the calculation and what comes out; `seen`: what the network has of it."""

    texts: tuple[str, str, str, str]
    seen: float


def input_rows(prepared: Preparing, as_it_is: str) -> tuple[Row, ...]:
    """A row for each of the network's inputs; `as_it_is` is said of numbers to which nothing is done."""
    return tuple(
        Row((step.column, step.has or NOTHING, word_text(step), f"{step.seen:.0f}"), step.seen)
        if isinstance(step, Word)
        else Row(
            (
                feature_title(step.scale.column),
                with_unit(own_text(step.scale, step.own), step.scale.unit),
                scaled_text(step) or as_it_is,
                number_text(step.seen),
            ),
            step.seen,
        )
        for step in prepared.inputs
    )


def word_text(step: Word) -> str:
    """ "Biscoe ≠ Dream"."""
    return f"{step.has or NOTHING} {'=' if step.seen else '≠'} {step.word}"


def scaled_text(step: Number) -> str:
    """ "(3,750 − 4,201.75) / 801.95"; "" where the number stays what it is."""
    scale = step.scale
    if not scale.changes:
        return ""
    own, far = own_text(scale, step.own), plain(abs(scale.middle), _fine(scale))
    above = f"{own} {'+' if scale.middle < 0 else '−'} {far}" if scale.middle else own
    if scale.size == 1:
        return above
    return f"({above}) / {size_text(scale)}" if scale.middle else f"{above} / {size_text(scale)}"


def back_text(scale: Scale, seen: float) -> str:
    """ "0.14512 · 77.0053 + 152.133"."""
    far = f" {'−' if scale.middle < 0 else '+'} {plain(abs(scale.middle), _fine(scale))}" if scale.middle else ""
    return f"{plain(seen, SAID)} · {size_text(scale)}{far}"


def answer_rows(scale: Scale, output: float, target: float, names: tuple[str, str, str]) -> tuple[Row, ...]:
    """The output, the target and how far they are apart, in the target's own unit."""
    apart = output - target
    own, right = answer_text(scale, scale.own(output)), own_text(scale, scale.own(target))
    return (
        Row((names[0], plain(output, SAID), back_text(scale, output), with_unit(own, scale.unit)), output),
        Row((names[1], plain(target, SAID), back_text(scale, target), with_unit(right, scale.unit)), target),
        Row(
            (
                names[2],
                plain(apart, SAID),
                f"{plain(apart, SAID)} · {size_text(scale)}",
                with_unit(answer_text(scale, scale.size * apart), scale.unit),
            ),
            apart,
        ),
    )


def own_text(scale: Scale, own: float) -> str:
    """A number as the column has it; with more digits where it has no end of them."""
    digits = scale.decimals
    if abs(own - round(own, digits)) > 1e-4 * scale.size:
        digits = _fine(scale)
    return plain(own, digits, False)


def answer_text(scale: Scale, own: float) -> str:
    """A number in the unit of the column, to about a thousandth of its deviation."""
    return plain(own, max(scale.decimals, _fine(scale) - 1), False)


def size_text(scale: Scale) -> str:
    """What is divided by; with as many digits as tell it to a millionth."""
    return plain(scale.size, max(0, DIGITS - 1 - floor(log10(scale.size))))


def plain(value: float, digits: int, short: bool = True) -> str:
    """So many digits after the point, without zeros at the end if it is `short`; far from 1 a power of ten."""
    if value and not LEAST <= abs(value) < LARGEST:
        return power_text(value, DIGITS)
    text = f"{round(value, min(digits, MOST_DIGITS)) + 0.0:,.{min(digits, MOST_DIGITS)}f}"
    return with_minus(text.rstrip("0").rstrip(".") if short and "." in text else text)


def _fine(scale: Scale) -> int:
    """Digits after the point that tell a ten thousandth of its deviation."""
    return max(0, 4 - floor(log10(scale.size)))


class Steps(QAbstractTableModel):
    """The rows for a view; the network's own numbers stand on their colours, in the column of that number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ("",) * 4
        self.rows: tuple[Row, ...] = ()
        self._coloured = 0

    def show_rows(self, heads: tuple[str, ...], rows: tuple[Row, ...], coloured: int) -> None:
        anew = (heads, len(rows)) != (self.heads, len(self.rows))
        if anew:
            self.beginResetModel()
        changed = rows != self.rows
        self.heads, self.rows, self._coloured = heads, rows, coloured
        if anew:
            self.endResetModel()
        elif changed:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(section)
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self.heads[section] if wanted else None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.texts[column])
        if role == CHIP and column == self._coloured:
            return QColor(*signed_rgb(np.array(np.tanh(row.seen))).tolist())
        return None


class Roomy(QStyledItemDelegate):
    """Cells with room at both sides; what stands on a colour does so on a chip, as on the cards of a walk."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * PADDING, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        rect, chip = option.rect, index.data(CHIP)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, option.palette.highlight())
        ink = option.palette.text().color()
        if chip is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(chip)
            painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), 5, 5)
            ink = QColor("#ffffff" if is_dark(chip) else "#1d2330")
        painter.setPen(ink)
        painter.setFont(option.font)
        painter.drawText(rect.adjusted(PADDING, 0, -PADDING, 0), option.displayAlignment, option.text)


class StepsTable(Sheet):
    """The steps of an act: of the row to what the network sees, or of its answer to the target's own unit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.steps = Steps(parent)
        super().__init__("walk_steps", self.steps, parent)
        self.setAccessibleName(self.tr("Preprocessing"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.setItemDelegate(Roomy(self))
        self.show_theme(theme)

    def show_act(self, shown: Shown, at: int, room: QRectF) -> QRectF:
        """Those of the act of that number, if it has some; the rest of the room, empty where they need all of it."""
        act, prepared = shown.acts[at], shown.prepared
        if prepared is None or act.kind not in ("row", "answer"):
            self.hide()
            return room
        if act.kind == "row":
            heads = (self.tr("Column"), self.tr("In the table"), self._formula(prepared), self.tr("The network sees"))
            self.steps.show_rows(heads, input_rows(prepared, self.tr("as it is")), 3)
        else:
            self._show_answer(prepared, shown.walk)
        card, rest = steps_beside(room, QSizeF(self.sizeHint()), act.kind == "row")
        self.setGeometry(card.toRect())
        self.show()
        return rest

    def _formula(self, prepared: Preparing) -> str:
        """What is done to numbers, where that is the same to all."""
        kinds = {step.scale.scaling for step in prepared.inputs if isinstance(step, Number) and step.scale.changes}
        if kinds == {"standard"}:
            return self.tr("(x − mean) / standard deviation")
        return self.tr("(x − smallest) / range") if kinds == {"minmax"} else self.tr("Calculation")

    def _show_answer(self, prepared: Preparing, walk: Walk) -> None:
        scales, several = prepared.targets, len(prepared.targets) > 1
        formula = self.tr("× standard deviation + mean")
        first = self.tr("Target") if several else scales[0].column
        heads = (first, self.tr("The network has"), formula, self.tr("In its own unit"))
        words = (self.tr("Output o"), self.tr("Target t"), self.tr("o − t"))
        rows: list[Row] = []
        for scale, output, target in zip(scales, walk.stops[-1].value.ravel(), walk.target.ravel(), strict=True):
            first, second, third = (f"{scale.column}: {word}" if several else word for word in words)
            rows += answer_rows(scale, float(output), float(target), (first, second, third))
        self.steps.show_rows(heads, tuple(rows), 1)

    def sizeHint(self) -> QSize:
        """As much as all of it takes, and the room of a scroll bar."""
        header = self.horizontalHeader()
        # The last, which stretches, begins with the usual width.
        least = (0, 0, 0, header.defaultSectionSize())
        wide = sum(max(self.sizeHintForColumn(at), header.sectionSizeHint(at), least[at]) for at in range(4))
        high = header.sizeHint().height() + self.steps.rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(wide + 24, high + 4)
