"""What the Playground is, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from playground import __version__


def show_about(window: QWidget) -> None:
    """Name, version and licence."""
    what = QCoreApplication.translate("About", "Build a neural network by hand, watch it learn, take it away.")
    licence = QCoreApplication.translate("About", "Free software under the Apache License 2.0.")
    QMessageBox.about(
        window,
        QCoreApplication.translate("About", "About Playground"),
        f"<h3>Playground {__version__}</h3><p>{what}</p><p>{licence}</p>",
    )


def show_shortcuts(window: QWidget) -> None:
    """Every key in one table."""
    rows = (
        ("Ctrl+Return", QCoreApplication.translate("About", "Play or pause")),
        ("Ctrl+Right", QCoreApplication.translate("About", "Step one batch")),
        ("Ctrl+Shift+Right", QCoreApplication.translate("About", "Step one epoch")),
        ("Ctrl+R", QCoreApplication.translate("About", "Reset")),
        ("Ctrl+L", QCoreApplication.translate("About", "Open a link of TensorFlow Playground")),
        ("Ctrl+Z", QCoreApplication.translate("About", "Undo")),
        ("Ctrl+Y", QCoreApplication.translate("About", "Redo")),
        ("Delete", QCoreApplication.translate("About", "Delete what is selected")),
        ("Esc", QCoreApplication.translate("About", "Give up the gesture under way")),
        ("Ctrl+0", QCoreApplication.translate("About", "Zoom to fit")),
    )
    table = "".join(
        f"<tr><td style='padding: 2px 18px 2px 0'><b>{keys}</b></td><td>{what}</td></tr>" for keys, what in rows
    )
    box = QMessageBox(window)
    box.setWindowTitle(QCoreApplication.translate("About", "Shortcuts"))
    box.setText(f"<table>{table}</table>")
    box.exec()
