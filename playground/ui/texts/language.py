"""The language that the program speaks, in its window and on the command line."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from playground.ui.assets import asset
from playground.ui.texts.said import QT_TRANSLATE_NOOP

# What Qt's own dialog for files says and its Chinese lacks; our translations are looked at before Qt's.
_SAID_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileDialog", "All files (*)"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)


def chosen_language(name: str) -> str:
    """The language of that name, as zh_CN; the system's for "system", as far as there is a translation of it."""
    if name == "system":
        name = "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"
    return name


def speak(application: QCoreApplication, language: str) -> None:
    """Speak that language from now on: the program's texts, and those of Qt's own dialogs. What is shown stays."""
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{of_qt}/qtbase_{language}.qm", str(asset(f"translations/{language}.qm"))):
        translator = QTranslator(application)
        if translator.load(file):
            application.installTranslator(translator)


@cache
def _translator(language: str) -> QTranslator | None:
    made = QTranslator()
    return made if made.load(str(asset(f"translations/{language}.qm"))) else None


def say_in(language: str, sentence: str) -> str:
    """A marked sentence in that language, whichever one the program speaks."""
    translator = _translator(language)
    return (translator.translate("Text", sentence) if translator is not None else "") or sentence
