"""What a node says, and where on its card each part stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil, prod

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from playground.datasets.dataset import class_names
from playground.document.checks.shapes import Flow, shown_units
from playground.document.document import Document
from playground.document.graph import DATA, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.ui.canvas.items.faces.face import bar_names, face_of
from playground.ui.canvas.items.lettering import Fonts, elided, width, wrapped
from playground.ui.canvas.layout.first_sight import is_by_hand
from playground.ui.text import count_text, feature_title, node_summary, node_title
from playground.ui.texts.data import class_title
from playground.ui.texts.examples import answer_text, caption_text

MOST_MAPS = 16
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a node and how many neurons it has; `surface` for the one that shows the whole prediction.

    `colour` is that of a closed group; a layer has none.
    form: see Position. opens: whether it has neurons to be opened to. inputs: how many values come into a layer
    with a kernel. names: of Data's features, each beside its map once it is opened, or of bars. face: what a card
    shows of picture data, see faces. caption_room: words as long as what is told below the picture or the answer.
    subscripts: of each neuron whose value and bias are written below its map; in a chain of single ones the layer's.
    """

    title: str
    summary: str
    footer: str
    units: int = 0
    surface: bool = False
    colour: str = ""
    form: str = "card"
    opens: bool = False
    inputs: int = 0
    has_bias: bool = False
    names: tuple[str, ...] = ()
    face: str = ""
    caption_room: str = ""
    subscripts: tuple[str, ...] = ()

    @property
    def is_large(self) -> bool:
        """Whether it has more neurons, or more weights into each, than can be told apart as lines."""
        return not 0 < self.units <= MOST_MAPS or self.inputs > MOST_MAPS


def content_of(node: Node, document: Document, flow: Flow) -> Content:
    """What the node says in this document, and in which form."""
    content, form = _words(node, document, flow), document.forms.get(node.id, "card")
    opens, inputs, has_bias = False, 0, False
    match node.layer:
        case Data():
            opens = 0 < content.units <= MOST_MAPS
        case Dense(units=units, use_bias=has_bias):
            opens, inputs = True, flow.parameters.get(node.id, 0) // units - has_bias
    if form == "neurons" and not opens:
        form = "card"
    face = face_of(node, document, flow) if form == "card" else ""
    if face:
        content = replace(content, face=face, opens=opens, inputs=max(0, inputs))
        return _faced(content, node, document, flow)
    names = document.data.input_names if form == "neurons" and node.id == DATA else ()
    titles = tuple(feature_title(name) for name in names)
    found = replace(content, form=form, opens=opens, inputs=max(0, inputs), has_bias=has_bias, names=titles)
    written = form == "neurons" and isinstance(node.layer, Dense) and is_by_hand(document, flow.parameters)
    return replace(found, subscripts=_subscripts(node.id, found, document)) if written else found


def _subscripts(node_id: str, content: Content, document: Document) -> tuple[str, ...]:
    """How the neurons are told apart: by their number, or where each layer has but one by the layer's."""
    if content.units > 1:
        return tuple(subscript(str(number + 1)) for number in range(content.units))
    layers = [node.id for node in document.graph.nodes if isinstance(node.layer, Dense)]
    alone = content.inputs > 1 or len(layers) == 1
    order = [name for name in document.graph.order if name in layers]
    return ("" if alone or node_id not in order else subscript(str(order.index(node_id) + 1)),)


def subscript(digits: str) -> str:
    """As small digits below the line."""
    return digits.translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _faced(content: Content, node: Node, document: Document, flow: Flow) -> Content:
    """What a card of picture data says beside its face."""
    classes = tuple(map(class_title, class_names(document.data)))
    match node.layer:
        case Data():
            facts, rows = document.data.facts, document.data.rows
            words = count_text("picture" if facts.pictured else "sequence", rows)
            room = caption_text(facts, rows - 1, max(classes, key=len, default=""))
            return replace(content, summary=words, footer="", caption_room=room)
        case Output():
            longest = max(classes, key=len, default="")
            return replace(
                content, surface=False, footer="", names=classes, caption_room=answer_text(longest, f"{longest} ")
            )
    footer = content.footer if flow.parameters.get(node.id) else ""
    return replace(content, footer=footer, names=bar_names(node, document, flow) if content.face == "bars" else ())


def _words(node: Node, document: Document, flow: Flow) -> Content:
    shape = flow.shapes.get(node.id)
    title, summary = node_title(node, document), node_summary(node, document)
    match node.layer:
        case Data():
            footer = count_text(
                "point", document.data.points if document.data.facts.made else document.data.facts.points
            )
            return Content(title, summary, footer, prod(shape or (0,)))
        case Output():
            return Content(title, summary, count_text("value", prod(shape)) if shape else "", surface=True)
        case Dense(units=units) if shape is None:
            return Content(title, summary, "", units)
    weights = flow.parameters.get(node.id)
    units = shown_units(shape) if shape else 0
    return Content(title, summary, "" if weights is None else count_text("weight", weights), units)


@dataclass(frozen=True)
class Card:
    """A card measured: lines of text with the top left of each, a rectangle for each map, and its size.

    Opened to neurons it has a see-through column with a mark for each bias; of large layers a picture of the
    kernel, a row for the biases and a legend. Of picture data there may be bars, and a caption.
    """

    content: Content
    size: QSizeF
    title: str
    title_at: QPointF
    summary: tuple[str, ...]
    summary_at: tuple[QPointF, ...]
    maps: tuple[QRectF, ...]
    remark: str
    remark_at: QPointF
    footer_at: QPointF
    corner: float
    column: QRectF = field(default_factory=QRectF)
    biases: tuple[QRectF, ...] = ()
    kernel: QRectF = field(default_factory=QRectF)
    bias_row: QRectF = field(default_factory=QRectF)
    legend: QRectF = field(default_factory=QRectF)
    bars: tuple[QRectF, ...] = ()
    caption: QRectF = field(default_factory=QRectF)
    # Below each map the value that its neuron gives, and its bias.
    values: tuple[QRectF, ...] = ()
    bias_numbers: tuple[QRectF, ...] = ()

    @cached_property
    def maps_area(self) -> QRectF:
        """What encloses every map."""
        area = QRectF()
        for place in self.maps:
            area = area.united(place)
        return area

    def unit_of(self, place: int) -> int | None:
        """Which unit the map at this place is of; None where it is of all."""
        if self.content.face in ("picture", "strip") or (self.content.face == "waves" and self.content.caption_room):
            return None
        return place // 2 if self.content.face == "filters" else place

    @property
    def tool_tip(self) -> str:
        """The words that did not fit; "" where all did."""
        if not self.column.isEmpty():
            return "\n".join(filter(None, (self.content.title, self.content.summary, self.content.footer)))
        whole = "".join(self.summary).replace(" ", "") == self.content.summary.replace(" ", "")
        if self.title == self.content.title and whole:
            return ""
        return "\n".join(filter(None, (self.content.title, self.content.summary)))


def measured(content: Content, fonts: Fonts) -> Card:
    """Lay the content out in the given fonts; all widths come from measured text."""
    unit = fonts.unit
    pad, cell, gap = round(12 * unit), round(20 * unit), round(4 * unit)
    grid = COLUMNS * cell + (COLUMNS - 1) * gap
    inner = _inner_width(content, fonts, grid)
    title_height, small_height, body_height = (
        QFontMetricsF(f).height() for f in (fonts.title, fonts.small, fonts.body)
    )
    y = pad * 0.8 + title_height
    lines = wrapped(content.summary, fonts.small, inner, 2)
    lines_at = tuple(QPointF(pad, y + row * small_height) for row in range(len(lines)))
    y += len(lines) * small_height + 6 * unit
    maps = _map_places(content, pad, y, inner, cell, gap)
    bottom = max((place.bottom() for place in maps), default=y - 4 * unit)
    remark_at, footer_at = QPointF(pad, bottom + 3 * unit), QPointF(pad, bottom + 5 * unit)
    remark = f"+{content.units - MOST_MAPS:,}" if content.units > MOST_MAPS else ""
    if remark and content.footer:
        # The remark shares the footer's line, at its right end.
        remark_at = QPointF(pad + inner - width(remark, fonts.small), footer_at.y() + (body_height - small_height) / 2)
    height = footer_at.y() + (body_height if content.footer or remark else -2 * unit) + pad * 0.7
    size = QSizeF(ceil(inner + 2 * pad), ceil(height))
    title = elided(content.title, fonts.title, inner)
    return Card(
        content, size, title, QPointF(pad, pad * 0.8), lines, lines_at, maps, remark, remark_at, footer_at, 3.5 * unit
    )


def _inner_width(content: Content, fonts: Fonts, grid: float) -> float:
    """As wide as the words ask for, between the width of the maps and half as much again."""
    remark = width(f"+{content.units:,}", fonts.small) + 16 if content.units > MOST_MAPS else 0.0
    asked = max(
        width(content.title, fonts.title),
        width(content.summary, fonts.small),
        width(content.footer, fonts.body) + remark,
    )
    lowest = grid if content.units > COLUMNS - 1 or content.surface else grid * 0.75
    highest = max(grid * 1.6, width(content.footer, fonts.body) + remark)
    if content.surface:
        highest = max(grid * 1.15, width(content.footer, fonts.body))
    return float(ceil(min(max(asked, lowest), highest)))


def _map_places(content: Content, x: float, y: float, inner: float, cell: float, gap: float) -> tuple[QRectF, ...]:
    if content.surface:
        return (QRectF(x, y, inner, inner),)
    shown = min(content.units, MOST_MAPS)
    step = cell + gap
    return tuple(
        QRectF(x + number % COLUMNS * step, y + number // COLUMNS * step, cell, cell) for number in range(shown)
    )
