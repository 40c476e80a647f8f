"""Feeds damaged text to everything that reads what others made, and keeps whatever is not said in good order."""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SLOW = 1.0
# What such files are made of, and what has upset readers of them before.
PIECES = (
    b"{", b"}", b"[", b"]", b'"', b",", b":", b"\n", b"\t", b"\\", b"null", b"true", b"NaN", b"-Infinity", b"1e999",
    b"-1", b"0", b"99999999999999999999", b"1e-320", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800",
    b"[" * 200, b'{"a":' * 200, b"(" * 50, b"9" * 5000, b"x" * 300, "长".encode() * 50, "\u202e".encode(), b"../../",
    b"<img src='/etc/passwd'>", b"__proto__", b"%s%n", b"#%zz", b"=cmd()", b"PK\x03\x04", b"PAR1", b"$$", b"```", b"::",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 0.5, 1e300, -1e300, float("nan"), float("inf"), 10**30, "", "x", "data", "output",
    "dense_1", "<b>", "\0", "\ud800", "长" * 300, [], {}, [[]], [1], {"": 0}, [None] * 1000, "relu",
    "circle", "x" * 5000,
)  # fmt: skip
NUMBER = re.compile(rb"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads bytes, what it may raise in good order, and right inputs to begin with."""

    read: Callable[[bytes], object]
    refuses: tuple[type[Exception], ...]
    seeds: tuple[bytes, ...]


@dataclass(slots=True)
class Fuzzed:
    """Inputs given and refused; each failure in words, and the slowest one's seconds of the processor."""

    inputs: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slow: bytes = b""


def twisted(content: bytes, chance: random.Random) -> bytes:
    """JSON that still is JSON, with one to three of its values wrong; what is none, as it is."""
    try:
        root = json.loads(content)
    except ValueError:
        return content
    for _ in range(chance.randint(1, 3)):
        inside: Any = root
        while isinstance(inside, dict | list) and inside:
            key = chance.choice(list(inside) if isinstance(inside, dict) else range(len(inside)))
            if not isinstance(inside[key], dict | list) or not inside[key] or chance.random() < 0.15:
                break
            inside = inside[key]
        else:
            continue
        match chance.randrange(4):
            case 0:
                del inside[key]
            case 1 if isinstance(inside, list):
                inside.insert(key, deepcopy(inside[key]))
            case 2 if isinstance(inside, dict):
                inside[chance.choice(list(inside))] = deepcopy(inside[key])
            case _:
                inside[key] = deepcopy(chance.choice(VALUES))
    return json.dumps(root).encode()


def damaged(content: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """The content with one to four things wrong."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice((1, 1, 4, 30, 400)))
        match chance.randrange(7):
            case 0 if changed[at:]:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end]
            case 3:
                changed[at:end] = chance.choice(PIECES)
            case 4:
                changed[at:at] = chance.choice(PIECES)
            case 5 if numbers := list(NUMBER.finditer(changed, at, at + 500)):
                first, last = chance.choice(numbers).span()
                changed[first:last] = chance.choice((b"-1", b"0", b"1e999", b"1e-9", b"2147483648", b'"1"', b"[]"))
            case _:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                changed[at:end] = other[start : start + chance.choice((5, 50, 500))]
    return bytes(changed)


def fuzz(reader: Reader, inputs: int, seed: int) -> Fuzzed:
    """Give it so many damaged inputs."""
    chance, found = random.Random(seed), Fuzzed()
    for _ in range(inputs):
        seed_content = chance.choice(reader.seeds)
        given = twisted(seed_content, chance) if chance.random() < 0.5 else seed_content
        # Most of what is twisted is left so, as most other damage is seen before anybody looks inside.
        if given == seed_content or chance.random() < 0.2:
            given = damaged(given, reader.seeds, chance)
        start = time.thread_time()
        try:
            reader.read(given)
        except reader.refuses:
            found.refused += 1
        except Exception as error:
            found.failures.append(f"{type(error).__name__}: {error}"[:200] + f" of {given[:3000]!r}")
        found.inputs += 1
        took = time.thread_time() - start
        if took > found.slowest:
            found.slowest, found.slow = took, given
    return found


def readers(folder: Path) -> dict[str, Reader]:
    """All of them by name; those that read files only have theirs in the folder."""
    return {**_of_projects(folder), **_of_texts(folder), **_of_folders(folder)}


def _seeds(*patterns: str, longest: int = 60_000) -> tuple[bytes, ...]:
    contents = [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    return tuple(content for content in contents if len(content) <= longest)


def _in_file(path: Path, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    def write_and_read(content: bytes) -> object:
        path.write_bytes(content)
        return read(path)

    return write_and_read


def _of_projects(folder: Path) -> dict[str, Reader]:
    from playground.document.edits import groups
    from playground.document.examples import example
    from playground.document.files import file
    from playground.document.files.checked import FileError
    from playground.document.files.clipping import copy_text, read_clip
    from playground.document.files.own_layers import own_layer, read_own_layer
    from playground.projects.codec import decode, loads
    from playground.projects.project import read_project

    projects = _seeds("assets/examples/*.playground", "tests/projects/corpus/*.playground")
    document, group = groups.wrap(example("spiral", ROOT / "assets/examples"), ("dense_1", "dense_2"), "Block")
    clip = copy_text(document, document.graph.by_id).encode()
    own = own_layer(document, group).text.encode()
    trained = file.read_parts(ROOT / "tests/projects/corpus/version_2.playground")[1]
    text = json.dumps(trained, indent=1).encode()
    refuses: tuple[type[Exception], ...] = (FileError, OSError)
    return {
        "project files": Reader(_in_file(folder / "a.playground", read_project), refuses, projects),
        "clips": Reader(lambda given: read_clip(given.decode("utf-8", "replace")), refuses, (clip, own)),
        "own layers": Reader(lambda given: read_own_layer(given.decode("utf-8", "replace")), refuses, (own, clip)),
        "trained states": Reader(lambda given: decode(loads(given)), refuses, (text,)),
    }


def _of_texts(folder: Path) -> dict[str, Reader]:
    from playground.document.files.link import LinkError, read_link
    from playground.document.formula.formula import FormulaError
    from playground.document.formula.parser import parse
    from playground.lab.reading import Unreadable, read_index, read_pasted
    from playground.lessons.reading import read_text
    from playground.tables.opening import open_table
    from playground.tables.reading import TableError

    links = (
        b"https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=spiral&regDataset=reg-plane"
        b"&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.51&showTestData=false&discretize=false"
        b"&percTrainData=50&x=true&y=true&xTimesY=false&sinX=false&problem=classification&initZero=false",
        b"#networkShape=8,8,8&activation=relu&seed=%20a&weights=1,2,3",
    )
    formulas = (b"x * sigmoid(1.5 * x)", b"where(x > 0, x, exp(x) - 1)", b"max(0, x) ** 2 / (1 + abs(x))", b"-x")
    values = (b"[[1, 2], [3, 4.5]]", b"1\t2\n3\t4", b"tf.constant([1., 2.], dtype=tf.float32)", b"(1, 'a', None, True)")
    cuts = (b":, 0:28:2, ..., -1, tf.newaxis", b"1:, ::-1", b"0")
    tables = (
        b"name;size;good\nanna;1,5;yes\nbert;2,5;no\ncarl;;yes\n" * 8, b'a,b,c\n1,2,"x, y"\n3,"4\n5",z\n' * 8,
        b"date\tprice\n2020-01-31\t1.234,50\n31/12/2021\t$3\n" * 8, "\ufeff年龄,城市\n30,北京\n".encode() * 9,
    )  # fmt: skip
    lines = (b'{"a": 1, "b": "x"}\n{"a": 2.5, "b": null}\n' * 8,)

    def of(read: Callable[[str], object]) -> Callable[[bytes], object]:
        return lambda given: read(given.decode("utf-8", "replace"))

    lessons = _seeds("assets/lessons/en/*.md", "assets/lessons/zh_CN/*.md")
    here = ROOT / "assets/lessons/en"
    return {
        "links": Reader(of(read_link), (LinkError,), links),
        "formulas": Reader(of(parse), (FormulaError,), formulas),
        "values of the lab": Reader(of(read_pasted), (Unreadable,), values),
        "cuts of the lab": Reader(of(read_index), (Unreadable,), cuts),
        "lessons": Reader(of(lambda text: read_text(text, "lesson", here)), (), lessons),
        "tables of text": Reader(_in_file(folder / "a.csv", open_table), (TableError, OSError), tables),
        "tables of lines": Reader(_in_file(folder / "a.jsonl", open_table), (TableError, OSError), lines),
    }


def _of_folders(folder: Path) -> dict[str, Reader]:
    from playground.document.examples import example
    from playground.document.files.checked import FileError
    from playground.journal.left import left_behind
    from playground.journal.work import Work, checked, noted
    from playground.ui.settings import Settings, checked_settings, settings_path, write_settings

    document, journals = example("xor", ROOT / "assets/examples"), folder / "journals"
    journals.mkdir()
    journal = b"".join(Work(document, 1000.0 + number, None, True).line() for number in range(3))
    head = journal.splitlines()[0].partition(b" ")[2]

    def read_journals(content: bytes) -> None:
        (journals / "20260101-000000-1-abcdef.journal").write_bytes(content)
        for left in left_behind(journals):
            assert left.document() is not None
            left.release()

    def read_line(content: bytes) -> object:
        line = noted(checked(content.replace(b"\n", b" ")))
        return line and line.document()

    write_settings(Settings(recent=("/a", "/b"), geometry=b"12", docks=b"34"))
    settings = settings_path()
    return {
        "journals": Reader(read_journals, (FileError,), (journal,)),
        "lines with a right checksum": Reader(read_line, (FileError,), (head,)),
        "settings": Reader(_in_file(settings, lambda _: checked_settings()), (), (settings.read_bytes(),)),
    }


def fuzz_all(inputs: int, seed: int) -> dict[str, Fuzzed]:
    """So many inputs over all readers together, evenly."""
    with tempfile.TemporaryDirectory(prefix="playground-fuzz-") as folder:
        all_readers = readers(Path(folder))
        share = max(1, inputs // len(all_readers))
        found = {}
        for name, reader in all_readers.items():
            found[name] = fuzz(reader, share, seed)
            print(told(name, found[name]), flush=True)
        return found


def told(name: str, found: Fuzzed) -> str:
    """What came of a reader, in a line, and its first failures."""
    what = f"{name}: {found.inputs} inputs, {found.refused} refused, {len(found.failures)} failures"
    lines = [f"{what}, slowest {found.slowest:.2f} s", *(f"  {failure}" for failure in found.failures[:5])]
    return "\n".join((*lines, *([f"  slow: {found.slow[:2000]!r}"] if found.slowest > SLOW else [])))
