"""The page in a real browser, where there is one: it answers as Keras does, in the data's units, and asks nobody."""

import json
import re
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest

from playground.datasets.measures import own_points, target_measure
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.sequences import LSTM
from playground.document.layers.shaping import Reshape
from playground.document.settings import DataSettings
from playground.engine.exports.export import EXPORTERS
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.ui.assets import asset
from tests.engine.exports.own_table import COLOURS, ROWS, own_table

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
MOST_SECONDS = 120

# What goes wrong is collected before anything runs; then rows are asked, and a person moves the first control.
BEFORE = """<script>const WRONG = [];
addEventListener("error", e => WRONG.push(e.message));
addEventListener("securitypolicyviolation", e => WRONG.push(e.violatedDirective));</script>"""
AFTER = """<script>const ROWS = {rows};
addEventListener("load", () => setTimeout(() => {
  const told = {answers: ROWS.map(answer), asked: performance.getEntriesByType("resource").length, wrong: WRONG,
    background: getComputedStyle(document.body).backgroundColor, names: PAGE.inputs.map(v => v.name)};
  if (sliders.length) {
    sliders.forEach((slider, i) => { slider.value = ROWS[0][i]; slider.dispatchEvent(new Event("input")); });
    told.shown = document.getElementById("answer").textContent;
    told.sliders = Array.from(document.querySelectorAll("label"), label => label.textContent);
  }
  const place = document.createElement("pre");
  place.id = "told"; place.textContent = JSON.stringify(told); document.body.append(place);
}, 100));</script>"""


def asked(session, rows, tmp_path, *flags):
    """What the page tells in Chromium, of these rows as a person enters them."""
    page = EXPORTERS["page"].content(session).decode()
    page = page.replace("<style>", BEFORE + "<style>", 1)
    page = page.replace("</html>", AFTER.replace("{rows}", json.dumps(rows)) + "</html>")
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--virtual-time-budget=3000",
        *flags, "--dump-dom", path.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=MOST_SECONDS, check=True)
    assert "CONSOLE" not in done.stderr, done.stderr
    told = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    assert told, done.stdout[-2000:]
    found = json.loads(told[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert (found["asked"], found["wrong"]) == (0, [])
    return found


DARK, LIGHT = "--blink-settings=preferredColorScheme=0", "--blink-settings=preferredColorScheme=1"
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")


def trained(document, epochs=2):
    session = Session(document, Loops())
    session.train(epochs * session.plain.steps_per_epoch)
    return session


def chain(name, *layers):
    document, before = edits.choose_data(Document(), name), DATA
    for layer in layers:
        document, before = edits.add_node(document, layer, 0, 0, before)
    return edits.set_layer(edits.connect(document, before, OUTPUT), OUTPUT, Output("sparse_categorical_crossentropy"))


def outputs(session, count):
    x = np.concatenate([session.arrays.train_x, session.arrays.validation_x])[:count]
    return np.asarray(session.keras_network()(x, training=False), np.float64)


@pytest.mark.parametrize(
    ("document", "flag"),
    [
        (lambda: chain("iris", Dense(6, "tanh"), Dense(3, "softmax")), LIGHT),
        (lambda: chain("waves", Reshape((32, 1)), LSTM(4), Dense(3, "softmax")), DARK),
        (lambda: chain("digits", Dense(12, "gelu"), Dense(10, "softmax")), DARK),
        (lambda: example("spiral", asset("examples")), LIGHT),
    ],
    ids=["iris", "waves", "digits", "spiral"],
)
def test_the_page_answers_as_keras_does(document, flag, tmp_path):
    session = trained(document())
    rows = own_points(session.dataset, np.arange(20))
    found = asked(session, rows.tolist(), tmp_path, flag)
    expected = outputs(session, 20)
    if expected.shape[1] == 1:
        expected = {"logits": np.tanh(expected / 2), "probabilities": 2 * expected - 1}.get(
            session.spec.loss.takes, expected
        )
    np.testing.assert_allclose(found["answers"], expected, atol=1e-5)
    assert found["background"] == {LIGHT: "rgb(246, 247, 249)", DARK: "rgb(21, 24, 30)"}[flag]


def test_a_table_s_sliders_and_answers_are_in_its_own_units(tmp_path):
    own = own_table(tmp_path)
    session = trained(replace(example("plane", asset("examples")), data=DataSettings(own=own)))
    rows = [[year, COLOURS.index(colour), age] for year, colour, age, _ in ROWS[:20]]
    found = asked(session, rows, tmp_path)
    seen = np.array(
        [[(year - own.columns[0].middle) / own.columns[0].size, *(float(colour == word) for word in COLOURS),
          (age - own.columns[4].middle) / own.columns[4].size] for year, colour, age, _ in ROWS[:20]],
        np.float32,
    )  # fmt: skip
    expected = np.asarray(session.keras_network()(seen), np.float64) * own.targets[0].size + own.targets[0].middle
    np.testing.assert_allclose(found["answers"], expected, rtol=1e-5, atol=1e-5)
    assert found["names"] == ["year", "my colour", "年龄"]
    assert found["sliders"][0] == "year1900"
    assert float(found["shown"].replace("−", "-")) == pytest.approx(expected[0, 0], abs=0.01)
    assert target_measure(own).middle == own.targets[0].middle
