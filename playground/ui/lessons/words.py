"""A text of a lesson, as high as it is long: formulas on their line, live numbers, commands as links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from pathlib import Path
from string import Template
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QImageReader,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from playground.lessons.actions import BEGIN
from playground.lessons.beside import BesideError, picture_beside
from playground.lessons.markdown import LIVE
from playground.lessons.tex import TexError
from playground.ui.formulas import DISPLAY, INLINE, Formula, Room, formula, live_formula, picture, room_on_line
from playground.ui.lessons.writing import (
    FORMULA,
    LIVE_NUMBER,
    PICTURE,
    Live,
    Prose,
    Written,
    live_in,
    live_number,
    with_numbers,
    write,
)
from playground.ui.texts.numbers import NOTHING
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font

# Of the letters' height, as low as a line may be.
LINE = 1.5
MOST_PICTURE = 16_000_000
SHEET = Template("""
p { line-height: ${line}px; margin-top: 0px; margin-bottom: ${gap}px; }
li { line-height: ${line}px; margin-top: 0px; margin-bottom: 2px; }
ul, ol { margin-top: 0px; margin-bottom: ${gap}px; -qt-list-indent: 0; margin-left: 18px; }
table { border-collapse: collapse; margin-top: 2px; margin-bottom: ${gap}px; }
th, td { padding: 3px 12px 3px 0px; border-bottom: 1px solid $lines; }
h3, h4 { font-size: 1em; margin-top: ${gap}px; margin-bottom: 4px; }
a { color: $accent; text-decoration: none; font-weight: 600; }
code, pre { font-family: $fixed; }
code { background-color: $hover; }
th { font-weight: 600; text-align: left; }
blockquote { margin-left: 12px; color: $muted; }
""")


def fixed_font(scale: float = 1.0) -> QFont:
    """For code: the system's font of fixed widths, with the window's own behind it for Chinese."""
    plain, fixed = scaled_font(scale), QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    # By its real name, as that of one that stands for another is passed over.
    plain.setFamilies([QFontInfo(fixed).family(), *plain.families()])
    return plain


class Words(QTextBrowser):
    """`called(address)` is a command that was chosen, as "do:play"."""

    called = Signal(str)

    def __init__(
        self,
        text: Prose,
        theme: Theme,
        folder: Path = Path(),
        scale: float = 1.0,
        muted: bool = False,
        bold: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`tight` is without the air between lines, for a line beside something else."""
        super().__init__(parent)
        self._line = 1.0 if tight else LINE
        self._text, self._theme, self._folder, self._muted = text, theme, folder, muted
        self._scale, self._bold = scale, bold
        self._facts: Mapping[str, object] = {}
        # Those that its formulas show.
        self._set_facts: Mapping[str, object] = {}
        self._written = Written()
        self._set: dict[int, tuple[Formula, float, Room]] = {}
        self._seen: tuple[str, ...] = ()
        self.setProperty("look", "words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(scaled_font(scale, bold, fixed_digits=True))
        self.anchorClicked.connect(self._follow)
        self._write()

    # What it says

    def show_facts(self, facts: Mapping[str, object], formulas: bool = True) -> None:
        """The live numbers as they are now, those in formulas only if these are to be set anew."""
        self._facts = facts
        if formulas:
            self._set_facts = facts
        if self._numbers() != self._seen:
            cursor = self.textCursor()
            chosen = cursor.anchor(), cursor.position()
            self._write()
            self._choose(*chosen)

    def _numbers(self) -> tuple[str, ...]:
        """All that can change, as it is shown."""
        in_text = map(self._said_now(), self._written.live)
        in_formulas = (live.text(self._set_facts) for tex, _ in self._written.formulas for live in live_in(tex))
        return (*in_text, *in_formulas)

    def _said_now(self) -> Callable[[Live], str]:
        """What each live number is now, in their order: while TensorFlow loads, the first unknown one says so."""
        told = self._facts.get("state") != "loading"

        def said(live: Live) -> str:
            nonlocal told
            text = live.text(self._facts)
            if text == NOTHING and not told:
                told, text = True, self.tr("TensorFlow is loading…")
            return text

        return said

    def _write(self) -> None:
        page, line = self.document(), QFontMetricsF(self.document().defaultFont()).height()
        fixed = ", ".join(f"'{family}'" for family in fixed_font().families())
        colours = {name: getattr(self._theme, name) for name in ("accent", "hover", "muted")}
        sheet = SHEET.substitute(
            colours, lines=self._theme.line, line=round(self._line * line), gap=round(0.5 * line), fixed=fixed
        )
        page.setDefaultStyleSheet(sheet)
        self._set = {}
        self._written = write(self._text, self._place, self._said_now())
        self._seen = self._numbers()
        ink = self._theme.muted if self._muted else self._theme.ink
        self.setHtml(f'<div style="color: {ink}">{self._written.html}</div>')
        self._mark_numbers()
        self._close_up()
        links = BEGIN in self._written.html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.plain())
        self.updateGeometry()

    def _mark_numbers(self) -> None:
        """Live numbers are no links, but bold, coloured and underlined with dashes."""
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setForeground(self._theme.colour("accent"))
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        marked.setUnderlineColor(self._theme.colour("accent"))
        for fragment in list(self._fragments()):
            if fragment.charFormat().anchorHref().startswith(LIVE_NUMBER):
                cursor = QTextCursor(self.document())
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(marked)

    def _close_up(self) -> None:
        """No room below the last line."""
        cursor = QTextCursor(self.document().lastBlock())
        block = cursor.blockFormat()
        block.setBottomMargin(0)
        cursor.setBlockFormat(block)

    def _fragments(self) -> list[QTextFragment]:
        found, block = [], self.document().begin()
        while block.isValid():
            inside = block.begin()
            while not inside.atEnd():
                found.append(inside.fragment())
                inside += 1
            block = block.next()
        return found

    # Formulas and pictures

    def _place(self, number: int, tex: str, large: bool) -> str:
        font = self.document().defaultFont()
        pixels = QFontInfo(font).pixelSize() * (DISPLAY if large else INLINE)
        live = live_in(tex)
        try:
            if live:
                made = live_formula(with_numbers(tex, [one.text(self._set_facts) for one in live]), large)
            else:
                made = formula(tex, large)
        except TexError:
            return ""
        room = room_on_line(made, pixels, font)
        self._set[number] = (made, pixels, room)
        return f'width="{room.width}" height="{room.height}"'

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            if address.startswith(FORMULA):
                made, pixels, room = self._set[int(address.removeprefix(FORMULA))]
                return picture(made, pixels, room, self._theme, self.devicePixelRatioF())
            if address.startswith(PICTURE):
                return self._picture(address.removeprefix(PICTURE))
        # Nothing else is ever read or fetched.
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else ""

    def _picture(self, name: str) -> QImage:
        """A picture beside the lesson, no wider than the text."""
        try:
            reader = QImageReader(str(picture_beside(unquote(name), self._folder)))
        except BesideError:
            return QImage()
        ratio, size = self.devicePixelRatioF(), reader.size()
        if size.width() * size.height() > MOST_PICTURE:
            return QImage()
        wide = min(float(size.width()), max(40.0, self.document().textWidth()))
        reader.setScaledSize((size.toSizeF() * (ratio * wide / max(1, size.width()))).toSize())
        image = reader.read()
        image.setDevicePixelRatio(ratio)
        return image

    # Its size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        page = self.document()
        before = page.textWidth()
        page.setTextWidth(width)
        high = ceil(page.size().height())
        page.setTextWidth(before)
        return high

    def sizeHint(self) -> QSize:
        wide = ceil(self.document().idealWidth())
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # It is as high as it is long: what scrolls is around it.
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.document().setDefaultFont(scaled_font(self._scale, self._bold, fixed_digits=True))
            self._write()

    # Hands

    def _choose(self, anchor: int, position: int) -> None:
        """Select again what was selected."""
        if anchor != position:
            cursor, last = self.textCursor(), self.document().characterCount() - 1
            cursor.setPosition(min(anchor, last))
            cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _follow(self, url: QUrl) -> None:
        address = unquote(url.toString())
        if address.startswith(BEGIN):
            self.called.emit(address)

    def plain(self, first: int = 0, last: int | None = None) -> str:
        """The text between two places, a line for each paragraph, its formulas as LaTeX."""
        last = self.document().characterCount() if last is None else last
        lines: dict[int, str] = {}
        for fragment in self._fragments():
            begin, end = max(first, fragment.position()), min(last, fragment.position() + fragment.length())
            if begin < end:
                text = fragment.text()[begin - fragment.position() : end - fragment.position()]
                line = self.document().findBlock(fragment.position()).blockNumber()
                lines[line] = lines.get(line, "") + self._said(fragment, text)
        return "\n".join(lines.values())

    def _said(self, fragment: QTextFragment, text: str) -> str:
        name = fragment.charFormat().toImageFormat().name()
        if name.startswith(FORMULA):
            tex = self._written.formulas[int(name.removeprefix(FORMULA))][0]
            return f"${LIVE.sub(lambda found: live_number(found[1]).text(self._facts), tex)}$" * len(text)
        return "" if name.startswith(PICTURE) else text

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, found = self.textCursor(), QMimeData()
        found.setText(self.plain(cursor.selectionStart(), cursor.selectionEnd()))
        return found
