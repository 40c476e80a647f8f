"""What the window gives back of its memory."""

from __future__ import annotations

import linecache

from playground.ui.keeping.collecting import give_back


def test_sources_that_were_read_go_too_and_can_be_read_again() -> None:
    lines = linecache.getlines(__file__)
    assert __file__ in linecache.cache
    give_back()
    assert not linecache.cache
    assert linecache.getlines(__file__) == lines
