"""A font for every language that the window speaks."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from playground.ui.assets import asset

# Those of the common systems, where they are there; a font for Chinese of the window's own comes last.
SYSTEM_FONTS = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei")
OWN_FONT = "PlaygroundSansSC-Regular.ttf"


def add_chinese_font(application: QApplication) -> None:
    """Chinese can be written wherever the system's font cannot: by one of the system's, else by our own."""
    there = set(QFontDatabase.families())
    added = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(asset(f"fonts/{OWN_FONT}"))))
    font = application.font()
    others = (*(family for family in SYSTEM_FONTS if family in there), *added)
    # By its real name: of one that stands for another, as "Sans Serif", the first of the others would take the place.
    font.setFamilies(list(dict.fromkeys((QFontInfo(font).family(), *others))))
    application.setFont(font)
