"""What is said of a table: guesses and what speaks for them, cells that do not fit, and why there is none."""

from __future__ import annotations

from playground.document.own_data import OwnTarget
from playground.tables.columns import Column
from playground.tables.opening import Table
from playground.tables.reading import Fault, Remark, TableError, printable
from playground.tables.sides import Sides
from playground.ui.texts.numbers import number_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say, sentences

SEPARATORS = {
    ",": QT_TRANSLATE_NOOP("Text", "comma  ,"),
    ";": QT_TRANSLATE_NOOP("Text", "semicolon  ;"),
    "\t": QT_TRANSLATE_NOOP("Text", "tab"),
    "|": QT_TRANSLATE_NOOP("Text", "bar  |"),
    ":": QT_TRANSLATE_NOOP("Text", "colon  :"),
    " ": QT_TRANSLATE_NOOP("Text", "blank"),
    "": QT_TRANSLATE_NOOP("Text", "none: one column"),
}
DECIMALS = {".": QT_TRANSLATE_NOOP("Text", "point  28.7"), ",": QT_TRANSLATE_NOOP("Text", "comma  28,7")}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "gb18030": QT_TRANSLATE_NOOP("Text", "GB18030, Chinese"),
    "cp950": QT_TRANSLATE_NOOP("Text", "Big5, Chinese"),
    "cp932": QT_TRANSLATE_NOOP("Text", "Shift-JIS, Japanese"),
    "euc_jp": QT_TRANSLATE_NOOP("Text", "EUC-JP, Japanese"),
    "cp949": QT_TRANSLATE_NOOP("Text", "EUC-KR, Korean"),
    "cp1252": QT_TRANSLATE_NOOP("Text", "CP1252, Western"),
    "cp1250": QT_TRANSLATE_NOOP("Text", "CP1250, Polish, Czech"),
    "cp1251": QT_TRANSLATE_NOOP("Text", "CP1251, Cyrillic"),
    "koi8_r": QT_TRANSLATE_NOOP("Text", "KOI8-R, Cyrillic"),
    "cp1253": QT_TRANSLATE_NOOP("Text", "CP1253, Greek"),
    "cp1254": QT_TRANSLATE_NOOP("Text", "CP1254, Turkish"),
}
KINDS = {
    "number": QT_TRANSLATE_NOOP("Text", "number"),
    "yes_no": QT_TRANSLATE_NOOP("Text", "yes or no"),
    "category": QT_TRANSLATE_NOOP("Text", "category"),
    "date": QT_TRANSLATE_NOOP("Text", "date"),
    "text": QT_TRANSLATE_NOOP("Text", "text"),
}
ROLES = {
    "target": QT_TRANSLATE_NOOP("Text", "Target"),
    "input": QT_TRANSLATE_NOOP("Text", "Input"),
    "split": QT_TRANSLATE_NOOP("Text", "Split by"),
    "left": QT_TRANSLATE_NOOP("Text", "Left out"),
}
SCALINGS = {
    "standard": QT_TRANSLATE_NOOP("Text", "standardised"),
    "minmax": QT_TRANSLATE_NOOP("Text", "from 0 to 1"),
    "none": QT_TRANSLATE_NOOP("Text", "as they are"),
}
FILLINGS = {
    "drop": QT_TRANSLATE_NOOP("Text", "drop the row"),
    "fill": QT_TRANSLATE_NOOP("Text", "fill in the mean"),
}
SPLITS = {
    "random": QT_TRANSLATE_NOOP("Text", "at random"),
    "each_class": QT_TRANSLATE_NOOP("Text", "same share of each class"),
    "last": QT_TRANSLATE_NOOP("Text", "the last rows validate"),
    "column": QT_TRANSLATE_NOOP("Text", "by a column"),
}
UNSPLIT = {"drop": QT_TRANSLATE_NOOP("Text", "drop the row"), "train": QT_TRANSLATE_NOOP("Text", "the row trains")}
FAULTS = {
    "short_row": QT_TRANSLATE_NOOP("Text", "has {came} cells, not {needed}."),
    "long_row": QT_TRANSLATE_NOOP("Text", "has {came} cells, not {needed}."),
    "names_again": QT_TRANSLATE_NOOP("Text", "has the column names again."),
    "not_a_number": QT_TRANSLATE_NOOP("Text", "“{value}” is not a number."),
    "has_unit": QT_TRANSLATE_NOOP("Text", "“{value}” has a unit; the other numbers have none."),
    "infinite": QT_TRANSLATE_NOOP("Text", "“{value}”: nothing can be learned from infinity."),
    "too_large": QT_TRANSLATE_NOOP("Text", "“{value}” is beyond the numbers that a network has."),
    "nul": QT_TRANSLATE_NOOP("Text", "has a character of no text (NUL)."),
    "unclosed_quote": QT_TRANSLATE_NOOP("Text", "begins a quote that never ends; what follows became one cell."),
    "long_cell": QT_TRANSLATE_NOOP("Text", "has a cell that is too long; what follows was not read."),
    "bad_bytes": QT_TRANSLATE_NOOP("Text", "has bytes that are no letters of this encoding: “{value}”"),
}
ACTS = {
    "number": QT_TRANSLATE_NOOP("Text", "Read the number"),
    "missing": QT_TRANSLATE_NOOP("Text", "It is missing"),
    "drop": QT_TRANSLATE_NOOP("Text", "Drop the row"),
    "keep": QT_TRANSLATE_NOOP("Text", "Go on without"),
}
TROUBLES = {
    "no_target": QT_TRANSLATE_NOOP("Text", "Choose the column to learn as Target."),
    "no_input": QT_TRANSLATE_NOOP("Text", "Choose at least one column as Input."),
    "targets_no_numbers": QT_TRANSLATE_NOOP("Text", "Several targets must all be numbers: a class is learned alone."),
    "date_column": QT_TRANSLATE_NOOP(
        "Text", "A network learns from numbers: leave dates out, or write them as numbers, such as the day of the year."
    ),
    "text_column": QT_TRANSLATE_NOOP(
        "Text", "This column has too many different words to be a category: leave it out."
    ),
    "no_rows_left": QT_TRANSLATE_NOOP(
        "Text", "Fewer than two rows are left: fill missing cells in, or leave a column out."
    ),
    "inputs_constant": QT_TRANSLATE_NOOP("Text", "No input ever changes, so nothing can be learned from it."),
    "split_no_words": QT_TRANSLATE_NOOP(
        "Text",
        "To split the rows, a column needs a few words or whole numbers, such as train and test: take another.",
    ),
    "split_one_word": QT_TRANSLATE_NOOP(
        "Text", "A column that splits needs at least two different words; this one would put all rows on one side."
    ),
    "split_all_train": QT_TRANSLATE_NOOP(
        "Text", "No row would validate: mark a word that validates, of the column that splits."
    ),
    "split_all_validate": QT_TRANSLATE_NOOP(
        "Text", "No row would train: leave a word unmarked, of the column that splits."
    ),
    "too_many_words": QT_TRANSLATE_NOOP(
        "Text", "This column has too many different values to be a category: leave it out, or make it a number."
    ),
    "words_streamed": QT_TRANSLATE_NOOP(
        "Text", "Words are read as numbers only where the table fits into memory: leave that column out."
    ),
    "too_many_inputs": QT_TRANSLATE_NOOP("Text", "These are more than 4,096 inputs: leave columns out."),
    "too_large": QT_TRANSLATE_NOOP(
        "Text", "These are more than 8 MiB of numbers, which a project can hold: save them as a file and open that."
    ),
    "one_class": QT_TRANSLATE_NOOP("Text", "The target is the same in every row: there is nothing to tell apart."),
    "too_many_classes": QT_TRANSLATE_NOOP("Text", "The target has more than 100 classes."),
}
REMARKS = {
    "encoding_guessed": QT_TRANSLATE_NOOP(
        "Text", "The encoding is a guess, {encoding}: choose another if these words look wrong: {words}."
    ),
    "long_names": QT_TRANSLATE_NOOP(
        "Text",
        "{column}: as numbers, some of so many digits ({value}) would be the same, so they are words.",
    ),
    "hidden_rows": QT_TRANSLATE_NOOP("Text", "{count} rows that are hidden in the sheet are read too."),
    "formulas_unsaved": QT_TRANSLATE_NOOP(
        "Text",
        "{count} formulas have no result in the file, so their cells are empty: open the workbook in a spreadsheet and "
        "save it.",
    ),
    "digits_lost": QT_TRANSLATE_NOOP(
        "Text",
        "{count} numbers have 16 digits or more, of which a spreadsheet keeps 15: if they are names of rows, write "
        "them as text.",
    ),
    "old_workbook": QT_TRANSLATE_NOOP(
        "Text", "Of an .xls, cells with an error such as #DIV/0! are read as empty: save it as .xlsx to see them."
    ),
    "comments_skipped": QT_TRANSLATE_NOOP("Text", "{lines} lines of comment are left out."),
    "title_skipped": QT_TRANSLATE_NOOP("Text", "{lines} lines above the table are left out."),
    "names_doubled": QT_TRANSLATE_NOOP("Text", "Columns of the same name got a number: {names}."),
    "names_missing": QT_TRANSLATE_NOOP("Text", "Columns that had no name were given one: {columns}."),
    "rounded": QT_TRANSLATE_NOOP("Text", "{column}: {count} whole numbers are too long to be kept exactly."),
    "sheet_taken": QT_TRANSLATE_NOOP("Text", "This is the sheet “{name}”; not read: {others}."),
    "merged_filled": QT_TRANSLATE_NOOP("Text", "{count} cells have the value of the merged cell that they belong to."),
    "nested": QT_TRANSLATE_NOOP("Text", "{column}: its cells hold lists, objects or bytes, not single values."),
    "partly_numbers": QT_TRANSLATE_NOOP(
        "Text",
        "{column}: beside numbers it has words, such as “{value}”, so it is a category. If they mean missing, "
        "mark them as such.",
    ),
    "several_units": QT_TRANSLATE_NOOP(
        "Text", "{column}: its numbers have several units ({units}), so it is a category."
    ),
    "unit_left": QT_TRANSLATE_NOOP("Text", "{column}: the unit “{unit}” is left away, {count} times."),
}


ERRORS = {
    "empty_file": QT_TRANSLATE_NOOP("Text", "The file is empty."),
    "no_rows": QT_TRANSLATE_NOOP("Text", "There are column names, but no rows below them."),
    "no_row_fits": QT_TRANSLATE_NOOP("Text", "No row has {cells} cells. Is the separator right?"),
    "looks_like": QT_TRANSLATE_NOOP("Text", "This is no table as text: it looks like {kind}."),
    "header_short": QT_TRANSLATE_NOOP(
        "Text",
        "Line {line} has {names} column names, but the rows have {values} cells. Add what is missing in the file.",
    ),
    "too_many_columns": QT_TRANSLATE_NOOP("Text", "The table has {columns} columns; at most {most} can be read."),
    "too_many_faults": QT_TRANSLATE_NOOP(
        "Text", "More than {most} rows, up to line {line}, have not as many cells as the first. Is the separator right?"
    ),
    "too_many_cells": QT_TRANSLATE_NOOP("Text", "The table has {cells} cells; at most {most} can be read."),
    "is_folder": QT_TRANSLATE_NOOP("Text", "“{name}” is a folder."),
    "no_plain_file": QT_TRANSLATE_NOOP(
        "Text", "“{name}” is a pipe, a socket or a device, not a file that can be read."
    ),
    "file_too_large": QT_TRANSLATE_NOOP("Text", "The file has {mib} MiB; at most {most} MiB can be read."),
    "does_not_fit": QT_TRANSLATE_NOOP(
        "Text",
        "To learn from all of it here, about {needed} MiB of memory are needed, and {free} MiB are free. Take fewer "
        "rows or columns, or let it stream from the disk, in a terminal: playground train {path}",
    ),
    "project_does_not_fit": QT_TRANSLATE_NOOP(
        "Text",
        "To learn from all rows of its table here, about {needed} MiB of memory are needed, and {free} MiB are free. "
        "Let them stream from the disk: playground train, with this project, in a terminal.",
    ),
    "whole_does_not_fit": QT_TRANSLATE_NOOP(
        "Text",
        "“{name}” has quotes over several lines or the like, so that it has to be read as a whole: about {needed} MiB "
        "of memory are needed, and {free} MiB are free. Save it as Parquet, or without line breaks inside of cells.",
    ),
    "table_gone": QT_TRANSLATE_NOOP("Text", "Its table is no longer there: {path}"),
    "table_changed": QT_TRANSLATE_NOOP("Text", "Its table has changed: {path}"),
    "file_changes": QT_TRANSLATE_NOOP("Text", "“{name}” changed while it was read. Try again once it is complete."),
    "unreadable": QT_TRANSLATE_NOOP("Text", "The file cannot be read. Is it damaged?"),
    "damaged_sheet": QT_TRANSLATE_NOOP("Text", "The workbook cannot be read: {reason}"),
    "damaged_parquet": QT_TRANSLATE_NOOP("Text", "The Parquet file cannot be read: {reason}"),
    "cell_too_long": QT_TRANSLATE_NOOP(
        "Text", "Line {line} has a cell of more than {most} million characters. Is a quote missing there?"
    ),
    "bad_json_line": QT_TRANSLATE_NOOP(
        "Text", "Line {line} is no JSON object: “{value}”. Each line needs one of its own, such as {example}."
    ),
    "json_name_twice": QT_TRANSLATE_NOOP("Text", "Line {line} has “{name}” twice. Remove or rename one of them."),
    "bad_json_bytes": QT_TRANSLATE_NOOP(
        "Text", "Line {line} has bytes ({value}) that are no letters. Save it as UTF-8."
    ),
}
OTHER_FILES = {
    "zip": QT_TRANSLATE_NOOP("Text", "a zip archive"),
    "parquet": "Parquet",
    "pdf": "PDF",
    "picture": QT_TRANSLATE_NOOP("Text", "a picture"),
    "gzip": QT_TRANSLATE_NOOP("Text", "a compressed file"),
    "hdf5": "HDF5",
    "old_office": QT_TRANSLATE_NOOP("Text", "an old Office file"),
    "database": QT_TRANSLATE_NOOP("Text", "a database"),
}

MENDS = {
    "JSON": QT_TRANSLATE_NOOP("Text", "Save it as JSON lines (.jsonl), an object a line."),
    "HTML": QT_TRANSLATE_NOOP("Text", "Open it in a spreadsheet and save it as .xlsx or .csv."),
    "zip": QT_TRANSLATE_NOOP("Text", "Unpack it first; a workbook has to be called .xlsx or .ods."),
    "gzip": QT_TRANSLATE_NOOP("Text", "Unpack it first."),
    "old_office": QT_TRANSLATE_NOOP("Text", "A workbook of this kind has to be called .xls."),
    "parquet": QT_TRANSLATE_NOOP("Text", "It has to be called .parquet."),
    "picture": QT_TRANSLATE_NOOP("Text", "Pictures are opened with Data > Open pictures…"),
}


def error_text(error: TableError) -> str:
    """Why there is no table, and what can be done."""
    values = {name: f"{value:,}" if isinstance(value, int) else value for name, value in error.values.items()}
    if error.key == "bad_json_line":
        values["example"] = '{"x": 1, "y": "a"}'
    if "kind" in values:
        mend = said(MENDS, kind) if (kind := str(values["kind"])) in MENDS else ""
        values["kind"] = said(OTHER_FILES, str(values["kind"])) if values["kind"] in OTHER_FILES else values["kind"]
        return sentences(say(ERRORS[error.key], **values), mend)
    return say(ERRORS[error.key], **values)


def no_room_text(error: OSError) -> str:
    """Why a large table's rows have no file of their own."""
    words = QT_TRANSLATE_NOOP("Text", "The rows cannot be kept on this machine: {reason}")
    return say(words, reason=error.strerror or str(error))


def fault_place(fault: Fault) -> str:
    """ "Line 154, body_mass_g" """
    if fault.column:
        return say(QT_TRANSLATE_NOOP("Text", "Line {line}, {column}:"), line=f"{fault.line:,}", column=fault.column)
    return say(QT_TRANSLATE_NOOP("Text", "Line {line}"), line=f"{fault.line:,}")


def fault_text(fault: Fault) -> str:
    """What is wrong there."""
    value = printable(fault.value)
    value = value if len(value) <= 24 else value[:23] + "…"
    return say(FAULTS[fault.kind], value=value, came=fault.came, needed=fault.needed)


def act_text(fault: Fault, act: str) -> str:
    """What can become of it."""
    whole = not fault.column and fault.kind not in ("short_row", "long_row", "names_again")
    return said(ACTS, "keep" if whole else act)


def remark_text(remark: Remark) -> str:
    values = dict(remark.values)
    if "encoding" in values:
        values["encoding"] = encoding_text(str(values["encoding"]))
    return say(REMARKS[remark.key], **values)


def encoding_text(encoding: str) -> str:
    """ "Shift-JIS, Japanese" """
    return said(ENCODINGS, encoding) if encoding in ENCODINGS else encoding.upper()


def trouble_text(trouble: str) -> str:
    return said(TROUBLES, trouble)


def validation_text(sides: Sides) -> str:
    """ "Validation: test, val — 102 rows" """
    words = QT_TRANSLATE_NOOP("Text", "Validation: {words} — {count} rows")
    return say(words, words=printable(", ".join(sides.validates), 80), count=f"{sides.validating:,}")


def kind_text(column: Column, classes: int = 0) -> str:
    """The kind of a column's values and how many are missing: "number · 2 missing"."""
    kind = say(QT_TRANSLATE_NOOP("Text", "{count} classes"), count=classes) if classes else said(KINDS, column.kind)
    missing = say(QT_TRANSLATE_NOOP("Text", "{count} missing"), count=column.missing) if column.missing else ""
    constant = say(QT_TRANSLATE_NOOP("Text", "never changes")) if column.constant else ""
    return " · ".join(filter(None, (kind, column.unit, missing, constant)))


def evidence(table: Table) -> dict[str, str]:
    """What speaks for each guess, by the name of its setting."""
    guess, reading = table.guess, table.reading
    header = say(QT_TRANSLATE_NOOP("Text", "no number in it")) if reading.header else ""
    if not table.is_text:
        # Its cells need no other guess.
        return {"header": header if table.sheets else ""}
    lines = say(
        QT_TRANSLATE_NOOP("Text", "{cells} cells in {alike} of {lines} lines"),
        cells=f"{guess.cells:,}", alike=f"{guess.alike:,}", lines=f"{guess.lines:,}",
    )  # fmt: skip
    numbers = sum(column.kind == "number" for column in table.columns)
    decimals = say(QT_TRANSLATE_NOOP("Text", "{count} columns of numbers"), count=numbers)
    return {"separator": lines, "decimal": decimals, "encoding": _of_encoding(table), "header": header}


def _of_encoding(table: Table) -> str:
    """Words by which a person sees whether it is right, where that is not certain."""
    if any(fault.kind == "bad_bytes" for fault in table.grid.faults):
        return say(QT_TRANSLATE_NOOP("Text", "some bytes do not fit"))
    words = printable(", ".join(table.telling), 60)
    if words:
        return say(QT_TRANSLATE_NOOP("Text", "reads “{words}”"), words=words)
    return say(QT_TRANSLATE_NOOP("Text", "every byte fits"))


def baseline_text(
    baselines: tuple[float, ...], counts: tuple[tuple[str, int], ...], targets: tuple[OwnTarget, ...]
) -> str:
    """How good the plainest guess is, which a network has to beat."""
    if counts:
        common = max(counts, key=lambda each: each[1])[0]
        words = QT_TRANSLATE_NOOP("Text", "Guessing “{name}” each time would be right for {share} %")
        return say(words, name=common, share=f"{100 * baselines[0]:.1f}")
    words = QT_TRANSLATE_NOOP("Text", "Predicting the mean would miss by ± {error}")
    several = QT_TRANSLATE_NOOP("Text", "Predicting the means would miss by: {errors}")
    missed = [f"{number_text(each)} {target.unit}".strip() for each, target in zip(baselines, targets, strict=True)]
    if len(missed) == 1:
        return say(words, error=missed[0])
    named = [f"{target.name} ± {each}" for each, target in zip(missed, targets, strict=True)]
    return say(several, errors=", ".join(named))
