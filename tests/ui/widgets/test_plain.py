"""Words from files are shown as they are written: nothing in them is read as rich text, and no path in them opened."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage, Qt, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip, QWidget

from playground.document.edits import edits, groups
from playground.ui.start.recent import RecentRow
from playground.ui.theme import LIGHT
from playground.ui.widgets.parts import tool_button
from playground.ui.widgets.plain import PlainBox, PlainLabel, tip
from tests.imports.watching import Watch
from tests.sources import modules

# What Qt reads as rich text where it may -> where it may, and why.
RICH = {
    "playground.ui.dialogs.about": "all its words are our own",
    "playground.ui.dialogs.shortcuts": "our own words, and escaped",
    "playground.ui.lab.tensors.tensor_field": "lengths and the name of a dtype",
    "playground.ui.lessons.words": "a lesson's words, escaped by ui/lessons/writing.py; it loads nothing from files",
    "playground.ui.widgets.plain": "the door itself",
}
TIPS = {"setToolTip": -1, "setStatusTip": -1, "setWhatsThis": -1, "setTabToolTip": -1}
ASKING = {"getText", "getInt", "getItem", "getDouble", "getMultiLineText", "setLabelText"}
RICH_NAMES = {
    "QLabel", "QMessageBox", "QErrorMessage", "QStaticText", "QTextDocument", "QGraphicsTextItem", "QTextEdit",
    "QTextBrowser", "QWhatsThis", "LabelItem", "TextItem",
}  # fmt: skip
RICH_CALLS = {"setHtml", "insertHtml", "setMarkdown", "appendHtml", "setTextFormat"}


def offences(code: ast.AST) -> list[str]:
    """What may read words as rich text: tips that went through no door, and makers of rich text."""
    found = []
    for node in ast.walk(code):
        if isinstance(node, ast.ClassDef):
            found += [f"class of {name}" for base in node.bases if (name := _name(base)) in RICH_NAMES]
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        given: list[ast.expr] = []
        if name in TIPS:
            given = node.args[TIPS[name] :]
        elif name == "showText":
            given = node.args[1:2]
        elif name in ("setItemData", "setData", "setHeaderData") and "ToolTipRole" in ast.unparse(node):
            given = [one for one in node.args if isinstance(one, ast.Call)] or [ast.Name("nothing")]
        found += [f"{name} without tip" for one in given if not _plain(one)]
        if name in ASKING and not all(_own(one) for one in node.args if isinstance(one, ast.JoinedStr | ast.BinOp)):
            found.append(name)
        if name in RICH_NAMES | RICH_CALLS or (isinstance(node.func, ast.Attribute) and _is_box(node.func)):
            found.append(name)
    return found


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_box(function: ast.Attribute) -> bool:
    """QMessageBox.about and its like."""
    return _name(function.value) == "QMessageBox"


def _plain(words: ast.expr) -> bool:
    """Whether it comes from the door, or is a sentence of ours as it stands in the code."""
    if isinstance(words, ast.IfExp):
        return _plain(words.body) and _plain(words.orelse)
    return _own(words) or (isinstance(words, ast.Call) and _name(words.func) == "tip")


def _own(words: ast.expr) -> bool:
    if isinstance(words, ast.Call) and _name(words.func) in ("tr", "translate"):
        return all(isinstance(one, ast.Constant) for one in words.args)
    return isinstance(words, ast.Constant)


def test_all_words_of_the_window_go_through_the_doors() -> None:
    found = {name: offences(tree) for name, tree in modules().items() if name not in RICH}
    assert {name: told for name, told in found.items() if told} == {}
    assert [name for name in RICH if not offences(modules()[name])] == []


@pytest.mark.parametrize("line", [
    "item.setToolTip(node.name)", "item.setToolTip(0, self.tr('{name}').format(name=name))",
    "QToolTip.showText(place, told, self)", "model.setData(place, name, Qt.ItemDataRole.ToolTipRole)",
    "box.setItemData(1, name, Qt.ItemDataRole.ToolTipRole)", "action.setStatusTip(f'{path}')", "QLabel(name)",
    "part.setWhatsThis(name)", "QMessageBox.warning(window, 'No', name)", "QtWidgets.QMessageBox(window)",
    "label.setTextFormat(Qt.TextFormat.AutoText)", "words.setHtml(name)", "class Name(QLabel): ...",
    "item.setToolTip('' if shut else name)", "QInputDialog.getText(self, f'{name}', words)",
])  # fmt: skip
def test_a_way_around_the_doors_is_found(line: str) -> None:
    assert offences(ast.parse(line))


@pytest.mark.parametrize("words", ["", "Undo: Change units", "x₁ > 3, y = 2", "a\nb", "第 3 层", "R&D"])
def test_a_short_tip_stays_as_it_is(words: str, qapp) -> None:
    assert tip(words) == words
    assert not Qt.mightBeRichText(words)


@pytest.mark.parametrize("words", [
    "<img src='/a.png'>", "a <b>b</b>", "&lt;img>", "  <p>", "one\n<h1>two", "\n<br/>", "<?xml ?>",
    "</p><img src=/a>", "def f(x):\n    return x < 1",
])  # fmt: skip
def test_a_tip_shows_the_letters_that_came(words: str, qapp) -> None:
    told = QTextDocument()
    told.setHtml(tip(words))
    assert Qt.mightBeRichText(tip(words))
    assert told.toPlainText().strip() == words.strip()


@pytest.mark.parametrize("words", ["some words that go on " * 12, "第三层的权值太大，训练不再继续。" * 12])
def test_long_lines_are_broken_and_stay_plain(words: str) -> None:
    lines = tip(words).split("\n")
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert len(lines) > 2
    assert max(map(len, lines)) <= 100
    assert not [line for line in lines if line.startswith(("，", "。"))]


# What the system sees: whether any file of a folder was opened


@pytest.fixture(scope="module")
def bait(tmp_path_factory: pytest.TempPathFactory, qapp) -> Path:
    path = tmp_path_factory.mktemp("bait") / "x.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(path))
    return path


@pytest.fixture
def watch(bait: Path) -> Iterator[Watch]:
    made = Watch(bait.parent)
    yield made
    QToolTip.hideText()
    made.close()


def markup(bait: Path) -> str:
    return f'<img src="{bait}">'


def shown_tip() -> str:
    """The tooltip on the screen, painted."""
    (label,) = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel") and one.isVisible()]
    label.grab()
    assert isinstance(label, QLabel)
    return label.text()


def hover(widget: QWidget, place: QPoint) -> str:
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return shown_tip()


def test_without_the_door_the_path_is_opened(bait: Path, watch: Watch, qtbot) -> None:
    # So that the tests below could fail.
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QToolTip.showText(window.mapToGlobal(QPoint(5, 5)), markup(bait), window)
    shown_tip()
    assert watch.seen()


def boxed(window: QWidget, words: str) -> QMessageBox:
    box = PlainBox(window, words)
    box.setInformativeText(words)
    box.setDetailedText(words)
    return box


MAKERS: dict[str, Callable[[QWidget, str], QWidget]] = {
    "a box": boxed,
    "a label": lambda window, words: PlainLabel(words, window),
    "a button's tip": lambda window, words: tool_button(QWidget().windowIcon(), words),
    "a recent file": lambda window, words: RecentRow(Path(words), LIGHT, window),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_a_path_in_words_is_opened_nowhere(kind: str, bait: Path, watch: Watch, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    part = MAKERS[kind](window, markup(bait))
    qtbot.addWidget(part)
    part.show()
    part.grab()
    if part.toolTip():
        assert "&lt;img" in hover(part, part.rect().center())
    assert not watch.seen()


def test_the_window_opens_no_path_that_a_layer_a_group_or_a_note_names(open_window, bait: Path, watch: Watch) -> None:
    window = open_window()
    name = markup(bait)[:80]
    assert name.endswith('">'), "the bait's path is too long for a name"
    document = window.editor.document
    layers = [node.id for node in document.graph.nodes if node.id not in ("data", "output")]
    for layer in layers:
        document = edits.rename(document, layer, name)
    document, group = groups.wrap(document, layers[-1:], name)
    window.editor.apply(name, groups.set_closed(document, group, True))
    view = window.canvas
    for part in (layers[0], group):
        item = view.canvas.nodes[part]
        told = hover(view.viewport(), view.mapFromScene(item.sceneBoundingRect().center()))
        assert "&lt;img" in told
        view.select((part,))
        QTest.qWait(0)
        window.grab()
    assert "&lt;img" in hover(window.toolbar.undo, window.toolbar.undo.rect().center())
    window.files._complain(name, name)
    assert not watch.seen()


def test_boxes_are_gone_once_answered(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = PlainBox(window, "What?")
    box.open()
    box.accept()
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox))
