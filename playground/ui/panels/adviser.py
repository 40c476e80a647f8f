"""The adviser's line above the canvas: what stands out in the run, its proof, and one thing to do."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.advice.adviser import Adviser, Watch
from playground.advice.finding import Finding
from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.frames.run import Status
from playground.ui.icons import icon
from playground.ui.texts.advice import (
    finding_number,
    finding_reason,
    finding_text,
    quiet_text,
    remedy_help,
    remedy_text,
)
from playground.ui.theme import Theme
from playground.ui.widgets.evidence import EVIDENCE, MARK, EvidenceView, Sign
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import CutLabel, tool_button
from playground.ui.widgets.plain import tip

HIGH, FIX, FIX_BRIEF, FIX_HIGH = 36, 184, 28, 26
# Seconds between two looks at a run, and the width below which a fix is a small button only.
LOOK_APART, NARROW = 0.25, 620


class AdviserLine(Panel):
    """Always there and always as high, so that nothing moves when it begins or stops to speak.

    `show_asked(finding, on)` selects what is meant and opens the proof, or takes that back; `remedy_asked(finding)`
    does the one thing; `told(nodes)` names the layers that are spoken of; `left` is Esc.
    """

    show_asked = Signal(object, bool)
    remedy_asked = Signal(object)
    told = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.clock, self._document, self._status = clock, Document(), Status()
        self._adviser, self._watch = Adviser(), Watch()
        self._said: Finding | None = None
        self._looked, self._epoch, self._run, self._problems = float("-inf"), 0, 0, False
        self.on = True
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Adviser"))
        self._make_parts(theme)
        self.show_theme(theme)
        self._show()

    def _make_parts(self, theme: Theme) -> None:
        self.sign, self.proof = Sign(), EvidenceView()
        self.words, self.number = CutLabel(), CutLabel(muted=True)
        self.more = QPushButton(self.tr("Show"))
        self.more.setProperty("look", "link")
        self.more.setCheckable(True)
        self.more.clicked.connect(lambda on: self.show_asked.emit(self._said, on))
        self.fix = QPushButton()
        self.fix.setProperty("look", "fix")
        self.fix.clicked.connect(lambda: self._mend())
        self.away = tool_button(icon("close", theme), self.tr("Say nothing of this kind until New or Open"), side=14)
        self.away.clicked.connect(self._send_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(10)
        for part in (self.sign, self.words, self.number):
            row.addWidget(part)
        row.addStretch(1)
        for widget in (self.proof, self.more, self.fix, self.away):
            row.addWidget(widget)

    # What it is told

    def show_document(self, document: Document) -> None:
        self._document = document
        self._problems = bool(find_problems(document))
        self._show()

    def show_status(self, status: Status) -> None:
        self._status = status
        self._show()

    def show_frame(self, frame: Frame) -> None:
        now = self.clock()
        if frame.past is not None or now - self._looked < LOOK_APART:
            return
        self._looked = now
        if frame.run != self._run:
            self._run, self._watch = frame.run, Watch()
        self._epoch = frame.epoch
        if self.on and frame.curves.column("train_loss").size:
            found = self._watch.look(self._document, frame)
            self._adviser.show(found, frame.epoch, now)
        self._show()

    def forget(self) -> None:
        self._watch, self._epoch = Watch(), 0
        self._adviser.be_silent(self.clock())
        self._show()

    def begin(self) -> None:
        """Another project: what was sent away may be said again."""
        self.forget()
        self._adviser.forget()

    def switch(self, on: bool) -> None:
        """Whether it says anything at all."""
        self.on = on
        self._adviser.be_silent(self.clock())
        self._show()

    def show_theme(self, theme: Theme) -> None:
        self.sign.theme = self.proof.theme = theme
        self.away.setIcon(icon("close", theme))
        self.setFixedHeight(max(HIGH, self.fontMetrics().height() + 16))
        self.fix.setFixedHeight(max(FIX_HIGH, self.fontMetrics().height() + 8))
        self.update()

    # What it shows

    @property
    def finding(self) -> Finding | None:
        """What is said now."""
        return self._said

    def _show(self) -> None:
        said, before = self._adviser.said, self._said
        self._said = said
        if said is None:
            self.words.setText(quiet_text(self._status, self._epoch, self._problems, self.on))
            self.words.setToolTip("")
        elif said != before:
            self._write(said)
        role = QPalette.ColorRole
        self.words.setForegroundRole(role.PlaceholderText if said is None else role.WindowText)
        self.sign.speaks = said is not None
        self.sign.update()
        self._place()
        if (before.kind if before else "") != (said.kind if said else ""):
            # Another thing is said: what was shown of the one before is taken back by whoever showed it.
            self.more.setChecked(False)
            self.setAccessibleDescription(self.words.text() if said else "")
            if said:
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if (before.nodes if before else ()) != (said.nodes if said else ()):
            self.told.emit(said.nodes if said else ())

    def _write(self, said: Finding) -> None:
        document = self._document
        self.words.setText(finding_text(said, document))
        self.number.setText(finding_number(said, document))
        reason = finding_reason(said)
        for part in (self.words, self.number, self.proof, self.more):
            part.setToolTip(tip(f"{self.words.text()} {self.number.text()}\n{reason}"))
        self.proof.evidence = said.evidence
        self.proof.update()
        words = remedy_text(said, document)
        self.fix.setAccessibleName(words)
        self.fix.setToolTip(tip("\n".join(filter(None, (words, remedy_help(said))))))

    def _place(self) -> None:
        """The places are fixed from the right; what has no room goes: the number, the proof, then words are cut."""
        said = self._said
        for part in (self.number, self.proof, self.more, self.fix, self.away):
            part.setVisible(said is not None)
        if said is None:
            return
        brief = self.width() < NARROW
        words = remedy_text(said, self._document)
        self.fix.setVisible(bool(words))
        self.fix.setFixedWidth(FIX_BRIEF if brief else FIX)
        room = self.fix.fontMetrics()
        self.fix.setText("" if brief else room.elidedText(words, Qt.TextElideMode.ElideRight, FIX - 16))
        self.fix.setIcon(icon("settings", self.sign.theme) if brief and self.sign.theme else QIcon())
        fixed = MARK + self.more.sizeHint().width() + 24 + 10 * 5 + 18 + (self.fix.width() if words else 0)
        left = self.width() - fixed - self.words.sizeHint().width()
        self.proof.setVisible(left > EVIDENCE[0] + 10 and bool(said.evidence.lines or said.evidence.bars))
        left -= (EVIDENCE[0] + 10) * self.proof.isVisibleTo(self)
        self.number.setVisible(bool(self.number.text()) and left > self.number.sizeHint().width() + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.sign.theme:
            self.show_theme(self.sign.theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    # What a person asks

    def take_focus(self) -> None:
        """The keys go to what it says, if anything."""
        if self._said is not None:
            self.more.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                for button in (self.more, self.fix, self.away):
                    if button.hasFocus():
                        button.click()
            case Qt.Key.Key_A if self.more.hasFocus():
                self.more.click()
            case _:
                super().keyPressEvent(event)

    def _mend(self) -> None:
        if (said := self._said) is not None:
            self._adviser.be_silent(self.clock())
            self._show()
            self.remedy_asked.emit(said)

    def _send_away(self) -> None:
        self._adviser.mute(self.clock())
        self._show()
