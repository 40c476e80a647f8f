"""Encodings: which one a text's letters are in is guessed, said to be a guess, and can be chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from playground.tables import opening
from playground.tables.letters import ENCODINGS, encoding_named, encoding_of
from playground.tables.opening import open_table
from playground.tables.reading import GUESSED, Reading
from playground.ui.tables.said import ENCODINGS as NAMED

TEXTS = {
    "gb18030": ("城市,人口,类别\n北京,21,大\n广州,15,中\n", "姓名,性别\n王伟,男\n李娜,女\n", "品种,长度\n镕喆,1\n"),
    "cp950": ("城市,人口,類別\n臺北,2,大\n高雄,3,大\n", "種類,長度(公分)\n山鳶尾,5.1\n變色鳶尾,4.9\n"),
    "cp932": ("都市,人口,種類\n東京,13,大\n名古屋,2,中\n", "品種,長さ\nアヤメ,5.1\n", "氏名,性別\n田中,男\n鈴木,女\n"),
    "euc_jp": ("なまえ,せいべつ,年齢\nたろう,おとこ,33\n", "品種,長さ\nアヤメ,5.1\nヒオウギ,4.9\n"),
    "cp949": ("도시,인구,종류\n서울,9,대\n부산,3,대\n", "이름,성별,나이\n김철수,남,33\n", "키,몸무게\n170,60\n"),
    "cp1252": (
        "Größe,Straße\n1,München\n", "prénom,âge\nÉlodie,33\nFrançois,40\n", "navn,by\nSøren,Århus\nØystein,Tromsø\n",
        "Länge (µm),Temperatur (°C),m²\n1,2,3\n", "price\n£5\n€6\n¥7\n", "São,coração\n1,não\n",
    ),
    "cp1250": ("miasto\nŁódź\nKraków\nGdańsk\n", "město,kraj\nPlzeň,Plzeňský\nPříbram,Středočeský\n"),
    "cp1251": ("город,население\nМосква,13\nКазань,1\n", "МОСКВА,ТВЕРЬ,УФА\n1,2,3\n", "вид,длина\nирис,5.1\n"),
    "koi8_r": ("город,население\nМосква,13\nКазань,1\n", "вид,длина\nирис,5.1\nроза,2\n"),
    "cp1253": ("πόλη,πληθυσμός\nΑθήνα,3\nΠάτρα,1\n", "όνομα,ηλικία\nΓιώργος,33\n"),
}  # fmt: skip


@pytest.mark.parametrize("chinese", [False, True])
@pytest.mark.parametrize(("encoding", "text"), [(name, text) for name, texts in TEXTS.items() for text in texts])
def test_letters_of_many_languages_are_known(encoding: str, text: str, chinese: bool) -> None:
    assert encoding_of(text.encode(encoding), chinese) == encoding


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_guess_is_said_with_words_by_which_one_sees_it(tmp_path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXTS[encoding][0].encode(encoding))
    found = open_table(path)
    names = TEXTS[encoding][0].split("\n")[0].split(",")
    assert found.grid.names == tuple(names)
    (told,) = [dict(remark.values) for remark in found.remarks if remark.key == "encoding_guessed"]
    assert told["encoding"] == encoding
    words = [word for word in TEXTS[encoding][0].replace("\n", ",").split(",") if not word.isascii()]
    assert words[0] in str(told["words"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "ascii"])
def test_what_is_certain_is_no_guess(tmp_path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(("a,b\n1,x\n2,y\n" if encoding == "ascii" else "größe,b\n1,x\n2,y\n").encode(encoding))
    found = open_table(path)
    assert not found.remarks
    assert found.grid.rows == (("1", "x"), ("2", "y"))


def test_a_person_chooses_another_encoding(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("şehir,ağaç\nİzmir,1\nMuğla,2\n".encode("cp1254"))
    found = open_table(path)
    chosen = open_table(path, replace(found.reading, encoding="cp1254"))
    assert chosen.grid.names == ("şehir", "ağaç")
    assert [remark.key for remark in chosen.remarks] == []
    assert set(ENCODINGS) == set(NAMED)
    # Where only the encoding is asked for, the rest is guessed by its letters, and that it is a guess is not said.
    path.write_bytes("şehir;ağaç\nİzmir;1,5\nMuğla;2,5\n".encode("cp1254"))
    told = open_table(path, Reading("cp1254", header=GUESSED))
    assert (told.grid.names, told.reading.separator, told.reading.decimal) == (("şehir", "ağaç"), ";", ",")
    assert not [remark for remark in told.remarks if remark.key == "encoding_guessed"]


def test_that_letters_are_guessed_is_not_said_of_what_was_asked_for(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("name,n\nJosé,1\nZoë,2\n".encode("cp1252"))
    assert [remark.key for remark in open_table(path).remarks] == ["encoding_guessed"]
    assert not open_table(path, Reading("cp1252", header=GUESSED)).remarks


@pytest.mark.parametrize(
    ("name", "meant"),
    [("UTF8", "utf-8"), ("utf-8-sig", "utf-8"), ("GBK", "gb18030"), ("Latin-1", "cp1252"), ("windows-1251", "cp1251"),
     ("Shift_JIS", "cp932"), ("koi8-r", "koi8_r"), ("UTF-16", "utf-16"), ("hex", ""), ("", ""), ("kl\0ingon", "")],
)  # fmt: skip
def test_an_encoding_goes_by_many_names(name: str, meant: str) -> None:
    assert encoding_named(name) == meant


def lines(count: int) -> bytes:
    return ("ort,wert\n" + "".join(f"Größe{n % 3},{n}\n" for n in range(count))).encode()


@pytest.mark.parametrize("large", [False, True])
def test_each_row_with_damaged_bytes_is_told(tmp_path, monkeypatch, large: bool) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(lines(40) + b"Gr\xf6\xdfe,7\n" + b"Wei\xdf,8\n" + b"rot,9\n")
    if large:
        monkeypatch.setattr(opening, "LARGE", 1)
    found = open_table(path)
    assert found.reading.encoding == "utf-8"
    assert [(fault.kind, fault.line) for fault in found.grid.faults] == [("bad_bytes", 42), ("bad_bytes", 43)]


def test_lines_of_damage_are_counted_as_the_file_ends_them(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(lines(5).replace(b"\n", b"\r") + b"Gr\xf6\xdfe,7\r")
    assert [(fault.kind, fault.line) for fault in open_table(path).grid.faults] == [("bad_bytes", 7)]


def test_a_letter_that_breaks_off_where_looking_ends_says_nothing_of_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    # One of the three ends inside of a letter, wherever the sample ends.
    for shift in range(3):
        path.write_bytes(("城市,值\n" + "x" * shift + "".join(f"北京{n},{n}\n" for n in range(200_000))).encode())
        assert path.stat().st_size > 2 << 20
        assert open_table(path).reading.encoding == "utf-8"
