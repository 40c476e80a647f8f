"""What TensorFlow says, as far as it is understood."""

from __future__ import annotations

import pytest

from playground.lab.troubles import Seen, understood
from playground.lab.values import Call

SAID = "ConcatOp : Dimension 1 in both shapes must be equal: shape[0] = [2,3] vs. shape[2] = [2,4]"


@pytest.mark.parametrize(("shapes", "code"), [
    ({"a": (2, 3), "b": (2, 4)}, "concat_differs"),
    # Where what was seen does not tell it, TensorFlow's own words stand.
    ({"a": (2, 3), "b": (2, 3)}, "other"), ({"a": (2, 3)}, "other"), ({}, "other"),
])  # fmt: skip
def test_a_sentence_is_said_only_where_its_numbers_are_known(shapes, code) -> None:
    call = Call("concat", parameters=(("axis", 0),))
    found = understood(SAID, Seen(call, shapes, {}))
    assert found.code == code
    assert set(dict(found.values)) >= ({"along", "axis", "first", "second"} if code != "other" else {"said"})
