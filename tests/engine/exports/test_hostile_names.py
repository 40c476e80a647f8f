"""Names of files reach scripts, notebooks, pages, figures, tables and Markdown only as data."""

from tests.engine.exports.hostile import EACH, PIECES, PLAIN, differing, document_of, markdown_skeleton


def test_hostile_names_leave_every_file_its_skeleton():
    # 10,000 of them take a few minutes: python -m tests.engine.exports.hostile 10000
    assert differing(8 * EACH, seed=2) == []


def test_what_is_compared_tells_a_name_that_got_out():
    assert markdown_skeleton("a [b](c)") != markdown_skeleton(r"a \[b\](c)")
    assert len(set(PIECES)) > 100
    assert document_of(PLAIN).data.own is not None
