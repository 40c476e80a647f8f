"""What the Playground is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from playground import __version__


def show_about(window: QWidget) -> None:
    """Name, version and licences."""
    what = QCoreApplication.translate("About", "Build a neural network by hand, watch it learn, take it away.")
    licence = QCoreApplication.translate("About", "Free software under the Apache License 2.0.")
    font = QCoreApplication.translate(
        "About", "Chinese is written in Playground Sans SC, made of Noto Sans CJK SC (SIL Open Font License 1.1)."
    )
    QMessageBox.about(
        window,
        QCoreApplication.translate("About", "About Playground"),
        f"<h3>Playground {__version__}</h3><p>{what}</p><p>{licence}</p><p>{font}</p>",
    )
