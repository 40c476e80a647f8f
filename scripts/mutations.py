"""Small changes to a source that a good test notices: an operator, a constant, a condition, a statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*", ast.Pow: "*",
    ast.MatMult: "*", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is", ast.And: "or", ast.Or: "and",
}  # fmt: skip
# To change these changes nothing that a person could see.
UNSEEN_ARGUMENTS = ("strict", "parent")


@dataclass(frozen=True, slots=True)
class Mutation:
    """Bytes `start` to `end` of a source, on a line of it, and what stands there instead."""

    line: int
    start: int
    end: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        raw = source.encode()
        return (raw[: self.start] + self.after.encode() + raw[self.end :]).decode()


def mutations(source: str) -> list[Mutation]:
    """All that it knows for this source, in its order; each leaves one that parses."""
    raw = source.encode()
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, after in changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        found.append(Mutation(node.lineno, start, end, raw[start:end].decode(), after))
    return sorted(found, key=lambda mutation: (mutation.start, mutation.end, mutation.after))


def changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Each statement or expression below this node that can be another one, and that one."""
    for child in seen_children(node):
        yield from changes(child)
    match node:
        case ast.If(test=ast.Name("TYPE_CHECKING")):
            return
        case ast.BinOp(left, op, right) if type(op) in OPERATORS and not is_text(left) and not is_text(right):
            yield node, f"({joined(left, op, right)})"
        case ast.BoolOp(op=op, values=values):
            yield node, f"({f' {OPERATORS[type(op)]} '.join(within(value) for value in values)})"
        case ast.Compare(left, [op], [right]):
            yield node, f"({joined(left, op, right)})"
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield node, within(operand)
        case ast.Constant(value=bool(value)):
            yield node, str(not value)
        case ast.Constant(value=int(value)):
            yield node, str(value + 1)
        case ast.Constant(value=float(value)):
            yield node, repr(value * 2 if value else 1.0)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if not is_compared(test):
            yield test, f"(not {within(test)})"
        case ast.Expr(ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            yield node, "pass"


def seen_children(node: ast.AST) -> Iterator[ast.AST]:
    """What is below a node, without annotations, decorators, words and what no person can see."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body)
        case ast.ClassDef():
            yield from node.body
        case ast.AnnAssign():
            yield from filter(None, [node.value])
        case ast.keyword() if node.arg in UNSEEN_ARGUMENTS:
            return
        case ast.If(test=ast.Name("TYPE_CHECKING")) | ast.JoinedStr():
            return
        case _:
            yield from ast.iter_child_nodes(node)


def is_text(node: ast.AST) -> bool:
    """Whether it is a literal text, whose `+` and `%` have no other operators."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def is_compared(test: ast.expr) -> bool:
    """Whether a condition has an operator of its own to change."""
    return isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp)


def joined(left: ast.expr, op: ast.AST, right: ast.expr) -> str:
    return f"{within(left)} {OPERATORS[type(op)]} {within(right)}"


def within(node: ast.expr) -> str:
    """Its text as a part of an expression."""
    simple = isinstance(node, ast.Name | ast.Attribute | ast.Constant | ast.Call | ast.Subscript)
    return ast.unparse(node) if simple else f"({ast.unparse(node)})"
