"""A table's recipe as Python that reads the file again with the standard library: the same cells, the same numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from playground.datasets.code import quoted
from playground.datasets.own_code import OwnCode
from playground.document.own_data import OwnColumn, OwnData, OwnTarget
from playground.tables.choices import Choices, Recipe, read_recipe
from playground.tables.columns import CATEGORY, NUMBER, YES
from playground.tables.numbers import GROUPED, LARGEST, OWED, PLAIN, UNIT, YES_NO
from playground.tables.opening import TEXTS

_NUMBER = '''def number(cell):
    """A cell's number, NaN where it has none."""
    if cell in MISSING or not any(way.fullmatch(cell) for way in NUMBERS):
        return np.nan
    value = float({plain})
    return value if abs(value) <= {largest!r} else np.nan'''

_UNITED = '''def united(cell):
    """A cell's number, with or without a unit."""
    owed = OWED.fullmatch(cell)
    found = UNIT.fullmatch(owed[1] if owed else cell)
    if cell in MISSING or not found or not (found["before"] or found["after"]):
        return number(cell)
    return number(found["number"]) * (-1 if owed or (found["sign"] or "+") in "-\u2212" else 1)'''

_YES_NO = '''def yes_no(cell):
    """1 for a yes, 0 for a no, NaN for anything else."""
    words = {words}
    return np.nan if cell in MISSING else words.get(cell.lower(), np.nan)'''

_WORD = '''def word(cell):
    """NaN for a cell without a value, which is no word."""
    return np.nan if cell in MISSING else 0.0'''

_NUMBERS = '''def numbers(read, place, middle, size):
    """A column as the network sees it: from its own middle, in its own size; missing ones are the mean."""
    values = np.array([read(row[place]) for row in rows])
    values = np.where(np.isnan(values), {mean}, values)
    return (values - middle) / size'''

_NUMBERS_ALL = '''def numbers(read, place, middle, size):
    """A column as the network sees it: from its own middle, in its own size."""
    return (np.array([read(row[place]) for row in rows]) - middle) / size'''

_ONE_HOT = '''def one_hot(place, words):
    """A column of words as the network sees it: 1 at the word, 0 at the others."""
    cells = ["" if row[place] in MISSING else " ".join(row[place].split()) for row in rows]
    return np.array([[cell == word for word in words] for cell in cells], float)'''


_YES_NO_WORDS = "{" + ", ".join(f'"{word}": {value}' for word, value in YES_NO.items()) + "}"


@dataclass(frozen=True, slots=True)
class _Input:
    """How a column is read and what the network sees of it: a number, or words; nothing of a constant."""

    place: int
    read: str
    own: OwnColumn | None = None
    words: tuple[str, ...] = ()


class _OtherwiseError(ValueError):
    """What the recipe does is more than a few lines of a script."""


def table_code(own: OwnData) -> OwnCode | None:
    """How a script reads the file, or None where it must have the numbers: what was pasted or drawn, workbooks and
    Parquet, or where a repair is told by no plain rule."""
    recipe = read_recipe(own.recipe)
    if recipe is None or PurePath(recipe.path).suffix.lower() not in TEXTS:
        return None
    try:
        return _code(own, recipe)
    except (ValueError, TypeError, LookupError, StopIteration):
        # A project's file may say anything in a recipe.
        return None


def _code(own: OwnData, recipe: Recipe) -> OwnCode:
    choices = recipe.choices
    names = [each.name for each in choices.columns]
    inputs = _inputs(own, choices, names)
    goals = [_goal(own, target, choices, names) for target in own.targets]
    _check_repairs(choices, [names[each.place] for each in inputs if not each.own and not each.words])
    needed = [*goals, *inputs] if choices.filling == "drop" else [*goals]
    split = _split(choices, names)
    if own.by_column != (split is not None):
        raise _OtherwiseError
    needed += [split] if split and choices.unsplit == "drop" else []
    parts = [_rows(recipe, len(names)), _kept(needed), *([_sides(split, choices)] if split else [])]
    parts += [_points(inputs, names), _labels(own, goals)]
    functions = _functions(inputs, [*goals, *([split] if split else [])], recipe)
    return OwnCode(("import csv", "import re"), _constants(recipe), functions, "\n".join(parts))


def _split(choices: Choices, names: list[str]) -> _Input | None:
    """The column that says which rows train."""
    if not choices.split_by:
        return None
    kind = choices.of(choices.split_by).kind
    return _Input(names.index(choices.split_by), {NUMBER: "number", YES: "yes_no"}.get(kind, "word"))


def _sides(split: _Input, choices: Choices) -> str:
    words = choices.validation or ()
    shown = {
        "number": "({})".format("".join(f"{int(word)}, " for word in words).rstrip()) if split.read == "number" else "",
        "yes_no": str(tuple(float(word == "yes") for word in words)),
        "word": _tuple(words),
    }[split.read]
    cell = f"row[{split.place}]" if split.read == "word" else f"{split.read}(row[{split.place}])"
    return (
        f"# The column {quoted(choices.split_by)} says which rows validate; those that train come first.\n"
        f"VALIDATE = {shown}\n"
        f"rows.sort(key=lambda row: {cell} in VALIDATE)\n"
        f"train_count = sum({cell} not in VALIDATE for row in rows)"
    )


def _check_repairs(choices: Choices, constant: list[str]) -> None:
    """Raise where what was said of cells is told by more than whether they have a value."""
    used = {*choices.inputs, *choices.targets}
    for repair in choices.repairs:
        fills = choices.filling == "fill" and repair.column not in choices.targets
        if repair.kind in ("unclosed_quote", "long_cell", "bad_bytes", "nul", "names_again") or (
            repair.column in used and (repair.column in constant or (fills and repair.act == "drop"))
        ):
            raise _OtherwiseError


def _inputs(own: OwnData, choices: Choices, names: list[str]) -> list[_Input]:
    """The chosen inputs with those of the network's columns that were made of them, in order."""
    left, found = list(own.columns), []
    for name in choices.inputs:
        place, kind = names.index(name), choices.of(name).kind
        if left and left[0].name == name:
            found.append(_Input(place, _reader(name, left[0], kind, choices), left.pop(0)))
            continue
        words = []
        while left and kind in ("", CATEGORY) and left[0].name.startswith(f"{name} ="):
            words.append(left.pop(0).name.removeprefix(f"{name} =").strip())
        cut = any("\ufffd" in word or len(name) + len(word) > 190 or not word for word in words)
        if cut or len(set(words)) < len(words):
            raise _OtherwiseError
        found.append(_Input(place, "word", words=tuple(words)))
    if left:
        raise _OtherwiseError
    return found


def _reader(name: str, column: OwnColumn, kind: str, choices: Choices) -> str:
    """The function that reads its cells; a yes or no is told by standing for itself."""
    if kind != NUMBER and (column.middle, column.size, column.low, column.high) == (0.0, 1.0, 0.0, 1.0):
        if not kind and (choices.of(name).scaling or choices.scaling) == "none":
            # Numbers as they are could be the same.
            raise _OtherwiseError
        return "yes_no"
    return "united" if column.unit or _reads_units(name, choices) else "number"


def _reads_units(name: str, choices: Choices) -> bool:
    return any(each.column == name and each.act == "number" for each in choices.repairs)


def _goal(own: OwnData, target: OwnTarget, choices: Choices, names: list[str]) -> _Input:
    name = target.name
    place, kind = names.index(name), choices.of(name).kind
    if not own.classes:
        return _Input(place, "united" if target.unit or _reads_units(name, choices) else "number")
    if own.classes == ("no", "yes") and kind in ("", YES):
        return _Input(place, "yes_no")
    return _Input(place, "word", words=own.classes)


def _constants(recipe: Recipe) -> tuple[str, ...]:
    return f"TABLE = {quoted(recipe.path)}", f"MISSING = {_tuple(recipe.reading.missing)}"


def _tuple(words: Iterable[str]) -> str:
    shown = [quoted(word) for word in words]
    return f"({', '.join(shown)}{',' if len(shown) == 1 else ''})"


def _functions(inputs: list[_Input], others: list[_Input], recipe: Recipe) -> tuple[str, ...]:
    used = {each.read for each in (*inputs, *others)}
    decimal = recipe.reading.decimal
    thousands = "," if decimal == "." else "."
    plain = rf're.sub("[ \u00a0\u202f\'’{thousands}]", "", cell).replace("\u2212", "-")'
    plain += '.replace(",", ".")' if decimal == "," else ""
    ways = "\n".join(f'    re.compile(r"{ways[decimal].pattern}"),' for ways in (PLAIN, GROUPED))
    number = f"NUMBERS = (\n{ways}\n)\n\n\n{_NUMBER.format(plain=plain, largest=LARGEST)}"
    found = [number] if used & {"number", "united"} else []
    found += (
        [f'UNIT = re.compile(\n    r"""{UNIT.pattern}"""\n)\nOWED = re.compile(r"{OWED.pattern}")\n\n\n{_UNITED}']
        if "united" in used
        else []
    )
    found += [_YES_NO.format(words=_YES_NO_WORDS)] if "yes_no" in used else []
    found += [_WORD] if "word" in used else []
    if any(each.own for each in inputs):
        mean = "0.0 if read is yes_no else np.nanmean(values)" if "yes_no" in used else "np.nanmean(values)"
        found += [_NUMBERS.format(mean=mean) if recipe.choices.filling == "fill" else _NUMBERS_ALL]
    return (*found, *([_ONE_HOT] if any(each.words for each in inputs) else []))


def _rows(recipe: Recipe, width: int) -> str:
    reading = recipe.reading
    if not isinstance(reading.first, int) or not reading.separator:
        raise _OtherwiseError
    encoding = "utf-8-sig" if reading.encoding == "utf-8" else reading.encoding
    skipped = f"    for _ in range({reading.first - 1}):\n        next(file)\n" if reading.first > 1 else ""
    return (
        f'with open(TABLE, encoding={quoted(encoding)}, newline="") as file:\n{skipped}'
        f"    reader = csv.reader(file, delimiter={quoted(reading.separator)}, skipinitialspace=True)\n"
        "    rows = [[cell.strip() for cell in row] for row in reader]\n"
        + (f"# Without the names, and without rows that have not {width} cells.\n" if reading.header else "")
        + f"rows = [row for row in rows if len(row) == {width}]{'[1:]' if reading.header else ''}"
    )


def _kept(needed: list[_Input]) -> str:
    places = ", ".join(f"({each.read}, {each.place})" for each in needed)
    return (
        "# A row is used where each of these columns has a value.\n"
        f"needed = [{places}]\n"
        "rows = [row for row in rows if all(np.isfinite(read(row[place])) for read, place in needed)]"
    )


def _points(inputs: list[_Input], names: list[str]) -> str:
    lines = []
    for each in inputs:
        if each.own:
            seen = f"numbers({each.read}, {each.place}, {each.own.middle!r}, {each.own.size!r})"
        elif each.words:
            seen = f"one_hot({each.place}, {_tuple(each.words)})"
        else:
            continue
        lines.append(f"        {seen},  # {quoted(names[each.place])}")
    return "\n".join(["points = np.column_stack(", "    (", *lines, "    )", ")"])


def _labels(own: OwnData, goals: list[_Input]) -> str:
    if not own.classes:
        values = [
            f"(np.array([{goal.read}(row[{goal.place}]) for row in rows]) - {target.middle!r}) / {target.size!r}"
            for goal, target in zip(goals, own.targets, strict=True)
        ]
        if len(values) == 1:
            return f"labels = {values[0]}"
        lines = [f"        {each},  # {quoted(target.name)}" for each, target in zip(values, own.targets, strict=True)]
        return "\n".join(["labels = np.column_stack(", "    (", *lines, "    )", ")"])
    (goal,) = goals
    if goal.read == "yes_no":
        index = f"np.array([yes_no(row[{goal.place}]) for row in rows])"
    else:
        index = f"np.array([CLASSES.index(row[{goal.place}]) for row in rows], float)"
    made = f"CLASSES = {_tuple(own.classes)}\n" if goal.read == "word" else ""
    return f"{made}labels = {f'2 * {index} - 1' if own.task == 'binary' else index}"
