"""Predictions of a table's values, in the unit of the column that is learned."""

from __future__ import annotations

import numpy as np

from playground.datasets.dataset import load
from playground.tables.choices import first_choices
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.plots.predictions.panel import PredictionsPanel
from playground.ui.theme import LIGHT
from tests.ui.plots.predictions.test_panel import choose_part, predict


def test_a_tables_values_are_told_in_its_own_unit(qtbot, make_document) -> None:
    panel = PredictionsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(800, 300)
    panel.show()
    mass = 3000.0 + 400.0 * np.random.default_rng(3).normal(size=60)
    lines = (f"{size * size},{grams:.1f} g" for size, grams in enumerate(mass))
    table = pasted_table("\n".join(("length,mass", *lines)))
    own = prepare(table, first_choices(table.columns, ["mass"]), "t").own
    document = make_document(own=own)
    panel.show_document(document)
    labels = load(document.data).labels
    output = (labels + np.linspace(-1, 1, len(labels)))[:, np.newaxis]
    predict(panel, document, output)
    choose_part(panel, "Both")
    # One step of the network is one deviation of the column.
    missed = np.linspace(-1, 1, 60) * mass.round(1).std()
    fields = dict(panel.headline.fields)
    assert fields["RMSE"] == f"{np.sqrt(np.mean(missed**2)):.1f}\u00a0g"
    assert fields["MAE"] == f"{np.abs(missed).mean():.1f}\u00a0g"
    assert panel.true_plot.up == "Predicted value (g)"
    assert panel.true_plot.span_x[0] <= mass.min() < mass.max() <= panel.true_plot.span_x[1]
    assert f"off by {np.abs(missed).max():.1f}\u00a0g" in panel.worst.spoken(0)
    true = sorted(row[panel.table().columns.index("True")] for row in panel.table().rows)
    np.testing.assert_allclose(true, np.sort(mass.round(1)), rtol=1e-5)
    panel.choose_page("residuals")
    assert panel.residuals.edges[-1] >= np.abs(missed).max()
