"""Bring the translations up to date with the program, and pack them: .venv/bin/python scripts/translate.py

Every text that the program marks for translation is put into assets/translations/zh_CN.ts, where a person writes it in
Chinese, with Qt Linguist or a text editor; what is written is packed into the .qm beside it, which the window reads.
No space stands between Chinese and a number, though one between Chinese and a Latin word: those at numbers go.
Ends with 1 while something waits for a translation, and names it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATION = ROOT / "assets" / "translations" / "zh_CN.ts"

HAN = "\u3400-\u9fff"
STOPS = "，。：；！？（）、“”《》"
# What is filled in as a number alone.
COUNTED = (
    "all|axes|axis|batch|best|bound|cells|column|columns|count|dead|deepest|depth|drawn|epoch|epochs|index|last|length|"
    "levels|longest|minutes|most|multiple|needed|newest|number|offered|parts|patience|places|position|row|rows|seconds|"
    "shown|step|unit|units|values|wrong"
)
# Alone between Chinese: one in a formula, a name or a version has another neighbour, and keeps its spaces.
NUMBER = rf"(?:[+−±]?[0-9](?:[0-9,.]*[0-9])?[%×]?|{{(?:{COUNTED})}})"
GAP_BEFORE = re.compile(rf"(?<=[{HAN}]) (?={NUMBER}(?: [{HAN}|]|[{HAN}{STOPS}]|$))", re.M)
GAP_AFTER = re.compile(rf"((?:^|[·|\]-] |[{HAN}{STOPS}]){NUMBER}) (?=[{HAN}])", re.M)


def without_gaps(chinese: str) -> str:
    """The text with no space between Chinese and a number."""
    return GAP_AFTER.sub(r"\1", GAP_BEFORE.sub("", chinese))


def run_tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools, which came with PySide6."""
    tool = shutil.which(f"pyside6-{name}", path=sysconfig.get_path("scripts"))
    if tool is None:
        raise SystemExit(f"pyside6-{name} is missing; run scripts/setup_environment.py first")
    subprocess.run([tool, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def update(file: Path) -> None:
    """Put the program's texts into the file; those that are gone leave it."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "playground").rglob("*.py"))
    languages = ("-source-language", "en", "-target-language", "zh_CN")
    marks = ("-tr-function-alias", "QT_TRANSLATE_NOOP+=later")
    # Without line numbers, a file differs only where a text does.
    run_tool("lupdate", *sources, *marks, "-locations", "none", "-no-obsolete", *languages, "-ts", str(file))


def close_gaps(file: Path) -> None:
    """No translation has a space between Chinese and a number."""
    text = file.read_text(encoding="utf-8")
    written = re.compile("(?<=<translation>)[^<]*")
    file.write_text(written.sub(lambda found: without_gaps(found[0]), text), encoding="utf-8", newline="\n")


def release(file: Path, packed: Path) -> None:
    """Pack the translations as Qt reads them."""
    run_tool("lrelease", str(file), "-qm", str(packed))


def messages(file: Path) -> Iterator[tuple[str, str, str]]:
    """(context, source, translation) of each text; "" where none is written or it is not finished."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            written = message.find("translation")
            done = written is not None and written.get("type") is None
            translation = (written.text or "") if written is not None and done else ""
            yield context.findtext("name") or "", message.findtext("source") or "", translation


def main() -> int:
    TRANSLATION.parent.mkdir(exist_ok=True)
    update(TRANSLATION)
    close_gaps(TRANSLATION)
    release(TRANSLATION, TRANSLATION.with_suffix(".qm"))
    waiting = [f"{context}: {source}" for context, source, translation in messages(TRANSLATION) if not translation]
    print("\n".join(waiting) or "All is translated.")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
