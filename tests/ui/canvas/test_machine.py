"""Random gestures, one after the other: the document stays whole, and the scene shows exactly it."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.edits import groups, notes
from playground.document.edits.groups import folded, in_sight
from playground.document.files import file
from playground.document.files.own_layers import own_layer
from playground.document.layers.layers import PALETTE
from playground.ui.canvas.commands.selection import arrange_commands
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT
from playground.ui.widgets.drags import LAYER_MIME
from tests.ui.canvas.conftest import Hand, network

CONTROL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
KEYS = (
    (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_Delete, CONTROL), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Right, NONE), (Qt.Key.Key_Up, NONE), (Qt.Key.Key_Right, ALT), (Qt.Key.Key_Down, ALT),
    (Qt.Key.Key_PageDown, NONE), (Qt.Key.Key_C, NONE), (Qt.Key.Key_N, NONE),
)  # fmt: skip
numbers = st.integers(0, 10_000)


class Canvas(RuleBasedStateMachine):
    """A person at a canvas. Numbers choose among whatever there is at the time."""

    @initialize(kind=st.sampled_from(["empty", "plain", "grouped"]))
    def open(self, kind: str) -> None:
        grouped, group_id = groups.wrap(network(), ("second", "third"), "Pair")
        closed = groups.set_closed(grouped, group_id, True)
        self.first = {"empty": Document(), "plain": network(), "grouped": closed}[kind]
        self.editor = Editor(self.first)
        self.view = CanvasView(self.editor, LIGHT)
        self.editor.changed.connect(self.view.show_document)
        self.view.resize(900, 600)
        self.view.show()
        self.hand = Hand(self.view)
        self.view.own_layers.keep(own_layer(grouped, group_id))

    def node(self, number: int) -> str:
        names = sorted(self.view.canvas.nodes)
        return names[number % len(names)]

    def any(self, number: int) -> str:
        """A card, the frame of an open group, or a note."""
        names = sorted({*self.view.canvas.nodes, *self.view.canvas.frames.by_id, *self.view.canvas.notes.by_id})
        return names[number % len(names)]

    @rule(chosen=st.lists(numbers, min_size=1, max_size=4), name=st.sampled_from(["", "Encoder", "Block"]))
    def group(self, chosen: list[int], name: str) -> None:
        self.view.select({self.any(number) for number in chosen})
        self.view.grouping.group()
        if name and self.view.grouping.chosen:
            self.hand.key(Qt.Key.Key_F2)
            if self.view.name_edit.isVisible():
                QTest.keyClicks(self.view.name_edit, name)
                QTest.keyClick(self.view.name_edit, Qt.Key.Key_Return)

    @rule(number=numbers, what=st.sampled_from(["ungroup", "toggle", "keep", "enter", "close", "leave", "colour"]))
    def do_with_a_group(self, number: int, what: str) -> None:
        known = sorted(group.id for group in self.editor.document.groups)
        if known:
            self.view.select((known[number % len(known)],))
            grouping = self.view.grouping
            match what:
                case "toggle":
                    grouping.toggle()
                case "leave":
                    grouping.leave(anyhow=True)
                case "colour":
                    grouping.colour("rose")
                case _:
                    grouping.run(what)

    @rule(number=numbers, quickly=st.booleans())
    def add_an_own_layer(self, number: int, quickly: bool) -> None:
        words = sorted(self.view.own_layers.words)
        if not words or len(self.view.canvas.nodes) > 40:
            return
        word = words[number % len(words)]
        self.view.select((self.any(number),) if number % 3 else ())
        if not quickly:
            self.view.place_layer(word)
            return
        edges = sorted(self.view.canvas.edges, key=str)
        at = self.view.canvas.edges[edges[number % len(edges)]].middle if edges else QPointF(40, 300)
        self.view.zoom_to_fit()
        self.hand.carry(LAYER_MIME, word, at)
        self.hand.let_fall()

    @rule(number=numbers, x=st.integers(-400, 400), given_up=st.booleans())
    def move_a_frame(self, number: int, x: int, given_up: bool) -> None:
        frames = self.view.canvas.frames.by_id
        if frames:
            start = frames[sorted(frames)[number % len(frames)]].title_place.center()
            self.hand.press(start)
            self.hand.move(start + QPointF(x, 40))
            if given_up:
                self.hand.key(Qt.Key.Key_Escape)
            self.hand.release()

    @rule(number=numbers, kind=st.sampled_from(PALETTE))
    def add(self, number: int, kind: str) -> None:
        self.view.select((self.node(number),) if number % 3 else ())
        self.view.place_layer(kind)

    @rule(number=numbers, kind=st.sampled_from(PALETTE))
    def add_by_name(self, number: int, kind: str) -> None:
        self.view.select((self.node(number),))
        self.hand.key(Qt.Key.Key_Slash)
        QTest.keyClicks(self.view.quick_add.search, kind)
        QTest.keyClick(self.view.quick_add.search, Qt.Key.Key_Return if number % 4 else Qt.Key.Key_Escape)

    @rule(here=numbers, there=numbers)
    def connect(self, here: int, there: int) -> None:
        nodes = self.view.canvas.nodes
        self.view.zoom_to_fit()
        self.hand.drag(nodes[self.node(here)].output_port, nodes[self.node(there)].body.center())

    @rule(number=numbers, x=st.integers(-400, 400), y=st.integers(-300, 300), given_up=st.booleans())
    def move(self, number: int, x: int, y: int, given_up: bool) -> None:
        item = self.view.canvas.nodes[self.node(number)]
        self.hand.press(item)
        self.hand.move(item.body.topLeft() + QPointF(x, y))
        if given_up:
            self.hand.key(Qt.Key.Key_Escape)
        self.hand.release()

    @rule(x=st.integers(-300, 900), y=st.integers(-200, 500), written=st.booleans())
    def add_a_note(self, x: int, y: int, written: bool) -> None:
        self.view.note_edit.open_new(QPointF(x, y))
        QTest.keyClicks(self.view.note_edit, "why" if written else " ")
        QTest.keyClick(self.view.note_edit, Qt.Key.Key_Return, CONTROL)

    @rule(number=numbers, there=numbers, free=st.booleans(), given_up=st.booleans())
    def point(self, number: int, there: int, free: bool, given_up: bool) -> None:
        known = sorted(self.view.canvas.notes.by_id)
        if not known:
            return
        self.view.zoom_to_fit()
        at = self.view.canvas.nodes[self.node(there)].body.center()
        self.hand.press(self.view.canvas.notes.by_id[known[number % len(known)]].handle)
        self.hand.move(at + QPointF(0, 400) if free else at)
        if given_up:
            self.hand.key(Qt.Key.Key_Escape)
        self.hand.release()

    @rule(chosen=st.lists(numbers, max_size=4), key=st.sampled_from(KEYS))
    def press_a_key(self, chosen: list[int], key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        if chosen:
            self.view.select({self.any(number) for number in chosen})
        self.hand.key(*key)

    @rule()
    def select_all(self) -> None:
        self.view.selection.all()

    @rule(chosen=st.lists(numbers, min_size=1, max_size=3), cut=st.booleans())
    def copy_and_paste(self, chosen: list[int], cut: bool) -> None:
        if len(self.view.canvas.nodes) > 40:
            return
        self.view.select({self.any(number) for number in chosen})
        self.view.selection.cut() if cut else self.view.selection.copy()
        self.view.selection.paste()

    @rule(chosen=st.lists(numbers, min_size=1, max_size=4), number=numbers)
    def arrange(self, chosen: list[int], number: int) -> None:
        self.view.select({self.any(choice) for choice in chosen})
        commands = [command for command in arrange_commands(self.view.selection) if command]
        commands[number % len(commands)][2]()

    @rule()
    def undo(self) -> None:
        self.editor.undo()

    @rule()
    def redo(self) -> None:
        self.editor.redo()

    @rule(number=numbers)
    def jump(self, number: int) -> None:
        self.editor.go_to(number % len(self.editor.history.steps))

    @rule()
    def save_and_load(self) -> None:
        self.first = file.loads(file.dumps(self.editor.document))
        assert self.first == self.editor.document
        self.editor.open(self.first)

    @invariant()
    def the_document_is_whole(self) -> None:
        document = self.editor.document
        assert file.loads(file.dumps(document)) == document

    @invariant()
    def the_scene_shows_the_document(self) -> None:
        canvas, whole = self.view.canvas, self.editor.shown
        graph, positions = folded(whole).graph, folded(whole).positions
        assert canvas.nodes.keys() == graph.by_id.keys()
        assert canvas.edges.keys() == set(graph.edges)
        wrong = set(in_sight(whole, (problem.node for problem in find_problems(whole))))
        begun = len(whole.graph.nodes) > 2 or bool(whole.graph.edges)
        assert canvas.problem_items.by_node.keys() == (wrong & set(canvas.nodes) if begun else set())
        open_groups = {group.id: group for group in folded(whole).groups}
        assert canvas.frames.by_id.keys() == open_groups.keys()
        for name, group in open_groups.items():
            assert all(canvas.frames.by_id[name].body.contains(canvas.body_of(member)) for member in group.members)
        for name, place in positions.items():
            # Qt takes places that differ in their last digits for the same.
            assert (canvas.nodes[name].x(), canvas.nodes[name].y()) == pytest.approx(place)
        assert canvas.boxes() == {name: item.box for name, item in canvas.nodes.items()}
        assert {note_id: item.note for note_id, item in canvas.notes.by_id.items()} == notes.by_id(canvas.document)
        assert canvas.notes.arrows.keys() == set(notes.arrows(canvas.document))
        for edge, item in canvas.edges.items():
            source, target = canvas.nodes[edge.source].body, canvas.nodes[edge.target].body
            assert item.start.x() == source.right()
            assert source.top() <= item.start.y() <= source.bottom()
            assert item.end.x() == target.left()
            assert target.top() <= item.end.y() <= target.bottom()
        if self.view.gesture is None:
            tools = (self.view.tools.buttons, self.view.tools.marks)
            beside = (canvas.problem_items.by_node, canvas.notes.by_id, canvas.notes.arrows)
            parts = (canvas.nodes, canvas.edges, canvas.frames.by_id, *beside, *tools)
            assert len(canvas.items()) == sum(map(len, parts))

    def teardown(self) -> None:
        if not hasattr(self, "view"):
            return
        self.view.cancel_gesture()
        last = self.editor.document
        for _ in self.editor.history.steps:
            self.editor.redo()
        newest = self.editor.document
        for _ in self.editor.history.steps:
            self.editor.undo()
        assert self.editor.document == self.first
        self.the_scene_shows_the_document()
        for _ in self.editor.history.steps:
            self.editor.redo()
        assert self.editor.document == newest
        assert last in [step.document for step in self.editor.history.steps]
        self.the_scene_shows_the_document()
        self.view.close()
        self.view.deleteLater()
        QTest.qWait(0)


def test_whatever_is_done_the_scene_shows_the_document(qapp) -> None:
    run_state_machine_as_test(Canvas, settings=settings(max_examples=12, stateful_step_count=25, deadline=None))
