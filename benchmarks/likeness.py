"""Which texts the flood engine takes for like ones: `python -m benchmarks.likeness MESSAGES`.

MESSAGES has a JSON object with a `text` a line. Of each text of ten characters or more: the same
with one misspelling, with one word changed, with six random characters behind; and other messages.
"""

from __future__ import annotations

import argparse
import json
import random
import string
from collections.abc import Callable, Iterable
from pathlib import Path

from common.engines.floods.fingerprints import EMPTY, Fingerprint, distance, fingerprint
from common.text.folding import Folded

_TEXTS, _OTHERS, _SEED = 1_000, 200_000, 7
_DISTANCES = (3, 5, 8)
_BEHIND = 6
_SHORTEST = 10


def misspelt(text: str, chance: random.Random) -> str:
    """One letter more, less, another, or two of them turned around."""
    place = chance.randrange(len(text) - 1)
    first, second, rest = text[:place], text[place : place + 2], text[place + 2 :]
    other = chance.choice(string.ascii_lowercase)
    made = chance.choice((second[::-1], second[1], other + second[1], other + second))
    return first + made + rest


def word_changed(text: str, chance: random.Random) -> str:
    words = text.split()
    words[chance.randrange(len(words))] = "".join(chance.choices(string.ascii_lowercase, k=5))
    return " ".join(words)


def more_behind(text: str, chance: random.Random) -> str:
    return f"{text} {''.join(chance.choices(string.ascii_lowercase + string.digits, k=_BEHIND))}"


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "one misspelling": misspelt,
    "one word changed": word_changed,
    "six characters behind": more_behind,
}


def messages(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as file:
        texts = dict.fromkeys(json.loads(line)["text"] for line in file)
    return [text for text in texts if _of(text).letters >= _SHORTEST]


def _of(text: str) -> Fingerprint:
    return fingerprint([Folded(text)])


def shares(pairs: Iterable[tuple[Fingerprint, Fingerprint]]) -> tuple[list[float], float]:
    """Of pairs: within each of the distances, and whose min-hashes meet."""
    known = [(one, other) for one, other in pairs if one.text != other.text and one != EMPTY]
    apart = [distance(one.shape, other.shape) for one, other in known]
    near = [sum(bits <= most for bits in apart) / len(apart) for most in _DISTANCES]
    return near, sum(one.meeting == other.meeting for one, other in known) / len(known)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("messages", type=Path)
    chance = random.Random(_SEED)
    texts = messages(parser.parse_args().messages)
    texts = chance.sample(texts, min(_TEXTS, len(texts)))
    made = [_of(text) for text in texts]
    print(f"{'':<24}" + "".join(f"{most:>9} bits" for most in _DISTANCES) + "   min-hashes meet")
    for name, change in CHANGES.items():
        changed = (_of(change(text, chance)) for text in texts)
        _show(name, *shares(zip(made, changed, strict=True)))
    others = ((chance.choice(made), chance.choice(made)) for _ in range(_OTHERS))
    _show("two unlike messages", *shares(others))


def _show(name: str, near: list[float], meeting: float) -> None:
    print(f"{name:<24}" + "".join(f"{share:>13.3%} " for share in near) + f"{meeting:>14.3%}")


if __name__ == "__main__":
    main()
