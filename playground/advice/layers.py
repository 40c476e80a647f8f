"""What the sizes of layers say: that gradients do not arrive, that neurons are dead, that the output is saturated."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10

from playground.advice.finding import Evidence, Finding, Remedy
from playground.advice.remedies import is_far_too_high, leaky_in, leaky_with_he, lower_rate, unbound_output
from playground.advice.standstill import TINY, Cause
from playground.document.checks.problem import Values
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Graph
from playground.frames.sizes import LayerSizes

# The share of a layer's units that may be dead, and the share of points where the output may be flat.
MANY_DEAD, MANY_FLAT = 0.5, 0.8
# The smallest gradient that a bar tells from none, as a power of ten.
LOWEST = -20.0


def gradient_findings(document: Document, sizes: Mapping[str, LayerSizes], still: Mapping[str, Cause]) -> list[Finding]:
    """Why layers stand still, of `still`: each with its cause, once for all that share it."""
    order = [name for name in document.graph.trained if name in sizes]
    found = []
    if thrown := [name for name in order if name in still and still[name].code == "thrown"]:
        where = still[thrown[0]].node
        values: Values = (("rate", document.training.learning_rate), ("node", where))
        found.append(Finding("thrown", values, tuple(thrown), remedy=lower_rate(document)))
    faded = [name for name in order if name in still and still[name].code == "faded"]
    if faded and len(faded) < len(order):
        values = (("count", len(faded)), ("all", len(order)), ("below", TINY), ("first", faded == order[: len(faded)]))
        evidence = Evidence(bars=tuple(_bar(sizes[name].gradient) for name in order), faint=len(faded))
        found.append(Finding("faded", values, tuple(faded), evidence, leaky_with_he(document)))
    return found


def _bar(gradient: float) -> float:
    return round(min(max(1 - log10(max(gradient, 10**LOWEST)) / LOWEST, 0.0), 1.0), 2)


def dead_finding(document: Document, sizes: Mapping[str, LayerSizes]) -> Finding | None:
    """The layer with most dead neurons, where half of them are, or more."""
    worst = max(sizes, key=lambda name: sizes[name].dead, default="")
    if not worst or sizes[worst].dead < MANY_DEAD or worst not in document.graph.by_id:
        return None
    shape = flow(document).shapes.get(worst, (1,))
    values = (("node", worst), ("dead", round(sizes[worst].dead * shape[-1])), ("units", shape[-1]))
    return Finding("dead", values, (worst,), remedy=_by_rate(document) or leaky_in(document, worst))


def saturated_finding(document: Document, sizes: Mapping[str, LayerSizes]) -> Finding | None:
    """The output, where its sigmoid, softmax or tanh is flat at nearly every point."""
    last = last_weighted(document.graph, sizes)
    if not last or sizes[last].flat < MANY_FLAT or sizes[last].dead:
        return None
    values = (("node", last), ("share", sizes[last].flat))
    return Finding("saturated", values, (last,), remedy=_by_rate(document) or unbound_output(document, last))


def _by_rate(document: Document) -> Remedy | None:
    """A lower rate, where this one would spoil whatever else is done."""
    return lower_rate(document) if is_far_too_high(document) else None


def last_weighted(graph: Graph, sizes: Mapping[str, LayerSizes]) -> str:
    """The layer with weights that the output comes from; "" where it comes from several."""
    name = OUTPUT
    while name != DATA and name not in sizes:
        sources = graph.sources[name]
        if len(sources) != 1:
            return ""
        name = sources[0]
    return name if name in sizes else ""
