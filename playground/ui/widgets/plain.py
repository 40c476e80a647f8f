"""The doors for words that Qt might read as rich text: tooltips, labels and boxes show them as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from unicodedata import east_asian_width

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

# A tooltip's line is at most so wide, in letters; those of Chinese are two wide.
WIDEST = 100
NEVER_FIRST = frozenset("，。；：、！？）》」』”’…—")


def tip(words: str, title: str = "") -> str:
    """The words for a tooltip, their long lines broken, below a title in bold if there is one.

    A name in them may say `<img src="...">`, and Qt would open that path as soon as the pointer rests: what might be
    read as rich text becomes rich text that shows those very letters. All other stays plain, also for screen readers.
    """
    lines = [part for line in words.split("\n") for part in _broken(line)]
    if not title and "<" not in words and "&lt;" not in words:
        return "\n".join(lines)
    head = f"<b>{escape(title)}</b><br>" if title else ""
    # Rich text would run spaces together.
    return f"<p>{head}{'<br>'.join(escape(line).replace('  ', chr(0xA0) * 2) for line in lines)}</p>"


def _broken(line: str) -> Iterator[str]:
    """The line in parts that are not too wide; broken at spaces, and between the letters of Chinese."""
    start, width, place = 0, 0, 0
    for at, letter in enumerate(line):
        wide = east_asian_width(letter) in "WF"
        if letter == " " or (wide and letter not in NEVER_FIRST):
            place = at
        width += 2 if wide else 1
        if width > WIDEST and place > start:
            yield line[start:place]
            start = place + (line[place] == " ")
            width = sum(2 if east_asian_width(one) in "WF" else 1 for one in line[start : at + 1])
    yield line[start:]


class PlainLabel(QLabel):
    """A label that shows its words as they are written."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class PlainBox(QMessageBox):
    """A box that shows its words as they are written, and is gone once it is answered."""

    def __init__(
        self,
        parent: QWidget | None = None,
        text: str = "",
        icon: QMessageBox.Icon = QMessageBox.Icon.NoIcon,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIcon(icon)
        self.setWindowTitle(title)
        self.setText(text)

    def setInformativeText(self, text: str) -> None:
        # The box's format is that of its first words alone; this label comes with words, and is told before ours.
        super().setInformativeText(" ")
        label = self.findChild(QLabel, "qt_msgbox_informativelabel")
        if isinstance(label, QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        super().setInformativeText(text if label is not None else tip(text))

    def open(self) -> None:  # type: ignore[override]
        """Show it, and hold nothing up."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def exec(self) -> int:
        """The button that was pressed. Which one it was can still be asked until the event loop is back."""
        answer = super().exec()
        self.deleteLater()
        return answer
