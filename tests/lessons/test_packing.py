"""Lessons that are handed on: packed, unpacked under a stranger's limits, put on the shelf, written anew."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from playground.document import examples
from playground.document.files import file, saving
from playground.lessons import packing
from playground.lessons.handing_in import Shown, keep_shown
from playground.lessons.packing import PackError, pack, read_packed, unpack
from playground.lessons.reading import read_lesson
from playground.lessons.shelf import shelf
from playground.lessons.writing import new_lesson
from playground.ui.assets import asset
from tests.faults import fail_each_call

CIRCLE = examples.example("circle", asset("examples"))
TEXT = "---\ntitle: One\nrows: B1\n---\n## Step\n![dot](pictures/dot.svg)\n```load file:one.playground\n```\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A lesson with a document and a picture beside it, and a file that it does not name."""
    folder = tmp_path / "mine"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "dot.svg").write_text(SVG)
    (folder / "secret.png").write_bytes(b"")
    file.write(CIRCLE, folder / "one.playground")
    (folder / "one.md").write_text(TEXT)
    return folder / "one.md"


def test_a_pack_holds_the_lesson_and_what_it_names(lesson: Path, tmp_path: Path) -> None:
    packed = tmp_path / "one.lesson"
    pack(lesson, packed)
    with ZipFile(packed) as made:
        assert made.namelist() == ["one.md", "one.playground", "pictures/dot.svg"]
    found = unpack(packed, tmp_path / "theirs")
    assert (found.name, found.read_text()) == ("one.md", TEXT)
    assert read_lesson(found).faults == ()
    assert file.read(found.with_name("one.playground")) == CIRCLE
    # Once more, over what is there.
    (tmp_path / "theirs" / "old.md").touch()
    assert unpack(packed, tmp_path / "theirs") == found
    assert not (tmp_path / "theirs" / "old.md").exists()


@pytest.mark.parametrize("kind", ["packed", "unpacked", "shown"])
def test_whichever_call_fails_the_old_file_stays(lesson: Path, tmp_path: Path, monkeypatch, kind: str) -> None:
    packed, folder = tmp_path / "one.lesson", tmp_path / "theirs"
    pack(lesson, packed)
    folder.mkdir()
    path, write = {
        "packed": (packed, lambda: pack(lesson, packed)),
        "unpacked": (folder / "one", lambda: unpack(packed, folder / "one")),
        "shown": (folder / "kept.json", lambda: keep_shown(folder / "kept.json", {1: Shown(b"network")})),
    }[kind]
    fail_each_call(monkeypatch, path, write)


@pytest.mark.parametrize("broken", ["begun.md", "begun.playground"])
def test_each_file_of_a_lesson_that_is_begun_is_whole(tmp_path: Path, monkeypatch, broken: str) -> None:
    def write_one(target: Path, content: bytes) -> None:
        if target.name == broken:
            saving.write_beside(target, content)

    for module in ("playground.lessons.writing", "playground.document.files.file"):
        monkeypatch.setattr(f"{module}.write_beside", write_one)
    template = asset("lessons/new/en.md")
    fail_each_call(monkeypatch, tmp_path / broken, lambda: new_lesson(tmp_path / "begun.md", "One", CIRCLE, template))


def test_a_lesson_whose_picture_is_missing_is_not_packed(lesson: Path, tmp_path: Path) -> None:
    (lesson.parent / "pictures" / "dot.svg").unlink()
    with pytest.raises(PackError, match=r"pictures/dot\.svg"):
        pack(lesson, tmp_path / "one.lesson")
    assert not (tmp_path / "one.lesson").exists()


def zipped(*entries: tuple[str | ZipInfo, bytes], method: int = ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", method) as packed:
        for name, content in entries:
            packed.writestr(name, content, method)
    return made.getvalue()


def link(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


ONE = ("one.md", TEXT.encode())
STRANGE = {
    "above": (zipped(ONE, ("../evil.md", b"")), "outside"),
    "absolute": (zipped(ONE, ("/tmp/evil.png", b"")), "outside"),
    "of Windows": (zipped(ONE, ("C:evil.png", b"")), "outside"),
    "backslash": (zipped(ONE, ("..\\evil.png", b"")), "outside"),
    "inner dots": (zipped(ONE, ("a/../../evil.png", b"")), "outside"),
    "not plain": (zipped(ONE, ("a//b.png", b"")), "outside"),
    "a link": (zipped(ONE, (link("evil.png"), b"/etc/passwd")), "outside"),
    "a program": (zipped(ONE, ("run.sh", b"")), "other_file"),
    "a folder": (zipped(ONE, ("../folder/", b"")), "outside"),
    "no lesson": (zipped(("one.png", b"")), "no_lesson"),
    "two lessons": (zipped(ONE, ("two.md", b"")), "no_lesson"),
    "the same twice": (zipped(ONE, ("a.png", b""), ("A.PNG", b"")), "damaged"),
    "many": (zipped(ONE, *((f"{number}.png", b"") for number in range(packing.MOST_FILES))), "many_files"),
    "very many": (zipped(ONE, *((f"{number}.png", b"") for number in range(3000))), "many_files"),
    "a bomb": (zipped(ONE, ("a.png", bytes(8 << 20))), "large_pack"),
    "one too large": (zipped(("one.md", TEXT.encode()), ("a.png", bytes(packing.MOST_ONE + 1))), "large_pack"),
    "packed otherwise": (zipped(ONE, method=ZIP_LZMA), "damaged"),
    "cut": (zipped(ONE)[:-9], "damaged"),
    "no zip": (b"PK" * 50, "damaged"),
    "empty": (b"", "damaged"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strangers_pack_is_refused_and_nothing_written(kind: str, tmp_path: Path) -> None:
    content, code = STRANGE[kind]
    (tmp_path / "x.lesson").write_bytes(content)
    with pytest.raises(PackError) as refused:
        unpack(tmp_path / "x.lesson", tmp_path / "deep" / "inside")
    assert refused.value.code == code
    assert [path.name for path in tmp_path.rglob("*")] == ["x.lesson"]


def test_all_together_are_bounded_and_sizes_told_by_a_zip_are_not_believed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(packing, "MOST_UNPACKED", 3000)
    parts = [(f"{number}.png", bytes(range(200)) * 5) for number in range(3)]
    (tmp_path / "x.lesson").write_bytes(zipped(ONE, *parts))
    with pytest.raises(PackError, match="large"):
        unpack(tmp_path / "x.lesson", tmp_path / "inside")
    lying = zipped(("one.md", b"a" * 5000)).replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    (tmp_path / "x.lesson").write_bytes(lying)
    with pytest.raises(PackError):
        unpack(tmp_path / "x.lesson", tmp_path / "inside")


def test_folders_that_a_file_manager_packs_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x.lesson").write_bytes(zipped(ONE, ("pictures/", b""), ("pictures/dot.svg", SVG.encode())))
    unpack(tmp_path / "x.lesson", tmp_path / "inside")
    assert (tmp_path / "inside" / "pictures" / "dot.svg").read_text() == SVG


def test_damaged_packs_raise_nothing_else(lesson: Path, tmp_path: Path) -> None:
    packed = tmp_path / "one.lesson"
    pack(lesson, packed)
    whole = packed.read_bytes()
    for place in range(0, len(whole), 7):
        packed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            read_packed(packed)
        except PackError:
            continue


def write_lessons(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.md").write_text(f"---\ntitle: {folder.name} {name}\nrows: B1\n---\n## Step\nText\n")


def test_the_shelf_has_them_in_order_in_the_language_that_there_is(tmp_path: Path, lesson: Path) -> None:
    write_lessons(tmp_path / "all" / "en", "13-chain", "02-first", "20-fit")
    write_lessons(tmp_path / "all" / "zh_CN", "02-first", "13-chain", "99-only")
    write_lessons(tmp_path / "own", "z", "b")
    pack(lesson, tmp_path / "own" / "a.lesson")
    (tmp_path / "own" / "c.lesson").write_bytes(b"no pack")
    (tmp_path / "own" / "d.md").write_text("no lesson")
    found = shelf(tmp_path / "all", tmp_path / "own", "zh_CN")
    assert [one.lesson.title for one in found] == [
        "zh_CN 02-first", "zh_CN 13-chain", "en 20-fit", "zh_CN 99-only", "One", "own b", "d", "own z",
    ]  # fmt: skip
    assert [one.languages for one in found[:4]] == [("en", "zh_CN"), ("en", "zh_CN"), ("en",), ("zh_CN",)]
    assert [one.own for one in found] == [False] * 4 + [True] * 4
    assert [one.lesson.name for one in found if one.faults] == ["d"]
    assert shelf(tmp_path / "nowhere", tmp_path / "nor here", "en") == ()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", ["circle", "branches", "waves"])
def test_a_new_lesson_reads_without_a_fault(language: str, name: str, tmp_path: Path) -> None:
    document = examples.example(name, asset("examples"))
    path = tmp_path / "My lesson.md"
    new_lesson(path, "My $x$:\nlesson\0 链式法则" if language == "zh_CN" else "A --- B", document, _template(language))
    read = read_lesson(path)
    assert read.faults == ()
    assert read.lesson.title == ("My $x$: lesson 链式法则" if language == "zh_CN" else "A --- B")
    assert read.lesson.language == language
    assert file.read(path.with_suffix(".playground")) == document


def _template(language: str) -> Path:
    return asset(f"lessons/new/{language}.md")


def test_pictures_that_reach_out_are_refused(lesson: Path) -> None:
    write: Callable[[str], int] = (lesson.parent / "pictures" / "dot.svg").write_text
    for text in (
        SVG.replace("/>", '><image href="/etc/passwd"/></svg>'),
        SVG.replace("/>", "><image xlink:href = 'http://a.b/c.png'/></svg>"),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG,
        "no picture",
    ):
        write(text)
        assert [fault.code for fault in read_lesson(lesson).faults] in (["picture_reaches"], ["no_picture"])
    write(SVG.replace("/>", '><use href="#a"/><image href="data:image/png;base64,AA"/></svg>'))
    assert read_lesson(lesson).faults == ()
