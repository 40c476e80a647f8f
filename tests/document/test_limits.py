"""Limits: what each kind of setting takes, and what it says of anything else."""

import pytest

from playground.document.layers.dense import Dense
from playground.document.layers.shaping import Reshape
from playground.document.limits import Choice, Flag, Real, SettingError, Several, Sizes, Whole, limits

NAN, INFINITY = float("nan"), float("inf")

ACCEPTED = [
    (Whole(1, 8), [1, 8], [0, 9, 1.0, True, "3", None, 10**400]),
    (Real(0.0, 1.0), [0, 0.0, 1, 1.0, 0.003], [-1e-9, 1.1, NAN, INFINITY, -INFINITY, True, "0.5", None, 10**400]),
    (Choice(("a", "b")), ["a", "b"], ["c", "", None, 1, ["a"], ("a",)]),
    (Flag(), [True, False], [0, 1, None, "true"]),
    (Sizes(9), [(1,), (9, 9, 9, 9)], [(), (1,) * 5, (0,), (10,), (1.0,), (True,), [1, 2], "12", 3]),
    (Several(("a", "b")), [(), ("b", "a")], [("a", "a"), ("c",), ["a"], "a", None, (1,)]),
]


@pytest.mark.parametrize(("limit", "good", "bad"), ACCEPTED, ids=lambda value: type(value).__name__)
def test_a_limit_accepts_what_lies_within(limit, good, bad):
    assert [value for value in good if not limit.accepts(value)] == []
    assert [value for value in bad if limit.accepts(value)] == []


@pytest.mark.parametrize("limit", [limit for limit, _, _ in ACCEPTED], ids=lambda limit: type(limit).__name__)
def test_a_limit_says_what_it_expects(limit):
    assert limit.expected()


def test_a_setting_out_of_range_names_itself_what_was_expected_and_what_came():
    with pytest.raises(SettingError, match=r"units: expected 1 to 4096, got 0") as caught:
        Dense(units=0)
    assert (caught.value.name, caught.value.got) == ("units", 0)


def test_limits_are_known_of_a_class_and_of_its_values_in_the_order_of_fields():
    assert list(limits(Dense)) == list(limits(Dense(3)))
    assert list(limits(Dense))[:2] == ["units", "activation"]
    assert limits(Reshape) == {"target": Sizes(100_000)}
