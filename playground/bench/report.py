"""Prints what was measured, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table


def report(options: argparse.Namespace) -> int:
    """Measure what the command line asks for and print it."""
    if options.window:
        from playground.bench.window import measure_in_new_process

        text = measure_in_new_process()
        if options.json:
            print(text)
        else:
            _table([json.loads(text)])
        return 0
    if options.canvas:
        from playground.bench.canvas import measure_in_new_process as measure_canvas

        text = measure_canvas()
        print(text) if options.json else _columns(json.loads(text))
        return 0
    if options.views:
        from playground.bench.views import measure_in_new_process as measure_views

        text = measure_views()
        print(text) if options.json else _table(json.loads(text))
        return 0
    rows = _rows(options)
    if options.json:
        print(json.dumps(rows))
    else:
        _columns(rows) if options.data else _table(rows)
    return 0


def _rows(options: argparse.Namespace) -> list[dict[str, Any]]:
    if options.lab:
        from playground.bench.lab import measure as measure_lab

        return [asdict(measure_lab())]
    if options.sweep:
        from playground.bench.sweep import measure as measure_sweep

        return [asdict(measure_sweep())]
    if options.data:
        from playground.bench.data import measure as measure_data

        return [asdict(measure_data())]
    if options.memory:
        from playground.bench.memory import measure as measure_memory

        return [asdict(measure_memory())]
    return _speeds(options.case)


def _speeds(chosen: str) -> list[dict[str, Any]]:
    from playground.bench.speed import loop_is_one_function, measure

    rows = []
    for measured in measure(chosen):
        rows.append(asdict(measured))
        print(f"{measured.case}: {measured.ratio:,.3g} times fit", file=sys.stderr, flush=True)
    if rows and not loop_is_one_function():
        print("This TensorFlow no longer compiles a small loop as one function: far slower.", file=sys.stderr)
    return rows


def _columns(cases: list[dict[str, Any]]) -> None:
    """A line for each thing that was measured: there are too many to stand side by side."""
    table = Table("", *["" for _ in cases], show_header=False)
    for name in cases[0]:
        table.add_row(name.replace("_", " "), *[f"{case[name]:,.4g}" for case in cases])
    Console().print(table)


def _table(rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    table = Table(*[name.replace("_", " ") for name in rows[0]])
    for row in rows:
        table.add_row(*[value if isinstance(value, str) else f"{value:,.4g}" for value in row.values()])
    Console().print(table)
