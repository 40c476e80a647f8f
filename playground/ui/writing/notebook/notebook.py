"""The network as a notebook: the parts of the script, explained in the language in use, with plots."""

from __future__ import annotations

import json
from typing import NamedTuple

from playground.datasets.code import data_code
from playground.document.code.python_code import KERAS, ScriptParts, needed_packages, script_parts
from playground.document.code.training_code import compile_code, judge_code, keras_loop, report_code
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.tables.code import table_code
from playground.ui.texts.exports.notebook import notebook_text as word
from playground.ui.writing.notebook.explaining import about_data, about_network, about_training, title
from playground.ui.writing.notebook.plots import PLOTTING, answers_plot, curve_plot, data_plot

# How often the loss is measured for the plot of it.
REPORTS = 20
QUIET = 'import os\n\nos.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"'
HISTORY = '# (epoch, loss) of each report, which the plot below shows.\nhistory = {"train": [], "validation": []}'


class Cell(NamedTuple):
    """Its id, which is the same in every notebook, and what stands in it: code, a plot, or words."""

    id: str
    source: str
    kind: str = "code"


def notebook(document: Document, _frame: Frame) -> bytes:
    """Format 4.5; it holds no outputs, and learns anew what the network learned, to the same numbers."""
    cells = [_written(cell) for cell in _cells(document) if cell.source]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _cells(document: Document) -> list[Cell]:
    parts = _parts(document)
    return [*_data_cells(document, parts), *_network_cells(document, parts)]


def _parts(document: Document) -> ScriptParts:
    """Those of the Keras script, whose reports are kept for the plot."""
    own = document.data.own
    style = KERAS._replace(
        training=(
            compile_code,
            lambda document: report_code(document, keeps=True),
            judge_code,
            lambda document: keras_loop(document, REPORTS),
        )
    )
    return script_parts(document, data_code(document.data, table_code(own) if own else None), style)


def _data_cells(document: Document, parts: ScriptParts) -> list[Cell]:
    return [
        Cell("title", title(document, needed_packages(document)), "markdown"),
        Cell("notes", parts.notes),
        Cell("quiet", QUIET),
        Cell("imports", parts.imports),
        Cell("plotting", PLOTTING, "plot"),
        Cell("settings-words", word("settings"), "markdown"),
        Cell("settings", parts.constants),
        Cell("data-words", about_data(document), "markdown"),
        Cell("data", parts.data),
        Cell("split-words", word("split"), "markdown"),
        Cell("split", parts.targets),
        Cell("data-plot", data_plot(document), "plot"),
    ]


def _network_cells(document: Document, parts: ScriptParts) -> list[Cell]:
    compiled, report, judge, loop = parts.training
    return [
        Cell("network-words", about_network(document), "markdown"),
        Cell("network", parts.network),
        Cell("training-words", about_training(document), "markdown"),
        Cell("compile", compiled),
        Cell("report-words", word("report"), "markdown"),
        Cell("report", f"{HISTORY}\n\n\n{report.strip()}"),
        Cell("judge", judge),
        Cell("loop-words", word("loop"), "markdown"),
        Cell("loop", f"report(0)\n\n{loop}"),
        Cell("curve-words", word("curve"), "markdown"),
        Cell("curve", curve_plot(), "plot"),
        Cell("answers-words", word("answers"), "markdown"),
        Cell("answers", answers_plot(document), "plot"),
        Cell("save-words", word("save"), "markdown"),
        Cell("save", parts.saved),
    ]


def _written(cell: Cell) -> dict[str, object]:
    lines = cell.source.strip("\n").splitlines(keepends=True)
    if cell.kind == "markdown":
        return {"cell_type": "markdown", "id": cell.id, "metadata": {}, "source": lines}
    metadata = {"tags": ["plot"]} if cell.kind == "plot" else {}
    made = {"cell_type": "code", "execution_count": None, "id": cell.id, "metadata": metadata}
    return {**made, "outputs": [], "source": lines}
