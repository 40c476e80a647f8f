"""Documents and frames made by hand, and a Qt that shares OpenGL as the window's does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt

from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.layer import Layer
from playground.document.settings import DataSettings
from playground.frames.frame import Frame
from playground.frames.run import Curves
from playground.frames.wanted import Wanted
from tests.made_curves import made_curves

# pyqtgraph keeps its shaders for the whole program: every view must be able to use them.
if QCoreApplication.instance() is None:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

MakeDocument = Callable[..., Document]
MakeFrame = Callable[..., Frame]


@pytest.fixture
def make_document() -> MakeDocument:
    """A document with one hidden layer, `layer`, called "hidden"."""

    def make(name: str = "circle", layer: Layer | None = None, **settings: Any) -> Document:
        nodes = (Node(DATA, Data()), Node("hidden", layer or Dense(3)), Node(OUTPUT, Output()))
        graph = Graph(nodes, (Edge(DATA, "hidden"), Edge("hidden", OUTPUT)))
        return Document(graph=graph, data=DataSettings(name=name, **settings))

    return make


@pytest.fixture
def make_frame(make_document: MakeDocument) -> MakeFrame:
    def make(**parts: Any) -> Frame:
        return Frame(graph=make_document().graph, wanted=Wanted(selected="hidden"), **parts)

    return make


@pytest.fixture
def rising() -> np.ndarray:
    """A surface whose value is x2 / 6 over -6 to 6: +1 along its top row. Shape (100, 100, 1)."""
    line = np.linspace(1, -1, 100, dtype=np.float32)
    return np.repeat(line[:, np.newaxis, np.newaxis], 100, axis=1)


@pytest.fixture
def curves() -> Curves:
    """Epochs 0 to 400 in steps of 4; losses and accuracies that cross no other."""
    epochs = np.arange(0, 401, 4)
    fall = np.exp(-epochs / 100).astype(np.float32)
    return made_curves(epochs, 0.5 * fall, 0.5 * fall + 0.05, 1 - 0.5 * fall, 0.9 - 0.4 * fall)
