"""Which of several networks has the best figure."""

from playground.ui.plots.rivals.rival_figures import best_of


def test_the_best_is_marked_where_there_is_one():
    columns = ("train_loss", "validation_loss", "validation_accuracy")
    one, two = (dict(zip(columns, values, strict=True)) for values in ((1, 2, 0.9), (2, 1, 0.9)))
    none: dict[str, float] = {}
    assert best_of([one, two, none], "train_loss", less=True) == [True, False, False]
    assert best_of([one, two, none], "validation_loss", less=True) == [False, True, False]
    assert best_of([one, two], "validation_accuracy", less=False) == [False, False]
    assert best_of([one, none], "train_loss", less=True) == [False, False]
