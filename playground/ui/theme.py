"""Colours, light and dark, and the one colour language of data, neurons and weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPalette

NEGATIVE, ZERO, POSITIVE = (245, 147, 34), (232, 234, 235), (8, 119, 189)
# Near Okabe and Ito's set and led by the two of the colour language; moved apart until colour-blind eyes tell all ten.
TEN_CLASSES = (
    (8, 119, 189), (245, 147, 34), (0, 158, 111), (204, 121, 167), (245, 216, 53),
    (88, 180, 232), (151, 76, 0), (107, 71, 202), (119, 93, 140), (210, 58, 66),
)  # fmt: skip


def _mixed(colour: tuple[int, ...], other: int, share: float) -> tuple[int, int, int]:
    red, green, blue = (round(part + (other - part) * share) for part in colour)
    return red, green, blue


# More classes have the ten once more darker, and then lighter.
CLASS_COLOURS = (
    *TEN_CLASSES,
    *(_mixed(colour, 0, 0.5) for colour in TEN_CLASSES),
    *(_mixed(colour, 255, 0.6) for colour in TEN_CLASSES),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the window, as #rrggbb."""

    dark: bool
    window: str
    panel: str
    line: str
    edge: str
    ink: str
    muted: str
    canvas: str
    dot: str
    accent: str
    train: str
    validation: str
    field: str
    hover: str
    good: str
    problem: str
    note: str
    note_line: str
    note_ink: str
    first_rival: str
    second_rival: str

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """The named colour of this theme, or one as #rrggbb; `alpha` from 0 to 255."""
        colour = QColor(getattr(self, name, name))
        colour.setAlpha(alpha)
        return colour


LIGHT = Theme(
    dark=False, window="#f6f7f9", panel="#ffffff", line="#e1e4e9", edge="#868f9e", ink="#1d2330",
    muted="#626c80",
    canvas="#eef1f5", dot="#d5dae2", accent="#0570b3", train="#0570b3", validation="#a65704",
    field="#ffffff", hover="#eef1f5", good="#1a7a42", problem="#c0392b", note="#fff4e5",
    note_line="#f5c27a", note_ink="#7a4100", first_rival="#8338c9", second_rival="#0d8a6a",
)  # fmt: skip
DARK = Theme(
    dark=True, window="#15181e", panel="#1c2027", line="#2d333d", edge="#646d7a", ink="#e7eaf0",
    muted="#98a2b3",
    canvas="#181c22", dot="#2a303a", accent="#4aa8e8", train="#4aa8e8", validation="#f59b42",
    field="#15181e", hover="#272d36", good="#5bd28c", problem="#ff7b6b", note="#3a2c17",
    note_line="#8a6326", note_ink="#ffd9a0", first_rival="#bb92f7", second_rival="#3fd0a4",
)  # fmt: skip


def _signed_colours() -> NDArray[np.uint8]:
    ends = np.array([NEGATIVE, ZERO, POSITIVE], float)
    at = np.linspace(-1, 1, 256)
    return np.stack([np.interp(at, (-1, 0, 1), ends[:, c]) for c in range(3)], axis=1).round().astype(np.uint8)


SIGNED_COLOURS = _signed_colours()


def signed_rgb(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Values from -1 (orange) over 0 (grey) to +1 (blue), any shape -> the same shape + (3,), 8-bit."""
    index = np.nan_to_num((np.clip(values, -1, 1) + 1) * 127.5, nan=127.5).astype(np.uint8)
    return SIGNED_COLOURS[index]


def palette(theme: Theme) -> QPalette:
    """Qt's palette for this theme, so that Fusion's own widgets match."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window, QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.hover, QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.Text: theme.ink, QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.ButtonText: theme.ink, QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.window if theme.dark else "#ffffff",
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.ink, QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Mid: theme.line, QPalette.ColorRole.Link: theme.accent,
    }  # fmt: skip
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


# What sets groups apart: quieter than problems, and grey for one that should not stand out. Light, dark.
GROUP_COLOURS = {
    "blue": ("#1d62a0", "#5aaee6"), "green": ("#1b6b42", "#63c997"), "violet": ("#6f4dbb", "#a892ea"),
    "amber": ("#7f5705", "#dfb04b"), "rose": ("#a83467", "#ea8bb2"), "grey": ("#5b657a", "#98a2b3"),
}  # fmt: skip


def group_colour(name: str, theme: Theme, alpha: int = 255) -> QColor:
    """A group's colour in this theme; grey for a name that is not known."""
    colour = QColor(GROUP_COLOURS.get(name, GROUP_COLOURS["grey"])[theme.dark])
    colour.setAlpha(alpha)
    return colour


def strengths_rgb(strengths: NDArray[np.floating]) -> NDArray[np.uint8]:
    """How strongly each class is seen, 0 to 1, (..., classes) -> (..., 3): grey where none is."""
    ground = np.array(ZERO, float)
    colours = np.array(CLASS_COLOURS, float)[np.arange(strengths.shape[-1]) % len(CLASS_COLOURS)]
    shown = ground + strengths @ (colours - ground)
    return shown.clip(0, 255).round().astype(np.uint8)


def class_rgb(probabilities: NDArray[np.floating]) -> NDArray[np.uint8]:
    """(..., classes) -> (..., 3): the likeliest class's colour, greyer the less sure it is."""
    known = np.nan_to_num(probabilities)
    count = known.shape[-1]
    winner, best = known.argmax(axis=-1), known.max(axis=-1)
    # From a tie (1 / count) to certainty (1), as 0.15 to 1 of the colour.
    sure = np.clip((best * count - 1) / (count - 1), 0, 1)[..., None] * 0.85 + 0.15
    colours = np.array(CLASS_COLOURS, float)[winner % len(CLASS_COLOURS)]
    return (sure * colours + (1 - sure) * np.array(ZERO, float)).round().astype(np.uint8)
