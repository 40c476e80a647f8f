"""A sentence for a person, from where no language is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in English and what fills its {names}; `ui/texts/` has it in the language of the window."""

    sentence: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.sentence.format(**dict(self.values)) if self.values else self.sentence


def words(sentence: str, **values: object) -> Words:
    """The sentence, filled when it is shown."""
    return Words(sentence, tuple(values.items()))
