"""Lessons: what is wrong in a teacher's file, as the window and `playground check` say it."""

from __future__ import annotations

from playground.document.words import Words
from playground.lessons.lesson import Fault
from playground.lessons.packing import MOST_FILES, PackError
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say, say_words

FAULTS = {
    # Of the file.
    "large_lesson": QT_TRANSLATE_NOOP("Text", "A lesson has at most {most} MB of text"),
    "not_text": QT_TRANSLATE_NOOP("Text", "This is no text in UTF-8; save the lesson as UTF-8"),
    "no_head": QT_TRANSLATE_NOOP("Text", "A lesson begins with “title: …” and “rows: …” between two lines of ---"),
    "head_not_closed": QT_TRANSLATE_NOOP("Text", "The lines that begin at --- do not end: a second --- is missing"),
    "missing": QT_TRANSLATE_NOOP("Text", "“{name}: …” is missing between the lines of ---"),
    "no_value": QT_TRANSLATE_NOOP("Text", "Nothing stands behind “{name}:”"),
    "no_colon": QT_TRANSLATE_NOOP("Text", "“{got}” was expected to be “name: value”"),
    "unknown_key": QT_TRANSLATE_NOOP("Text", "“{got}” is not known here; there are {known}"),
    "given_twice": QT_TRANSLATE_NOOP("Text", "“{name}” stands there twice, first in line {line_before}"),
    "bad_minutes": QT_TRANSLATE_NOOP("Text", "“{got}” is no number of minutes from 1 to {most}"),
    "unknown_row": QT_TRANSLATE_NOOP("Text", "“{got}” is no row of the curriculum: A1 to A17, B1 to B10, C1 to C6"),
    "unknown_control": QT_TRANSLATE_NOOP("Text", "“{got}” is nothing that can be hidden"),
    # Of the steps.
    "no_steps": QT_TRANSLATE_NOOP("Text", "A lesson needs steps: lines that begin with ##"),
    "before_steps": QT_TRANSLATE_NOOP("Text", "“{got}” stands before the first step, a line that begins with ##"),
    "step_without_title": QT_TRANSLATE_NOOP("Text", "A title is missing behind ##"),
    "many_steps": QT_TRANSLATE_NOOP("Text", "A lesson has at most {most} steps; from this one on they are left out"),
    "title_in_text": QT_TRANSLATE_NOOP("Text", "“# {got}”: titles stand between the lines of ---; steps begin with ##"),
    "unknown_block": QT_TRANSLATE_NOOP("Text", "“```{got}” is not known; there are {known}"),
    "not_closed": QT_TRANSLATE_NOOP("Text", "The block “```{word}” does not end: a line of ``` is missing"),
    # Of the blocks.
    "load_source": QT_TRANSLATE_NOOP(
        "Text", "“{got}” is nothing to load; write example:circle, file:name.playground or link:#…"
    ),
    "load_line": QT_TRANSLATE_NOOP("Text", "“{got}” is not known here; there are keep: data and sample: x = 1"),
    "no_sample": QT_TRANSLATE_NOOP("Text", "“{got}” is no sample; write a row, as 3, or inputs, as x1 = 1, x2 = 2"),
    "unknown_keep": QT_TRANSLATE_NOOP("Text", "“{got}” cannot be kept; there are data, weights and nothing"),
    "unknown_example": QT_TRANSLATE_NOOP("Text", "There is no example “{got}”"),
    "no_link": QT_TRANSLATE_NOOP("Text", "“{got}” is no link of TensorFlow Playground"),
    "no_project": QT_TRANSLATE_NOOP("Text", "“{got}” is no project; its name ends in .playground"),
    "bad_project": QT_TRANSLATE_NOOP("Text", "The project “{got}” is damaged; open it to see what is wrong"),
    "outside": QT_TRANSLATE_NOOP("Text", "“{got}” does not lie beside the lesson; nothing else is opened"),
    "no_file": QT_TRANSLATE_NOOP("Text", "There is no file “{got}” beside the lesson"),
    "no_place": QT_TRANSLATE_NOOP(
        "Text", "“{got}” is no place in the window, such as layer:dense_1, setting:learning_rate or button:play"
    ),
    "unknown_place": QT_TRANSLATE_NOOP("Text", "“{got}” is no kind of place; there are {known}"),
    "unknown_target": QT_TRANSLATE_NOOP("Text", "“{kind}:{got}” is not there"),
    "no_goal": QT_TRANSLATE_NOOP("Text", "A goal needs a line “- what to reach | condition”"),
    "goal_form": QT_TRANSLATE_NOOP("Text", "“{got}” was expected to be “- what to reach | condition”"),
    "no_question": QT_TRANSLATE_NOOP("Text", "The question itself is missing"),
    "no_answer": QT_TRANSLATE_NOOP(
        "Text", "The question has no answer: “- [x] right | why”, “answer: 0.2 ± 0.01 | why” or “words: why”"
    ),
    "no_right_answer": QT_TRANSLATE_NOOP("Text", "No answer is marked as right: - [x]"),
    "mixed_answers": QT_TRANSLATE_NOOP("Text", "A question has choices, a number or words, and not several of these"),
    "answer_form": QT_TRANSLATE_NOOP("Text", "“{got}” was expected to be “- [ ] an answer | why not”"),
    "answer_number": QT_TRANSLATE_NOOP("Text", "“{got}” is no number such as 0.2 or 0.2 ± 0.01"),
    "same_name": QT_TRANSLATE_NOOP("Text", "Another question is called “{got}” too, in line {line_before}"),
    "unknown_question": QT_TRANSLATE_NOOP("Text", "No question of this lesson is called “{got}”"),
    "no_operation": QT_TRANSLATE_NOOP("Text", "The lab needs a line “operation: name”"),
    "lab_value": QT_TRANSLATE_NOOP("Text", "“{got}” cannot be read for {name}; write it as in Python"),
    "walk_value": QT_TRANSLATE_NOOP("Text", "“{got}” cannot be read for {setting}; write it as in “{expected}”"),
    "unknown_operation": QT_TRANSLATE_NOOP("Text", "The lab has no operation “{got}”"),
    "no_code": QT_TRANSLATE_NOOP("Text", "There is no code in this block"),
    # Of the text.
    "long_text": QT_TRANSLATE_NOOP("Text", "A text has at most {most} letters; the rest is left out"),
    "formula_open": QT_TRANSLATE_NOOP("Text", "$$ begins a formula that does not end"),
    "formula_empty": QT_TRANSLATE_NOOP("Text", "There is nothing in this formula"),
    "formula_long": QT_TRANSLATE_NOOP("Text", "The formula is too long"),
    "formula_brace": QT_TRANSLATE_NOOP("Text", "In the formula {got} there is no partner of {word}"),
    "formula_command": QT_TRANSLATE_NOOP("Text", "{word} is not known in formulas"),
    "html": QT_TRANSLATE_NOOP("Text", "“{got}” is HTML, which a lesson does not have; it is shown as it is"),
    "address": QT_TRANSLATE_NOOP("Text", "“{got}” is an address, and a lesson opens none; there are do: links"),
    "no_picture": QT_TRANSLATE_NOOP("Text", "“{got}” is no PNG, JPEG or SVG picture"),
    "large_picture": QT_TRANSLATE_NOOP("Text", "The picture “{got}” is larger than {most} MB"),
    "picture_reaches": QT_TRANSLATE_NOOP("Text", "The picture “{got}” names other files; it must stand alone"),
    "value_open": QT_TRANSLATE_NOOP("Text", "“{got}” begins a number that does not end"),
    "unknown_action": QT_TRANSLATE_NOOP("Text", "“do:{got}” does nothing; there are {expected}"),
    "no_equals": QT_TRANSLATE_NOOP("Text", "“do:set {got}” was expected to be “do:set name=value”"),
    "unknown_setting": QT_TRANSLATE_NOOP("Text", "“{got}” is no setting"),
    "cannot_be_set": QT_TRANSLATE_NOOP("Text", "“{got}” cannot be set by a link"),
    "bad_setting": QT_TRANSLATE_NOOP("Text", "{setting} cannot be “{got}”; expected {expected}"),
    # Of conditions, and of numbers in the text.
    "too_long": QT_TRANSLATE_NOOP("Text", "A condition has at most {most} characters"),
    "too_deep": QT_TRANSLATE_NOOP("Text", "More than {most} brackets lie in each other"),
    "empty": QT_TRANSLATE_NOOP("Text", "There is nothing to read"),
    "ends_early": QT_TRANSLATE_NOOP("Text", "Something is missing at the end"),
    "text_not_closed": QT_TRANSLATE_NOOP("Text", "A quote is opened and not closed"),
    "bracket_not_closed": QT_TRANSLATE_NOOP("Text", "A bracket is opened and not closed"),
    "other_sign": QT_TRANSLATE_NOOP("Text", "“{got}” is written “{near}” here"),
    "not_understood": QT_TRANSLATE_NOOP("Text", "“{got}” is not understood here"),
    "no_condition": QT_TRANSLATE_NOOP("Text", "“{got}” is neither true nor false; compare it, as in epoch >= 100"),
    "no_condition_beside": QT_TRANSLATE_NOOP("Text", "“{word}” needs conditions beside it, as in epoch >= 100"),
    "no_number": QT_TRANSLATE_NOOP("Text", "“{got}” is no number"),
    "no_number_beside": QT_TRANSLATE_NOOP("Text", "“{sign}” needs numbers beside it"),
    "kinds_differ": QT_TRANSLATE_NOOP("Text", "{left} is compared with {right}, which never holds"),
    "no_order": QT_TRANSLATE_NOOP("Text", "“{got}” compares numbers only; use == or !="),
    "unknown_word": QT_TRANSLATE_NOOP("Text", "{fact} is never “{got}”"),
    "no_share": QT_TRANSLATE_NOOP("Text", "{fact} is at most 1; write {got} % for percent"),
    "too_large": QT_TRANSLATE_NOOP("Text", "The number {got} is too large"),
    "of_what": QT_TRANSLATE_NOOP("Text", "{got} needs to be told of what, as in {got}(“…”)"),
    "unknown_name": QT_TRANSLATE_NOOP("Text", "“{got}” is not known"),
    "unknown_function": QT_TRANSLATE_NOOP("Text", "“{got}(…)” is not known"),
    "argument_count": QT_TRANSLATE_NOOP("Text", "{got} takes {fewest} to {most} values in its brackets"),
    "word_needed": QT_TRANSLATE_NOOP("Text", "A word in quotes is needed in place of {got}"),
    "whole_needed": QT_TRANSLATE_NOOP("Text", "A whole number is needed in place of {got}"),
    "quotes_needed": QT_TRANSLATE_NOOP("Text", "{got} needs quotes here: “{got}”"),
}  # fmt: skip
# Of a lesson that is handed on in one file.
PACKS = {
    "damaged": QT_TRANSLATE_NOOP("Text", "This is no lesson that was packed here, or it is damaged"),
    "large_pack": QT_TRANSLATE_NOOP("Text", "The packed lesson is too large"),
    "many_files": QT_TRANSLATE_NOOP("Text", "The packed lesson holds more than {most} files"),
    "no_lesson": QT_TRANSLATE_NOOP("Text", "The packed lesson holds no single .md file"),
    "other_file": QT_TRANSLATE_NOOP("Text", "“{got}” in the packed lesson is neither text nor project nor picture"),
}  # fmt: skip
MEANT = QT_TRANSLATE_NOOP("Text", "{fault}; did you mean {near}?")
PLACED = QT_TRANSLATE_NOOP("Text", "line {line}: {fault}")
KINDS = {
    "number": QT_TRANSLATE_NOOP("Text", "A number"),
    "share": QT_TRANSLATE_NOOP("Text", "A number"),
    "word": QT_TRANSLATE_NOOP("Text", "A word"),
    "flag": QT_TRANSLATE_NOOP("Text", "A condition"),
}
WITH_NEAR = ("other_sign",)
LONGEST = 80


def fault_text(fault: Fault) -> str:
    """What is wrong, and what may be meant: "“validation_acuracy” is not known; did you mean validation_accuracy?"."""
    values = {name: _short(value) for name, value in fault.values}
    if fault.code == "kinds_differ":
        values |= {side: said(KINDS, str(values[side])) for side in ("left", "right")}
    sentence = say(FAULTS[fault.code], **values)
    near = values.get("near")
    return say(MEANT, fault=sentence, near=near) if near and fault.code not in WITH_NEAR else sentence


def pack_error_text(error: PackError) -> str:
    """Why a lesson cannot be packed, or a pack not opened."""
    sentence = PACKS.get(error.code) or FAULTS[error.code]
    return say(sentence, got=_short(error.got), most=MOST_FILES)


def placed_fault(fault: Fault) -> str:
    """The same with its line: "line 12: …"."""
    return say(PLACED, line=fault.line, fault=fault_text(fault))


def _short(value: object) -> object:
    """As one line shows it."""
    if isinstance(value, Words):
        return say_words(value)
    if not isinstance(value, str):
        return value
    line = "".join(letter if letter.isprintable() else " " for letter in value)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
