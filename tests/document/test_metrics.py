"""The metrics: what suits which data is measured, and Keras says the same of each."""

from dataclasses import replace

import pytest

from playground.document.document import Document
from playground.document.limits import SettingError
from playground.document.metrics import METRICS
from playground.document.settings import DATASETS, DataSettings, TrainingSettings
from playground.document.stopping import Stopping

ALL = tuple(METRICS)
MEASURED = {
    "circle": ("accuracy", "precision", "recall", "auc"),
    "iris": ("accuracy", "precision", "recall", "auc", "cosine_similarity"),
    "sinc": ("r2", "mean_absolute_error", "mean_squared_error", "cosine_similarity"),
}


def document(data="circle", metrics=("accuracy",), **stopping):
    return Document(data=DataSettings(data), training=TrainingSettings(metrics=metrics, stopping=Stopping(**stopping)))


@pytest.mark.parametrize("data", MEASURED)
def test_of_all_metrics_those_that_suit_the_data_are_measured(data):
    assert document(data, ALL).metrics == MEASURED[data]
    assert {DATASETS[name].task for name in MEASURED} == {"binary", "classes", "regression"}


def test_a_project_of_before_measures_what_it_did():
    assert document().metrics == document("iris").metrics == ("accuracy",)
    assert document("sinc").metrics == ()


def test_the_order_is_that_of_the_choice():
    assert document("circle", ("auc", "r2", "accuracy")).metrics == ("auc", "accuracy")


def test_a_rule_that_stops_at_an_accuracy_has_it_measured():
    assert document("circle", ("auc",), until_accuracy=90.0).metrics == ("auc", "accuracy")
    assert document("circle", ("accuracy", "auc"), until_accuracy=90.0).metrics == ("accuracy", "auc")
    assert document("sinc", ("r2",), until_accuracy=90.0).metrics == ("r2",)


@pytest.mark.parametrize("metrics", [("accuracy", "accuracy"), ("f1",), ["auc"], "auc"])
def test_what_is_no_choice_of_metrics_is_refused(metrics):
    with pytest.raises(SettingError, match="metrics"):
        replace(TrainingSettings(), metrics=metrics)
