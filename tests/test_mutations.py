"""Which small changes are made to a source."""

from __future__ import annotations

import ast

import pytest
from mutations import mutations


def changed(source: str) -> list[str]:
    """Each way in which this source is changed."""
    return [mutation.applied(source) for mutation in mutations(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a + b", ["(a - b)"]),
        ("a - b * c", ["(a + (b * c))", "a - (b / c)"]),
        ("a ** b // c", ["(a * b) // c", "((a ** b) * c)"]),
        ("a < b", ["(a <= b)"]),
        ("a is not None", ["(a is None)"]),
        ("a not in b", ["(a in b)"]),
        ("a and not b", ["(a or (not b))", "a and b"]),
        ("not a", ["a"]),
        ("x = -a", ["x = a"]),
        ("x = 1", ["x = 2"]),
        ("x = 0.0", ["x = 1.0"]),
        ("x = 0.25", ["x = 0.5"]),
        ("x = True", ["x = False"]),
        ("x = a if b else c", ["x = a if (not b) else c"]),
        ("if a: b = c", ["if (not a): b = c"]),
        ("if a == b: c = d", ["if (a != b): c = d"]),
        ("a(b)", ["pass"]),
        ("a += b", ["pass"]),
        ("raise a", ["pass"]),
        ("x = 'ü', 1", ["x = 'ü', 2"]),
    ],
)
def test_an_operator_a_constant_a_condition_or_a_statement_changes(source: str, expected: list[str]) -> None:
    assert changed(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "x = 'a' + b",
        "x = f'{a:3}'",
        "x: Literal[1] = a",
        "def f(a: 'int' = b) -> Literal[1]: return a",
        "@cached(1)\ndef f(): return a",
        "@dataclass(frozen=True)\nclass A: b: int",
        "x = zip(a, b, strict=True)",
        "if TYPE_CHECKING:\n    import a",
        "x = a < b < c",
        '"""Words."""',
    ],
)
def test_words_types_and_what_nobody_could_see_stay(source: str) -> None:
    assert changed(source) == []


def test_each_is_on_its_line_and_leaves_a_program() -> None:
    source = "def f(a=1):\n    # ein Löwe\n    if a > 2:\n        g(a)\n    return a or 3\n"
    assert [mutation.line for mutation in mutations(source)] == [1, 3, 3, 4, 5, 5]
    for after in changed(source):
        assert ast.dump(ast.parse(after)) != ast.dump(ast.parse(source))
