"""Make the Chinese font that goes with the window: python3 scripts/make_font.py NotoSansCJK-Regular.ttc

The source is Noto Sans CJK 2.004 (in Debian: fonts-noto-cjk), whose licence, the SIL Open Font License, asks that what
is made of it stays under it, in assets/fonts/OFL.txt; the name is another, as Noto is a trademark. Of it stay
punctuation and the 6,763 characters of GB 2312, as TrueType curves, which formulas can be set in. It needs fonttools,
which nothing else here does: pip install fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

FONT = Path(__file__).resolve().parent.parent / "assets" / "fonts" / "PlaygroundSansSC-Regular.ttf"
FAMILY, STYLE = "Playground Sans SC", "Regular"
SOURCE_FAMILY = "Noto Sans CJK SC"
# In units of which 1000 make the height of a letter: no eye sees it.
MOST_ERROR = 1.0
# Punctuation, Chinese punctuation and full-width forms. Latin is written by the font of the system.
BLOCKS = ((0x2010, 0x203B), (0x3000, 0x303F), (0xFF01, 0xFFEE))
DROPPED = ("GPOS", "GSUB", "BASE", "VORG", "vhea", "vmtx")


def characters() -> set[int]:
    """What the font can write. Python's own codec is the list of GB 2312."""
    found = {code for low, high in BLOCKS for code in range(low, high + 1)}
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(map(ord, bytes((row, cell)).decode("gb2312", errors="ignore")))
    return found


def subset(source: Path) -> Any:
    """The simplified Chinese face of the collection, without what is not used."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTCollection, TTFont

    faces = TTCollection(source).fonts if source.suffix == ".ttc" else [TTFont(source)]
    face = next(face for face in faces if face["name"].getDebugName(1) == SOURCE_FAMILY)
    options = Options(layout_features=[], hinting=False, drop_tables=DROPPED, name_IDs=[1, 2, 3, 4, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(face)
    return face


def with_true_type_curves(font: Any) -> None:
    """Quadratic curves in place of cubic ones."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    drawn, names, glyphs = {}, font.getGlyphOrder(), font.getGlyphSet()
    for name in names:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, MOST_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = names, drawn
    del font["CFF "]
    most = font["maxp"]
    most.tableVersion, most.maxZones, most.maxComponentElements = 0x00010000, 1, 0
    for unused in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(most, f"max{unused}", 0)
    most.maxSizeOfInstructions = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: Any) -> None:
    joined = f"{FAMILY.replace(' ', '')}-{STYLE}"
    for which, name in ((1, FAMILY), (2, STYLE), (3, f"1.0;{joined}"), (4, f"{FAMILY} {STYLE}"), (6, joined)):
        font["name"].setName(name, which, 3, 1, 0x409)


def main(arguments: list[str]) -> int:
    font = subset(Path(arguments[0]))
    with_true_type_curves(font)
    rename(font)
    font.save(FONT)
    print(f"{FONT.name}: {FONT.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
