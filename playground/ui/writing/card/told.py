"""What is known, as a list of names and values."""

from __future__ import annotations

from collections.abc import Sequence

from playground.ui.texts.exports.card import card_text


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """A line each, of Markdown; what is not known is left out."""
    return "\n".join(card_text("fact", name=name, value=value) for name, value in rows if value)
