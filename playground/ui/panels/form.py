"""A form for any settings class, built from its fields and their limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from playground.document.layers.layer import ACTIVATIONS
from playground.document.layers.layers import LAYERS
from playground.document.limits import Choice, Expression, Flag, Limit, Numbers, Real, Sizes, Text, Whole, limits
from playground.ui.icons import layer_icon
from playground.ui.panels.formula_box import FormulaBox
from playground.ui.text import choice_title, setting_help, setting_title
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, Switch

FIELD_WIDTH, MOST_WORDS, POPUP_ROOM = 92, 14, 36
KINDS_OF_FUNCTIONS = {kind.lower(): kind for kind in LAYERS}


class WheelGuard(QObject):
    """Keeps a wheel that scrolls the panel from changing a field that it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class ChoiceBox(QComboBox):
    """As wide as its longest word where there is room, narrower where there is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(MOST_WORDS)
        self.installEventFilter(WheelGuard(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(FIELD_WIDTH, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        # The list may be wider than the box; Qt counts neither the room around words nor the scroll bar.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + POPUP_ROOM)
        super().showPopup()


class WordBox(ChoiceBox):
    """A box of words, activations with their curves."""

    def __init__(self, options: Collection[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for word in options:
            self.addItem(choice_title(word), word)
        self._drawn = [word.replace("_", "") for word in options if options == ACTIVATIONS]
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        for place, word in enumerate(self._drawn):
            if kind := KINDS_OF_FUNCTIONS.get(word):
                self.setItemIcon(place, layer_icon(kind, theme, "muted"))


def read_sizes(text: str) -> tuple[int, ...]:
    """ "2, 1", "2 x 1" or "(2 1)" as (2, 1)."""
    return tuple(int(size) for size in re.findall(r"-?\d+", text))


def read_numbers(text: str) -> tuple[float, ...]:
    """ "0.5, -1e3" or "0.5 -1e3" as (0.5, -1000.0); () where something in it is no number."""
    try:
        return tuple(map(float, text.replace(",", " ").split()))
    except ValueError:
        return ()


class ListBox(QLineEdit):
    """A shape or numbers as text, "2, 1"; tells of those that it can be, and forgets others."""

    chosen = Signal(object)

    def __init__(self, limit: Sizes | Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._values = limit, ()  # type: tuple[Sizes | Numbers, tuple[float, ...]]
        self._read: Callable[[str], tuple[float, ...]] = read_sizes if isinstance(limit, Sizes) else read_numbers
        self.setFixedWidth(FIELD_WIDTH)
        self.textEdited.connect(self._mark)
        self.editingFinished.connect(self._finish)

    def set_value(self, values: tuple[float, ...]) -> None:
        self._values = values
        self.setText(", ".join(map(_short, values)))
        self.setCursorPosition(0)

    def _mark(self) -> None:
        self.setProperty("wrong", not self._limit.accepts(self._read(self.text())))
        self.style().unpolish(self)
        self.style().polish(self)

    def _finish(self) -> None:
        values, before = self._read(self.text()), self._values
        self.set_value(values if self._limit.accepts(values) else before)
        self._mark()
        if self._values != before:
            self.chosen.emit(self._values)


def _short(number: float) -> str:
    return repr(number).removesuffix(".0")


class TextBox(QLineEdit):
    """A line of text; tells of another one, without what cannot be shown."""

    chosen = Signal(str)

    def __init__(self, limit: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.setMaxLength(limit.longest)
        self.editingFinished.connect(self._finish)

    def set_value(self, text: str) -> None:
        self._value = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _finish(self) -> None:
        text = "".join(letter for letter in self.text() if letter.isprintable()).strip()
        if text != self._value:
            self.set_value(text)
            self.chosen.emit(text)


class SettingsForm(QWidget):
    """One row for each setting. `moved(value)` on the way of a drag, `changed(name, value)` at its end."""

    moved = Signal(str, object)
    changed = Signal(str, object)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        hidden: tuple[str, ...] = (),
        boxes: Mapping[str, Callable[[], QComboBox]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`boxes` make the list of words of some settings, in place of the plain one."""
        super().__init__(parent)
        self._theme, self._hidden, self._boxes = theme, hidden, boxes or {}
        self._value: Any = None
        self.rows: dict[str, FormRow] = {}
        self._setters: dict[str, Callable[[Any], None]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_value(self, value: Any) -> None:
        """Show the settings of a dataclass; another class gets other rows. Emits nothing."""
        if type(value) is not type(self._value):
            self._rebuild(value)
        self._value = value
        for name, setter in self._setters.items():
            with QSignalBlocker(self.rows[name].field):
                setter(getattr(value, name))

    def forget_wrong(self) -> None:
        """What could not be taken goes: the next value is of something else."""
        for row in self.rows.values():
            if isinstance(row.field, FormulaBox):
                row.field.forget()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows.values():
            if isinstance(row.field, WordBox):
                row.field.show_theme(theme)
            elif isinstance(row.field, FormulaBox):
                row.field.show_colour(theme.colour("problem"))

    def _rebuild(self, value: Any) -> None:
        focused = next((name for name, row in self.rows.items() if row.field.hasFocus()), "")
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._setters = {}, {}
        for name, limit in limits(value).items():
            if name not in self._hidden:
                self._add_row(name, limit, getattr(value, name))
        if focused in self.rows:
            self.rows[focused].field.setFocus()

    def _add_row(self, name: str, limit: Limit, value: Any) -> None:
        field = self._field(name, limit, value)
        # A formula needs all the room that there is, and room for what is wrong with it.
        formula = field.message if isinstance(field, FormulaBox) else None
        row = FormRow(setting_title(name), field, setting_help(name), above=formula is not None, below=formula)
        row.setObjectName(f"setting:{name}")
        self.rows[name] = row
        self._column.addWidget(row)

    def _field(self, name: str, limit: Limit, value: Any) -> QWidget:
        match limit:
            case Whole(low, high) | Real(low, high):
                return self._number(name, value, low, high, isinstance(limit, Whole))
            case Choice(options):
                box = self._boxes[name]() if name in self._boxes else WordBox(options, self._theme)
                box.activated.connect(lambda _, b=box: self.changed.emit(name, b.currentData()))
                self._setters[name] = lambda word: box.setCurrentIndex(box.findData(word))
                return box
            case Flag():
                switch = Switch()
                switch.toggled.connect(lambda on: self.changed.emit(name, on))
                self._setters[name] = switch.setChecked
                return switch
            case Sizes() | Numbers():
                listed = ListBox(limit)
                listed.chosen.connect(lambda values: self.changed.emit(name, values))
                self._setters[name] = listed.set_value
                return listed
            case Expression():
                typed = FormulaBox(limit, self._theme.colour("problem"))
                typed.chosen.connect(lambda text: self.changed.emit(name, text))
                self._setters[name] = typed.set_value
                return typed
            case Text():
                line = TextBox(limit)
                line.setFixedWidth(FIELD_WIDTH)
                line.chosen.connect(lambda text: self.changed.emit(name, text))
                self._setters[name] = line.set_value
                return line
        raise TypeError(f"no field for {name}: {limit!r}")

    def _number(self, name: str, value: float, low: float, high: float, whole: bool) -> NumberBox:
        number: Callable[[float], float] = int if whole else float
        box = NumberBox(value, low, high, step=1 if whole else None, whole=whole)
        box.moved.connect(lambda moved: self.moved.emit(name, number(moved)))
        box.finished.connect(lambda moved: self.changed.emit(name, number(moved)))
        box.cancelled.connect(self.cancelled)
        self._setters[name] = box.set_value
        return box


def with_setting(settings: Any, name: str, value: object) -> Any:
    """The same settings with one of them changed; signals bring whole numbers as floats."""
    if isinstance(limits(settings).get(name), Whole) and isinstance(value, float):
        value = int(value)
    return replace(settings, **{name: value})
