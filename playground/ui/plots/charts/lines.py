"""Colours for many lines in one chart, one for each layer or function, told apart by colour-blind eyes too."""

from __future__ import annotations

from PySide6.QtCore import Qt

from playground.ui.theme import Theme

LIGHT = ("#0570b3", "#d97706", "#0a9e78", "#a8116f", "#5a3e00", "#8a5cff", "#7a0c2e", "#12263f")
DARK = ("#4aa8e8", "#f59b42", "#52d69c", "#e85cae", "#f4e76e", "#9570ff", "#e9eef7", "#b9503a")
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


def line_colour(index: int, theme: Theme) -> str:
    """The colour of the line at that place, as #rrggbb; after eight they come again, in another style."""
    colours = DARK if theme.dark else LIGHT
    return colours[index % len(colours)]


def line_style(index: int) -> Qt.PenStyle:
    return STYLES[index // len(LIGHT) % len(STYLES)]
