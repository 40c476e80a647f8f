"""The notebook: valid, the same each time, explained in the language in use, and of the run's own losses."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from types import SimpleNamespace

import matplotlib
import nbformat
import numpy as np
import pytest
from matplotlib import pyplot as plt
from nbclient import NotebookClient

from playground.command_train import write
from playground.document.checks.targets import needed_outputs
from playground.document.examples import example
from playground.engine.exports.rehearsal import rehearsal_of
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.frame import Frame
from playground.projects.project import Project
from playground.readback.readers import READERS
from playground.ui.assets import asset
from playground.ui.texts.language import speak
from playground.ui.writing.notebook.notebook import notebook

LOOPS = Loops()
# Each look of data and each kind of task has plots of its own.
LOOKS = ("circle", "plane", "three-blobs", "iris", "digits", "sine", "waves", "boundary")
pytestmark = pytest.mark.filterwarnings("ignore")


def exported(name, folder, epochs, points=None):
    """The session after so many epochs, and the notebook of it."""
    document = example(name, asset("examples"))
    data = replace(document.data, points=points) if points else document.data
    document = replace(document, data=data, training=replace(document.training, epochs=epochs))
    session = Session(document, LOOPS)
    session.train(epochs * session.plain.steps_per_epoch)
    write(session, Project(document), folder / "net.ipynb", epochs)
    return session, nbformat.read(folder / "net.ipynb", as_version=4)


@pytest.mark.timeout(300)
def test_a_notebook_runs_in_jupyter_to_the_losses_of_the_run(tmp_path):
    session, book = exported("circle", tmp_path, epochs=3, points=60)
    nbformat.validate(book)
    NotebookClient(book, timeout=240, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = {cell.id: cell.outputs for cell in book.cells if cell.cell_type == "code"}
    said = "".join(output.text for output in outputs["loop"] if output.name == "stdout")
    printed = [float(loss) for loss in re.findall(r"(?:train|validation): loss ([^\s,]+)", said)]
    rows = [session.recorder.row(epoch) for epoch in range(4)]
    # It prints six digits.
    assert printed == pytest.approx([row[f"{s}_loss"] for row in rows for s in ("train", "validation")], rel=1e-5)
    for plot in ("data-plot", "curve", "answers"):
        assert [output.data for output in outputs[plot] if "image/png" in output.get("data", {})], plot


class Untrained:
    """In the place of the network, as plots ask nothing of it but answers."""

    def __init__(self, outputs):
        self.outputs = outputs

    def predict(self, x, **_):
        return np.random.default_rng(1).random((len(x), self.outputs))


@pytest.mark.parametrize("name", LOOKS)
def test_each_look_of_data_has_plots(name):
    matplotlib.use("agg")
    document = example(name, asset("examples"))
    cells = {cell["id"]: cell for cell in json.loads(notebook(document, Frame(document.graph)))["cells"]}
    made = {"network": Untrained(needed_outputs(document)), "history": {"train": [(0, 1.0)], "validation": [(0, 2.0)]}}
    for part in ("imports", "plotting", "settings", "data", "split", "data-plot", "curve", "answers"):
        exec(compile("".join(cells[part]["source"]), part, "exec"), made)
        if part in ("data-plot", "curve", "answers"):
            assert cells[part]["metadata"]["tags"] == ["plot"]
            assert any(place.has_data() for place in plt.gcf().axes), part
            plt.close("all")


def test_a_notebook_is_the_same_each_time_and_speaks_chinese(tmp_path, qapp):
    session, book = exported("xor", tmp_path, epochs=1)
    first = (tmp_path / "net.ipynb").read_bytes()
    write(session, Project(session.document), tmp_path / "net.ipynb", 1)
    assert (tmp_path / "net.ipynb").read_bytes() == first
    speak(qapp, "zh_CN")
    try:
        write(session, Project(session.document), tmp_path / "net.ipynb", 1)
    finally:
        speak(qapp, "en")
    spoken = nbformat.read(tmp_path / "net.ipynb", as_version=4)
    assert [cell.id for cell in spoken.cells] == [cell.id for cell in book.cells]
    for ours, theirs in zip(book.cells, spoken.cells, strict=True):
        # Code is the same in every language.
        assert (ours.source == theirs.source) == (ours.cell_type == "code")
        assert ours.cell_type == "code" or re.search("[\u4e00-\u9fff]", theirs.source)


def test_the_proof_of_a_notebook_is_that_it_ran(tmp_path):
    session, book = exported("circle", tmp_path, epochs=1, points=60)
    given = SimpleNamespace(rehearsal=lambda: asdict(rehearsal_of(session)))
    answer = READERS["notebook"](given, tmp_path / "net.ipynb")
    assert answer["ran"] == 1
    assert answer["difference"] < 1e-5
    settings = next(cell for cell in book.cells if cell.id == "settings")
    settings.source = settings.source.replace("LEARNING_RATE = ", "LEARNING_RATE = 3 * ")
    nbformat.write(book, tmp_path / "net.ipynb")
    assert READERS["notebook"](given, tmp_path / "net.ipynb")["fault"] == "different"
