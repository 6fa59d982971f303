"""What the toxicity model is trained on: labelled corpora, a lexicon, and made-up sentences.

The corpora are not part of the repository (MODEL_CARD.md names them): `data` is a folder with
toxicity_train.jsonl, toxicity_dev.jsonl and surge_profanity_en.csv.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from common.engines.toxicity.lexicon import kinds
from common.engines.toxicity.model import LABELS

HERE = Path(__file__).parent
_WORD = re.compile(r"[a-z]+")
_SLOT = re.compile(r"<(\w+)>")
_PER_PHRASE = 24
_JOINED = 0.35
"""Of the made-up sentences, those that stand beside a harmless one."""
_HARMLESS = frozenset({"made scary", "made chat", "made friendly"})
# The labels of made-up sentences, by their kind, where nothing in the words says more.
_KINDS: dict[str, dict[str, float]] = {
    "friendly": {}, "scary": {}, "chat": {}, "things": {},
    "attack": {"toxic": 0.97, "identity_attack": 0.95, "insult": 0.6},
    "violence against groups": {
        "toxic": 0.97, "identity_attack": 0.95, "threat": 0.9, "insult": 0.4,
    },
    "counter": {"toxic": 0.1, "identity_attack": 0.1},
    "insult": {"toxic": 0.97, "insult": 0.97},
    "said of others": {"toxic": 0.85, "insult": 0.85},
    "negation": {"toxic": 0.04, "insult": 0.04},
    "quotation": {"toxic": 0.06, "insult": 0.06},
    "self": {"toxic": 0.08, "insult": 0.06},
    "cruel": {"toxic": 0.95, "insult": 0.8},
    "threat": {"toxic": 0.95, "threat": 0.97, "insult": 0.2},
    "threat with an insult": {"toxic": 0.97, "threat": 0.97, "insult": 0.9},
    "profane": {"toxic": 0.2, "obscene": 0.85, "insult": 0.04},
    "abuse": {"toxic": 0.97, "insult": 0.9, "obscene": 0.95},
    "reclaimed": {"toxic": 0.12, "insult": 0.08, "identity_attack": 0.1},
    "banter": {"toxic": 0.1, "insult": 0.08},
    "sexual": {"toxic": 0.7, "sexual_explicit": 0.97},
}  # fmt: skip
_SHARES = {"friendly": 0.5, "attack": 0.5, "counter": 0.5, "violence against groups": 0.5}
"""Of a phrase's weight, where there are many phrases: they shall not outweigh the corpora."""
_SWEARING = {"negation": 0.45, "quotation": 0.45, "self": 0.5, "reclaimed": 0.5}


@dataclass(slots=True)
class Row:
    """`targets` are 0 to 1 by label; those that nothing is known of are missing."""

    text: str
    source: str
    targets: dict[str, float] = field(default_factory=dict)
    weight: float = 1.0


def plain_rows(path: Path) -> Iterator[Row]:
    """As their sources labelled them."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            known = {name: document[name] for name in LABELS if document.get(name) is not None}
            yield Row(document["text"], document["src"], known)


def corpora(path: Path) -> Iterator[Row]:
    for row in plain_rows(path):
        _complete(row)
        yield row


def _complete(row: Row) -> None:
    """What follows from a source's meaning, or from the words, where it has no label."""
    words = set(_WORD.findall(row.text.lower()))
    found = "".join(kinds().get(word, "") for word in words)
    targets = row.targets
    if row.source == "sms_ham":
        row.targets = {} if swears(row.text) else dict.fromkeys(LABELS, 0.0)
    if row.source in ("edos", "hatemoji") and targets.get("toxic") == 0:
        # "Not sexist" and "no hate": other toxicity is not excluded.
        if set(found) & set("hios"):
            del targets["toxic"]
        else:
            row.targets = dict.fromkeys(LABELS, 0.0) | targets
    elif targets.get("toxic") == 0:
        row.targets = dict.fromkeys(LABELS, 0.0) | targets
    if row.source != "civil_spans" and (swearing := _swearing(words)) is not None:
        row.targets["obscene"] = swearing
    if "sexual_explicit" not in targets and words & _list("explicit"):
        row.targets["sexual_explicit"] = 0.7


def swears(text: str) -> bool:
    """Whether a swear word, a mild one too, or a sexually explicit one is in it."""
    words = set(_WORD.findall(text.lower()))
    return bool(words & _list("explicit")) or _swearing(words) is not None


def _swearing(words: set[str]) -> float | None:
    bad = {word for word in words if "o" in kinds().get(word, "")}
    if bad - _list("mild"):
        return 0.92
    return 0.55 if bad else None


def lexicon_rows(path: Path) -> Iterator[Row]:
    """Each term of the surge list alone and in a sentence, by its category and severity."""
    with path.open(encoding="utf-8") as file:
        for term in csv.DictReader(file):
            targets = _term_targets(term)
            for text in (term["text"], f"you {term['text']}", f"what a {term['text']} lol"):
                yield Row(text, "lexicon", dict(targets))


def _term_targets(term: dict[str, str]) -> dict[str, float]:
    severity = float(term["severity_rating"])
    categories = {term[f"category_{number}"] for number in (1, 2, 3)}
    strength = min(0.95, severity / 2.4)
    targets = {"toxic": min(0.95, 0.15 + severity / 2.8), "obscene": strength, "threat": 0.02}
    sexual = "sexual anatomy / sexual acts" in categories
    targets["sexual_explicit"] = 0.7 * strength if sexual else 0.05
    hateful = categories & {"racial / ethnic slurs", "sexual orientation / gender"}
    targets["identity_attack"] = strength if hateful else 0.03
    if "other / general insult" in categories or "mental disability" in categories:
        targets["insult"] = strength
    return targets


def generated_rows(seed: int = 11) -> list[Row]:
    """The sentences of phrases.txt, their words drawn at random, each a few times."""
    rng = random.Random(seed)
    lists = _lists()
    rows = []
    for kind, phrase in _phrases():
        slots = _SLOT.findall(phrase)
        texts = {_filled(phrase, lists, rng) for _ in range(_PER_PHRASE * len(slots) or 1)}
        weight = (1.0 if slots else 3.0) * _SHARES.get(kind, 1.0)
        for text in sorted(texts):
            rows.append(Row(_as_written(text, rng), f"made {kind}", _made(kind, text), weight))
    harmless = [row.text for row in rows if row.source in _HARMLESS]
    for row in rows:
        if row.source not in _HARMLESS and rng.random() < _JOINED:
            parts = [row.text, rng.choice(harmless)]
            rng.shuffle(parts)
            row.text = rng.choice((", ", " and ", ". ", " ")).join(parts)
    return rows


def _made(kind: str, text: str) -> dict[str, float]:
    targets = dict.fromkeys(LABELS, 0.0) | _KINDS[kind]
    swearing = _swearing(set(_WORD.findall(text.lower())))
    if swearing is not None:
        targets["obscene"] = min(swearing, _SWEARING.get(kind, 1.0))
    if kind == "scary" or kind == "friendly":
        targets["obscene"] = 0.4 if swearing else 0.0
    if kind == "counter" and "obscene" in targets:
        targets["obscene"] = min(targets["obscene"], 0.3)
    return targets


def _list(name: str) -> frozenset[str]:
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    found = {}
    for line in (HERE / "words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition(": ")
            found[name] = words.split(", ")
    return found


def _phrases() -> Iterator[tuple[str, str]]:
    kind = ""
    for line in (HERE / "phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif kind in _KINDS:
            yield kind, line


def _filled(phrase: str, lists: dict[str, list[str]], rng: random.Random) -> str:
    text = _SLOT.sub(lambda slot: rng.choice(lists[slot.group(1)]), phrase)
    return re.sub(r"\ba (?=[aeiou])", "an ", text)


def _as_written(text: str, rng: random.Random) -> str:
    """With what chat puts around: the model shall not learn that harm is short."""
    heads = ("", "", "", "", "", "lol ", "hey ", "ok ", "well, ", "honestly ", "so ", "and ")
    tails = ("", "", "", "", "", "!", ".", "!!", " lol", " haha", ", ok?", " tbh", " 😂", " today")
    return rng.choice(heads) + text + rng.choice(tails)
