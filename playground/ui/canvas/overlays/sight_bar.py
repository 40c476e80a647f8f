"""How the network is seen, in a corner of the canvas: its neurons or its layers, how large, and all of it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from playground.ui.canvas.stage.stage import Stage
from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

AWAY, ICON = 12, 14
# A canvas smaller than this needs its room for itself.
SMALLEST_ROOM = QSize(420, 220)
STYLE = """
#sight_bar {{ background: {panel}; border: 1px solid {line}; border-radius: 7px; }}
#sight_bar QPushButton {{ border: 1px solid transparent; border-radius: 5px; padding: 2px 7px; background: transparent;
    color: {muted}; min-height: 18px; }}
#sight_bar QPushButton:hover {{ color: {ink}; }}
#sight_bar QPushButton:checked {{ background: {hover}; color: {ink}; }}
#sight_bar QPushButton:focus {{ border-color: {accent}; }}
#sight_bar QPushButton:disabled {{ color: {line}; }}
"""


class SightBar(QFrame):
    """`form_asked` carries the form, see Position, that all cards are to have."""

    form_asked = Signal(str)

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("sight_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.neurons, self.layers = QPushButton(self.tr("Neurons"), self), QPushButton(self.tr("Layers"), self)
        self.fit = QPushButton(self)
        self.neurons.setToolTip(self.tr("Open all cards to their neurons, with a line for each weight"))
        self.layers.setToolTip(self.tr("Show all layers as plain cards"))
        self.fit.setToolTip(self.tr("Show all of the network (Ctrl+0)"))
        forms, row = QButtonGroup(self), QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for button, form in ((self.neurons, "neurons"), (self.layers, "card"), (self.fit, "")):
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCheckable(bool(form))
            row.addWidget(button)
            if form:
                forms.addButton(button)
                button.clicked.connect(lambda _, form=form: self._ask(form))
        self.fit.clicked.connect(view.zoom_to_fit)
        view.canvas.arranged.connect(self.show_place)
        self.show_theme(view.theme)

    def show_theme(self, theme: Theme) -> None:
        names = ("panel", "line", "muted", "ink", "hover", "accent")
        self.setStyleSheet(STYLE.format(**{name: theme.colour(name).name() for name in names}))
        self.fit.setIcon(icon("fit", theme, "muted"))
        self.fit.setIconSize(QSize(ICON, ICON))
        for button in (self.neurons, self.layers, self.fit):
            button.setFont(scaled_font(SMALL))
        self.show_place()

    def show_place(self) -> None:
        """In the bottom right corner, as things are now; away while the canvas is small or begins with nothing."""
        canvas, room = self._view.canvas, self._view.rect()
        opening = [item.card.content.form for item in canvas.nodes.values() if item.card.content.opens]
        self.neurons.setEnabled(bool(opening))
        chosen = self.neurons if opening and all(form == "neurons" for form in opening) else self.layers
        chosen.setChecked(True)
        percent = round(100 * self._view.zoom / canvas.fonts.letters)
        # As wide as its widest number, so that nothing moves while it is zoomed.
        self.fit.setText(self.tr("{percent} %").format(percent=percent))
        widest = self.fit.fontMetrics().horizontalAdvance(self.tr("{percent} %").format(percent=400))
        self.fit.setFixedWidth(widest + ICON + 26)
        self.adjustSize()
        self.move(room.right() - self.width() - AWAY, room.bottom() - self.height() - AWAY)
        large = room.width() >= SMALLEST_ROOM.width() and room.height() >= SMALLEST_ROOM.height()
        graph = canvas.whole.graph
        self.setVisible(large and (len(graph.nodes) > 2 or bool(graph.edges)))

    def _ask(self, form: str) -> None:
        self.form_asked.emit(form)
        self.show_place()
        self._view.fit_untouched()
