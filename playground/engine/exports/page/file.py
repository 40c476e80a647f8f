"""The page as one file: no server, nothing from elsewhere, and of the data only each input's range, unit and words."""

from __future__ import annotations

import html
import json
import re
from importlib.resources import files
from math import floor, isqrt, log10

import numpy as np

from playground.datasets.dataset import class_names, load
from playground.datasets.measures import Measure, measures, target_measure
from playground.datasets.rows import input_columns
from playground.document.checks.targets import loss_of
from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.activations import Formula
from playground.document.settings import DataSettings
from playground.engine.exports.page.formulas import javascript
from playground.engine.exports.page.layers import described
from playground.engine.session import Session


def page_content(session: Session) -> bytes:
    """The network as it is now, in a page that runs it."""
    names = ("network.js", "page.js", "page.css", "page.html")
    parts = {name: files(__package__).joinpath(name).read_text("utf-8") for name in names}
    title = _title(session.document)
    head = f"const NETWORK = {_json(_network(session))};\n"
    page = f"const PAGE = {_json(_page(session, title))};\n"
    network = parts["network.js"].replace("FORMULAS = {}", f"FORMULAS = {_formulas(session)}", 1)
    filled = {"title": html.escape(title), "style": parts["page.css"]}
    filled |= {"network": head + network, "page": page + parts["page.js"]}
    # In one pass, so that no name is taken for a place.
    return re.sub(r"\{(title|style|network|page)\}", lambda place: filled[place[1]], parts["page.html"]).encode()


def _json(value: object) -> str:
    """JSON that may stand in a script: nothing in it ends one."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _network(session: Session) -> dict[str, object]:
    arrays, nodes = session.weights_by_node(), session.spec.nodes
    return {"layers": [described(node, s, arrays.get(node.id, ())) for node, s in nodes if node.id != DATA]}


def _formulas(session: Session) -> str:
    typed = {node.id: node.layer.formula for node, _ in session.spec.nodes if isinstance(node.layer, Formula)}
    return "{" + ", ".join(f"{_json(node)}: {javascript(text)}" for node, text in typed.items()) + "}"


def _title(document: Document) -> str:
    own = document.data.own
    return document.name or (own.title if own else "") or document.data.name.capitalize()


def _page(session: Session, title: str) -> dict[str, object]:
    data, loss = session.document.data, loss_of(session.document)
    row = session.recorder.row(session.epoch)
    return {
        "title": title,
        "kind": _kind(data),
        "task": data.facts.task,
        "takes": loss.takes,
        "features": data.input_names,
        "inputs": _inputs(data),
        "side": isqrt(len(data.input_names)),
        "classes": class_names(data) if data.facts.task != "regression" else (),
        "named": data.own is not None,
        "targets": _targets(data),
        "numbers": session.parameters,
        "epochs": session.epoch,
        "rows": session.spec.rows[0],
        "loss": f"{row['validation_loss']:.4g}",
    }


def _kind(data: DataSettings) -> str:
    facts = data.facts
    known = {"plane": facts.planar, "picture": facts.pictured, "sequence": facts.sequential}
    return next((kind for kind, holds in known.items() if holds), "values")


def _inputs(data: DataSettings) -> list[dict[str, object]]:
    """What a person chooses: numbers in their own units between two ends, or one of a few words; where each begins."""
    dataset, place, found = load(data), 0, list[dict[str, object]]()
    known = measures(data.origin)
    for column in input_columns(dataset, np.arange(len(dataset.points))):
        if column.words:
            found.append({"name": column.name, "words": column.words, "at": 0})
        else:
            name = column.name.replace("_", " ")
            if data.own is None and data.facts.planar:
                name = ("x₁", "x₂")[place]
            found.append({"name": name, **_number(known[place], column.decimals, place, data)})
        place += len(column.words) or 1
    return found


def _number(measure: Measure, decimals: int, place: int, data: DataSettings) -> dict[str, object]:
    low, high = measure.span
    # On the plane where there is something to see, of a table in the middle of its rows, of a picture without ink.
    at = low if data.facts.pictured else low + ((0.7, 0.35)[place] if data.facts.planar else 0.5) * (high - low)
    if data.facts.look == "table" and low <= measure.middle <= high:
        at = round(measure.middle, decimals)
    return {"low": low, "high": high, "at": at, **_measured(measure, decimals)}


def _targets(data: DataSettings) -> list[dict[str, object]]:
    """What is answered: of several values each."""
    names = [each.name for each in data.own.targets] if data.own else [""]
    known = [target_measure(data.origin, goal) or Measure((0.0, 0.0)) for goal in range(len(names))]
    # To a hundredth of how far the values lie from each other.
    return [
        {"name": name, **_measured(each, max(0, 2 - floor(log10(each.size))))}
        for name, each in zip(names, known, strict=True)
    ]


def _measured(measure: Measure, digits: int) -> dict[str, object]:
    return {"middle": measure.middle, "size": measure.size, "unit": measure.unit, "digits": digits}
