"""A lesson's file: all that can be read of it, and every fault where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from playground.document import examples
from playground.document.files import file
from playground.lessons.lesson import (
    Choice,
    Code,
    Goals,
    Hint,
    Lab,
    Load,
    Note,
    Point,
    Question,
    Sample,
    Text,
    Walk,
)
from playground.lessons.reading import MOST_BYTES, Read, read_lesson, read_text
from playground.ui.assets import asset

HERE = Path(__file__).parent
# Line of the broken lesson -> what is wrong there.
BROKEN = [
    (1, "missing"), (3, "no_colon"), (4, "unknown_key"), (7, "before_steps"), (12, "unknown_name"), (13, "goal_form"),
    (14, "unknown_function"), (15, "not_understood"), (16, "ends_early"), (20, "no_right_answer"),
    (25, "unknown_block"), (28, "load_source"), (31, "no_place"),
]  # fmt: skip
HEAD = "---\ntitle: Title\nrows: B1\n---\n"
WHOLE = """\ufeff---
# What teachers want to remember.
title: The chain rule: twice
rows: B3, C1，A2
minutes: 12
summary: How a change travels.
needs: B2
author: Ada
hides: playButton, view:activation
---

## First step ##
Text with `code {{nonsense`, $w_1 = {{weight("first", "kernel", 0, 0)}}$
and {{100 * validation_accuracy}} %.

```text
## no step, {{no number}}
```

| a | b |
| - | - |
| $$x_{1}$$ | [Slower](do:set learning_rate=0.01) |

```load example:circle
keep: data
```
```point layer:first
**Here**
```
## Second step
```goal
- Make $|w|$ small | weight("first", "kernel", 0, 0) < 1 and answered("why")
- Train | epoch >= 10
```
````hint Show me
```python
print(1)
```
````
```question why
Why?

- [ ] No `a | b` | $a | b$ is not it
- [X] Yes
```
```question
How much?
answer: -2e-1 ± .01 | because
```
```question
Say it.
words: As you like.
```
```python
## a comment
print(1 < 2)  # True
```
```lab
operation: broadcast_add
x: [[1, 2], [3, 4]]
```
```walk
sample: x = 1
weight: first.kernel[0, 0]
```
```note
Only for you.
```
"""


def reads(body: str, folder: Path = HERE) -> Read:
    return read_text(HEAD + body, "name", folder)


def codes(read: Read) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in read.faults]


def test_every_fault_of_a_broken_lesson_is_told_with_its_line() -> None:
    read = read_lesson(HERE / "broken.md")
    assert codes(read) == BROKEN
    assert read.lesson.title == "Broken"
    assert [type(part).__name__ for part in read.lesson.steps[0].parts] == ["Goals", "Question", "Text"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_everything_that_a_lesson_can_have_is_read(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "07-chain.md"
    path.write_bytes(WHOLE.replace("\n", ending).encode())
    read = read_lesson(path)
    assert read.faults == ()
    lesson = read.lesson
    assert (lesson.name, lesson.title, lesson.minutes, lesson.language) == (
        "07-chain",
        "The chain rule: twice",
        12,
        "en",
    )
    assert (lesson.rows, lesson.needs, lesson.author) == (("B3", "C1", "A2"), ("B2",), "Ada")
    assert (lesson.summary, lesson.hides) == ("How a change travels.", ("playButton", "view:activation"))
    first, second = lesson.steps
    assert (first.line, first.title, second.line, second.title) == (12, "First step", 30, "Second step")
    text, load, point = first.parts
    assert isinstance(text, Text)
    assert (text.line, text.markdown.count("\n")) == (13, 9)
    assert (load, point) == (Load(24, "example:circle", "data"), Point(27, "layer", "first", "**Here**"))
    goals, *others = second.parts
    assert isinstance(goals, Goals)
    assert [(goal.line, goal.text, goal.condition.text) for goal in goals.goals] == [
        (32, "Make $|w|$ small", 'weight("first", "kernel", 0, 0) < 1 and answered("why")'),
        (33, "Train", "epoch >= 10"),
    ]
    choices = (Choice(43, "No `a | b`", False, "$a | b$ is not it"), Choice(44, "Yes", True, ""))
    assert others == [
        Hint(35, "Show me", "```python\nprint(1)\n```"),
        Question(40, "Why?", choices, name="why"),
        Question(46, "How much?", answer=-0.2, tolerance=0.01, why="because"),
        Question(50, "Say it.", why="As you like."),
        Code(54, "## a comment\nprint(1 < 2)  # True"),
        Lab(58, (("operation", "broadcast_add"), ("x", "[[1, 2], [3, 4]]"))),
        Walk(62, (("sample", "x = 1"), ("weight", "first.kernel[0, 0]"))),
        Note(66, "Only for you."),
    ]


# Of a step after HEAD, whose first line is line 6: line, code, column and the nearest right word.
FAULTY = [
    ("{{validation_los}}", (6, "unknown_name", 3, "validation_loss")),
    ("a\nb {{dataset}}", (7, "no_number", 5, "")),
    ("$x = {{epch}}$ and `{{x}}`", (6, "unknown_name", 8, "epoch")),
    ("a {{epoch", (6, "value_open", 3, "")),
    ("- a\n- [Play](do:paly)", (7, "unknown_action", 13, "play")),
    ("[Go](do:set lerning_rate=1)", (6, "unknown_setting", 13, "learning_rate")),
    ("[Go](do:set learning_rate=fast)", (6, "bad_setting", 27, "")),
    ("[a](https://a.b)", (6, "address", 5, "")),
    ("<https://a.b>", (6, "address", 2, "")),
    ("a <b>bold</b>", (6, "html", 3, "")),
    ("![a](nowhere.png)", (6, "no_file", 6, "")),
    ("![a](../a.png)", (6, "outside", 6, "")),
    ("![a](broken.md)", (6, "no_picture", 6, "")),
    ("![a](https://a.b/c.png)", (6, "address", 6, "")),
    ("$\\frac{1}{2$", (6, "formula_brace", 2, "")),
    ("a\n\n$$\n\\nosuch{x}\n$$", (9, "formula_command", 1, "")),
    ("a\n$$ x", (7, "formula_open", 1, "")),
    ("# Title", (6, "title_in_text", 1, "")),
    ("```gaol\n```", (6, "unknown_block", 4, "goal")),
    ("```goal\n- a | epoch >= 1\n", (6, "not_closed", 1, "")),
    ("```goal\n- a | epoch >= 1\n## Next\n```python\n1\n```", (6, "not_closed", 1, "")),
    ("```goal\n- a | epoch >= 1\n```hint\nb\n```", (6, "not_closed", 1, "")),
    ("```goal\n```", (6, "no_goal", 1, "")),
    ("```goal\n- a | epoch >= 1\n- {{epch}} | epoch >= 1\n```", (8, "unknown_name", 5, "epoch")),
    ("```goal\n- a | answered(\"wy\")\n```\n```question why\nb\nwords: c\n```", (7, "unknown_question", 1, "why")),
    ("```question a\nb\nwords: c\n```\n```question a\nb\nwords: c\n```", (10, "same_name", 1, "")),
    ("```question\n- [x] a\n```", (6, "no_question", 1, "")),
    ("```question\na\n```", (6, "no_answer", 1, "")),
    ("```question\na\n- [ ] b\n```", (6, "no_right_answer", 1, "")),
    ("```question\na\n- [x] b\nanswer: 1\n```", (6, "mixed_answers", 1, "")),
    ("```question\na\n- [x] b\nand so on\n```", (9, "answer_form", 1, "")),
    ("```question\na\nanswer: one\n```", (8, "answer_number", 9, "")),
    ("```question\na\nanswer: 1 ± -1\n```", (8, "answer_number", 9, "")),
    ("```load example:cirle\n```", (6, "unknown_example", 17, "circle")),
    ("```load file:a.txt\n```", (6, "no_project", 14, "")),
    ("```load file:../a.playground\n```", (6, "outside", 14, "")),
    ("```load file:a.playground\n```", (6, "no_file", 14, "")),
    ("```load link:https://a.b\n```", (6, "no_link", 14, "")),
    ("```load example:xor\nkeep: wights\n```", (7, "unknown_keep", 7, "weights")),
    ("```load example:xor\nhold: data\n```", (7, "load_line", 1, "")),
    ("```point stting:noise\n```", (6, "unknown_place", 10, "setting")),
    ("```point setting:nose\n```", (6, "unknown_target", 18, "noise")),
    ("```point palette:Dens\n```", (6, "unknown_target", 18, "Dense")),
    ("```walk\nsampel: 1\n```", (7, "unknown_key", 1, "sample")),
    ("```walk\nsample: x = one\n```", (7, "walk_value", 9, "")),
    ("```walk\nloss: half\n```", (7, "walk_value", 7, "half squared error")),
    ("```walk\nweight: first.kernel\n```", (7, "walk_value", 9, "")),
    ("```lab\noperation: add\nx\n```", (8, "no_colon", 1, "")),
    ("```lab\noperation: add\nx: 1\nx: 2\n```", (9, "given_twice", 1, "")),
    ("```lab\nx: 1\n```", (6, "no_operation", 1, "")),
    ("```lab\noperation: reshpe\n```", (7, "unknown_operation", 12, "reshape")),
    ("```lab\noperation: reshape\nshap: 1\n```", (8, "unknown_key", 1, "shape")),
    ("```lab\noperation: reshape\nshape: [2, x]\n```", (8, "lab_value", 8, "")),
    ("```lab\noperation: losses\nlos: hinge\n```", (8, "unknown_key", 1, "loss")),
    ("```lab\noperation: losses\nloss: hing\n```", (8, "unknown_operation", 7, "hinge")),
    ("```lab\noperation: losses\no: [1, 2]\n```", (8, "lab_value", 4, "")),
    ("```lab\noperation: losses\nloss: hinge\nreading: logits\n```", (9, "lab_value", 10, "")),
    ("```lab\noperation: add\nx: tf.exp(1.)\n```", (8, "lab_value", 4, "")),
    ("```goal\n- a | lab_operation == \"reshpe\"\n```", (7, "unknown_word", 24, "reshape")),
    ("```python\n\n```", (6, "no_code", 1, "")),
    ("```hint\n[a](do:x)\n```", (7, "unknown_action", 8, "")),
    ("```note\n{{a}}\n```", (7, "unknown_name", 3, "")),
    ("```point layer:a\n{{a}}\n```", (7, "unknown_name", 3, "")),
    ("```question\na\n- [x] b | {{epch}}\n```", (8, "unknown_name", 13, "epoch")),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), FAULTY)
def test_a_fault_is_told_at_its_place(body: str, expected: tuple[int, str, int, str]) -> None:
    read = reads(f"## Step\n{body}\n")
    assert [(f.line, f.code, f.column, dict(f.values).get("near", "")) for f in read.faults] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "no_head"), (1, "no_steps")]),
        ("## Step\ntext", [(1, "no_head")]),
        ("---\ntitle: A\nrows: B1\n## Step\ntext", [(1, "head_not_closed")]),
        ("---\nrows: B1, B99\nminutes: soon\n---\n## Step", [(1, "missing"), (2, "unknown_row"), (3, "bad_minutes")]),
        ("---\ntitle:\nrows: B1\nhides: playbutton\n---\n## S", [(2, "missing"), (4, "unknown_control")]),
        ("---\ntitle: A\ntitle: B\nrows: A1\nsummary:\n---\n## B", [(3, "given_twice"), (5, "no_value")]),
        ("---\ntitle: A\nrows: A1\n---\n##\na", [(5, "step_without_title")]),
    ],
)  # fmt: skip
def test_faults_of_the_head(text: str, expected: list[tuple[int, str]]) -> None:
    assert codes(read_text(text, "name", HERE)) == expected


def test_a_lesson_without_steps_opens_as_one() -> None:
    read = read_text("Just text.\n\n```goal\n- a | epoch > 1\n```\n", "my lesson", HERE)
    assert codes(read) == [(1, "no_head"), (1, "no_steps")]
    (step,) = read.lesson.steps
    assert (step.title, [type(part) for part in step.parts]) == ("my lesson", [Text, Goals])


def test_what_is_not_closed_costs_only_itself() -> None:
    read = reads("## A\n```goal\n- a | epoch > 1\n## B\ntext\n```python\n1\n```\n")
    assert [[type(part) for part in step.parts] for step in read.lesson.steps] == [[Goals], [Text, Code]]


def test_prices_are_no_formulas_and_prose_may_have_signs() -> None:
    text = "It costs $5 and $6, a < b, 1 <2, {x}, `<b>`, `[a](http://b)`, \\$\\$, 5 % | 6, $x<y>z$, {{epoch}}{{noise}}"
    assert reads(f"## Step\n{text}\n").faults == ()


def test_a_long_lesson_is_cut_and_a_large_file_is_not_read(tmp_path: Path) -> None:
    read = reads("## Step\n" * 31)
    assert (len(read.lesson.steps), codes(read)) == (30, [(35, "many_steps")])
    path = tmp_path / "large.md"
    path.write_bytes(HEAD.encode() + b"a" * MOST_BYTES)
    assert codes(read_lesson(path)) == [(1, "large_lesson")]
    path.write_bytes(b"---\ntitle: \xff\n")
    assert codes(read_lesson(path)) == [(2, "not_text")]


def test_documents_beside_it_are_looked_into(tmp_path: Path) -> None:
    body = "## Step\n```load file:one.playground\n```\n"
    file.write(examples.example("circle", asset("examples")), tmp_path / "one.playground")
    assert reads(body, tmp_path).faults == ()
    (tmp_path / "one.playground").write_text("{}")
    assert codes(reads(body, tmp_path)) == [(6, "bad_project")]


@pytest.mark.parametrize("sign", ["[", "(", "*", "`", "$a", "{{", "|", "> ", "- ", "<!--", "![", "[a](", "\\"])
def test_a_text_of_signs_alone_is_read_soon_and_a_longer_one_cut(sign: str) -> None:
    read = reads(f"## Step\na {sign * 100_000}\n")
    assert codes(read) == [(6, "long_text")]
    (text,) = read.lesson.steps[0].parts
    assert isinstance(text, Text)
    assert reads(f"## Step\n{text.markdown}\n").lesson.steps


@pytest.mark.parametrize(
    "lines", ["````python\n## a\n```goal\n", "````goal\n## a\n", "```hint\n", "~~~\n## a\n", "```\n"]
)
def test_fences_that_are_not_closed_are_read_in_one_go(lines: str) -> None:
    read = reads(lines * (MOST_BYTES // 4 // len(lines)) + "````")
    assert read.lesson.steps


@pytest.mark.parametrize(
    ("written", "sample"),
    [
        ("3", Sample(3)),
        ("x = 1", Sample(inputs=(("x", 1.0),))),
        ("x1 = −1.5，x2=.5", Sample(inputs=(("x1", -1.5), ("x2", 0.5)))),
        ("0", None),
        ("x", None),
        ("x = 1 2", None),
    ],
)
def test_a_network_is_loaded_with_the_sample_that_is_written(written: str, sample: Sample | None) -> None:
    found = read_text(f"{HEAD}## Step\n```load example:circle\nsample: {written}\n```\n", "one", Path())
    (load,) = found.lesson.steps[0].parts
    assert load == Load(6, "example:circle", sample=sample)
    assert [(fault.line, fault.code) for fault in found.faults] == [(7, "no_sample")] * (sample is None)
