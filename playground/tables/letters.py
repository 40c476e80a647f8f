"""In which encoding a text's letters probably are: some are known for certain, of the others the likeliest."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

# As Python's codecs are called; the first two are known for certain.
ENCODINGS = (
    "utf-8", "utf-16", "gb18030", "cp950", "cp932", "euc_jp", "cp949", "cp1252", "cp1250", "cp1251", "koi8_r", "cp1253",
    "cp1254",
)  # fmt: skip
# Others that one of these holds, with all their letters.
_HELD_BY = {
    "ascii": "utf-8", "utf-8-sig": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950",
    "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-1": "cp1252", "iso8859-9": "cp1254",
}  # fmt: skip
CERTAIN = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # It begins as that of UTF-16 does.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Ranges of the first and of the second byte of a character.
Pairs = tuple[tuple[tuple[int, int], tuple[int, int]], ...]
# The bytes of each encoding's commonest characters: the first, the second.
_COMMON: dict[str, Pairs] = {
    "gb18030": (((0xB0, 0xD7), (0xA1, 0xFE)), ((0xA3, 0xA3), (0xA1, 0xFE)), ((0xA1, 0xA1), (0xA2, 0xBF))),
    "euc_jp": (((0xB0, 0xCF), (0xA1, 0xFE)), ((0xA4, 0xA5), (0xA1, 0xF6)), ((0xA1, 0xA1), (0xA1, 0xBF))),
    "cp950": (((0xA4, 0xC6), (0x40, 0x7E)), ((0xA4, 0xC6), (0xA1, 0xFE)), ((0xA1, 0xA2), (0x40, 0xFE))),
    "cp932": (((0x88, 0x97), (0x40, 0xFC)), ((0x81, 0x83), (0x40, 0xFC))),
    "cp949": (((0xB0, 0xC8), (0xA1, 0xFE)), ((0xA1, 0xA3), (0xA1, 0xFE))),
}
# Chinese has characters enough that are not.
_RARE: Pairs = (((0xB0, 0xF7), (0xA1, 0xFE)),)
# In most texts of a language some of these come; where two encodings fit as well, they tell.
_OFTEN = {
    "gb18030": "的一是不了人在有大中小上下国年月日号名地区市县省数高低长宽重量男女东西南北海山江河新生学会类别型值率",
    "cp949": "이다의는에을가고하지로사기한인서도대자리나시수정아구주동성산부울강김박남여일월년호명전화물상무안음해경천",
}
# So many words are enough to see that letters are wrong.
MOST_TELLING = 4
MOSTLY, HALF, SURE = 0.7, 0.5, 6
# Undecodable bytes among so many characters are damage, and not another encoding.
BROKEN = 0.05
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_LETTERS = "оеаинтсрвлαοιετσνηυρ"
_SCRIPTS = {"cp1251": "[Ѐ-ӿ]+", "koi8_r": "[Ѐ-ӿ]+", "cp1253": "[Ͱ-Ͽ]+"}


def encoding_named(name: str) -> str:
    """That of ENCODINGS which a person means, as by "UTF8" or "GBK"; empty where none is."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    known = {codecs.lookup(each).name: each for each in ENCODINGS}
    return _HELD_BY.get(found) or known.get(found, "")


def encoding_of(data: bytes, chinese: bool = False) -> str:
    """UTF-8 and UTF-16 are known for certain; of the others the likelier.

    `chinese` says that of two that fit as well the Chinese one is. Whoever cuts the data does so at a line's end.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if max(even, odd) > len(data[:2000]) / 5 and min(even, odd) < max(even, odd) / 4:
        return "utf-16-be" if even > odd else "utf-16-le"
    if _is_utf8(data):
        return "utf-8"
    words = [word for word in _WORD.findall(data) if max(word) > 0x7F]
    likely = _of_pairs(data, chinese) or _of_script(words)
    if not likely and _share(data, "gb18030", _RARE) > HALF:
        return "gb18030"
    return likely or ("cp1250" if _is_central(words) else "cp1252")


def _is_utf8(data: bytes) -> bool:
    """Whether all of it fits, but for a few damaged bytes among many characters that do."""
    text = decoded(data, "utf-8")
    broken = text.count("\ufffd")
    return not broken or sum(sign > "\x7f" for sign in text) - broken >= 4 * broken


def decoded(data: bytes, encoding: str) -> str:
    """The text, without a byte order mark; bytes that cannot be read stand as the replacement character."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data, final=False)
    return text.removeprefix("\ufeff")


def telling(cells: Iterable[str]) -> tuple[str, ...]:
    """Some different cells with letters beyond ASCII, by which a person sees whether the encoding is right."""
    return tuple(islice(dict.fromkeys(cell for cell in cells if not cell.isascii()), MOST_TELLING))


def _of_pairs(data: bytes, chinese: bool) -> str:
    """An encoding in which nearly all characters beyond ASCII are two bytes, and common ones; empty for none."""
    shares = {encoding: _share(data, encoding) for encoding in _COMMON}
    best = max(shares.values())
    if best < MOSTLY:
        return ""
    likely = [encoding for encoding, share in shares.items() if share > best - 0.03]
    if "gb18030" in likely and "cp949" in likely:
        # All of Korean looks like Chinese of the first half of its characters.
        count = sum(sign > "\x7f" for sign in decoded(data, "cp949"))
        oftener = {encoding: _often(data, encoding) for encoding in _OFTEN}
        korean = oftener["cp949"] > oftener["gb18030"] or (
            oftener["cp949"] == oftener["gb18030"] and count >= SURE and not chinese
        )
        return "cp949" if korean else "gb18030"
    return likely[0]


def _share(data: bytes, encoding: str, pairs: Pairs = ()) -> float:
    """Which share of the characters beyond ASCII are common ones, or of those pairs of bytes."""
    text = decoded(data, encoding)
    others = [sign for sign in text if sign > "\x7f"]
    if not others or others.count("\ufffd") > BROKEN * len(others):
        return 0.0
    common = _characters(encoding, pairs or _COMMON[encoding])
    share = sum(sign in common for sign in others) / len(others)
    kana = sum("\u3041" <= sign <= "\u30fe" for sign in others) / len(others)
    # Without kana it is Chinese as well, which has more readers.
    return share if encoding != "euc_jp" or kana > 0.1 else 0.0


@cache
def _characters(encoding: str, pairs: Pairs) -> frozenset[str]:
    found = (
        bytes((first, second)).decode(encoding, "replace")
        for (low, high), (from_, to) in pairs
        for first in range(low, high + 1)
        for second in range(from_, to + 1)
    )
    return frozenset(sign for sign in found if len(sign) == 1 and sign != "\ufffd")


def _often(data: bytes, encoding: str) -> int:
    return sum(sign in _OFTEN[encoding] for sign in decoded(data, encoding))


def _of_script(words: list[bytes]) -> str:
    """Cyrillic and Greek words have no ASCII letters in them, those of the West have; empty for none of these."""
    whole = [word for word in words if len(word) > 1 and min(word) > 0x7F]
    letters = sum(map(len, whole))
    if letters <= sum(map(len, words)) / 2:
        return ""
    fitting = {encoding: sum(map(_weight, _written(whole, encoding))) for encoding in _SCRIPTS}
    best = max(fitting, key=fitting.__getitem__)
    return best if fitting[best] > MOSTLY * letters else ""


def _weight(word: str) -> float:
    """As long as it is, and longer with letters that come often: elsewhere these are other ones."""
    return len(word) + sum(sign in _LETTERS for sign in word.lower()) / 2


def _written(words: list[bytes], encoding: str) -> list[str]:
    """The words that are of one script, with capitals only where words have them."""
    texts = (decoded(word, encoding) for word in words)
    return [text for text in texts if re.fullmatch(_SCRIPTS[encoding], text) and (text.isupper() or text[1:].islower())]


def _is_central(words: list[bytes]) -> bool:
    """Whether Western words would have signs inside of them, or letters that no Western language has together."""
    text = decoded(b" ".join(words), "cp1252")
    odd = re.findall(r"(?<=[^\W\d_])[³¹¿£¥¼¾»\ufffd](?=[^\W\d_])|[£¥ŒŸ](?=[a-zó])|(?<=[a-z])[³¹œŸ¿](?=[ a-zó]|$)", text)
    signs = sum(sign > "\x7f" for sign in text)
    return len(odd) > signs / 5 or ("ø" in text and ("ì" in text or "ž" in text))
