"""What is said of a prediction, in the unit of the column that it predicts."""

from __future__ import annotations

import numpy as np
import pytest

from playground.datasets.measures import target_measure
from playground.tables.choices import first_choices
from playground.tables.opening import pasted_table
from playground.tables.preparing import prepare
from playground.ui.texts.output import answer_fields


@pytest.mark.parametrize(("seen", "said"), [(0.0, "250\u00a0g"), (1.0, "361.8\u00a0g"), (-1.0, "138.2\u00a0g")])
def test_a_prediction_is_told_in_the_targets_unit(seen: float, said: str) -> None:
    # Mean 250, deviation 111.8 by hand.
    table = pasted_table("size,weight\n1,100 g\n2,200 g\n3,300 g\n5,400 g\n")
    own = prepare(table, first_choices(table.columns, ["weight"]), "t").own
    assert own is not None
    ((_, told),) = answer_fields(np.array([seen]), (), None, target_measure(own))
    assert told == said


def test_a_value_of_its_own_or_a_class_has_no_measure() -> None:
    assert target_measure("sine") is None
    assert answer_fields(np.array([0.5]), ())[0][1] == "0.50"
