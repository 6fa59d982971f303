"""What the model sees of a segment of text: hashed words, their parts, pairs, and contexts.

Words that the lexicon knows are also seen as their kinds ("you are such a ~i"), so that what was
learnt about who says what of whom holds for words that were never met in that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from common.engines.toxicity.lexicon import kinds
from common.text.word_hashes import WordHashes

BUCKETS = 1 << 18
_MASK = BUCKETS - 1
_LONGEST = 24
_SHORTEST_WITH_PARTS = 3
_STRETCHED = re.compile(r"(.)\1\1+")
_BEFORE, _AFTER = 5, 4
_STRESS = 2
"""How many times more than a word's a context counts: there are far fewer of them."""
_CUES = {
    "N": (
        "not no never don dont doesn doesnt didn didnt isn isnt aren arent wasn wasnt weren won "
        "wont cannot cant wouldn wouldnt shouldn shouldnt ain aint nobody without neither nor stop "
        "stopped hardly"
    ),
    "R": (
        "call calls called calling say says said saying tell tells told telling word words term "
        "terms quote quoted quotes heard hear yelled shouted screamed shouting yelling wrote "
        "texted messaged replied commented labelled labeled phrase slur slurs insult insulted "
        "insults using use used uses hearing"
    ),
    "Y": "you u ur your youre yours ya yall yourself yourselves urself ye thou thy",
    "M": "i im me my myself we us our mine ourselves ive",
    "T": "he she his her him they them their hes shes theyre that this those these it",
    "W": "if when whether should would could might because why how what who",
}
_hashes = WordHashes()
_CUE_OF = {word: cue for cue, words in _CUES.items() for word in words.split()}


def word_features(token: str) -> list[int]:
    """Buckets of a word and of its parts."""
    word = _STRETCHED.sub(_twice, token) if len(token) > _SHORTEST_WITH_PARTS else token
    word = word[:_LONGEST]
    found = [_bucket(word)]
    if len(word) < _SHORTEST_WITH_PARTS:
        return found
    framed = f"<{word}>".encode()
    end = len(framed)
    for size in (3, 4, 5):
        found += [crc32(framed[i : i + size]) & _MASK for i in range(end - size + 1)]
    return found


def _twice(stretched: re.Match[str]) -> str:
    """Instead of a template, which is read anew for each match."""
    return stretched[1] * 2


def context_features(tokens: Sequence[str]) -> list[int]:
    """Buckets of neighbours, and of what stands around the words that the lexicon knows."""
    pairs = {hashed & _MASK for hashed in _hashes.of_pairs(tokens)}
    known = kinds()
    if known.keys().isdisjoint(tokens):
        return [*pairs]
    shown = [known.get(token, token) for token in tokens]
    around: set[str] = set()
    for place, token in enumerate(tokens):
        if token in known:
            around.update(_around(tokens, shown, place))
    return [*pairs, *map(_bucket, around)] + _STRESS * [*map(_bucket, around)]


def _around(tokens: Sequence[str], shown: Sequence[str], place: int) -> Iterator[str]:
    kind = f"~{shown[place]}"
    before = _shown(shown, tokens, place - 1)
    after = _shown(shown, tokens, place + 1)
    second = _shown(shown, tokens, place - 2)
    yield kind
    yield f"{before} {kind}"
    yield f"{second} {before} {kind}"
    yield f"{kind} {after}"
    yield f"{before} {kind} {after}"
    earlier = {_CUE_OF.get(token) for token in tokens[max(0, place - _BEFORE) : place]}
    later = {_CUE_OF.get(token) for token in tokens[place + 1 : place + 1 + _AFTER]}
    cues = "".join(sorted(cue for cue in earlier if cue)) or "-"
    yield f"{cues}{kind}"
    yield f"{cues}{kind}{''.join(sorted(cue for cue in later if cue))}"
    for cue in cues:
        yield f"{cue}..{kind}"


def _shown(shown: Sequence[str], tokens: Sequence[str], place: int) -> str:
    if not 0 <= place < len(tokens):
        return "|"
    return shown[place] if shown[place] == tokens[place] else f"~{shown[place]}"


def _bucket(feature: str) -> int:
    return crc32(feature.encode()) & _MASK
