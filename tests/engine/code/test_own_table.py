"""The script of a document with a table of one's own, run alone, learns what the Playground learns."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from playground.document.examples import example
from playground.document.settings import DataSettings
from playground.engine.exports.script import content
from playground.engine.session import Session
from playground.tables.choices import first_choices, recipe_text
from playground.tables.opening import open_table
from playground.tables.preparing import prepare
from playground.ui.assets import asset

EPOCHS, ENDINGS = 5, ("csv", "jsonl")
# One after another in one process, as TensorFlow takes longer to load than they to run.
RUN_EACH = """
import os, runpy, sys
for folder in sys.argv[1:]:
    os.chdir(folder)
    runpy.run_path("script.py", run_name="__main__")
    print("--", flush=True)
"""
JUDGED = """
both = ((train_x, train_y), (validation_x, validation_y))
print([network.evaluate(x, y, verbose=0)[0] for x, y in both])
"""


def trained(path, loops):
    """A session that has learned a table, which is written there."""
    names = ("size", "weight", "kind")
    rows = [(at % 11 * 1.5, "" if at == 7 else at % 5, ("red", "blue", "green")[at % 3]) for at in range(60)]
    lines = ["{}, {}, {}".format(*row) for row in (names, *rows)]
    if path.suffix == ".jsonl":
        lines = [json.dumps(dict(zip(names, row, strict=True))) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    table = open_table(path)
    choices = first_choices(table.columns)
    own = prepare(table, choices, "t").own
    own = replace(own, recipe=recipe_text(table.path, table.fingerprint, table.reading, choices))
    document = example("iris", asset("examples"))
    document = replace(document, data=DataSettings(own=own, train_share=70.0))
    document = replace(document, training=replace(document.training, epochs=EPOCHS))
    session = Session(document, loops)
    session.train(EPOCHS * session.plain.steps_per_epoch)
    return session


@pytest.fixture(scope="module")
def told(tmp_path_factory, loops):
    """Of each kind of file: the session, its script, and the losses that the script comes to, run beside the file."""
    sessions, codes, folders = {}, {}, {}
    for ending in ENDINGS:
        folders[ending] = tmp_path_factory.mktemp(ending)
        sessions[ending] = trained(folders[ending] / f"table.{ending}", loops)
        codes[ending] = content(sessions[ending]).decode()
        (folders[ending] / "script.py").write_text(codes[ending] + JUDGED, encoding="utf-8")
    command = [sys.executable, "-P", "-c", RUN_EACH, *map(str, folders.values())]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    losses = [json.loads(said.splitlines()[-1]) for said in done.stdout.split("--\n")[:-1]]
    return {ending: (sessions[ending], codes[ending], told) for ending, told in zip(ENDINGS, losses, strict=True)}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_table_of_ones_own_learns_the_same(ending, told):
    """Out of its file, where the standard library reads such files, and else out of the script."""
    session, code, losses = told[ending]
    assert ("TABLE = " in code) is (ending == "csv")
    curves = session.recorder.curves()
    assert losses == pytest.approx([curves.train_loss[-1], curves.validation_loss[-1]], abs=1e-5)
