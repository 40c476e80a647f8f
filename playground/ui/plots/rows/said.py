"""What is said of a filter: how it is written, and what in it is not understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.ui.plots.rows.sifting import SiftError


def trouble_text(error: SiftError) -> str:
    """What of the filter stands for no rows."""
    translate = QCoreApplication.translate
    words = {
        "no_column": translate("RowsPanel", "There is no one column “{word}”."),
        "no_word": translate("RowsPanel", "“{word}” stands in no row."),
        "no_number": translate("RowsPanel", "“{word}” is no number."),
        "no_order": translate("RowsPanel", "“{word}” has words: use = or !=."),
    }
    return words[error.key].format(word=error.word)


def help_text() -> str:
    """How a filter is written."""
    return QCoreApplication.translate(
        "RowsPanel",
        "Conditions with a comma between them: a column, one of = != < > <= >=, and a value; or a word: wrong, "
        "right, train, validation, or part of a category.",
    )
