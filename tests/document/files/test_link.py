"""Links of TensorFlow Playground: every key, and all kinds of nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.files.link import FEATURES, LONGEST, LinkError, Remark, is_link, read_link
from playground.document.graph import OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.settings import CONTROLS, SGD
from tests.document.random_documents import few

WHOLE = (
    "https://playground.tensorflow.org/#activation=relu&regularization=L2&batchSize=7&dataset=xor"
    "&regDataset=reg-gauss&learningRate=0.1&regularizationRate=0.003&noise=15&networkShape=5,3,2&seed=0.72431"
    "&showTestData=true&discretize=true&percTrainData=70&x=true&y=false&xTimesY=true&xSquared=true&ySquared=false"
    "&cosX=false&sinX=false&cosY=false&sinY=true&collectStats=false&problem=classification&initZero=false"
    "&hideText=false&playButton_hide=true&noise_hide=false&discretize_hide=true"
)


def opened(link: str) -> Document:
    return read_link(link, new_seed="0.5")[0]


def remarks(link: str) -> list[Remark]:
    """What was nonsense; a seed that had to be drawn is none."""
    return [remark for remark in read_link(link, new_seed="0.5")[1] if remark.code != "drawn_seed"]


def dense_layers(document: Document) -> list[Dense]:
    """In their order from Data to Output."""
    layers = [document.graph.by_id[node_id].layer for node_id in document.graph.trained]
    return [layer for layer in layers if isinstance(layer, Dense)]


def test_a_whole_link_is_understood_in_every_part() -> None:
    document, found = read_link(WHOLE)
    data, training, view = document.data, document.training, document.view
    assert found == ()
    assert (data.name, data.points, data.noise, data.train_share) == ("xor", 500, 15, 70)
    assert (data.generator, data.seed_text) == ("seedrandom", "0.72431")
    assert data.features == ("x1", "x1_squared", "x1_x2", "sin_x2")
    assert (training.learning_rate, training.batch_size, training.optimizer) == (0.1, 7, SGD())
    assert (training.order, training.part_batches) == ("as_made", "carried")
    assert (view.show_test, view.discretize, view.hidden) == (True, True, ("playButton", "discretize"))
    layers = dense_layers(document)
    assert [(layer.units, layer.activation) for layer in layers] == [(5, "relu"), (3, "relu"), (2, "relu"), (1, "tanh")]
    assert {(layer.l1, layer.l2, layer.hold_zero) for layer in layers} == {(0, 0.0015, False)}
    assert document.graph.by_id[OUTPUT].layer == Output("half_squared_error")
    assert can_train(document)


def test_an_empty_link_has_the_pages_defaults() -> None:
    document = opened("#")
    assert [layer.units for layer in dense_layers(document)] == [4, 2, 1]
    assert (document.data.name, document.data.noise, document.data.train_share) == ("circle", 0, 50)
    assert (document.training.learning_rate, document.training.batch_size) == (0.03, 10)
    assert document.data.features == ("x1", "x2")
    assert document.data.seed_text == "0.5"


@pytest.mark.parametrize(
    ("link", "value"),
    [
        ("activation=sigmoid", lambda d: dense_layers(d)[0].activation == "sigmoid"),
        ("activation=linear", lambda d: dense_layers(d)[0].activation == "linear"),
        ("regularization=L1&regularizationRate=0.01", lambda d: dense_layers(d)[-1].l1 == 0.01),
        ("regularization=L1&regularizationRate=0", lambda d: all(layer.hold_zero for layer in dense_layers(d))),
        ("regularizationRate=0.01", lambda d: dense_layers(d)[0].l1 == dense_layers(d)[0].l2 == 0),
        ("batchSize=30", lambda d: d.training.batch_size == 30),
        ("dataset=spiral&regDataset=reg-gauss", lambda d: d.data.name == "spiral"),
        ("problem=regression", lambda d: (d.data.name, d.data.points) == ("reg-plane", 1200)),
        ("problem=regression&regDataset=reg-gauss", lambda d: d.data.name == "reg-gauss"),
        ("problem=regression", lambda d: dense_layers(d)[-1].activation == "linear"),
        ("learningRate=1e-5", lambda d: d.training.learning_rate == 1e-5),
        ("noise=50", lambda d: d.data.noise == 50),
        ("networkShape=8,8,8,8,8,8", lambda d: [layer.units for layer in dense_layers(d)] == [8] * 6 + [1]),
        ("networkShape=", lambda d: [layer.units for layer in dense_layers(d)] == [1]),
        ("networkShape=4%2C2", lambda d: [layer.units for layer in dense_layers(d)] == [4, 2, 1]),
        ("seed=0.1%20x", lambda d: d.data.seed_text == "0.1%20x"),
        ("seed=a b<日", lambda d: d.data.seed_text == "a%20b%3C%E6%97%A5"),
        ("showTestData=true", lambda d: d.view.show_test),
        ("discretize=true", lambda d: d.view.discretize),
        ("learningRate=-0.03", lambda d: d.training.learning_rate == -0.03),
        ("learningRate=0", lambda d: d.training.learning_rate == 0),
        ("learningRate=30", lambda d: d.training.learning_rate == 30),
        ("regularization=L1&regularizationRate=-0.1", lambda d: dense_layers(d)[0].l1 == -0.1),
        ("regularization=L2&regularizationRate=-0.1", lambda d: dense_layers(d)[0].l2 == -0.05),
        ("regularization=L2&regularizationRate=20", lambda d: dense_layers(d)[0].l2 == 10),
        ("noise=80", lambda d: d.data.noise == 80),
        ("percTrainData=5", lambda d: d.data.train_share == 5),
        ("percTrainData=95", lambda d: d.data.train_share == 95),
        ("xTimesY=true&xTimesY_hide=true", lambda d: d.data.features == ("x1", "x2")),
        ("y_hide=true", lambda d: d.data.features == ("x1",)),
        ("y_hide=true&y_hide=false", lambda d: d.data.features == ("x1", "x2")),
        ("cosX_hide=true&hideText_hide=true", lambda d: d.data.features == ("x1", "x2")),
        ("percTrainData=10", lambda d: d.data.train_share == 10),
        ("initZero=true", lambda d: {layer.kernel_initializer for layer in dense_layers(d)} == {"zeros"}),
        ("initZero=true", lambda d: {layer.bias_initializer for layer in dense_layers(d)} == {"zeros"}),
    ],
)
def test_each_key_says_what_it_says_on_the_page(link, value) -> None:
    assert remarks("#" + link) == []
    assert value(opened("#" + link))


@pytest.mark.parametrize(("key", "feature"), FEATURES.items())
def test_each_feature_can_be_the_only_one(key, feature) -> None:
    document = opened(f"#x=false&y=false&{key}=true")
    assert document.data.features == (feature,)


@pytest.mark.parametrize("control", CONTROLS)
def test_each_control_can_be_hidden(control) -> None:
    assert opened(f"#{control}_hide=true").view.hidden == (control,)
    assert opened(f"#{control}_hide=false").view.hidden == ()


def test_hidden_controls_stand_in_one_order_and_once() -> None:
    assert opened("#noise_hide=true&playButton_hide=true&noise_hide=true").view.hidden == ("playButton", "noise")


@pytest.mark.parametrize(
    ("link", "bad"),
    [
        ("networkShape=4,-2", Remark("bad_value", "networkShape", "4,-2", "4,2")),
        ("networkShape=4,,2", Remark("bad_value", "networkShape", "4,,2", "4,2")),
        ("networkShape=0", Remark("bad_value", "networkShape", "0", "4,2")),
        ("networkShape=2.5", Remark("bad_value", "networkShape", "2.5", "4,2")),
        ("networkShape=" + ",".join(["10000"] * 40), None),
        ("networkShape=" + "9" * 3_000, None),
        ("batchSize=abc", Remark("bad_value", "batchSize", "abc", "10")),
        ("batchSize=0", Remark("bad_value", "batchSize", "0", "10")),
        ("batchSize=", Remark("bad_value", "batchSize", "", "10")),
        ("batchSize=１０", Remark("bad_value", "batchSize", "１０", "10")),
        ("learningRate=nan", Remark("bad_value", "learningRate", "nan", "0.03")),
        ("learningRate=1_0", Remark("bad_value", "learningRate", "1_0", "0.03")),
        ("learningRate=1e999", Remark("bad_value", "learningRate", "1e999", "0.03")),
        ("noise=Infinity", Remark("bad_value", "noise", "Infinity", "0")),
        ("percTrainData=100", Remark("bad_value", "percTrainData", "100", "50")),
        ("activation=softmax", Remark("bad_value", "activation", "softmax", "tanh")),
        ("dataset=reg-plane", Remark("bad_value", "dataset", "reg-plane", "circle")),
        ("regularization=l1", Remark("bad_value", "regularization", "l1", "none")),
        ("problem=ranking", Remark("bad_value", "problem", "ranking", "classification")),
        ("discretize=perhaps", Remark("bad_value", "discretize", "perhaps", "false")),
        ("seed=", Remark("bad_value", "seed", "", "0.5")),
        ("seed=0.1=2", Remark("bad_value", "seed", "0.1=2", "0.5")),
        ("seed=" + "1" * 65, Remark("bad_value", "seed", "1" * 60, "0.5")),
        ("unknown=1", Remark("unknown_key", "unknown", "1")),
        ("unknown", Remark("unknown_key", "unknown", "")),
        ("hide=true", Remark("unknown_key", "hide", "true")),
        ("sofa_hide=true", Remark("unknown_key", "sofa_hide", "true")),
        ("NOISE=5", Remark("unknown_key", "NOISE", "5")),
        ("%E6%97%A5=%E6%9C%AC", Remark("unknown_key", "日", "本")),
        ("batchSize=%", Remark("bad_value", "batchSize", "%", "10")),
        ("batchSize=%4", Remark("bad_value", "batchSize", "%4", "10")),
        ("batchSize=%ff", Remark("bad_value", "batchSize", "\ufffd", "10")),
        ("x=false&y=false", Remark("no_features", "x", "false", "x, y")),
    ],
)
def test_nonsense_is_named_and_the_default_used(link, bad) -> None:
    found = remarks("#" + link)
    assert len(found) == 1
    assert bad in (found[0], None)
    # All else is as in a link that says nothing.
    assert opened("#" + link) == opened("#")


@pytest.mark.parametrize(("given", "used"), [("81", 50), ("80.5", 50), ("1e4", 50), ("-1", 0)])
def test_noise_beyond_the_pages_is_what_the_page_makes_of_it(given, used) -> None:
    assert opened(f"#noise={given}").data.noise == used
    assert remarks(f"#noise={given}") == [Remark("beyond", "noise", given, str(used))]


def test_of_a_key_given_twice_the_last_that_is_understood_counts() -> None:
    assert opened("#batchSize=20&batchSize=5").training.batch_size == 5
    assert opened("#batchSize=20&batchSize=abc").training.batch_size == 20
    assert remarks("#batchSize=20&batchSize=abc") == [Remark("bad_value", "batchSize", "abc", "20")]


def test_a_link_without_a_seed_tells_which_was_drawn() -> None:
    document, found = read_link("#batchSize=5")
    assert found == (Remark("drawn_seed", "seed", "", document.data.seed_text),)
    assert 0 <= float(document.data.seed_text) <= 1
    assert read_link("#seed=0.1")[1] == ()


@pytest.mark.parametrize("text", ["", "hello", "https://playground.tensorflow.org/", "activation=tanh"])
def test_text_without_a_hash_is_no_link(text) -> None:
    assert not is_link(text)
    with pytest.raises(LinkError) as caught:
        read_link(text)
    assert caught.value.code == "no_link"


def test_a_hundred_thousand_letters_are_refused_at_once() -> None:
    for text in ("#" + "a&" * 50_000, "#networkShape=" + "1," * 50_000, "x" * 100_000):
        with pytest.raises(LinkError) as caught:
            read_link(text)
        assert caught.value.code == "too_long"


@pytest.mark.parametrize("part", ["&", "a&", "noise_hide=true&", "%&", "=&", "x=1&", "networkShape=1&", "\u0000=\n&"])
def test_the_longest_link_of_nonsense_opens(part) -> None:
    assert can_train(opened("#" + part * ((LONGEST - 1) // len(part))))


@pytest.mark.parametrize(
    "text", [" #seed=1\n", "https://playground.tensorflow.org/#seed=1", "http://localhost/p#seed=1"]
)
def test_a_link_may_stand_at_any_address(text) -> None:
    assert is_link(text)
    assert opened(text).data.seed_text == "1"


@given(st.text(max_size=200))
@few
def test_any_text_opens_or_is_no_link(text) -> None:
    assert can_train(opened("#" + text))
