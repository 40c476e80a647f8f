"""A network whose end suits other data: what its problems at Output offer, taken without asking."""

from __future__ import annotations

from playground.document.checks.behind import last_of
from playground.document.checks.outputs import activation_fix, output_problems, usual_activation
from playground.document.checks.shapes import flow
from playground.document.checks.targets import loss_of
from playground.document.document import Document

# Each mends one thing: the loss, the number of values, what the last layer applies.
MOST = 4
BOUNDED = ("tanh", "sigmoid")


def fitted(document: Document) -> Document:
    """The document with the first fix of each problem at its Output, as far as there are any.

    Of several classes the last values get no bounds.
    """
    for _ in range(MOST):
        fix = next((found.fixes[0] for found in output_problems(document, flow(document)) if found.fixes), None)
        if fix is None:
            break
        document = fix.apply(document)
    return _unbounded(document)


def _unbounded(document: Document) -> Document:
    """Between -1 and 1, as for two classes, several could never be told for sure."""
    last = last_of(document.graph.by_id, document.graph.sources)
    of_classes = document.data.facts.task == "classes" and loss_of(document).takes == "logits"
    if last is None or last.applies not in BOUNDED or not of_classes:
        return document
    return activation_fix(last.node, usual_activation(document)).apply(document)
