"""Documents and edits at random, for Hypothesis."""

import base64
import hashlib
from array import array
from dataclasses import fields, replace

import hypothesis
from hypothesis import strategies as st

from playground.document.checks.shapes import refusal
from playground.document.document import Document
from playground.document.edits import edits, notes, rivals
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.ends import Output
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.limits import Choice, Expression, Flag, Numbers, Real, Several, Sizes, Text, Whole, limits
from playground.document.note import COLOURS
from playground.document.own_data import GALLERY, TASKS, OwnColumn, OwnData, OwnTarget
from playground.document.position import FORMS
from playground.document.schedules import SCHEDULES
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings
from playground.document.stopping import Stopping

# A document takes a millisecond to draw; all tests of documents together should take a second or two.
# To make a failing sequence of them smaller would take minutes, longer than a test may.
few = hypothesis.settings(max_examples=25, phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate))

coordinates = st.floats(-1e7, 1e7) | st.sampled_from([float("nan"), float("inf")])
names = st.text(max_size=100)


def values(limit):
    """Any value that the limit accepts; networks stay small."""
    match limit:
        case Whole(low, high):
            return st.integers(low, min(high, 60))
        case Real(low, high):
            return st.floats(low, high)
        case Choice(options):
            return st.sampled_from(tuple(options))
        case Flag():
            return st.booleans()
        case Sizes():
            return st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple)
        case Numbers(low, high):
            return st.lists(st.floats(low, high), min_size=1, max_size=4).map(tuple)
        case Several(options):
            return st.lists(st.sampled_from(options), unique=True).map(tuple)
        case Expression():
            return st.sampled_from(["x", "x * sigmoid(1.5 * x)", "clip(-x ** 2, step(x), 1 / 3)", " maximum( .1*x ,x)"])
        case Text(longest):
            return st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=longest)
    raise TypeError(f"no values for {limit}")


def settings(kind, **others):
    """Any value of a settings class or layer."""
    known = {name: values(limit) for name, limit in limits(kind).items()}
    assert set(known) | set(others) == {field.name for field in fields(kind)}
    return st.builds(kind, **known, **others)


any_layer = st.sampled_from(PALETTE).flatmap(lambda kind: settings(LAYERS[kind]))


@st.composite
def own_data(draw):
    """Any small data of a person's own, their numbers inside."""
    task = draw(st.sampled_from(TASKS))
    classes = tuple(draw(st.lists(names, min_size=2, max_size=2 if task == "binary" else 5)))
    columns = tuple(draw(st.lists(settings(OwnColumn), min_size=1, max_size=4)))
    known = {"binary": [-1.0, 1.0], "classes": range(len(classes)), "regression": [-2.5, 0.125]}[task]
    targets = tuple(draw(st.lists(settings(OwnTarget), min_size=1, max_size=3 if task == "regression" else 1)))
    rows = draw(st.integers(2, 5))
    numbers = array("f")
    for _ in range(rows):
        numbers.extend(draw(st.floats(-1e9, 1e9, width=32)) for _ in columns)
        numbers.extend(draw(st.sampled_from(known)) for _ in targets)
    values = base64.b64encode(numbers.tobytes()).decode()
    told = st.just(() if task == "regression" else classes)
    given = {"columns": st.just(columns), "classes": told, "targets": st.just(targets), "values": st.just(values)}
    found = draw(settings(OwnData, **given, streamed=st.just(False), recipe=names))
    look = found.look if len(columns) == 2 else "table"  # a plane has two axes
    # Those of a gallery are named, and have no numbers inside.
    maker = "table" if found.maker == GALLERY else found.maker
    digest = hashlib.sha256(numbers.tobytes()).hexdigest()
    # Only the column of a table says how many rows train.
    split = "last" if found.by_column and maker != "table" else found.split
    train_rows = draw(st.integers(1, rows - 1)) if split == "column" else 0
    found = replace(found, split=split, train_rows=train_rows)
    return replace(found, task=task, rows=rows, look=look, packing="f4", maker=maker, digest=digest)


any_data = settings(DataSettings, own=st.none() | own_data())
any_optimizer = st.sampled_from(sorted(OPTIMIZERS)).flatmap(lambda kind: settings(OPTIMIZERS[kind]))
any_schedule = st.sampled_from(sorted(SCHEDULES)).flatmap(lambda kind: settings(SCHEDULES[kind]))
any_training = settings(TrainingSettings, optimizer=any_optimizer, schedule=any_schedule, stopping=settings(Stopping))


@st.composite
def edited(draw, document):
    """The document after one edit that the window would make; now and then unchanged."""
    graph = document.graph
    ids = st.sampled_from([node.id for node in graph.nodes])
    x, y, kind = draw(coordinates), draw(coordinates), draw(st.integers(0, 12))
    match kind:
        case 0 | 1:
            after = draw(st.just("") | ids.filter(lambda node_id: node_id != OUTPUT))
            return edits.add_node(document, draw(any_layer), x, y, after)[0]
        case 2 if graph.edges:
            return edits.insert_node(document, draw(any_layer), draw(st.sampled_from(graph.edges)), x, y)[0]
        case 3:
            return edits.remove_nodes(document, draw(st.lists(ids, max_size=3)), draw(st.booleans()))
        case 4 | 5:
            source, target = draw(ids), draw(ids)
            allowed = refusal(document, source, target) in ("", "full", "shapes")
            room = len(graph.sources[target]) < 64
            return edits.connect(document, source, target) if allowed and room else document
        case 6 if graph.edges:
            return edits.disconnect(document, draw(st.sampled_from(graph.edges)))
        case 7:
            return edits.rename(document, draw(ids), draw(names))
        case 8:
            changed = draw(ids)
            layer = draw(settings(Output)) if changed == OUTPUT else draw(any_layer)
            return document if changed == DATA else edits.set_layer(document, changed, layer)
        case 9:
            moved = edits.move(document, {draw(ids): (x, y)})
            moved = edits.set_form(moved, draw(st.lists(ids, max_size=2)), draw(st.sampled_from(FORMS)))
            if draw(st.booleans()):
                return edits.set_data(moved, draw(any_data))
            return edits.set_training(moved, draw(any_training))
        case 10:
            return notes.add_note(document, x, y, draw(names))[0]
        case 11 if document.notes:
            return noted(draw, document, ids)
        case 12:
            return rivalled(draw, document)
    return document


def rivalled(draw, document):
    """The document after an edit of its rivals."""
    kind = draw(st.integers(0, 4))
    if kind < 2 or not document.rivals:
        return rivals.add_rival(document, draw(names))
    one = draw(st.sampled_from(document.rivals)).id
    match kind:
        case 2:
            return rivals.swap_with_rival(document, one)
        case 3:
            return rivals.rename_rival(document, draw(st.sampled_from([one, rivals.PRESENT])), draw(names))
    return rivals.remove_rival(document, one)


def noted(draw, document, ids):
    """The document after an edit of its notes."""
    note = draw(st.sampled_from(document.notes))
    end = draw(ids | st.tuples(coordinates, coordinates))
    match draw(st.integers(0, 4)):
        case 0:
            return notes.change_note(document, note.id, text=draw(names), colour=draw(st.sampled_from(COLOURS)))
        case 1:
            return notes.change_note(document, note.id, width=draw(st.floats(-1e4, 1e4)))
        case 2 if note.arrows:
            return notes.redirect(document, notes.Arrow(note.id, draw(st.sampled_from(note.arrows))), end)
        case 3:
            return notes.remove(document, {note.id, draw(ids)}, draw(st.booleans()))
    return notes.point_at(document, note.id, end)


@st.composite
def edit_sequences(draw, longest=12):
    """Documents, each one edit after the one before; the first is new."""
    made = [Document()]
    made[0] = edits.connect(made[0], DATA, OUTPUT)
    for _ in range(draw(st.integers(1, longest))):
        made.append(draw(edited(made[-1])))
    return made


documents = edit_sequences().map(lambda made: made[-1])
