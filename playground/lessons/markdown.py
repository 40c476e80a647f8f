"""Markdown as lessons have it: the one grammar by which a lesson is checked and shown."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

# A number that changes while it learns: {{validation_loss}}.
LIVE = re.compile(r"\{\{([^{}]*)\}\}")
# A link that does something has a space in it, which Markdown takes in <> alone.
_DOES = re.compile(r"\]\((do:[^()<>\n]*)\)")


@cache
def grammar() -> MarkdownIt:
    """CommonMark with tables and `$formulas$`. HTML is text like any other; a price, as $5, is no formula.

    Its formulas are tokens `math_inline`, `math_inline_double` and `math_block`.
    """
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    # A line of --- is a line, and not a step; what a link means stands where the link is.
    made.disable(["lheading", "reference"])
    return made.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)


def parse(markdown: str) -> list[Token]:
    """The tokens of it; a link as `[Slower](do:set learning_rate=0.1)` need not spell its space."""
    return grammar().parse(_DOES.sub(r"](<\1>)", markdown))
