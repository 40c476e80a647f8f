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
    if options.lab:
        from playground.bench.lab import measure as measure_lab

        rows = [asdict(measure_lab())]
    elif options.sweep:
        from playground.bench.sweep import measure as measure_sweep

        rows = [asdict(measure_sweep())]
    elif options.memory:
        from playground.bench.memory import measure as measure_memory

        rows = [asdict(measure_memory())]
    else:
        rows = _speeds(options.case)
    print(json.dumps(rows)) if options.json else _table(rows)
    return 0


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
