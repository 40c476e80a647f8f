"""Notes: what each edit of them does, and what it leaves alone."""

import ast
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.code.python_code import python_code
from playground.document.document import Document
from playground.document.edits import edits, notes
from playground.document.examples import example
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.files.clipping import copy_text, paste
from playground.document.files.link_writing import write_link
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.limits import SettingError
from playground.document.note import MOST_ARROWS, NARROWEST, WIDEST, Arrow, Note
from tests.document.code.test_python_code import DATA_LINES, EXAMPLES
from tests.document.random_documents import few


def chain() -> Document:
    document, first = edits.add_node(Document(), Dense(8), 100, 50, DATA)
    document, second = edits.add_node(document, Dense(3), 300, 90, first)
    return edits.connect(document, second, OUTPUT)


def noted() -> Document:
    """A note that points at the first layer, at Output and at a free point."""
    document, note = notes.add_note(chain(), 60, 200, "Look here")
    for end in ("dense_1", OUTPUT, (400.0, 300.0)):
        document = notes.point_at(document, note, end)
    return document


def test_a_new_note_has_an_id_of_its_own():
    document, first = notes.add_note(chain(), 1, 2, "one")
    document, second = notes.add_note(document, 3, 4, "two")
    assert (first, second) == ("note_1", "note_2")
    assert [(note.text, note.x, note.y) for note in document.notes] == [("one", 1, 2), ("two", 3, 4)]


def test_an_id_is_free_again_once_its_note_is_gone():
    document, first = notes.add_note(Document(), 0, 0, "one")
    document, _ = notes.add_note(document, 0, 0, "two")
    assert notes.add_note(notes.remove(document, (first,)), 0, 0)[1] == "note_1"


def test_a_text_keeps_its_lines_and_loses_its_blank_end():
    document, note = notes.add_note(Document(), 0, 0, "  一行\r\n\r\ntwo\t2\x00\ud800  \n\n")
    assert notes.by_id(document)[note].text == "  一行\n\ntwo\t2"


def test_a_width_is_kept_within_its_limits():
    document, note = notes.add_note(Document(), 0, 0)
    assert notes.by_id(notes.change_note(document, note, width=1))[note].width == NARROWEST
    assert notes.by_id(notes.change_note(document, note, width=1e9))[note].width == WIDEST


def test_a_colour_that_there_is_not_is_refused():
    with pytest.raises(SettingError):
        Note("note_1", colour="red")


def test_an_arrow_goes_to_another_end_at_its_place():
    document = notes.redirect(noted(), Arrow("note_1", "dense_1"), "dense_2")
    assert document.notes[0].arrows == ("dense_2", OUTPUT, (400, 300))


def test_two_arrows_to_the_same_become_one():
    document = notes.redirect(noted(), Arrow("note_1", OUTPUT), "dense_1")
    assert document.notes[0].arrows == ("dense_1", (400, 300))
    assert notes.point_at(document, "note_1", "dense_1") == document


def test_there_are_no_more_arrows_than_can_be_saved():
    document = noted()
    for number in range(2 * MOST_ARROWS):
        document = notes.point_at(document, "note_1", (float(number), 0.0))
    assert len(document.notes[0].arrows) == MOST_ARROWS
    assert file.loads(file.dumps(document)) == document


def test_an_arrow_is_removed():
    document = notes.remove_arrow(noted(), Arrow("note_1", OUTPUT))
    assert document.notes[0].arrows == ("dense_1", (400, 300))
    assert notes.remove_arrow(document, Arrow("note_9", OUTPUT)) == document


def test_an_arrow_vanishes_with_its_node():
    assert edits.remove_nodes(noted(), ("dense_1",)).notes[0].arrows == (OUTPUT, (400, 300))


def test_nodes_and_notes_move_and_go_together():
    document = notes.move(noted(), {"dense_1": (1, 2), "note_1": (3, 4)})
    assert document.positions["dense_1"] == (1, 2)
    assert notes.places(document)["note_1"] == (3, 4)
    gone = notes.remove(document, ("dense_1", "note_1", DATA))
    assert gone.notes == ()
    assert set(gone.graph.by_id) == {DATA, OUTPUT, "dense_2"}


def test_the_gap_of_a_removed_node_is_joined():
    document = notes.remove(noted(), ("dense_1", "note_1"), heal=True)
    assert (DATA, "dense_2") in {(edge.source, edge.target) for edge in document.graph.edges}


def test_notes_are_saved_and_read_back():
    assert file.loads(file.dumps(noted())) == noted()


def test_a_file_without_notes_is_as_it_was_before_there_were_any():
    assert '"notes"' not in file.dumps(chain())
    assert file.loads(file.dumps(chain())).notes == ()


BAD = {
    "notes": {},
    "notes[0]": "hello",
    "notes[0].id": {"id": "Note 1"},
    "notes[0].text": {"id": "note_1", "text": 5},
    "notes[0].width": {"id": "note_1", "width": 1},
    "notes[0].colour": {"id": "note_1", "colour": "red"},
    "notes[0].weight": {"id": "note_1", "weight": 1},
    "notes[0].arrows": {"id": "note_1", "arrows": [[0, 0], [0, 0]]},
    "notes[0].arrows[0]": {"id": "note_1", "arrows": ["gone"]},
    "notes[0].arrows[1]": {"id": "note_1", "arrows": ["data", [0, True]]},
}


@pytest.mark.parametrize("place", BAD)
def test_a_bad_note_is_refused_with_its_place(place):
    content = BAD[place] if place == "notes" else [BAD[place]]
    text = file.dumps(chain()).rstrip()[:-1] + ', "notes": ' + json.dumps(content) + "}"
    with pytest.raises(FileError) as refused:
        file.loads(text)
    assert refused.value.place == place


@pytest.mark.parametrize(("note_id", "place"), [("dense_1", "notes[0].id"), ("note_1", "notes[1].id")])
def test_no_two_things_have_one_id(note_id, place):
    content = json.loads(file.dumps(noted()))
    content["notes"].insert(0, {"id": note_id})
    with pytest.raises(FileError) as refused:
        file.loads(json.dumps(content))
    assert refused.value.place == place


def test_a_note_is_copied_with_what_it_points_at():
    document, ids = paste(noted(), copy_text(noted(), ("dense_1", "note_1")), 1060, 1050)
    assert ids == ("dense_3", "note_2")
    # It points at the new layer, at the one Output, and at a point as far from it as before.
    assert notes.by_id(document)["note_2"].arrows == ("dense_3", OUTPUT, (1400, 1300))
    assert notes.places(document)["note_2"] == (1060, 1200)


def test_an_arrow_at_what_is_not_copied_stays_behind():
    document, ids = paste(noted(), copy_text(noted(), ("note_1",)), 0, 0)
    assert ids == ("note_2",)
    assert notes.by_id(document)["note_2"].arrows == (OUTPUT, (340, 100))
    assert document.graph == noted().graph


def test_the_script_has_the_notes_at_its_top():
    document, _ = notes.add_note(noted(), 0, 0, 'coding: latin-1 """\n\n# 二\x0c行')
    lines = python_code(document, DATA_LINES).splitlines()
    assert lines[2:8] == ["# Look here", "#", '# coding: latin-1 """', "#", "# # 二", "# 行"]


def test_a_link_says_nothing_of_notes():
    document = example("circle", EXAMPLES)
    noted, _ = notes.add_note(document, 0, 0, "Look")
    assert write_link(noted) == write_link(document)


@few
@given(st.lists(st.text(), max_size=3))
def test_no_note_spoils_the_script(texts):
    document = chain()
    for text in texts:
        document, _ = notes.add_note(document, 0, 0, text)
    made = ast.parse(python_code(document, DATA_LINES).encode())
    assert ast.dump(made) == ast.dump(ast.parse(python_code(chain(), DATA_LINES)))
