"""`playground train data.csv`: a table as a project, with what was guessed of it told, and what does not fit."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from playground.command_load import CommandError, load_document
from playground.command_progress import progress
from playground.document.checks.fitting import fitted
from playground.document.edits import edits
from playground.projects.project import Project
from playground.tables.choices import INPUT, LEFT, TARGET, Choices, first_choices, recipe_text
from playground.tables.columns import Column
from playground.tables.letters import ENCODINGS, encoding_named
from playground.tables.opening import ENDINGS, Table, open_table
from playground.tables.preparing import Prepared, prepare
from playground.tables.reading import GUESSED, Fault, Reading, TableError
from playground.tables.renewing import kept
from playground.tables.stored import DISK, IF_NEEDED, is_for_disk
from playground.terminal import complain, tell
from playground.ui.settings import read_settings
from playground.ui.tables.said import (
    DECIMALS,
    SEPARATORS,
    baseline_text,
    encoding_text,
    error_text,
    fault_place,
    fault_text,
    kind_text,
    no_room_text,
    remark_text,
    trouble_text,
    validation_text,
)
from playground.ui.texts.command import command_text
from playground.ui.texts.language import chosen_language
from playground.ui.texts.said import said

# As many faults are told one by one.
MOST_TOLD = 20


def is_table(name: str) -> bool:
    """Whether that is a table's file rather than a project, by its ending."""
    return name.lower().endswith(ENDINGS)


def table_project(options: argparse.Namespace) -> Project:
    """The table of `options.file` as a project with the network of the circle, its end fitted to the target.

    Raises CommandError where it is none, or where cells wait for a word, which are told on stderr.
    """
    if options.resume:
        raise CommandError(command_text("resume_table"))
    path = Path(options.file).absolute()
    chinese = chosen_language(read_settings().language) == "zh_CN"
    held = DISK if options.stream else IF_NEEDED
    asked = _asked(options)
    try:
        with progress(command_text("reading_table"), 1.0) as step:
            table = open_table(path, asked, chinese, step, held=held)
    except TableError as error:
        raise CommandError(f"{options.file}: {error_text(error)}") from error
    _refuse_unheard(table, options)
    choices = _chosen(table, options)
    # Beside JSON it is said on stderr.
    say = complain if options.json else tell
    _tell_guesses(table, choices, say)
    try:
        made, choices = _prepared(table, choices, options.drop_faults, options.stream or table.on_disk)
        kept(made)
    except OSError as error:
        raise CommandError(f"{options.file}: {no_room_text(error)}") from error
    if made.own is None:
        # A quote that nobody closes may have taken the columns that are missed.
        _tell_faults(table.grid.faults)
        raise CommandError(f"{options.file}: {trouble_text(made.trouble)}")
    _tell_rows(made, choices, say)
    streamed = made.own.apart and is_for_disk(made.own.rows, made.own.width, held)
    recipe = recipe_text(table.path, table.fingerprint, table.reading, choices.settled(made.sides))
    own = replace(made.own, recipe=recipe, streamed=streamed)
    document, _ = load_document("circle")
    data = document.data
    return Project(fitted(edits.choose_own(document, own, data.train_share, data.seed)))


def _asked(options: argparse.Namespace) -> Reading | None:
    """How the file is to be read, where that is said. Raises CommandError for an encoding that is not known."""
    if options.sheet:
        return Reading(sheet=options.sheet, header=GUESSED)
    if not options.encoding:
        return None
    encoding = encoding_named(options.encoding)
    if not encoding:
        raise CommandError(command_text("no_encoding", name=options.encoding, names=", ".join(ENCODINGS)))
    return Reading(encoding, header=GUESSED)


def _refuse_unheard(table: Table, options: argparse.Namespace) -> None:
    """Raises CommandError for what was asked of another kind of file, or a sheet that is not there."""
    if options.encoding and not table.is_text:
        raise CommandError(command_text("encoding_alone", file=options.file))
    if options.sheet and not table.sheets:
        raise CommandError(command_text("sheet_alone", file=options.file))
    if options.sheet and options.sheet not in table.sheets:
        raise CommandError(command_text("no_sheet", name=options.sheet, names=", ".join(table.sheets)))


def _chosen(table: Table, options: argparse.Namespace) -> Choices:
    """What is guessed, and what was asked for instead. Raises CommandError for a column that is not there."""
    names = table.grid.names
    targets = options.target or []
    for option, name in (*(("--target", name) for name in targets), ("--split-by", options.split_by)):
        if name and name not in names:
            raise CommandError(command_text("no_column", option=option, name=name, names=", ".join(names)))
    choices = first_choices(table.columns, targets, options.split_by or "")
    if options.split_by in targets:
        raise CommandError(command_text("split_target", name=options.split_by))
    if not options.validate:
        return choices
    if not choices.split_by:
        raise CommandError(command_text("validate_alone"))
    return replace(choices, validation=tuple(options.validate))


def _prepared(table: Table, choices: Choices, drop: bool, apart: bool) -> tuple[Prepared, Choices]:
    """The data, and the choices with a word for each fault. Raises CommandError where they wait for one."""
    made = prepare(table, choices, table.title, apart)
    unknown = [word for word in choices.validation or () if made.sides and word not in made.sides.words]
    if unknown and made.sides:
        known = ", ".join(made.sides.words)
        raise CommandError(command_text("no_word", name=unknown[0], column=choices.split_by, names=known))
    if made.waiting and not drop:
        _tell_faults(made.waiting)
        raise CommandError(command_text("faults_wait", count=f"{len(made.waiting):,}"))
    for fault in made.waiting:
        choices = choices.with_repair(fault, "drop")
    return (prepare(table, choices, table.title, apart) if made.waiting else made), choices


def _tell_faults(faults: Sequence[Fault]) -> None:
    for fault in faults[:MOST_TOLD]:
        complain(f"{fault_place(fault)} {fault_text(fault)}")


def _tell_guesses(table: Table, choices: Choices, say: Callable[[str], None]) -> None:
    reading, grid = table.reading, table.grid
    say(command_text("table_size", title=table.title, rows=f"{len(grid.rows):,}", columns=len(grid.names)))
    if table.is_text:
        found = {"encoding": encoding_text(reading.encoding)}
        found |= {"separator": " ".join(said(SEPARATORS, reading.separator).split())}
        found |= {"decimal": " ".join(said(DECIMALS, reading.decimal).split())}
        say(command_text("table_text", **found))
    for remark in table.remarks:
        say(remark_text(remark))
    goals = [each for each in table.columns if each.name in choices.targets]
    if goals:
        say(command_text("table_target", names=", ".join(_described(each, choices) for each in goals)))
    for key, role in (("table_inputs", INPUT), ("table_left", LEFT)):
        names = [_described(each, choices) for each in table.columns if choices.of(each.name).role == role]
        if names:
            say(command_text(key, names=", ".join(names)))


def _described(column: Column, choices: Choices) -> str:
    chosen = choices.of(column.name)
    classes = len(column.words) if chosen.role == TARGET and not chosen.kind else 0
    return f"{column.name} ({kind_text(column, classes)})"


def _tell_rows(made: Prepared, choices: Choices, say: Callable[[str], None]) -> None:
    assert made.own is not None
    if made.sides is not None:
        said = {
            "name": choices.split_by,
            "train": f"{made.own.train_rows:,}",
            "validation": validation_text(made.sides),
        }
        say(command_text("table_split", **said))
        if made.sides.missing:
            say(command_text("table_unsplit", name=choices.split_by, count=f"{made.sides.missing:,}"))
    say(command_text("table_rows", rows=f"{made.own.rows:,}", dropped=f"{made.dropped:,}"))
    say(baseline_text(made.baselines, made.counts, made.own.targets))
