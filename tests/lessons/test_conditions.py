"""Conditions of goals: what holds, what never does, and what is refused where it stands."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.lessons.conditions import ConditionError, holds, read_condition, read_number
from playground.lessons.expressions import value_of
from playground.lessons.known import FACTS, FUNCTIONS

FACTS_NOW = {
    "epoch": 40, "train_loss": 0.2, "validation_loss": 0.25, "validation_accuracy": 0.95, "neurons": 4, "noise": 0.25,
    "dataset": "circle", "playing": True, "dropout": False, "lab_shape": "2,3", "train_accuracy": nan, "loss_gap": 0.05,
    "count": {"Dense": 3}.get,
    "weight": lambda layer, array, *index: 2.1 if (layer, array, index) == ("first", "kernel", (0, 0)) else None,
    "answered": lambda name: name == "why",
}  # fmt: skip

TRUE = [
    "validation_accuracy >= 95 %",
    "validation_accuracy >= 95% and neurons <= 4",
    "validation_accuracy ≥ 95％ and neurons ≤ 4 and epoch ≠ 3",
    "（neurons == 4） and count（“Dense”） == 3",
    "0 < epoch <= 100",
    "validation_loss > 1.2 * train_loss",
    "validation_loss - train_loss < 0.1",
    "noise == 25 %",
    "not dropout",
    "playing and not dropout",
    "dropout or playing",
    "dataset == 'circle' and dataset != \"xor\"",
    "lab_shape == \"2,3\"",
    "-epoch < 0 and --epoch == 40",
    "epoch / 8 == 5 and 1 / 50 % == 2",
    "2.095 <= weight(\"first\", \"kernel\", 0, 0) <= 2.105",
    "answered(\"why\")",
    "playing == true and dropout == false",
    "1 + 2 * 3 == 7 and (1 + 2) * 3 == 9 and 8 - 3 - 2 == 3 and 8 / 4 / 2 == 1",
    "playing or widest > 3",
    "not (dropout and widest > 3)",
]  # fmt: skip
NOT_TRUE = [
    "validation_accuracy > 95 %",
    # Unknown, not a number, or made of it.
    "widest > 0",
    "not widest > 0",
    "widest == widest",
    "train_accuracy < 1",
    "not train_accuracy < 1",
    "train_accuracy != 0.5",
    "widest > 0 or not widest > 0",
    "epoch / 0 > 1",
    "not epoch / 0 > 1",
    "-widest < 1",
    "weight(\"first\", \"bias\", 0) != 5",
    "not selected(\"dense_1\")",
    "walking == false",
]  # fmt: skip
# Each with the code and the column, from 1, of what is wrong.
REFUSED = [
    ("validation_acuracy >= 95 %", "unknown_name", 1),
    ("__import__(\"os\").system(\"x\")", "unknown_function", 1),
    ("9**9**9 > 1", "not_understood", 2),
    ("epoch >=", "ends_early", 9),
    ("epoch.__class__ == 1", "not_understood", 6),
    ("weight[0] > 1", "of_what", 1),
    ("(lambda: 1)() == 1", "unknown_name", 2),
    ("f\"{epoch}\" == \"1\"", "unknown_name", 1),
    ("[epoch][0] > 1", "not_understood", 1),
    ("{1: 2}", "not_understood", 1),
    ("epoch if playing else 1", "not_understood", 7),
    ("(epoch := 5) > 1", "not_understood", 8),
    ("exec(\"import os\")", "unknown_function", 1),
    ("open(\"a\", \"w\")", "argument_count", 1),
    ("count(dataset) > 1", "quotes_needed", 7),
    ("count(open(\"x\")) > 1", "quotes_needed", 7),
    ("open(*\"x\")", "not_understood", 6),
    ("count(name=\"Dense\") > 1", "quotes_needed", 7),
    ("1 << 100 > 2", "not_understood", 3),
    ("epoch @ 2 > 1", "not_understood", 7),
    ("epoch > 1; playing", "not_understood", 10),
    ("epoch > 0x10", "not_understood", 10),
    ("epoch > 1j", "not_understood", 10),
    ("epoch > 1e999", "too_large", 9),
    ("epoch in (1, 2)", "not_understood", 7),
    ("epoch % 2 == 0", "not_understood", 7),
    ("\"a\" * 99999999 == \"a\"", "no_number_beside", 1),
    ("epoch = 3", "other_sign", 7),
    ("playing && dropout", "other_sign", 9),
    ("!playing", "other_sign", 1),
    ("epoch", "no_condition", 1),
    ("epoch and playing", "no_condition_beside", 1),
    ("not 1", "no_condition_beside", 5),
    ("dataset > \"a\"", "no_order", 9),
    ("playing < true", "no_order", 9),
    ("epoch == \"3\"", "kinds_differ", 7),
    ("playing == 1", "kinds_differ", 9),
    ("dataset == \"circel\"", "unknown_word", 12),
    ("count(\"Dens\") > 1", "unknown_word", 7),
    ("validation_accuracy >= 95", "no_share", 24),
    ("weight(\"a\", \"kernel\", 0.5) > 1", "whole_needed", 23),
    ("weight(\"a\", 0) > 1", "word_needed", 13),
    ("count() > 1", "of_what", 1),
    ("(epoch > 1", "bracket_not_closed", 1),
    ("epoch > 1)", "not_understood", 10),
    ("dataset == \"cir", "text_not_closed", 12),
    ("", "empty", 1),
    ("(" * 21 + "playing" + ")" * 21, "too_deep", 21),
    ("not " * 30 + "playing", "too_deep", 81),
    ("playing" + " and playing" * 30, "too_long", 301),
    ("\u2028playing\0", "not_understood", 9),
]  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_holds(text: str) -> None:
    assert holds(read_condition(text), FACTS_NOW)


@pytest.mark.parametrize("text", NOT_TRUE)
def test_does_not_hold(text: str) -> None:
    assert not holds(read_condition(text), FACTS_NOW)


@pytest.mark.parametrize(("text", "code", "column"), REFUSED)
def test_is_refused_where_it_is_wrong(text: str, code: str, column: int) -> None:
    with pytest.raises(ConditionError) as refused:
        read_condition(text)
    assert (refused.value.code, refused.value.column) == (code, column)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("validation_acuracy > 1", "validation_accuracy"),
        ("cuont(\"Dense\") > 1", "count"),
        ("optimizer == \"adam\"", "Adam"),
        ("output_activation == \"sigmod\"", "sigmoid"),
        ("feature(\"x1_square\")", "x1_squared"),
        ("changed(\"lerning_rate\")", "learning_rate"),
    ],
)  # fmt: skip
def test_the_nearest_known_word_is_told(text: str, near: str) -> None:
    with pytest.raises(ConditionError) as refused:
        read_condition(text)
    assert refused.value.values["near"] == near


def test_facts_of_another_kind_than_the_table_says_are_unknown() -> None:
    for value in (True, "many", None, [3], nan, object()):
        assert not holds(read_condition("not epoch > 3 or epoch > 3"), {"epoch": value}), value
    assert holds(read_condition("train_loss > 3"), {"train_loss": inf})


def test_a_live_number_is_any_number() -> None:
    assert value_of(read_number("100 * validation_accuracy"), FACTS_NOW) == 95
    assert value_of(read_number("weight(\"first\", \"kernel\", 0, 0)"), FACTS_NOW) == 2.1  # fmt: skip
    for text in ("epoch > 3", "dataset", "playing"):
        with pytest.raises(ConditionError, match="no number"):
            read_number(text)


WORDS = (
    *FACTS, *FUNCTIONS, "and", "or", "not", "true", "(", ")", ",", '"Dense"', "'x'", "<", "<=", "==", "!=", "+", "-",
    "*", "/", "%", "0", "95", "1.5e3", "≥", "（", "．", "\\", "\n", "__class__", "\ud800",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=25).map(" ".join))
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    try:
        condition = read_condition(text)
    except ConditionError as error:
        place = error.column
    else:
        place = 1
        assert holds(condition, {}) in (True, False)
    assert 1 <= place <= len(text) + 1


@given(st.dictionaries(st.sampled_from(["epoch", "noise", "widest"]), st.floats(), max_size=3), st.integers(0, 4**6))
def test_conditions_are_worth_what_python_says_of_known_numbers(facts: dict[str, float], choice: int) -> None:
    signs = ["<", "<=", "==", "!="]
    a, b, c, d, e, f = (choice // 4**place % 4 for place in range(6))
    text = (
        f"epoch {signs[a]} noise * 2 - {c} {('and', 'or')[b % 2]} "
        f"{('', 'not ')[d % 2]}(widest {signs[e]} 3 or -noise {signs[f]} epoch / 4)"
    )
    known = all(name in facts and facts[name] == facts[name] for name in ("epoch", "noise", "widest"))
    if known and all(abs(value) < 1e100 for value in facts.values()):
        assert holds(read_condition(text), facts) == eval(text, {}, dict(facts))
    elif not facts:
        assert not holds(read_condition(text), facts)
