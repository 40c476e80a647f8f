"""Train for N epochs: asks how many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget

MOST = 1_000_000


def ask_epochs(parent: QWidget, train: Callable[[int], object], first: int = 100) -> None:
    """Train that many more epochs, then pause; nothing where the question is sent away."""
    title = QCoreApplication.translate("TrainFor", "Train for")
    words = QCoreApplication.translate("TrainFor", "Epochs from here on:")
    epochs, agreed = QInputDialog.getInt(parent, title, words, first, 1, MOST)
    if agreed:
        train(epochs)
