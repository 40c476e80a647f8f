"""Every text is in Chinese, every character can be written, and the window changes its language at once."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import copy

import pytest
import translate
from PySide6.QtGui import QFont, QFontInfo, QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QFileDialog, QLabel, QTreeView

from playground.document.examples import example
from playground.document.files import file
from playground.document.files.checked import FileError
from playground.document.words import words
from playground.frames.formats import UnknownEndingError
from playground.ui import text
from playground.ui.assets import asset
from playground.ui.fonts import OWN_FONT, add_chinese_font
from playground.ui.texts.language import chosen_language, speak
from tests.sources import modules

MESSAGES = list(translate.messages(translate.TRANSLATION))
# Writes all of Chinese with DejaVu and our own font alone, and says what no font had a picture for.
BOXES = """
from PySide6.QtGui import QFontDatabase, QTextLayout
from playground import app
from playground.ui.assets import asset
application = app.make_application()
known = ("DejaVu", "Playground", "Monospace", "Sans", "Serif")
assert all(family.startswith(known) for family in QFontDatabase.families()), QFontDatabase.families()
characters = sorted(set(asset("translations/zh_CN.ts").read_text(encoding="utf-8")) - set("\\n"))
for character in characters:
    layout = QTextLayout(character, application.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
        print(character)
"""


@pytest.fixture
def chinese(qapp: QApplication):
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    return [(name, node) for name, module in modules().items() for node in ast.walk(module)]


def fields(sentence: str) -> list[str]:
    return sorted(re.findall(r"{[^}]*}", sentence))


def test_every_text_of_the_program_is_translated_and_packed(tmp_path: Path) -> None:
    # Who adds a text runs scripts/translate.py and writes it in Chinese.
    fresh = tmp_path / "zh_CN.ts"
    copy(translate.TRANSLATION, fresh)
    translate.update(fresh)
    assert {(context, source) for context, source, _ in translate.messages(fresh)} == {m[:2] for m in MESSAGES}
    assert [message for message in MESSAGES if not message[2]] == []
    translate.release(translate.TRANSLATION, tmp_path / "zh_CN.qm")
    assert (tmp_path / "zh_CN.qm").read_bytes() == translate.TRANSLATION.with_suffix(".qm").read_bytes()


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    assert [m for m in MESSAGES if fields(m[1]) != fields(m[2])] == []


def test_chinese_stands_close_to_numbers_and_apart_from_latin_words() -> None:
    loose = [translation for _, _, translation in MESSAGES if translate.without_gaps(translation) != translation]
    assert loose == []
    touching = re.compile("[\u3400-\u9fff][A-Za-z]|[A-Za-z][\u3400-\u9fff]")
    # A date's letters stand for its numbers.
    words = [translation for _, _, translation in MESSAGES if not translation.endswith("HH:mm")]
    assert [translation for translation in words if touching.search(translation)] == []


@pytest.mark.parametrize(
    ("loose", "close"),
    [
        ("共 1 个，从 0 数起", "共1个，从0数起"),
        ("取前 1,200 行，约 5% 的行", "取前1,200行，约5%的行"),
        ("另有 {count} 处", "另有{count}处"),
        *((kept, kept) for kept in ("按 F2 改名", "当 x > 0 时 y = x", "8 × 8 像素", "License 2.0 许可证")),
    ],
)
def test_only_a_number_alone_loses_its_spaces(loose: str, close: str) -> None:
    assert translate.without_gaps(loose) == close


def test_every_text_is_asked_for_under_the_name_that_translators_see() -> None:
    # self.tr asks under the class's name, and translate under the one it is given; the tool sees literals only.
    found = nodes()
    classes = {node.name for _, node in found if isinstance(node, ast.ClassDef)}
    others = [ast.unparse(node) for _, node in found if isinstance(node, ast.Attribute) and node.attr == "tr"]
    handed_on = [
        f"{name}:{node.lineno}"
        for name, node in found
        if isinstance(node, ast.Call) and "QCoreApplication.translate" in map(ast.unparse, node.args)
    ]
    assert ({*others} - {"self.tr"}, handed_on) == (set(), [])
    named = {"Text", "App", "About", "Canvas", "Examples", "NoteMenu", "Predictions", "TrainFor", "Weights"}
    of_qt = {"QFileDialog", "QAbstractFileIconProvider"}
    assert {context for context, _, _ in MESSAGES} <= classes | named | of_qt


def test_qts_own_dialog_for_files_has_no_english_word(chinese, qtbot, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)
    words = [one.text() for one in shown if one.text()] + dialog.nameFilters()
    rows = dialog.findChild(QTreeView)
    qtbot.waitUntil(lambda: rows.model().rowCount(rows.rootIndex()) == 1)
    words.append(rows.model().index(0, 2, rows.rootIndex()).data())
    assert len(words) > 5
    assert [word for word in words if re.search("[A-Za-z]{2}", word)] == []


def test_no_undo_step_keeps_the_language_it_was_made_in() -> None:
    # The first of apply and change_run is said when it is shown.
    asked = [
        f"{name}:{node.lineno} {ast.unparse(node.args[0])}"
        for name, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and len(node.args) in (1, 2)
        if node.func.attr in ("apply", "change_run") and "editor" in ast.unparse(node.func)
    ]
    assert len(asked) > 40
    assert [one for one in asked if re.search(r"\btr\(|\btranslate\(|_text\(", one)] == []


def test_what_the_document_and_the_export_say_of_files_is_translated() -> None:
    # They know no language: their sentences are found here by their English.
    plain = {
        node.args[0].value
        for name, node in nodes()
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "words" and isinstance(node.args[0], ast.Constant)
    }
    assert len(plain) > 25
    assert plain - {source for context, source, _ in MESSAGES if context == "Text"} - {'"playground"'} == set()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "没有访问此位置的权限"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "这是文件夹，不是文件"),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (FileExistsError(errno.EEXIST, "This folder holds other things than a SavedModel"), "SavedModel 以外的内容"),
        (UnknownEndingError(Path("run.odd")), "run.odd：扩展名应为 .keras"),
        (FileError("not_json", "line 3"), "（第3行）。"),
        (
            FileError("too_many", "notes", words("at most {most} entries", most=7), 8),
            "应为：不超过7项；实际为：8",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_chinese(chinese: None, error: Exception, said: str) -> None:
    assert said in text.error_text(error)


def test_a_setting_out_of_range_is_told_in_chinese(chinese: None) -> None:
    content = json.loads(file.dumps(example("circle", asset("examples"))))
    content["training"]["learning_rate"] = 1e9
    with pytest.raises(FileError) as caught:
        file.loads(json.dumps(content))
    told = text.error_text(caught.value)
    assert told.startswith("training.learning_rate：应为：")
    assert set(re.findall("[A-Za-z]{3,}", told)) == {"training", "learning", "rate"}


def test_the_font_that_is_shipped_has_every_chinese_character_used(qapp: QApplication) -> None:
    font = QRawFont(str(asset(f"fonts/{OWN_FONT}")), 16)
    used = {c for _, source, translation in MESSAGES for c in set(translation) - set(source) if ord(c) > 0x2E00}
    assert len(used) > 500
    assert [character for character in sorted(used) if not font.supportsCharacter(ord(character))] == []


def test_what_is_not_chinese_keeps_the_font_it_has(qapp: QApplication) -> None:
    before = qapp.font()
    # Another name for a font, as systems have.
    other = QFont(before)
    other.setFamilies(["Sans Serif"])
    latin = QFontInfo(other).family()
    try:
        qapp.setFont(other)
        add_chinese_font(qapp)
        assert QFontInfo(qapp.font()).family() == latin
        assert qapp.font().families()[-1].startswith("Playground")
    finally:
        qapp.setFont(before)


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig says which fonts there are")
def test_a_machine_with_one_latin_font_draws_no_boxes(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        f"<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    around = {**os.environ, "FONTCONFIG_FILE": str(fonts), "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run([sys.executable, "-c", BOXES], env=around, capture_output=True, text=True, check=False)
    assert (told.stdout, told.returncode) == ("", 0), told.stderr


def test_names_that_come_with_data_are_translated(chinese: None) -> None:
    assert text.feature_title("pixel_2_5") == "像素 2 5"
    assert text.feature_title("step_17") == "第17步"
    assert text.class_title("sawtooth") == "锯齿波"
    assert text.class_title("-1") == "−1"
    assert text.class_title("of one's own") == "of one's own"


def test_dialogs_of_qt_speak_the_same_language(chinese: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "取消"


def test_without_a_choice_the_system_says_which_language() -> None:
    assert chosen_language("zh_CN") == "zh_CN"
    assert chosen_language("system") in ("en", "zh_CN")
