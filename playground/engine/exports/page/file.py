"""The page as one file: no server, nothing from elsewhere, and nothing of the data but the range of each input."""

from __future__ import annotations

import html
import json
import re
from importlib.resources import files
from math import isqrt

import numpy as np

from playground.datasets.dataset import class_names
from playground.document.checks.targets import loss_of
from playground.document.graph import DATA
from playground.document.layers.activations import Formula
from playground.engine.exports.page.formulas import javascript
from playground.engine.exports.page.layers import described
from playground.engine.session import Session


def page_content(session: Session) -> bytes:
    """The network as it is now, in a page that runs it."""
    names = ("network.js", "page.js", "page.css", "page.html")
    parts = {name: files(__package__).joinpath(name).read_text("utf-8") for name in names}
    title = session.document.data.name.capitalize()
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


def _page(session: Session, title: str) -> dict[str, object]:
    data, loss = session.document.data, loss_of(session.document)
    kind = "plane" if data.facts.planar else "picture" if data.facts.pictured else "values"
    row = session.recorder.row(session.epoch)
    return {
        "title": title,
        "kind": kind,
        "task": data.facts.task,
        "takes": loss.takes,
        "features": data.input_names,
        "inputs": _inputs(session, kind),
        "side": isqrt(len(data.input_names)),
        "classes": class_names(data) if data.facts.task != "regression" else (),
        "numbers": session.parameters,
        "epochs": session.epoch,
        "rows": int(session.arrays.train_x.shape[0]),
        "loss": f"{row['validation_loss']:.4g}",
    }


def _inputs(session: Session, kind: str) -> list[dict[str, object]]:
    """The name of each slider, its range and where it begins."""
    data = session.document.data
    if kind == "plane":
        low, high = data.facts.span
        return [
            {"name": name, "low": low, "high": high, "at": at} for name, at in (("x₁", high * 0.4), ("x₂", low * 0.3))
        ]
    x = np.asarray(session.arrays.train_x)
    lows, highs = (np.round(edge(x, 0).astype(float), 4) for edge in (np.min, np.max))
    ranges = zip(data.input_names, lows.tolist(), highs.tolist(), strict=True)
    if kind == "picture":
        return [{"name": name, "low": 0.0, "high": float(highs.max()), "at": 0.0} for name, _, _ in ranges]
    return [{"name": name, "low": low, "high": high, "at": (low + high) / 2} for name, low, high in ranges]
