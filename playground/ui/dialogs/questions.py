"""Questions before something of a person's is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from playground.ui.widgets.plain import PlainBox


def may_replace(path: Path, window: QWidget) -> bool:
    """Whether another file may take the place of the one that is there."""
    buttons = QMessageBox.StandardButton
    question = QCoreApplication.translate("Files", "Replace {file}?").format(file=path.name)
    box = PlainBox(window, question, QMessageBox.Icon.Question)
    box.setInformativeText(QCoreApplication.translate("Files", "There is a file of this name already."))
    box.setStandardButtons(buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    return box.exec() == buttons.Yes


def may_forget(count: int, window: QWidget) -> bool:
    """Whether so many runs of an experiment may go."""
    buttons = QMessageBox.StandardButton
    question = QCoreApplication.translate("Files", "Forget {count} runs?").format(count=f"{count:,}")
    box = PlainBox(window, question, QMessageBox.Icon.Question)
    box.setInformativeText(QCoreApplication.translate("Files", "They would have to be trained again."))
    box.setStandardButtons(buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    return box.exec() == buttons.Yes


def save_or_not(name: str, edited: bool, minutes: int, window: QWidget) -> int:
    """What becomes of edits, or else of so many minutes of training: the button that was pressed."""
    question = QCoreApplication.translate("Files", "Save the changes to {name}?")
    loss = QCoreApplication.translate("Files", "What is not saved is lost.")
    if not edited:
        question = QCoreApplication.translate("Files", "Save what {name} has learned?")
        loss = QCoreApplication.translate("Files", "It was trained for {minutes} min, which would be lost.")
        loss = loss.format(minutes=minutes)
    box = PlainBox(window, question.format(name=name), QMessageBox.Icon.Question)
    box.setInformativeText(loss)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    return box.exec()


def replace_or_keep(path: Path, window: QWidget) -> int:
    """Yes to replace what somebody else wrote, Save to keep both, Cancel."""
    buttons = QMessageBox.StandardButton
    question = QCoreApplication.translate("Files", "{file} was changed by somebody else since it was opened.").format(
        file=path.name
    )
    box = PlainBox(window, question.format(file=path.name), QMessageBox.Icon.Question)
    box.setInformativeText(QCoreApplication.translate("Files", "Replacing it loses what they wrote."))
    box.setStandardButtons(buttons.Yes | buttons.Save | buttons.Cancel)
    box.button(buttons.Yes).setText(QCoreApplication.translate("Files", "Replace"))
    box.button(buttons.Save).setText(QCoreApplication.translate("Files", "Save as…"))
    box.setDefaultButton(buttons.Save)
    return box.exec()


def may_lose(path: Path, window: QWidget) -> bool:
    """Whether edits may go that are in no file, as it is read again."""
    buttons = QMessageBox.StandardButton
    question = QCoreApplication.translate("Files", "Reload {file}?").format(file=path.name)
    box = PlainBox(window, question, QMessageBox.Icon.Question)
    box.setInformativeText(QCoreApplication.translate("Files", "Your changes since it was saved are lost."))
    box.setStandardButtons(buttons.Yes | buttons.Cancel)
    box.button(buttons.Yes).setText(QCoreApplication.translate("Files", "Reload"))
    box.setDefaultButton(buttons.Cancel)
    return box.exec() == buttons.Yes
