"""Hands that do in the real window what a line of `lesson_moves` says, and wait until it is so."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.datasets.example import Example
from playground.datasets.making.drawn import Drawing
from playground.document.edits import edits
from playground.document.graph import Edge
from playground.document.layers.layers import LAYERS
from playground.frames.formats import FORMATS
from playground.lessons.actions import read_action, read_walk
from playground.lessons.conditions import holds, read_condition, read_number
from playground.lessons.expressions import value_of
from playground.lessons.lesson import Walk
from playground.lessons.setting import with_setting
from playground.ui.canvas.commands.placing import insert_behind
from playground.ui.canvas.items.single_weight import Weight
from playground.ui.lab.losses.columns import Place
from playground.ui.lab.losses.page import LossesLab
from playground.ui.main_window import MainWindow
from playground.ui.tables.dialog import OpenTable

LONG = 150.0
# Between two looks, so that the engine has the machine to itself most of the time.
LOOK = 0.02
_LINE = re.compile(r"(\d+): (\w+)(?: (?!->)(.*?))?(?: -> ([\d ]+))?")
_WEIGHT = re.compile(r"(\w+)\.(\w+)\[([\d, ]+)\] = (.+)")


@dataclass(frozen=True, slots=True)
class Move:
    """A line of the table: at which step, what is done, and the places of the goals that it reaches, from 0."""

    step: int
    verb: str
    rest: str
    reaches: frozenset[int]


def read_moves(text: str) -> list[Move]:
    found = [_LINE.fullmatch(line) for line in text.strip().splitlines()]
    assert None not in found, text
    return [
        Move(int(one[1]) - 1, one[2], one[3] or "", frozenset(int(goal) - 1 for goal in (one[4] or "").split()))
        for one in found
        if one is not None
    ]


def wait(done: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until `done`, at most that long; whether it came to be."""
    deadline = time.monotonic() + seconds
    while True:
        QApplication.processEvents()
        if done():
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(LOOK)


class Learner:
    """Does what a line says: `do(move)`. Files that are exported lie in `folder`."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self._folder = window, folder
        self._written: dict[str, Path] = {}
        # What stands in the step's file, in the language that is read first, then in the other.
        self.sources: tuple[str, ...] = ()

    def do(self, move: Move) -> None:
        hand: Callable[[str], None] = getattr(self, move.verb)
        hand(move.rest)

    def settled(self) -> None:
        """Until the engine holds what is on the canvas, and has shown it."""
        window = self.window
        assert wait(lambda: window.trainer.status.state not in ("loading", "building", "training"), LONG)
        assert wait(lambda: self.fact("epoch") is not None or window.trainer.status.state == "unfinished", LONG)

    def fact(self, expression: str) -> Any:
        return value_of(read_number(expression), self.window.teaching.facts())

    # What is edited

    def weight(self, text: str) -> None:
        """layer.kernel[0, 1] = 2, as it is typed on the canvas."""
        self.settled()
        layer, array, place, value = _WEIGHT.fullmatch(text).groups()
        at = tuple(map(int, place.split(",")))
        number = self._layer(layer).weight_names.index(array)
        self.window.canvas.weight_edit.typed.emit(Weight(layer, number, at), float(value))
        asked = f'weight("{layer}", "{array}", {place})'
        assert wait(lambda: abs((self.fact(asked) or 0.0) - float(value)) < 1e-5, LONG), text

    def layer(self, text: str) -> None:
        """name setting=value …, in the layer's panel."""
        name, *settings = text.split(" ")
        for setting in settings:
            field, _, value = setting.partition("=")
            typed = value if field == "formula" else read_action(f"do:set {setting}").value
            changed = replace(self._layer(name), **{field: typed})
            self._apply(edits.set_layer(self.window.editor.document, name, changed))

    def set(self, text: str) -> None:
        """setting=value, of the data or the training."""
        self._apply(with_setting(self.window.editor.document, read_action(f"do:set {text}")))

    def put(self, text: str) -> None:
        """Kind before layer: dropped from the list of layers onto the line."""
        kind, _, target = text.split(" ")
        document = self.window.editor.document
        (source,) = (edge.source for edge in document.graph.edges if edge.target == target)
        self._apply(edits.insert_node(document, LAYERS[kind](), Edge(source, target), 0.0, 0.0)[0])

    def table(self, text: str) -> None:
        """A bundled table, by the menu, opened as the dialog proposes it."""
        tables = self.window.making.tables
        (command,) = [each for words, _, each in tables.examples if text in words.lower()]

        def accept() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, OpenTable) and dialog.foot.open_button.isEnabled():
                dialog.foot.open_button.click()
            else:
                QTimer.singleShot(20, accept)

        QTimer.singleShot(20, accept)
        command()
        self.settled()

    def draw(self, text: str) -> None:
        """On the board: some points more, four corners in two colours, or fifty of colours that a coin has chosen."""
        self.window.making.draw()
        board, random = self.window.making.board, np.random.default_rng(4)
        before = board.drawing
        points, kinds = random.uniform(-4, 4, (50, 2)), random.integers(0, 2, 50)
        if text == "more":
            points = np.concatenate((before.points, random.normal((-2.5, 0), 0.5, (6, 2))))
            kinds = np.concatenate((before.kinds, np.zeros(6, int)))
        elif text == "corners":
            points = np.concatenate([random.normal(at, 0.6, (12, 2)) for at in ((3, 3), (-3, -3), (-3, 3), (3, -3))])
            kinds = np.repeat((0, 0, 1, 1), 12)
        board.painted.emit(Drawing(points.clip(-6, 6), kinds.astype(np.intp)))
        # Painting plays; what is trained is for other lines.
        self.window.trainer.pause()
        board.close()
        self.settled()

    def remove(self, text: str) -> None:
        self._apply(edits.remove_nodes(self.window.editor.document, text.split(" "), heal=True))

    def rival(self, text: str) -> None:
        """Put that rival onto the canvas, by the pencil in its column."""
        self.window.rivalry.edit(self.window.editor.document.rivals[int(text) - 1].id)
        self.settled()

    def group(self, text: str) -> None:
        """layer layer as Name: grouped, named, and saved as a layer of one's own."""
        layers, name = text.split(" as ")
        self.window.canvas.select(tuple(layers.split(" ")))
        self.window.canvas.grouping.group()
        (group,) = self.window.editor.document.groups
        self._apply(edits.groups.rename_group(self.window.editor.document, group.id, name))

    def own(self, text: str) -> None:
        """behind group: the group saved as own layer, and put from the list behind it."""
        canvas, (group,) = self.window.canvas, self.window.editor.document.groups
        canvas.select((group.id,))
        canvas.grouping.keep()
        word = next(word for word, own in canvas.own_layers.words.items() if own.name == text)
        canvas.select((group.id,))
        insert_behind(canvas, word)
        self.settled()

    def _layer(self, name: str) -> Any:
        return self.window.editor.document.graph.by_id[name].layer

    def _apply(self, document: Any) -> None:
        self.window.editor.apply("As a learner", document)

    def metric(self, text: str) -> None:
        """Measured too, from now on."""
        document = self.window.editor.document
        metrics = (*document.training.metrics, text)
        self._apply(edits.set_training(document, replace(document.training, metrics=metrics)))

    # What is trained

    def train(self, text: str) -> None:
        """So many epochs."""
        self.settled()
        assert wait(lambda: self.fact("epoch") is not None, LONG), self.window.trainer.status
        before = self.fact("epoch")
        self.window.trainer.train_epochs(int(text))
        assert wait(lambda: (self.fact("epoch") or 0) >= before + int(text), LONG), self.window.trainer.status
        self.settled()

    def until(self, text: str) -> None:
        """Play, and pause once a condition holds."""
        self.settled()
        condition = read_condition(text)
        self.window.changes.play()
        reached = wait(lambda: holds(condition, self.window.teaching.facts()), LONG)
        self.window.trainer.pause()
        self.settled()
        known = {name: self.fact(name) for name in ("epoch", "train_loss", "validation_loss", "validation_accuracy")}
        assert reached, (text, known)

    def reset(self, text: str) -> None:
        """By the button of the bar."""
        self.window.toolbar.reset_asked.emit()
        assert wait(lambda: self.fact("epoch") == 0, LONG)

    def press(self, text: str) -> None:
        """A link that stands in the step's text."""
        assert all(f"](do:{text})" in source for source in self.sources), f"no link do:{text} in this step"
        before = self.fact("epoch")
        self.window.teaching.panel.called.emit(f"do:{text}")
        if text == "reset":
            assert wait(lambda: self.fact("epoch") == 0, LONG)
        elif text == "epoch":
            assert wait(lambda: self.fact("epoch") == before + 1, LONG)
        self.settled()

    # What is looked at

    def select(self, text: str) -> None:
        self.window.canvas.select((text,))

    def open(self, text: str) -> None:
        dock = self.window.docks.docks[text]
        dock.show()
        dock.raise_()

    def put_in(self, text: str) -> None:
        """Inputs of one's own, under Try it."""
        values = tuple(map(float, text.split(" ")))
        self.window.docks.example_chosen.emit(Example(values))
        self.settled()

    def see(self, text: str, apart: float | None = None) -> None:
        """fact number: the text claims it, in both languages, and the window knows it, as exactly as it is written."""
        self.settled()
        fact, _, claimed = text.rpartition(" ")
        number = claimed.replace(",", "")
        error = 0.5001 * 10.0 ** -len(number.partition(".")[2]) if apart is None else apart * float(number)
        for source in self.sources:
            written = source.replace(",", "")
            assert re.search(rf"(?<![\d.]){re.escape(number)}(?!\d|\.\d)", written), f"{claimed} is not in the text"
        near = wait(lambda: abs((self.fact(fact) or 0.0) - float(number)) <= error, 5.0)
        assert near, f"the text says {claimed}, {fact} is {self.fact(fact)}"

    def about(self, text: str) -> None:
        """As `see`, to a twentieth: of what the text says that it is about so large."""
        self.see(text, apart=0.05)

    # The walk back

    def walk(self, text: str) -> None:
        """From the step's link to the weights by keys, each of whose formulas is the tape's number; away by Esc."""
        self.settled()
        walking, step = self.window.walking, self.window.teaching.step
        view, part = walking.view, next(part for part in step.parts if isinstance(part, Walk))
        self.window.teaching.panel.step.asked.emit(part)
        assert wait(lambda: view.walk is not None, LONG), "no walk comes"
        asked = read_walk(part.settings)
        assert view.walk.question.values == asked.inputs, view.walk.question
        assert (view.weight is None) == (asked.weight is None), f"{asked.weight} is asked for, {view.weight} shown"
        for _ in view.shown.acts[view.at + 1 :]:
            QTest.keyClick(view, Qt.Key.Key_Right)
        for _ in view.sight.weights:
            QTest.keyClick(view, Qt.Key.Key_Return)
            assert view.weight is not None
            assert view.card.factors.agrees, view.card.title.text()
        # The card goes first.
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert not walking.walking

    # Losses, in the lab

    def reading(self, text: str) -> None:
        """What the prediction is read as."""
        assert wait(lambda: self._losses.answer is not None, LONG)
        self._losses.reading.chosen.emit(text)

    def bar(self, text: str) -> None:
        """entry value: the bar of a prediction, dragged."""
        entry, value = text.split(" ")
        self._losses.columns.moved.emit(Place(0, int(entry), False), float(value))
        self._losses.columns.let_go.emit()

    @property
    def _losses(self) -> LossesLab:
        assert self.window.laboratory.losses is not None
        return self.window.laboratory.losses

    # Files

    def export(self, text: str) -> None:
        """By the row of the menu."""
        self.settled()
        row = FORMATS[text]
        path = self._folder / f"file{len(list(self._folder.iterdir()))}{row.ending}"
        self._written[text] = path
        self.window.files.ask_export = lambda *_: path
        self.window.exporting.export(row)
        assert wait(path.exists, LONG)

    def compare(self, text: str) -> None:
        path = self._written[text]
        self.window.files.ask_saved = lambda: path / "saved_model.pb" if path.is_dir() else path
        self.window.exporting.ask_compare()

    # Questions

    def answer_all(self) -> None:
        """Each question of the step, by mouse and keys: wrong choices are explained, the right answer is right."""
        for box in self.window.teaching.panel.step.questions:
            question = box.question
            if question.choices:
                row = next(row for row in box.rows if row.choice.right)
                QTest.mouseClick(row.button, Qt.MouseButton.LeftButton, pos=row.button.rect().center())
                assert row.property("mark") == "right"
            elif question.answer is not None:
                QTest.keyClicks(box.field, f"{question.answer:.10g}")
                QTest.keyClick(box.field, Qt.Key.Key_Return)
                assert box.field.property("mark") == "right"
            else:
                box.field.setPlainText("So it is.")
                QTest.mouseClick(box.done, Qt.MouseButton.LeftButton)
            assert box.explanation.isVisibleTo(box)
