"""Settings: their defaults stand, whatever is out of range does not."""

from dataclasses import replace

import pytest
from hypothesis import given

from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS, Layer
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.limits import SettingError, limits
from playground.document.schedules import SCHEDULES
from playground.document.settings import DATASETS, FEATURES, OPTIMIZERS, Adam, DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from tests.document.random_documents import any_data, any_layer, any_training, few


@pytest.mark.parametrize(
    "kind", [*LAYERS.values(), *OPTIMIZERS.values(), *SCHEDULES.values(), Stopping, DataSettings, TrainingSettings]
)
def test_every_default_lies_within_its_limits(kind):
    value = kind()
    assert all(limit.accepts(getattr(value, name)) for name, limit in limits(kind).items())


@few
@given(any_data, any_training, any_layer)
def test_whatever_the_limits_accept_can_be_made_and_compared(data, training, layer):
    for value in (data, training, layer):
        assert replace(value) == value
        assert hash(replace(value)) == hash(value)


@pytest.mark.parametrize(
    "change",
    [
        {"points": 19},
        {"points": 500.0},
        {"noise": -1},
        {"train_share": 100},
        {"noise": 81},
        {"name": "moon"},
        {"seed": -1},
    ],
)
def test_data_out_of_range_is_refused(change):
    with pytest.raises(SettingError):
        replace(DataSettings(), **change)


@pytest.mark.parametrize("change", [{"learning_rate": 1e4}, {"batch_size": 0}, {"clipping": "all"}, {"epochs": 10**7}])
def test_training_out_of_range_is_refused(change):
    with pytest.raises(SettingError):
        replace(TrainingSettings(), **change)


def test_an_optimizer_out_of_range_is_refused():
    with pytest.raises(SettingError, match="beta_1"):
        Adam(beta_1=1.0)


def test_features_are_inputs_on_the_plane_only():
    features = ("x1_x2", "x1")
    assert DataSettings("xor", features=features).input_names == features
    assert DataSettings("sine", features=features).input_names == ("x",)
    assert len(DataSettings("digits", features=()).input_names) == 64
    assert set(FEATURES) >= set(features)


@pytest.mark.parametrize("name", DATASETS)
def test_facts_agree_with_the_task(name):
    facts = DATASETS[name]
    assert {"binary": facts.outputs == 2, "regression": facts.outputs == 1, "classes": facts.outputs > 2}[facts.task]
    assert facts.span[0] < facts.span[1]


def test_layers_are_known_by_the_names_of_their_classes():
    assert all(kind.__name__ == name and kind().kind == name for name, kind in LAYERS.items())
    assert set(LAYERS) - set(PALETTE) == {"Data", "Output"}


def test_every_activation_of_a_dense_layer_but_step_and_keras_own_is_a_layer_too():
    own = {"PReLU", "Formula"}
    kinds = {name.lower() for name, kind in LAYERS.items() if kind.family == "activations" and name not in own}
    assert {name.replace("_", "") for name in ACTIVATIONS} == kinds


def test_a_bias_takes_every_initializer_but_those_of_matrices():
    known = limits(LAYERS["Dense"])
    assert set(known["kernel_initializer"].options) - set(known["bias_initializer"].options) == {
        "orthogonal",
        "playground_uniform",
    }
    assert len(set(INITIALIZERS)) == len(INITIALIZERS)


def test_every_layer_has_a_line_of_help_in_its_class():
    assert all(kind.__doc__ and issubclass(kind, Layer) for kind in LAYERS.values())
