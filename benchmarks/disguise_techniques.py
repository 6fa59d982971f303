"""What people do to a word so that a filter misses it: one function a technique.

A technique takes a term and returns another writing of it. They are what people do, not what the
matcher undoes; several are out of its reach on purpose.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

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

VERBS = frozenset({"scam", "kill", "trash", "escort", "con", "stalk", "rob", "strangle", "cheat"})
DOUBLING = frozenset({"scam", "con", "rob"})
SURROUNDINGS = (
    ("你去", "吧"), ("在", "玩"), ("", "で遊ぶ"), ("これは", "です"), ("오늘", ""), ("", "입니다"),
    ("купи", ""), ("", "онлайн"), ("ไป", "นะ"), ("這個", "！"), ("اذهب", ""), ("", "है"),
)  # fmt: skip
SKIN_TONES = ("", "\U0001f3fb", "\U0001f3fd", "\U0001f3ff")
TONED = frozenset("🖕👊🤏🤛🙏👉")

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


def one_split(term: str, rng: random.Random) -> str:
    word = max(term.split(), key=len)
    cut = rng.randrange(1, len(word))
    return term.replace(
        word, word[:cut] + rng.choice([".", "-", "_", "/", "*", "~", "|", "+", "  "]) + word[cut:]
    )


def inflected(term: str, rng: random.Random) -> str:
    """Plural, possessive and, of the verbs among the terms, past and progressive."""
    first, *others = term.split()
    if first in VERBS:
        stem = first + first[-1] if first in DOUBLING else first
        return " ".join([rng.choice([f"{stem}ing", f"{stem}ed", f"{first}s"]), *others])
    if term.endswith("y") and term[-2] not in "aeiou":
        return rng.choice([f"{term[:-1]}ies", f"{term}'s"])
    plural = f"{term}es" if term.endswith(("s", "x", "ch", "sh")) else f"{term}s"
    return rng.choice([plural, f"{term}'s", f"{term}\u2019s", f"{plural}'"])


def regional_indicators(term: str, rng: random.Random) -> str:
    between_flags = rng.choice(["", "", "\u200b", " "])
    return " ".join(between_flags.join(offset(word, 0x1F1E6)) for word in term.split())


def bidi_marks(term: str, rng: random.Random) -> str:
    """A control inside the word, with the tail turned round where it overrides the direction."""
    cut = rng.randrange(1, len(term) - 1)
    control = rng.choice(["\u202e", "\u202e", "\u202d", "\u2067", "\u200f"])
    if control == "\u202e" and rng.random() < 0.6:
        return f"{term[:cut]}{control}{term[: cut - 1 : -1]}\u202c"
    return term[:cut] + control + term[cut:]


def reversed_with_override(term: str, rng: random.Random) -> str:
    return f"\u202e{term[::-1]}" + rng.choice(["\u202c", "\u202c", "\u202d"])


def html_entities(term: str, rng: random.Random) -> str:
    forms = rng.choice([["&#{};"], ["&#x{:x};"], ["&#{};", "&#x{:X};"], ["&amp;#{};"], ["&#0{};"]])
    share = rng.choice([0.3, 0.6, 1])
    return "".join(
        rng.choice(forms).format(ord(char)) if char != " " and rng.random() < share else char
        for char in term
    )


def html_tags(term: str, rng: random.Random) -> str:
    cut = rng.randrange(1, len(term.split()[0]))
    start, end = term[:cut], term[cut:]
    tag = rng.choice(["b", "i", "em", "span", "u"])
    return rng.choice(
        [
            f"<{tag}>{start}</{tag}>{end}", f"{start}<{tag}></{tag}>{end}",
            f"{start}<!-- {tag} -->{end}", f"{start}<wbr>{end}", f"{start}<{tag}>{end}</{tag}>",
            f'{start}<span style="color:red">{end}</span>',
        ]
    )  # fmt: skip


def percent_encoding(term: str, rng: random.Random) -> str:
    share = rng.choice([0.3, 0.6, 1])
    form = rng.choice(["%{:02x}", "%{:02X}"])
    return "".join(
        form.format(ord(char)) if char == " " or rng.random() < share else char for char in term
    )


def between_words(term: str, rng: random.Random) -> str:
    before = rng.choice(["best", "super", "big", "real", "total", "your", "free", "new", "top"])
    after = rng.choice(["now", "time", "online", "here", "guy", "bonus", "world", "today", "club"])
    return rng.choice([f"{before}{{}}", f"{{}}{after}", f"{before}{{}}{after}"]).format(
        term.replace(" ", "")
    )


def digits_around(term: str, rng: random.Random) -> str:
    number = rng.choice(["1", "7", "24", "99", "007", "123", "2024", "777"])
    return rng.choice([f"{term}{number}", f"{term}{number}", f"{number}{term}", f"{term}_{number}"])


def scripts_side_by_side(term: str, rng: random.Random) -> str:
    before, after = rng.choice(SURROUNDINGS)
    return f"{before}{term}{after}"


def emoji(term: str, rng: random.Random) -> str:
    """Not of the term: emoji are terms themselves, and `term` is one."""
    word = rng.choice(["you ", "send me ", "hi", "", "ok"])
    tone = rng.choice(SKIN_TONES) if term in TONED else ""
    selector = rng.choice(["", "\ufe0f"]) if not tone else ""
    return f"{word}{term}{tone}{selector}" * rng.choice([1, 1, 2, 3])


WORD_TECHNIQUES: tuple[Technique, ...] = (
    case_and_width, math_styles, enclosed, diacritics, invisible, cyrillic_and_greek, rare_letters,
    leet_digits, leet_symbols, leet_multiple, dots, spaces, hyphens, odd_separators, repeats,
    masks, cut_in_two, run_together, misspelt, combined, one_split, inflected, regional_indicators,
    bidi_marks, reversed_with_override, html_entities, html_tags, percent_encoding, between_words,
    digits_around, scripts_side_by_side,
)  # fmt: skip
