"""What is wrong at a node, in a warm note with links that mend it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from playground.document.checks.problems import Fix, Problem
from playground.document.document import Document
from playground.ui.canvas.items.lettering import Fonts, width, wrapped
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.layout.crowd import Crowd
from playground.ui.text import fix_text, problem_sentence
from playground.ui.theme import Theme

WIDEST = 236.0
PAD = 10.0
# Between a card and what is said of it.
GAP = 8.0


@dataclass(frozen=True)
class Line:
    """A line of the note and, where it is a link, the fix that a click applies."""

    text: str
    place: QRectF
    fix: Fix | None = None


class ProblemItem(QGraphicsItem):
    """The problems of one node. Position and size are decided by the scene."""

    def __init__(self, problems: Sequence[Problem], sentences: Sequence[str], fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.problems, self.sentences = tuple(problems), tuple(sentences)
        self._fonts, self._theme = fonts, theme
        self._hovered: Fix | None = None
        font = fonts.small
        self._link = QFont(font)
        self._link.setUnderline(True)
        self.lines, self.size = _laid_out(self.problems, self.sentences, font, WIDEST * fonts.unit)
        self.setZValue(4)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def take_fixes(self, problems: Sequence[Problem]) -> None:
        """Equal problems, found in a newer document."""
        self.problems = tuple(problems)
        room = WIDEST * self._fonts.unit
        self.lines, self.size = _laid_out(self.problems, self.sentences, self._fonts.small, room)

    def fix_at(self, at: QPointF) -> Fix | None:
        """The fix whose link stands at this point of the scene."""
        local = self.mapFromScene(at)
        return next((line.fix for line in self.lines if line.fix and line.place.contains(local)), None)

    def place_of(self, fix: Fix) -> QPointF:
        """The middle of a fix's link, in the scene."""
        return self.mapToScene(next(line.place.center() for line in self.lines if line.fix is fix))

    def show_hovered(self, fix: Fix | None) -> None:
        if fix is not self._hovered:
            self._hovered = fix
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(), self.size).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("note_line"), 1.0))
        painter.setBrush(theme.colour("note"))
        painter.drawRoundedRect(QRectF(QPointF(), self.size).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TEXT_FROM:
            return
        fall = QPointF(0, QFontMetricsF(self._fonts.small).ascent())
        for line in self.lines:
            painter.setFont(self._link if line.fix else self._fonts.small)
            hovered = line.fix is not None and line.fix is self._hovered
            painter.setPen(theme.colour("accent" if line.fix and not hovered else "note_ink"))
            painter.drawText(line.place.topLeft() + fall, line.text)


def _laid_out(
    problems: Sequence[Problem], sentences: Sequence[str], font: QFont, room: float
) -> tuple[tuple[Line, ...], QSizeF]:
    """Each problem's sentence, then its links; and the size of the note."""
    height = QFontMetricsF(font).height()
    lines: list[Line] = []
    y = PAD * 0.7
    for number, (problem, sentence) in enumerate(zip(problems, sentences, strict=True)):
        y += 5.0 if number else 0.0
        entries: list[tuple[str, Fix | None]] = [(sentence, None)]
        entries += [(fix_text(fix), fix) for fix in problem.fixes]
        for text, fix in entries:
            for piece in wrapped(text, font, room, 6):
                lines.append(Line(piece, QRectF(PAD, y, width(piece, font) + 1, height), fix))
                y += height + 1.0
    widest = max((line.place.width() for line in lines), default=0.0)
    return tuple(lines), QSizeF(widest + 2 * PAD, y + PAD * 0.6)


class ProblemItems:
    """The notes of all nodes that have problems: made, kept and put where they cover no card."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.by_node: dict[str, ProblemItem] = {}
        # Whether there are others than when they were last put in their places.
        self.changed = False
        self._by = 1.0

    def show_zoom(self, zoom: float, fonts: Fonts) -> None:
        """Their words keep their size on the screen where the canvas is enlarged."""
        by = fonts.steady(zoom)
        if by != self._by:
            self._by, self.changed = by, True

    def show_problems(
        self, problems: Iterable[Problem], document: Document, fonts: Fonts, theme: Theme, anew: bool
    ) -> None:
        """These problems and no others; `anew` draws all of them again, for other fonts or colours."""
        by_node: dict[str, list[Problem]] = defaultdict(list)
        for problem in problems:
            by_node[problem.node].append(problem)
        # A member of a closed group is named, and may be renamed.
        sentences = {name: tuple(problem_sentence(one, document) for one in found) for name, found in by_node.items()}
        for node_id in list(self.by_node):
            item, same = self.by_node[node_id], self.by_node[node_id].problems == tuple(by_node.get(node_id, ()))
            if anew or not same or item.sentences != sentences.get(node_id):
                self._scene.removeItem(self.by_node.pop(node_id))
                self.changed = True
        for node_id, found in by_node.items():
            # A fix is bound to its document, so a note that stays takes the new ones.
            if node_id in self.by_node:
                self.by_node[node_id].take_fixes(found)
            else:
                self.by_node[node_id] = ProblemItem(found, sentences[node_id], fonts, theme)
                self._scene.addItem(self.by_node[node_id])
                self.changed = True

    def place(self, boxes: Mapping[str, Box], cards: Crowd) -> None:
        """Each at its node, clear of the cards, which stand in these boxes, and of each other."""
        self.changed, notes = False, Crowd()
        for node_id, item in self.by_node.items():
            item.setScale(1 / self._by)
            place = _place_at(boxes[node_id], item.size / self._by, cards, notes)
            item.setPos(place.x, place.y)
            notes.add(place)

    def rect(self) -> QRectF:
        """What encloses all of them."""
        rect = QRectF()
        for item in self.by_node.values():
            rect = rect.united(item.sceneBoundingRect())
        return rect


def _place_at(node: Box, size: QSizeF, *taken: Crowd) -> Box:
    """Below its node or above it, to one side where the middle is taken."""
    width, height = size.width(), size.height()
    middle, left, right = node.x + (node.width - width) / 2, node.x, node.x + node.width - width
    rows = (node.y + node.height + GAP, node.y - GAP - height)
    places = [Box(x, y, width, height) for x in (middle, left, right) for y in rows]
    return next((place for place in places if not any(crowd.meets(place, 2.0) for crowd in taken)), places[0])
