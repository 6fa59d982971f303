"""What is said kindly: praise, thanks, liking, comfort and encouragement, by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from common.engines.ai_text.labels import SUPPORTIVE, Finding
from common.engines.toxicity.scoring import TextScores
from common.text.folding import Folded

_KIND = re.compile(
    r"(?<!\w)(?:thank\s(?:you|u)|thanks|thx|(?:i|we)\s(?:really\s|so\s|just\s|absolutely\s)?(?:love|like|"
    r"adore|appreciate|admire)\s(?:you|her|him|them|it|this|that|your|ur)|well\sdone|(?:good|great|nice|"
    r"amazing)\s(?:job|work)|congrat(?:s|ulations)|proud\sof\s(?:you|her|him|them)|you(?:['’]ve)?\sgot\s"
    r"this|you\scan\sdo\s(?:it|this)|(?:stay|be)\sstrong|sorry\sfor\syour\sloss|get\swell\ssoon|hope\s"
    r"(?:you|u)\s(?:feel\sbetter|are\sok(?:ay)?|have\sa)|here\sfor\syou|keep\s(?:it\sup|going)|"
    r"(?:an?|so|really|very|is|are|looks?|was|were|had\san)\s(?:amazing|awesome|wonderful|beautiful|"
    r"lovely|fantastic|brilliant|inspiring|talented|adorable|gorgeous)|happy\sfor\s(?:you|her|him)|"
    r"danke\w{0,4}|gracias|te\squiero|merci|je\st['’]aime|obrigad[oa]|grazie|bravo)(?!\w)"
)
_DENIED = re.compile(
    r"(?:(?:not|n['’]t|never|no|hardly|without|isn['’]?t|wasn['’]?t|aren['’]?t|don['’]?t)\s(?:\w{1,10}\s)?)$"
)
_BEFORE = 24
_ONCE, _OFTEN = 0.7, 0.9


def kindness(folded: Folded, scores: TextScores, threshold: float) -> Iterator[Finding]:
    """Not in a sentence that attacks somebody, and not where it is denied."""
    attacking = []
    if max(scores.scores) >= threshold:
        attacking = [each for each in scores.sentences if max(each.scores) >= threshold]
    places = []
    for match in _KIND.finditer(folded.text):
        if _DENIED.search(folded.text[max(0, match.start() - _BEFORE) : match.start()]):
            continue
        start, end = folded.original_span(*match.span())
        if not any(each.start <= start < each.end for each in attacking):
            places.append((start, end))
    score = _ONCE if len(places) < 2 else _OFTEN
    for start, end in places:
        yield Finding(SUPPORTIVE, score, None, start, end)
