"""What the Playground is, and its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

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


def canvas_keys() -> list[tuple[str, str]]:
    """What the keys and the mouse do on the canvas beside the menus' commands, as (keys, words)."""
    tr = partial(QCoreApplication.translate, "About")
    return [
        (tr("Space, / or double-click"), tr("Add a layer by its name, into the selected connection too")),
        ("N", tr("Add a note")),
        (tr("Alt+arrows"), tr("Walk along connections")),
        (tr("Page Up, Page Down"), tr("Every layer and note in turn")),
        (tr("Tab, or . and ,"), tr("Every layer and every connection in turn")),
        (tr("Ctrl+Tab"), tr("Leave the canvas")),
        (tr("R or Enter"), tr("Lead the selected connection to another layer")),
        (tr("Arrows"), tr("Move what is selected")),
        (tr("Enter"), tr("Edit the selected layer, or go into the group")),
        ("F2", tr("Rename it in place")),
        ("C", tr("Connect from it; arrows or a name choose the target")),
        ("E", tr("Show its neurons, then collapse it, then expand it")),
        ("W", tr("Type numbers into its weights")),
        (tr("+ and -"), tr("One neuron more or less in the selected layers")),
        (tr("Delete"), tr("Delete what is selected")),
        (tr("Ctrl+Delete"), tr("Delete and join the gap")),
        (tr("Shift+click"), tr("Add to the selection, or take away")),
        (tr("Space+drag"), tr("Pan; the wheel zooms")),
        (tr("Alt while moving"), tr("Leave the grid")),
        ("Esc", tr("Give up what is under way; select nothing")),
    ]


def show_shortcuts(window: QWidget, menus: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
    """Every key in one sheet: those of the menus, by their titles, and those of the canvas."""
    canvas = (QCoreApplication.translate("About", "Canvas"), canvas_keys())
    cells = []
    for group in (menus, (canvas,)):
        cells.append("".join(_table(title, rows) for title, rows in group if rows))
    sheet = "".join(f"<td style='padding-right: 28px'>{cell}</td>" for cell in cells)
    box = QMessageBox(window)
    box.setWindowTitle(QCoreApplication.translate("About", "Shortcuts"))
    box.setText(f"<table><tr>{sheet}</tr></table>")
    box.exec()


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td style='padding: 2px 18px 2px 0'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"
        for keys, what in rows
    )
    return f"<h4>{escape(title)}</h4><table>{lines}</table>"
