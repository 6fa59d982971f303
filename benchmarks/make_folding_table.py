"""Generate common/text/folding_table.py.

The look-alikes come from Unicode's confusables data (UTS #39, licence Unicode-3.0), as the PyPI
package `confusable-homoglyphs` 3.3.1 carries it; the rest comes from the character names of
Python's own Unicode database. Run it with that package on the path:

    pip install --target /tmp/ch --no-deps confusable-homoglyphs==3.3.1
    PYTHONPATH=/tmp/ch python benchmarks/make_folding_table.py
    ruff format common/text/folding_table.py
"""

from __future__ import annotations

import importlib.resources
import json
import re
import sys
import unicodedata
from pathlib import Path

TARGET = Path(__file__).parent.parent / "common" / "text" / "folding_table.py"
LATIN_NAME = re.compile(
    r"LATIN SMALL LETTER ([A-Z])(?: WITH .*)?"
    r"|LATIN LETTER SMALL CAPITAL ([A-Z])"
    r"|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])"
)
HEADER = '''\
"""Which characters stand for which Latin letters (see benchmarks/make_folding_table.py).

Derived from Unicode's confusables data (UTS #39), copyright 1991-2024 Unicode, Inc., licence
Unicode-3.0, by way of PyPI `confusable-homoglyphs` 3.3.1. See NOTICE.

LATIN: variants of Latin letters, always the letter. TWINS: letters of other scripts that look
like it. COUSINS: letters of other scripts whose capital does.
"""

'''


def base(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", decomposed) if c.isalpha())


def is_letter(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text.isalpha()


def latin_by_name() -> dict[str, str]:
    table = {"æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij"}
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        found = LATIN_NAME.fullmatch(unicodedata.name(char, ""))
        letter = next(filter(None, found.groups()), "").lower() if found else ""
        if letter and base(char) != letter:
            table[char] = letter
    return table


def look_alikes() -> list[tuple[str, str]]:
    source = importlib.resources.files("confusable_homoglyphs") / "confusables.json"
    pairs = []
    for char, targets in json.loads(source.read_text(encoding="utf-8")).items():
        char = char.strip("\u200e")
        if len(char) != 1 or char.isascii() or unicodedata.decimal(char, None) is not None:
            continue
        for target in targets:
            letter = target["c"] if is_letter(target["c"]) else base(target["c"])
            if is_letter(letter):
                pairs.append((char, letter))
    return pairs


def tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    latin = latin_by_name()
    twins: dict[str, str] = {}
    cousins: dict[str, str] = {}
    for char, target in look_alikes():
        folded = base(char)
        if is_letter(folded) or unicodedata.category(char) in {"Mn", "Mc", "Me"}:
            continue
        if char.casefold() == char:
            chosen = latin if unicodedata.name(char, "").startswith("LATIN") else twins
            chosen.setdefault(char, target.lower())
        elif len(folded) == 1 and target.isupper():
            cousins.setdefault(folded, target.lower())
    return latin, twins, {k: v for k, v in cousins.items() if k not in twins and k not in latin}


def literal(name: str, table: dict[str, str]) -> str:
    lines = [f"{name} = {{\n"]
    for letter in sorted(set(table.values())):
        chars = "".join(sorted(char for char, to in table.items() if to == letter))
        escaped = chars.encode("unicode_escape").decode()
        tokens = re.findall(r"\\U[0-9a-f]{8}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}", escaped)
        if len(escaped) <= 80:
            lines.append(f'    "{letter}": "{escaped}",\n')
            continue
        groups = ["".join(tokens[i : i + 8]) for i in range(0, len(tokens), 8)]
        parts = "".join(f'        "{group}"\n' for group in groups)
        lines.append(f'    "{letter}": (\n{parts}    ),\n')
    return "".join(lines) + "}\n"


def main() -> None:
    parts = [
        literal(name, table)
        for name, table in zip(("LATIN", "TWINS", "COUSINS"), tables(), strict=True)
    ]
    TARGET.write_text(HEADER + "".join(parts), encoding="ascii")


if __name__ == "__main__":
    main()
