"""Which scripts a text is written in, told by the Unicode blocks of its letters."""

from __future__ import annotations

from collections import Counter
from functools import cache

_ROW = 4
"""Unicode's blocks begin and end at multiples of 16 characters."""
LATIN, CYRILLIC, ARABIC, DEVANAGARI = "Latin", "Cyrillic", "Arabic", "Devanagari"
HAN, KANA = "Han", "Kana"
_NO_ASCII_LETTERS = bytes(each for each in range(128) if not chr(each).isalpha())

# First and last character of blocks (Unicode 15.1, Blocks.txt).
_BLOCKS = {
    LATIN: ((0x41, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF)),
    "Greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    CYRILLIC: ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
    "Armenian": ((0x530, 0x58F),),
    "Hebrew": ((0x590, 0x5FF),),
    ARABIC: ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    DEVANAGARI: ((0x900, 0x97F), (0xA8E0, 0xA8FF)),
    "Bengali": ((0x980, 0x9FF),),
    "Gurmukhi": ((0xA00, 0xA7F),),
    "Gujarati": ((0xA80, 0xAFF),),
    "Oriya": ((0xB00, 0xB7F),),
    "Tamil": ((0xB80, 0xBFF),),
    "Telugu": ((0xC00, 0xC7F),),
    "Kannada": ((0xC80, 0xCFF),),
    "Malayalam": ((0xD00, 0xD7F),),
    "Sinhala": ((0xD80, 0xDFF),),
    "Thai": ((0xE00, 0xE7F),),
    "Lao": ((0xE80, 0xEFF),),
    "Tibetan": ((0xF00, 0xFFF),),
    "Myanmar": ((0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    "Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    "Hangul": ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
    "Ethiopic": ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    "Khmer": ((0x1780, 0x17FF), (0x19E0, 0x19FF)),
    KANA: ((0x3040, 0x30FF), (0x31F0, 0x31FF), (0xFF60, 0xFF9F)),
    HAN: (
        (0x2E80, 0x2FDF),
        (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF),
        (0x20000, 0x323AF),
    ),
}


@cache
def _rows() -> dict[int, str]:
    return {
        row: script
        for script, blocks in _BLOCKS.items()
        for first, last in blocks
        for row in range(first >> _ROW, (last >> _ROW) + 1)
    }


def scripts_of(text: str) -> dict[str, int]:
    """How many letters of the text each script has; the scripts that no language is told by are
    left out.
    """
    if text.isascii():
        letters = len(text.encode().translate(None, _NO_ASCII_LETTERS))
        return {LATIN: letters} if letters else {}
    rows = _rows()
    counted = Counter(ord(each) >> _ROW for each in text if each.isalpha())
    found: dict[str, int] = {}
    for row, count in counted.items():
        script = rows.get(row)
        if script is not None:
            found[script] = found.get(script, 0) + count
    return found


def only(text: str, script: str) -> str:
    """The text with spaces where letters of other scripts are."""
    rows = _rows()
    return "".join(
        " " if each.isalpha() and rows.get(ord(each) >> _ROW) != script else each for each in text
    )
