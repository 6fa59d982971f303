"""Block lists that a rule names: those with nothing in them, and those that are found inside of
harmless words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress

from common.configuration.block_lists import spec_of
from common.configuration.configuration import Configuration
from common.domain.block_list import BlockList
from common.engines.block_list.lists import BlockListSpec
from common.rules.conditions.base import walk
from common.rules.rule import Rule
from common.text import lexicon
from common.text.folding import fold
from common.views.rule_warnings import RuleWarning

_WORDS_TOLD = 8


def list_warnings(configuration: Configuration, rule: Rule) -> Iterator[RuleWarning]:
    names = dict.fromkeys(name for each in walk(rule.when) for name in each.list_names())
    for name in names:
        lists = [each for each in configuration.lists.values() if each["name"] == name]
        if lists and not any(each["words"] for each in lists):
            text = f"there is nothing in the list {name!r}, so no text is in it"
            yield {"kind": "empty_list", "text": text, "list": name}
        found = sorted({word for each in lists for word in _inside(configuration, each)})
        if found:
            shown = ", ".join(found[:_WORDS_TOLD])
            text = f"the list {name!r} is found inside of {len(found)} harmless words: {shown}"
            yield {
                "kind": "inside_words",
                "text": text,
                "list": name,
                "words": found[:_WORDS_TOLD],
            }


def _inside(configuration: Configuration, document: BlockList) -> Iterator[str]:
    """Common English words of which an entry is a part and none is the whole."""
    spec = configuration.block_lists.specs.get(document["id"]) or spec_of(document)
    substring = spec.substring or _is_searched_inside(configuration)
    if (spec.type == "word" and not substring) or spec.type not in ("word", "regex"):
        return
    with suppress(ValueError):
        yield from found_inside(spec, substring=substring)


def _is_searched_inside(configuration: Configuration) -> bool:
    """Whether a policy has all its lists found inside of words."""
    configs = (
        policy["config"].get("block_list_config") for policy in configuration.policies.values()
    )
    return any(bool(each and each.get("match_substring")) for each in configs)


def found_inside(spec: BlockListSpec, *, substring: bool) -> Iterator[str]:
    """By the matcher itself, in one text of all words."""
    words = sorted(lexicon.words())
    starts: list[int] = []
    length = 0
    for word in words:
        starts.append(length)
        length += len(word) + 3
    entries = {each.casefold() for each in spec.words}
    for start, end, _ in spec.matching(substring=substring)(fold(" . ".join(words))):
        number = bisect_right(starts, start) - 1
        word = words[number]
        is_within = end <= starts[number] + len(word) and end - start < len(word)
        if is_within and word not in entries:
            yield word
