"""Colours that everybody can read and tell apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette

from playground.ui.plots.charts.lines import line_colour, line_style
from playground.ui.theme import (
    CLASS_COLOURS,
    DARK,
    GROUP_COLOURS,
    LIGHT,
    NEGATIVE,
    POSITIVE,
    ZERO,
    group_colour,
    palette,
    signed_rgb,
    strengths_rgb,
)

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("window", "panel", "canvas", "field", "hover", "note")
INKS = ("ink", "muted", "accent", "train", "validation", "problem", "good")
READABLE = 4.5

# What the cones of colour-blind eyes leave of linear RGB, at full severity: Machado, Oliveira and Fernandes,
# "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1.
EYES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ],
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
}  # fmt: skip
# A difference of 1 is just noticed side by side, of some 10 at a glance; maps need more than points.
CLASSES_APART, SCALE_APART = 15.0, 45.0


def linear(colour) -> np.ndarray:
    """Linear RGB, 0 to 1, of 8-bit sRGB."""
    share = np.asarray(colour, float) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def luminance(colour) -> float:
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


def contrast(one, other) -> float:
    """As WCAG 2.2 has it, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rgb(colour: str | QColor) -> tuple[int, int, int]:
    return QColor(colour).getRgb()[:3]


def seen(colour, eyes: str) -> np.ndarray:
    """The colour in CIE Lab (D65), as these eyes see it."""
    light = np.clip(np.array(EYES[eyes]) @ linear(colour), 0, 1)
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    x = np.array(to_xyz) @ light / (0.95047, 1.0, 1.08883)
    f = np.where(x > 216 / 24389, np.cbrt(x), (24389 / 27 * x + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(one, other, eyes: str) -> float:
    return float(np.linalg.norm(seen(one, eyes) - seen(other, eyes)))


def test_black_on_white_has_the_highest_contrast():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_is_readable_on_every_ground(theme, ground):
    found = {ink: contrast(rgb(getattr(theme, ink)), rgb(getattr(theme, ground))) for ink in INKS}
    assert {ink: round(value, 2) for ink, value in found.items() if value < READABLE} == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["field", "panel", "window"])
def test_the_edges_of_fields_are_seen_on_every_ground(theme, ground):
    assert contrast(rgb(theme.edge), rgb(getattr(theme, ground))) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_in_notes_and_on_the_accent_are_readable(theme):
    assert contrast(rgb(theme.note_ink), rgb(theme.note)) >= READABLE
    made = palette(theme)
    highlighted = made.color(QPalette.ColorRole.HighlightedText), made.color(QPalette.ColorRole.Highlight)
    assert contrast(*map(rgb, highlighted)) >= READABLE


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", GROUP_COLOURS)
def test_the_title_of_a_group_is_readable_on_its_tint(theme, name):
    title, canvas = rgb(group_colour(name, theme)), np.array(rgb(theme.canvas))
    tinted = canvas + (np.array(title) - canvas) * 22 / 255
    assert contrast(title, tinted) >= READABLE


@pytest.mark.parametrize("eyes", EYES)
def test_colour_blind_eyes_tell_the_ends_and_the_middle_of_the_scale(eyes):
    for one, other in combinations((NEGATIVE, ZERO, POSITIVE), 2):
        assert apart(one, other, eyes) > SCALE_APART


@pytest.mark.parametrize("eyes", EYES)
def test_the_scale_never_turns_back(eyes):
    line = [seen(colour, eyes) for colour in signed_rgb(np.linspace(-1, 1, 21))]
    for end, steps in ((line[0], line[:11]), (line[-1], line[:9:-1])):
        away = [float(np.linalg.norm(step - end)) for step in steps]
        assert away == sorted(away)


@pytest.mark.parametrize("eyes", EYES)
def test_colour_blind_eyes_tell_any_two_classes(eyes):
    near = [
        (i, j) for i, j in combinations(range(10), 2) if apart(CLASS_COLOURS[i], CLASS_COLOURS[j], eyes) < CLASSES_APART
    ]
    assert near == []


def test_more_classes_than_ten_have_colours_of_their_own():
    assert len(set(CLASS_COLOURS)) == len(CLASS_COLOURS) == 30
    assert strengths_rgb(np.eye(40)).shape == (40, 3)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_colour_blind_eyes_tell_any_two_lines_of_a_chart(theme, eyes):
    colours = [rgb(line_colour(index, theme)) for index in range(8)]
    assert all(apart(one, other, eyes) > CLASSES_APART for one, other in combinations(colours, 2))
    assert all(contrast(colour, rgb(theme.panel)) > 3 for colour in colours)
    assert line_colour(8, theme) == line_colour(0, theme)
    assert line_style(8) != line_style(0)
