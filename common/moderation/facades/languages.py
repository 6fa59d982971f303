"""Which languages a comment is judged in: the caller's own, or what it is told to be in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from common.domain.comment import Languages, NotScored
from common.engines.toxicity.lexicon import kinds
from common.moderation.facades.attributes import ENGLISH
from common.text.folding import fold
from common.text.identification import languages_of
from common.text.scripts import ARABIC, CYRILLIC, DEVANAGARI, LATIN, scripts_of

_ENOUGH = 0.5
_BY_SCRIPT = {LATIN: "en", CYRILLIC: "ru", ARABIC: "ar", DEVANAGARI: "hi"}
"""What a text is read as that is too short to tell its language: that of those with this script in
which something is judged. Latin letters are English, for which there is more than lists."""
_MOST_READ = 1_000


def languages(text: str, asked: Sequence[str]) -> Languages:
    """Raises NotScored where nobody names a language and none can be told."""
    detected = languages_of((text,))
    if asked:
        return Languages(asked, detected, asked)
    if detected and (detected[0] in ENGLISH or not _is_english(text)):
        return Languages((), detected, detected[:1])
    return Languages((), detected, [_by_script(text)])


def _is_english(text: str) -> bool:
    """Slang and misspelt words look like Czech or Tagalog to n-grams."""
    from common.text import lexicon

    tokens = fold(text[:_MOST_READ]).tokens
    known = sum(token in lexicon.words() or token in kinds() for token in tokens)
    return bool(tokens) and known >= _ENOUGH * len(tokens)


def _by_script(text: str) -> str:
    read = text[:_MOST_READ]
    if not any(map(str.isalpha, read)):
        return _BY_SCRIPT[LATIN]
    # Letters for mathematics and the like are those that they look like.
    scripts = scripts_of(unicodedata.normalize("NFKC", read))
    script = max(scripts, key=scripts.__getitem__, default="")
    if script not in _BY_SCRIPT:
        raise NotScored("LANGUAGE_DETECTION_FAILED", "Unable to detect language", "languages")
    return _BY_SCRIPT[script]
