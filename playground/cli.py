"""The command line: see COMMANDS. Each imports only what it needs."""

from __future__ import annotations

import argparse
import io
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from playground import __version__
from playground.arguments import (
    add_bench_options,
    add_picture_options,
    add_rates_options,
    add_sweep_options,
    add_train_options,
    say,
)
from playground.command_load import CommandError, load_document, load_link, load_project, opens_in_window, read_stranger
from playground.document.files.link import is_link
from playground.frames.formats import ENDINGS
from playground.terminal import INTERRUPTED, clean, complain, tell

COMMANDS = ("open", "demo", "train", "sweep", "rates", "export", "check", "import", "data", "picture", "bench")


@contextmanager
def _speaking() -> Iterator[None]:
    """In the language of the window: Qt's translator needs an application, and none with windows."""
    from PySide6.QtCore import QCoreApplication

    from playground.ui.settings import name_program, read_settings
    from playground.ui.texts.command import argparse_text
    from playground.ui.texts.language import chosen_language, speak

    # It asks for its own words by this name.
    vars(argparse).update(_=argparse_text)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal may lack a letter of a language.
            stream.reconfigure(errors="replace")
    if QCoreApplication.instance() is not None:
        yield
        return
    name_program()
    application = QCoreApplication(sys.argv[:1])
    # Qt takes the system's, and with it a comma for the point of numbers.
    locale.setlocale(locale.LC_NUMERIC, "C")
    speak(application, chosen_language(read_settings().language))
    try:
        yield
    finally:
        # A window has an application of its own, in its place.
        if QCoreApplication.instance() is application:
            application.shutdown()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives the exit code: 0 done, 1 problems found by check, 2 an error, told on stderr; 130 Ctrl+C."""
    try:
        with _speaking():
            return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        complain("stopped")
        return INTERRUPTED


def _run(given: list[str]) -> int:
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        given = ["open", *given]
    if given[0] == "train":
        given[1:] = _file_first(given[1:])
    options = _parser().parse_args(given)
    try:
        return int(options.run(options))
    except CommandError as error:
        return _complain(str(error))
    except (OSError, ValueError) as error:
        from playground.ui.text import error_text

        place = getattr(error, "filename", None)
        return _complain(f"{place}: {error_text(error)}" if place else error_text(error))
    except KeyboardInterrupt as stopped:
        _complain(str(stopped) or say("stopped"))
        return INTERRUPTED
    except ImportError as error:
        return _complain(say("no_part", error=error))


def _complain(line: str) -> int:
    complain(line)
    return 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, clean(say("try_help", program=self.prog, wrong=message)) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="playground", description=say("about"))
    parser.add_argument("--version", action="version", version=f"playground {__version__}", help=say("version"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = commands.add_parser("open", help=say("open"))
    one.add_argument("file", nargs="?", default="", metavar="FILE", help=say("file"))
    one.set_defaults(run=_open)

    one = commands.add_parser("demo", help=say("demo"))
    one.set_defaults(run=_demo)

    one = commands.add_parser("train", help=say("train"))
    one.add_argument("file", metavar="FILE", help=say("trained_file"))
    add_train_options(one)
    one.set_defaults(run=_train)

    _add_sweep(commands)
    _add_rates(commands)
    one = commands.add_parser("export", help=say("export"))
    one.add_argument("file", metavar="FILE", help=say("file"))
    one.add_argument("out", nargs="+", metavar="OUT", help=say("out", endings=", ".join(ENDINGS)))
    one.set_defaults(run=_export)

    one = commands.add_parser("check", help=say("check"))
    one.add_argument("files", nargs="+", metavar="FILE", help=say("checked"))
    one.set_defaults(run=_check)

    _add_sources(commands)
    add_picture_options(one := commands.add_parser("picture", help=say("picture")))
    one.set_defaults(run=_picture)

    add_bench_options(one := commands.add_parser("bench", help=say("bench")))
    one.set_defaults(run=_bench)
    return parser


def _add_sweep(commands: Any) -> None:
    one = commands.add_parser("sweep", help=say("sweep"))
    add_sweep_options(one)
    one.set_defaults(run=_sweep)


def _add_rates(commands: Any) -> None:
    one = commands.add_parser("rates", help=say("rates"))
    add_rates_options(one)
    one.set_defaults(run=_rates)


def _add_sources(commands: Any) -> None:
    one = commands.add_parser("import", help=say("import"))
    one.add_argument("file", type=Path, metavar="FILE", help=say("imported"))
    one.add_argument("out", type=Path, metavar="OUT.playground")
    one.set_defaults(run=_import)

    one = commands.add_parser("data", help=say("data"))
    one.add_argument("names", nargs="*", metavar="NAME", help=say("data_names"))
    one.set_defaults(run=_data)


def _file_first(words: list[str]) -> list[str]:
    """The words after `train`, with FILE in front where it stands behind paths that are written.

    `--out` takes every word up to the next option; where no FILE stands elsewhere, the last of them is it.
    """
    probe = _Parser(prog="playground train", add_help=False)
    add_train_options(probe)
    options, others = probe.parse_known_args(words)
    if others or len(options.out) < 2 or options.out[-1].lower().endswith(ENDINGS):
        return words
    at = len(words) - 1 - words[::-1].index(options.out[-1])
    is_only_path = words[at - 1].startswith("-")
    return words if is_only_path else [words[at], *words[:at], *words[at + 1 :]]


def _open(options: argparse.Namespace) -> int:
    from playground.imports.asking import is_network_file
    from playground.projects.project import Project

    path, remarks, stranger, dropped = None, None, None, None
    if is_network_file(Path(options.file)) and not is_link(options.file):
        stranger = Path(options.file), read_stranger(Path(options.file))
        project, _ = load_project("circle")
    elif is_link(options.file):
        document, remarks = load_link(options.file)
        project = Project(document)
    elif opens_in_window(options.file):
        project, dropped = load_project("circle")[0], Path(options.file).absolute()
    else:
        project, path = load_project(options.file or "circle", refuse=False)
        path = path and path.absolute()
    _need_display()
    from playground.ui.logs import keep_window_log
    from playground.ui.trainer import Trainer

    keep_window_log()
    # The engine loads while the window does.
    trainer = Trainer(project.document)
    if project.training is not None:
        trainer.begin(project.document, project.training)
    trainer.start()
    from playground.app import open_window

    return open_window(project, path, trainer, remarks, stranger, dropped)


def _need_display() -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise CommandError(say("no_display"))


def _demo(options: argparse.Namespace) -> int:
    from playground.command_train import demo

    return demo(load_document("spiral")[0], Path("playground-demo"))


def _train(options: argparse.Namespace) -> int:
    from playground.command_table import is_table, table_project
    from playground.command_train import train

    if is_table(options.file):
        return train(table_project(options), options)
    if any((options.target, options.drop_faults, options.split_by, options.validate, options.encoding, options.sheet)):
        raise CommandError(say("only_tables"))
    held = "disk" if options.stream else "if_needed"
    project, _ = load_project(options.file, refuse=options.resume, held=held)
    return train(project, options)


def _sweep(options: argparse.Namespace) -> int:
    from playground.command_sweep import sweep

    return sweep(load_document(options.file)[0], options)


def _rates(options: argparse.Namespace) -> int:
    from playground.command_rates import rates

    return rates(load_project(options.file, refuse=options.resume)[0], options)


def _export(options: argparse.Namespace) -> int:
    from playground.command_export import export_all

    return export_all(load_project(options.file, held="if_needed")[0], [Path(out) for out in options.out])


def _check(options: argparse.Namespace) -> int:
    from playground.lessons.packing import PackError
    from playground.ui.texts.lessons import pack_error_text

    codes = []
    for name in options.files:
        if len(options.files) > 1:
            tell(f"{name}:")
        is_lesson = Path(name).suffix.lower() in (".md", ".lesson")
        try:
            codes.append(int(_check_lesson(Path(name)) if is_lesson else _check_project(name)))
        except PackError as error:
            codes.append(_complain(f"{name}: {pack_error_text(error)}"))
        except CommandError as error:
            # The other files are looked at all the same.
            codes.append(_complain(str(error)))
    return max(codes)


def _check_lesson(path: Path) -> bool:
    """Print what is wrong in a lesson; whether anything is."""
    from playground.lessons.packing import ENDING, read_packed
    from playground.lessons.reading import read_lesson
    from playground.ui.text import error_text
    from playground.ui.texts.lessons import placed_fault

    try:
        read = read_packed(path) if path.suffix.lower() == ENDING else read_lesson(path)
    except OSError as error:
        raise CommandError(f"{path}: {error_text(error)}") from error
    for fault in read.faults:
        tell(placed_fault(fault))
    if not read.faults:
        tell(say("no_problems"))
    return bool(read.faults)


def _check_project(name: str) -> bool:
    """Print the problems of a project; whether any stops training."""
    from playground.document.checks.problems import find_problems
    from playground.ui.text import node_title, problem_text

    project, _ = load_project(name)
    document = project.document
    problems = find_problems(document)
    for problem in problems:
        node = document.graph.by_id.get(problem.node)
        place = f"{node_title(node, document)} ({node.id})" if node else name
        told = say("placed", place=place, problem=problem_text(problem))
        tell(say("placed", place=say(problem.severity), problem=told))
    if not problems:
        tell(say("no_problems"))
    if project.training is not None:
        tell(say("trained", epochs=f"{project.training.epoch:,}"))
    return any(problem.severity == "error" for problem in problems)


def _import(options: argparse.Namespace) -> int:
    from playground.command_import import import_network

    return import_network(options.file, options.out)


def _data(options: argparse.Namespace) -> int:
    from playground.command_data import show_data

    return show_data(options.names)


def _picture(options: argparse.Namespace) -> int:
    opened = Path(options.file) if opens_in_window(options.file) and not Path(options.file).is_dir() else None
    project, path = load_project("circle" if opened else options.file)
    if not options.out.absolute().parent.is_dir():
        raise CommandError(say("no_folder", path=options.out, folder=options.out.parent))
    from playground.picturing import PARTS, Asked, picture

    if unknown := next((name for name in options.show if name not in PARTS), ""):
        raise CommandError(say("no_part_shown", name=unknown, names=", ".join(PARTS)))
    title = path or Path("Link" if is_link(options.file) else options.file)
    asked = Asked(options.epochs, options.theme, options.size, (*options.show,), options.moment, opened, options.step)
    stopped = picture(project, title, options.out, asked)
    if stopped:
        raise CommandError(f"{options.file}: {stopped}")
    return 0


def _bench(options: argparse.Namespace) -> int:
    from playground.bench.report import report

    return report(options)
