"""Names that try to be more than names, in every place of a document that has one, and what is left of files by them.

    PYTHONPATH=. python -m tests.engine.exports.hostile 10000

tells how many names left every kind of file its skeleton.
"""

from __future__ import annotations

import ast
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
from markdown_it import MarkdownIt

from playground.datasets.packing import packed
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.group import Group
from playground.document.layers.dense import Dense
from playground.document.note import Note
from playground.document.own_data import OwnColumn, OwnData, OwnTarget
from playground.engine.exports.page.file import page_content
from playground.engine.exports.script import class_content, content, tensors_content
from playground.engine.exports.weights import table as weights_table
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.frame import Frame
from playground.tables.choices import Choices, ColumnChoice, recipe_text
from playground.tables.reading import Reading
from playground.ui.writing.card.card import card
from playground.ui.writing.figure.svg import svg
from playground.ui.writing.notebook.notebook import notebook

PIECES = (
    *"\"'`\\|<>&*_#[](){}~$!@:;,=+-%^/\n\r\t\x00\x0b\x1b\x7f\x85\u2028\u2029\u202e\u200b\ufeff\uffff\u0301",
    '"""', "'''", "\\\\", '\\"', "\\'", "\\N{DIGIT ONE}", "\\u003c", "\\x3c", "</script>", "<script>", "<!--",
    "-->", "]]>", "<![CDATA[", "</title>", "</text>", "</g>", "</svg>", "&lt;", "&#60;", "&amp;",
    "<img src=x onerror=alert(1)>", "<b>", "{title}", "{network}", "{name}", "{0}", "{{", "}}", "%s", "${x}",
    "`x`", "```", "~~~", "# ", "## ", "---", "===", "| a | b |", "|---|", "\\|", "**x**", "__x__", "[a](b)",
    "![a](http://b)", "[a]: b", "<http://a>", "http://a.b/c", "www.a.b", "a@b.c", "1. ", "- ", "> ", "    x",
    "\n\nimport os\n", "\nraise SystemExit\n", "# coding: latin-1", "__import__('os')",
    "eval(", "lambda: 0", "class", "def", "None", "NETWORK", "Group1", "MyNetwork", "keras", "self", "x",
    "print", "=1+1", "@SUM(A1)",
    "年龄", "花瓣", "é", "𝒳", "😀", "👩\u200d🔬", "ﷺ", "א", "a" * 90, " ", "",
)  # fmt: skip
# Of a document: layers, a group, a note, a table's title, target, unit, columns, words, classes and file.
EACH = 14
PLAIN = tuple(f"name{at}" for at in range(EACH))
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def hostile_names(draws: random.Random) -> tuple[str, ...]:
    """Names for one document, all different."""
    found: dict[str, None] = {}
    while len(found) < EACH:
        parts = [
            draws.choice(PIECES) if draws.random() < 0.8 else chr(draws.randrange(1, 0xD800))
            for _ in range(draws.randrange(1, 7))
        ]
        found["".join(parts)[:80]] = None
    return tuple(found)


def document_of(names: tuple[str, ...]) -> Document:
    """A network of three layers, two in a group, on a table of its author's."""
    # A table's names are on one line; those of layers and notes may hold anything.
    lined = [("".join(c for c in name if c.isprintable()) or "x")[:60] + str(at) for at, name in enumerate(names)]
    title, target, unit, one, other, word1, word2, class1, class2, file = lined[4:14]
    columns = (OwnColumn(one, 2.0, 3.0, unit=unit), OwnColumn(f"{other} = {word1}"), OwnColumn(f"{other} = {word2}"))
    rows = [[at / 10, at % 2, 1 - at % 2, 1.0 if at % 3 else -1.0] for at in range(20)]
    table = np.array(rows, np.float32)
    values, digest = packed(table[:, :-1], table[:, -1])
    reading = Reading(separator=",", first=1)
    roles = (
        ColumnChoice(one, "input"),
        ColumnChoice(other, "input", "category"),
        ColumnChoice(target, "target", "category"),
    )
    recipe = recipe_text(f"/home/x/{file}.csv", "0" * 64, reading, Choices(roles))
    targets = (OwnTarget(target),)
    own = OwnData(columns, (class1, class2), title, "binary", targets, len(rows), digest, values=values, recipe=recipe)
    document, last = Document(), DATA
    document = replace(document, data=replace(document.data, own=own))
    for _ in range(3):
        document, last = edits.add_node(document, Dense(4), 0, 0, after=last)
    document = edits.connect(document, last, OUTPUT)
    for at, node in enumerate(("dense_1", "dense_2")):
        graph = document.graph
        document = replace(document, graph=graph.with_node(replace(graph.by_id[node], name=names[at])))
    groups = (Group("group_1", names[2], members=("dense_2", "dense_3")),)
    return replace(document, groups=groups, notes=(Note("note_1", names[3]),))


def files_of(document: Document, session: Session) -> Iterator[tuple[str, object]]:
    """Every kind of file that has names in it, and its skeleton; the session is of the document with other names."""
    named = SimpleNamespace(
        document=document, spec=session.spec, arrays=session.arrays, recorder=session.recorder, epoch=0,
        parameters=session.parameters, weights_by_node=session.weights_by_node,
    )  # fmt: skip
    frame = Frame(document.graph, data=document.data)
    for style, write in (("keras", content), ("tensors", tensors_content), ("class", class_content)):
        yield f"script {style}", code_skeleton(write(named).decode())
    cells = json.loads(notebook(document, frame))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code" and cell["id"] != "notes")
    yield "notebook cells", [(cell["id"], cell["cell_type"]) for cell in cells if cell["id"] != "notes"]
    yield "notebook code", code_skeleton(code)
    words = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    yield "notebook words", [markdown_skeleton(text) for text in words]
    yield "notes", not any(ast.parse("".join(cell["source"])).body for cell in cells if cell["id"] == "notes")
    yield "card", markdown_skeleton(card(document, frame).decode())
    root = ElementTree.fromstring(svg(document, frame).decode())
    yield "figure", [(element.tag, sorted(element.keys()), element.get("id")) for element in root.iter()]
    yield "page", page_skeleton(page_content(named).decode())
    yield "weights", weights_table.content(named).count(b"\n")


def code_skeleton(code: str) -> str:
    """The tree without what texts hold; classes by their number, as a group's is named like it."""
    tree = ast.parse(code)
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                node.name = f"class {classes.index(node.name)}"
            case ast.Name(id=name) if name in classes:
                node.id = f"class {classes.index(name)}"
            case ast.Constant(value=str()):
                node.value = ""
    return ast.dump(tree)


def markdown_skeleton(text: str) -> list[tuple[str, str, int]]:
    """Headings, tables, links, code and all else but plain text."""
    found = []
    for token in MARKDOWN.parse(text):
        if token.type == "inline":
            inside = (child for child in token.children or () if not child.type.startswith("text"))
            found += [(child.type, child.tag, len(child.attrs)) for child in inside]
        else:
            found.append((token.type, token.tag, token.level))
    return found


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *sorted(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "script":
            self.scripts.append(data)


def page_skeleton(text: str) -> tuple[object, ...]:
    """The elements, what the scripts are without the values at their heads, and the keys of these."""
    reader = _Elements()
    reader.feed(text)
    parts: list[object] = [tuple(reader.found)]
    for script in reader.scripts:
        head, _, rest = script.strip().partition("\n")
        _, _, value = head.partition(" = ")
        parts.append((sorted(json.loads(value.removesuffix(";"))), rest))
    return tuple(parts)


def differing(count: int, seed: int = 1) -> list[tuple[str, tuple[str, ...]]]:
    """Which files had another skeleton by which names, of so many names or a few more."""
    draws, found = random.Random(seed), []
    session = Session(document_of(PLAIN), Loops())
    expected = dict(files_of(document_of(PLAIN), session))
    for _ in range(-(-count // EACH)):
        names = hostile_names(draws)
        for kind, skeleton in files_of(document_of(names), session):
            if skeleton != expected[kind]:
                found.append((kind, names))
    return found


if __name__ == "__main__":
    wrong = differing(int(sys.argv[1]))
    for kind, names in wrong[:20]:
        print(kind, names)
    print(f"{sys.argv[1]} names, other skeletons: {len(wrong)}")
    sys.exit(bool(wrong))
