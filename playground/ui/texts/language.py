"""The language that the window speaks, and a font that can write it."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from playground.ui.assets import asset

# Those of the common systems, where they are there; a font for Chinese of the window's own comes last.
SYSTEM_FONTS = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei")
OWN_FONT = "PlaygroundSansSC-Regular.ttf"


def chosen_language(name: str) -> str:
    """The language of that name, as zh_CN; the system's for "system", as far as there is a translation of it."""
    if name == "system":
        name = "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"
    return name


def speak(application: QApplication, language: str) -> None:
    """Speak that language from now on: the program's texts, and those of Qt's own dialogs. What is shown stays."""
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{of_qt}/qtbase_{language}.qm", str(asset(f"translations/{language}.qm"))):
        translator = QTranslator(application)
        if translator.load(file):
            application.installTranslator(translator)


def add_chinese_font(application: QApplication) -> None:
    """Chinese can be written wherever the system's font cannot: by one of the system's, else by our own."""
    there = set(QFontDatabase.families())
    added = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(asset(f"fonts/{OWN_FONT}"))))
    font = application.font()
    others = (*(family for family in SYSTEM_FONTS if family in there), *added)
    # By its real name: of one that stands for another, as "Sans Serif", the first of the others would take the place.
    font.setFamilies(list(dict.fromkeys((QFontInfo(font).family(), *others))))
    application.setFont(font)
