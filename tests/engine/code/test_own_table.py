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

EPOCHS = 5
JUDGED = """
both = ((train_x, train_y), (validation_x, validation_y))
print([network.evaluate(x, y, verbose=0)[0] for x, y in both])
"""


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_table_of_ones_own_learns_the_same(ending, tmp_path, loops):
    """Out of its file, where the standard library reads such files, and else out of the script."""
    path = tmp_path / f"table.{ending}"
    names = ("size", "weight", "kind")
    rows = [(at % 11 * 1.5, "" if at == 7 else at % 5, ("red", "blue", "green")[at % 3]) for at in range(60)]
    lines = ["{}, {}, {}".format(*row) for row in (names, *rows)]
    if ending == "jsonl":
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
    code = content(session).decode()
    assert ("TABLE = " in code) is (ending == "csv")
    done = subprocess.run([sys.executable, "-c", code + JUDGED], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    curves = session.recorder.curves()
    expected = [curves.train_loss[-1], curves.validation_loss[-1]]
    assert json.loads(done.stdout.splitlines()[-1]) == pytest.approx(expected, abs=1e-5)
