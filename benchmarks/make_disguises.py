"""Write benchmarks/data/disguises.jsonl: 20 techniques, each on 20 terms.

The techniques are what people do to words, not what the matcher undoes; several are out of its
reach on purpose.

    python benchmarks/make_disguises.py
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

_TERMS = (
    "scam|casino|viagra|idiot|loser|kill yourself|moron|stupid|crypto giveaway|escort|cocaine|"
    "nudes|cheap pills|onlyfans|lottery|fraud|weirdo|trash|counterfeit|free money"
)
_CARRIERS = (
    "{}|you are such a {} honestly|best {} in town, ask me|why not {} today?|{}!!!|lol {} again|"
    "i think that this is {}, no?|({})|check my profile for {} now|everyone says {} so it is|"
    "go away {}|{} - message me|what a {}.|this {} thing is back|no more {} please|"
    '"{}" they said|real {} here, trust me|hey {}|it was {} all along|so much {} in one chat'
)
TERMS = _TERMS.split("|")
CARRIERS = _CARRIERS.split("|")

CYRILLIC = dict(zip("aceiopsxyhkmt", "асеіорѕхуһкмт", strict=True))
GREEK = dict(zip("aiounvpktx", "αιουηνρκτχ", strict=True))
SMALL_CAPITALS = dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
CHEROKEE = dict(zip("abcdeghijklmprstvwyz", "ᎪᏏᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃ", strict=True))
STROKES = dict(zip("abcdefghijklmnoprstuyz", "ąƀçđęƒǥħįɉķłɱņøᵽɍşŧųɏƶ", strict=True))
DIGITS = dict(zip("oizeasgtb", "012345978", strict=True))
SYMBOLS = {"a": "@", "s": "$", "i": "!", "l": "|", "t": "+", "c": "(", "e": "€", "y": "¥", "o": "°"}
MULTIPLE = {
    "a": "/\\", "c": "(", "d": "|)", "h": "|-|", "k": "|<", "m": "rn", "n": "|\\|", "u": "|_|",
    "v": "\\/", "w": "vv", "o": "()", "l": "|_", "f": "ph", "i": "][", "t": "7",
}  # fmt: skip
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\U000e0061\ufe0f\u2062\u061c"
MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0332\u0336\u0353\u0489"
EMOJI = "🔥❤✨💀👀"

Technique = Callable[[str, random.Random], str]


def some(term: str, table: dict[str, str], rng: random.Random, share: float) -> str:
    places = [i for i, char in enumerate(term) if char in table]
    chosen = set(rng.sample(places, max(1, round(len(places) * share))) if places else [])
    return "".join(table[char] if i in chosen else char for i, char in enumerate(term))


def between(term: str, separators: list[str]) -> str:
    joined = "".join(c + separators[i % len(separators)] for i, c in enumerate(term) if c != " ")
    return joined[: -len(separators[(len(term) - 1) % len(separators)])]


def offset(term: str, first: int) -> str:
    return "".join(chr(first + ord(c) - 97) if c.isalpha() else c for c in term)


def case_and_width(term: str, rng: random.Random) -> str:
    if rng.random() < 0.5:
        return "".join(c.upper() if rng.random() < 0.5 else c for c in term)
    return "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in term.upper())


def math_styles(term: str, rng: random.Random) -> str:
    return offset(term, rng.choice([0x1D41A, 0x1D4EA, 0x1D586, 0x1D5BA, 0x1D5EE, 0x1D656, 0x1D68A]))


def enclosed(term: str, rng: random.Random) -> str:
    return offset(term, rng.choice([0x24D0, 0x249C, 0x1F130, 0x1F150, 0x1F170]))


def diacritics(term: str, rng: random.Random) -> str:
    count = rng.choice([1, 1, 2, 5])
    marked = (c + "".join(rng.choices(MARKS, k=count)) if rng.random() < 0.7 else c for c in term)
    return unicodedata.normalize("NFC", "".join(marked))


def invisible(term: str, rng: random.Random) -> str:
    return "".join(c + (rng.choice(INVISIBLE) if rng.random() < 0.6 else "") for c in term)


def cyrillic_and_greek(term: str, rng: random.Random) -> str:
    return some(term, rng.choice([CYRILLIC, CYRILLIC, GREEK]), rng, rng.choice([0.4, 0.7, 1]))


def rare_letters(term: str, rng: random.Random) -> str:
    return some(term, rng.choice([SMALL_CAPITALS, CHEROKEE, STROKES]), rng, rng.choice([0.5, 1]))


def leet_digits(term: str, rng: random.Random) -> str:
    return some(term, DIGITS, rng, rng.choice([0.5, 0.75, 1]))


def leet_symbols(term: str, rng: random.Random) -> str:
    return some(term, SYMBOLS, rng, rng.choice([0.4, 0.7, 1]))


def leet_multiple(term: str, rng: random.Random) -> str:
    return some(term, MULTIPLE, rng, rng.choice([0.3, 0.5]))


def dots(term: str, rng: random.Random) -> str:
    return between(term, [rng.choice([".", ". ", "..", " . "])])


def spaces(term: str, rng: random.Random) -> str:
    return between(term, [rng.choice([" ", " ", "  ", "\n", "\u3000", "\u00a0"])])


def hyphens(term: str, rng: random.Random) -> str:
    separator = rng.choice("-_-")
    if rng.random() < 0.4:
        return between(term, [separator])
    cut = rng.randrange(1, len(term.split()[0]))
    return term[:cut] + separator + term[cut:]


def odd_separators(term: str, rng: random.Random) -> str:
    return between(term, rng.choices([*EMOJI, "*", "/", "|", "~", "•", ",", "+", "^"], k=2))


def repeats(term: str, rng: random.Random) -> str:
    if rng.random() < 0.4:
        return "".join(c * 2 if c.isalpha() else c for c in term)
    place = rng.choice([i for i, c in enumerate(term) if c.isalpha()])
    return term[:place] + term[place] * rng.choice([2, 3, 6]) + term[place + 1 :]


def masks(term: str, rng: random.Random) -> str:
    mask = rng.choice("**#_?%")
    inner = [i for i in range(1, len(term)) if term[i] != " " and term[i - 1] != " "]
    vowels = [i for i in inner if term[i] in "aeiou"] or inner
    chosen = set(rng.sample(vowels, min(len(vowels), rng.choice([1, 1, 2]))))
    return "".join(mask if i in chosen else c for i, c in enumerate(term))


def cut_in_two(term: str, rng: random.Random) -> str:
    word = max(term.split(), key=len)
    cut = rng.randrange(1, len(word))
    return term.replace(word, word[:cut] + rng.choice([" ", " ", "\n"]) + word[cut:])


def run_together(term: str, rng: random.Random) -> str:
    words = [
        *rng.choice([["best"], ["my", "new"], ["get"]]),
        *term.split(),
        *rng.choice([[], ["now"]]),
    ]
    if rng.random() < 0.5:
        return "#" + "".join(map(str.capitalize, words))
    return "".join(words)


def misspelt(term: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(term) - 2)
    kind = rng.choice(["drop vowels", "swap", "sound"])
    if kind == "drop vowels":
        return term[0] + "".join(c for c in term[1:] if c not in "aeiou")
    if kind == "swap":
        return term[:place] + term[place + 1] + term[place] + term[place + 2 :]
    return some(term, {"s": "z", "c": "k", "i": "y", "u": "oo", "f": "ph", "e": "3"}, rng, 0.5)


def combined(term: str, rng: random.Random) -> str:
    first, second = rng.choice(
        [
            (leet_digits, dots), (leet_symbols, spaces), (repeats, cyrillic_and_greek),
            (diacritics, hyphens), (leet_digits, repeats), (rare_letters, invisible),
            (cyrillic_and_greek, spaces), (leet_digits, masks), (hyphens, case_and_width),
        ]
    )  # fmt: skip
    return second(first(term, rng), rng)


TECHNIQUES: tuple[Technique, ...] = (
    case_and_width, math_styles, enclosed, diacritics, invisible, cyrillic_and_greek, rare_letters,
    leet_digits, leet_symbols, leet_multiple, dots, spaces, hyphens, odd_separators, repeats,
    masks, cut_in_two, run_together, misspelt, combined,
)  # fmt: skip


def main() -> None:
    rng = random.Random(20)
    lines = []
    for technique in TECHNIQUES:
        for term, carrier in zip(TERMS, rng.sample(CARRIERS, len(CARRIERS)), strict=True):
            text = term
            while text == term:
                text = technique(term, rng)
            row = {"technique": technique.__name__, "term": term, "text": carrier.format(text)}
            lines.append(json.dumps(row, ensure_ascii=False))
    target = Path(__file__).parent / "data" / "disguises.jsonl"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
