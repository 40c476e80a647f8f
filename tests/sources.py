"""The project's own sources as syntax trees: what they define, use and import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted(path for room in ("playground", "scripts", "tests") for path in (ROOT / room).rglob("*.py"))


def short(path: Path) -> str:
    """Its name as seen from the top folder."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, ast.Module]:
    """The name of each module of the program -> its tree."""
    found = {}
    for path in FILES:
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[0] == "playground":
            found[".".join(parts).removesuffix(".__init__")] = tree(path)
    return found


def imports(module: str) -> Iterator[tuple[str, str]]:
    """(module, name) of all it imports, wherever in it, for types included; the name of a whole module is ""."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole, "") if whole in modules() else (node.module, alias.name)


def import_graph(room: str = "") -> dict[str, set[str]]:
    """Each module -> those it imports, for types included; for a room, each of its modules and folders -> others."""
    found: dict[str, set[str]] = {}
    for module in modules():
        for target in {name if name in modules() else "" for name, _ in imports(module)} - {"", module}:
            ends = [module, target]
            if room:
                if not all(end.startswith(f"{room}.") for end in ends):
                    continue
                ends = [end.removeprefix(f"{room}.").split(".")[0] for end in ends]
            if ends[0] != ends[1]:
                found.setdefault(ends[0], set()).add(ends[1])
    return found


def circling(graph: dict[str, set[str]]) -> set[str]:
    """Those that lie on a circle, or between two."""
    left = set(graph)
    while True:
        aimed_at = set().union(*(graph[one] for one in left))
        staying = {one for one in left & aimed_at if graph[one] & left}
        if staying == left:
            return left
        left = staying


def defined(statement: ast.stmt) -> set[str]:
    """The names that a statement of a module defines."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return {statement.name}
        case ast.Assign():
            parts = [part for target in statement.targets for part in ast.walk(target)]
            return {part.id for part in parts if isinstance(part, ast.Name)}
        case ast.AnnAssign(target=ast.Name() as target):
            return {target.id}
    return set()


def used() -> set[tuple[str, str]]:
    """(module, name) of every name that its own module or another uses, not counting what defines it."""
    found = set()
    for module, body in modules().items():
        found.update(imports(module))
        known = {name.rpartition(".")[2]: name for name, whole in imports(module) if not whole} | {
            name: name for name, whole in imports(module) if not whole
        }
        for node in ast.walk(body):
            if isinstance(node, ast.Attribute) and (of := ast.unparse(node.value)) in known:
                found.add((known[of], node.attr))
        for statement in body.body:
            names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
            found.update((module, name) for name in names - defined(statement))
    return found


def unused() -> list[str]:
    """The public names of modules that nothing but their own definition, or a test, knows."""
    known = used()
    return [
        f"{module}.{name}"
        for module, body in modules().items()
        for statement in body.body
        for name in sorted(defined(statement))
        if not name.startswith("_") and (module, name) not in known
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
