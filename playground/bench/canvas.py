"""How fast the canvas is in a large network: opening, edits, frames, moving, arranging; and what undo keeps."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from playground.itself import module_command

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

UNDO_STEPS = 5_000
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Smoothness:
    """Milliseconds, medians but for the worst; everything is drawn offscreen, all nodes in sight but where named."""

    nodes: int
    connections: int
    open_ms: float
    edit_ms: float
    edit_shapes_ms: float
    drag_ms: float
    pan_ms: float
    pan_close_ms: float
    frame_ms: float
    arrange_ms: float
    worst_ms: float
    undo_steps: int
    undo_mib: float


def large(nodes: int) -> Document:
    """A network of so many nodes, about 1.4 connections each: ten long rows, three columns in seven joined across."""
    document, ids = Document(), [DATA]
    columns = max(1, (nodes - 2) // 10)
    for number in range(nodes - 2):
        row, column = divmod(number, columns)
        merges = row > 0 and column % 7 in (1, 3, 5)
        before, layer = ids[-1] if column else DATA, Add() if merges else Dense(8)
        document, node_id = edits.add_node(document, layer, 180.0 * (column + 1), 176.0 * row, before)
        if merges:
            document = edits.connect(document, ids[-columns], node_id)
        ids.append(node_id)
    document = edits.connect(document, ids[-1], OUTPUT)
    return edits.move(document, {DATA: (0.0, 0.0), OUTPUT: (180.0 * (columns + 1), 0.0)})


def measure_in_new_process() -> str:
    """JSON of a list of Smoothness, from a process of its own."""
    done = subprocess.run(module_command("playground.bench.canvas"), capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise OSError(f"the canvas could not be measured: {done.stderr.strip()[-500:]}")
    return done.stdout.strip().splitlines()[-1]


def main() -> None:
    """Measure 50 and 500 nodes and print them as one JSON list."""
    import json
    from dataclasses import asdict

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps([asdict(measure(count)) for count in (50, 500)]), flush=True)
    os._exit(0)


def measure(nodes: int) -> Smoothness:
    """Open a network of this size and do to it what a person does."""
    from playground.app import make_application
    from playground.ui.canvas.view import CanvasView
    from playground.ui.editor import Editor
    from playground.ui.theme import LIGHT

    application, document = make_application(), large(nodes)
    editor = Editor(replace(document))
    start = time.perf_counter()
    view = CanvasView(editor, LIGHT)
    editor.changed.connect(view.show_document)
    view.resize(1000, 640)
    view.show()
    application.processEvents()
    view.grab()
    opened = 1000 * (time.perf_counter() - start)
    worst: list[float] = []
    edit = _each(_edit(view, shapes=False), application, worst)
    reshaped = _each(_edit(view, shapes=True), application, worst)
    drag = _dragged(view, application, worst)
    frame = _each(_frame(view, document), application, worst)
    pan = _each(_pan(view), application, worst)
    view.zoom_to(1.0)
    close = _each(_pan(view), application, worst)
    start = time.perf_counter()
    view.selection.arrange()
    application.processEvents()
    arranged = 1000 * (time.perf_counter() - start)
    edges, kept = len(document.graph.edges), undo_mib(document)
    return Smoothness(
        nodes, edges, opened, edit, reshaped, drag, pan, close, frame, arranged, max(worst), UNDO_STEPS, kept
    )  # fmt: skip


def _each(work: Callable[[int], None], application, worst: list[float]) -> float:
    """Milliseconds of one piece of work and of drawing what it changed."""
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        work(number)
        application.processEvents()
        taken.append(1000 * (time.perf_counter() - start))
    worst.append(max(taken))
    return median(taken)


def _edit(view: CanvasView, shapes: bool) -> Callable[[int], None]:
    """Another activation of a layer in the middle, or other units, which changes all behind: apply, check, redraw."""
    dense = [node.id for node in view.editor.document.graph.nodes if node.layer.kind == "Dense"]
    node_id = dense[len(dense) // 2]

    def layer(number: int) -> Dense:
        return Dense(8 + number % 2 * 8) if shapes else Dense(8, ("tanh", "relu")[number % 2])

    def work(number: int) -> None:
        document = view.editor.document
        view.editor.apply("Edit", edits.set_layer(document, node_id, layer(number)))

    return work


def _dragged(view: CanvasView, application, worst: list[float]) -> float:
    """A node in the middle follows the mouse, previews and lines included."""
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent

    item = list(view.canvas.nodes.values())[len(view.canvas.nodes) // 2]
    start = view.mapFromScene(item.body.topLeft() + QPointF(20, 4))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        at, keys = QPointF(place), Qt.KeyboardModifier.NoModifier
        whole = QPointF(view.viewport().mapToGlobal(place))
        application.sendEvent(view.viewport(), QMouseEvent(kind, at, whole, button, held, keys))

    send(QEvent.Type.MouseButtonPress, start, left, left)
    moved = _each(
        lambda number: send(QEvent.Type.MouseMove, start + QPoint(6 * number, 3 * number), none, left),
        application,
        worst,
    )
    send(QEvent.Type.MouseButtonRelease, start, left, none)
    return moved


def _pan(view: CanvasView) -> Callable[[int], None]:
    from PySide6.QtCore import QPoint

    return lambda number: view.pan(QPoint(7 if number % 2 else -6, 4))


def _frame(view: CanvasView, document: Document) -> Callable[[int], None]:
    """A frame of training with eight maps for each node in sight."""
    import numpy as np

    from playground.frames.frame import Frame

    random = np.random.default_rng(0)
    graph = view.editor.document.graph
    sets = [random.uniform(-1, 1, (8, 32, 32)).astype(np.float32) for _ in range(7)]
    ids = [node.id for node in document.graph.nodes]

    def work(number: int) -> None:
        maps = {node_id: sets[(place + number) % len(sets)] for place, node_id in enumerate(ids)}
        view.show_frame(Frame(graph, surface=sets[number % 7][0][..., None], maps=maps))

    return work


def undo_mib(document: Document) -> float:
    """MiB that the undo list takes for this many edits of the document."""
    import gc
    import tracemalloc

    from playground.document.history import History

    ids = [node.id for node in document.graph.nodes if node.layer.kind == "Dense"]
    history = History(document)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(UNDO_STEPS):
        node_id, now = ids[number % len(ids)], history.document
        changed = edits.move(now, {node_id: (float(number), 0.0)})
        if number % 2:
            changed = edits.set_layer(now, node_id, Dense(1 + number % 64))
        history = history.add("Edit", changed)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return grown / 2**20


if __name__ == "__main__":
    main()
