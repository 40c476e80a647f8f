"""What the parts of views have in common that paint themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font


class Painted(QWidget):
    """Paints itself in the colours of its theme and in small letters. Its first `show_theme` ends its making."""

    theme: Theme

    def show_theme(self, theme: Theme) -> None:
        """Other colours, or another size of the application's font."""
        self.theme = theme
        self.setFont(scaled_font(SMALLER))
        self.updateGeometry()
        self.update()
