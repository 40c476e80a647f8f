"""A network whose end suits other data: what its problems at Output offer, taken without asking."""

from __future__ import annotations

from playground.document.checks.outputs import output_problems
from playground.document.checks.shapes import flow
from playground.document.document import Document

# Each mends one thing: the loss, the number of values, what the last layer applies.
MOST = 4


def fitted(document: Document) -> Document:
    """The document with the first fix of each problem at its Output, as far as there are any."""
    for _ in range(MOST):
        fix = next((found.fixes[0] for found in output_problems(document, flow(document)) if found.fixes), None)
        if fix is None:
            break
        document = fix.apply(document)
    return document
