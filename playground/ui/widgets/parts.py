"""Labels, rows, lines, chips and switches: what forms are made of."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.plain import PlainLabel, tip


class TextLabel(PlainLabel):
    """Words in a size relative to the application's font, which they follow when it changes."""

    def __init__(
        self,
        text: str = "",
        scale: float = 1.0,
        bold: bool = False,
        muted: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._scale, self._bold = scale, bold
        self.setWordWrap(wrap)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setFont(scaled_font(scale, bold))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(scaled_font(self._scale, self._bold))


class CutLabel(TextLabel):
    """Words on one line, cut with an ellipsis where there is no room for them; the tooltip has them all."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, text = QPainter(self), self.fontMetrics()
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = text.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()


def heading(text: str) -> TextLabel:
    """The title of a section."""
    return TextLabel(text, bold=True)


class Line(QFrame):
    """A line of one pixel between two sections."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class FormRow(QWidget):
    """A setting: its name at the left or `above`, which wraps where it is long, its field, and what stands `below`."""

    def __init__(
        self,
        title: str,
        field: QWidget,
        help: str = "",
        above: bool = False,
        below: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = TextLabel(title, scale=SMALL if above else 1.0, muted=True, wrap=True)
        self.label.setBuddy(field)
        self.setToolTip(tip(help))
        field.setToolTip(tip(help))
        field.setAccessibleName(title)
        field.setAccessibleDescription(help)
        row: QBoxLayout = QVBoxLayout() if above else QHBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        if below is not None:
            whole.addWidget(below)
        row.setSpacing(2 if above else 8)
        row.addWidget(self.label, 0 if above else 1)
        row.addWidget(field)
        if above:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Chip(QPushButton):
    """A word that is on or off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setProperty("look", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Switch(QCheckBox):
    """A check box drawn as a switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(38, 24)

    minimumSizeHint = sizeHint

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        colours = self.palette()
        track = QRectF(self.width() - 35.5, (self.height() - 20) / 2, 34, 20)
        if self.hasFocus():
            painter.setPen(colours.highlight().color())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), 11.5, 11.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.highlight() if self.isChecked() else colours.placeholderText())
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), 9, 9)
        painter.setBrush(colours.base() if self.isChecked() else colours.window())
        left = track.right() - 17 if self.isChecked() else track.left() + 3
        painter.drawEllipse(QRectF(left, track.top() + 3, 14, 14))


def keep_place(*widgets: QWidget, keep: bool = True) -> None:
    """Hidden they keep their room, or no longer, so that nothing moves under the pointer when they come and go."""
    for widget in widgets:
        policy = widget.sizePolicy()
        if policy.retainSizeWhenHidden() != keep:
            policy.setRetainSizeWhenHidden(keep)
            widget.setSizePolicy(policy)


def tool_button(picture: QIcon, help: str, framed: bool = False, side: int = 18) -> QToolButton:
    """A button with a picture; its tooltip is its accessible name too."""
    button = QToolButton()
    button.setIcon(picture)
    button.setIconSize(QSize(side, side))
    button.setToolTip(tip(help))
    button.setAccessibleName(help)
    if framed:
        button.setProperty("look", "framed")
    return button


def parts_of(widget: QWidget) -> Iterator[QWidget]:
    """All that stands in it. What `findChildren` finds of Qt's own, Python keeps for as long as the widget lives."""
    for child in widget.children():
        if isinstance(child, QWidget):
            yield child
            yield from parts_of(child)


def splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Parts side by side or below each other, with a line between them that can be moved."""
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made


def column(*parts: QWidget, stretched: QWidget) -> QWidget:
    """Parts below each other with nothing between them; one takes what height is left."""
    made = QWidget()
    made.setProperty("look", "panel")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if part is stretched else 0)
    return made
