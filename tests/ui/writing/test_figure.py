"""The figure for a paper: every layer with its words, nothing on anything else, well-formed whatever names hold."""

from __future__ import annotations

import re
import zlib
from itertools import combinations
from xml.etree import ElementTree

import pytest

from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from playground.document.layers.normalization import BatchNormalization
from playground.frames.frame import Frame
from playground.ui.assets import asset
from playground.ui.writing.figure.drawing import figure
from playground.ui.writing.figure.marks import Circle, Path, Rect, bounds
from playground.ui.writing.figure.pdf import pdf
from playground.ui.writing.figure.svg import svg

SVG = "{http://www.w3.org/2000/svg}"


def chain(*layers) -> Document:
    document, last = Document(), DATA
    for layer in layers:
        document, last = edits.add_node(document, layer, 0, 0, after=last)
    return edits.connect(document, last, OUTPUT)


def residual() -> Document:
    document, first = edits.add_node(Document(), Dense(16), 0, 0, after=DATA)
    for _ in range(3):
        document, inner = edits.add_node(document, Dense(16), 0, 0, after=first)
        document, last = edits.add_node(document, BatchNormalization(), 0, 0, after=inner)
        document, added = edits.add_node(document, Add(), 0, 0, after=last)
        document, first = edits.connect(document, first, added), added
    return edits.connect(document, first, OUTPUT)


def bundled(name: str) -> Document:
    return example(name, asset("examples"))


DOCUMENTS = {
    "spiral": lambda: bundled("spiral"),
    "pictures": lambda: bundled("pictures"),
    "waves": lambda: bundled("waves"),
    "branches": lambda: bundled("branches"),
    "residual": residual,
    "60 layers": lambda: chain(*(layer for _ in range(20) for layer in (Dense(16), BatchNormalization(), ReLU()))),
}


def written(document: Document) -> ElementTree.Element:
    return ElementTree.fromstring(svg(document, Frame(document.graph)))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_layer_is_there_with_its_shape(name) -> None:
    document = DOCUMENTS[name]()
    root, shapes = written(document), flow(document).shapes
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g")}
    assert list(groups) == ["connections", *document.graph.trained]
    for node in set(document.graph.trained) - {OUTPUT}:
        words = [text.text for text in groups[node].iter(f"{SVG}text")]
        assert "×".join(map(str, shapes[node])) in words, (node, words)
    # Each connection is an arrow, or a line for each weight.
    assert len(groups["connections"]) >= len(document.graph.trained) - 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_stands_on_anything_else(name) -> None:
    made = figure(DOCUMENTS[name]())
    boxes = {part.id: bounds(part.marks) for part in made.parts if part.id}
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one, other)
    left, top, right, bottom = bounds(mark for part in made.parts for mark in part.marks)
    assert (left, top) == pytest.approx((10, 10))
    assert (right, bottom) == pytest.approx((made.width - 10, made.height - 10))


@pytest.mark.parametrize("name", ["residual", "60 layers", "branches"])
def test_arrows_go_past_what_they_do_not_join(name) -> None:
    made = figure(DOCUMENTS[name]())
    joins, *parts = made.parts
    solid = [mark for part in parts for mark in part.marks if isinstance(mark, Rect)]
    for path in (mark for mark in joins.marks if isinstance(mark, Path) and mark.head):
        for x, y in points_along(path):
            inside = [r for r in solid if r.x + 1 < x < r.x + r.width - 1 and r.y + 1 < y < r.y + r.height - 1]
            assert not inside, (path.start, (x, y))


def points_along(path: Path):
    x, y = path.start
    for step in path.steps:
        a, b, c = step if len(step) == 3 else (step[0], step[0], step[0])
        for share in (0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0):
            if len(step) == 1:
                yield x + (c[0] - x) * share, y + (c[1] - y) * share
                continue
            left = 1 - share
            parts = (left**3, 3 * left**2 * share, 3 * left * share**2, share**3)
            ends = ((x, y), a, b, c)
            yield (
                sum(p * e[0] for p, e in zip(parts, ends, strict=True)),
                sum(p * e[1] for p, e in zip(parts, ends, strict=True)),
            )
        x, y = c


def test_neurons_are_drawn_where_they_are_few() -> None:
    made = {part.id: part for part in figure(chain(Dense(8, "tanh"), Dense(64), Dense(1))).parts}
    counts = {name: sum(isinstance(mark, Circle) for mark in part.marks) for name, part in made.items()}
    assert counts == {"": 0, DATA: 2, "dense_1": 8, "dense_2": 0, "dense_3": 1, OUTPUT: 0}
    # 2 inputs to 8 neurons.
    assert sum(isinstance(mark, Path) and not mark.head for mark in made[""].marks) == 16


def test_names_are_only_text(qapp) -> None:
    name = '</text><script>alert(1)</script>&amp;"\x00\x0b\ud800\uffff 隐藏层'
    document = edits.rename(chain(Dense(4), Dense(1)), "dense_1", name.encode(errors="ignore").decode())
    root = written(document)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "title",
        "rect",
        "g",
        "text",
        "circle",
        "path",
    }
    (shown,) = [text.text for text in root.iter(f"{SVG}text") if "script" in (text.text or "")]
    assert shown.startswith("</text><script>")


def test_a_pdf_is_as_large_as_the_figure_and_brings_its_font(qapp) -> None:
    document = edits.rename(bundled("branches"), "dense_1", "隐藏层")
    made, content = figure(document), pdf(document, Frame(document.graph))
    assert content.startswith(b"%PDF-1.")
    assert content.rstrip().endswith(b"%%EOF")
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert [float(side) for side in box] == pytest.approx([made.width, made.height], abs=1)
    assert content.count(b"/Type /Page\n") == 1
    assert re.search(rb"/FontFile[23]? \d+ 0 R", content)
    # Vectors, and no picture.
    assert b"/Subtype /Image" not in content
    drawn = max((_inflated(part) for part in content.split(b"stream\n")[1:]), key=lambda part: part.count(b" c\n"))
    assert drawn.count(b" c\n") >= 8


def _inflated(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part)
    except zlib.error:
        return b""
