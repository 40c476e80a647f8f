"""docs/EXPORTS.md: its lines open the files that they are about, and it knows every kind of file."""

import re
from pathlib import Path

import numpy as np
import pytest

from playground.command_train import write
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.engine.exports.tflite import child
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.formats import ENDINGS
from playground.projects.project import Project

PAGE = (Path(__file__).parents[3] / "docs" / "EXPORTS.md").read_text(encoding="utf-8")
CODE = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
# What the lines print that give no answers of the network.
TOLD = {"net.csv": "0.", "net.json": "epoch", "net.weights.npz": "dense_1/kernel", "net.weights.json": "dense_1/kernel"}
TOLD |= {
    "net.weights.csv": "dense_1/kernel",
    "net.ipynb": "report-words",
    "net.svg": "dense_2",
    "net.md": "<h1>Model card: Iris flowers</h1>",
}
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The network of the page in every format, and rows."""
    document, before = edits.choose_data(Document(), "iris"), DATA
    for layer in (Dense(8, "relu"), Dense(3, "softmax")):
        document, before = edits.add_node(document, layer, 0, 0, before)
    session, made = Session(edits.connect(document, before, OUTPUT), Loops()), tmp_path_factory.mktemp("page")
    written = {re.findall(r'"(net[\w.]*)', code)[0] for code in CODE} - {"net.tflite", "network.keras"}
    for name in sorted(written):
        write(session, Project(session.document), made / name, 0)
    (made / "network.keras").write_bytes((made / "net.keras").read_bytes())
    (made / "net.tflite").write_bytes(child.converted(made, "float32", None))
    return made, np.asarray(session.arrays.train_x[:5]), np.asarray(session.keras_network()(session.arrays.train_x[:5]))


@pytest.mark.parametrize("code", CODE, ids=[re.findall(r'"(net[\w.]*)', code)[0] for code in CODE])
def test_the_lines_of_the_page_open_its_file(code, folder, monkeypatch):
    place, inputs, expected = folder
    shown = []
    monkeypatch.chdir(place)
    exec(compile(code, "EXPORTS.md", "exec"), {"inputs": inputs, "print": lambda *values: shown.extend(values)})
    assert len(code.strip().splitlines()) <= 8
    told = next((word for name, word in TOLD.items() if f'"{name}"' in code), None)
    if told is not None:
        assert told in str(shown)
        return
    found = next(iter(shown[0].values())) if isinstance(shown[0], dict) else shown[0]
    np.testing.assert_allclose(np.asarray(found), expected, atol=1e-5)


def test_every_kind_of_file_is_on_the_page():
    assert [ending for ending in ENDINGS if f"`{ending}`" not in PAGE] == []
