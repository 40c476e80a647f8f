"""Why the lab has no result, what surprises in one, and what would mend it, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playground.frames.lab import Mark, Repair, Trouble
from playground.lab.reading import Unreadable
from playground.ui.texts.numbers import with_minus
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

TROUBLES = {
    "matmul_inner": QT_TRANSLATE_NOOP(
        "Text", "The first has {columns} columns, the second {rows} rows: they must be equal."
    ),
    "matmul_rank": QT_TRANSLATE_NOOP(
        "Text", "@ needs matrices; {name} is a vector of {length}. Give it a second axis."
    ),
    "matmul_batches": QT_TRANSLATE_NOOP(
        "Text", "The axes before the last two must be equal or 1: {first} against {second}."
    ),
    "broadcast": QT_TRANSLATE_NOOP(
        "Text", "Aligned at the right, {top} stands over {bottom}: equal lengths or a 1 are needed."
    ),
    "kinds_differ": QT_TRANSLATE_NOOP(
        "Text", "TensorFlow never mixes kinds of numbers: these are {first} and {second}. Cast one of them."
    ),
    "other_number": QT_TRANSLATE_NOOP("Text", "{value} is no {dtype}."),
    "needs_text": QT_TRANSLATE_NOOP("Text", "{value} is a number, and a text is needed: put it in quotation marks."),
    "needs_number": QT_TRANSLATE_NOOP("Text", "{value} is a text, and a number is needed ({dtype})."),
    "needs_booleans": QT_TRANSLATE_NOOP("Text", "{value} are numbers; a condition needs True and False."),
    "needs_floats": QT_TRANSLATE_NOOP(
        "Text", "{operation} works on floats, and these are {dtype}: write 1. for 1, or cast."
    ),
    "no_booleans": QT_TRANSLATE_NOOP("Text", "{operation} does not work on booleans. Cast them to numbers to count."),
    "no_texts": QT_TRANSLATE_NOOP("Text", "{operation} does not work on texts."),
    "places_not_whole": QT_TRANSLATE_NOOP("Text", "Places are whole numbers, and these are {dtype}."),
    "whole_by_zero": QT_TRANSLATE_NOOP("Text", "Whole numbers cannot be divided by 0; floats give infinity."),
    "negative_power": QT_TRANSLATE_NOOP("Text", "A negative power of a whole number is no whole number: use floats."),
    "reshape_size": QT_TRANSLATE_NOOP("Text", "{values} values do not fill {shape} = {places} places."),
    "reshape_multiple": QT_TRANSLATE_NOOP("Text", "{values} is no multiple of {multiple}, so −1 cannot be found."),
    "two_unknown": QT_TRANSLATE_NOOP("Text", "Only one length may be −1: the others must be said."),
    "negative_length": QT_TRANSLATE_NOOP("Text", "An axis cannot have a length below 0."),
    "squeeze": QT_TRANSLATE_NOOP("Text", "Axis {axis} has length {length}; only an axis of length 1 can go."),
    "no_axes": QT_TRANSLATE_NOOP("Text", "A single number has no axes."),
    "no_such_axis": QT_TRANSLATE_NOOP(
        "Text", "There is no axis {axis}: they are 0 to {last}, or from the end −{axes} to −1."
    ),
    "order_length": QT_TRANSLATE_NOOP("Text", "The order needs {needed} axes, each once; {got} were given."),
    "order_missing": QT_TRANSLATE_NOOP("Text", "The order needs each axis once; {missing} is missing."),
    "one_for_each_axis": QT_TRANSLATE_NOOP(
        "Text", "There are {axes} axes: give one number, or one pair, for each of them."
    ),
    "negative_padding": QT_TRANSLATE_NOOP(
        "Text", "Padding adds cells, so it cannot be below 0. Slice to take some away."
    ),
    "mirror_too_long": QT_TRANSLATE_NOOP(
        "Text", "A mirror of {length} values has no more to show: {before} before and {after} after are too many."
    ),
    "ranks_differ": QT_TRANSLATE_NOOP("Text", "Both need the same number of axes: {first_shape} and {second_shape}."),
    "concat_differs": QT_TRANSLATE_NOOP("Text", "Only axis {along} may differ. Axis {axis} is {first} and {second}."),
    "concat_scalars": QT_TRANSLATE_NOOP("Text", "Single numbers have no axis to be joined along: stack makes one."),
    "stack_differs": QT_TRANSLATE_NOOP("Text", "Stack needs equal shapes: {first_shape} and {second_shape}."),
    "uneven_parts": QT_TRANSLATE_NOOP("Text", "{length} cannot be cut into {parts} equal parts."),
    "parts_do_not_add_up": QT_TRANSLATE_NOOP(
        "Text", "The sizes of the parts must add up to the length of the axis; they add up to {sum}."
    ),
    "index_out": QT_TRANSLATE_NOOP(
        "Text", "There is no place {index} on axis {axis}: its places are 0 to {last}, or from the end −{length} to −1."
    ),
    "too_many_indices": QT_TRANSLATE_NOOP("Text", "{given} places were given, and there are {axes} axes."),
    "list_as_index": QT_TRANSLATE_NOOP(
        "Text", "A list is no place: x[[0, 2]] means x[0, 2]. To take several, use tf.gather."
    ),
    "no_kind_of_index": QT_TRANSLATE_NOOP(
        "Text", "{got} is no place. Whole numbers, start:stop:step, ... and tf.newaxis are."
    ),
    "step_zero": QT_TRANSLATE_NOOP("Text", "A step of 0 would never get on."),
    "place_out": QT_TRANSLATE_NOOP("Text", "There is no place {index}: they are 0 to {last}."),
    "negative_place": QT_TRANSLATE_NOOP("Text", "Places are counted from 0 here; {index} does not count from the end."),
    "nd_place_out": QT_TRANSLATE_NOOP("Text", "The place [{place}] lies outside the shape [{shape}]."),
    "nd_place_long": QT_TRANSLATE_NOOP("Text", "A place of {length} numbers, and there are {axes} axes."),
    "places_not_lists": QT_TRANSLATE_NOOP("Text", "Each place is a list of its own: [[4], [3]] in place of [4, 3]."),
    "places_and_values": QT_TRANSLATE_NOOP("Text", "{places} places and {values} values: each value needs its place."),
    "mask_length": QT_TRANSLATE_NOOP("Text", "The mask needs {needed} answers and has {got}."),
    "uneven_rows": QT_TRANSLATE_NOOP("Text", "The rows are of different length: a tensor has no gaps."),
    "mixed": QT_TRANSLATE_NOOP("Text", "Numbers and texts do not go into one tensor."),
    "whole_too_large": QT_TRANSLATE_NOOP("Text", "This whole number is too large even for int64."),
    "delta_zero": QT_TRANSLATE_NOOP("Text", "Steps of 0 never reach the end."),
    "range_backwards": QT_TRANSLATE_NOOP("Text", "From {start} to {limit} the steps must go down: delta=-1."),
    "assigned_shape": QT_TRANSLATE_NOOP("Text", "A variable keeps its shape: [{needed}] is needed, [{got}] came."),
    "cells_shape": QT_TRANSLATE_NOOP("Text", "These cells have the shape [{needed}]; [{got}] does not fit into them."),
    "constant_assigned": QT_TRANSLATE_NOOP("Text", "A constant cannot be changed: make it a tf.Variable."),
    "text_no_number": QT_TRANSLATE_NOOP("Text", "“{text}” is no number."),
    "text_cast": QT_TRANSLATE_NOOP("Text", "A text is not cast to {dtype}: tf.strings.to_number reads it."),
    "no_such_norm": QT_TRANSLATE_NOOP(
        "Text", 'There is no norm {order}: use 1, 2, infinity, another number above 0, or "euclidean".'
    ),
    "many_truths": QT_TRANSLATE_NOOP("Text", "Several truths are not one: use tf.reduce_all or tf.reduce_any."),
    "other": QT_TRANSLATE_NOOP("Text", "TensorFlow refused this call: {said}"),
    "failed": QT_TRANSLATE_NOOP("Text", "The lab could not answer this."),
    "too_large": QT_TRANSLATE_NOOP("Text", "That would be {cells} cells, and the lab stops at a million."),
    "too_many_axes": QT_TRANSLATE_NOOP("Text", "That would be {axes} axes, and the lab shows up to {most}."),
    "too_many_cells": QT_TRANSLATE_NOOP("Text", "{name} would have {cells} typed cells; up to {most} can be typed."),
    "too_many_letters": QT_TRANSLATE_NOOP("Text", "That is a long text; up to {most} letters can be typed."),
    "too_many_parts": QT_TRANSLATE_NOOP("Text", "That would be {parts} parts, and the lab shows up to {most}."),
    "too_many_steps": QT_TRANSLATE_NOOP("Text", "A chain has up to {most} steps."),
    "too_much": QT_TRANSLATE_NOOP("Text", "{name} holds more than fits."),
    "count_too_large": QT_TRANSLATE_NOOP("Text", "{name} goes up to {most} here."),
    "negative": QT_TRANSLATE_NOOP("Text", "{name} has an axis of a length below 0."),
    "negative_deviation": QT_TRANSLATE_NOOP(
        "Text", "A standard deviation is never below 0, and TensorFlow does not complain of {value}."
    ),
    "not_finite": QT_TRANSLATE_NOOP("Text", "{name} must be a number, not infinity and not NaN."),
    "no_such_choice": QT_TRANSLATE_NOOP("Text", "{name} is one of {choices}."),
    "no_such_operation": QT_TRANSLATE_NOOP("Text", "The lab has no operation {name}."),
    "no_such_name": QT_TRANSLATE_NOOP("Text", "This operation has no {name}."),
    "no_such_step": QT_TRANSLATE_NOOP("Text", "There is no step {step} before this one."),
    "no_index": QT_TRANSLATE_NOOP("Text", "Between the brackets stand places, start:stop:step, ... or tf.newaxis."),
    "no_value": QT_TRANSLATE_NOOP("Text", "This is no number and no list."),
    "one_value": QT_TRANSLATE_NOOP("Text", "One cell holds one value."),
    "too_long": QT_TRANSLATE_NOOP("Text", "That is too long: up to {most} letters."),
    "too_deep": QT_TRANSLATE_NOOP("Text", "That is nested too deep: up to {most} lists inside each other."),
    "no_operation": QT_TRANSLATE_NOOP("Text", "The lab knows no such operation."),
}

MARKS = {
    "wrapped": QT_TRANSLATE_NOOP(
        "Text", "{before} does not fit into {dtype}: it becomes {after}. TensorFlow gives no error."
    ),
    "became_infinite": QT_TRANSLATE_NOOP("Text", "{before} is too large for {dtype}: it becomes infinity."),
    "rounded_whole": QT_TRANSLATE_NOOP("Text", "{before} is not among the numbers of {dtype}: it becomes {after}."),
    "became_int64": QT_TRANSLATE_NOOP("Text", "Too large for int32, so the list became int64."),
    "is_infinite": QT_TRANSLATE_NOOP("Text", "Finite numbers came in, and infinity came out."),
    "is_nan": QT_TRANSLATE_NOOP("Text", "Numbers came in, and NaN came out: there is no such value."),
    "is_nan:surface": QT_TRANSLATE_NOOP(
        "Text",
        "An odd number of points has one in the middle. There r is 0, and 0/0 is NaN, though the limit is 1. "
        "One NaN is enough to spoil the mean of all points, or a loss.",
    ),
    "is_nan:slope_naive": QT_TRANSLATE_NOOP(
        "Text",
        "where has the right value at 0, but the slope is NaN: going back, the tape multiplies the slope of the "
        "branch that was not chosen by 0, and that slope is no number, as it divides by 0: 0 · NaN is NaN. "
        "A second where keeps 0 out of the division.",
    ),
    "misses_middle": QT_TRANSLATE_NOOP(
        "Text",
        "No NaN, and no 1: among {side} points along each axis, which is even, none is in the middle, where r is 0. "
        "The four points beside it are the highest, {highest}.",
    ),
    "wrong_middle": QT_TRANSLATE_NOOP(
        "Text", "No error and no NaN, but a hole: divide_no_nan says 0 in the middle, where the limit is 1."
    ),
    "filled_up": QT_TRANSLATE_NOOP(
        "Text",
        "Rows of unequal length: TensorFlow gives a ragged tensor. The marked cells fill it up and are no words.",
    ),
    "nan_among_shares": QT_TRANSLATE_NOOP(
        "Text", "A NaN came in, and the other shares are wrong though they look right."
    ),
    "whole_divided": QT_TRANSLATE_NOOP("Text", "Whole numbers divided by / give float64."),
    "linspace_float64": QT_TRANSLATE_NOOP("Text", "Whole ends give float64: write -8. for float32."),
    "mean_cut": QT_TRANSLATE_NOOP("Text", "The mean of whole numbers is cut: {exact} becomes {got}."),
    "wrapped_sign": QT_TRANSLATE_NOOP(
        "Text", "The smallest number has no positive counterpart, so {value} stays negative."
    ),
    "power_wrapped": QT_TRANSLATE_NOOP(
        "Text", "{base} to the power of {power} does not fit: the result has wrapped around."
    ),
    "row_of_zeros": QT_TRANSLATE_NOOP(
        "Text", "There is no class {index} among {depth}: its row is all 0, without an error."
    ),
    "limits_crossed": QT_TRANSLATE_NOOP(
        "Text", "The lower limit {low} lies above the upper {high}: all becomes {low}."
    ),
    "compared_as_whole": QT_TRANSLATE_NOOP(
        "Text", "{first} and {second} cannot be compared cell by cell, and == says False in place of an error."
    ),
    "texts_joined": QT_TRANSLATE_NOOP("Text", "+ puts texts one behind the other."),
    "mask_of_numbers": QT_TRANSLATE_NOOP("Text", "Numbers work as a mask too: 0 is False, all else True."),
    "flattened": QT_TRANSLATE_NOOP("Text", "meshgrid first makes a row of a matrix."),
    "first_of_equals": QT_TRANSLATE_NOOP("Text", "Several are equal: the first one counts."),
    "places_add_up": QT_TRANSLATE_NOOP("Text", "Two values share a place: they add up."),
    "last_place_wins": QT_TRANSLATE_NOOP("Text", "Two values share a place: the last one stays (on the CPU)."),
    "empty": QT_TRANSLATE_NOOP("Text", "The result has no cells."),
    "slice_cut": QT_TRANSLATE_NOOP("Text", "The axis ends at {length}: a slice up to {stop} is cut without an error."),
}

REPAIRS = {
    "transpose": QT_TRANSLATE_NOOP("Text", "Transpose {name}"),
    "as_row": QT_TRANSLATE_NOOP("Text", "Make {name} a row"),
    "as_column": QT_TRANSLATE_NOOP("Text", "Make {name} a column"),
    "cast": QT_TRANSLATE_NOOP("Text", "Cast {name} to {dtype}"),
    "as_kind": QT_TRANSLATE_NOOP("Text", "Make {name} {dtype}"),
    "without_kind": QT_TRANSLATE_NOOP("Text", "Leave the kind to TensorFlow"),
    "count_booleans": QT_TRANSLATE_NOOP("Text", "Cast the booleans to numbers"),
    "as_column_of": QT_TRANSLATE_NOOP("Text", "Make {name} a column {shape}"),
    "turned": QT_TRANSLATE_NOOP("Text", "Transpose {name} first"),
    "reshape_to": QT_TRANSLATE_NOOP("Text", "Reshape to {shape}"),
    "use_axis": QT_TRANSLATE_NOOP("Text", "Use axis {axis}"),
    "cut_to": QT_TRANSLATE_NOOP("Text", "Keep the first {length} of {name}"),
    "fill_to": QT_TRANSLATE_NOOP("Text", "Fill {name} with zeros to {length}"),
    "with_axis": QT_TRANSLATE_NOOP("Text", "Give {name} an axis: {shape}"),
    "stack": QT_TRANSLATE_NOOP("Text", "Use tf.stack"),
    "parts": QT_TRANSLATE_NOOP("Text", "Split into {parts} parts"),
    "with_rest": QT_TRANSLATE_NOOP("Text", "Add a part of {rest}"),
    "last_one": QT_TRANSLATE_NOOP("Text", "Take the last one"),
    "gather": QT_TRANSLATE_NOOP("Text", "Use tf.gather"),
    "step_one": QT_TRANSLATE_NOOP("Text", "Use a step of 1"),
    "own_lists": QT_TRANSLATE_NOOP("Text", "Make each place a list"),
    "count_down": QT_TRANSLATE_NOOP("Text", "Count down"),
    "repeat": QT_TRANSLATE_NOOP("Text", "Repeat {name} to {shape}"),
    "as_variable": QT_TRANSLATE_NOOP("Text", "Make it a variable"),
    "to_number": QT_TRANSLATE_NOOP("Text", "Use tf.strings.to_number"),
    "fill_rows": QT_TRANSLATE_NOOP("Text", "Fill the rows with zeros"),
    "use_norm": QT_TRANSLATE_NOOP("Text", "Use the norm {order}"),
}
BEYOND = QT_TRANSLATE_NOOP("Text", "more than 10¹⁸")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN_UP_TO, WHOLE_BELOW = 10**7, 1e15


def trouble_text(trouble: Trouble) -> str:
    """What is wrong, as TensorFlow means it or why it was not asked."""
    return _filled(TROUBLES, trouble.code, trouble.values)


def unreadable_text(error: Unreadable) -> str:
    """What is wrong with typed text."""
    return _filled(TROUBLES, error.code, error.values.items())


def mark_text(mark: Mark) -> str:
    # Of some operations there is more to say.
    of_operation = f"{mark.code}:{dict(mark.values).get('operation', '')}"
    return _filled(MARKS, of_operation if of_operation in MARKS else mark.code, mark.values)


def repair_text(repair: Repair) -> str:
    """What stands on its button: what is done, and the shape that comes of it where the words do not tell it."""
    words = _filled(REPAIRS, repair.code, repair.values)
    tells = "{shape}" in REPAIRS[repair.code]
    return words if tells else f"{words} → {_text(repair.shape)}"


def _filled(table: Mapping[str, str], code: str, values: Iterable[tuple[str, object]]) -> str:
    return say(table[code], **{name: _cells_text(value) if name == "cells" else _text(value) for name, value in values})


def _text(value: object) -> str:
    """A value within a sentence: a shape as [2, 3], names one after another, numbers as they are."""
    if isinstance(value, tuple):
        words = [one if isinstance(one, str) else _text(one) for one in value]
        return ", ".join(words) if value and isinstance(value[0], str) else f"[{', '.join(words)}]"
    if isinstance(value, float):
        # A whole number is told to its last digit, as it is the last one that was rounded.
        return with_minus(f"{value:.0f}" if value.is_integer() and abs(value) < WHOLE_BELOW else f"{value:.7g}")
    return with_minus(str(value))


def _cells_text(cells: object) -> str:
    """A count that may be beyond all reading: 1.1 × 10¹²."""
    if not isinstance(cells, int):
        return say(BEYOND)
    if cells < PLAIN_UP_TO:
        return f"{cells:,}"
    mantissa, _, power = f"{cells:.1e}".partition("e+")
    return f"{mantissa} × 10{str(int(power)).translate(RAISED)}"
