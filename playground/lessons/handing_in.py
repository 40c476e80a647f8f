"""What a learner hands in: one HTML file that needs nothing else, to read and to print.

Whatever it is made of is text: nothing that was typed, or that a lesson says, is ever markup.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from playground.document.files.saving import refuse_unreadable, write_beside
from playground.lessons.lesson import Goals, Lesson, Question
from playground.lessons.progress import Progress

_PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC",
  sans-serif; color: #1d2330; background: #fff; max-width: 50rem; margin: 2.5rem auto; padding: 0 1.5rem; }
header { border-bottom: 1px solid #e1e4e9; padding-bottom: 1rem; margin-bottom: 1.5rem; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 0 0 .6rem; }
h3 { font-size: .95rem; margin: 1rem 0 .3rem; color: #5b6472; }
.who { font-size: 1.1rem; font-weight: 600; margin: .2rem 0; overflow-wrap: anywhere; }
.quiet { color: #5b6472; }
section { border: 1px solid #e1e4e9; border-radius: 10px; padding: 1rem 1.3rem; margin: 0 0 1.2rem;
  break-inside: avoid; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .15rem 0 .15rem 1.7rem; position: relative; }
li::before { content: "○"; color: #868f9e; position: absolute; left: .2rem; }
li.done::before { content: "✓"; color: #1a7a42; font-weight: 700; }
blockquote { margin: .2rem 0; padding: .2rem .9rem; border-left: 3px solid #0570b3; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.right { color: #1a7a42; } .wrong { color: #a65704; }
img { max-width: 100%; height: auto; border: 1px solid #e1e4e9; border-radius: 8px; display: block; margin: .4rem 0; }
table { border-collapse: collapse; } td { padding: .1rem 1.2rem .1rem 0; vertical-align: top; }
td:first-child { color: #5b6472; }
@media print { body { margin: 0 auto; max-width: none; font-size: 11pt; } }
</style>
</head>
<body>
<header>
<h1>$title</h1>
<p class="who">$name</p>
<p class="quiet">$about</p>
</header>
$steps
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Shown:
    """What stood in the window at a step: PNG files of the network and of the curves, and settings as (name, value)."""

    network: bytes = b""
    curves: bytes = b""
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Who hands in which lesson, and when, as words; `shown` holds what stood there by the number of the step."""

    name: str
    date: str
    lesson: Lesson
    progress: Progress
    shown: Mapping[int, Shown]


def page(handed: HandedIn, words: Mapping[str, str], plain: Callable[[str], str]) -> str:
    """The file. `words` are sentences in the lesson's language, `plain` takes a lesson's Markdown as letters."""
    lesson, progress = handed.lesson, handed.progress
    goals = sum(len(part.goals) for step in lesson.steps for part in step.parts if isinstance(part, Goals))
    about = " · ".join([
        *([", ".join(lesson.rows)] if lesson.rows else []), handed.date,
        words["reached"].format(count=len(progress.ticks), whole=goals),
    ])  # fmt: skip
    steps = [_step(handed, number, words, plain) for number in range(len(lesson.steps))]
    return _PAGE.substitute(
        language="zh-CN" if lesson.language == "zh_CN" else "en",
        title=_text(plain(lesson.title)),
        name=_text(handed.name),
        about=_text(about),
        steps="\n".join(steps),
    )


def _text(words: str) -> str:
    """As letters of the page, without what no file can hold."""
    return escape("".join(letter if letter.isprintable() or letter == "\n" else "\ufffd" for letter in words))


def _step(handed: HandedIn, number: int, words: Mapping[str, str], plain: Callable[[str], str]) -> str:
    step, progress = handed.lesson.steps[number], handed.progress
    told = [f"<h2>{number + 1}. {_text(plain(step.title))}</h2>"]
    goals = [goal for part in step.parts if isinstance(part, Goals) for goal in part.goals]
    if goals:
        lines = [
            f'<li class="{"done" if (number, at) in progress.ticks else "open"}">{_text(plain(goal.text))}</li>'
            for at, goal in enumerate(goals)
        ]
        told.append(f"<ul>{''.join(lines)}</ul>")
    questions = [part for part in step.parts if isinstance(part, Question)]
    for at, question in enumerate(questions):
        told += [f"<h3>{_text(words['question'])}</h3>", f"<p>{_text(plain(question.text))}</p>"]
        told.append(_answer(question, progress, (number, at), words))
    told += _shown(handed.shown.get(number, Shown()), words)
    return f"<section>\n{chr(10).join(told)}\n</section>"


def _answer(question: Question, progress: Progress, place: tuple[int, int], words: Mapping[str, str]) -> str:
    answer = progress.answers.get(place)
    if answer is None:
        return f'<p class="quiet">{_text(words["unanswered"])}</p>'
    said = f"<blockquote>{_text(answer.text)}</blockquote>"
    if not question.choices and question.answer is None:
        # In one's own words: that is for the teacher to say.
        return said
    tries = words["try" if answer.tries == 1 else "tries"].format(count=answer.tries)
    kind = "right" if answer.right else "wrong"
    return f'{said}<p class="{kind}">{_text(words[kind])} · {_text(tries)}</p>'


def _shown(shown: Shown, words: Mapping[str, str]) -> list[str]:
    told = []
    for kind, content in (("network", shown.network), ("curves", shown.curves)):
        if content:
            data = b64encode(content).decode()
            title = _text(words[kind])
            told.append(f'<h3>{title}</h3><img alt="{title}" src="data:image/png;base64,{data}">')
    if shown.settings:
        rows = "".join(f"<tr><td>{_text(name)}</td><td>{_text(value)}</td></tr>" for name, value in shown.settings)
        told.append(f"<h3>{_text(words['settings'])}</h3><table>{rows}</table>")
    return told


MOST_BYTES = 64 << 20


def keep_shown(path: Path, shown: Mapping[int, Shown]) -> None:
    """What stood in the window at each step, for the day that it is handed in. Raises OSError."""
    plain = {
        str(number): {
            "network": b64encode(one.network).decode(),
            "curves": b64encode(one.curves).decode(),
            "settings": one.settings,
        }
        for number, one in shown.items()
    }
    write_beside(path, json.dumps(plain, ensure_ascii=False).encode(errors="replace"))


def read_shown(path: Path) -> dict[int, Shown]:
    """The same again; nothing where there is no such file, or none that can be understood."""
    try:
        refuse_unreadable(path)
        with path.open("rb") as file:
            entries = json.loads(file.read(MOST_BYTES))
        return {
            int(number): Shown(
                b64decode(one["network"], validate=True),
                b64decode(one["curves"], validate=True),
                tuple((str(name), str(value)) for name, value in one["settings"]),
            )
            for number, one in entries.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
