"""Groups of layers: made, nested, folded, and valid whatever is done."""

from dataclasses import replace

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.checks.problems import find_problems, problems_in_sight
from playground.document.checks.shapes import flow, folded_flow, refusal
from playground.document.document import Document
from playground.document.edits import edits, groups, notes
from playground.document.edits.folding import looped_group
from playground.document.edits.groups import folded
from playground.document.files.link_writing import write_link
from playground.document.graph import DATA, OUTPUT, Edge, Node
from playground.document.group import Group
from playground.document.history import History
from playground.document.layers.activations import ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Folded
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add
from playground.document.note import Arrow
from tests.document.random_groups import check, grouped_documents, grouped_sequences

several = hypothesis.settings(max_examples=60)


def chain(count=4) -> Document:
    """Data, dense_1 ... dense_n, Output, 100 px from each to the next."""
    document, last = edits.move(Document(), {DATA: (0, 0)}), DATA
    for number in range(1, count + 1):
        document, last = edits.add_node(document, Dense(number), 100 * number, 0, last)
    return edits.move(edits.connect(document, last, OUTPUT), {OUTPUT: (100 * count + 100, 0)})


def block(closed=True) -> Document:
    """The chain of four with dense_2 and dense_3 in a group."""
    document, group = groups.wrap(chain(), ["dense_2", "dense_3"], "Block")
    return groups.set_closed(document, group, closed)


def test_a_closed_group_is_one_node_in_the_middle_of_its_members():
    shown = folded(block())
    assert [node.id for node in shown.graph.nodes] == [DATA, OUTPUT, "dense_1", "group_1", "dense_4"]
    assert shown.graph.by_id["group_1"] == Node("group_1", Folded(), "Block")
    assert shown.graph.sources["group_1"] == ("dense_1",)
    assert shown.graph.targets["group_1"] == ("dense_4",)
    assert shown.positions["group_1"] == (250, 0)
    assert shown.groups == ()


def test_an_open_group_changes_nothing_of_what_shows():
    document = block(closed=False)
    assert folded(document) is document
    assert document.graph == chain().graph
    assert document.positions == chain().positions


def test_what_is_folded_is_kept_while_layers_move():
    document = block()
    assert folded(document) is folded(document)
    assert folded(edits.move(document, {"dense_1": (5, 5)})).graph is folded(document).graph


def test_a_document_of_the_past_forgets_how_it_is_folded():
    document = block()
    shown = folded(document)
    history = History(document).add("Edit", edits.set_layer(document, "dense_1", Dense(9)))
    assert not {"tree", "folded"} & set(vars(document))
    assert "folding" not in vars(document.graph)
    assert folded(history.undo().document) == shown


def test_a_notes_arrow_at_a_hidden_layer_shows_at_the_card():
    document, note = notes.add_note(block(), 0, 0, "Look")
    document = notes.point_at(document, note, "group_1")
    assert notes.arrows(document) == (Arrow(note, "dense_2"),)
    (shown,) = notes.arrows(folded(document))
    assert shown == Arrow(note, "group_1")
    assert notes.arrows(notes.redirect(document, shown, "dense_4")) == (Arrow(note, "dense_4"),)
    assert notes.arrows(notes.remove_arrow(document, shown)) == ()


def test_data_and_output_are_left_out():
    document, group = groups.wrap(chain(), [DATA, "dense_1", OUTPUT])
    assert document.tree.by_id[group].members == ("dense_1",)
    assert groups.wrap(chain(), [DATA, OUTPUT]) == (chain(), "")
    assert groups.wrap_refusal(chain(), [DATA, "gone"]) == "no_layers"


def test_a_path_that_leaves_and_comes_back_is_refused():
    assert groups.wrap_refusal(chain(), ["dense_1", "dense_3"]) == "group_loop"
    assert groups.wrap(chain(), ["dense_1", "dense_3"])[1] == ""


def test_groups_nest():
    document = block(closed=False)
    document, inner = groups.wrap(document, ["dense_3"], "Inner")
    document, outer = groups.wrap(document, ["group_1", "dense_1"], "Outer")
    assert [(g.name, g.members) for g in document.groups] == [
        ("Block", ("dense_2", inner)), ("Inner", ("dense_3",)), ("Outer", ("group_1", "dense_1")),
    ]  # fmt: skip
    assert groups.members(document, outer) == ("dense_2", "dense_3", "dense_1")
    assert groups.expanded(document, ["dense_4", "group_1", "dense_2"]) == ("dense_4", "dense_2", "dense_3")
    document = groups.set_closed(document, inner, True)
    assert groups.group_of(document, "dense_3") == inner
    assert groups.group_of(document, "dense_2") == ""
    document = groups.set_closed(document, outer, True)
    assert groups.group_of(document, "dense_3") == outer
    assert groups.in_sight(document, ["dense_3", "dense_2", "dense_4"]) == (outer, "dense_4")


def nested(levels: int) -> tuple[Document, str]:
    """A chain whose first layer lies in so many groups, and the id of the outermost."""
    document, name = chain(), "dense_1"
    for _ in range(levels):
        document, name = groups.wrap(document, [name])
    return document, name


def test_sixteen_groups_lie_in_one_another_and_no_more():
    document, outermost = nested(16)
    assert document.tree.height(outermost) == 16
    assert groups.wrap_refusal(document, [outermost]) == "groups_too_deep"
    assert groups.wrap(document, [outermost]) == (document, "")
    assert groups.wrap_refusal(document, ["dense_1"]) == "groups_too_deep"
    assert groups.wrap_refusal(document, ["dense_2"]) == ""


def test_a_group_that_would_lie_too_deep_goes_as_far_in_as_there_is_room():
    document, outermost = nested(16)
    document, other = groups.wrap(document, ["dense_3"])
    innermost = document.tree.parents["dense_1"]
    joined = groups.join(document, other, innermost)
    assert joined.tree.height(outermost) == 16
    assert len(joined.tree.around(other)) == 15


def test_an_ungrouped_groups_members_stand_between_its_siblings():
    document, inner = groups.wrap(chain(5), ["dense_2", "dense_3"])
    document, outer = groups.wrap(document, ["dense_1", inner, "dense_4", "dense_5"])
    document = groups.ungroup(document, inner)
    assert [(group.id, group.members) for group in document.groups] == [
        (outer, ("dense_1", "dense_2", "dense_3", "dense_4", "dense_5"))
    ]


def test_an_open_group_with_a_closed_one_in_it_keeps_what_shows_of_its_members():
    document, inner = groups.wrap(block(closed=False), ["dense_3"])
    shown = folded(groups.set_closed(document, inner, True))
    assert [(group.id, group.members) for group in shown.groups] == [("group_1", ("dense_2", inner))]
    check(shown)


def test_layers_of_different_groups_are_refused():
    assert groups.wrap_refusal(block(), ["dense_1", "dense_2"]) == "different_groups"


def test_a_group_chosen_with_all_of_its_layers_counts_as_one():
    document, outer = groups.wrap(block(), ["dense_1", "dense_2", "dense_3"])
    assert document.tree.by_id[outer].members == ("dense_1", "group_1")


def test_all_members_of_a_group_alone_become_a_group_in_it():
    document, inner = groups.wrap(block(), ["dense_2", "dense_3"])
    assert document.tree.by_id["group_1"].members == (inner,)


def test_ungrouping_leaves_members_in_the_group_around():
    document, outer = groups.wrap(block(), ["dense_1", "group_1"])
    document = groups.ungroup(document, "group_1")
    assert document.tree.by_id[outer].members == ("dense_1", "dense_2", "dense_3")
    assert groups.ungroup(document, outer) == chain()


def test_a_name_is_made_fit_for_a_file_and_a_colour_is_one_of_few():
    document = groups.rename_group(block(), "group_1", "  块\ud800 " + "x" * 100)
    assert document.groups[0].name == "块 " + "x" * 78
    assert groups.colour_group(document, "group_1", "rose").groups[0].colour == "rose"
    assert edits.rename(document, "group_1", "Tail").groups[0].name == "Tail"


def test_a_removed_layer_leaves_its_group_and_an_empty_group_goes():
    document, outer = groups.wrap(block(), ["group_1"])
    document = edits.remove_nodes(document, ["dense_2"])
    assert document.tree.by_id["group_1"].members == ("dense_3",)
    assert edits.remove_nodes(document, ["dense_3"]).groups == ()
    assert outer in document.tree.by_id


def test_removing_a_card_removes_its_layers_and_heals_around_them():
    document = edits.remove_nodes(block(), ["group_1"], heal=True)
    assert document == edits.remove_nodes(chain(), ["dense_2", "dense_3"], heal=True)
    assert Edge("dense_1", "dense_4") in document.graph.edges


def test_moving_a_card_moves_its_layers_along():
    document = edits.move(block(), {"group_1": (1250, 40), "dense_1": (0, 0)})
    assert document.positions["dense_2"] == (1200, 40)
    assert document.positions["dense_3"] == (1300, 40)
    assert folded(document).positions["group_1"] == (1250, 40)


def test_a_connection_with_a_card_meets_its_entry_and_its_exit():
    document = edits.disconnect(edits.disconnect(block(), Edge("dense_1", "group_1")), Edge("group_1", "dense_4"))
    assert document.graph.edges == (Edge(DATA, "dense_1"), Edge("dense_2", "dense_3"), Edge("dense_4", OUTPUT))
    assert (groups.entry_of(document, "group_1"), groups.exit_of(document, "group_1")) == ("dense_2", "dense_3")
    joined = edits.connect(edits.connect(document, "dense_1", "group_1"), "group_1", "dense_4")
    assert set(joined.graph.edges) == set(chain().graph.edges)


def test_a_cards_connection_replugged_keeps_its_other_end():
    document = edits.reconnect(block(), Edge("group_1", "dense_4"), "dense_1", "dense_4")
    assert Edge("dense_1", "dense_4") in document.graph.edges
    document = edits.reconnect(block(), Edge("group_1", "dense_4"), "group_1", OUTPUT)
    assert Edge("dense_3", OUTPUT) in document.graph.edges


def test_a_connection_that_puts_a_group_on_a_loop_is_refused():
    document, side = edits.add_node(block(), Add(), 0, 0, "dense_2")
    document = groups.join(document, side, "")
    document, inside = edits.add_node(document, Add(), 0, 0, "dense_3")
    document = groups.join(document, inside, "group_1")
    assert refusal(document, side, inside) == "group_loop"
    assert refusal(groups.ungroup(document, "group_1"), side, inside) == ""
    check(document)
    with pytest.raises(AssertionError):
        check(edits.connect(document, side, inside))
    assert looped_group(document) == ""
    assert looped_group(edits.connect(document, side, inside)) == "group_1"


def test_two_groups_that_would_feed_each_other_are_refused():
    document = Document()
    for _ in range(4):
        document, _ = edits.add_node(document, Add(), 0, 0)
    document, _ = groups.wrap(edits.connect(document, "add_1", "add_2"), ["add_1", "add_3"])
    document, other = groups.wrap(edits.connect(document, "add_4", "add_3"), ["add_2", "add_4"])
    assert other == ""
    assert groups.wrap_refusal(document, ["add_2", "add_4"]) == "group_loop"


def test_a_layer_between_two_members_or_after_one_is_in_their_group():
    document, between = edits.insert_node(block(closed=False), ReLU(), Edge("dense_2", "dense_3"), 0, 0)
    assert document.tree.parents[between] == "group_1"
    document, after = edits.add_node(document, ReLU(), 0, 0, "dense_3")
    assert document.tree.parents[after] == "group_1"
    document, outside = edits.insert_node(document, ReLU(), Edge("dense_1", "dense_2"), 0, 0)
    assert outside not in document.tree.parents


def test_a_layer_at_a_closed_groups_card_stands_beside_it():
    document, after = edits.add_node(block(), ReLU(), 0, 0, "group_1")
    assert document.graph.sources[after] == ("dense_3",)
    assert after not in document.tree.parents
    document, between = edits.insert_node(block(), ReLU(), Edge("group_1", "dense_4"), 0, 0)
    assert between not in document.tree.parents
    assert document.graph.sources["dense_4"] == (between,)


def test_a_loose_layer_dropped_between_two_members_joins_them():
    document, loose = edits.add_node(block(closed=False), ReLU(), 0, 0)
    document = edits.put_between(document, loose, Edge("dense_2", "dense_3"))
    assert document.tree.parents[loose] == "group_1"
    assert document.graph.sources["dense_3"] == (loose,)
    assert document.graph.sources[loose] == ("dense_2",)


def test_a_card_has_its_exits_shape_and_its_members_parameters():
    known = folded_flow(block())
    assert known.shapes["group_1"] == (3,)
    assert known.parameters["group_1"] == 2 * 2 + 3 * 3
    assert known.shapes["dense_4"] == (4,)


def test_what_is_wrong_inside_shows_at_the_card():
    document = edits.set_layer(block(), "dense_2", LAYERS["Conv2D"]())
    assert "group_1" in folded_flow(document).errors
    hidden = {problem.code for problem in find_problems(document) if problem.node == "dense_2"}
    assert hidden == {problem.code for problem in problems_in_sight(document) if problem.node == "group_1"}


def test_a_folded_layer_is_for_show_only():
    assert "Folded" not in {*LAYERS, *PALETTE}


def test_a_link_is_the_same_with_groups():
    assert write_link(block()) == write_link(chain())


def test_new_ids_are_no_groups():
    document = replace(chain(), groups=(Group("dense_5", members=("dense_1",)),))
    assert edits.add_node(document, Dense(), 0, 0)[1] == "dense_6"


@several
@given(grouped_sequences())
def test_groups_stay_valid_whatever_is_done(made):
    for document in made:
        check(document)
        check(folded(document))


@several
@given(grouped_documents)
def test_opening_all_groups_shows_the_document_as_it_is(document):
    for group in document.groups:
        document = groups.set_closed(document, group.id, False)
    assert folded(document) is document
    assert folded_flow(document) is flow(document)


@several
@given(grouped_documents)
def test_what_shows_has_every_layer_once(document):
    shown = folded(document)
    inside = groups.expanded(document, [node.id for node in shown.graph.nodes])
    assert sorted(inside) == sorted(document.graph.by_id)
    assert {edge for shown_edge in shown.graph.edges for edge in groups.edges_behind(document, shown_edge)} == {
        edge
        for edge in document.graph.edges
        if groups.in_sight(document, [edge.source]) != groups.in_sight(document, [edge.target])
    }
    assert set(folded_flow(document).shapes) <= set(shown.graph.by_id)


@several
@given(grouped_documents, st.data())
def test_grouping_and_ungrouping_is_as_before(document, data):
    ids = [node.id for node in document.graph.nodes]
    wrapped, group = groups.wrap(document, data.draw(st.lists(st.sampled_from(ids), max_size=4)))
    if group:
        check(wrapped)
        back = groups.ungroup(wrapped, group)
        assert {(g.id, frozenset(g.members)) for g in back.groups} == {
            (g.id, frozenset(g.members)) for g in document.groups
        }
