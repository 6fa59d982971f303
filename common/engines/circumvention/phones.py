"""Telephone numbers, in digits and spelled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, pairwise

from common.engines.budget import leave_out
from common.engines.circumvention import words
from common.engines.circumvention.cues import cue_at
from common.engines.circumvention.signals import MOST_SIGNALS, LazyPattern, Signal
from common.engines.circumvention.views import View

_WORD = "|".join(sorted(words.DIGIT_WORDS, key=len, reverse=True))
_SPELLED = LazyPattern(
    rf"\b(?:(?:double|triple)\s{{1,3}})?(?:{_WORD}|\d{{1,4}})"
    rf"(?:[\s\-.,]{{1,3}}(?:(?:double|triple)\s{{1,3}})?(?:{_WORD}|\d{{1,4}})){{1,40}}+\b"
)
_SPELLED_PART = LazyPattern(rf"(double|triple)?\s{{0,3}}\b({_WORD}|\d{{1,4}})")
_GROUPED = LazyPattern(
    r"(?<![\w.,/#$€£:@=\-])\+?\(?\d{1,15}+\)?(?:(?:\s?[.\-/]\s?|\s{1,2})?\(?\d{1,14}+\)?){0,9}+"
    r"(?![\w%€$£]|[.,:/\-]\d|\s[%€$£])"
)
_SPREAD = LazyPattern(r"(?<![\d.,])\+?\d(?:[^\w\n]{1,3}\d){8,14}+(?![\d])")
_GROUP = LazyPattern(r"\d+")
_LETTER = LazyPattern(r"[^\W\d_]")
_NORTH_AMERICAN = LazyPattern(r"1?[2-9]\d\d[2-9]\d{6}")
_MOST_TRIES = 4_000
_SHORTEST = 7
_LONGEST = 15
_FEW_LETTERS = 12


def phone_signals(view: View, region: str | None) -> Iterator[Signal]:
    text = view.text
    found: Iterator[Signal] = iter(())
    if view.digits >= _SHORTEST:
        found = chain(_valid(text, region), _grouped(text), _spread(text))
    elif words.DIGIT_HINTS.isdisjoint(view.hints):
        return
    yield from islice(found, MOST_SIGNALS)
    yield from islice(_spelled(text), MOST_SIGNALS)


def _valid(text: str, region: str | None) -> Iterator[Signal]:
    """What the numbering plans allow. It gives up after so many numbers that they do not."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    matcher = PhoneNumberMatcher(text, region, Leniency.VALID, _MOST_TRIES)
    for match in matcher:
        cue = cue_at(text, match.start, match.end)
        if match.raw_string.startswith("+") or cue == "contact":
            yield Signal("phone", match.start, match.end, 0.9)
        elif cue is None and _is_phone_shaped(match.raw_string) and not match.raw_string.isdigit():
            yield Signal("phone", match.start, match.end, 0.6)
    if matcher._max_tries <= 0:  # It has no other way to say so.
        leave_out(f"a text has more than {_MOST_TRIES} numbers that no telephone has")


def _grouped(text: str) -> Iterator[Signal]:
    for match in _GROUPED.finditer(text):
        written = match.group()
        if not _SHORTEST <= sum(map(str.isdigit, written)) <= _LONGEST or not _is_phone_shaped(
            written
        ):
            continue
        cue = cue_at(text, *match.span())
        if cue == "contact":
            yield Signal("phone", *match.span(), 0.85)
        elif cue is None and _is_unmistakable(written):
            yield Signal("phone", *match.span(), 0.6)


def _is_phone_shaped(written: str) -> bool:
    """No date, sum, row of scores, years or network address."""
    groups = _GROUP.findall(written)
    sizes = [len(group) for group in groups]
    signs = {sign.strip() or " " for sign in _GROUP.split(written)[1:-1]}
    if written.startswith(("+", "00", "(")):
        return True
    if max(sizes) < 3:
        return len(groups) in (4, 5) and set(sizes) == {2} and groups[0][0] == "0"
    if _is_date(groups) or all(
        size == 4 and group[:2] in ("19", "20") for size, group in zip(sizes, groups, strict=True)
    ):
        return False
    if len(groups) == 4 and signs == {"."} and all(int(group) < 256 for group in groups):
        return False
    if len(groups) == 1:
        return True
    thousands = set(sizes[1:]) == {3} and sizes[0] <= 3 and groups[0][0] != "0"
    return not (thousands and len(signs) == 1 and (sizes[0] < 3 or signs == {"."}))


def _is_date(groups: list[str]) -> bool:
    """Also with a time behind it."""
    sizes = [len(group) for group in groups[:3]]
    if len(groups) < 3 or sorted(sizes)[:2] not in ([1, 1], [1, 2], [2, 2]):
        return False
    year = max(groups[:3], key=len)
    small = [int(group) for group in groups[:3] if group is not year]
    return len(year) == 4 and year[:2] in ("19", "20") and min(small) <= 12 and max(small) <= 31


def _is_unmistakable(written: str) -> bool:
    """A number that is written as only telephone numbers are."""
    groups = _GROUP.findall(written)
    sizes = [len(group) for group in groups]
    signs = {sign.strip() for sign in _GROUP.split(written)[1:-1]}
    number = "".join(groups)
    if number.startswith("00"):
        return len(groups) > 1 and _is_valid_abroad(number)
    american = bool(_NORTH_AMERICAN.fullmatch(number))
    if "(" in written:
        return sizes in ([3, 3, 4], [1, 3, 3, 4]) and american
    if sizes in ([3, 3, 4], [1, 3, 3, 4]):
        return american and signs in ({"-"}, {"."})
    return set(sizes) == {2} and len(groups) == 5 and len(signs) == 1 and groups[0][1] != "0"


def _is_valid_abroad(number: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(f"+{number[2:]}")))
    except phonenumbers.NumberParseException:
        return False


def _spread(text: str) -> Iterator[Signal]:
    """Digit by digit. Rows of digits are much else, so something must say what they are."""
    letters = (
        len(_LETTER.findall(text[: 4 * _FEW_LETTERS])) if len(text) < 200 else _FEW_LETTERS + 1
    )
    for match in _SPREAD.finditer(text):
        written = match.group()
        number = "".join(_GROUP.findall(written))
        signs = [sign.strip() for sign in _GROUP.split(written)[1:-1]]
        if _is_counting(number) or len(set(number)) < 3 or _in_pairs(signs):
            continue
        cue = cue_at(text, *match.span())
        if cue == "contact":
            yield Signal("phone", *match.span(), 0.85)
        elif (
            cue is None
            and letters <= _FEW_LETTERS
            and "," not in signs
            and _NORTH_AMERICAN.fullmatch(number)
        ):
            yield Signal("phone", *match.span(), 0.6)


def _in_pairs(signs: list[str]) -> bool:
    """3-2, 4-1: every other sign is another."""
    inside, between = set(signs[::2]), set(signs[1::2])
    return len(inside | between) > 1 and (len(inside) == 1 or len(between) == 1)


def _spelled(text: str) -> Iterator[Signal]:
    for match in _SPELLED.finditer(text):
        if not _LETTER.search(match.group()):
            continue
        number = ""
        for times, part in _SPELLED_PART.findall(match.group()):
            number += words.DIGIT_WORDS.get(part, part) * {"double": 2, "triple": 3}.get(times, 1)
        if _SHORTEST <= len(number) <= _LONGEST and not _is_counting(number):
            yield Signal("phone", *match.span(), 0.8)


def _is_counting(number: str) -> bool:
    steps = [int(b) - int(a) for a, b in pairwise(number)]
    return sum(step in (1, -1) for step in steps) > len(steps) * 0.7
