"""The rows of losses: what each is called, and which of them are one loss in two forms."""

import pytest

from playground.document.layers.ends import Output
from playground.document.limits import SettingError, limits
from playground.document.losses import LOSSES, USUAL, Loss, taking


def test_every_row_stands_under_its_name():
    assert [row.name for row in LOSSES.values()] == list(LOSSES)


@pytest.mark.parametrize("name", [name for name, row in LOSSES.items() if row.takes == "logits"])
def test_a_loss_of_logits_has_a_twin_of_probabilities(name):
    twin = taking(LOSSES[name], "probabilities")
    assert twin is not None
    assert f"{twin.name}_logits" == name
    assert taking(twin, "logits") == LOSSES[name]


def test_a_loss_without_another_form_has_none():
    assert taking(LOSSES["kl_divergence"], "logits") is None
    assert taking(LOSSES["hinge"], "probabilities") is None


def test_the_usual_loss_suits_its_task():
    assert all(task in LOSSES[name].tasks for task, name in USUAL.items())


def test_output_takes_the_losses_of_the_table_and_no_other(monkeypatch):
    assert tuple(limits(Output)["loss"].options) == tuple(LOSSES)
    with pytest.raises(SettingError, match=r"expected one of mean_squared_error, .*, got 'log_cosh'"):
        Output("log_cosh")
    monkeypatch.setitem(LOSSES, "log_cosh", Loss("log_cosh", "LogCosh", "values", "as_is", ("regression",)))
    assert Output("log_cosh").loss == "log_cosh"
