"""Generate common/text/data/languages.bin, which common/text/identification.py reads.

The n-grams are those of ELD's `small` database, npm `eld` 2.1.0, Apache-2.0, as it comes:

    npm pack eld@2.1.0
    python -m benchmarks.languages.make eld-2.1.0.tgz

Of 81,206 n-grams those are left out that occur in no language which shares its script: for the
others the script says all.
"""

from __future__ import annotations

import re
import sys
import tarfile
from array import array
from pathlib import Path

TARGET = Path(__file__).parents[2] / "common" / "text" / "data" / "languages.bin"
BASE = 53
"""What ELD leaves off each weight, so that its own file is shorter."""
_ALONE = "am bn el gu he hy ja ka kn ko lo ml or pa ta te th zh"
_CHARACTER = re.compile(r"'((?:\\.|[^'\\])*)'")
_LANGUAGE = re.compile(r"(\d+):'(\w+)'")
_GRAM = re.compile(r"""(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|(\w+)):\{([\d:,]+)\}""")


def main(package: Path) -> None:
    with tarfile.open(package) as archive:
        letters = _letters(_read(archive, "dictionary"))
        source = _read(archive, "ngrams/small")
    head, _, body = source.partition("ngrams:{")
    names = {int(number): name for number, name in _LANGUAGE.findall(head)}
    shared = sorted(name for name in names.values() if name not in _ALONE.split())
    numbers = {number: shared.index(name) for number, name in names.items() if name in shared}
    grams: dict[int, bytes] = {}
    for quoted, double, bare, weights in _GRAM.findall(body):
        gram = bytes(letters[each] for each in _plain(quoted or double or bare))
        pairs = [pair.split(":") for pair in weights.split(",")]
        kept = [(numbers[int(n)], int(w) + BASE) for n, w in pairs if int(n) in numbers]
        if kept:
            assert len(gram) <= 8, gram
            grams[int.from_bytes(gram, "big")] = bytes(each for pair in kept for each in pair)
    TARGET.write_bytes(_packed(shared, grams))
    print(f"{len(grams)} n-grams of {len(shared)} languages, {TARGET.stat().st_size} bytes")


def _read(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(f"package/src/{name}.js")
    assert file is not None
    return file.read().decode()


def _letters(source: str) -> dict[str, int]:
    """Each byte has a character of its own there, a space where it cannot occur."""
    _, _, listed = source.partition("dictionary = [")
    characters = [_plain(each) for each in _CHARACTER.findall(listed)]
    assert len(characters) == 256, len(characters)
    return {each: number for number, each in enumerate(characters) if each != " "} | {" ": 32}


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _packed(languages: list[str], grams: dict[int, bytes]) -> bytes:
    keys, ends, pairs = array("Q", sorted(grams)), array("I", [0]), bytearray()
    for key in keys:
        pairs += grams[key]
        ends.append(len(pairs))
    count = len(keys).to_bytes(4, "little")
    return b"".join(
        (" ".join(languages).encode(), b"\n", count, keys.tobytes(), ends.tobytes(), pairs)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
