"""Groups at random, and what must hold of them whatever happens, for Hypothesis."""

from hypothesis import strategies as st

from playground.document.checks.shapes import refusal
from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.edits.groups import COLOURS, folded
from playground.document.files.clipping import copy_text, paste
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.merging import Add
from tests.document.random_documents import any_layer, coordinates, edited, names


def check(document: Document) -> None:
    """Raises AssertionError where groups are not as they must be."""
    nodes, ids = set(document.graph.by_id), [group.id for group in document.groups]
    assert len(set(ids)) == len(ids)
    assert nodes.isdisjoint(ids)
    held = [member for group in document.groups for member in group.members]
    assert len(set(held)) == len(held), "in two groups"
    assert set(held) <= nodes - {DATA, OUTPUT} | set(ids), "not there"
    for group in document.groups:
        assert group.members
        assert group.colour in COLOURS
        # A group in itself would never end here.
        assert groups.members(document, group.id)
    if len(document.graph.order) == len(nodes):
        check_no_loop(document)


def check_no_loop(document: Document) -> None:
    """No cards go round in a loop: as it is, with all groups closed, and with those around each one open."""
    assert_no_loop(document)
    for level in ("", *document.tree.by_id):
        around = {*document.tree.around(level), level}
        shown = document
        for group in document.groups:
            shown = groups.set_closed(shown, group.id, group.id not in around)
        assert_no_loop(shown)


def assert_no_loop(document: Document) -> None:
    graph = folded(document).graph
    assert set(graph.order) == set(graph.by_id)


@st.composite
def regrouped(draw, document):
    """The document after one more edit, mostly one of groups."""
    nodes, ids = [node.id for node in document.graph.nodes], [group.id for group in document.groups]
    any_id, kind = st.sampled_from([*nodes, *ids]), draw(st.integers(0, 13))
    match kind:
        case 0 | 1 | 2 | 3:
            return groups.wrap(document, draw(st.lists(any_id, min_size=1, max_size=4)), draw(names))[0]
        case 4 if ids:
            return groups.ungroup(document, draw(st.sampled_from(ids)))
        case 5 | 6 if ids:
            return groups.set_closed(document, draw(st.sampled_from(ids)), draw(st.booleans()))
        case 7 if ids:
            return edits.rename(groups.colour_group(document, ids[0], draw(st.sampled_from(COLOURS))), ids[0], "x")
        case 8:
            text = copy_text(document, draw(st.lists(any_id, max_size=4)))
            return paste(document, text, draw(coordinates), 0)[0] if text else document
        case 9 | 10:
            return on_what_shows(draw, document)
        case 11 if ids:
            return edits.move(document, {draw(st.sampled_from(ids)): (draw(coordinates), draw(coordinates))})
        case 12 | 13:
            source, target = draw(any_id), draw(any_id)
            return edits.connect(document, source, target) if not refusal(document, source, target) else document
    return draw(edited(document))


def on_what_shows(draw, document):
    """An edit at a card, or at a connection between two cards, as a person makes it."""
    shown = folded(document).graph
    card = st.sampled_from([node.id for node in shown.nodes])
    match draw(st.integers(0, 5)):
        case 0:
            return edits.remove_nodes(document, [draw(card)], draw(st.booleans()))
        case 1 if shown.edges:
            return edits.insert_node(document, draw(any_layer), draw(st.sampled_from(shown.edges)), 0, 0)[0]
        case 2 if shown.edges:
            return edits.disconnect(document, draw(st.sampled_from(shown.edges)))
        case 3:
            return edits.add_node(document, draw(any_layer), 0, 0, draw(card.filter(lambda name: name != OUTPUT)))[0]
        case 4 if shown.edges:
            edge, source, target = draw(st.sampled_from(shown.edges)), draw(card), draw(card)
            edge, source = draw(st.sampled_from([(edge, source), (edge, edge.source)]))
            code = refusal(edits.disconnect(document, edge), source, target)
            return document if code else edits.reconnect(document, edge, source, target)
    source, target = draw(card), draw(card)
    allowed = refusal(document, source, target) in ("", "full", "shapes")
    return edits.connect(document, source, target) if allowed else document


@st.composite
def webs(draw):
    """Up to seven layers, each joined to any before it: many a choice of them cannot be a group."""
    document = edits.connect(Document(), DATA, OUTPUT)
    ids: list[str] = []
    for _ in range(draw(st.integers(0, 7))):
        document, node_id = edits.add_node(document, Add(), draw(coordinates), 0)
        for source in draw(st.lists(st.sampled_from([DATA, *ids]), max_size=2, unique=True)):
            document = edits.connect(document, source, node_id)
        ids.append(node_id)
    return document


@st.composite
def grouped_sequences(draw, longest=15):
    """Documents, each one edit after the one before, with groups."""
    made = [draw(webs())]
    for _ in range(draw(st.integers(1, longest))):
        made.append(draw(regrouped(made[-1])))
    return made


grouped_documents = grouped_sequences().map(lambda made: made[-1])
