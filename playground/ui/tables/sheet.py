"""A table as it was read: a head for each column with what it is for, its rows, and what in them does not fit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from playground.tables.choices import INPUT, LEFT, SPLIT, TARGET, Choices
from playground.tables.columns import CATEGORY, NUMBER, YES, Column
from playground.tables.opening import Table
from playground.tables.preparing import Prepared
from playground.ui.tables.column_menu import can_be_added, column_menu
from playground.ui.tables.heads import HEAD, chip_rect, paint_head
from playground.ui.tables.rows import Shown, shown_rows
from playground.ui.tables.said import ROLES as ROLE_WORDS
from playground.ui.tables.strip import HIGH as FAULT_HIGH
from playground.ui.tables.strip import FaultStrip
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

ROW, GAP, LINE_WIDE = 25, 20, 62
NARROWEST, WIDEST, PAD = 104, 220, 14
HIGH = {"row": ROW, "gap": GAP, "fault": FAULT_HIGH}
KEYS = {Qt.Key.Key_T: TARGET, Qt.Key.Key_I: INPUT, Qt.Key.Key_S: SPLIT, Qt.Key.Key_L: LEFT}


class TableSheet(QAbstractScrollArea):
    """`changed(choices)` is another choice of the person's."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table: Table | None = None
        self._choices, self._prepared = Choices(()), Prepared(None)
        self._dropped: frozenset[int] = frozenset()
        self._shown: tuple[Shown, ...] = ()
        self._strips: dict[int, FaultStrip] = {}
        self._wide: list[int] = []
        self._tops: list[int] = [0]
        self.current = 0
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Table"))
        self.horizontalScrollBar().valueChanged.connect(self._moved)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # What it shows

    def show_table(self, table: Table | None, choices: Choices, prepared: Prepared) -> None:
        self._table, self._choices, self._prepared = table, choices, prepared
        self._dropped = frozenset(prepared.dropped_lines)
        for strip in self._strips.values():
            strip.hide()
            strip.deleteLater()
        self._strips = {}
        if table is not None:
            self.current = min(self.current, len(table.columns) - 1)
            self._lay_out(table)
        self._set_ranges()
        self._say_current()
        self.viewport().update()

    def _lay_out(self, table: Table) -> None:
        used = {each.name for each in self._choices.columns if each.role in (TARGET, INPUT)}
        faults = [*table.grid.faults, *(f for column in table.columns if column.name in used for f in column.faults)]
        self._shown = shown_rows(table.grid, faults)
        for place, shown in enumerate(self._shown):
            if shown.fault is not None:
                strip = FaultStrip(shown.fault, shown.count, self._choices, self._theme, self.viewport())
                strip.chosen.connect(lambda fault, act: self.changed.emit(self._choices.with_repair(fault, act)))
                strip.show()
                self._strips[place] = strip
        text = self.fontMetrics()
        self._wide = []
        for place, column in enumerate(table.columns):
            cells = [table.grid.rows[row.place][place] for row in self._shown if row.kind == "row"]
            longest = max((text.horizontalAdvance(cell) for cell in (column.name, *cells)), default=0)
            self._wide.append(min(max(longest + 2 * PAD + 8, NARROWEST), WIDEST))
        self._tops = [0]
        for shown in self._shown:
            self._tops.append(self._tops[-1] + HIGH[shown.kind])

    def _set_ranges(self) -> None:
        view = self.viewport()
        across = sum(self._wide) + LINE_WIDE - view.width()
        down = self._tops[-1] + HEAD - view.height()
        for bar, most, page in (
            (self.horizontalScrollBar(), across, view.width()), (self.verticalScrollBar(), down, view.height()),
        ):  # fmt: skip
            bar.setRange(0, max(most, 0))
            bar.setPageStep(page)
            bar.setSingleStep(ROW)
        self._moved()

    def _moved(self) -> None:
        top = HEAD - self.verticalScrollBar().value()
        for place, strip in self._strips.items():
            where = top + self._tops[place]
            strip.setGeometry(0, where, self.viewport().width(), FAULT_HIGH)
            strip.setVisible(where >= HEAD - 1)
        self.viewport().update()

    def next_fault(self) -> None:
        """Scrolls to the next place that does not fit, and goes there."""
        waiting = [place for place in self._strips if not self._choices.act_for(self._shown[place].fault)]  # type: ignore[arg-type]
        if waiting:
            place = waiting[0]
            self.verticalScrollBar().setValue(self._tops[place] - self.viewport().height() // 2)
            next(iter(self._strips[place].buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.show_table(self._table, self._choices, self._prepared)

    # Hands

    def column_rect(self, place: int) -> QRect:
        """Where the head of a column stands."""
        left = LINE_WIDE + sum(self._wide[:place]) - self.horizontalScrollBar().value()
        return QRect(left, 0, self._wide[place], HEAD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._table is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        for place in range(len(self._wide)):
            where = self.column_rect(place)
            if where.left() <= point.x() < where.right() and point.x() >= LINE_WIDE:
                self.current = place
                self._say_current()
                self.viewport().update()
                if point.y() < HEAD and chip_rect(where).adjusted(-4, -4, 4, 4).contains(point):
                    self._open_menu(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._table is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.current = min(max(self.current + step, 0), len(self._wide) - 1)
            where = self.column_rect(self.current)
            bar = self.horizontalScrollBar()
            if where.left() < LINE_WIDE:
                bar.setValue(bar.value() - (LINE_WIDE - where.left()))
            elif where.right() > self.viewport().width():
                bar.setValue(bar.value() + where.right() - self.viewport().width())
            self._say_current()
            self.viewport().update()
        elif key == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.add_target(self.current)
        elif key in KEYS and not event.modifiers():
            self.set_role(self.current, KEYS[key])
        elif key == Qt.Key.Key_N:
            self.next_fault()
        elif key == Qt.Key.Key_Space:
            self._open_menu(self.current)
        else:
            super().keyPressEvent(event)

    def set_role(self, place: int, role: str) -> None:
        """What a column is for."""
        assert self._table is not None
        self.changed.emit(self._choices.with_role(self._table.columns[place].name, role))

    def add_target(self, place: int) -> None:
        """A column is learned too, where it and what is learned already are numbers."""
        if self._table is not None and can_be_added(self._table, self._choices, place):
            self.changed.emit(self._choices.with_target(self._table.columns[place].name))

    def _open_menu(self, place: int) -> None:
        assert self._table is not None
        menu = column_menu(self, self._table, self._choices, place, self.changed.emit)
        menu.popup(self.viewport().mapToGlobal(chip_rect(self.column_rect(place)).bottomLeft()))

    def _say_current(self) -> None:
        if self._table is not None and self._table.columns:
            column = self._table.columns[self.current]
            self.setAccessibleDescription(f"{column.name}, {said(ROLE_WORDS, self._choices.of(column.name).role)}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        across = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.horizontalScrollBar() if across else self.verticalScrollBar()
        bar.setValue(bar.value() - round((event.angleDelta().y() or event.angleDelta().x()) / 120 * 3 * ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_ranges()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    focusOutEvent = focusInEvent

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, view = QPainter(self.viewport()), self._theme, self.viewport()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(view.rect(), theme.colour("panel"))
        if self._table is not None:
            painter.save()
            painter.setClipRect(QRect(0, HEAD, view.width(), view.height() - HEAD))
            dropped = self._dropped
            top = HEAD - self.verticalScrollBar().value()
            for place, shown in enumerate(self._shown):
                where = top + self._tops[place]
                if HEAD - ROW <= where <= view.height():
                    if shown.kind == "row":
                        self._paint_row(painter, self._table, shown.place, where, dropped)
                    elif shown.kind == "gap":
                        self._paint_gap(painter, shown, where, self._table, dropped)
            painter.restore()
            self._paint_heads(painter, self._table)
        painter.end()

    def _paint_heads(self, painter: QPainter, table: Table) -> None:
        theme, view = self._theme, self.viewport()
        painter.fillRect(QRect(0, 0, view.width(), HEAD), theme.colour("window"))
        painter.save()
        painter.setClipRect(QRect(LINE_WIDE, 0, view.width() - LINE_WIDE, HEAD))
        counts = len(self._prepared.counts)
        for place, column in enumerate(table.columns):
            chosen = self._choices.of(column.name)
            classes = counts if chosen.role == TARGET else 0
            paint_head(painter, self.column_rect(place), column, chosen, classes, self._prepared.sides, theme)
            if place == self.current and self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.column_rect(place)).adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()
        painter.setPen(theme.colour("muted"))
        painter.setFont(scaled_font(SMALL))
        painter.drawText(QRect(0, 8, LINE_WIDE - 12, 20), Qt.AlignmentFlag.AlignRight, self.tr("line"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, HEAD - 1, view.width(), HEAD - 1)

    def _paint_row(self, painter: QPainter, table: Table, row: int, top: int, dropped: frozenset[int]) -> None:
        theme, line = self._theme, table.grid.lines[row]
        faulty = {fault.column for column in table.columns for fault in column.faults if fault.line == line}
        is_dropped = line in dropped
        if faulty:
            painter.fillRect(QRect(0, top, self.viewport().width(), ROW), theme.colour("note"))
        elif is_dropped:
            painter.fillRect(QRect(0, top, self.viewport().width(), ROW), theme.colour("hover"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, top + ROW - 1, self.viewport().width(), top + ROW - 1)
        painter.save()
        painter.setClipRect(QRect(LINE_WIDE, max(top, HEAD), self.viewport().width(), ROW))
        for place, column in enumerate(table.columns):
            self._paint_cell(painter, column, table.grid.rows[row][place], row, place, top, faulty, is_dropped)
        painter.restore()
        painter.setPen(theme.colour("muted"))
        painter.setFont(scaled_font(SMALL))
        where = QRect(0, top, LINE_WIDE - 12, ROW)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{line:,}")

    def _paint_cell(
        self, painter: QPainter, column: Column, cell: str, row: int, place: int, top: int, faulty: set[str], dim: bool
    ) -> None:
        theme, chosen = self._theme, self._choices.of(column.name)
        where = QRect(self.column_rect(place).left() + PAD, top, self._wide[place] - 2 * PAD, ROW)
        painter.setFont(scaled_font(1.0))
        text = painter.fontMetrics()
        if cell in (self._table.reading.missing if self._table else ()):
            words = self.tr("missing")
            pill = QRectF(where.left(), top + 4, text.horizontalAdvance(words) + 10, ROW - 8)
            painter.setFont(scaled_font(SMALL))
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill, 5, 5)
            painter.setPen(theme.colour("muted"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
            return
        kind = chosen.kind or column.kind
        if column.name in faulty:
            painter.setPen(QPen(theme.colour("problem"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(where).adjusted(-6, 2.5, 6, -2.5), 5, 5)
            painter.setPen(theme.colour("problem"))
        else:
            painter.setPen(theme.colour("muted" if chosen.role == LEFT or dim else "ink"))
        left = where.left()
        if mark := self._mark(column, chosen.role, row):
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(mark, 110 if dim else 255))
            painter.drawRoundedRect(QRectF(left, top + 7, 11, 11), 2.5, 2.5)
            painter.restore()
            left += 18
        side = Qt.AlignmentFlag.AlignRight if kind == NUMBER else Qt.AlignmentFlag.AlignLeft
        where.setLeft(left)
        words = text.elidedText(" ".join(cell.split()), Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _mark(self, column: Column, role: str, row: int) -> str:
        """The colour before a cell: of its class, or of the side that it puts its row on; "" for none."""
        value, sides = float(column.part(slice(row, row + 1))[0]), self._prepared.sides
        if not np.isfinite(value):
            return ""
        if role == TARGET and column.kind in (CATEGORY, YES):
            return "#{:02x}{:02x}{:02x}".format(*CLASS_COLOURS[int(value) % len(CLASS_COLOURS)])
        if role == SPLIT and sides is not None:
            word = column.words[int(value)] if column.words else f"{value:.0f}"
            return "validation" if word in sides.validates else "train"
        return ""

    def _paint_gap(self, painter: QPainter, shown: Shown, top: int, table: Table, dropped: frozenset[int]) -> None:
        where = QRect(0, top, self.viewport().width(), GAP)
        painter.fillRect(where, self._theme.colour("window"))
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(scaled_font(SMALL))
        lines = table.grid.lines[shown.place : shown.place + shown.count]
        gone = sum(line in dropped for line in lines) if dropped else 0
        words = say(QT_TRANSLATE_NOOP("Text", "… {count} more rows, every one read as above"), count=f"{shown.count:,}")
        if gone:
            told = QT_TRANSLATE_NOOP("Text", "… {count} more rows, every one read as above; {gone} of them dropped")
            words = say(told, count=f"{shown.count:,}", gone=f"{gone:,}")
        where.setLeft(LINE_WIDE + PAD)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def chip_point(self, place: int) -> QPoint:
        """The middle of a column's chip, in the viewport."""
        return chip_rect(self.column_rect(place)).center()
