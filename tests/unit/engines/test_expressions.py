r"""What `\w`, `\d`, `\s` and `\b` of a regex list mean beyond ASCII."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.lists import BlockListSpec, validate
from tests.unit.engines.hostile import cpu_seconds


def found(pattern: str, text: str) -> list[str]:
    run = finder([BlockListSpec("list", [pattern], "regex")])
    return [text[s.start : s.end] for label in run(Content((text,))) for s in label.spans]


@pytest.mark.parametrize(
    ("pattern", "text", "places"),
    [
        (r"\bмат\b", "это МАТ тут, математика, «мат», _мат", ["МАТ", "мат"]),
        (r"\bärger\b", "Ärger, verärgert, ärgern, ärger", ["Ärger", "ärger"]),
        (r"\bass\b", "ässass ass, assé", ["ass"]),
        (r"\b赌\b", "赌 好赌 赌。", ["赌", "赌"]),
        (r"\Bt\b", "cät at t", ["t", "t"]),
        (r"\b(?:https?://)?\bёж", "ёж http://ёж", ["ёж", "http://ёж"]),
        (r"^\bёж\b$", "ёж", ["ёж"]),
        (r"\b^ёж$\b", "ёж", ["ёж"]),
        (r"\bа?^.", "я", ["я"]),
        (r"\b(?:^|\s)мат", "мат бмат", ["мат"]),
        (r"(?m)\b(?:^|,)\w+", "раз\nдва, три", ["раз", "два"]),
        (r"мат(?:$|\s)?\b", "это мат", ["мат"]),
        (r"\bа?\bб?\bв?\b\w\b", "г", ["г"]),
        (r"[\x00-\x1f]\b\w", "\x05я", ["\x05я"]),
        (r"(?m)^\w+$", "раз\nдва три\nчетыре", ["раз", "четыре"]),
        (
            r"\w+",
            "Привет, мир_1 été 中文。हिन्दी x",
            ["Привет", "мир_1", "été", "中文", "हिन्दी", "x"],
        ),
        (r"[\w-]+@[\w.]+", "é-à@ö.example", ["é-à@ö.example"]),
        (r"\W+", "а — б", [" — "]),
        (r"[^\w\s]", "а б,в—г😀", [",", "—", "😀"]),
        (r"[\W\d]+", "а1—б", ["1—"]),
        (r"\d{3}", "١٢٣ и 456 и १२३", ["١٢٣", "456", "१२३"]),
        (r"\D+", "1а٢", ["а"]),
        (
            r"foo\sbar",
            "foo\u00a0bar foo\u3000bar foo\u2009bar",
            ["foo\u00a0bar", "foo\u3000bar", "foo\u2009bar"],
        ),
        (r"\S+", "а\u2003б", ["а", "б"]),
        (r"[[:alpha:]]+\d", "абв1 été2", ["абв1", "été2"]),
        (r"[[:digit:]]+[[:space:]]", "٤٢\u00a0é", ["٤٢\u00a0"]),
        (r"«\w+»", "«да» „no“", ["«да»"]),
        (r"\b[а-я]{3}\b", "кот КИТ слон", ["кот", "КИТ"]),
        (r"\b\Qа.б\E\b", "а.б а,б", ["а.б"]),
        (r"[—-―]\w", "—я", ["—я"]),
        (r"\w[\p{P}\s]\w", "а—б в\u00a0г д1е", ["а—б", "в\u00a0г"]),
        (r"\w\P{L}", "аб1", ["б1"]),
        (r"\w\p{So}", "а😀", ["а😀"]),
        (r"\p{Cyrillic}\b", "да no", ["а"]),
        (r"(?s)а.\bб", "а\nб", ["а\nб"]),
        (r"а.\b", "а\nб ав", ["ав"]),
        (r"(?-i)\bНет\b", "нет Нет", ["Нет"]),
        (r"\x{436}\w", "жа", ["жа"]),
        (r"\b[\x{400}-\x{4ff}]+\b", "слово word", ["слово"]),
        (r"\b[^\x00-\x7f]+\b", "слово word", ["слово"]),
        (r"\w{1,300}", "я" * 300, ["я" * 300]),
        ("\x01\\w", "\x01я", ["\x01я"]),
    ],
)
def test_all_scripts_have_words_digits_and_blanks(
    pattern: str, text: str, places: list[str]
) -> None:
    validate(BlockListSpec("list", [pattern], "regex"))
    assert found(pattern, text) == places


@pytest.mark.parametrize(
    ("pattern", "named"),
    [
        (r"\w\C", r"\C is a byte and no character"),
        (r"\w\P{Cyrillic}", r"\P{Cyrillic} beside \w, \d, \s or \b"),
        (r"\b[[:^alpha:]]", "[:^alpha:] beside classes that mean all scripts"),
    ],
)
def test_what_cannot_be_meant_in_all_scripts_is_refused_by_name(pattern: str, named: str) -> None:
    with pytest.raises(ValueError, match="bad pattern") as refused:
        validate(BlockListSpec("list", [pattern], "regex"))
    assert named in str(refused.value)


_ATOMS = (
    "а", "б", "b", "é", "1", "٣", "-", " ", "—", ".", r"\w", r"\W", r"\d", r"\D", r"\s", r"\S",
    r"[\wб-]", r"[^\w]", r"[^а\s]", r"[\W1]", r"(?:а|\d)", r"(?:^|\s)а", r"(?:\b|-)а", r"(?:а\b)",
)  # fmt: skip
_EDGES = ("", "", "", r"\b", r"\B", "^", "$", r"\A", r"\z")
_REPEATS = ("", "", "", "?", "*", "+", "{1,2}")
_PATTERNS = st.lists(
    st.tuples(st.sampled_from(_EDGES), st.sampled_from(_ATOMS), st.sampled_from(_REPEATS)),
    min_size=1,
    max_size=4,
).flatmap(
    lambda parts: st.tuples(st.sampled_from(("", "", "(?m)")), st.sampled_from(_EDGES)).map(
        lambda around: around[0] + "".join(map("".join, parts)) + around[1]
    )
)


@settings(max_examples=300)
@given(_PATTERNS, st.text(alphabet="абАb_é1٣٤ -—.\u00a0😀中\n", max_size=12))
def test_it_is_what_other_engines_take_it_for(pattern: str, text: str) -> None:
    text += "я"
    assert unicodedata.is_normalized("NFC", text)
    # RE2's `$` without a flag is the end of the text, as is Python's \Z.
    python = pattern if pattern.startswith("(?m)") else pattern.replace("$", r"\Z")
    theirs = re.compile(python.replace(r"\z", r"\Z"), re.IGNORECASE)
    matches = list(theirs.finditer(text))
    expected = [match.group() for match in matches if match.group()]
    # After an empty match Python tries again at the same place, and RE2 goes on.
    places = [match.start() for match in matches]
    assume(len(set(places)) == len(places))
    assert bool(found(pattern, text)) == bool(expected)
    assert found(pattern, text)[:1] == expected[:1]


def test_lists_of_both_kinds_find_both() -> None:
    patterns = [r"\bмат\b", "foo", r"\w+я\b", "a.c", r"\d٣"]
    run = finder([BlockListSpec("list", patterns, "regex")])
    text = "мат foo змея aéc 3٣"
    terms = {s.term: text[s.start : s.end] for la in run(Content((text,))) for s in la.spans}
    assert terms == {
        r"\bмат\b": "мат",
        "foo": "foo",
        r"\w+я\b": "змея",
        "a.c": "aéc",
        r"\d٣": "3٣",
    }


@pytest.mark.parametrize("unit", ["мат ", "я", "é.", "😀", "а\u0301 ", "ma\u00a0"])
@pytest.mark.parametrize("pattern", [r"\bмат\b", r"\w+\s", r"(?:\b\w+\b\W+)+!", r"[^\w\s]{2}"])
def test_no_text_takes_longer_than_its_length(pattern: str, unit: str) -> None:
    run = finder([BlockListSpec("list", [pattern], "regex")])
    long = cpu_seconds(run, unit * (100_000 // len(unit)))
    short = cpu_seconds(run, unit * (10_000 // len(unit)))
    assert long < 1
    assert long < 30 * short + 0.1
